//! `chancery pack`: the documents of an agenda as one.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::options::language;
use super::progress::Progress;
use super::{output, terminal::Terminal, workspace};
use crate::atomic_write::NewFolder;
use crate::check::Checked;
use crate::diag::path_text;
use crate::distribute::{self, Delegate};
use crate::driver::{self, BuildRequest, Document, PlanError, Timings, Typesetter, Views};
use crate::emit::Part;
use crate::load::Workspace;
use crate::record::{Language, Record};
use crate::render::{Form, Limits};
use crate::report::Report;
use crate::select::Job;

/// Make the pack of a meeting: the documents of an agenda as one PDF
///
/// The documents stand in the order of the agenda, behind a cover and the contents, with pages numbered through. Where the agenda names
/// delegates, each gets a copy of its own with its name and a number, in its language, with no more in it than it may see. Each path written
/// is printed, with how many pages and sheets there are to print below it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id of the agenda.
    agenda: String,
    /// Make one pack in these languages for the file, and no copies for delegates; give it several times for several.
    #[arg(long, value_name = "CODE", value_parser = language)]
    lang: Vec<Language>,
    /// The edition of the pack for the file: who may see how much, as data/settings.yaml says.
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// The day up to which information is taken in, for example 2022-03-04.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// The folder to write to; without it, out/ in the workspace.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    match packed(args, workspace, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

/// What the command works with.
struct Work<'a> {
    args: &'a Args,
    checked: &'a Checked,
    typesetter: Typesetter,
    report: &'a Report,
    agenda: &'a Record,
    terminal: &'a Terminal,
}

fn packed(args: &Args, workspace: Workspace, terminal: &Terminal) -> Result<Exit, Exit> {
    let typesetter = Typesetter::in_workers(&workspace.templates(), &workspace.fonts(), Limits::default());
    typesetter.warm_up();
    let checked = workspace::checked(workspace, args.edition.as_deref(), &Timings::default(), terminal)?;
    let binds =
        |record: &Record| checked.reports.iter().find(|r| r.binds.is_some() && r.for_each.contains(&record.kind));
    let named = checked.store.records.get(&args.agenda);
    let Some((agenda, report)) = named.and_then(|record| Some((record, binds(record)?))) else {
        terminal.refuse(&distribute::NO_AGENDA, &vec![("agenda", args.agenda.as_str().into())]);
        return Err(Exit::Unusable);
    };
    let work = Work { args, checked: &checked, typesetter, report, agenda, terminal };
    let for_the_file = !args.lang.is_empty() || args.edition.is_some();
    let delegates = match &report.binds {
        Some(binds) if !for_the_file => distribute::delegates(&checked, binds, agenda),
        _ => Vec::new(),
    };
    if delegates.is_empty() { work.for_the_file() } else { work.copies(&delegates) }
}

impl Work<'_> {
    /// Makes one pack in each language, like any document.
    fn for_the_file(&self) -> Result<Exit, Exit> {
        let wanted = BuildRequest {
            report: self.report.name.clone(),
            subjects: vec![self.agenda.id.clone()],
            languages: self.args.lang.clone(),
            as_of: self.args.as_of.clone(),
            edition: self.args.edition.clone(),
            ..BuildRequest::default()
        };
        let views = Views::new(self.checked, &wanted).map_err(|error| self.unplanned(&error))?;
        let jobs = driver::plan(&views, &wanted).map_err(|error| self.unplanned(&error))?;
        jobs.iter().for_each(|job| self.tell_left_out(job, &views, None));
        let folder = output::folder(&self.out(), &views);
        let folder = output::hold(&folder, views.edition(), Part::Whole, &self.checked.workspace, self.terminal)?;
        let made = self.make(&jobs)?;
        let told: Vec<(usize, usize)> = made.iter().map(measure).collect();
        let paths = driver::write(made, &folder).map_err(|error| self.terminal.unwritten(&error))?;
        paths.iter().zip(told).for_each(|(path, told)| self.tell(path, told));
        Ok(Exit::Done)
    }

    /// Makes a copy for each delegate; nothing is written before all are made.
    fn copies(&self, delegates: &[Delegate<'_>]) -> Result<Exit, Exit> {
        let mut made = Vec::new();
        let mut refused = false;
        for delegate in delegates {
            match self.copy(delegate)? {
                Some(document) => made.push((delegate, document)),
                None => refused = true,
            }
        }
        if !made.is_empty() {
            self.write_copies(made)?;
        }
        Ok(if refused { Exit::Faults } else { Exit::Done })
    }

    /// Writes the copies, each in the folder of its delegate; what an earlier run left there is gone.
    fn write_copies(&self, made: Vec<(&Delegate<'_>, Document)>) -> Result<(), Exit> {
        let above = self.out().join("packs");
        let _held = output::hold(&above, "", Part::Whole, &self.checked.workspace, self.terminal)?;
        let unwritten = |error| self.terminal.unwritten(&error);
        let target = above.join(&self.agenda.id);
        let folder = NewFolder::begin(&target).map_err(unwritten)?;
        let mut told = Vec::new();
        for (delegate, document) in made {
            let name = format!("{}/{}", delegate.recipient.id(), document.document.file_name);
            folder.write(&name, &document.rendered.pdf).map_err(unwritten)?;
            told.push((target.join(name), measure(&document)));
        }
        folder.put().map_err(unwritten)?;
        told.iter().for_each(|(path, measured)| self.tell(path, *measured));
        Ok(())
    }

    /// Makes the copy of a delegate; none where it is refused, which is told.
    fn copy(&self, delegate: &Delegate<'_>) -> Result<Option<Document>, Exit> {
        let refuse = |reason| {
            let values = vec![("recipient", delegate.recipient.id().into()), ("reason", reason)];
            self.terminal.refuse(&distribute::NO_COPY, &values);
            Ok(None)
        };
        let Some(edition) = &delegate.edition else { return refuse((&distribute::NO_HIGHEST).into()) };
        let views = Views::over(self.checked, edition, self.args.as_of.as_deref());
        let views = views.map_err(|error| self.unplanned(&error))?;
        let job = delegate.job(&views, self.report, &self.agenda.id).map_err(|error| self.unplanned(&error))?;
        let Some(job) = job else { return refuse((&distribute::AGENDA_TOO_HIGH).into()) };
        self.tell_left_out(&job, &views, Some(delegate.recipient.id()));
        let Some(document) = self.make(&[job])?.into_iter().next() else { return Ok(None) };
        let (ceiling, schemes) = (delegate.ceiling(self.checked), &self.checked.store.schemes);
        match document.document.levels.iter().find(|level| !ceiling.allows(&level.marking, schemes)) {
            Some(level) => refuse(distribute::TOO_HIGH.of(vec![("marking", level.marking.to_string().into())])),
            None => Ok(Some(document)),
        }
    }

    fn make(&self, jobs: &[Job<'_>]) -> Result<Vec<Document>, Exit> {
        let progress = Progress::new(jobs.len(), false);
        let timings = Timings::default();
        let made = driver::make(self.checked, &self.typesetter, jobs, &timings, Form::Pdf, || progress.step());
        progress.end();
        let made = made.map_err(|failed| {
            self.terminal.diagnose(&failed.diagnostics, &failed.files);
            Exit::Faults
        })?;
        self.terminal.diagnose(&driver::warnings(&made), &self.checked.files);
        Ok(made)
    }

    fn out(&self) -> PathBuf {
        self.args.out.clone().unwrap_or_else(|| self.checked.workspace.root.join("out"))
    }

    /// Says which documents of the agenda are no part of a pack, because its reader may not see them.
    fn tell_left_out(&self, job: &Job<'_>, views: &Views<'_>, recipient: Option<&str>) {
        let left_out = driver::unseen(self.checked, self.report, self.agenda, job);
        if !left_out.is_empty() {
            let reader = recipient.unwrap_or_else(|| views.edition());
            let values = vec![("reader", reader.into()), ("documents", left_out.join(", ").into())];
            self.terminal.refuse(&distribute::LEFT_OUT_OF_PACK, &values);
        }
    }

    /// Says where a pack lies, and how much there is to print.
    fn tell(&self, path: &Path, (pages, bytes): (usize, usize)) {
        self.terminal.say(path_text(path));
        let values = vec![
            ("pages", pages.into()),
            ("sheets", pages.div_ceil(2).into()),
            ("kilobytes", bytes.div_ceil(1000).into()),
        ];
        self.terminal.inform(&distribute::TO_PRINT, &values);
    }

    fn unplanned(&self, error: &PlanError) -> Exit {
        self.terminal.refuse_as(&error.words());
        Exit::Unusable
    }
}

fn measure(document: &Document) -> (usize, usize) {
    (document.finished.pages, document.rendered.pdf.len())
}
