//! What a report chooses out of lists, and what it sets in a row: out of what there is, under a name that is free.

use indexmap::IndexMap;

use super::{Reader, is_shown};
use crate::check::nearest::hint;
use crate::diag::codes;
use crate::report::{List, Whence};
use crate::schema::{Kind, Shape};
use crate::store::{Path, PathStep};

impl Reader<'_> {
    /// Checks the lists that are chosen for records of one of some kinds, of which some fields are shown.
    pub(super) fn lists(&mut self, kinds: &[&Kind], shown: &[String], lists: &IndexMap<String, List>, at: &str) {
        for (name, list) in lists {
            let at = format!("{at}/{name}");
            self.filter(list.filter.as_ref(), &format!("{at}/where"));
            match list.from {
                Whence::Own => {
                    self.entries(kinds, shown, list, &at);
                    let beside = list.of.rsplit_once('.').map_or("", |(beside, _)| beside);
                    self.name(kinds, beside, name, &at);
                }
                Whence::Subject => {
                    let report = self.report;
                    let of = report.for_each.iter().filter_map(|kind| self.store.schemas.get(kind)).collect::<Vec<_>>();
                    self.entries(&of, &report.subject, list, &at);
                    self.name(kinds, "", name, &at);
                }
                Whence::Sets => {
                    if let Some(kind) = self.set(&list.of, &format!("{at}/of")) {
                        self.paths(&[kind], &list.by, &format!("{at}/by"));
                    }
                    self.name(kinds, "", name, &at);
                }
            }
        }
    }

    /// Checks that entries are chosen out of a list in the records, that is shown; of a list of the subject, that it is a field of it.
    fn entries(&mut self, kinds: &[&Kind], shown: &[String], list: &List, at: &str) {
        let is_list = |kind: &&Kind| match Path::new(&list.of).check(kind, self.store) {
            Ok(PathStep::Shape(shape)) => matches!(shape.inner(), Shape::List { .. }),
            _ => false,
        };
        let is_near = list.from == Whence::Own || !list.of.contains('.');
        if !is_near || !is_shown(&list.of, shown) || !kinds.iter().any(is_list) {
            let values = vec![("field", list.of.as_str().into())];
            return self.fault(&format!("{at}/of"), codes::REPORT_LIST, values);
        }
        let by: Vec<String> = list.by.iter().map(|field| format!("{}.{field}", list.of)).collect();
        self.paths(kinds, &by, &format!("{at}/by"));
    }

    /// Checks that a name is none of a field beside which the list stands.
    fn name(&mut self, kinds: &[&Kind], beside: &str, name: &str, at: &str) {
        let is_field = |kind: &Kind, name: &str| {
            let path = if beside.is_empty() { name.to_owned() } else { format!("{beside}.{name}") };
            Path::new(&path).check(kind, self.store).is_ok()
        };
        // Beside a value stands the claim on which it rests.
        let is_taken = |kind: &&&Kind| {
            is_field(kind, name) || name.strip_suffix("-claim").is_some_and(|value| is_field(kind, value))
        };
        if let Some(kind) = kinds.iter().find(is_taken) {
            let values = vec![("name", name.into()), ("kind", kind.name.as_str().into())];
            self.fault(at, codes::REPORT_NAME, values);
        }
    }

    /// Checks that bands name counts and sets.
    pub(super) fn bands(&mut self) {
        let report = self.report;
        let known = || report.counts.keys().chain(report.sets.keys()).map(String::as_str);
        for (band, definition) in &report.bands {
            for (place, name) in definition.of.iter().enumerate() {
                if !known().any(|known| known == name) {
                    let values = vec![("name", name.as_str().into()), ("hint", hint(name, known()))];
                    self.fault(&format!("/bands/{band}/of/{place}"), codes::REPORT_BAND, values);
                }
            }
        }
    }
}
