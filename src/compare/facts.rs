//! The facts that changed, each once however many documents print it.

use super::comparison::{Compared, Fact};
use super::documents::{DocumentFolder, Made};
use crate::page::{self, Change};

/// Returns the values that differ between two states of a document; none where the values of one are no longer there.
pub fn changes(before: &Made, old: &DocumentFolder, after: &Made, new: &DocumentFolder) -> Option<Vec<Change>> {
    if before.prints_the_same(after) {
        return Some(Vec::new());
    }
    Some(page::changes(&old.page_data(before)?, &new.page_data(after)?))
}

/// Returns each change once: those of records by their ids, those of documents as such after them; within a record in the order of print.
pub fn gathered(documents: &[Compared]) -> Vec<Fact> {
    let mut facts: indexmap::IndexMap<Change, Vec<usize>> = indexmap::IndexMap::new();
    for (at, document) in documents.iter().enumerate() {
        for change in &document.changes {
            facts.entry(change.clone()).or_default().push(at);
        }
    }
    let mut facts: Vec<Fact> = facts.into_iter().map(|(change, documents)| Fact { change, documents }).collect();
    facts.sort_by(|a, b| {
        let rank = |fact: &Fact| (fact.change.record.is_none(), fact.change.record.clone());
        rank(a).cmp(&rank(b))
    });
    facts
}

#[cfg(test)]
mod tests {
    use super::super::comparison::Standing;
    use super::*;

    fn change(record: Option<&str>, field: &str) -> Change {
        Change { record: record.map(str::to_owned), field: field.to_owned(), old: Some("a".into()), new: None }
    }

    fn document(changes: Vec<Change>) -> Compared {
        let (name, title, standing) = (String::new(), String::new(), Standing::Changed);
        Compared { name, title, standing, causes: Vec::new(), changes, is_known: true, pages: Vec::new() }
    }

    #[test]
    fn a_fact_of_two_documents_is_one_fact_and_records_come_first() {
        let documents = [
            document(vec![change(None, "counts.all"), change(Some("well"), "depth")]),
            document(vec![change(Some("well"), "depth"), change(Some("pump"), "maker")]),
        ];
        let found = gathered(&documents);
        let places: Vec<(Option<&str>, &[usize])> =
            found.iter().map(|fact| (fact.change.record.as_deref(), fact.documents.as_slice())).collect();
        assert_eq!(places, [(Some("pump"), &[1][..]), (Some("well"), &[0, 1]), (None, &[0])]);
    }
}
