//! `chancery changes`: what changed in documents since an earlier version.

use std::path::Path;

use glob::Pattern;
use serde_json::{Value as Json, json};

use super::exit::Exit;
use super::options::LanguageOptions;
use super::release::no_repository;
use super::{messages, terminal::Terminal, workspace};
use crate::check::{Checked, check};
use crate::diag::Arg;
use crate::driver::{self, BuildRequest, Expected, Only, Timings, Views};
use crate::load::{self, Workspace};
use crate::page::{self, Became, ChangedFact};
use crate::record::edtf::Date;
use crate::revision::{self, Checkout};

/// Say what changed in documents since an earlier version
///
/// Compares what a document prints with what a version that went out, or a commit, printed: each fact with its record and field, what it was,
/// what it is, and its sources. Layout is not compared.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The document: report/subject/language, the beginning of that, or the name of its file.
    document: String,
    /// Since when: a version that was released (v01), a revision of the repository, or a day; without it, the last version that was released.
    #[arg(long, value_name = "VERSION")]
    since: Option<String>,
    /// The edition; without it, the first one of data/settings.yaml.
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// Write JSON, for other programs.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    pub language_options: LanguageOptions,
}

/// What a document printed earlier.
enum Before {
    /// What a version did.
    Version(String),
    /// What the documents of a revision did.
    Revision {
        /// The records as they were.
        then: Box<Checked>,
        /// Their files, which go with it.
        _files: Checkout,
    },
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    match told(args, workspace, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn told(args: &Args, workspace: Workspace, terminal: &Terminal) -> Result<Exit, Exit> {
    let before = before(args, &workspace, terminal)?;
    let checked = workspace::checked(workspace, args.edition.as_deref(), &Timings::default(), terminal)?;
    let refuse = |error: &driver::PlanError| {
        terminal.refuse_as(&error.words());
        Exit::Unusable
    };
    let wanted = BuildRequest { edition: args.edition.clone(), ..BuildRequest::default() };
    let views = [Views::new(&checked, &wanted).map_err(|error| refuse(&error))?];
    let earlier = match &before {
        Some(Before::Revision { then, .. }) => Some([Views::new(then, &wanted).map_err(|error| refuse(&error))?]),
        _ => None,
    };
    let earlier = earlier.as_ref().map(|views| driver::expected(views)).transpose().map_err(|error| refuse(&error))?;
    let only = Only::new(vec![Pattern::new(&Pattern::escape(&args.document)).unwrap_or_default()]);
    let documents = driver::expected(&views).map_err(|error| refuse(&error))?;
    let mut found = Vec::new();
    let mut missing = Vec::new();
    for document in documents.iter().filter(|document| only.fits(document)) {
        match old(document, before.as_ref(), earlier.as_deref()) {
            Some((since, data)) => found.push((document, since, facts(document, &data, &checked, terminal)?)),
            None => missing.push(document.name()),
        }
    }
    if found.is_empty() && missing.is_empty() {
        terminal.refuse(&messages::NO_DOCUMENT, &vec![("document", args.document.as_str().into())]);
        return Err(Exit::Unusable);
    }
    for name in missing {
        let since: Arg = args.since.as_deref().map_or_else(|| Arg::from(&messages::ANY_VERSION), Arg::from);
        terminal.refuse(&messages::NOT_THERE_THEN, &vec![("document", name.into()), ("since", since)]);
    }
    if args.json {
        let of_one = |(document, since, facts): &(&Expected<'_>, String, Vec<ChangedFact>)| json!({"document": document.name(), "since": since, "facts": facts});
        terminal.say(serde_json::to_string_pretty(&found.iter().map(of_one).collect::<Json>()).expect("plain JSON"));
    } else {
        found.iter().for_each(|(document, since, facts)| show(document, since, facts, terminal));
    }
    Ok(if found.is_empty() { Exit::Unusable } else { Exit::Done })
}

/// Understands what a person calls a version, a day or a revision.
fn before(args: &Args, workspace: &Workspace, terminal: &Terminal) -> Result<Option<Before>, Exit> {
    let Some(since) = &args.since else { return Ok(None) };
    let is_version = since.strip_prefix('v').is_some_and(|number| number.parse::<u32>().is_ok());
    if is_version {
        return Ok(Some(Before::Version(since.clone())));
    }
    let root = if workspace.root.as_os_str().is_empty() { Path::new(".") } else { &workspace.root };
    let is_day = matches!(Date::parse(since), Ok(Date::On(day)) if day.day.is_some());
    let commit = if is_day { revision::at_the_end_of(root, since) } else { Ok(Some(since.clone())) };
    let checkout = match commit {
        Ok(Some(commit)) => Checkout::of(root, &commit).map_err(|error| no_repository(&error, terminal))?,
        Ok(None) => {
            terminal.refuse(&messages::NO_COMMIT_THEN, &vec![("since", since.as_str().into())]);
            return Err(Exit::Unusable);
        }
        Err(error) => return Err(no_repository(&error, terminal)),
    };
    let result = check(load::load(Workspace { root: checkout.folder().to_path_buf() }));
    let checked = result.checked();
    let Some(then) = checked else {
        terminal.refuse(&messages::FAULTY_THEN, &vec![("since", since.as_str().into())]);
        return Err(Exit::Faults);
    };
    Ok(Some(Before::Revision { then: Box::new(then), _files: checkout }))
}

/// Returns what a document printed earlier, and what that version is called.
fn old(document: &Expected<'_>, before: Option<&Before>, earlier: Option<&[Expected<'_>]>) -> Option<(String, Json)> {
    match before {
        None => document.job.earlier.as_ref().map(|earlier| (earlier.version.clone(), earlier.data.clone())),
        Some(Before::Version(name)) => {
            let (view, subject) = (document.job.view, document.job.subject.map(|subject| subject.id.as_str()));
            let all = driver::releases(view.store(), &document.job.report.name, subject);
            let number = name.strip_prefix('v')?.parse::<u32>().ok()?;
            let release = all.into_iter().find(|release| release.number == number)?;
            let (root, edition) = (view.workspace().root.as_path(), &view.edition().id);
            let released = driver::release_data(&release, root, edition, document.job.language.code())?;
            Some((released.version, released.data))
        }
        Some(Before::Revision { .. }) => {
            let then = earlier?.iter().find(|other| other.name() == document.name())?;
            Some((then.file.clone(), driver::page(&then.job).ok()?.data))
        }
    }
}

fn facts(
    document: &Expected<'_>,
    old: &Json,
    checked: &Checked,
    terminal: &Terminal,
) -> Result<Vec<ChangedFact>, Exit> {
    let page = driver::page(&document.job).map_err(|faults| {
        terminal.diagnose(&faults, &checked.files);
        Exit::Faults
    })?;
    Ok(page::since(old, &page.data, document.job.view.store(), document.job.language))
}

fn show(document: &Expected<'_>, since: &str, facts: &[ChangedFact], terminal: &Terminal) {
    let locale = terminal.locale();
    let values = vec![("document", document.name().into()), ("since", since.into()), ("number", facts.len().into())];
    terminal.say(messages::CHANGED_SINCE.format(&values, locale));
    for fact in facts {
        let became = match fact.became {
            Became::Added => &messages::BECAME_ADDED,
            Became::Changed => &messages::BECAME_CHANGED,
            Became::Removed => &messages::BECAME_REMOVED,
        };
        let place = [fact.record.as_deref(), Some(fact.field.as_str()).filter(|field| !field.is_empty())];
        let place = place.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let values = [&fact.old, &fact.new].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" → ");
        let sources = if fact.sources.is_empty() { String::new() } else { format!(" [{}]", fact.sources.join(", ")) };
        terminal.say(format!("  {} {place}: {values}{sources}", became.words(locale)));
    }
}
