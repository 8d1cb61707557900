//! The texts of a record: every value that stands per language, with its JSON pointer and the field that describes it.

use crate::diag::LocalizedText;
use crate::record::text::exactly;
use crate::record::{Language, Node, Span};
use crate::schema::{Field, Object, SOURCE};
use crate::store::{Step, Typed, Visit, walk};

/// The field that lists the languages whose wording is our own translation.
pub const OUR_TRANSLATION: &str = "our-translation";

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
        exactly(self.node, language)
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
    walk(root, object, &mut |visit| {
        let node = visit.node;
        // The value of a claim takes its shape from the field that uses it; its keys say whether it is a text.
        let markdown = match visit.value {
            Typed::Localized { markdown } => markdown,
            Typed::Any if !node.entries().is_empty() && node.entries().iter().all(|e| is_code(&e.key)) => false,
            _ => return,
        };
        let named = visit.entry().filter(|_| visit.is_field());
        texts.push(Text {
            pointer: visit.pointer(),
            node,
            at: named.map_or(node.span, |entry| entry.key_span),
            field: visit.field(),
            markdown,
            quoted: is_quoted(visit),
        });
    });
    texts
}

/// Returns whether a text is a wording as sources have it: what an entry of a list must say, which names the sources for it.
fn is_quoted(visit: &Visit<'_, '_>) -> bool {
    match visit.path {
        [.., Step::Item(_), Step::Field { entry, field, object }] => {
            let sourced = object.fields.values().any(|field| field.shape.is_list_of(SOURCE));
            sourced && !field.translate && object.required.iter().any(|name| **name == *entry.key)
        }
        _ => false,
    }
}

fn is_code(key: &str) -> bool {
    Language::from_code(key).is_some()
}
