//! What changed since an earlier version of a document, as a person reads it: from the page data of both, never from their text.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value as Json;

use super::bound::bound;
use super::changes::{Change, changes};
use super::values;
use crate::record::{Language, Node, Record};
use crate::schema::Kind;
use crate::store::Store;

/// What became of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Became {
    /// It was not printed before.
    Added,
    /// It says something else.
    Changed,
    /// It is not printed any more.
    Removed,
}

/// A fact that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedFact {
    /// What became of it.
    pub became: Became,
    /// The id of the record; none for a number that the document itself counts.
    pub record: Option<String>,
    /// What the record, or the count, is called.
    pub label: Option<String>,
    /// The way to the value; empty where it is the record as a whole.
    pub field: String,
    /// What the field is called.
    pub title: Option<String>,
    /// What it was.
    pub old: Option<String>,
    /// What it is.
    pub new: Option<String>,
    /// The sources of the record.
    pub sources: Vec<String>,
    /// Their keys in the list of sources of the later version, as far as that has them.
    pub keys: Vec<String>,
}

/// The parts of page data that are not facts: what the document says of itself, fixed words, and registers that follow from the rest.
const NO_FACTS: [&str; 7] = ["document", "words", "bands", "sources", "claims", "changes", "pack"];

/// Returns what changed between page data, in the order of print.
pub fn since(old: &Json, new: &Json, store: &Store, language: Language) -> Vec<ChangedFact> {
    let mut found: Vec<ChangedFact> = Vec::new();
    let mut add = |fact: ChangedFact| {
        if !found.contains(&fact) {
            found.push(fact);
        }
    };
    let reader = Reader { old, new, store, language };
    changes(&alone(old), &alone(new))
        .into_iter()
        .filter_map(|change| reader.fact(change))
        .map(|fact| with_keys(fact, new))
        .for_each(&mut add);
    // A document that is bound is compared with itself, wherever it stands.
    for own in bound(new) {
        match bound(old).find(|other| is_same(own, other)) {
            Some(other) => since(other, own, store, language).into_iter().for_each(&mut add),
            None => add(document(Became::Added, own)),
        }
    }
    let gone = bound(old).filter(|other| !bound(new).any(|own| is_same(own, other)));
    gone.for_each(|other| add(document(Became::Removed, other)));
    found
}

/// Returns a fact with the keys that its sources have in page data.
fn with_keys(fact: ChangedFact, data: &Json) -> ChangedFact {
    let key = |id: &String| data["sources"][id.as_str()]["key"].as_str().map(str::to_owned);
    ChangedFact { keys: fact.sources.iter().filter_map(key).collect(), ..fact }
}

/// Returns page data without the documents that are bound.
fn alone(data: &Json) -> Cow<'_, Json> {
    if data.get("bound").is_none() {
        return Cow::Borrowed(data);
    }
    let mut own = data.clone();
    own.as_object_mut().map(|fields| fields.shift_remove("bound"));
    Cow::Owned(own)
}

fn is_same(one: &Json, other: &Json) -> bool {
    ["report", "subject"].iter().all(|field| one["document"][*field] == other["document"][*field])
}

/// Returns that a document is bound, or is not any more.
fn document(became: Became, data: &Json) -> ChangedFact {
    let said = |field: &str| data["document"][field].as_str().map(str::to_owned);
    let (label, title) = (said("type"), said("title"));
    let (old, new) = if became == Became::Removed { (title, None) } else { (None, title) };
    ChangedFact {
        became,
        record: None,
        label,
        field: "bound".to_owned(),
        title: None,
        old,
        new,
        sources: Vec::new(),
        keys: Vec::new(),
    }
}

struct Reader<'a> {
    old: &'a Json,
    new: &'a Json,
    store: &'a Store,
    language: Language,
}

impl Reader<'_> {
    fn fact(&self, change: Change) -> Option<ChangedFact> {
        let Change { record, field, old, new } = change;
        let top = field.split('.').next().unwrap_or_default();
        // An order follows from what is ordered.
        if record.is_none() && (NO_FACTS.contains(&top) || old.is_some() && new.is_some() && top == "sets")
            || old == new
        {
            return None;
        }
        let became = match (&old, &new) {
            (None, _) => Became::Added,
            (_, None) => Became::Removed,
            _ => Became::Changed,
        };
        if record.is_none() && top == "counts" {
            return Some(self.count(became, &field, old, new));
        }
        let whole = old.as_ref().xor(new.as_ref()).filter(|id| self.is_record(id)).cloned();
        match (record, whole) {
            (None, Some(id)) => Some(self.record(became, &id)),
            (record, _) => Some(self.value(became, record, field, old, new)),
        }
    }

    /// Returns that a whole record is printed, or is not any more.
    fn record(&self, became: Became, id: &str) -> ChangedFact {
        let (label, sources) = (self.label(id), self.sources(id));
        let said = label.clone().or_else(|| Some(id.to_owned()));
        let (old, new) = if became == Became::Removed { (said, None) } else { (None, said) };
        ChangedFact {
            became,
            record: Some(id.to_owned()),
            label,
            field: String::new(),
            title: None,
            old,
            new,
            sources,
            keys: Vec::new(),
        }
    }

    /// Returns the change of a value of a record, or of the document.
    fn value(
        &self,
        became: Became,
        record: Option<String>,
        field: String,
        old: Option<String>,
        new: Option<String>,
    ) -> ChangedFact {
        let kind = record.as_deref().and_then(|id| self.store.records.get(id)).map(|record| self.store.kind(record));
        let name = field.split('.').next().unwrap_or_default();
        let title = kind.and_then(|kind| self.title(kind, name));
        let said = |value: Option<String>| value.map(|value| self.label(&value).unwrap_or(value));
        let (label, sources) = record.as_deref().map(|id| (self.label(id), self.sources(id))).unwrap_or_default();
        ChangedFact { became, record, label, field, title, old: said(old), new: said(new), sources, keys: Vec::new() }
    }

    /// Returns the change of a number that the document counts.
    fn count(&self, became: Became, field: &str, old: Option<String>, new: Option<String>) -> ChangedFact {
        let pointer = format!("/{}", field.split('.').take(2).collect::<Vec<_>>().join("/"));
        let count = self.new.pointer(&pointer).or_else(|| self.old.pointer(&pointer));
        let label = count.and_then(|count| count["label"].as_str()).map(str::to_owned);
        ChangedFact {
            became,
            record: None,
            label,
            field: field.to_owned(),
            title: None,
            old,
            new,
            sources: Vec::new(),
            keys: Vec::new(),
        }
    }

    fn is_record(&self, id: &str) -> bool {
        self.store.records.get(id).is_some() || holds(self.old, id) || holds(self.new, id)
    }

    /// Returns what a record is called, where it is still there.
    fn label(&self, id: &str) -> Option<String> {
        let record = self.store.records.get(id)?;
        let label = values::label(record, self.store, self.language);
        label.as_str().or_else(|| label["text"].as_str()).map(str::to_owned)
    }

    fn title(&self, kind: &Kind, field: &str) -> Option<String> {
        let title = &kind.object.fields.get(field)?.title;
        let russian = title.ru.as_ref().filter(|_| self.language == Language::Ru);
        Some(russian.unwrap_or(&title.en).clone())
    }

    fn sources(&self, id: &str) -> Vec<String> {
        let cited = |record: &Record| -> Vec<String> {
            let items = record.root.get("sources").map(Node::items).unwrap_or_default();
            items.iter().filter_map(|node| node.text().map(str::to_owned)).collect()
        };
        self.store.records.get(id).map(cited).unwrap_or_default()
    }
}

impl ChangedFact {
    /// Returns it for readers who may not see everything: what is not printed any more may be so because it is marked by now. Then it has no
    /// words, and a record that they may not see has no name.
    pub fn without_what_is_gone(self, store: &Store) -> Self {
        let is_seen = self.record.as_ref().is_none_or(|id| store.records.get(id).is_some());
        let record = self.record.filter(|_| is_seen);
        let old = self.old.filter(|_| is_seen && self.became != Became::Removed);
        Self { record, old, label: self.label.filter(|_| is_seen), ..self }
    }
}

/// Returns whether a record of an id stands in page data.
fn holds(json: &Json, id: &str) -> bool {
    match json {
        Json::Object(fields) => {
            fields.get("id").and_then(Json::as_str) == Some(id) || fields.values().any(|field| holds(field, id))
        }
        Json::Array(items) => items.iter().any(|item| holds(item, id)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use super::*;
    use crate::check::check;
    use crate::load::{self, Workspace};

    fn store() -> Arc<Store> {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign");
        check(load::load(Workspace { root })).store
    }

    #[test]
    fn facts_are_told_with_the_names_of_records_fields_and_counts() {
        let store = store();
        let well = |depth: i32| json!({"id": "first-well", "depth": {"number": depth, "text": depth.to_string()}});
        let page = |wells: Json, n: i32| {
            let count = json!({"number": n, "text": n.to_string(), "label": "wells", "rows": []});
            json!({"document": {"as-of": n}, "words": {"a": n}, "sets": {"wells": wells}, "counts": {"all": count}})
        };
        let (old, mut new) = (page(json!([well(40)]), 1), page(json!([well(41), {"id": "second-well"}]), 2));
        new["sources"] = json!({"gazette": {"id": "gazette", "key": "G1"}});
        let found = since(&old, &new, &store, Language::En);
        let said: Vec<_> = found
            .iter()
            .map(|f| (f.became, f.label.as_deref(), f.title.as_deref(), f.old.as_deref(), f.new.as_deref()))
            .collect();
        assert_eq!(
            said,
            [
                (Became::Changed, Some("First Well"), Some("Depth, metres"), Some("40"), Some("41")),
                (Became::Added, Some("Second Well"), None, None, Some("Second Well")),
                (Became::Changed, Some("wells"), None, Some("1"), Some("2")),
            ]
        );
        assert_eq!(found[0].sources, ["gazette"]);
        assert_eq!(found[0].keys, ["G1"]);
        assert_eq!(since(&new, &new, &store, Language::En), []);
    }

    #[test]
    fn documents_that_are_bound_are_compared_each_with_itself() {
        let part = |report: &str, depth: &str| {
            let document = json!({"report": report, "subject": null, "type": "Sheet", "title": report});
            json!({"template": "x", "item": 0, "data": {"document": document, "pack": {"number": depth}, "sets": {"wells": [{"id": "first-well", "depth": depth}]}}})
        };
        let old = json!({"document": {}, "bound": [part("gone", "40"), part("kept", "40")]});
        let new = json!({"document": {}, "bound": [part("kept", "41"), part("more", "41")]});
        let facts = since(&old, &new, &store(), Language::En);
        let told: Vec<(Became, &str, Option<&str>)> = facts
            .iter()
            .map(|fact| (fact.became, fact.field.as_str(), fact.new.as_deref().or(fact.old.as_deref())))
            .collect();
        assert_eq!(
            told,
            [
                (Became::Changed, "depth", Some("41")),
                (Became::Added, "bound", Some("more")),
                (Became::Removed, "bound", Some("gone")),
            ]
        );
    }

    #[test]
    fn what_is_gone_has_no_words_for_those_who_may_not_see_all() {
        let store = store();
        let page = |ids: &[&str]| json!({"sets": {"wells": ids.iter().map(|id| json!({"id": id, "name": id})).collect::<Vec<_>>()}});
        let found = since(&page(&["first-well", "hidden-well"]), &page(&[]), &store, Language::En);
        let said: Vec<String> =
            found.into_iter().map(|fact| format!("{:?}", fact.without_what_is_gone(&store))).collect();
        assert_eq!(said.len(), 2);
        assert!(said[0].contains("First Well") && !said[1].contains("hidden"), "{said:#?}");
    }
}
