//! A folder or an archive of documents: against its list, its signature, and the register.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::super::exit::Exit;
use super::super::options::system;
use super::super::{bundles, signers, terminal::Terminal, trust_messages, workspace};
use super::args::Args;
use super::copies::{numbered, original};
use crate::check::Checked;
use crate::diag::{Arg, Message, path_text};
use crate::digest;
use crate::driver::Timings;
use crate::load::Workspace;
use crate::proof::{Bundle, Standing};
use crate::release::{self, Past, Registered, Unmade};
use crate::revision::NoCheckout;
use crate::select::Numbered;
use crate::signature::file_name;

/// How many files stand in which way.
#[derive(Default)]
struct Totals {
    listed: usize,
    changed: usize,
    unlisted: usize,
    rebuilt: usize,
    other: usize,
    /// Whether each list that is signed is so by somebody who may; nothing where none is signed.
    signed: Option<bool>,
}

/// Checks a folder or an archive.
pub fn run(args: &Args, workspace: Option<Workspace>, is_archive: bool, terminal: &Terminal) -> Exit {
    let bytes = match is_archive.then(|| std::fs::read(&args.file)).transpose() {
        Ok(bytes) => bytes.unwrap_or_default(),
        Err(error) => return terminal.unread(&args.file, &error),
    };
    let bundle = if is_archive { Bundle::of_archive(&bytes) } else { Ok(Bundle::Folder(PathBuf::from(&args.file))) };
    match bundle {
        Ok(bundle) => checked(args, bundle, workspace, terminal).unwrap_or_else(|exit| exit),
        Err(why) => bundles::unreadable(&args.file, &why, terminal),
    }
}

fn checked(
    args: &Args,
    mut bundle: Bundle<'_>,
    workspace: Option<Workspace>,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let lists = bundles::lists(&mut bundle, &args.file, terminal)?;
    let root = workspace.as_ref().map(|workspace| workspace.root.clone());
    let may_sign = signers::allowed(args.allowed_signers.as_deref(), root.as_deref(), terminal)?;
    let mut totals = Totals::default();
    // Documents as the list says, by name, with their sums: what the register knows of them is made again afterwards.
    let mut documents: BTreeMap<String, String> = BTreeMap::new();
    for (kind, list) in &lists {
        let note = |name: &str, bytes: Vec<u8>| _ = documents.insert(name.to_owned(), digest::of(bytes));
        let found = bundles::compared(&mut bundle, &args.file, *kind, list, note, terminal)?;
        bundles::tell_faults(&found, terminal);
        for one in &found {
            match one.standing {
                Standing::AsListed => totals.listed += 1,
                Standing::Changed | Standing::Missing => totals.changed += 1,
                Standing::NotListed => totals.unlisted += 1,
            }
        }
        let signature = bundle.read(&file_name(kind.file()));
        let signature = signature.map_err(|why| bundles::unreadable(&args.file, &why, terminal))?;
        let signed = signers::tell_of(kind.file(), list, signature.as_deref(), may_sign.as_ref(), terminal);
        totals.signed = match (totals.signed, signed) {
            (Some(one), Some(other)) => Some(one && other),
            (one, other) => one.or(other),
        };
    }
    match workspace {
        Some(workspace) => {
            let checked = workspace::checked(workspace, None, &Timings::default(), terminal)?;
            rebuilt(&documents, &checked, &mut totals, terminal);
        }
        None => {
            documents
                .keys()
                .for_each(|name| terminal.inform(&trust_messages::AS_LISTED, &vec![("file", name.as_str().into())]));
            terminal.inform(&trust_messages::NOT_REBUILT, &vec![]);
        }
    }
    Ok(end(args, &totals, terminal))
}

/// Makes what was released again, the files of a commit after each other, and says of each file what it is.
fn rebuilt(documents: &BTreeMap<String, String>, checked: &Checked, totals: &mut Totals, terminal: &Terminal) {
    let mut known: Vec<(&str, &str, Registered<'_>, Option<Numbered>)> = Vec::new();
    for (name, sha256) in documents {
        let file = name.rsplit('/').next().unwrap_or(name);
        let values = vec![("file", name.as_str().into())];
        match (release::registered(checked, file), original(checked, file)) {
            (Some(registered), _) => known.push((name, sha256, registered, None)),
            (None, Some(registered)) => match numbered(checked, registered, sha256) {
                Some(copy) => known.push((name, sha256, registered, Some(copy))),
                None => terminal.inform(&trust_messages::IS_COPY, &values),
            },
            (None, _) if file.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) => {
                terminal.inform(&trust_messages::NOT_IN_REGISTER, &values);
            }
            (None, _) => terminal.inform(&trust_messages::AS_LISTED, &values),
        }
    }
    known.sort_by_key(|(_, _, registered, _)| registered.text("commit").unwrap_or_default().to_owned());
    let mut past = Past::new(&checked.workspace.root);
    for (name, sha256, registered, copy) in known {
        let commit = registered.text("commit").unwrap_or_default();
        let mut values = vec![("file", Arg::from(name)), ("commit", commit.into())];
        let message: &Message = if copy.is_some() || registered.said("sha256") == Some(sha256) {
            match past.file(registered, copy) {
                Ok(Some(made)) if digest::of(&made) == *sha256 => &trust_messages::AS_RELEASED,
                Ok(_) => &trust_messages::MADE_OTHERWISE,
                Err(why) => {
                    values.push(("reason", reason(&why)));
                    &trust_messages::NOT_MADE
                }
            }
        } else {
            &trust_messages::NOT_AS_RELEASED
        };
        terminal.inform(message, &values);
        if message == &trust_messages::AS_RELEASED {
            totals.rebuilt += 1;
        } else {
            totals.other += 1;
        }
    }
}

fn reason(why: &Unmade) -> Arg {
    match why {
        Unmade::NoCommit(NoCheckout::System(error)) => system(error),
        Unmade::NoCommit(NoCheckout::Git(said)) => said.lines().last().unwrap_or_default().into(),
        Unmade::Plan(error) => error.words(),
        Unmade::Faulty | Unmade::Failed(_) => Arg::from(&trust_messages::HAS_FAULTS),
    }
}

fn end(args: &Args, totals: &Totals, terminal: &Terminal) -> Exit {
    // Whoever names those who may sign wants to know that one of them did.
    let is_signed = totals.signed.unwrap_or(args.allowed_signers.is_none());
    let holds = is_signed && totals.changed + totals.unlisted + totals.other == 0;
    let word = if totals.signed == Some(true) { &trust_messages::YES } else { &trust_messages::NO };
    let values = vec![
        ("path", path_text(&args.file).into()),
        ("listed", totals.listed.into()),
        ("changed", totals.changed.into()),
        ("unlisted", totals.unlisted.into()),
        ("other", totals.other.into()),
        ("rebuilt", totals.rebuilt.into()),
        ("signed", Arg::from(word)),
    ];
    terminal.inform(if holds { &trust_messages::HOLDS } else { &trust_messages::DOES_NOT_HOLD }, &values);
    if holds { Exit::Done } else { Exit::Faults }
}
