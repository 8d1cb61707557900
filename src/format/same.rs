//! The proof that a file says the same in its new form: equal trees, equal comments.

use crate::record::{Node, Value};

/// Returns whether documents are equal, the order of fields aside.
pub fn documents(before: &[Node], after: &[Node]) -> bool {
    before.len() == after.len() && before.iter().zip(after).all(|(before, after)| node(before, after))
}

fn node(before: &Node, after: &Node) -> bool {
    match (&before.value, &after.value) {
        (Value::Scalar(before), Value::Scalar(after)) => {
            before.text == after.text && before.meaning() == after.meaning()
        }
        (Value::List(before), Value::List(after)) => documents(before, after),
        (Value::Map(before), Value::Map(after_fields)) => {
            let equal = |name: &str, value: &Node| after.get(name).is_some_and(|other| node(value, other));
            before.len() == after_fields.len() && before.iter().all(|entry| equal(&entry.key, &entry.value))
        }
        _ => false,
    }
}

/// Returns whether the same comments stand in both, whatever their order.
pub fn comments(before: &[&str], after: &[&str]) -> bool {
    let sorted = |comments: &[&str]| {
        let mut comments: Vec<String> = comments.iter().map(|comment| comment.trim_end().to_owned()).collect();
        comments.sort();
        comments
    };
    sorted(before) == sorted(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Files;
    use crate::load::yaml;

    fn read(text: &str) -> Vec<Node> {
        let file = Files::default().add("t.yaml".into(), text.into());
        yaml::read(text, file).documents
    }

    #[test]
    fn documents_are_the_same_in_another_order_and_style_and_in_no_other_way() {
        let before = read("a: word\nb: [1, {c: x}]\n");
        assert!(documents(&before, &read("b:\n  - 1\n  - c: 'x'\na: \"word\"\n")));
        for other in
            ["a: word\n", "a: word\nb: [\"1\", {c: x}]\n", "a: word\nb: [{c: x}, 1]\n", "a: word \nb: [1, {c: y}]\n"]
        {
            assert!(!documents(&before, &read(other)), "{other}");
        }
    }

    #[test]
    fn comments_are_the_same_when_not_one_is_missing() {
        assert!(comments(&["# a", "# b  ", "# a"], &["# b", "# a", "# a"]));
        assert!(!comments(&["# a", "# a"], &["# a"]));
    }
}
