//! The texts of a record: every value that stands per language, with its JSON pointer and the field that describes it.

use super::survey::lists_sources;
use crate::diag::LocalizedText;
use crate::record::{Language, Node, Span, Value};
use crate::schema::{Field, Object, Shape};

/// A text per language.
pub struct Text<'a> {
    /// Where it stands, as a JSON pointer.
    pub pointer: String,
    /// The languages with their texts.
    pub node: &'a Node,
    /// What is read first on its line: the name of the field, or the text itself in a list.
    pub at: Span,
    /// What the field is called and what it is; nothing for a value whose field is described elsewhere.
    pub field: Option<&'a Field>,
    /// Whether it is long text in Markdown.
    pub markdown: bool,
    /// Whether it is a wording as sources have it: what an entry of a list must say, which names the sources for it.
    pub quoted: bool,
}

impl Text<'_> {
    /// Returns the text in a language.
    pub fn get(&self, language: Language) -> Option<&str> {
        self.node.get(language.code()).and_then(Node::text).filter(|text| !text.trim().is_empty())
    }

    /// Returns whether a release needs it in every language.
    pub fn required(&self) -> bool {
        self.field.is_some_and(|field| field.translate)
    }

    /// Returns what the field is called.
    pub fn title(&self) -> Option<&LocalizedText> {
        self.field.map(|field| &field.title).filter(|title| !title.en.is_empty())
    }
}

/// Returns the texts of a tree, in the order of the file.
pub fn of<'a>(root: &'a Node, object: &'a Object) -> Vec<Text<'a>> {
    let mut texts = Vec::new();
    Walk { texts: &mut texts, field: None, quoted: None }.object(root, object, "");
    texts
}

struct Walk<'a, 't> {
    texts: &'t mut Vec<Text<'a>>,
    /// The field that is being looked into.
    field: Option<&'a Field>,
    /// The entry of a list whose own fields are looked into.
    quoted: Option<&'a Object>,
}

impl<'a> Walk<'a, '_> {
    fn object(&mut self, node: &'a Node, object: &'a Object, pointer: &str) {
        let above = self.field;
        let entry_of =
            self.quoted.take().filter(|entry| entry.fields.values().any(|field| lists_sources(&field.shape)));
        for entry in node.entries() {
            let Some(field) = object.fields.get(&*entry.key) else { continue };
            self.field = Some(field);
            self.quoted =
                entry_of.filter(|_| !field.translate && object.required.iter().any(|name| **name == *entry.key));
            self.value(&entry.value, &field.shape, entry.key_span, step(pointer, &entry.key));
        }
        self.field = above;
    }

    fn value(&mut self, node: &'a Node, shape: &'a Shape, at: Span, pointer: String) {
        match (shape, &node.value) {
            (Shape::Localized { markdown }, Value::Map(_)) => self.text(node, at, pointer, *markdown),
            // The value of a claim takes its shape from the field that uses it; its keys tell whether it is a text.
            (Shape::Any, Value::Map(entries)) if !entries.is_empty() && entries.iter().all(|e| is_code(&e.key)) => {
                self.text(node, at, pointer, false);
            }
            (Shape::MaybeClaim(inner), _) => self.value(node, inner, at, pointer),
            (Shape::Object(object), Value::Map(_)) => {
                self.quoted = None;
                self.object(node, object, &pointer);
            }
            (Shape::Map(inner), Value::Map(entries)) => {
                for entry in entries {
                    self.value(&entry.value, inner, entry.key_span, step(&pointer, &entry.key));
                }
            }
            (Shape::List { items, .. }, Value::List(nodes)) => {
                for (place, node) in nodes.iter().enumerate() {
                    let pointer = format!("{pointer}/{place}");
                    if let Shape::Object(object) = &**items {
                        self.quoted = Some(object);
                        self.object(node, object, &pointer);
                    } else {
                        self.value(node, items, node.span, pointer);
                    }
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, node: &'a Node, at: Span, pointer: String, markdown: bool) {
        self.texts.push(Text { pointer, node, at, field: self.field, markdown, quoted: self.quoted.is_some() });
    }
}

fn is_code(key: &str) -> bool {
    Language::from_code(key).is_some()
}

/// Returns a pointer one step further.
pub fn step(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}
