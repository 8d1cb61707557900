//! An action: everything that decides how a document looks, and the key by which the cache knows it.

use crate::cache::{Entry, Found};
use crate::digest;
use crate::emit::{Digests, Finished};
use crate::page::Page;
use crate::render::{RenderJob, Rendered};
use crate::select::Job;

use super::typesetter::Typesetter;

/// What the program was made from; documents of another one may look otherwise.
const PROGRAM: &str = env!("CHANCERY_PROGRAM");

/// The options of the PDF.
const OPTIONS: &str = "pdf a-2a ua-1";

/// Those of a PDF that carries its page data.
const OPTIONS_WITH_DATA: &str = "pdf a-3a ua-1";

/// Returns the version of the program, with the digest of its sources.
pub fn program() -> String {
    format!("{}+{}", env!("CARGO_PKG_VERSION"), &PROGRAM[..16])
}

/// A document that is to be rendered.
#[derive(Debug)]
pub struct Action {
    /// SHA-256 over page data, what the file says of itself, entry template, program, fonts and options.
    pub key: String,
    /// What is rendered.
    pub job: RenderJob,
    /// SHA-256 of the page data.
    pub page_data: String,
}

impl Action {
    /// Creates the action of a page.
    pub fn new(page: &Page, job: &Job<'_>, typesetter: &Typesetter) -> Self {
        let attach = job.view.edition().carries_data();
        let job = RenderJob { attach, ..RenderJob::new(page, &format!("{}/{}", job.report.name, job.report.template)) };
        let about = serde_json::to_string(&job.document).expect("a document is plain text");
        let parts = [
            ("page", job.data.as_str()),
            ("document", &about),
            ("template", &job.template),
            ("program", PROGRAM),
            ("fonts", typesetter.fonts()),
            ("options", if attach { OPTIONS_WITH_DATA } else { OPTIONS }),
        ];
        let key = digest::of_files(parts.into_iter().map(|(name, text)| (name, text.as_bytes())));
        Self { key, page_data: digest::of(&job.data), job }
    }

    /// Returns what the manifest says of the file.
    pub fn finished(&self, entry: &Entry, typesetter: &Typesetter) -> Finished {
        Finished {
            title: self.job.document.title.clone(),
            pages: entry.pages,
            bytes: entry.bytes,
            sha256: entry.sha256.clone(),
            made_from: Digests {
                action: self.key.clone(),
                page_data: self.page_data.clone(),
                templates: entry.templates(),
                fonts: typesetter.fonts().to_owned(),
                program: program(),
            },
        }
    }

    /// Returns the entry of the cache for this action, if its templates are those that there are now.
    pub fn find(&self, cache: &crate::cache::Cache, typesetter: &Typesetter) -> Option<Found> {
        cache.find(&self.key, |path| typesetter.template(path))
    }
}

/// Returns what the cache keeps of a document.
pub fn entry(rendered: &Rendered) -> Entry {
    Entry {
        reads: rendered.reads.iter().map(|read| (read.path.clone(), read.sha256.clone())).collect(),
        pages: rendered.pages,
        body_pages: rendered.body_pages,
        excess: rendered.excess.as_ref().map(|excess| (excess.lines, excess.sections.clone())),
        bytes: rendered.pdf.len(),
        sha256: digest::of(&rendered.pdf),
    }
}
