//! `chancery verify`: whether a file is what the records say.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::options::{LanguageOptions, system};
use super::release::no_repository;
use super::{terminal::Terminal, workspace};
use crate::cache::Cache;
use crate::check::Checked;
use crate::diag::{messages, path_text};
use crate::digest;
use crate::driver::{self, Expected, Timings, Typesetter, Verdict};
use crate::load::Workspace;
use crate::release::{self, Registered};
use crate::render::Limits;
use crate::revision::Checkout;

/// Make a document again and compare it with a file
///
/// A file of the register is made again from the commit that it names. Any other: says whether the file is what the records, templates and fonts of the workspace make, to the byte. Where it is not, says what differs:
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
    if let Some(registered) = release::registered(&checked, &name) {
        return released(args, registered, &bytes, &checked, terminal).unwrap_or_else(|exit| exit);
    }
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

/// Compares a file with the register, and with what its commit makes.
fn released(
    args: &Args,
    registered: Registered<'_>,
    bytes: &[u8],
    checked: &Checked,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let commit = registered.text("commit").unwrap_or_default();
    let values = vec![("path", path_text(&args.file).into()), ("commit", commit.into())];
    if registered.said("sha256") != Some(digest::of(bytes).as_str()) {
        terminal.inform(&release::IS_ANOTHER_FILE, &values);
        return Ok(Exit::Faults);
    }
    let root = &checked.workspace.root;
    let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
    let checkout = Checkout::of(root, commit).map_err(|error| no_repository(&error, terminal))?;
    let then = Workspace { root: checkout.folder().to_path_buf() };
    let typesetter = Typesetter::in_workers(&then.templates(), &then.fonts(), Limits::default());
    let then = workspace::checked(then, None, &Timings::default(), terminal)?;
    let made = release::rebuild(&then, registered, None, &typesetter).map_err(|why| match why {
        Ok(error) => {
            terminal.refuse_as(&error.words());
            Exit::Unusable
        }
        Err(failed) => {
            terminal.diagnose(&failed.diagnostics, &failed.files);
            Exit::Faults
        }
    })?;
    if made.as_deref() == Some(bytes) {
        terminal.inform(&release::IS_AS_RELEASED, &values);
        return Ok(Exit::Done);
    }
    let program =
        vec![("then", registered.text("program").unwrap_or_default().into()), ("now", driver::program().into())];
    terminal.inform(&release::IS_NOT_MADE_AGAIN, &[values, program].concat());
    Ok(Exit::Faults)
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
