//! Values are what their schema says: type, required and unknown fields, lists, texts per language. What stands in a scalar is the
//! business of [`super::scalar`].

mod languages;
mod stray;
mod walk;
mod wrong;

use super::bound::MAX_FAULTS_PER_RECORD;
use walk::{Fields, Frame, Walk, is_compound, is_empty};

use super::nearest::{hint, nearest};
use super::scalar::{self, FieldContext};
use super::{describe, letters};
use crate::diag::{Arg, Diagnostic, Edit, FileId, Files, Fix, MessageArgs, Place, codes, messages};
use crate::record::{Entry, Node, Record, Span, Value};
use crate::schema::{CLAIM, Field, Object, Shape};
use crate::store::{Store, claimed};

/// Checks a record.
pub fn check(record: &Record, store: &Store, files: &Files) -> Vec<Diagnostic> {
    let mut walk = Walk::new(store, files, record.file);
    walk.incomplete = record.incomplete;
    walk.object(&record.root, &store.kind(record).object, &record.kind);
    walk.bounded()
}

/// Checks a tree that is no record, such as a report's definition.
pub fn check_tree(
    root: &Node,
    file: FileId,
    object: &Object,
    name: &str,
    store: &Store,
    files: &Files,
) -> Vec<Diagnostic> {
    let mut walk = Walk::new(store, files, file);
    match root.value {
        Value::Map(_) => walk.object(root, object, name),
        Value::Unreadable => {}
        _ => walk.wrong_type(root, name, &Shape::Any),
    }
    walk.faults
}

/// Checks one value, such as a candidate of a claim, as a field of a name would have it.
pub fn check_value(
    node: &Node,
    file: FileId,
    shape: &Shape,
    field: &str,
    store: &Store,
    files: &Files,
) -> Vec<Diagnostic> {
    let mut walk = Walk::new(store, files, file);
    walk.value(node, &FieldContext { field, about: None }, shape);
    walk.faults
}

impl<'a> Walk<'a> {
    fn object(&mut self, node: &'a Node, object: &'a Object, name: &'a str) {
        self.frames.push(Frame { node, fields: Fields::Of(object), name });
        // A required field under a mistyped name is there: one slip of the hand is one fault.
        let mut meant: Vec<&str> = Vec::new();
        for entry in node.entries() {
            if self.faults.len() > MAX_FAULTS_PER_RECORD {
                break;
            }
            match object.fields.get(&*entry.key) {
                Some(field) => self.field(entry, field, object),
                None => meant.extend(self.unknown(entry, object)),
            }
        }
        let unread = self.incomplete || node.entries().iter().any(|entry| entry.value.is_unread());
        for required in object.required.iter().filter(|_| !unread) {
            let absent = node.entry(required).is_none() && required != "id";
            if absent && !meant.contains(&required.as_str()) {
                self.missing(node, required, object, name);
            }
        }
        self.frames.pop();
    }

    /// Reports an unknown field; returns the field that was meant, if that is clear.
    fn unknown(&mut self, entry: &'a Entry, object: &'a Object) -> Option<&'a str> {
        let keys = || object.fields.keys().map(String::as_str);
        if let Some(known) = letters::latin(&entry.key).and_then(|latin| keys().find(|key| *key == latin)) {
            self.look_alike(&entry.key, entry.key_span, known);
            self.field(entry, &object.fields[known], object);
            return Some(known);
        }
        if let Some(fault) = stray::misplaced(self, entry) {
            self.faults.push(fault);
            return None;
        }
        let near = nearest(&entry.key, keys()).or_else(|| titled(&entry.key, object));
        let values = match near {
            Some(near) => vec![
                ("field", entry.key.as_ref().into()),
                ("hint", messages::DID_YOU_MEAN.of(vec![("name", near.into())])),
            ],
            None => vec![("field", entry.key.as_ref().into()), ("hint", hint(&entry.key, keys()))],
        };
        let fix = near.map(|near| Fix::suggested(vec![Edit::new(entry.key_span.range(), near)]));
        self.fault(codes::FIELD_UNKNOWN, entry.key_span, values, fix);
        let known = near.filter(|near| self.frames.last().is_some_and(|frame| frame.node.entry(near).is_none()))?;
        self.field(entry, &object.fields[known], object);
        Some(known)
    }

    fn look_alike(&mut self, word: &str, span: Span, latin: &str) {
        let (code, values) = letters::foreign_letters(word);
        let fix = Fix::automatic(vec![Edit::new(span.range(), latin)]);
        self.fault(code, span, values, Some(fix));
    }

    fn missing(&mut self, node: &Node, required: &str, object: &Object, name: &str) {
        let at = node.entries().first().map_or(node.span, |e| e.key_span);
        let inside = self.frames.len() > 1;
        let within = if inside { messages::WITHIN_FIELD.of(vec![("name", name.into())]) } else { "".into() };
        let values = values_of_missing(required, object.fields.get(required), within);
        let place = Place { file: self.file, range: at.range() };
        self.faults.push(Diagnostic::new(codes::FIELD_MISSING, place, values).about_field(required));
    }

    fn field(&mut self, entry: &'a Entry, field: &'a Field, object: &Object) {
        let required =
            object.required.iter().any(|name| object.fields.get(name).is_some_and(|f| std::ptr::eq(f, field)));
        self.entry(entry, &field.shape, &FieldContext { field: &entry.key, about: Some(field) }, required);
    }

    fn entry(&mut self, entry: &'a Entry, shape: &'a Shape, site: &FieldContext<'a>, required: bool) {
        if is_empty(&entry.value) && !is_map_of_none(&entry.value, shape) {
            return self.empty(entry.key_span.to(entry.value.span), site.field, required);
        }
        self.value(&entry.value, site, shape);
    }

    /// Reports a value with nothing in it; what is required can only be filled in.
    fn empty(&mut self, span: Span, field: &str, required: bool) {
        let before = self.text.get(..span.range().start).and_then(|text| text.rsplit('\n').next()).unwrap_or_default();
        let hint = match before.trim() {
            _ if required => &messages::FILL_IN,
            "" => &messages::FILL_OR_REMOVE_LINE,
            _ => &messages::FILL_OR_REMOVE,
        };
        self.fault(codes::VALUE_EMPTY, span, vec![("field", field.into()), ("hint", hint.into())], None);
    }

    fn value(&mut self, node: &'a Node, site: &FieldContext<'a>, shape: &'a Shape) {
        match (shape, &node.value) {
            (Shape::Any, _) | (_, Value::Unreadable) => {}
            (Shape::MaybeClaim(_), _) if claimed(node).is_some() => {}
            (Shape::MaybeClaim(inner), _) => match self.claim_named(node) {
                Some(fault) => self.faults.push(fault),
                None => self.value(node, site, inner),
            },
            (Shape::Object(object), Value::Map(_)) => self.object(node, object, site.field),
            (Shape::Map(inner), Value::Map(entries)) => {
                for entry in entries {
                    self.entry(entry, inner, &FieldContext { field: &entry.key, about: site.about }, false);
                }
            }
            (Shape::Localized { markdown }, Value::Map(entries)) => {
                self.frames.push(Frame { node, fields: Fields::Languages, name: site.field });
                self.localized(entries, *markdown, site.about.is_some_and(|field| field.translate));
                self.frames.pop();
            }
            (Shape::List { items, least, most, unique }, Value::List(nodes)) => {
                self.list_length(node, nodes.len(), *least, *most, site.field);
                self.entries_of_list(nodes, site, items);
                if *unique {
                    self.entries_once(nodes, site.field);
                }
            }
            (shape, Value::Scalar(_)) if !is_compound(shape) => {
                let found = scalar::check(node, shape, site, self.text, self.file, self.store);
                self.faults.extend(found);
            }
            _ => self.wrong_type(node, site.field, shape),
        }
    }

    fn entries_of_list(&mut self, nodes: &'a [Node], site: &FieldContext<'a>, items: &'a Shape) {
        for node in nodes {
            if self.faults.len() > MAX_FAULTS_PER_RECORD {
                break;
            }
            if is_empty(node) {
                self.empty(node.span, site.field, false);
            } else {
                self.value(node, site, items);
            }
        }
    }

    /// Reports a claim that is named as if it were the value.
    fn claim_named(&self, node: &Node) -> Option<Diagnostic> {
        let id = node.text()?;
        self.store.records.get(id).filter(|record| record.kind == CLAIM)?;
        let place = Place { file: self.file, range: node.span.range() };
        let fix = Fix::automatic(vec![Edit::new(place.range.clone(), format!("{{claim: {id}}}"))]);
        Some(Diagnostic::new(codes::CLAIM_MEANT, place, vec![("value", id.into())]).with_fix(fix))
    }

    fn list_length(&mut self, node: &Node, found: usize, least: usize, most: Option<usize>, field: &str) {
        let (bound, hint) = match most {
            _ if found < least => (messages::AT_LEAST.of(vec![("n", least.into())]), &messages::ADD_ENTRIES),
            Some(most) if found > most => (messages::AT_MOST.of(vec![("n", most.into())]), &messages::REMOVE_ENTRIES),
            _ => return,
        };
        let values = vec![("field", field.into()), ("found", found.into()), ("bound", bound), ("hint", hint.into())];
        self.fault(codes::LIST_LENGTH, node.span, values, None);
    }

    fn entries_once(&mut self, nodes: &[Node], field: &str) {
        let mut seen = std::collections::HashSet::new();
        for node in nodes {
            let Some(text) = node.text() else { continue };
            if !seen.insert(text) {
                let values = vec![("value", text.into()), ("field", field.into())];
                self.fault(codes::ENTRY_TWICE, node.span, values, None);
            }
        }
    }
}

/// Returns the field that a name is the title of, in any language of messages, capitals aside.
fn titled<'o>(name: &str, object: &'o Object) -> Option<&'o str> {
    let name = name.to_lowercase();
    let same = |title: &str| title.to_lowercase() == name;
    let titled = |field: &Field| same(&field.title.en) || field.title.ru.as_deref().is_some_and(same);
    object.fields.iter().find(|(_, field)| titled(field)).map(|(key, _)| key.as_str())
}

/// Returns what is said of a field that must be there and is not; `within` names the field that should hold it.
pub fn values_of_missing(name: &str, field: Option<&Field>, within: Arg) -> MessageArgs {
    let description = field.map(|f| f.description.clone()).filter(|text| !text.en.is_empty());
    vec![
        ("field", name.into()),
        ("where", within),
        ("example", describe::example(name, field).into()),
        ("description", description.map_or("".into(), |text| messages::BEFORE.of(vec![("text", text.into())]))),
    ]
}

/// Returns whether somebody wrote out that a field whose entries have names of their own has none.
fn is_map_of_none(node: &Node, shape: &Shape) -> bool {
    matches!((&node.value, shape), (Value::Map(_), Shape::Map(_)))
}
