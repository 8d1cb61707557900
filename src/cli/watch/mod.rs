//! `chancery watch`: the documents follow the saving of a file, and a browser shows their pages.

mod drawings;
mod server;
mod site;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::build::{Counts, line};
use super::exit::Exit;
use super::file_watch::{FileWatch, Saved};
use super::options::{language, system};
use super::{output, terminal::Terminal, workspace};
use crate::cache::{Cache, Leftovers};
use crate::check::{Checked, check};
use crate::diag::output::{self as shown, Format, RenderOptions};
use crate::diag::{Diagnostic, Files, messages, path_text};
use crate::driver::{self, BuildRequest, Expected, Folder, Outcome, Typesetter, Views};
use crate::edit;
use crate::emit::Part;
use crate::load::{Reader, Workspace};
use crate::record::Language;
use crate::render::Limits;
use drawings::{Drawings, Source};
use server::Server;
use site::{Listed, Site};

/// Shorter than a person notices, longer than an editor takes to write, rename and touch a file. What comes later is looked at again.
const SETTLED: Duration = Duration::from_millis(15);

/// Make documents again whenever a file is saved, and show them in a browser
///
/// Makes the documents of a report, or of one record, and makes them again when a record, template or font is saved. The address that is
/// printed shows their pages; they follow what is saved, and what is wrong stands there with file and line. Only this machine is served.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The report; without it, all.
    report: Option<String>,
    /// The record that the document is about.
    subject: Option<String>,
    /// The language of the documents; give it several times for several.
    #[arg(long, value_name = "CODE", value_parser = language)]
    lang: Vec<Language>,
    /// The edition: who may see how much; without it, the first one of data/settings.yaml.
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// The folder to write to; without it, out/ in the workspace.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// The port of the address; without it, a free one.
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Open the address in the browser.
    #[arg(long)]
    open: bool,
}

/// A watch that goes on until it is stopped.
struct Watch<'a> {
    args: &'a Args,
    workspace: &'a Workspace,
    terminal: &'a Terminal,
    reader: Reader,
    drawings: Arc<Drawings>,
    listed: Vec<Listed>,
}

/// Runs the command.
pub fn run(args: &Args, workspace: &Workspace, terminal: &Terminal) -> Exit {
    let broken = |reason| {
        terminal.refuse(&edit::messages::CANNOT_WATCH, &vec![("reason", reason)]);
        Exit::Unusable
    };
    let mut files = match FileWatch::over(&workspace.root) {
        Ok(files) => files,
        Err(reason) => return broken(reason),
    };
    let reader = Reader::new(workspace.clone());
    let mut watch = Watch { args, workspace, terminal, reader, drawings: Arc::default(), listed: Vec::new() };
    let (mut typesetter, mut ready, mut server) = (Arc::new(typesetter(workspace)), None, None);
    for n in 1_usize.. {
        let faults = match watch.round(n, &typesetter) {
            Ok(faults) => faults,
            Err(exit) if n == 1 => return exit,
            // What is saved next may mend it.
            Err(_) => messages::SEE_TERMINAL.words(terminal.locale()).to_owned(),
        };
        let site = Site::new(n, watch.listed.clone(), faults, Arc::clone(&watch.drawings), terminal.locale());
        match &server {
            Some(server) => Server::show(server, site),
            None => match serve(args, site, terminal) {
                Ok(started) => server = Some(started),
                Err(exit) => return exit,
            },
        }
        // One that knows templates and fonts goes on with new records. Another waits for new templates, its fonts read while nobody does.
        let next = ready.take().unwrap_or_else(|| self::typesetter(workspace));
        match files.wait(SETTLED) {
            Ok(Saved::Data) => ready = Some(next),
            Ok(Saved::Templates) => typesetter = Arc::new(next),
            Ok(Saved::Fonts) => typesetter = Arc::new(self::typesetter(workspace)),
            Err(reason) => return broken(reason),
        }
    }
    Exit::Done
}

/// Starts to serve, says where, and opens the browser.
fn serve(args: &Args, site: Site, terminal: &Terminal) -> Result<Server, Exit> {
    let server = Server::start(args.port, site).map_err(|error| {
        terminal.refuse(&messages::NOT_SERVED, &vec![("reason", system(&error))]);
        Exit::Unusable
    })?;
    terminal.inform(&messages::WATCHED_AT, &vec![("address", server.address().into())]);
    if args.open
        && let Err(error) = open::that_detached(server.address())
    {
        terminal.refuse(&messages::NOT_OPENED, &vec![("reason", system(&error))]);
    }
    Ok(server)
}

/// Returns what typesets from the files as they are when it is asked, with a worker and the digest of the fonts ready.
fn typesetter(workspace: &Workspace) -> Typesetter {
    let typesetter = Typesetter::in_workers(&workspace.templates(), &workspace.fonts(), Limits::default());
    typesetter.warm_up();
    typesetter.fonts();
    typesetter
}

impl Watch<'_> {
    /// Makes what is to be made; returns what is wrong, as a person reads it.
    ///
    /// # Errors
    /// Returns how the command ends where it makes no sense to go on.
    fn round(&mut self, n: usize, typesetter: &Arc<Typesetter>) -> Result<String, Exit> {
        let begun = Instant::now();
        if let Some(folder) = self.workspace.missing() {
            let words = workspace::missing(self.workspace, folder);
            self.terminal.refuse_as(&words);
            return Ok(words.format(self.terminal.locale()));
        }
        let result = check(self.reader.load_anew());
        let checked = result.checked();
        let weighty = workspace::weighty(&result, checked.as_ref(), self.args.edition.as_deref());
        let mut faults = self.report(&weighty, &result.files);
        // To take a large workspace apart takes time, and nobody need wait for it.
        rayon::spawn(move || drop(result));
        if let Some(checked) = checked {
            faults += &self.build(n, checked, typesetter, begun)?;
        }
        Ok(faults)
    }

    /// Reports faults, and returns them as a person reads them.
    fn report(&self, faults: &[Diagnostic], files: &Files) -> String {
        self.terminal.diagnose(faults, files);
        let options = RenderOptions { format: Format::Human, locale: self.terminal.locale(), colour: false };
        if faults.is_empty() { String::new() } else { shown::show(faults, files, options) }
    }

    /// Builds the documents; returns why some cannot be made.
    fn build(
        &mut self,
        n: usize,
        checked: Checked,
        typesetter: &Arc<Typesetter>,
        begun: Instant,
    ) -> Result<String, Exit> {
        let (mut counts, mut listed, mut changed) = (Counts::default(), Vec::new(), Vec::new());
        let mut failed = None;
        let views = Views::new(&checked, &self.edition()).map(|views| vec![views]);
        let exit = workspace::planned(views, self.terminal, |views, all| {
            let documents: Vec<Expected<'_>> = all.into_iter().filter(|document| self.means(document)).collect();
            if documents.is_empty() {
                return self.refuse();
            }
            let folder = match self.hold(&views[0]) {
                Ok(folder) => folder,
                Err(exit) => return exit,
            };
            let folders = std::slice::from_ref(&folder);
            let built = driver::build(&checked, typesetter, &documents, folders, true, |document, outcome| {
                counts.add(outcome);
                if outcome != Outcome::Unchanged {
                    changed.push((document.name(), outcome));
                    let path = folder.out.path(&document.file);
                    self.terminal.inform(line(outcome), &vec![("path", path_text(path).into())]);
                }
            });
            listed = documents.iter().map(Listed::of).collect();
            built.map_or_else(
                |error| self.terminal.unwritten(&error),
                |built| {
                    failed = built.failed;
                    Exit::Done
                },
            )
        });
        if exit != Exit::Done {
            return Err(exit);
        }
        let values = vec![
            ("n", n.into()),
            ("made", counts.made.into()),
            ("unchanged", counts.unchanged.into()),
            ("failed", counts.failed.into()),
            ("milliseconds", (begun.elapsed().as_millis() as usize).into()),
        ];
        self.terminal.inform(&messages::MADE_AGAIN, &values);
        self.listed = listed;
        self.drawings.renew(Source { checked, typesetter: Arc::clone(typesetter), edition: self.edition() }, &changed);
        Ok(failed.map(|failed| self.report(&failed.diagnostics, &failed.files)).unwrap_or_default())
    }

    fn edition(&self) -> BuildRequest {
        BuildRequest { edition: self.args.edition.clone(), ..BuildRequest::default() }
    }

    fn means(&self, document: &Expected<'_>) -> bool {
        let (args, job) = (self.args, &document.job);
        args.report.as_ref().is_none_or(|report| *report == job.report.name)
            && args.subject.as_ref().is_none_or(|wanted| job.subject.is_some_and(|subject| subject.id == *wanted))
            && (args.lang.is_empty() || args.lang.contains(&job.language))
    }

    fn refuse(&self) -> Exit {
        let words = [self.args.report.as_deref(), self.args.subject.as_deref()];
        let text = words.into_iter().flatten().collect::<Vec<_>>().join("/");
        self.terminal.refuse(&messages::NO_DOCUMENT, &vec![("text", text.into())]);
        Exit::Unusable
    }

    /// Takes hold of the folder until the documents are made: another run may make others in between.
    fn hold(&self, views: &Views<'_>) -> Result<Folder, Exit> {
        let out = self.args.out.clone().unwrap_or_else(|| self.workspace.root.join("out"));
        let out = output::folder(&out, views);
        let out = output::hold(&out, views.edition(), Part::Whole, self.workspace, self.terminal)?;
        let cache = Cache::open(&out.root().join(".cache"));
        cache.prepare(Leftovers::All);
        Ok(Folder { out, cache })
    }
}
