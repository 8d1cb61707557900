//! Format: a file of records → its one stable form. The meaning never changes and no comment is lost.
//!
//! The form:
//!
//! * Fields stand in the order of the schema, `id` first, at every level; fields that the schema does not know follow in their own
//!   order. Texts per language stand in the order of the languages.
//! * A comment on a line of its own moves with the field below it, a comment at the end of a line with what stands on that line. A
//!   comment at the head of the file that an empty line parts from the first field stays there, and a line that names the schema to an
//!   editor (`# yaml-language-server: …`) stays first. Comments at the foot stay at the foot. Of several empty lines one is kept.
//!   A suppression stays above or beside the line that it speaks of, which is therefore not broken.
//! * Free text stands in straight double quotes, with its letters as they are; only what cannot be seen or would be misread is written by
//!   its number. Words (ids, references, choices, dates, numbers) stand plain, and in quotes where some reader of YAML would take them
//!   for something else: `"NO"`, `"~500"`, `"1.10"`, `"007"`.
//! * Texts per language and lists of words stand on one line where they fit into 120 columns, a field with up to three simple fields of
//!   its own as well. Everything else stands below each other, two columns further in at each level. The entries of a list that have
//!   fields never stand on one line, and the entries of one list all stand in the same way.
//! * Text that does not fit is wrapped at single spaces below `>-`, before column 100; text with lines of its own, and long Markdown,
//!   stands line by line below `|` or `|-`. Where that would not give back the same text it stays in quotes on one line.
//! * Numbers and dates keep their spelling. Lines end with a line feed, the last one too.
//!
//! [`format()`] is pure; [`stable`] reads a text, formats it and proves that nothing changed. The room may look into records, schemas,
//! what people write and the reading of YAML.

mod attach;
mod commented;
mod files;
mod form;
mod gaps;
mod layout;
mod order;
mod same;
mod scalar;
mod write;

use std::ops::Range;

use crate::diag::{Files, any_error};
use crate::load::yaml;
use crate::record::Node;
use crate::schema::{Kind, Object};
pub use files::{Formatted, files};
pub use scalar::may_be_block;

/// Why a text keeps the form it has.
#[derive(Debug)]
pub enum Refusal {
    /// It cannot be read; whoever loads it is told why.
    Broken,
    /// It holds a sign that records do not use, here.
    Unusual(Range<usize>),
    /// Its new form would not say the same. This is a fault of the program, found before it could do harm.
    Different,
}

/// Returns the stable form of documents; `text` is what they were read from.
///
/// # Errors
/// Refuses a text with signs that records do not use.
pub fn format(text: &str, documents: &[Node], kind: Option<&Kind>) -> Result<String, Refusal> {
    let marks = gaps::marks(text, documents).map_err(Refusal::Unusual)?;
    Ok(laid_out(text, documents, &marks, kind.map(|kind| &kind.object)))
}

/// Returns documents that the program made, as a file.
pub fn made(documents: &[Node], kind: Option<&Kind>) -> String {
    laid_out("", documents, &[], kind.map(|kind| &kind.object))
}

/// Returns a field that the program made, on the lines that it has in a record or a part of one.
pub fn field(name: &str, value: Node, object: &Object) -> String {
    laid_out("", &[Node::of_fields([(name.to_owned(), value)])], &[], Some(object))
}

fn laid_out(text: &str, documents: &[Node], marks: &[gaps::Mark<'_>], object: Option<&Object>) -> String {
    let mut sheet = attach::attach(text, documents, marks);
    for root in sheet.iter_mut().filter_map(|document| document.root.as_mut()) {
        let form = form::Form::of_document(object, &root.body);
        order::order(&mut root.body, form);
    }
    write::write(&sheet, object)
}

/// Returns the stable form of a text, once it is proved to say the same.
///
/// # Errors
/// Refuses a text that cannot be read, one with signs that records do not use, and a form that would say something else.
pub fn stable(text: &str, kind: Option<&Kind>) -> Result<String, Refusal> {
    let before = read(text)?;
    let formatted = format(text, &before, kind)?;
    let after = read(&formatted).map_err(|_| Refusal::Different)?;
    let comments = (yaml::comments(text), yaml::comments(&formatted));
    let (Some(old), Some(new)) = comments else { return Err(Refusal::Different) };
    let same = same::documents(&before, &after) && same::comments(&old, &new);
    let again = format(&formatted, &after, kind)?;
    if same && again == formatted { Ok(formatted) } else { Err(Refusal::Different) }
}

/// Returns a changed text, in the stable form if it had that form before.
pub fn kept(before: &str, after: String, kind: Option<&Kind>) -> String {
    let had = stable(before, kind).is_ok_and(|form| form == before);
    if had { stable(&after, kind).unwrap_or(after) } else { after }
}

/// Reads a text that must have no fault; places are of a file of its own.
fn read(text: &str) -> Result<Vec<Node>, Refusal> {
    let mut files = Files::default();
    let file = files.add("text.yaml".into(), text.into());
    let read = yaml::read(text, file);
    let broken = read.incomplete || any_error(&read.faults);
    if broken { Err(Refusal::Broken) } else { Ok(read.documents) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_the_program_made_are_read_back_as_they_are() {
        for words in [
            "yes",
            "~",
            "a: b",
            "a #b",
            " lead",
            "trail ",
            "tab\there",
            "line\n",
            "\n\nlines",
            "a\n  b\nc",
            "a\n\n  b",
            "a \nb",
            "\\u0041",
            "'",
            "\"",
            "…\u{2028}…",
            "a\u{85}b",
            "nbsp\u{a0}x",
            "— dash",
            "- item",
            "%",
            "@x",
            "[x]",
            "a\nb\n\n\nc",
            "0x1F",
            "😀\n😀",
            "#\n#",
            "a\r\nb",
            "---\n---",
            "x\n---\ny",
            "x\n...\ny",
            "\u{7}",
            "a\n\tb",
            "a\n# b",
            &"long words ".repeat(30),
        ] {
            let text = || Node::of_text(words);
            let map = Node::of_fields([("en".to_owned(), text()), (words.to_owned(), text())]);
            let list = Node::made(crate::record::Value::List(vec![text(), map]));
            let fields = [("a", text()), ("b", list), ("c", Node::of_plain("1"))];
            let root = Node::of_fields(fields.map(|(name, value)| (name.to_owned(), value)));
            let written = laid_out("", std::slice::from_ref(&root), &[], None);
            let read = read(&written).unwrap_or_else(|refusal| panic!("{words:?}: {refusal:?}\n{written}"));
            assert!(same::documents(&[root], &read), "{words:?}\n{written}");
        }
    }
}
