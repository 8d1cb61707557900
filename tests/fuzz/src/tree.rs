//! What holds for every tree: each key and each value stands in the text, on whole characters.

use crate::record::{Node, Span, Value};

/// Looks at a node and everything below it.
pub fn inspect(node: &Node, text: &str) {
    stands(node.span, text);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| inspect(item, text)),
        Value::Map(entries) => {
            for entry in entries {
                stands(entry.key_span, text);
                inspect(&entry.value, text);
            }
        }
        Value::Scalar(_) | Value::Unreadable => {}
    }
}

fn stands(span: Span, text: &str) {
    assert!(text.get(span.range()).is_some(), "{:?} is no range of the text", span.range());
}

/// Returns whether documents say the same, the order of fields aside. Another proof than the one that the program makes for itself.
pub fn same(before: &[Node], after: &[Node]) -> bool {
    before.len() == after.len() && before.iter().zip(after).all(|(before, after)| said(before) == said(after))
}

/// Returns all that a node says, in an order of its own.
fn said(node: &Node) -> String {
    match &node.value {
        Value::Scalar(scalar) => format!("{:?} {:?}", scalar.text, scalar.meaning()),
        Value::Unreadable => "?".to_owned(),
        Value::List(items) => format!("[{}]", items.iter().map(said).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let mut fields: Vec<_> =
                entries.iter().map(|entry| format!("{:?}: {}", entry.key, said(&entry.value))).collect();
            fields.sort();
            format!("{{{}}}", fields.join(", "))
        }
    }
}
