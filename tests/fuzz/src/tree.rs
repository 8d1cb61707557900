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
        Value::Scalar(_) | Value::Unread => {}
    }
}

fn stands(span: Span, text: &str) {
    assert!(text.get(span.range()).is_some(), "{:?} is no range of the text", span.range());
}
