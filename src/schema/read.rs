//! A schema file → a [`Kind`]. What the checker would not obey is refused at its place.

use indexmap::IndexMap;
use regex::Regex;

use super::keywords;
use super::kind::{Kind, Rule};
use super::shape::{Dating, Field, Object, Reference, Shape};
use crate::diag::{Arg, Diagnostic, FileId, LocalizedText, Message, Place, Severity, codes, messages};
use crate::record::marking::Marking;
use crate::record::{Entry, Node};

/// A schema file that was read but not yet understood.
#[derive(Debug)]
pub struct RawSchema {
    /// The file name, for example `event.schema.json`.
    pub name: String,
    /// The file it stands in; `None` for a built-in one.
    pub file: Option<FileId>,
    /// Its tree.
    pub root: Node,
}

/// Keywords that say nothing about the value.
const SILENT: &[&str] = &[
    "$schema",
    "$id",
    "$comment",
    "title",
    "description",
    "x-title",
    "x-description",
    "examples",
    "default",
    "x-folder",
    "x-label",
    "x-order",
    "x-rules",
    "x-translate",
    "x-unfinished",
    "x-months-after",
    "x-inverse",
    "x-marking",
    "x-date",
    "x-date-unless",
    "x-title",
    "x-description",
    "x-tree",
    "definitions",
];

/// More references to definitions than a schema has.
const MOST_REFERENCES: usize = 10_000;

/// Understands a schema; `others` are all schema files, for references between them.
pub fn read(schema: &RawSchema, others: &[RawSchema]) -> (Kind, Vec<Diagnostic>) {
    let mut reader = Reader { file: schema.file, others, faults: Vec::new(), depth: 0, followed: 0 };
    let name = schema.name.trim_end_matches(".schema.json").to_owned();
    let word = |key: &str| schema.root.get(key).and_then(Node::text).map(str::to_owned);
    let kind = Kind {
        folder: word("x-folder").unwrap_or_default(),
        label: word("x-label").unwrap_or_else(|| "id".to_owned()),
        order: word("x-order"),
        title: texts(&schema.root, "title", "x-title"),
        description: texts(&schema.root, "description", "x-description"),
        object: reader.object(&schema.root),
        rules: reader.rules(&schema.root),
        name,
    };
    // What a keyword of another type was taken for is of no interest.
    let wrong = keywords::check(&schema.root, schema.file);
    (kind, if wrong.is_empty() { reader.faults } else { wrong })
}

struct Reader<'a> {
    file: Option<FileId>,
    others: &'a [RawSchema],
    faults: Vec<Diagnostic>,
    /// References followed on the way to here; a circle of references ends by it.
    depth: usize,
    /// References followed at all; definitions that name each other many times end by it.
    followed: usize,
}

impl<'a> Reader<'a> {
    fn shape(&mut self, node: &'a Node) -> Shape {
        if let Some(target) = node.entry("$ref") {
            return self.referred(target);
        }
        if let Some(all) = node.entry("allOf") {
            return self.all_of(all);
        }
        if let Some(any) = node.entry("anyOf") {
            return self.any_of(any);
        }
        if let Some(reference) = node.entry("x-ref") {
            return Shape::Reference(self.reference(node, reference));
        }
        if let Some(choice) = node.entry("enum") {
            self.only(node, &["enum", "type"]);
            return Shape::Choice(choice.value.items().iter().filter_map(|n| n.text().map(str::to_owned)).collect());
        }
        match node.get("format").and_then(Node::text) {
            Some("edtf") => return self.plain(node, Shape::Date),
            Some("quantity") => return self.plain(node, Shape::Quantity),
            Some("uri") => return self.plain(node, Shape::Address),
            Some("marking") => return self.plain(node, Shape::Marking),
            Some("lang-map") => return self.localized(node),
            Some("markdown") | None => {}
            Some(other) => self.unsupported(node, "format", named(&messages::SCHEMA_NO_FORMAT, other)),
        }
        self.typed(node)
    }

    fn typed(&mut self, node: &'a Node) -> Shape {
        match node.get("type").and_then(Node::text) {
            Some("string") => {
                self.only(node, &["type", "minLength", "pattern", "format"]);
                self.not_empty(node, "minLength");
                Shape::Text { pattern: self.pattern(node) }
            }
            Some("integer") => {
                self.only(node, &["type", "minimum", "maximum"]);
                Shape::Integer { least: integer(node, "minimum"), most: integer(node, "maximum") }
            }
            Some("number") => self.plain(node, Shape::Number),
            Some("boolean") => self.plain(node, Shape::Bool),
            Some("array") => self.list(node),
            Some("object") => self.fields(node),
            Some(other) => {
                self.unsupported(node, "type", named(&messages::SCHEMA_NO_TYPE, other));
                Shape::Any
            }
            None if node.get("type").is_some() => {
                self.unsupported(node, "type", &messages::SCHEMA_TYPES);
                Shape::Any
            }
            None => self.plain(node, Shape::Any),
        }
    }

    fn plain(&mut self, node: &'a Node, shape: Shape) -> Shape {
        self.only(node, &["type", "format"]);
        shape
    }

    fn list(&mut self, node: &'a Node) -> Shape {
        self.only(node, &["type", "items", "minItems", "maxItems", "uniqueItems"]);
        let items = node.get("items").map_or(Shape::Any, |items| self.shape(items));
        let size = |key: &str| integer(node, key).and_then(|n| usize::try_from(n).ok());
        Shape::List {
            items: Box::new(items),
            least: size("minItems").unwrap_or(0),
            most: size("maxItems"),
            unique: node.get("uniqueItems").and_then(Node::text) == Some("true"),
        }
    }

    fn fields(&mut self, node: &'a Node) -> Shape {
        match (node.get("properties"), node.get("additionalProperties")) {
            (None, Some(rest)) if rest.text().is_none() => Shape::Map(Box::new(self.shape(rest))),
            _ => Shape::Object(self.object(node)),
        }
    }

    fn object(&mut self, node: &'a Node) -> Object {
        self.only(node, &["type", "properties", "required", "additionalProperties", "minProperties"]);
        self.not_empty(node, "minProperties");
        if node.get("additionalProperties").and_then(Node::text) != Some("false") {
            self.unsupported(node, "additionalProperties", &messages::SCHEMA_ADDITIONAL);
        }
        let properties = node.get("properties").map(Node::entries).unwrap_or_default();
        let fields: IndexMap<String, Field> = properties.iter().map(|e| (e.key.to_string(), self.field(e))).collect();
        let required = node.get("required").map(Node::items).unwrap_or_default();
        Object { fields, required: required.iter().filter_map(|n| n.text().map(str::to_owned)).collect() }
    }

    fn field(&mut self, entry: &'a Entry) -> Field {
        let node = &entry.value;
        Field {
            shape: self.shape(node),
            title: texts(node, "title", "x-title"),
            description: texts(node, "description", "x-description"),
            examples: node.get("examples").map(Node::items).unwrap_or_default().iter().map(Node::to_json).collect(),
            translate: node.get("x-translate").and_then(Node::text) == Some("true"),
            unfinished: node.get("x-unfinished").and_then(Node::text) == Some("true"),
            months_after: node.get("x-months-after").and_then(Node::text).map(str::to_owned),
            marking: node.get("x-marking").and_then(Node::text).map(Marking::from),
            dating: self.dating(node),
        }
    }

    fn dating(&mut self, node: &'a Node) -> Option<Dating> {
        match node.get("x-date")?.text() {
            Some("begins") => {
                let exceptions = node.get("x-date-unless").map(Node::entries).unwrap_or_default();
                let words = |node: &Node| node.items().iter().filter_map(|n| n.text().map(str::to_owned)).collect();
                let unless = exceptions.iter().map(|entry| (entry.key.to_string(), words(&entry.value))).collect();
                Some(Dating::Begins { unless })
            }
            Some("ends") => Some(Dating::Ends),
            Some("spans") => Some(Dating::Spans),
            _ => {
                self.unsupported(node, "x-date", &messages::SCHEMA_DATE);
                None
            }
        }
    }

    fn localized(&mut self, node: &'a Node) -> Shape {
        self.only(node, &["type", "format", "minProperties", "additionalProperties", "properties"]);
        self.not_empty(node, "minProperties");
        let languages = node.get("properties").map(Node::entries).unwrap_or_default();
        for language in languages {
            self.only(&language.value, &["type", "minLength", "format"]);
            self.not_empty(&language.value, "minLength");
        }
        let markdown = languages.iter().any(|e| e.value.get("format").and_then(Node::text) == Some("markdown"));
        Shape::Localized { markdown }
    }

    fn reference(&mut self, node: &'a Node, entry: &'a Entry) -> Reference {
        self.only(node, &["type", "x-ref"]);
        let kinds: Vec<String> = match entry.value.text() {
            Some("*") => Vec::new(),
            Some(kind) => vec![kind.to_owned()],
            None => entry.value.items().iter().filter_map(|n| n.text().map(str::to_owned)).collect(),
        };
        for kind in &kinds {
            if !self.others.iter().any(|other| other.name.strip_suffix(".schema.json") == Some(kind)) {
                self.unsupported(node, "x-ref", named(&messages::SCHEMA_NO_KIND, kind));
            }
        }
        Reference {
            kinds,
            inverse: node.get("x-inverse").and_then(Node::text).map(str::to_owned),
            tree: node.get("x-tree").and_then(Node::text) == Some("true"),
        }
    }

    fn all_of(&mut self, all: &'a Entry) -> Shape {
        match all.value.items() {
            [one] => self.shape(one),
            _ => {
                self.refuse(all, &messages::SCHEMA_ALL_OF);
                Shape::Any
            }
        }
    }

    /// The one choice between shapes that records need: a value, or the claim that holds it.
    fn any_of(&mut self, any: &'a Entry) -> Shape {
        let shapes: Vec<Shape> = any.value.items().iter().map(|node| self.shape(node)).collect();
        let mut shapes = shapes.into_iter();
        match (shapes.next(), shapes.next(), shapes.next()) {
            (Some(value), Some(Shape::Object(claimed)), None) if claimed.fields.keys().eq(["claim"]) => {
                Shape::MaybeClaim(Box::new(value))
            }
            _ => {
                self.refuse(any, &messages::SCHEMA_ANY_OF);
                Shape::Any
            }
        }
    }

    fn referred(&mut self, target: &'a Entry) -> Shape {
        let Some((file, name)) = target.value.text().and_then(|t| t.split_once("#/definitions/")) else {
            self.refuse(target, &messages::SCHEMA_REFERENCE);
            return Shape::Any;
        };
        let found = self.others.iter().find(|other| other.name == file);
        let definition = found.and_then(|other| other.root.get("definitions")?.get(name));
        match definition {
            Some(_) if self.depth > 16 || self.followed > MOST_REFERENCES => {
                self.refuse(target, &messages::SCHEMA_CIRCLE);
                Shape::Any
            }
            Some(node) => {
                // Faults inside a definition belong to the file that defines it.
                let here = std::mem::replace(&mut self.file, found.and_then(|other| other.file));
                self.depth += 1;
                self.followed += 1;
                let shape = self.shape(node);
                self.depth -= 1;
                self.file = here;
                shape
            }
            None => {
                self.refuse(target, &messages::SCHEMA_NO_DEFINITION);
                Shape::Any
            }
        }
    }

    fn pattern(&mut self, node: &'a Node) -> Option<Regex> {
        let entry = node.entry("pattern")?;
        let pattern = Regex::new(entry.value.text().unwrap_or_default());
        if let Err(error) = &pattern {
            self.refuse(entry, error.to_string());
        }
        pattern.ok()
    }

    fn rules(&mut self, root: &'a Node) -> Vec<Rule> {
        let rules = root.get("x-rules").map(Node::items).unwrap_or_default();
        rules.iter().map(|node| self.rule(node)).collect()
    }

    fn rule(&mut self, node: &'a Node) -> Rule {
        let word = |key: &str| node.get(key).and_then(Node::text).map(str::to_owned);
        let rule = Rule {
            expression: word("rule").unwrap_or_default(),
            code: word("code").unwrap_or_default(),
            message: node.get("message").map(said).unwrap_or_default(),
            help: node.get("help").map(said),
            severity: self.severity(node),
            at: word("at"),
            each: word("each"),
            place: self.file.map(|file| Place { file, range: node.get("rule").unwrap_or(node).span.range() }),
        };
        if rule.expression.is_empty() || rule.code.is_empty() || rule.message.en.is_empty() {
            self.unsupported(node, "x-rules", &messages::SCHEMA_RULE);
        }
        rule
    }

    fn severity(&mut self, rule: &'a Node) -> Severity {
        match rule.get("severity").and_then(Node::text) {
            None | Some("error") => Severity::Error,
            Some("warning") => Severity::Warning,
            Some("note") => Severity::Note,
            Some(_) => {
                self.unsupported(rule, "severity", &messages::SCHEMA_SEVERITY);
                Severity::Error
            }
        }
    }

    /// Refuses every keyword beyond those that the shape obeys.
    fn only(&mut self, node: &'a Node, obeyed: &[&str]) {
        for entry in node.entries() {
            if !obeyed.contains(&&*entry.key) && !SILENT.contains(&&*entry.key) {
                self.refuse(entry, &messages::SCHEMA_NOT_CHECKED);
            }
        }
    }

    /// Refuses a least length or number of fields other than one, which every value has.
    fn not_empty(&mut self, node: &'a Node, keyword: &str) {
        if node.get(keyword).is_some_and(|least| least.text() != Some("1")) {
            self.unsupported(node, keyword, &messages::SCHEMA_LEAST);
        }
    }

    fn unsupported(&mut self, node: &'a Node, keyword: &str, reason: impl Into<Arg>) {
        let span = node.entry(keyword).map_or(node.span, |e| e.key_span.to(e.value.span));
        self.fault(keyword, span, reason);
    }

    fn refuse(&mut self, entry: &'a Entry, reason: impl Into<Arg>) {
        self.fault(&entry.key, entry.key_span, reason);
    }

    fn fault(&mut self, keyword: &str, span: crate::record::Span, reason: impl Into<Arg>) {
        let place = self.file.map(|file| Place { file, range: span.range() });
        let values = vec![("keyword", keyword.into()), ("reason", reason.into())];
        self.faults.push(Diagnostic::new(codes::SCHEMA_KEYWORD, place, values));
    }
}

/// Returns a reason that speaks of a name.
fn named(reason: &'static Message, name: &str) -> Arg {
    reason.of(vec![("name", name.into())])
}

fn integer(node: &Node, key: &str) -> Option<i64> {
    node.get(key)?.text()?.parse().ok()
}

/// Returns the English words of a keyword of JSON Schema, and the Russian ones of its twin.
fn texts(node: &Node, keyword: &str, twin: &str) -> LocalizedText {
    let word = |node: Option<&Node>| node.and_then(Node::text).map(str::to_owned);
    LocalizedText {
        en: word(node.get(keyword)).unwrap_or_default(),
        ru: word(node.get(twin).and_then(|n| n.get("ru"))),
    }
}

/// Returns words that are given per language.
fn said(node: &Node) -> LocalizedText {
    let word = |code: &str| node.get(code).and_then(Node::text).map(str::to_owned);
    LocalizedText { en: word("en").unwrap_or_default(), ru: word("ru") }
}
