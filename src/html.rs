//! HTML: words as they stand in it, and pages made of templates. The ground floor: it looks into nothing of ours.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment};
use serde::Serialize;

/// Fills a template of HTML; whatever is filled in stands there as words.
pub fn page(template: &str, data: &impl Serialize) -> String {
    filled(template, data, AutoEscape::Html)
}

/// Fills a template of plain text.
pub fn text(template: &str, data: &impl Serialize) -> String {
    filled(template, data, AutoEscape::None)
}

/// The templates are part of the program: one that cannot be filled is a fault of ours, which the tests of those who use it find.
fn filled(template: &str, data: &impl Serialize, escape: AutoEscape) -> String {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(move |_| escape.clone());
    environment.render_str(template, Serde(data)).expect("a template of the program")
}

/// Returns words so that they stand in HTML, between tags and in quotes, as they are.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_filled_in_is_no_markup() {
        let data = serde_json::json!({"name": "<b>"});
        assert_eq!(super::page("<p>{{ name }}</p>", &data), "<p>&lt;b&gt;</p>");
        assert_eq!(super::text("{{ name }}", &data), "<b>");
    }

    #[test]
    fn signs_of_the_markup_are_words() {
        assert_eq!(super::escape("a <b> & \"c\""), "a &lt;b&gt; &amp; &quot;c&quot;");
    }
}
