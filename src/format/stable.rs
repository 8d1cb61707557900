//! The stable form of texts that were read and of values that the program made.

use std::ops::Range;

use super::{attach, form, gaps, order, same, write};
use crate::diag::{Files, any_error};
use crate::load::yaml;
use crate::record::Node;
use crate::schema::{Kind, Object};

/// Why a text keeps the form it has.
#[derive(Debug)]
pub enum Refusal {
    /// It cannot be read; whoever loads it is reported why.
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
    let mut commented = attach::attach(text, documents, marks);
    for root in commented.iter_mut().filter_map(|document| document.root.as_mut()) {
        let form = form::Form::of_document(object, &root.body);
        order::order(&mut root.body, form);
    }
    write::write(&commented, object)
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
