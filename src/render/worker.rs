//! Workers: processes that render, one document after the other, and can be stopped.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::faults::{Reason, RenderFault, TemplateFault};
use super::job::{RenderJob, Rendered};
use super::renderer::Renderer;
use super::wire::{self, Answer};

/// The hidden command of this program that does nothing but [`serve`].
const COMMAND: &str = "worker";

/// What the allocator of Rust says last.
const OUT_OF_MEMORY: &str = "memory allocation of";

/// So many of the last bytes that a worker complains are kept.
const KEPT_COMPLAINT_BYTES: usize = 4096;

/// What a document may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Seconds for one document.
    pub deadline: u64,
    /// Megabytes of a worker.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { deadline: 60, memory: 2048 }
    }
}

/// Renders what comes in until nothing comes any more. Work is read by a thread of its own, which ends the process when the other side has
/// gone, whatever is being rendered: no worker outlives those who gave it work.
pub fn serve(renderer: &Renderer, mut input: impl Read + Send + 'static, mut output: impl Write) {
    let (sender, jobs) = channel();
    thread::spawn(move || {
        while let Ok(Some((job, data))) = wire::read::<RenderJob>(&mut input) {
            let Ok(data) = String::from_utf8(data) else { break };
            if sender.send(RenderJob { data, ..job }).is_err() {
                break;
            }
        }
        std::process::exit(0);
    });
    for job in jobs {
        let mut bytes = Vec::new();
        let answer: Answer = renderer.render(&job).map(|mut rendered| {
            let (lengths, files) = rendered.take_files();
            bytes = files;
            (rendered, lengths)
        });
        if wire::write(&mut output, &answer, &bytes).is_err() {
            return;
        }
        Renderer::evict_caches();
    }
}

/// A worker as those see it who give it work.
pub struct Worker {
    limits: Limits,
    templates: PathBuf,
    fonts: PathBuf,
    process: Option<Process>,
}

/// What a worker answers, with the files; nothing when it has gone.
type Heard = io::Result<Option<(Answer, Vec<u8>)>>;

struct Process {
    child: Child,
    answers: Receiver<Heard>,
    complaint: Option<JoinHandle<Vec<u8>>>,
}

impl Worker {
    /// Creates a worker over the templates and fonts of a workspace. It is started when there is work.
    pub fn new(limits: Limits, templates: &Path, fonts: &Path) -> Self {
        Self { limits, templates: templates.to_path_buf(), fonts: fonts.to_path_buf(), process: None }
    }

    /// Starts the process, so that it reads fonts while something else is done.
    ///
    /// # Errors
    /// Returns why the process cannot be started.
    pub fn start(&mut self) -> io::Result<()> {
        if self.process.is_none() {
            let mut command = Command::new(std::env::current_exe()?);
            command
                // The last words say why it died, and not where.
                .env("RUST_BACKTRACE", "0")
                // Memory that is free for a moment is not given back to the system; what is reserved counts against the limit. Large pages
                // are cleared whole by the system although half of each is never used, which took a tenth of the time.
                .envs([
                    ("MIMALLOC_PURGE_DELAY", "1000"),
                    ("MIMALLOC_ARENA_RESERVE", "65536"),
                    ("MIMALLOC_ALLOW_THP", "0"),
                ])
                .arg(COMMAND)
                .arg("--memory")
                .arg(self.limits.memory.to_string());
            self.process = Some(Process::start(command.arg(&self.templates).arg(&self.fonts))?);
        }
        Ok(())
    }

    /// Renders a page. A worker that takes too long or breaks down is replaced.
    ///
    /// # Errors
    /// Returns the faults of the document.
    pub fn render(&mut self, job: &RenderJob) -> Result<Rendered, Vec<RenderFault>> {
        let answer = self.start().map_err(|_| Reason::Broken).and_then(|()| self.ask(job));
        answer.unwrap_or_else(|reason| {
            self.process = None;
            Err(vec![TemplateFault::whole(format!("templates/{}", job.template), reason).into()])
        })
    }

    fn ask(&mut self, job: &RenderJob) -> Result<Result<Rendered, Vec<RenderFault>>, Reason> {
        let limits = self.limits;
        let process = self.process.as_mut().ok_or(Reason::Broken)?;
        let sent = process.child.stdin.as_mut().map(|input| wire::write(input, job, job.data.as_bytes()));
        if !matches!(sent, Some(Ok(()))) {
            return Err(process.fallen(limits));
        }
        match process.answers.recv_timeout(Duration::from_secs(limits.deadline)) {
            Ok(Ok(Some((Ok((rendered, lengths)), bytes)))) => {
                rendered.with_files(&lengths, &bytes).map(Ok).ok_or(Reason::Broken)
            }
            Ok(Ok(Some((Err(faults), _)))) => Ok(Err(faults)),
            Err(RecvTimeoutError::Timeout) => Err(Reason::Deadline(limits.deadline)),
            _ => Err(process.fallen(limits)),
        }
    }
}

impl Process {
    fn start(command: &mut Command) -> io::Result<Self> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let (sender, answers) = channel();
        if let Some(output) = child.stdout.take() {
            thread::spawn(move || hear(output, &sender));
        }
        let complaint = child.stderr.take().map(|errors| thread::spawn(move || last_words(errors)));
        Ok(Self { child, answers, complaint })
    }

    /// Waits for a process that broke down, and returns why it did.
    fn fallen(&mut self, limits: Limits) -> Reason {
        let _ = self.child.wait();
        let complaint = self.complaint.take().and_then(|heard| heard.join().ok()).unwrap_or_default();
        let is_memory = String::from_utf8_lossy(&complaint).contains(OUT_OF_MEMORY);
        if is_memory { Reason::Memory(limits.memory) } else { Reason::Broken }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn hear(mut output: impl Read, sender: &Sender<Heard>) {
    loop {
        let frame = wire::read(&mut output);
        let is_last = !matches!(frame, Ok(Some(_)));
        if sender.send(frame).is_err() || is_last {
            return;
        }
    }
}

/// Returns the last bytes that a worker complains.
fn last_words(mut errors: impl Read) -> Vec<u8> {
    let (mut bytes, mut kept) = ([0; 1024], Vec::new());
    while let Ok(read @ 1..) = errors.read(&mut bytes) {
        kept.extend_from_slice(&bytes[..read]);
        kept.drain(..kept.len().saturating_sub(KEPT_COMPLAINT_BYTES));
    }
    kept
}
