//! Page: what one document prints, as one JSON in which nothing is left to resolve. The meeting point of the two halves of the house:
//! records end here, Typst begins after it. The room is pure: no clock, no disk.
//!
//! Every record in the JSON carries its `id`, and its values stand under the names of its fields; so the origin of a value is the
//! nearest id above it and the keys from there on, a record and a JSON pointer and never a line.

mod counts;
mod document;
mod project;
mod registers;
mod texts;
mod values;

use serde_json::{Map, Value as Json, json};

use crate::check::Checked;
use crate::record::text::exactly;
use crate::record::{Language, Record};
use crate::select::{Job, Selection};

pub use document::Document;
use project::{Projector, Tree};
pub use texts::{longest, texts};

/// What one document prints, and what its file says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The JSON that the template reads.
    pub data: Json,
    /// The facts of the document.
    pub document: Document,
}

/// Makes the page of a document.
pub fn page(checked: &Checked, job: &Job<'_>, selection: &Selection<'_>) -> Page {
    let report = job.report;
    let mut projector = Projector::new(&checked.store, job.language);
    let subject = job.subject.map(|subject| projector.record(subject, &Tree::new(&report.subject)));
    let sets: Map<String, Json> = selection
        .sets
        .iter()
        .map(|(name, records)| {
            let tree = Tree::new(&report.sets[*name].show);
            let list = records.iter().map(|record| projector.record(record, &tree)).collect();
            ((*name).to_owned(), Json::Array(list))
        })
        .collect();
    let counts = counts::all(checked, job, selection);
    let registers = projector.into_registers();
    let document = Document::new(checked, job, &registers);
    let data = json!({
        "document": document.to_json(),
        "words": words(checked, job.language),
        "subject": subject,
        "sets": sets,
        "counts": counts,
        "sources": registers.sources,
        "claims": registers.claims,
    });
    Page { data, document }
}

/// Returns the fixed words of documents in a language, by id of their term.
fn words(checked: &Checked, language: Language) -> Json {
    let text = |term: &Record| Some(exactly(term.root.get("text")?, language)?.to_owned());
    let terms = checked.store.words();
    Json::Object(terms.filter_map(|term| Some((term.id.clone(), text(term)?.into()))).collect())
}
