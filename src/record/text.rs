//! Texts per language: which one stands where a language is missing.

use super::{Language, Node};

/// Returns the text in a language; where it is missing or blank, the first one there is, in the order of [`Language::ALL`], with the
/// language that it is in. Whatever is printed, ordered or counted asks here, so that a list stands in the order of what it prints.
pub fn in_language(node: &Node, language: Language) -> Option<(Language, &str)> {
    let own = |language: Language| Some((language, exactly(node, language)?));
    own(language).or_else(|| Language::ALL.into_iter().find_map(own))
}

/// Returns the text in a language and in no other, unless it is blank.
pub fn exactly(node: &Node, language: Language) -> Option<&str> {
    node.get(language.code())?.text().filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Entry, Scalar, Span, Value};

    fn texts(texts: &[(&str, &str)]) -> Node {
        let entry = |&(key, text): &(&str, &str)| Entry {
            key: key.into(),
            key_span: Span::default(),
            value: Node { value: Value::Scalar(Scalar { text: text.into(), plain: false }), span: Span::default() },
        };
        Node { value: Value::Map(texts.iter().map(entry).collect()), span: Span::default() }
    }

    #[test]
    fn a_missing_or_blank_text_is_stood_in_for_in_the_order_of_languages() {
        let node = texts(&[("uz", "Zzz"), ("ru", "Bbb"), ("kk", " ")]);
        assert_eq!(in_language(&node, Language::Uz), Some((Language::Uz, "Zzz")));
        assert_eq!(in_language(&node, Language::En), Some((Language::Ru, "Bbb")), "not the first of the file");
        assert_eq!(in_language(&node, Language::Kk), Some((Language::Ru, "Bbb")), "a blank text is none");
        assert_eq!(exactly(&node, Language::En), None);
    }
}
