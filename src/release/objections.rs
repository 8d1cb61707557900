//! What stands against a release.

use chrono::Months;

use super::messages;
use crate::check::Checked;
use crate::diag::{Arg, Diagnostic, Place, codes, messages as shared};
use crate::driver;
use crate::page::{Page, Reservation, Reserved};
use crate::record::edtf::Date;
use crate::record::marking::Level;
use crate::record::{Language, Node, Record};
use crate::select::{Bound, Job, Status, Version};
use crate::store::Store;

/// What the files of the workspace were taken from.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'o> {
    /// The commit.
    pub commit: &'o str,
    /// The files that are not as they were committed.
    pub uncommitted: &'o [String],
}

/// Returns what the request itself says against it: its state, its clearance, its version.
pub fn of_request(checked: &Checked, request: &Record) -> Vec<Diagnostic> {
    let object = |field: &str, reason: Arg, remedy: Arg| against(request, request.place_of(field), reason, remedy);
    let mut found = Vec::new();
    let Some(version) = Version::written(request) else { return found };
    if version.status != Status::Approved {
        let reason = messages::IS_NOT_APPROVED.of(vec![("status", version.status.name().into())]);
        found.push(object("status", reason, (&messages::APPROVE).into()));
    }
    if request.root.get("reference").is_none() {
        found.push(object("id", (&messages::HAS_NO_REFERENCE).into(), (&messages::GIVE_REFERENCE).into()));
    }
    found.extend(of_clearance(request));
    let text = |field: &str| request.root.get(field).and_then(Node::text);
    let released = driver::releases(&checked.store, text("report").unwrap_or_default(), text("subject"));
    if let Some(last) = released.last().filter(|last| last.number >= version.number) {
        let reason = messages::WENT_OUT.of(vec![("version", last.version().into())]);
        let remedy = messages::COUNT_ON.of(vec![("version", (last.number as usize + 1).into())]);
        found.push(object("version", reason, remedy));
    }
    found
}

/// Returns the steps that are still to come, and that nobody approves it.
fn of_clearance(request: &Record) -> Vec<Diagnostic> {
    let steps = request.root.get("clearance").map(Node::items).unwrap_or_default();
    let step = |node: &'_ Node| node.get("step").and_then(Node::text).unwrap_or_default().to_owned();
    let open = steps.iter().filter(|node| node.get("date").is_none()).map(|node| {
        let reason = messages::IS_TO_COME.of(vec![("step", step(node).into())]);
        against(request, request.place(node.span), reason, (&messages::DATE_STEP).into())
    });
    let mut found: Vec<Diagnostic> = open.collect();
    if !steps.iter().any(|node| step(node) == "approved") {
        let field = if steps.is_empty() { "id" } else { "clearance" };
        let reason = (&messages::NOBODY_APPROVED).into();
        found.push(against(request, request.place_of(field), reason, (&messages::ADD_STEP).into()));
    }
    found
}

/// Returns that files are not as they were committed: then nobody can make the documents again.
pub fn of_origin(request: &Record, origin: Origin<'_>) -> Option<Diagnostic> {
    let path = origin.uncommitted.first()?;
    let values = vec![("number", origin.uncommitted.len().into()), ("path", path.as_str().into())];
    Some(against(request, None, messages::NOT_COMMITTED.of(values), (&messages::COMMIT_FIRST).into()))
}

/// Returns what a document prints that may not go out: marks whose words are not confirmed, and what is to be settled in its records.
pub fn of_page(page: &Page, job: &Job<'_>, request: &Record, checked: &Checked) -> Vec<Diagnostic> {
    let day = request.date("date").unwrap_or(job.view.day());
    let reserved =
        page.reservations.iter().filter_map(|reservation| of_record(reservation, day, job, request, checked));
    let mut found: Vec<Diagnostic> = reserved.collect();
    found.extend(page.document.levels.iter().filter_map(|level| {
        let (scheme, written) = unconfirmed(level, job.language, &checked.store)?;
        let language = shared::language(job.language.code());
        let values = vec![("marking", level.marking.to_string().into()), ("language", language.into())];
        let remedy = messages::CONFIRM.of(vec![("code", job.language.code().into())]);
        Some(against(request, scheme.place(written.span), messages::IS_NOT_CONFIRMED.of(values), remedy))
    }));
    found
}

/// Returns the documents that one binds and that may not go out themselves: what is still a draft says so on its pages.
pub fn of_bound(job: &Job<'_>, request: &Record) -> Vec<Diagnostic> {
    let one = |bound: &Bound<'_>| {
        let own = bound.job.as_ref().ok()?;
        let version = own.version().filter(|version| !version.status.is_final())?;
        let values = vec![("name", own.name().into()), ("version", version.name().into())];
        Some(against(request, bound.place.clone(), messages::BINDS_DRAFT.of(values), (&messages::APPROVE_FIRST).into()))
    };
    job.bound.iter().filter_map(one).collect()
}

/// Returns the scheme and the level of a mark whose words nobody confirmed in a language; nothing where somebody did.
pub fn unconfirmed<'s>(level: &Level, language: Language, store: &'s Store) -> Option<(&'s Record, &'s Node)> {
    let scheme = store.records.get(&level.marking.scheme)?;
    let written = scheme.root.get("levels").map(Node::items).unwrap_or_default().get(level.rank)?;
    let confirmed: Vec<&str> =
        written.get("confirmed").map(Node::items).unwrap_or_default().iter().filter_map(Node::text).collect();
    // Words that are never translated are the same in every language.
    let same = scheme.root.get("translated").and_then(Node::text) == Some("false") && !confirmed.is_empty();
    (!same && !confirmed.contains(&language.code())).then_some((scheme, written))
}

fn of_record(
    reservation: &Reservation,
    day: Date,
    job: &Job<'_>,
    request: &Record,
    checked: &Checked,
) -> Option<Diagnostic> {
    let record = checked.store.records.get(&reservation.record)?;
    let place: Place = record.place_of(&reservation.field);
    let field = || ("field", Arg::from(reservation.field.as_str()));
    let (reason, remedy) = match &reservation.why {
        Reserved::Unfinished => {
            let reason = messages::IS_UNFINISHED.of(vec![("record", record.id.as_str().into())]);
            (reason, messages::FINISH.of(vec![field()]))
        }
        Reserved::Expires { of, months } => {
            let last = of.last()?.checked_add_months(Months::new(*months))?;
            let values = vec![("record", record.id.as_str().into()), ("date", last.to_string().into())];
            return day.first().is_some_and(|first| last < first).then(|| {
                against(request, place, messages::HAS_EXPIRED.of(values), messages::LOOK_AGAIN.of(vec![field()]))
            });
        }
        Reserved::Untranslated => {
            let language = shared::language(job.language.code());
            let reason = messages::IS_UNTRANSLATED.of(vec![field(), ("language", language.into())]);
            (reason, messages::TRANSLATE.of(vec![("code", job.language.code().into())]))
        }
    };
    Some(against(request, place, reason, remedy))
}

/// Returns a reason against a release.
fn against(
    request: &Record,
    place: impl Into<Option<crate::diag::Place>>,
    reason: crate::diag::Arg,
    remedy: crate::diag::Arg,
) -> Diagnostic {
    let name = request.root.get("reference").and_then(Node::text).unwrap_or(&request.id);
    let values = vec![("document", name.into()), ("reason", reason), ("remedy", remedy)];
    Diagnostic::new(codes::NOT_RELEASABLE, place, values)
}
