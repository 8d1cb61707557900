//! `chancery preview-data`: the page that a template reads, for work on the template in any Typst editor.

use std::path::PathBuf;

use super::exit::Exit;
use super::options::{argument, language};
use super::{terminal::Terminal, workspace};
use crate::atomic_write;
use crate::diag::{messages, path_text};
use crate::driver::{self, BuildRequest, Timings, Views};
use crate::load::Workspace;
use crate::record::Language;

/// Write the data of one document where a Typst editor finds it
///
/// A template reads /page.json and files under templates/. This command writes that file to templates/page.json; with templates/ as the
/// root of the editor, the template shows the document without this program.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The report.
    report: String,
    /// The record, for a report with one document for each record; the first one without it.
    subject: Option<String>,
    /// The language; the first one of the report without it.
    #[arg(long, value_name = "CODE", value_parser = language)]
    lang: Option<Language>,
    /// The day up to which information is taken in.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// The edition; without it, the first one of data/settings.yaml.
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// Set parameters of the report.
    #[arg(long, value_name = "NAME=VALUE", num_args = 1.., value_parser = argument)]
    set: Vec<(String, String)>,
    /// The file to write; - writes to the output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let path = args.out.clone().unwrap_or_else(|| workspace.templates().join("page.json"));
    let checked = match workspace::checked(workspace, args.edition.as_deref(), &Timings::default(), terminal) {
        Ok(checked) => checked,
        Err(exit) => return exit,
    };
    let request = BuildRequest {
        report: args.report.clone(),
        subjects: args.subject.iter().cloned().collect(),
        languages: args.lang.into_iter().collect(),
        as_of: args.as_of.clone(),
        edition: args.edition.clone(),
        set: args.set.clone(),
        releases: false,
    };
    let views = match Views::new(&checked, &request) {
        Ok(views) => views,
        Err(error) => {
            terminal.refuse_as(&error.words());
            return Exit::Unusable;
        }
    };
    let job = match driver::plan(&views, &request).map(|plan| plan.into_iter().next()) {
        Ok(Some(job)) => job,
        Ok(None) => {
            terminal.refuse(&messages::NO_SUBJECTS_YET, &vec![]);
            return Exit::Unusable;
        }
        Err(error) => {
            terminal.refuse_as(&error.words());
            return Exit::Unusable;
        }
    };
    let page = match driver::page(&job) {
        Ok(page) => page,
        Err(faults) => {
            terminal.diagnose(&faults, &checked.files);
            return Exit::Faults;
        }
    };
    let json = serde_json::to_string_pretty(&page.data).expect("a page is plain JSON");
    if path.as_os_str() == "-" {
        terminal.say(json);
        return Exit::Done;
    }
    match atomic_write::write_all(&[(path.clone(), json + "\n")]) {
        Ok(()) => {
            terminal.say(path_text(path));
            Exit::Done
        }
        Err(error) => terminal.unwritten(&error),
    }
}
