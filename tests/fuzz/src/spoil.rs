//! A good text → texts as people would have written it by mistake, each meant in one way only.

use crate::record::{Node, Value};

/// Returns the spoilt texts; what fixes make of them, if it can be read, must say what the good one says.
pub fn spoilt(text: &str, documents: &[Node]) -> Vec<String> {
    if text.contains(['\r', '\u{feff}']) {
        return Vec::new();
    }
    let mut spoilt = vec![format!("\u{feff}{text}"), text.replace('\n', "\r\n")];
    let mut colons = Vec::new();
    documents.iter().for_each(|node| after_names(node, text, &mut colons));
    if !colons.is_empty() {
        let mut spaced = text.to_owned();
        colons.iter().rev().for_each(|at| spaced.replace_range(*at..at + 1, "\u{a0}"));
        spoilt.push(spaced);
    }
    if !text.contains(['|', '>', '"', '\'', '\t']) {
        spoilt.push(tabbed(text));
    }
    spoilt
}

/// Gathers the single spaces between a name with its colon and a word.
fn after_names(node: &Node, text: &str, found: &mut Vec<usize>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| after_names(item, text, found)),
        Value::Map(entries) => {
            for entry in entries {
                let (name, value) = (entry.key_span.range(), entry.value.span.range());
                let word = matches!(entry.value.value, Value::Scalar(_)) && !value.is_empty();
                if word && text.get(name.end..value.start) == Some(": ") {
                    found.push(name.end + 1);
                }
                after_names(&entry.value, text, found);
            }
        }
        Value::Scalar(_) | Value::Unreadable => {}
    }
}

/// Returns the text with a tab for every two spaces of an indent.
fn tabbed(text: &str) -> String {
    let line = |line: &str| {
        let words = line.trim_start_matches(' ');
        let indent = line.len() - words.len();
        "\t".repeat(indent / 2) + &" ".repeat(indent % 2) + words
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}
