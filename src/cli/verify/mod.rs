//! `chancery verify`: whether a file is what the records say, and a folder or an archive what its list says.

mod args;
mod bundle;
mod copies;

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::sign::release_signature;
use super::{signers, terminal::Terminal, unmade, workspace};
use crate::cache::Cache;
use crate::check::Checked;
use crate::diag::{messages, path_text};
use crate::digest;
use crate::driver::{self, Expected, Timings, Typesetter, Verdict};
use crate::load::Workspace;
use crate::release::{self, Past, Registered};
use crate::render::Limits;
use crate::select::Numbered;
use crate::signature::AllowedSigners;

pub use args::Args;

/// Runs the command; a folder or an archive needs no workspace.
pub fn run(args: &Args, root: Option<PathBuf>, terminal: &Terminal) -> Exit {
    let named = root.is_some();
    let found = workspace::find(root);
    let is_archive = args.file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    match found {
        // A workspace that was named is there; none around is no matter.
        Err(message) if named || !(args.file.is_dir() || is_archive) => {
            terminal.refuse_as(&message);
            Exit::Unusable
        }
        found if args.file.is_dir() || is_archive => bundle::run(args, found.ok(), is_archive, terminal),
        Ok(workspace) => of_file(args, workspace, terminal),
        Err(_) => Exit::Unusable,
    }
}

fn of_file(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let bytes = match std::fs::read(&args.file) {
        Ok(bytes) => bytes,
        Err(error) => return terminal.unread(&args.file, &error),
    };
    let name = args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let typesetter = Typesetter::in_workers(&workspace.templates(), &workspace.fonts(), Limits::default());
    let checked = match workspace::checked(workspace, None, &Timings::default(), terminal) {
        Ok(checked) => checked,
        Err(exit) => return exit,
    };
    if let Some(registered) = release::registered(&checked, &name) {
        let is_it = registered.said("sha256") == Some(digest::of(&bytes).as_str());
        return released(args, (registered, None, is_it), &bytes, &checked, terminal).unwrap_or_else(|exit| exit);
    }
    if let Some(registered) = copies::original(&checked, &name) {
        let copy = copies::numbered(&checked, registered, &digest::of(&bytes));
        let is_it = copy.is_some();
        return released(args, (registered, copy, is_it), &bytes, &checked, terminal).unwrap_or_else(|exit| exit);
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

/// Compares a file, which may be a numbered copy, with the register or the ledger, and with what its commit makes.
fn released(
    args: &Args,
    (registered, copy, is_it): (Registered<'_>, Option<Numbered>, bool),
    bytes: &[u8],
    checked: &Checked,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let commit = registered.text("commit").unwrap_or_default();
    let values = vec![("path", path_text(&args.file).into()), ("commit", commit.into())];
    if !is_it {
        terminal.inform(&release::IS_ANOTHER_FILE, &values);
        return Ok(Exit::Faults);
    }
    let may_sign = signers::allowed(args.allowed_signers.as_deref(), Some(&checked.workspace.root), terminal)?;
    let signed = release_signed(registered, checked, may_sign.as_ref(), terminal)?;
    let signed = signed.unwrap_or(args.allowed_signers.is_none());
    let made =
        Past::new(&checked.workspace.root).file(registered, copy).map_err(|why| unmade::tell(why, commit, terminal))?;
    if made.as_deref() == Some(bytes) {
        terminal.inform(&release::IS_AS_RELEASED, &values);
        return Ok(if signed { Exit::Done } else { Exit::Faults });
    }
    let program =
        vec![("then", registered.text("program").unwrap_or_default().into()), ("now", driver::program().into())];
    terminal.inform(&release::IS_NOT_MADE_AGAIN, &[values, program].concat());
    Ok(Exit::Faults)
}

/// Says who signed a release; returns whether somebody who may did, nothing where nobody signed or nobody can tell.
fn release_signed(
    registered: Registered<'_>,
    checked: &Checked,
    may_sign: Option<&AllowedSigners>,
    terminal: &Terminal,
) -> Result<Option<bool>, Exit> {
    let root = &checked.workspace.root;
    let file = checked.files.path(registered.release.file);
    let bytes = std::fs::read(root.join(file)).map_err(|error| terminal.unread(file, &error))?;
    let signature = std::fs::read(root.join(release_signature(&registered.release.id))).ok();
    Ok(signers::tell_of(&path_text(file), &bytes, signature.as_deref(), may_sign, terminal))
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
