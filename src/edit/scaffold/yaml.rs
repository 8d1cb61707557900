//! Values as records write them: one line where they fit on one, fields and entries on lines of their own where they do not.

use serde_json::Value as Json;

use crate::schema::{Object, Shape};

/// Returns a field as lines; without a name, only what stands after the colon, or below it.
pub fn field(name: &str, value: &Json, shape: &Shape) -> Vec<String> {
    let head = if name.is_empty() { String::new() } else { format!("{name}:") };
    match (value, shape.inner()) {
        (Json::Object(map), shape) => {
            let fields = map.iter().flat_map(|(key, value)| field(key, value, within(shape, key)));
            std::iter::once(head).chain(fields.map(|line| format!("  {line}"))).collect()
        }
        (Json::Array(items), Shape::List { items: shape, .. }) if items.iter().any(Json::is_object) => {
            let entries = items.iter().flat_map(|item| entry(item, shape));
            std::iter::once(head).chain(entries.map(|line| format!("  {line}"))).collect()
        }
        (Json::Array(items), shape) => {
            let shape = if let Shape::List { items, .. } = shape { items } else { shape };
            let words: Vec<String> = items.iter().map(|item| scalar(item, shape, true)).collect();
            vec![after(&head, &format!("[{}]", words.join(", ")))]
        }
        (value, shape) => vec![after(&head, &scalar(value, shape, false))],
    }
}

fn after(head: &str, value: &str) -> String {
    if head.is_empty() { format!(" {value}") } else { format!("{head} {value}") }
}

/// Returns an entry of a list that holds fields.
fn entry(value: &Json, shape: &Shape) -> Vec<String> {
    let lines = field("", value, shape);
    let fields = lines.iter().skip(1).map(|line| &line[2..]);
    fields.enumerate().map(|(at, line)| if at == 0 { format!("- {line}") } else { format!("  {line}") }).collect()
}

fn within<'s>(shape: &'s Shape, key: &str) -> &'s Shape {
    match shape {
        Shape::Object(object) => of_object(object, key),
        Shape::Map(inner) => inner,
        _ => &Shape::Any,
    }
}

fn of_object<'s>(object: &'s Object, key: &str) -> &'s Shape {
    object.fields.get(key).map_or(&Shape::Any, |field| &field.shape)
}

/// Returns a word, number or text; ids, dates and words of a choice stand without quotes where no program misreads them.
pub fn scalar(value: &Json, shape: &Shape, id: bool) -> String {
    let Json::String(text) = value else { return value.to_string() };
    let word = matches!(shape, Shape::Reference(_) | Shape::Choice(_) | Shape::Marking)
        || matches!(shape, Shape::Text { pattern: Some(_) })
        || id && matches!(shape, Shape::Any);
    let letters = text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '/'));
    let misread = matches!(&**text, "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "null");
    let date = matches!(shape, Shape::Date)
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | '~' | 'X'));
    if word && letters && !misread || date { text.clone() } else { Json::from(&**text).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn field_stands_on_one_line_or_on_lines_of_its_own() {
        let list = Shape::List { items: Box::new(Shape::Any), least: 0, most: None, unique: false };
        assert_eq!(field("a", &json!(["x", 1]), &list), ["a: [x, 1]"]);
        assert_eq!(field("a", &json!({"en": "No"}), &Shape::Localized { markdown: false }), ["a:", "  en: \"No\""]);
        let lines = field("a", &json!([{"b": 1, "c": {"en": "x"}}, {"b": 2}]), &list);
        assert_eq!(lines, ["a:", "  - b: 1", "    c:", "      en: \"x\"", "  - b: 2"]);
    }

    #[test]
    fn scalar_is_quoted_where_a_program_could_misread_it() {
        let choice = Shape::Choice(vec![]);
        let written = ["stated", "no", "II"].map(|text| scalar(&text.into(), &choice, false));
        assert_eq!(written, ["stated", "\"no\"", "\"II\""]);
        assert_eq!(scalar(&"2022-03/..".into(), &Shape::Date, false), "2022-03/..");
    }
}
