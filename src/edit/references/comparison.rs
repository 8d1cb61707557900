//! What a quoted word in a filter or a rule is compared with: a field that refers to records, or one that holds other words.

use std::collections::HashMap;

use crate::schema::{Object, Shape};
use crate::store::Store;

/// Fields of all kinds by name: whether one of that name can hold the id of a record.
pub struct Fields<'h>(HashMap<&'h str, bool>);

impl<'h> Fields<'h> {
    /// Gathers the fields of a workspace, at every depth.
    pub fn of(store: &'h Store) -> Self {
        let mut fields = Self(HashMap::new());
        store.schemas.iter().for_each(|kind| fields.object(&kind.object));
        // Every record has one, and it is an id whatever its shape.
        fields.0.insert("id", true);
        fields
    }

    /// Returns whether a quoted word is compared with a field that never holds an id; both sides are texts beside the word.
    pub fn holds_words(&self, before: &str, after: &str) -> bool {
        let name = compared(before, after);
        name.and_then(|name| self.0.get(name)).is_some_and(|refers| !refers)
    }

    fn object(&mut self, object: &'h Object) {
        for (name, field) in &object.fields {
            self.shape(name, &field.shape);
        }
    }

    fn shape(&mut self, name: &'h str, shape: &'h Shape) {
        let refers = matches!(shape.element(), Shape::Reference(_) | Shape::Marking | Shape::Any);
        *self.0.entry(name).or_default() |= refers;
        match shape.element() {
            Shape::Object(object) => self.object(object),
            Shape::Map(inner) => self.shape(name, inner),
            _ => {}
        }
    }
}

/// Returns the name of the field that a quoted word is compared with.
fn compared<'t>(before: &'t str, after: &'t str) -> Option<&'t str> {
    let before = before.trim_end_matches(['\'', '"', '\\']).trim_end();
    let after = after.trim_start_matches(['\'', '"', '\\']).trim_start();
    let operand = |signs: &[&str]| signs.iter().find_map(|sign| before.strip_suffix(sign));
    if let Some(left) = operand(&["==", "!="]) {
        return last_name(left);
    }
    if let Some(right) = ["==", "!=", "in "].iter().find_map(|sign| after.strip_prefix(sign)) {
        let depth = |right: &str| right.len() - right.trim_start_matches(is_of_path).len();
        return last_name(&right.trim_start()[..depth(right.trim_start())]);
    }
    let open = before.rfind('[').filter(|open| !before[*open..].contains(']'))?;
    last_name(before[..open].trim_end().strip_suffix(" in")?)
}

fn is_of_path(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '[' | ']' | '\'' | '(' | ')')
}

/// Returns the last field of a path such as `record(self.format).group` or `self['date-basis']`.
fn last_name(path: &str) -> Option<&str> {
    let path = path.trim();
    if let Some(rest) = path.strip_suffix(']') {
        let name = rest.trim_end_matches(['\'', '"', '\\']);
        let start = name.rfind(['\'', '"'])?;
        return Some(&name[start + 1..]);
    }
    let start = path.rfind(|c: char| !c.is_alphanumeric() && c != '_')?;
    path[start..].strip_prefix('.').filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compared_names_the_field_on_the_other_side() {
        for (text, field) in [
            ("record(self.format).group == '@'", Some("group")),
            ("self.group != \\\"@\\\"", Some("group")),
            ("'@' == self.group && self.x", Some("group")),
            ("'@' in self.pillars", Some("pillars")),
            ("self.group in ['a', '@']", Some("group")),
            ("self['date-basis'] == '@'", Some("date-basis")),
            ("record('@').date", None),
            ("size(self.group) == '@'", None),
            ("inverse('@', 'x')", None),
            ("x == '@'", None),
        ] {
            let (before, after) = text.split_once('@').unwrap();
            assert_eq!(compared(before, after), field, "{text}");
        }
    }
}
