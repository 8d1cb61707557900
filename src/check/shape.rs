//! Values are what their schema says: type, required and unknown fields, words of a choice, patterns, dates, quantities, markings,
//! texts per language, Markdown.

use super::nearest::hint;
use crate::diag::{Diagnostic, Entry as Code, FileId, Place, Values, codes};
use crate::holdings::{Holdings, claimed};
use crate::record::edtf::Date;
use crate::record::node::Meaning;
use crate::record::quantity::Quantity;
use crate::record::{Entry, Language, Node, Record, Span, Value, markdown};
use crate::schema::{Object, Shape};

/// Checks a record.
pub fn check(record: &Record, holdings: &Holdings) -> Vec<Diagnostic> {
    let mut walk = Walk { holdings, file: record.file, faults: Vec::new() };
    walk.object(&record.root, &holdings.kind(record).object, &record.kind);
    walk.faults
}

/// Checks a tree that is no record, such as a report's definition.
pub fn check_tree(root: &Node, file: FileId, object: &Object, name: &str, holdings: &Holdings) -> Vec<Diagnostic> {
    let mut walk = Walk { holdings, file, faults: Vec::new() };
    match root.value {
        Value::Map(_) => walk.object(root, object, name),
        _ => walk.wrong_type(root, name, "a list of fields"),
    }
    walk.faults
}

/// Checks one value, such as a candidate of a claim, as a field of a name would have it.
pub fn check_value(node: &Node, file: FileId, shape: &Shape, field: &str, holdings: &Holdings) -> Vec<Diagnostic> {
    let mut walk = Walk { holdings, file, faults: Vec::new() };
    walk.value(node, shape, field, "");
    walk.faults
}

struct Walk<'a> {
    holdings: &'a Holdings,
    file: FileId,
    faults: Vec<Diagnostic>,
}

impl Walk<'_> {
    fn object(&mut self, node: &Node, object: &Object, name: &str) {
        for entry in node.entries() {
            match object.fields.get(&*entry.key) {
                Some(field) => self.field(entry, &field.shape, &field.description),
                None => {
                    let hint = hint(&entry.key, object.fields.keys().map(String::as_str));
                    let values = vec![("field", entry.key.to_string()), ("hint", hint)];
                    self.fault(codes::FIELD_UNKNOWN, entry.key_span, values);
                }
            }
        }
        for required in &object.required {
            if node.entry(required).is_none() && required != "id" {
                let description = object.fields.get(required).map(|f| f.description.clone()).unwrap_or_default();
                let at = node.entries().first().map_or(node.span, |e| e.key_span);
                let values =
                    vec![("field", required.clone()), ("description", description), ("record", name.to_owned())];
                self.fault(codes::FIELD_MISSING, at, values);
            }
        }
    }

    fn field(&mut self, entry: &Entry, shape: &Shape, description: &str) {
        let empty = match &entry.value.value {
            Value::Scalar(scalar) => entry.value.is_nothing() || scalar.text.trim().is_empty(),
            Value::List(_) | Value::Map(_) => false,
        };
        if empty {
            let values = vec![("field", entry.key.to_string())];
            return self.fault(codes::VALUE_EMPTY, entry.key_span.to(entry.value.span), values);
        }
        self.value(&entry.value, shape, &entry.key, description);
    }

    fn value(&mut self, node: &Node, shape: &Shape, field: &str, description: &str) {
        match (shape, &node.value) {
            (Shape::Any, _) => {}
            (Shape::Claimable(_), _) if claimed(node).is_some() => {}
            (Shape::Claimable(inner), _) => self.value(node, inner, field, description),
            (Shape::Object(object), Value::Map(_)) => self.object(node, object, field),
            (Shape::Table(inner), Value::Map(entries)) => {
                entries.iter().for_each(|entry| self.field(entry, inner, description));
            }
            (Shape::Localized { markdown }, Value::Map(entries)) => self.localized(entries, *markdown),
            (Shape::List { items, least, most, unique }, Value::List(nodes)) => {
                self.list_length(node, nodes.len(), *least, *most, field);
                nodes.iter().for_each(|node| self.value(node, items, field, description));
                if *unique {
                    self.entries_once(nodes, field);
                }
            }
            (_, Value::Scalar(_))
                if !matches!(
                    shape,
                    Shape::Object(_) | Shape::Table(_) | Shape::Localized { .. } | Shape::List { .. }
                ) =>
            {
                self.scalar(node, shape, field, description);
            }
            _ => self.wrong_type(node, field, expected(shape)),
        }
    }

    fn scalar(&mut self, node: &Node, shape: &Shape, field: &str, description: &str) {
        let (Some(text), Some(meaning)) = (node.text(), node.meaning()) else { return };
        let value = || ("value", text.to_owned());
        match shape {
            Shape::Text { pattern } => {
                let is_text = matches!(meaning, Meaning::Text(_));
                if !is_text {
                    self.wrong_type(node, field, "text");
                } else if pattern.as_ref().is_some_and(|pattern| !pattern.is_match(text)) {
                    let values = vec![value(), ("field", field.to_owned()), ("description", description.to_owned())];
                    self.fault(codes::PATTERN_MISMATCH, node.span, values);
                }
            }
            Shape::Choice(words) if !words.iter().any(|word| word == text) => {
                let hint = hint(text, words.iter().map(String::as_str));
                self.fault(
                    codes::VALUE_NOT_ALLOWED,
                    node.span,
                    vec![value(), ("field", field.to_owned()), ("hint", hint)],
                );
            }
            Shape::Integer { least, most } => match meaning {
                Meaning::Integer(n) => self.bounds(node, n, *least, *most, field),
                _ => self.wrong_type(node, field, "a whole number"),
            },
            Shape::Number if !matches!(meaning, Meaning::Integer(_) | Meaning::Number(_)) => {
                self.wrong_type(node, field, "a number");
            }
            Shape::Truth if !matches!(meaning, Meaning::Truth(_)) => self.wrong_type(node, field, "true or false"),
            Shape::Date => {
                if let Err(reason) = Date::parse(text) {
                    self.fault(codes::DATE_INVALID, node.span, vec![value(), ("reason", reason.to_string())]);
                }
            }
            Shape::Quantity if Quantity::parse(text).is_none() => {
                self.fault(codes::QUANTITY_INVALID, node.span, vec![value()]);
            }
            Shape::Marking if self.holdings.schemes.find(text).is_none() => {
                let known: Vec<String> = self.holdings.schemes.all().collect();
                let hint = hint(text, known.iter().map(String::as_str));
                self.fault(codes::MARKING_UNKNOWN, node.span, vec![value(), ("hint", hint)]);
            }
            _ => {}
        }
    }

    fn localized(&mut self, entries: &[Entry], markdown: bool) {
        for entry in entries {
            if Language::from_code(&entry.key).is_none() {
                let hint = hint(&entry.key, Language::ALL.map(Language::code));
                let values = vec![("value", entry.key.to_string()), ("hint", hint)];
                self.fault(codes::LANGUAGE_UNKNOWN, entry.key_span, values);
                continue;
            }
            self.field(entry, &Shape::Text { pattern: None }, "");
            if markdown {
                self.markdown(&entry.value);
            }
        }
    }

    fn markdown(&mut self, node: &Node) {
        let (_, unsupported) = markdown::parse(node.text().unwrap_or_default());
        for (what, _) in unsupported {
            self.fault(codes::MARKDOWN_UNSUPPORTED, node.span, vec![("what", what.to_owned())]);
        }
    }

    fn bounds(&mut self, node: &Node, n: i64, least: Option<i64>, most: Option<i64>, field: &str) {
        let bound = match (least, most) {
            (Some(least), _) if n < least => format!("{least} or more"),
            (_, Some(most)) if n > most => format!("{most} or less"),
            _ => return,
        };
        self.fault(codes::NUMBER_OUT_OF_RANGE, node.span, vec![("field", field.to_owned()), ("bound", bound)]);
    }

    fn list_length(&mut self, node: &Node, found: usize, least: usize, most: Option<usize>, field: &str) {
        let bound = match most {
            _ if found < least => format!("at least {least}"),
            Some(most) if found > most => format!("at most {most}"),
            _ => return,
        };
        let values = vec![("field", field.to_owned()), ("found", found.to_string()), ("bound", bound)];
        self.fault(codes::LIST_LENGTH, node.span, values);
    }

    fn entries_once(&mut self, nodes: &[Node], field: &str) {
        for (at, node) in nodes.iter().enumerate() {
            let Some(text) = node.text() else { continue };
            if nodes[..at].iter().any(|before| before.text() == Some(text)) {
                let values = vec![("value", text.to_owned()), ("field", field.to_owned())];
                self.fault(codes::ENTRY_TWICE, node.span, values);
            }
        }
    }

    fn wrong_type(&mut self, node: &Node, field: &str, expected: &str) {
        let example = match expected {
            "text" => format!("{field}: \"{}\"", node.text().unwrap_or("…")),
            "a list" => format!("{field}: [{}]", node.text().unwrap_or("…")),
            "text per language" => format!("{field}: {{en: \"{}\"}}", node.text().unwrap_or("…")),
            "true or false" => format!("{field}: true"),
            "a whole number" | "a number" => format!("{field}: 12"),
            _ => format!("{field}: …"),
        };
        let values = vec![
            ("field", field.to_owned()),
            ("expected", expected.to_owned()),
            ("found", found(node).to_owned()),
            ("example", example),
        ];
        self.fault(codes::TYPE_WRONG, node.span, values);
    }

    fn fault(&mut self, code: &'static Code, span: Span, values: Values) {
        let place = Place { file: self.file, range: span.range() };
        self.faults.push(Diagnostic::error(code, place, values));
    }
}

fn expected(shape: &Shape) -> &'static str {
    match shape {
        Shape::Text { .. } => "text",
        Shape::Choice(_) => "one word",
        Shape::Integer { .. } => "a whole number",
        Shape::Number | Shape::Quantity => "a number",
        Shape::Truth => "true or false",
        Shape::Date => "a date",
        Shape::Marking => "a marking",
        Shape::Reference(_) => "the id of a record",
        Shape::Localized { .. } => "text per language",
        Shape::List { .. } => "a list",
        Shape::Object(_) | Shape::Table(_) => "a list of fields",
        Shape::Claimable(inner) => expected(inner),
        Shape::Any => "a value",
    }
}

fn found(node: &Node) -> &'static str {
    match (&node.value, node.meaning()) {
        (Value::List(_), _) => "a list",
        (Value::Map(_), _) => "a list of fields",
        (_, Some(Meaning::Integer(_) | Meaning::Number(_))) => "a number",
        (_, Some(Meaning::Truth(_))) => "true or false",
        (_, Some(Meaning::Nothing)) => "nothing",
        _ => "text",
    }
}
