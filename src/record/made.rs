//! Values that the program makes itself and that stand in no file yet.

use serde_json::Value as Json;

use super::{Entry, Node, Scalar, Span, Value};

impl Node {
    /// Creates a value.
    pub fn made(value: Value) -> Self {
        Self { value, span: Span::default() }
    }

    /// Creates a text, which is never a number or anything else.
    pub fn of_text(text: impl Into<Box<str>>) -> Self {
        Self::made(Value::Scalar(Scalar { text: text.into(), plain: false }))
    }

    /// Creates what stands without quotes: a number, true or false, a date.
    pub fn of_plain(text: impl Into<Box<str>>) -> Self {
        Self::made(Value::Scalar(Scalar { text: text.into(), plain: true }))
    }

    /// Creates fields in their order.
    pub fn of_fields(fields: impl IntoIterator<Item = (String, Self)>) -> Self {
        let entry = |(key, value): (String, Self)| Entry { key: key.into(), key_span: Span::default(), value };
        Self::made(Value::Map(fields.into_iter().map(entry).collect()))
    }

    /// Creates the value that means the same.
    pub fn of_json(json: &Json) -> Self {
        match json {
            Json::String(text) => Self::of_text(text.as_str()),
            Json::Array(items) => Self::made(Value::List(items.iter().map(Self::of_json).collect())),
            Json::Object(fields) => {
                Self::of_fields(fields.iter().map(|(key, value)| (key.clone(), Self::of_json(value))))
            }
            Json::Null | Json::Bool(_) | Json::Number(_) => Self::of_plain(json.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn of_json_gives_back_what_it_was_made_of() {
        let json =
            json!({"id": "a", "n": 12, "x": 1.5, "yes": true, "no": null, "code": "007", "list": ["a", 1, {"b": "c"}]});
        assert_eq!(Node::of_json(&json).to_json(), json);
    }
}
