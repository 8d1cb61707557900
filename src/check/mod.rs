//! Check: trees → records that are what their schemas say. Every fault at once, one rule a file.
//!
//! [`Checked`] has no public constructor: what holds one knows that nothing unchecked can be printed.

mod bound;
mod builds;
mod claims;
mod derived;
mod describe;
mod editions;
mod facets;
mod identity;
mod languages;
mod letters;
mod markdown;
mod markings;
mod nearest;
mod raw;
mod recipients;
mod references;
mod reports;
mod requests;
mod result;
mod rules;
mod scalar;
mod schemas;
mod shape;
mod signs;
mod suppressions;
mod terms;
mod translations;
mod unused;

use std::collections::HashSet;
use std::sync::Arc;

use derived::Recoveries;
pub use nearest::nearest;
use rayon::prelude::*;
pub use result::{CheckResult, Checked};
pub use rules::KindRules;

use crate::diag::{self, Diagnostic, FileId, Files, Severity, codes};
use crate::load::{Loaded, Part, Unreadable};
use crate::record::{Record, Records};
use crate::report::Settings;
use crate::store::Store;

/// Checks a workspace.
pub fn check(loaded: Loaded) -> CheckResult {
    let Loaded { workspace, files, schemas, records, reports, settings, mut unread, mut diagnostics } = loaded;
    let (schemas, faults) = schemas::understand(&schemas);
    if !unread.lacks(Part::Schemas) {
        diagnostics.extend(faults);
    }
    let mut left_out: Vec<Diagnostic> = diagnostics.iter().filter(|f| f.severity == Severity::Error).cloned().collect();
    if unread.lacks(Part::Schemas) || left_out.iter().any(|fault| is_in_schema(fault, &files)) {
        // What records must be is not known: whatever were reported of them would be of the schema's making.
        let store = Arc::new(Store::new(Records::default(), schemas));
        diag::sort(&mut diagnostics, &files);
        let reports = Vec::new();
        return CheckResult { store, reports, files, diagnostics, unread: left_out, workspace, settings: None };
    }
    let signs = signs::check(&signs::roots(&records, &reports, settings.as_ref()), &workspace, &files);
    let (records, mut found) = identity::identify(records, &schemas, &files, &mut unread);
    let store = Arc::new(Store::new(records, schemas));
    let defined = reports.len();
    left_out.extend(found.iter().filter(|fault| fault.is(codes::FOLDER_WITHOUT_SCHEMA)).cloned());
    let recoveries = Recoveries::of(&diagnostics, &files);
    let written = settings.clone();
    let (of_records, ((settings, of_settings), (reports, of_reports))) = rayon::join(
        || each_record(&store, &files, &unread, &recoveries),
        || (reports::settings(settings, &unread, &store, &files), reports::check(reports, &store, &workspace, &files)),
    );
    found.extend(of_records.into_iter().chain(of_settings).chain(of_reports));
    let mut diagnostics = derived::settle(diagnostics, found, &recoveries, &files);
    if reports.len() == defined && !unread.lacks(Part::Reports) {
        diagnostics.extend(requests::check(&store, &reports));
        if let (Some(settings), Some((file, root))) = (&settings, &written) {
            diagnostics.extend(builds::check(settings, &reports, root, *file, &store, &unread));
            diagnostics.extend(recipients::check(&store, &reports, settings, &unread));
        }
    }
    diagnostics.extend(signs.into_iter().chain(references::circles(&store)));
    if let Some(settings) = &settings {
        diagnostics.extend(translations::check(&store, &settings.languages, &files));
    }
    diagnostics.extend(markings::named_higher(&store, settings.as_ref().map(|s| &s.marking)));
    if unread.lacks(Part::Records) {
        // Whatever is missing may lie in the folder that could not be read.
        derived::of_missing_records(&mut diagnostics);
    } else {
        diagnostics.extend(markings::check(&store, settings.as_ref()));
        let words = terms::check(&store, &reports, &faulty(&diagnostics));
        diagnostics.extend(words);
    }
    let is_whole = !unread.lacks(Part::Records);
    let (broken, unused) = rayon::join(
        || if is_whole { rules_of_the_sound(&store, settings.as_ref(), &diagnostics) } else { Vec::new() },
        || if diag::any_error(&diagnostics) { Vec::new() } else { unused::check(&store, &reports) },
    );
    diagnostics.extend(broken);
    let sound = !diag::any_error(&diagnostics);
    diagnostics.extend(unused.into_iter().filter(|_| sound));
    suppressions::settle(&mut diagnostics, store.records.iter(), &files, &store.schemas, sound);
    diag::sort(&mut diagnostics, &files);
    diag::sort(&mut left_out, &files);
    CheckResult { store, reports, files, diagnostics, unread: left_out, workspace, settings }
}

fn is_in_schema(fault: &Diagnostic, files: &Files) -> bool {
    fault.place.as_ref().is_some_and(|place| files.path(place.file).starts_with("data/schema"))
}

/// Checks every record against its schema, its references and its claims.
fn each_record(store: &Store, files: &Files, unread: &Unreadable, recoveries: &Recoveries) -> Vec<Diagnostic> {
    let shapes = || {
        let records = store.records.as_slice().par_iter();
        records.flat_map_iter(|record| shape::check(record, store, files)).collect::<Vec<_>>()
    };
    let links = || {
        let budget = references::SearchBudget::default();
        let of_one = |record| {
            let references = references::check(record, store, files, unread, &budget);
            references.into_iter().chain(claims::check(record, store, files, unread, recoveries))
        };
        store.records.iter().flat_map(of_one).collect::<Vec<_>>()
    };
    let (mut faults, links) = rayon::join(shapes, links);
    faults.extend(links);
    faults
}

/// Returns the files that have errors.
fn faulty(faults: &[Diagnostic]) -> HashSet<FileId> {
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error);
    errors.filter_map(|fault| Some(fault.place.as_ref()?.file)).collect()
}

/// Asks the rules of schemas: they speak of records as their schemas describe them, so only of those that are so.
fn rules_of_the_sound(store: &Arc<Store>, settings: Option<&Settings>, so_far: &[Diagnostic]) -> Vec<Diagnostic> {
    let faulty = faulty(so_far);
    let sound = |record: &Record| !faulty.contains(&record.file) && !record.incomplete;
    let as_of = settings.map(|settings| settings.as_of);
    // A file that could not be read at all has no place: what it holds is missing where a rule asks for it.
    rules::check(store, as_of, sound, !diag::any_error(so_far))
}
