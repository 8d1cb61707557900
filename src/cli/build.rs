//! `chancery build`: keeps a folder of documents true to the records.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::exit::Exit;
use super::options::{LanguageOptions, pattern, shard, size};
use super::progress::Progress;
use super::{output, terminal::Terminal, workspace};
use crate::cache::{self, Cache, Leftovers};
use crate::check::Checked;
use crate::diag::{Arg, Message, MessageArgs, messages, path_text};
use crate::driver::{self, Built, Expected, Folder, Only, Outcome, Shard, Stamp, Timings, Typesetter, Views};
use crate::emit::Part;
use crate::load::Workspace;
use crate::render::Limits;

/// Make every document that is not true to the records
///
/// Plans the documents of every report, record, language and edition, as far as `build` in data/settings.yaml does not narrow them, and
/// makes those whose records, templates or fonts have changed. One that fails keeps no other back. Each edition but the first has a folder
/// of its own; manifest.json lists every document with its state.
#[derive(Debug, clap::Args)]
// Each is a switch of its own.
#[allow(clippy::struct_excessive_bools)]
pub struct Args {
    /// Only these documents: patterns of report/subject/language or of file names, for example 'event-brief/*/ru'.
    #[arg(long, value_name = "GLOB", num_args = 1.., value_parser = pattern)]
    only: Vec<glob::Pattern>,
    /// How many documents are made at the same time; without it, as many as there are processors.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// The folder to write to; without it, out/ in the workspace.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// The folder of what was made before; without it, .cache/ in the folder of each edition.
    #[arg(long, value_name = "FOLDER")]
    cache: Option<PathBuf>,
    /// How much the cache may hold, for example 2G; what was used least lately goes.
    #[arg(long, value_name = "SIZE", value_parser = size)]
    cache_limit: Option<u64>,
    /// Make nothing; name the documents that would be made, and end with 1 if there are any.
    #[arg(long, conflicts_with_all = ["plan", "explain", "prune"])]
    check: bool,
    /// Make nothing; print the documents as JSON.
    #[arg(long, conflicts_with_all = ["explain", "prune"])]
    plan: bool,
    /// Make nothing; say why a document would be made.
    #[arg(long, value_name = "DOCUMENT", conflicts_with = "prune")]
    explain: Option<String>,
    /// Move documents that nothing asks for any more to a folder beside, called like this one with -withdrawn.
    #[arg(long)]
    prune: bool,
    /// Only the part of the documents that falls to one of several machines, for example 1/4.
    #[arg(long, value_name = "I/N", value_parser = shard)]
    shard: Option<Shard>,
    /// After so many seconds a document is given up.
    #[arg(long, value_name = "SECONDS", default_value_t = Limits::default().deadline, value_parser = clap::value_parser!(u64).range(1..))]
    deadline: u64,
    /// A document that needs more megabytes of memory is given up.
    #[arg(long, value_name = "MB", default_value_t = Limits::default().memory, value_parser = clap::value_parser!(u64).range(128..))]
    memory: u64,
    /// Say nothing but what fails.
    #[arg(long)]
    quiet: bool,
    #[command(flatten)]
    pub language_options: LanguageOptions,
}

impl Args {
    /// Returns what makes all documents in a folder and says nothing but what fails.
    pub fn quietly(out: PathBuf, cache: Option<PathBuf>) -> Self {
        let limits = Limits::default();
        Self {
            only: Vec::new(),
            jobs: None,
            out: Some(out),
            cache,
            cache_limit: None,
            check: false,
            plan: false,
            explain: None,
            prune: false,
            shard: None,
            deadline: limits.deadline,
            memory: limits.memory,
            quiet: true,
            language_options: LanguageOptions { lang: None },
        }
    }
}

/// A build that is about to begin.
struct Task<'a> {
    args: &'a Args,
    terminal: &'a Terminal,
    workspace: &'a Workspace,
    typesetter: Typesetter,
    out: PathBuf,
    /// The part of the documents that this machine makes.
    shard: Option<Shard>,
    /// What goes in, where all that is asked for is made.
    stamp: Option<Stamp>,
    /// Whether what was read is out of date, because another run held the folder since then.
    is_outdated: Cell<bool>,
}

/// Returns the part that an indexed job of Kubernetes gives a machine.
fn shard_of_index() -> Option<Shard> {
    let variable = |name: &str| std::env::var(name).ok();
    Shard::of_index(&variable("JOB_COMPLETION_INDEX")?, &variable("CHANCERY_SHARDS")?)
}

fn seconds(begun: Instant) -> Arg {
    format!("{:.1}", begun.elapsed().as_secs_f64()).into()
}

/// Runs the command.
pub fn run(args: &Args, workspace: &Workspace, terminal: &Terminal) -> Exit {
    let begun = Instant::now();
    loop {
        if let Some(exit) = attempt(args, workspace, terminal, begun) {
            return exit;
        }
    }
}

/// Builds, unless what was read is out of date by the time that the folder is free.
fn attempt(args: &Args, workspace: &Workspace, terminal: &Terminal, begun: Instant) -> Option<Exit> {
    let limits = Limits { deadline: args.deadline, memory: args.memory };
    let typesetter = Typesetter::in_workers(&workspace.templates(), &workspace.fonts(), limits);
    let task = Task {
        args,
        terminal,
        workspace,
        typesetter: match args.jobs {
            Some(jobs) => typesetter.at_most(jobs.into()),
            None => typesetter,
        },
        out: args.out.clone().unwrap_or_else(|| workspace.root.join("out")),
        shard: args.shard.or_else(shard_of_index),
        stamp: None,
        is_outdated: Cell::new(false),
    };
    let all = args.only.is_empty() && task.shard.is_none() && !args.plan && !args.prune && args.explain.is_none();
    let task = Task { stamp: all.then(|| Stamp::take(workspace)).flatten(), ..task };
    if let Some(documents) = task.stamp.as_ref().and_then(|stamp| stamp.is_fresh(&task.out)) {
        let values = vec![("all", documents.into()), ("seconds", seconds(begun))];
        task.inform(&messages::NOTHING_CHANGED, &values);
        return Some(Exit::Done);
    }
    task.typesetter.warm_up();
    let checked = match workspace::checked(workspace.clone(), None, &Timings::default(), terminal) {
        Ok(checked) => checked,
        Err(exit) => return Some(exit),
    };
    let exit = workspace::planned(driver::views(&checked), terminal, |views, documents| {
        task.run(&checked, views, documents, begun)
    });
    (!task.is_outdated.get()).then_some(exit)
}

impl Task<'_> {
    fn run(&self, checked: &Checked, views: &[Views<'_>], all: Vec<Expected<'_>>, begun: Instant) -> Exit {
        let args = self.args;
        let only = Only::new(args.only.clone());
        let meant =
            |document: &Expected<'_>| only.fits(document) && self.shard.is_none_or(|shard| shard.holds(document));
        let documents: Vec<Expected<'_>> = all.into_iter().filter(meant).collect();
        if documents.is_empty() && !only.is_all() {
            let patterns: Vec<&str> = args.only.iter().map(glob::Pattern::as_str).collect();
            self.terminal.refuse(&messages::NONE_FITS, &vec![("text", patterns.join(" ").into())]);
            return Exit::Unusable;
        }
        let outs: Vec<PathBuf> = views.iter().map(|views| output::folder(&self.out, views)).collect();
        match () {
            () if args.plan => self.plan(&documents, &outs),
            () if args.check => self.check(&documents, &outs),
            () if args.explain.is_some() => self.explain(&documents, &outs, checked),
            () => self.build(checked, views, &documents, &outs, !only.is_all(), begun),
        }
    }

    fn cache(&self, out: &Path) -> PathBuf {
        self.args.cache.clone().unwrap_or_else(|| out.join(".cache"))
    }

    fn plan(&self, documents: &[Expected<'_>], outs: &[PathBuf]) -> Exit {
        let json: Vec<serde_json::Value> = documents.iter().map(|document| planned(document, outs)).collect();
        self.terminal.say(serde_json::to_string_pretty(&json).expect("a plan is plain text"));
        Exit::Done
    }

    fn check(&self, documents: &[Expected<'_>], outs: &[PathBuf]) -> Exit {
        let is_outdated = |document: &&Expected<'_>| {
            let out = &outs[document.edition];
            driver::outdated(document, out, &Cache::open(&self.cache(out)), &self.typesetter)
        };
        let outdated: Vec<&Expected<'_>> = documents.iter().filter(is_outdated).collect();
        for document in &outdated {
            self.say(&messages::OUTDATED, &outs[document.edition].join(&document.file));
        }
        let values = vec![("all", documents.len().into()), ("outdated", outdated.len().into())];
        self.inform(&messages::OUTDATED_COUNTED, &values);
        if outdated.is_empty() { Exit::Done } else { Exit::Faults }
    }

    fn explain(&self, documents: &[Expected<'_>], outs: &[PathBuf], checked: &Checked) -> Exit {
        let text = self.args.explain.as_deref().unwrap_or_default();
        let called: Vec<&Expected<'_>> = documents.iter().filter(|document| document.is_called(text)).collect();
        if called.is_empty() {
            self.terminal.refuse(&messages::NO_DOCUMENT, &vec![("text", text.into())]);
            return Exit::Unusable;
        }
        for document in called {
            let out = &outs[document.edition];
            self.terminal.say(path_text(out.join(&document.file)));
            match driver::explain(document, out, &Cache::open(&self.cache(out)), &self.typesetter) {
                Ok(reasons) if reasons.is_empty() => self.because(&(&messages::WHY_NOT).into()),
                Ok(reasons) => reasons.iter().for_each(|why| self.because(&why.words())),
                Err(faults) => {
                    self.terminal.diagnose(&faults, &checked.files);
                    return Exit::Faults;
                }
            }
        }
        Exit::Done
    }

    fn because(&self, words: &Arg) {
        self.terminal.say(format!("  {}", words.format(self.terminal.locale())));
    }

    fn build(
        &self,
        checked: &Checked,
        views: &[Views<'_>],
        documents: &[Expected<'_>],
        outs: &[PathBuf],
        partial: bool,
        begun: Instant,
    ) -> Exit {
        let folders = match self.hold(views, outs) {
            Ok(folders) => folders,
            Err(exit) => return exit,
        };
        if folders.iter().any(|folder| folder.out.has_waited()) && !self.is_as_it_was() {
            self.is_outdated.set(true);
            return Exit::Done;
        }
        let progress = Progress::new(documents.len(), self.args.quiet);
        let mut counts = Counts { all: documents.len(), ..Counts::default() };
        let built = driver::build(checked, &self.typesetter, documents, &folders, partial, |document, outcome| {
            progress.step();
            counts.add(outcome);
            if !progress.is_shown() {
                self.say(line(outcome), &outs[document.edition].join(&document.file));
            }
        });
        progress.end();
        match built {
            Ok(built) => {
                self.terminal.diagnose(&built.warnings, &checked.files);
                self.end(&built, &folders, outs, &counts, begun)
            }
            Err(error) => self.terminal.unwritten(&error),
        }
    }

    /// Takes hold of the folders of all editions.
    fn hold(&self, views: &[Views<'_>], outs: &[PathBuf]) -> Result<Vec<Folder>, Exit> {
        let part = self.shard.map_or(Part::Whole, Shard::part);
        let is_own_cache = self.args.cache.is_none() && part == Part::Whole;
        let mut folders = Vec::new();
        for (out, views) in outs.iter().zip(views) {
            let held = output::hold(out, views.edition(), part, self.workspace, self.terminal)?;
            let cache = Cache::open(&self.cache(out));
            cache.prepare(if is_own_cache { Leftovers::All } else { Leftovers::Old });
            folders.push(Folder { out: held, cache });
        }
        Ok(folders)
    }

    /// Returns whether what goes in is known to be what was read.
    fn is_as_it_was(&self) -> bool {
        self.stamp.as_ref().is_some_and(|stamp| stamp.holds(self.workspace))
    }

    fn end(&self, built: &Built, folders: &[Folder], outs: &[PathBuf], counts: &Counts, begun: Instant) -> Exit {
        if let Some(failed) = &built.failed {
            self.terminal.diagnose(&failed.diagnostics, &failed.files);
        }
        for (at, folder) in folders.iter().enumerate() {
            let gone: Vec<String> =
                built.withdrawn.iter().filter(|(of, _)| *of == at).map(|(_, file)| file.clone()).collect();
            if self.args.prune {
                match driver::prune(&folder.out, &gone, &beside(&outs[at])) {
                    Ok(paths) => paths.iter().for_each(|path| self.say(&messages::MOVED_OUT, path)),
                    Err(error) => return self.terminal.unwritten(&error),
                }
            } else {
                gone.iter().for_each(|file| self.say(&messages::WITHDRAWN, &outs[at].join(file)));
            }
            if let Some(limit) = self.args.cache_limit {
                cache::shrink(&self.cache(&outs[at]), limit);
            }
        }
        self.inform(
            &messages::BUILT,
            &vec![
                ("all", counts.all.into()),
                ("made", counts.made.into()),
                ("unchanged", counts.unchanged.into()),
                ("failed", counts.failed.into()),
                ("withdrawn", built.withdrawn.len().into()),
                ("seconds", seconds(begun)),
            ],
        );
        if built.failed.is_some() {
            return Exit::Faults;
        }
        let held: Vec<_> = folders.iter().map(|folder| &folder.out).collect();
        match self.stamp.clone().map(|stamp| stamp.put(&held, &self.out)) {
            Some(Err(error)) => self.terminal.unwritten(&error),
            _ => Exit::Done,
        }
    }

    /// Says what became of a file, unless nothing is to be said.
    fn say(&self, message: &Message, path: &Path) {
        self.inform(message, &vec![("path", path_text(path).into())]);
    }

    fn inform(&self, message: &Message, values: &MessageArgs) {
        if !self.args.quiet {
            self.terminal.inform(message, values);
        }
    }
}

/// How many documents ended in which way.
#[derive(Default)]
pub struct Counts {
    all: usize,
    /// Those that were rendered or put back.
    pub made: usize,
    /// Those that were as they should be.
    pub unchanged: usize,
    /// Those that cannot be made.
    pub failed: usize,
}

impl Counts {
    /// Counts one more.
    pub fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Made | Outcome::Restored => self.made += 1,
            Outcome::Unchanged => self.unchanged += 1,
            Outcome::Failed => self.failed += 1,
        }
    }
}

/// Returns what is said of a document that ended so.
pub fn line(outcome: Outcome) -> &'static Message {
    match outcome {
        Outcome::Made => &messages::MADE,
        Outcome::Restored => &messages::RESTORED,
        Outcome::Unchanged => &messages::UNCHANGED,
        Outcome::Failed => &messages::FAILED,
    }
}

fn planned(document: &Expected<'_>, outs: &[PathBuf]) -> serde_json::Value {
    let job = &document.job;
    serde_json::json!({
        "document": document.name(),
        "file": path_text(outs[document.edition].join(&document.file)),
        "report": job.report.name,
        "subject": job.subject.map(|subject| &subject.id),
        "language": job.language.code(),
        "edition": job.view.edition().id,
    })
}

/// Returns the folder for what is moved out of another: beside it, so that it is not handed on with it.
fn beside(out: &Path) -> PathBuf {
    let name = out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    out.with_file_name(format!("{name}-withdrawn"))
}
