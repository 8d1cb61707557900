//! `chancery worker`: renders what the program that started it asks for. For no person's hands.

use std::path::PathBuf;

use super::exit::Exit;
use super::terminal;
use crate::render::{Renderer, serve};

/// Render what comes in, for the program that started this one
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The most memory, in megabytes.
    #[arg(long, value_name = "MB")]
    memory: u64,
    /// The folder of the templates.
    templates: PathBuf,
    /// The folder of the fonts.
    fonts: PathBuf,
}

/// Addresses that the program, its stacks and what is reserved for later take by themselves.
const OWN_BYTES: u64 = 512 << 20;

/// Typst recurses deeply.
const STACK_BYTES: usize = 64 << 20;

/// Runs the command.
pub fn run(args: &Args) -> Exit {
    limit_memory((args.memory << 20) + OWN_BYTES);
    let renderer = Renderer::open(&args.templates, &args.fonts);
    let (input, output) = terminal::pipes();
    let work = move || serve(&renderer, input, output);
    let worked = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(work).map(std::thread::JoinHandle::join);
    if matches!(worked, Ok(Ok(()))) { Exit::Done } else { Exit::Unusable }
}

/// Where the system knows no such limit, only the deadline holds.
fn limit_memory(bytes: u64) {
    #[cfg(unix)]
    {
        // What was limited lower before stays so.
        let _ = rlimit::setrlimit(rlimit::Resource::AS, bytes, bytes);
        forbid_core_dumps();
    }
    #[cfg(not(unix))]
    let _ = bytes;
}

/// Keeps the memory of this process from being written to a file when it dies.
pub fn forbid_core_dumps() {
    #[cfg(unix)]
    let _ = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0);
}
