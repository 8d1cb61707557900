//! The scaffold of a new record: every field of its schema, explained in comments, with a blank to fill in or an example to take over.
//!
//! Required fields come first and have blanks, which checking names one by one until they are filled: `""`, or nothing where a number
//! or true and false stand without quotes. The others follow as comments: without the sign at its start, the line is the field.

use serde_json::{Map, Value as Json};

use super::{Snapshot, messages};
use crate::diag::{Files, Locale, LocalizedText};
use crate::format;
use crate::record::{Node, Record};
use crate::schema::{Field, Kind, Object, Shape};

/// Comments are not wider than this.
const COMMENT_COLUMNS: usize = 100;

/// The id of the record that rules are tried on; no file is made of it.
const TRIAL: &str = "scaffold-on-trial";

/// How a scaffold is written.
pub struct Scaffold<'a> {
    /// The kind of record.
    pub kind: &'a Kind,
    /// The id; empty where it is left to the person.
    pub id: &'a str,
    /// The languages in which texts are asked for.
    pub languages: &'a [String],
    /// Fields that rules ask for besides those that the schema requires.
    pub needed: &'a [String],
    /// The language of the comments.
    pub locale: Locale,
}

impl Scaffold<'_> {
    /// Returns the scaffold.
    pub fn text(&self) -> String {
        let mut page = CommentedPage { scaffold: self, out: String::new() };
        let object = &self.kind.object;
        let path = format!("data/{}/record.yaml", self.kind.folder);
        page.line(0, &crate::schema::editor::modeline(&self.kind.name, std::path::Path::new(&path)));
        page.comment(0, &called(&self.kind.title, &self.kind.description, self.locale));
        page.comment(0, messages::SCAFFOLD_HOW.words(self.locale));
        let asked = |name: &str| object.required.iter().chain(self.needed).any(|other| other == name);
        for (name, field) in object.fields.iter().filter(|(name, _)| asked(name)) {
            page.out.push('\n');
            page.explained(0, field);
            if name == "id" {
                page.out.push_str(&format::field(name, Node::of_text(self.id), object));
            } else {
                page.example_above(name, field);
                page.blank(0, &format!("{name}:"), &field.shape, field);
            }
        }
        let mut rest = object.fields.iter().filter(|(name, _)| !asked(name)).peekable();
        if rest.peek().is_some() {
            page.out.push('\n');
            page.comment(0, messages::SCAFFOLD_REST.words(self.locale));
        }
        for (name, field) in rest {
            page.out.push('\n');
            page.explained(0, field);
            page.commented(0, name, object);
        }
        page.out
    }
}

/// Returns the fields that rules ask for besides those that the schema requires, found by trying the rules on a record of examples.
pub fn needed(kind: &Kind, snapshot: &Snapshot) -> Vec<String> {
    let mut needed: Vec<String> = Vec::new();
    let rules = snapshot.result.rules_of(kind);
    let broken = |needed: &[String]| rules.broken_by(&trial(kind, needed));
    let mut left = if kind.rules.is_empty() { 0 } else { broken(&needed) };
    for name in kind.object.fields.keys().filter(|name| !kind.object.required.contains(name)) {
        if left == 0 {
            break;
        }
        needed.push(name.clone());
        let now = broken(&needed);
        if now < left { left = now } else { drop(needed.pop()) }
    }
    needed
}

/// Returns a record of examples, as it would be read; no file is made of it.
fn trial(kind: &Kind, needed: &[String]) -> Record {
    let asked = kind.object.required.iter().chain(needed).filter(|name| *name != "id");
    let fields = asked.filter_map(|name| Some((name, kind.object.fields.get(name)?)));
    let fields = fields.map(|(name, field)| (name.clone(), Node::of_json(&example(field))));
    let root = Node::of_fields([("id".to_owned(), Node::of_text(TRIAL))].into_iter().chain(fields));
    let file = Files::default().add(TRIAL.into(), "".into());
    Record { id: TRIAL.to_owned(), kind: kind.name.clone(), file, root, incomplete: false }
}

/// Returns the example of a field: the first of its schema, or one made of the fields within.
fn example(field: &Field) -> Json {
    fn of_shape(shape: &Shape) -> Json {
        match shape {
            Shape::Choice(words) => words.first().cloned().unwrap_or_default().into(),
            Shape::Integer { least, .. } => least.unwrap_or(1).into(),
            Shape::Number | Shape::Quantity => 12.into(),
            Shape::Bool => true.into(),
            Shape::Date => "2022-03-03".into(),
            Shape::Localized { .. } => Json::Object(Map::from_iter([("en".to_owned(), "…".into())])),
            Shape::List { items, .. } => Json::Array(vec![of_shape(items)]),
            Shape::Object(object) => Json::Object(first_fields(object).map(|(n, f)| (n.clone(), example(f))).collect()),
            Shape::Map(inner) => Json::Object(Map::from_iter([("name".to_owned(), of_shape(inner))])),
            Shape::MaybeClaim(inner) => of_shape(inner),
            Shape::Reference(_) | Shape::Marking | Shape::Text { .. } | Shape::Address | Shape::Any => "…".into(),
        }
    }
    field.examples.first().cloned().unwrap_or_else(|| of_shape(&field.shape))
}

/// Returns the fields of an object that must be there; the first one where none must.
fn first_fields(object: &Object) -> impl Iterator<Item = (&String, &Field)> {
    let none = object.required.is_empty();
    object
        .fields
        .iter()
        .enumerate()
        .filter(move |(at, (name, _))| none && *at == 0 || object.required.contains(name))
        .map(|(_, one)| one)
}

/// Returns what a thing is called and what it is.
fn called(title: &LocalizedText, description: &LocalizedText, locale: Locale) -> String {
    let (title, description) = (title.words(locale), description.words(locale));
    if title.is_empty() { description.to_owned() } else { format!("{title}. {description}").trim_end().to_owned() }
}

struct CommentedPage<'a> {
    scaffold: &'a Scaffold<'a>,
    out: String,
}

impl CommentedPage<'_> {
    fn explained(&mut self, indent: usize, field: &Field) {
        self.comment(indent, &called(&field.title, &field.description, self.scaffold.locale));
        if let Shape::Choice(choice) = field.shape.element() {
            let values = vec![("words", choice.join(", ").into())];
            self.comment(indent, &messages::SCAFFOLD_CHOICE.format(&values, self.scaffold.locale));
        }
    }

    /// Writes a comment, wrapped.
    fn comment(&mut self, indent: usize, text: &str) {
        let mut line = String::new();
        for word in text.split_whitespace() {
            if !line.is_empty() && indent + 3 + line.chars().count() + word.chars().count() > COMMENT_COLUMNS {
                self.line(indent, &format!("# {line}"));
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        if !line.is_empty() {
            self.line(indent, &format!("# {line}"));
        }
    }

    fn line(&mut self, indent: usize, text: &str) {
        self.out.push_str(&" ".repeat(indent));
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// Writes the example of a field as a comment.
    fn example_above(&mut self, name: &str, field: &Field) {
        let Some(example) = field.examples.first() else { return };
        let text = format::field(name, Node::of_json(example), &self.scaffold.kind.object);
        let Some((_, value)) = text.split_once(':') else { return };
        let head = messages::SCAFFOLD_EXAMPLE.words(self.scaffold.locale);
        match value.trim_end().split_once('\n') {
            None => self.line(0, &format!("# {head}{}", value.trim_end())),
            Some((sign, lines)) => {
                self.line(0, &format!("# {head}{sign}"));
                lines.lines().for_each(|line| self.line(0, format!("# {line}").trim_end()));
            }
        }
    }

    /// Writes a field as a comment that becomes the field without its first sign.
    fn commented(&mut self, indent: usize, name: &str, object: &Object) {
        let Some(field) = object.fields.get(name) else { return };
        for line in format::field(name, Node::of_json(&example(field)), object).lines() {
            self.line(indent, &format!("#{line}"));
        }
    }

    /// Writes a field, or an entry of a list, with blanks; `head` is `name:` or the hyphen.
    fn blank(&mut self, indent: usize, head: &str, shape: &Shape, field: &Field) {
        match shape.inner() {
            Shape::Localized { .. } => {
                self.line(indent, head);
                self.scaffold.languages.iter().for_each(|language| self.line(indent + 2, &format!("{language}: \"\"")));
            }
            Shape::List { items, least, .. } => {
                self.line(indent, head);
                (0..(*least).max(1)).for_each(|_| self.entry(indent + 2, items, field));
            }
            Shape::Object(object) => {
                self.line(indent, head);
                self.fields(indent + 2, object);
            }
            Shape::Map(inner) => {
                self.line(indent, head);
                self.blank(indent + 2, "name:", inner, field);
            }
            // In quotes, a number or true would be text.
            Shape::Integer { .. } | Shape::Number | Shape::Quantity | Shape::Bool => self.line(indent, head),
            _ => self.line(indent, &format!("{head} \"\"")),
        }
    }

    /// Writes an entry of a list: a blank, or fields after a hyphen.
    fn entry(&mut self, indent: usize, shape: &Shape, field: &Field) {
        let Shape::Object(object) = shape.inner() else { return self.blank(indent, "-", shape, field) };
        let before = self.out.len();
        self.fields(indent + 2, object);
        // The hyphen stands before the first field, below the comment that explains it.
        let fields = self.out.split_off(before);
        let mut hyphen = Some("- ");
        for line in fields.split_inclusive('\n') {
            match (line.trim_start().starts_with('#'), hyphen) {
                (false, Some(sign)) => {
                    self.out.push_str(&" ".repeat(indent));
                    self.out.push_str(sign);
                    self.out.push_str(&line[indent + 2..]);
                    hyphen = None;
                }
                (true, Some(_)) => self.out.push_str(&line[2..]),
                _ => self.out.push_str(line),
            }
        }
    }

    fn fields(&mut self, indent: usize, object: &Object) {
        let asked: Vec<&String> = first_fields(object).map(|(name, _)| name).collect();
        for (name, field) in first_fields(object) {
            self.explained(indent, field);
            self.blank(indent, &format!("{name}:"), &field.shape, field);
        }
        for (name, field) in object.fields.iter().filter(|(name, _)| !asked.contains(name)) {
            self.explained(indent, field);
            self.commented(indent, name, object);
        }
    }
}
