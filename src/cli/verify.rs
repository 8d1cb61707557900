//! `chancery verify`: whether a file is what the records say.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::options::{LanguageOptions, system};
use super::{terminal::Terminal, workspace};
use crate::cache::Cache;
use crate::check::Checked;
use crate::diag::{messages, path_text};
use crate::driver::{self, Expected, Timings, Typesetter, Verdict};
use crate::load::Workspace;
use crate::render::Limits;

/// Make a document again and compare it with a file
///
/// Says whether the file is what the records, templates and fonts of the workspace make, to the byte. Where it is not, says what differs:
/// the program, the fonts, templates, or which fields of which records, as far as manifest.json and the cache beside the file know.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The PDF, under the name that it was written with.
    file: PathBuf,
    /// The folder of what was made before; without it, .cache/ beside the file.
    #[arg(long, value_name = "FOLDER")]
    cache: Option<PathBuf>,
    #[command(flatten)]
    pub language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let path = || path_text(&args.file);
    let bytes = match std::fs::read(&args.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let values = vec![("path", path().into()), ("reason", system(&error))];
            terminal.refuse(&messages::NOT_READ, &values);
            return Exit::Unusable;
        }
    };
    let name = args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let typesetter = Typesetter::in_workers(&workspace.templates(), &workspace.fonts(), Limits::default());
    let checked = match workspace::checked(workspace, None, &Timings::default(), terminal) {
        Ok(checked) => checked,
        Err(exit) => return exit,
    };
    workspace::planned(driver::named(&checked, &name), terminal, |_, documents| {
        match documents.iter().find(|document| document.file == name) {
            Some(document) => judge(args, document, &bytes, &typesetter, &checked, terminal),
            None => {
                terminal.refuse(&messages::NO_SUCH_FILE, &vec![("file", name.as_str().into())]);
                Exit::Unusable
            }
        }
    })
}

fn judge(
    args: &Args,
    document: &Expected<'_>,
    bytes: &[u8],
    typesetter: &Typesetter,
    checked: &Checked,
    terminal: &Terminal,
) -> Exit {
    let beside = args.file.parent().unwrap_or(Path::new("")).join(".cache");
    let cache = Cache::open(args.cache.as_deref().unwrap_or(&beside));
    let path = vec![("path", path_text(&args.file).into())];
    match driver::verify(document, &args.file, bytes, &cache, typesetter, checked) {
        Ok(Verdict::Identical) => {
            terminal.inform(&messages::IDENTICAL, &path);
            Exit::Done
        }
        Ok(Verdict::Differs(reasons)) => {
            terminal.inform(&messages::DIFFERS, &path);
            for why in reasons {
                terminal.say(format!("  {}", why.words().format(terminal.locale())));
            }
            Exit::Faults
        }
        Err(failed) => {
            terminal.diagnose(&failed.diagnostics, &failed.files);
            Exit::Faults
        }
    }
}
