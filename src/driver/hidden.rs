//! What may not be seen any more of what a document printed when it went out: the one answer for whoever shows or sends released files.

use std::collections::HashSet;
use std::path::Path;

use serde_json::Value as Json;

use super::register::{Release, release_data};
use crate::check::Checked;
use crate::page;
use crate::report::Edition;
use crate::view;

/// The records, and fields of others, that an edition may not see as they are marked now, whatever the day.
#[derive(Debug, Default)]
pub struct Hidden {
    records: HashSet<String>,
    fields: HashSet<(String, String)>,
}

impl Hidden {
    /// Finds what an edition may not see.
    pub fn of(checked: &Checked, edition: &Edition) -> Self {
        let (all, seen) = (&checked.store, view::seen(checked, edition));
        let mut hidden = Self::default();
        for record in all.records.iter() {
            let Some(shown) = seen.records.get(&record.id) else {
                hidden.records.insert(record.id.clone());
                continue;
            };
            let cut = record.root.entries().iter().filter(|entry| shown.root.get(&entry.key).is_none());
            hidden.fields.extend(cut.map(|entry| (record.id.clone(), entry.key.to_string())));
        }
        hidden
    }

    /// Returns what a file that went out printed of it, by the names of the records; nothing where nobody kept what it printed. A record that
    /// is gone from the workspace is marked with nothing.
    pub fn in_release(&self, release: &Release<'_>, root: &Path, edition: &str, language: &str) -> Vec<String> {
        if self.records.is_empty() && self.fields.is_empty() {
            return Vec::new();
        }
        release_data(release, root, edition, language).map(|printed| self.named_in(&printed.data)).unwrap_or_default()
    }

    /// Returns what page data name of it.
    fn named_in(&self, data: &Json) -> Vec<String> {
        let of_one = |(record, field): (&str, Option<&str>)| match field {
            None => self.records.contains(record).then(|| record.to_owned()),
            Some(field) => {
                let is_cut = self.fields.contains(&(record.to_owned(), field.to_owned()));
                is_cut.then(|| format!("{record} ({field})"))
            }
        };
        page::named(data).into_iter().filter_map(of_one).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn records_and_fields_are_found_in_what_was_printed_and_nothing_else_is() {
        let own = |text: &str| text.to_owned();
        let hidden = Hidden {
            records: [own("closed"), own("unprinted")].into(),
            fields: [(own("open"), own("depth")), (own("open"), own("dug"))].into(),
        };
        let data =
            json!({"sets": {"wells": [{"id": "open", "depth": 3, "dug": null}, {"id": "closed"}, {"id": "gone"}]}});
        assert_eq!(hidden.named_in(&data), ["closed", "open (depth)"]);
    }
}
