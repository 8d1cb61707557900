//! One more language in a text: the bytes that are put in, and where. Nothing that stands in the file is changed.

use crate::diag::Edit;
use crate::diag::lines::line_start;
use crate::format;
use crate::record::{Entry, Language, Node};
use crate::written::quote::quoted;

/// Returns what puts a translation into a language map; `None` where that cannot be done for certain.
///
/// The translation stands after the languages that come before its own; a map in braces stays in braces.
pub fn insert(file: &str, map: &Node, language: Language, translation: &str) -> Option<Edit> {
    let raw = file.get(map.span.range())?;
    let place = |entry: &&Entry| Language::from_code(&entry.key).is_some_and(|other| other < language);
    let before = map.entries().iter().rfind(place);
    if raw.starts_with('{') {
        return flow(file, map, before, language, translation);
    }
    let first = map.entries().first()?;
    let key = first.key_span.range().start;
    let start = line_start(file, key);
    let indent = " ".repeat(file.get(start..key)?.chars().count());
    let line_end = line_end(file);
    let written = block(translation, language, &indent, line_end, map);
    match before {
        None => Some(Edit::new(key..key, format!("{written}{line_end}{indent}"))),
        Some(entry) => {
            let end = end_of_line(file, entry)?;
            let text = if file[..end].ends_with('\n') {
                format!("{indent}{written}{line_end}")
            } else {
                format!("{line_end}{indent}{written}")
            };
            Some(Edit::new(end..end, text))
        }
    }
}

fn flow(file: &str, map: &Node, before: Option<&Entry>, language: Language, translation: &str) -> Option<Edit> {
    let written = format!("{language}: {}", quoted(translation));
    match before {
        Some(entry) => {
            let range = entry.value.span.range();
            let end = range.start + file.get(range)?.trim_end().len();
            Some(Edit::new(end..end, format!(", {written}")))
        }
        None => {
            let key = map.entries().first()?.key_span.range().start;
            Some(Edit::new(key..key, format!("{written}, ")))
        }
    }
}

/// Returns the first byte of the line after a value.
pub(super) fn end_of_line(file: &str, entry: &Entry) -> Option<usize> {
    let range = entry.value.span.range();
    let raw = file.get(range.clone())?;
    let last = range.start + raw.trim_end().len();
    let mut end = file[last..].find('\n').map_or(file.len(), |at| last + at + 1);
    // `|+` keeps the empty lines at its end; they belong to the value.
    let header = file.get(entry.key_span.range().end..)?.trim_start_matches([' ', ':', '"', '\'']);
    if header.starts_with(['|', '>']) && header.lines().next().is_some_and(|line| line.contains('+')) {
        let empty = file[end..].split_inclusive('\n').take_while(|line| line.trim().is_empty());
        end += empty.map(str::len).sum::<usize>();
    }
    Some(end)
}

/// Returns how the lines of a file end.
pub(super) fn line_end(file: &str) -> &'static str {
    if file.contains("\r\n") { "\r\n" } else { "\n" }
}

/// Returns a language and its text as lines of block style; long text stands as its neighbours do.
fn block(translation: &str, language: Language, indent: &str, line_end: &str, map: &Node) -> String {
    let long = |entry: &Entry| entry.value.text().is_some_and(|text| text.contains('\n'));
    let lines = translation.contains('\n') || map.entries().iter().any(long);
    if !lines || !format::may_be_block(translation) {
        return format!("{language}: {}", quoted(translation));
    }
    let mut out = format!("{language}: |");
    for line in translation.split('\n') {
        out.push_str(line_end);
        if !line.is_empty() {
            out.push_str(indent);
            out.push_str("  ");
            out.push_str(line);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Files, fix::apply};
    use crate::load;

    fn inserted(file: &str, language: Language, translation: &str) -> String {
        let id = Files::default().add("a.yaml".into(), file.into());
        let root = load::tree(file, id).unwrap();
        let map = root.get("text").or_else(|| root.at("/list/0")).unwrap();
        let text = apply(file, &[insert(file, map, language, translation).unwrap()]).unwrap();
        let after = load::tree(&text, id).unwrap();
        let map = after.get("text").or_else(|| after.at("/list/0")).unwrap();
        assert_eq!(map.get(language.code()).and_then(Node::text).map(str::trim_end), Some(translation), "{text}");
        text
    }

    #[test]
    fn insert_into_braces() {
        let kk = |file| inserted(file, Language::Kk, "Құдық \"бір\"");
        assert_eq!(kk("text: {en: \"Well\"}\nid: a\n"), "text: {en: \"Well\", kk: \"Құдық \\\"бір\\\"\"}\nid: a\n");
        assert_eq!(
            kk("text: { en: Well , uz: 'Q' } # c\n"),
            "text: { en: Well, kk: \"Құдық \\\"бір\\\"\" , uz: 'Q' } # c\n"
        );
        assert_eq!(inserted("text: {uz: \"Q\"}\n", Language::En, "Well"), "text: {en: \"Well\", uz: \"Q\"}\n");
        assert_eq!(
            inserted("text: {\n  en: \"W\", # c\n  ru: \"К\",\n}\n", Language::Uz, "Q"),
            "text: {\n  en: \"W\", # c\n  ru: \"К\", uz: \"Q\",\n}\n"
        );
    }

    #[test]
    fn insert_into_lines() {
        let kk = |file| inserted(file, Language::Kk, "Құдық");
        assert_eq!(
            kk("text:\n  en: \"W\"  # c\n  uz: \"Q\"\nid: a\n"),
            "text:\n  en: \"W\"  # c\n  kk: \"Құдық\"\n  uz: \"Q\"\nid: a\n"
        );
        assert_eq!(kk("text:\n  uz: \"Q\"\n"), "text:\n  kk: \"Құдық\"\n  uz: \"Q\"\n");
        assert_eq!(kk("list:\n  - uz: \"Q\"\n"), "list:\n  - kk: \"Құдық\"\n    uz: \"Q\"\n");
        assert_eq!(
            kk("list:\n  - en: \"W\"\n  - en: \"V\"\n"),
            "list:\n  - en: \"W\"\n    kk: \"Құдық\"\n  - en: \"V\"\n"
        );
        assert_eq!(kk("text:\n  en: \"W\""), "text:\n  en: \"W\"\n  kk: \"Құдық\"");
        assert_eq!(kk("text:\r\n  en: \"W\"\r\nid: a\r\n"), "text:\r\n  en: \"W\"\r\n  kk: \"Құдық\"\r\nid: a\r\n");
    }

    #[test]
    fn insert_long_text_as_its_neighbours_stand() {
        let text = "text:\n  en: |\n    One.\n\n    Two.\n\n# c\nid: a\n";
        let expected = "text:\n  en: |\n    One.\n\n    Two.\n  kk: |\n    Бір.\n\n    Екі: \"үш\".\n\n# c\nid: a\n";
        assert_eq!(inserted(text, Language::Kk, "Бір.\n\nЕкі: \"үш\"."), expected);
        let kept = "text:\n  en: |+\n    One.\n\nid: a\n";
        assert_eq!(inserted(kept, Language::Kk, "Бір."), "text:\n  en: |+\n    One.\n\n  kk: |\n    Бір.\nid: a\n");
        assert_eq!(
            inserted("text: {en: \"a\\n\\nb\"}\n", Language::Kk, "б\n\nв"),
            "text: {en: \"a\\n\\nb\", kk: \"б\\n\\nв\"}\n"
        );
    }
}
