//! New records as YAML: free text in double quotes, ids, dates and numbers plain, short fields on one line.

use std::fmt::Write as _;

use super::record::Value;

/// The width that a line with several values does not pass.
const WIDTH: usize = 120;

/// Writes a record.
pub fn write(record: &Value) -> String {
    let mut out = String::new();
    if let Value::Fields(fields) = record {
        block(fields, 0, &mut out);
    }
    out
}

fn block(fields: &[(String, Value)], indent: usize, out: &mut String) {
    for (at, (name, value)) in fields.iter().enumerate() {
        // The first field stands behind the hyphen of a list, or at the beginning of a line.
        if at > 0 {
            out.push_str(&" ".repeat(indent));
        }
        out.push_str(&key(name));
        out.push(':');
        field(value, indent + key(name).chars().count() + 2, indent + 2, out);
    }
}

/// Writes the value of a field, which begins in a column; its own fields stand at an indent.
fn field(value: &Value, column: usize, indent: usize, out: &mut String) {
    if let Some(line) = flow(value).filter(|line| is_scalar(value) || column + line.chars().count() <= WIDTH) {
        out.push(' ');
        out.push_str(&line);
        out.push('\n');
        return;
    }
    match value {
        Value::Text(text) => {
            out.push_str(" |-\n");
            for line in text.lines() {
                if !line.is_empty() {
                    out.push_str(&" ".repeat(indent));
                    out.push_str(line);
                }
                out.push('\n');
            }
        }
        Value::Fields(fields) => {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            block(fields, indent, out);
        }
        Value::List(values) => {
            out.push('\n');
            for value in values {
                out.push_str(&" ".repeat(indent));
                out.push('-');
                match value {
                    Value::Fields(fields) if !fields.is_empty() => {
                        out.push(' ');
                        block(fields, indent + 2, out);
                    }
                    value => field(value, indent + 2, indent + 2, out),
                }
            }
        }
        Value::Bare(_) | Value::Word(_) => {}
    }
}

fn is_scalar(value: &Value) -> bool {
    matches!(value, Value::Bare(_) | Value::Word(_) | Value::Text(_))
}

/// Returns a value on one line; nothing where it needs several.
fn flow(value: &Value) -> Option<String> {
    match value {
        Value::Bare(text) => Some(text.clone()),
        Value::Word(word) if is_plain(word) => Some(word.clone()),
        Value::Text(text) if is_long(text) => None,
        Value::Word(text) | Value::Text(text) => Some(quote(text)),
        Value::List(values) => {
            let values: Option<Vec<String>> = values.iter().map(|v| flow(v).filter(|_| is_scalar(v))).collect();
            Some(format!("[{}]", values?.join(", ")))
        }
        Value::Fields(fields) => {
            let fields = fields.iter().map(|(name, value)| {
                flow(value).filter(|_| is_scalar(value)).map(|value| format!("{}: {value}", key(name)))
            });
            let fields: Option<Vec<String>> = fields.collect();
            Some(format!("{{{}}}", fields?.join(", ")))
        }
    }
}

/// Returns whether a text of several lines can stand as a block, just as it is.
fn is_long(text: &str) -> bool {
    let sound = |line: &str| line.trim_end() == line && line.chars().all(is_printable);
    text.contains('\n')
        && !text.starts_with([' ', '\t', '\n'])
        && !text.ends_with('\n')
        && text.split('\n').all(sound)
        // A line that begins with a blank after an empty one could be taken for the indent.
        && text.lines().next().is_some_and(|line| !line.trim().is_empty())
}

fn key(name: &str) -> String {
    if is_plain(name) { name.to_owned() } else { quote(name) }
}

/// Returns whether a word means itself without quotes, to every reader of YAML.
fn is_plain(word: &str) -> bool {
    let letters = word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_' || b == b'/');
    let lower = word.to_ascii_lowercase();
    let taken = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    letters && word.starts_with(|c: char| c.is_ascii_alphabetic()) && !taken.contains(&lower.as_str())
}

/// Returns whether a sign can stand in YAML and be seen.
fn is_printable(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_printable(c) => out.push(c),
            c => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    fn fields(fields: &[(&str, Value)]) -> Value {
        Value::Fields(fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
    }

    #[test]
    fn write_is_as_records_are_written() {
        let record = fields(&[
            ("id", Value::Word("third-well".into())),
            ("name", fields(&[("en", text("The \"Third\" Well")), ("ru", text("Третий колодец: №3"))])),
            ("dug", Value::Bare("2000-01-02".into())),
            ("dry", Value::Word("no".into())),
            ("sources", Value::List(vec![Value::Word("gazette".into()), Value::Word("s1".into())])),
            ("story", fields(&[("en", text("One.\n\nTwo #2."))])),
            (
                "diggers",
                Value::List(vec![
                    fields(&[("who", Value::Word("upper".into())), ("role", text("x".repeat(130).as_str()))]),
                    fields(&[("who", Value::Word("lower".into()))]),
                ]),
            ),
        ]);
        let expected = format!(
            "id: third-well\nname: {{en: \"The \\\"Third\\\" Well\", ru: \"Третий колодец: №3\"}}\ndug: 2000-01-02\ndry: \"no\"\n\
             sources: [gazette, s1]\nstory:\n  en: |-\n    One.\n\n    Two #2.\ndiggers:\n  - who: upper\n    role: \"{}\"\n  - \
             who: lower\n",
            "x".repeat(130)
        );
        assert_eq!(write(&record), expected);
    }

    #[test]
    fn write_keeps_every_text_as_it_is() {
        for words in [
            "yes",
            "~",
            "a: b",
            "a #b",
            " lead",
            "trail ",
            "tab\there",
            "line\n",
            "\n\nlines",
            "a\n  b\nc",
            "a\n\n  b",
            "a \nb",
            "\\u0041",
            "'",
            "\"",
            "…\u{2028}…",
            "a\u{85}b",
            "nbsp\u{a0}x",
            "— dash",
            "- item",
            "%",
            "@x",
            "[x]",
            "a\nb\n\n\nc",
            "0x1F",
            "😀\n😀",
            "#\n#",
            "a\r\nb",
            "---\n---",
            "x\n---\ny",
            "x\n...\ny",
            "\u{7}",
            "a\n\tb",
            "a\n# b",
        ] {
            let record =
                fields(&[("a", text(words)), ("b", fields(&[("en", text(words))])), ("c", Value::Bare("1".into()))]);
            let written = write(&record);
            let mut loaded = crate::load::load(crate::load::Workspace { root: "no workspace".into() });
            loaded.diagnostics.clear();
            loaded.draft("data/wells/t.yaml".into(), &written);
            assert!(
                loaded.diagnostics.iter().all(|d| d.severity != crate::diag::Severity::Error),
                "{words:?}\n{written}"
            );
            let record = loaded.records.pop().unwrap();
            let at = |pointer: &str| record.root.at(pointer).and_then(crate::record::Node::text).map(str::to_owned);
            assert_eq!(at("/a").as_deref(), Some(words), "{written}");
            assert_eq!(at("/b/en").as_deref(), Some(words), "{written}");
            assert_eq!(at("/c").as_deref(), Some("1"), "{written}");
        }
    }
}
