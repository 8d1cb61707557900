//! Values are what their schema says: type, required and unknown fields, lists, texts per language. What stands in a scalar is the
//! business of [`super::scalar`].

mod stray;

use super::nearest::{hint, nearest};
use super::scalar::{self, Site};
use super::{MOST, letters, raw};
use crate::diag::{Diagnostic, Edit, Entry as Code, FileId, Files, Place, Repair, Values, codes, phrases};
use crate::holdings::{Holdings, claimed};
use crate::record::letters::is_invisible;
use crate::record::node::Meaning;
use crate::record::{Entry, Language, Node, Record, Span, Value, markdown};
use crate::schema::{Field, Object, Shape};

/// Checks a record.
pub fn check(record: &Record, holdings: &Holdings, files: &Files) -> Vec<Diagnostic> {
    let mut walk = Walk::new(holdings, files, record.file);
    walk.torn = record.torn;
    walk.object(&record.root, &holdings.kind(record).object, &record.kind);
    walk.bounded()
}

/// Checks a tree that is no record, such as a report's definition.
pub fn check_tree(
    root: &Node,
    file: FileId,
    object: &Object,
    name: &str,
    holdings: &Holdings,
    files: &Files,
) -> Vec<Diagnostic> {
    let mut walk = Walk::new(holdings, files, file);
    match root.value {
        Value::Map(_) => walk.object(root, object, name),
        Value::Unread => {}
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
    holdings: &Holdings,
    files: &Files,
) -> Vec<Diagnostic> {
    let mut walk = Walk::new(holdings, files, file);
    walk.value(node, &Site { field, about: None }, shape);
    walk.faults
}

struct Walk<'a> {
    holdings: &'a Holdings,
    /// The text of the file.
    text: &'a str,
    file: FileId,
    faults: Vec<Diagnostic>,
    /// The lists of fields from the record down to here.
    frames: Vec<Frame<'a>>,
    /// Whether lines of the file could not be read.
    torn: bool,
}

/// A list of fields on the way down.
#[derive(Clone, Copy)]
struct Frame<'a> {
    node: &'a Node,
    fields: Fields<'a>,
    name: &'a str,
}

/// The fields that may stand in a list of fields.
#[derive(Clone, Copy)]
enum Fields<'a> {
    Of(&'a Object),
    Languages,
}

impl<'a> Walk<'a> {
    fn new(holdings: &'a Holdings, files: &'a Files, file: FileId) -> Self {
        Self { holdings, text: files.text(file), file, faults: Vec::new(), frames: Vec::new(), torn: false }
    }

    /// Returns the faults up to those that anybody reads.
    fn bounded(mut self) -> Vec<Diagnostic> {
        if self.faults.len() > MOST {
            let place = self.faults[MOST].place.clone();
            self.faults.truncate(MOST);
            self.faults.push(Diagnostic::new(codes::FAULTS_TOO_MANY, place, vec![("limit", MOST.into())]));
        }
        self.faults
    }

    fn object(&mut self, node: &'a Node, object: &'a Object, name: &'a str) {
        self.frames.push(Frame { node, fields: Fields::Of(object), name });
        // A required field under a mistyped name is there: one slip of the hand is one fault.
        let mut meant: Vec<&str> = Vec::new();
        for entry in node.entries() {
            if self.faults.len() > MOST {
                break;
            }
            match object.fields.get(&*entry.key) {
                Some(field) => self.field(entry, field),
                None => meant.extend(self.unknown(entry, object)),
            }
        }
        let unread = self.torn || node.entries().iter().any(|entry| entry.value.is_unread());
        for required in object.required.iter().filter(|_| !unread) {
            let absent = node.entry(required).is_none() && required != "id";
            if absent && !meant.contains(&required.as_str()) && !self.has_strayed(required) {
                self.missing(node, required, object, name);
            }
        }
        self.frames.pop();
    }

    /// Returns whether a field was told to stand in another place.
    fn has_strayed(&self, name: &str) -> bool {
        let strayed = self.faults.iter().filter(|fault| fault.is(codes::FIELD_ELSEWHERE));
        strayed.filter_map(|fault| self.text.get(fault.place.as_ref()?.range.clone())).any(|found| found == name)
    }

    /// Tells an unknown field; returns the field that was meant, if that is clear.
    fn unknown(&mut self, entry: &'a Entry, object: &'a Object) -> Option<&'a str> {
        let keys = || object.fields.keys().map(String::as_str);
        if let Some(known) = letters::latin(&entry.key).and_then(|latin| keys().find(|key| *key == latin)) {
            self.look_alike(&entry.key, entry.key_span, known);
            self.field(entry, &object.fields[known]);
            return Some(known);
        }
        if let Some(fault) = stray::told(self, entry) {
            self.faults.push(fault);
            return None;
        }
        let near = nearest(&entry.key, keys()).or_else(|| titled(&entry.key, object));
        let values = match near {
            Some(near) => vec![
                ("field", entry.key.as_ref().into()),
                ("hint", phrases::DID_YOU_MEAN.of(vec![("name", near.into())])),
            ],
            None => vec![("field", entry.key.as_ref().into()), ("hint", hint(&entry.key, keys()))],
        };
        let repair = near.map(|near| Repair::likely(vec![Edit::new(entry.key_span.range(), near)]));
        self.fault(codes::FIELD_UNKNOWN, entry.key_span, values, repair);
        let known = near.filter(|near| self.frames.last().is_some_and(|frame| frame.node.entry(near).is_none()))?;
        self.field(entry, &object.fields[known]);
        Some(known)
    }

    fn look_alike(&mut self, word: &str, span: Span, latin: &str) {
        let values = vec![("word", word.into()), ("letters", letters::foreign(word).into())];
        let repair = Repair::certain(vec![Edit::new(span.range(), latin)]);
        self.fault(codes::LETTER_LOOK_ALIKE, span, values, Some(repair));
    }

    fn missing(&mut self, node: &Node, required: &str, object: &Object, name: &str) {
        let field = object.fields.get(required);
        let description = field.map(|f| f.description.clone()).filter(|text| !text.en.is_empty());
        let at = node.entries().first().map_or(node.span, |e| e.key_span);
        let inside = self.frames.len() > 1;
        let values = vec![
            ("field", required.into()),
            ("where", if inside { phrases::WITHIN_FIELD.of(vec![("name", name.into())]) } else { "".into() }),
            ("example", scalar::example(required, field).into()),
            ("description", description.map_or("".into(), |text| phrases::IN_BRACKETS.of(vec![("text", text.into())]))),
        ];
        self.fault(codes::FIELD_MISSING, at, values, None);
    }

    fn field(&mut self, entry: &'a Entry, field: &'a Field) {
        self.entry(entry, &field.shape, &Site { field: &entry.key, about: Some(field) });
    }

    fn entry(&mut self, entry: &'a Entry, shape: &'a Shape, site: &Site<'a>) {
        if is_empty(&entry.value) {
            let values = vec![("field", site.field.into())];
            return self.fault(codes::VALUE_EMPTY, entry.key_span.to(entry.value.span), values, None);
        }
        self.value(&entry.value, site, shape);
    }

    fn value(&mut self, node: &'a Node, site: &Site<'a>, shape: &'a Shape) {
        match (shape, &node.value) {
            (Shape::Any, _) | (_, Value::Unread) => {}
            (Shape::Claimable(_), _) if claimed(node).is_some() => {}
            (Shape::Claimable(inner), _) => self.value(node, site, inner),
            (Shape::Object(object), Value::Map(_)) => self.object(node, object, site.field),
            (Shape::Table(inner), Value::Map(entries)) => {
                for entry in entries {
                    self.entry(entry, inner, &Site { field: &entry.key, about: site.about });
                }
            }
            (Shape::Localized { markdown }, Value::Map(entries)) => {
                self.frames.push(Frame { node, fields: Fields::Languages, name: site.field });
                self.localized(entries, *markdown);
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
                let found = scalar::check(node, shape, site, self.text, self.file, self.holdings);
                self.faults.extend(found);
            }
            _ => self.wrong_type(node, site.field, shape),
        }
    }

    fn entries_of_list(&mut self, nodes: &'a [Node], site: &Site<'a>, items: &'a Shape) {
        for node in nodes {
            if self.faults.len() > MOST {
                break;
            }
            if is_empty(node) {
                self.fault(codes::VALUE_EMPTY, node.span, vec![("field", site.field.into())], None);
            } else {
                self.value(node, site, items);
            }
        }
    }

    fn localized(&mut self, entries: &'a [Entry], markdown: bool) {
        for entry in entries {
            let Some(language) = Language::from_code(&entry.key) else {
                self.not_a_language(entry);
                continue;
            };
            if is_empty(&entry.value) {
                let values = vec![("field", entry.key.as_ref().into())];
                self.fault(codes::VALUE_EMPTY, entry.key_span.to(entry.value.span), values, None);
                continue;
            }
            match &entry.value.value {
                Value::Scalar(_) => {
                    let site = Site { field: &entry.key, about: None };
                    let mut found = scalar::text(&entry.value, &site, Some(language), self.text, self.file);
                    if markdown {
                        // Markdown itself reads signs as web pages write them.
                        found.retain(|fault| !fault.is(codes::SIGN_OF_WEB));
                        self.markdown(&entry.value);
                    }
                    self.faults.extend(found);
                }
                Value::Unread => {}
                _ => self.wrong_type(&entry.value, &entry.key, &Shape::Text { pattern: None }),
            }
        }
    }

    fn not_a_language(&mut self, entry: &'a Entry) {
        let known = letters::latin(&entry.key).filter(|latin| Language::from_code(latin).is_some());
        if let Some(latin) = known {
            return self.look_alike(&entry.key, entry.key_span, &latin);
        }
        if let Some(fault) = stray::told(self, entry) {
            return self.faults.push(fault);
        }
        let hint = hint(&entry.key, Language::ALL.map(Language::code));
        let values = vec![("value", entry.key.as_ref().into()), ("hint", hint)];
        self.fault(codes::LANGUAGE_UNKNOWN, entry.key_span, values, None);
    }

    fn markdown(&mut self, node: &Node) {
        let text = node.text().unwrap_or_default();
        let (_, unsupported) = markdown::parse(text);
        for (what, part) in unsupported.into_iter().take(MOST + 1) {
            let range = raw::place_within(self.text, &node.span.range(), text, &part);
            let values = vec![("what", phrases::markdown(what).into())];
            self.faults.push(Diagnostic::new(codes::MARKDOWN_UNSUPPORTED, Place { file: self.file, range }, values));
        }
    }

    fn list_length(&mut self, node: &Node, found: usize, least: usize, most: Option<usize>, field: &str) {
        let bound = match most {
            _ if found < least => phrases::AT_LEAST.of(vec![("n", least.into())]),
            Some(most) if found > most => phrases::AT_MOST.of(vec![("n", most.into())]),
            _ => return,
        };
        let values = vec![("field", field.into()), ("found", found.into()), ("bound", bound)];
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

    /// Tells a value of another form than its schema wants, in the words of the slip that usually leads there.
    fn wrong_type(&mut self, node: &Node, field: &str, shape: &Shape) {
        let shape = shape.inner();
        let range = node.span.range();
        let words = raw::of(self.text, &range);
        let field_value = || vec![("field", field.into())];
        match (shape, &node.value) {
            (Shape::List { items, .. }, Value::Scalar(_)) if !is_compound(items) => {
                let round = words.strip_prefix('(').and_then(|words| words.strip_suffix(')'));
                let edits = match round {
                    Some(inner) => vec![Edit::new(range, format!("[{inner}]"))],
                    None => brackets_around(words, &range),
                };
                let repair = Repair { edits, certain: round.is_none() && !words.contains([',', ';']) };
                self.fault(codes::LIST_MEANT, node.span, field_value(), Some(repair));
            }
            (Shape::Localized { .. }, Value::Scalar(_)) => {
                let code = if letters::is_cyrillic(words) { "ru" } else { "en" };
                let text = format!("{{{code}: {}}}", raw::quoted(node.text().unwrap_or_default()));
                let repair = (!words.contains('\n')).then(|| Repair::likely(vec![Edit::new(range, text)]));
                self.fault(codes::LANGUAGE_MEANT, node.span, field_value(), repair);
            }
            (shape, Value::List(items)) if !is_compound(shape) && !items.is_empty() => {
                let one = items.first().filter(|_| items.len() == 1 && !words.contains('\n') && words.starts_with('['));
                let hint = if one.is_some() { &phrases::TAKE_BRACKETS_OFF } else { &phrases::KEEP_ONE };
                let edit = |one: &Node| Edit::new(range.clone(), raw::of(self.text, &one.span.range()));
                // Brackets around free text may belong to it.
                let free = |one: &Node| {
                    matches!(shape, Shape::Text { pattern: None })
                        && matches!(&one.value, Value::Scalar(scalar) if scalar.plain)
                };
                let repair = one.map(|one| Repair { edits: vec![edit(one)], certain: !free(one) });
                let values = vec![("field", field.into()), ("hint", hint.into())];
                self.fault(codes::ONE_MEANT, node.span, values, repair);
            }
            (Shape::Text { .. }, Value::Map(entries)) if entries.len() == 1 && !words.contains(['\n', '{']) => {
                let repair = Repair::certain(vec![Edit::new(range, raw::quoted(words))]);
                self.fault(codes::COLON_IN_TEXT, node.span, vec![("key", field.into())], Some(repair));
            }
            _ => {
                let values = vec![
                    ("field", field.into()),
                    ("expected", scalar::expected(shape).into()),
                    ("found", found(node).into()),
                    ("example", scalar::example_of_shape(field, shape).into()),
                ];
                self.fault(codes::TYPE_WRONG, node.span, values, None);
            }
        }
    }

    fn fault(&mut self, code: &'static Code, span: Span, values: Values, repair: Option<Repair>) {
        let place = Place { file: self.file, range: span.range() };
        self.faults.push(Diagnostic::new(code, place, values).with_repair(repair));
    }
}

fn brackets_around(words: &str, range: &std::ops::Range<usize>) -> Vec<Edit> {
    if words.contains('\n') {
        return Vec::new();
    }
    vec![Edit::new(range.start..range.start, "["), Edit::new(range.end..range.end, "]")]
}

fn is_empty(node: &Node) -> bool {
    match &node.value {
        Value::Scalar(scalar) => {
            matches!(scalar.meaning(), Meaning::Nothing) || scalar.text.trim_matches(is_blank).is_empty()
        }
        // No field of a record means anything by being there without a word.
        Value::Map(entries) => entries.is_empty(),
        Value::List(_) | Value::Unread => false,
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

fn is_compound(shape: &Shape) -> bool {
    matches!(shape, Shape::Object(_) | Shape::Table(_) | Shape::Localized { .. } | Shape::List { .. })
}

/// Returns what stands there, in a word.
pub fn found(node: &Node) -> &'static crate::diag::Phrase {
    match (&node.value, node.meaning()) {
        (Value::List(_), _) => &phrases::IS_LIST,
        (Value::Map(_), _) => &phrases::IS_FIELDS,
        (_, Some(Meaning::Integer(_) | Meaning::Number(_))) => &phrases::IS_NUMBER,
        (_, Some(Meaning::Truth(_))) => &phrases::IS_TRUTH,
        (_, Some(Meaning::Nothing)) => &phrases::IS_NOTHING,
        _ => &phrases::IS_TEXT,
    }
}

/// Returns the field that a name is the title of, in any language of messages, capitals aside.
fn titled<'o>(name: &str, object: &'o Object) -> Option<&'o str> {
    let name = name.to_lowercase();
    let same = |title: &str| title.to_lowercase() == name;
    let titled = |field: &Field| same(&field.title.en) || field.title.ru.as_deref().is_some_and(same);
    object.fields.iter().find(|(_, field)| titled(field)).map(|(key, _)| key.as_str())
}
