//! `chancery report`: makes the documents of a report.

use std::path::PathBuf;

use super::exit::Exit;
use super::options::{PageFormat, argument, language, system};
use super::progress::Progress;
use super::{output, terminal::Terminal, workspace};
use crate::diag::{messages, path_text};
use crate::driver::{self, BuildRequest, Stage, Timings, Typesetter, Views};
use crate::emit::Part;
use crate::load::Workspace;
use crate::record::Language;
use crate::render::{Form, Limits};

/// Make the documents of a report as PDF
///
/// Makes every language of the report, and for a report with one document for each record every record, unless you name some. Nothing
/// is written before everything has been made. The paths written are printed, one a line; manifest.json lies beside the files.
#[derive(Debug, clap::Args)]
// Each is a switch of its own.
#[allow(clippy::struct_excessive_bools)]
pub struct Args {
    /// The report, for example anniversary; `chancery list reports` shows them.
    name: String,
    /// The records to make a document of, for a report with one document for each.
    #[arg(value_name = "SUBJECT")]
    subjects: Vec<String>,
    /// The language; give it several times for several.
    #[arg(long, value_name = "CODE", value_parser = language)]
    lang: Vec<Language>,
    /// The folder to write to; without it, out/ in the workspace.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// The day up to which information is taken in, for example 2022-03-04.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// The edition: who may see how much, as data/settings.yaml says; without it, the first one there.
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// Set parameters of the report, for example country=kazakhstan; `chancery list reports` shows what can be set.
    #[arg(long, value_name = "NAME=VALUE", num_args = 1.., value_parser = argument)]
    set: Vec<(String, String)>,
    /// The form: documents, or a picture of each page for previews and slides.
    #[arg(long, value_name = "FORM", default_value = "pdf")]
    format: PageFormat,
    /// Write the data beside each document: every set and every chart as a table for spreadsheets (CSV).
    #[arg(long)]
    with_data: bool,
    /// Say how long each stage took, as JSON.
    #[arg(long, hide = true)]
    timings: bool,
    /// Open the first document when it is written.
    #[arg(long)]
    open: bool,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let timings = Timings::default();
    let typesetter = Typesetter::in_workers(&workspace.templates(), &workspace.fonts(), Limits::default());
    typesetter.warm_up();
    let place = workspace.clone();
    let checked = match workspace::checked(workspace, args.edition.as_deref(), &timings, terminal) {
        Ok(checked) => checked,
        Err(exit) => return exit,
    };
    let request = args.request();
    let refuse = |error: &driver::PlanError| {
        terminal.refuse_as(&error.words());
        Exit::Unusable
    };
    let views = match timings.stage(Stage::View, || Views::new(&checked, &request)) {
        Ok(views) => views,
        Err(error) => return refuse(&error),
    };
    let jobs = match timings.stage(Stage::Plan, || driver::plan(&views, &request)) {
        Ok(jobs) => jobs,
        Err(error) => return refuse(&error),
    };
    let out = args.out.clone().unwrap_or_else(|| output::folder(&place.root.join("out"), &views));
    let folder = match output::hold(&out, views.edition(), Part::Whole, &place, terminal) {
        Ok(folder) => folder,
        Err(exit) => return exit,
    };
    let form = args.format.into();
    let progress = Progress::new(jobs.len(), false);
    let made = driver::make(&checked, &typesetter, &jobs, &timings, form, || progress.step());
    progress.end();
    let made = match made {
        Ok(made) => made,
        Err(failed) => {
            terminal.diagnose(&failed.diagnostics, &failed.files);
            return Exit::Faults;
        }
    };
    terminal.diagnose(&driver::warnings(&made), &checked.files);
    let written = timings.stage(Stage::Emit, || match form {
        Form::Pdf => driver::write(made, &folder),
        _ => driver::write_pictures(&made, form, &folder),
    });
    let written = written.and_then(|mut paths| {
        if args.with_data {
            paths.extend(driver::write_tables(&jobs, &folder)?);
        }
        Ok(paths)
    });
    match written {
        Ok(paths) => {
            if args.timings {
                terminal.complain(&timings.to_json().to_string());
            }
            paths.iter().for_each(|path| terminal.say(path_text(path)));
            if args.open { open(paths.first(), terminal) } else { Exit::Done }
        }
        Err(error) => terminal.unwritten(&error),
    }
}

impl Args {
    fn request(&self) -> BuildRequest {
        BuildRequest {
            report: self.name.clone(),
            subjects: self.subjects.clone(),
            languages: self.lang.clone(),
            as_of: self.as_of.clone(),
            edition: self.edition.clone(),
            set: self.set.clone(),
            releases: false,
        }
    }
}

fn open(path: Option<&PathBuf>, terminal: &Terminal) -> Exit {
    match path.map(open::that_detached) {
        Some(Err(error)) => {
            terminal.refuse(&messages::NOT_OPENED, &vec![("reason", system(&error))]);
            Exit::Unusable
        }
        _ => Exit::Done,
    }
}
