//! Page: what one document prints, as one JSON in which nothing is left to resolve. The meeting point of the two halves of the house:
//! records end here, Typst begins after it. The room is pure: no clock, no disk.
//!
//! Every record in the JSON carries its `id`, and its values stand under the names of its fields; so the origin of a value is the
//! nearest id above it and the keys from there on, a record and a JSON pointer and never a line.

mod bound;
mod changes;
mod counts;
mod delivery;
mod document;
mod lists;
mod named;
mod project;
mod records;
mod registers;
mod since;
mod tables;
mod texts;
mod values;
mod walk;

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use crate::record::text::exactly;
use crate::record::{Language, Record};
use crate::select::{Bound, Job, Selection};
use crate::store::Store;

pub use bound::bound;
pub use changes::{Change, changes};
pub use document::{Document, file_name};
pub use named::named;
pub use project::{Listener, Projector, Reservation, Reserved, Tree};
use registers::Registers;
pub use since::{Became, ChangedFact, since};
pub use tables::{Table, tables};
pub use texts::{longest, texts};
pub use values::{label, wording};
pub use walk::{Standing, Step, is_value, paragraphs, walk};

/// The JSON Schema of page data, for those who read them without this program.
pub const SCHEMA: &str = include_str!("page.schema.json");

/// What one document prints, and what its file says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The JSON that the template reads.
    pub data: Json,
    /// The facts of the document.
    pub document: Document,
    /// What must be settled before the document may go out.
    pub reservations: Vec<Reservation>,
}

/// Makes the page of a document.
pub fn page(job: &Job<'_>, selection: &Selection<'_>) -> Page {
    let store = job.view.store();
    let mut projector = Projector::new(store, job.language, Registers::default());
    let (subject, sets) = records::all(job, selection, &mut projector);
    let counts = counts::all(job, selection);
    let (sources, claims) = projector.registers_of_records();
    let mut registers = projector.into_listener();
    let bound = bound_pages(job, selection);
    for page in &bound {
        page.document.levels.iter().for_each(|level| registers.marked(level.clone()));
        page.reservations.iter().for_each(|reservation| registers.reserved(reservation.clone()));
    }
    let document = Document::new(job, &registers);
    // What is written into `json!` is copied, all that is in it.
    let parts = [
        ("document", document.to_json()),
        ("words", words(store, job.language)),
        ("subject", subject.unwrap_or_default()),
        ("sets", sets.into()),
        ("counts", counts.into()),
        ("sources", sources.into()),
        ("claims", claims.into()),
    ];
    let mut data = Json::Object(parts.map(|(name, part)| (name.to_owned(), part)).into_iter().collect());
    if !selection.bands.is_empty() {
        data["bands"] = lists::bands(selection);
    }
    if let Some(covered) = &job.delivery {
        data["delivery"] = delivery::delivery(covered, job);
    }
    if job.report.binds.is_some() {
        let printed = bound.into_iter().map(|page| (page.data, page.document.subject)).collect();
        data["bound"] = bound::to_json(&job.bound, printed);
    }
    data["changes"] = changed(job, &data);
    Page { data, document, reservations: registers.reservations }
}

/// Makes the pages of the documents that one binds. A numbered copy has its number on each of them.
fn bound_pages(job: &Job<'_>, selection: &Selection<'_>) -> Vec<Page> {
    let one = |(bound, selection): (&Bound<'_>, &Selection<'_>)| {
        let own = bound.job.as_ref().ok()?;
        Some(page(&Job { copy: job.copy.clone(), ..own.clone() }, selection))
    };
    job.bound.iter().zip(&selection.bound).filter_map(one).collect()
}

/// Returns what changed since the last version that was released; nothing where none was.
fn changed(job: &Job<'_>, data: &Json) -> Json {
    let Some(earlier) = &job.earlier else { return Json::Null };
    let (view, store) = (job.view, job.view.store());
    let mut facts = since(&earlier.data, data, store, job.language);
    if view.edition().highest.is_some() {
        facts = facts.into_iter().map(|fact| fact.without_what_is_gone(store)).collect();
    }
    facts.iter_mut().for_each(|fact| fact.sources.retain(|id| data["sources"].get(id).is_some()));
    let date = earlier.date.map(|date| values::date(date, job.language));
    json!({"version": earlier.version, "date": date, "facts": facts})
}

/// Returns the fixed words of documents in a language, by id of their term.
fn words(store: &Store, language: Language) -> Json {
    let text = |term: &Record| Some(exactly(term.root.get("text")?, language)?.to_owned());
    Json::Object(store.words().filter_map(|term| Some((term.id.clone(), text(term)?.into()))).collect())
}
