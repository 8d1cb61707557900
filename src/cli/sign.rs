//! `chancery sign`: signs what goes out, so that anybody can see who stands for it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::exit::Exit;
use super::options::LanguageOptions;
use super::{bundles, edits, signers, terminal::Terminal, trust_messages, workspace};
use crate::atomic_write;
use crate::diag::path_text;
use crate::driver::Timings;
use crate::edit::Change;
use crate::load::Workspace;
use crate::proof::Bundle;
use crate::schema::RELEASE;
use crate::signature::{AllowedSigners, Key, Verdict, file_name};

/// Sign a folder of documents, or the register, with an SSH key
///
/// With a folder, signs the list in it, SHA256SUMS or manifest.json, if it says what is in the folder. Without one, signs every release of the
/// register that this key has not signed. `ssh-keygen -Y verify` accepts the signatures, with the namespace “chancery”.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder; without it, the register of the workspace.
    folder: Option<PathBuf>,
    /// The private key, as `ssh-keygen -t ed25519` makes it.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// A file that holds the passphrase of the key; without it, CHANCERY_PASSPHRASE of the environment.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    #[command(flatten)]
    pub language_options: LanguageOptions,
}

/// Runs the command; a folder needs no workspace.
pub fn run(args: &Args, root: Option<PathBuf>, terminal: &Terminal) -> Exit {
    let found = workspace::find(root);
    let done = match (&args.folder, found) {
        (Some(folder), found) => of_folder(args, folder, found.ok().as_ref(), terminal),
        (None, Ok(workspace)) => of_register(args, workspace, terminal),
        (None, Err(message)) => {
            terminal.refuse_as(&message);
            Err(Exit::Unusable)
        }
    };
    done.map_or_else(|exit| exit, |()| Exit::Done)
}

fn of_folder(args: &Args, folder: &Path, workspace: Option<&Workspace>, terminal: &Terminal) -> Result<(), Exit> {
    let key = signers::key(&args.key, args.passphrase_file.as_deref(), terminal)?;
    let mut bundle = Bundle::Folder(folder.to_path_buf());
    let lists = bundles::lists(&mut bundle, folder, terminal)?;
    for (kind, bytes) in lists {
        let found = bundles::compared(&mut bundle, folder, kind, &bytes, |_, _| (), terminal)?;
        if !bundles::all_as_listed(&found) {
            bundles::tell_faults(&found, terminal);
            terminal.refuse(&trust_messages::NOT_SIGNED_AS, &vec![("file", kind.file().into())]);
            return Err(Exit::Faults);
        }
        let path = folder.join(file_name(kind.file()));
        let signature = signed(&key, &bytes, &args.key, terminal)?;
        atomic_write::put(&path, signature.as_bytes()).map_err(|error| terminal.unwritten(&error))?;
        terminal.inform(&trust_messages::WROTE_SIGNATURE, &vec![("path", path_text(&path).into())]);
    }
    tell_line(&key, workspace, terminal)
}

fn of_register(args: &Args, workspace: Workspace, terminal: &Terminal) -> Result<(), Exit> {
    let key = signers::key(&args.key, args.passphrase_file.as_deref(), terminal)?;
    let checked = workspace::checked(workspace, None, &Timings::default(), terminal)?;
    let root = &checked.workspace.root;
    let own = AllowedSigners::read(&format!("own {}", key.public_line())).unwrap_or_default();
    let now = signers::now();
    let mut changes = Vec::new();
    for release in checked.store.records.of_kind(RELEASE) {
        let file = root.join(checked.files.path(release.file));
        let bytes = std::fs::read(&file).map_err(|error| terminal.unread(&file, &error))?;
        let path = release_signature(&release.id);
        let before = std::fs::read_to_string(root.join(&path)).ok();
        let verdict = before.as_ref().map(|before| own.judge(&bytes, before.as_bytes(), &now));
        if matches!(verdict, Some(Verdict::Signed { .. })) {
            continue;
        }
        let after: Arc<str> = signed(&key, &bytes, &args.key, terminal)?.into();
        changes.push(match before {
            Some(before) => Change::of_text(&path, before.into(), after),
            None => Change { path, before: None, after: Some(after), renamed: None },
        });
    }
    if changes.is_empty() {
        terminal.inform(&trust_messages::ALL_SIGNED, &vec![]);
    } else {
        match edits::make(&changes, root, terminal) {
            Exit::Done => changes.iter().for_each(|change| terminal.say(path_text(&change.path))),
            exit => return Err(exit),
        }
    }
    tell_line(&key, Some(&checked.workspace), terminal)
}

/// Returns where the signature of a release stands, in its workspace.
pub fn release_signature(release: &str) -> PathBuf {
    Path::new("data/register").join(release).join("release.sig")
}

fn signed(key: &Key, bytes: &[u8], path: &Path, terminal: &Terminal) -> Result<String, Exit> {
    key.sign(bytes).map_err(|_| {
        terminal.refuse(&trust_messages::UNKNOWN_KIND_OF_KEY, &vec![("path", path_text(path).into())]);
        Exit::Unusable
    })
}

/// Says which line makes the signature count, where the workspace does not have it.
fn tell_line(key: &Key, workspace: Option<&Workspace>, terminal: &Terminal) -> Result<(), Exit> {
    let Some(workspace) = workspace else { return Ok(()) };
    let allowed = signers::allowed(None, Some(&workspace.root), terminal)?.unwrap_or_default();
    let signature = key.sign(&[]).unwrap_or_default();
    if !matches!(allowed.judge(&[], signature.as_bytes(), &signers::now()), Verdict::Signed { .. }) {
        let line = key.public_line();
        // The comment of a key is mostly the name of its owner.
        let name = line.split(' ').nth(2).unwrap_or("name").to_owned();
        let line = line.splitn(3, ' ').take(2).collect::<Vec<_>>().join(" ");
        let line = format!("{name} namespaces=\"{}\" {line}", crate::signature::NAMESPACE);
        terminal.inform(&trust_messages::NOT_ALLOWED_YET, &vec![("line", line.into())]);
    }
    Ok(())
}
