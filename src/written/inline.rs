//! A value on one line, as it could be written into a record.

use serde_json::Value as Json;

use super::plain::{is_date, is_word};
use super::quote::quoted;

/// Returns a value on one line; nothing where there is none. Names in small letters and dates stand plain, every other text in quotes.
pub fn inline(value: &Json) -> Option<String> {
    match value {
        Json::Null => None,
        Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
        Json::String(text) => Some(word(text)),
        Json::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(inline).collect();
            Some(format!("[{}]", items?.join(", ")))
        }
        Json::Object(fields) => {
            let fields = fields.iter().map(|(key, value)| Some(format!("{}: {}", word(key), inline(value)?)));
            Some(format!("{{{}}}", fields.collect::<Option<Vec<_>>>()?.join(", ")))
        }
    }
}

/// Returns a text as it stands among other values.
fn word(text: &str) -> String {
    let is_name = is_word(text) && text.is_ascii() && !text.contains(char::is_uppercase);
    if is_name || is_date(text) { text.to_owned() } else { quoted(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn inline_quotes_what_some_reader_takes_for_something_else() {
        let value = json!(["third-well", "2022-03-03", false, 7, "7", "no", "No", "main.typ", {"en": "x y"}]);
        let written = "[third-well, 2022-03-03, false, 7, \"7\", \"no\", \"No\", main.typ, {en: \"x y\"}]";
        assert_eq!(inline(&value).as_deref(), Some(written));
        assert_eq!((inline(&json!("да")).as_deref(), inline(&Json::Null)), (Some("\"да\""), None));
    }
}
