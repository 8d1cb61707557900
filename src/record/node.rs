//! The tree of a record: every key and every value with the bytes it was read from.

use std::ops::Range;

/// Bytes of a file, in four bytes each: no file of records is larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Creates a span; a file longer than four gigabytes is refused before it gets here.
    pub fn new(range: Range<usize>) -> Self {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: byte(range.start), end: byte(range.end) }
    }

    /// Returns the bytes.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the span from the start of this one to the end of the other.
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start, end: other.end.max(self.end) }
    }
}

/// A value with its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it was read.
    pub span: Span,
}

/// A value of YAML.
#[derive(Debug, Clone)]
pub enum Value {
    /// One word, number or text.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// Fields in the order of the file.
    Map(Vec<Entry>),
    /// Something that could not be read; why is reported already.
    Unreadable,
}

/// A field: its name and its value.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The name.
    pub key: Box<str>,
    /// Where the name was read.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

/// A scalar as written: quoted text is always text, plain text may be a number, a truth value or nothing.
#[derive(Debug, Clone)]
pub struct Scalar {
    /// The text after escapes.
    pub text: Box<str>,
    /// Written without quotes.
    pub plain: bool,
}

/// What a scalar means by the core schema of YAML 1.2.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Meaning<'a> {
    /// Nothing was written.
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Number(f64),
    /// Text.
    Text(&'a str),
}

impl Scalar {
    /// Returns what the scalar means.
    pub fn meaning(&self) -> Meaning<'_> {
        if !self.plain {
            return Meaning::Text(&self.text);
        }
        match &*self.text {
            "" | "~" | "null" | "Null" | "NULL" => Meaning::Null,
            "true" | "True" | "TRUE" => Meaning::Truth(true),
            "false" | "False" | "FALSE" => Meaning::Truth(false),
            text => number(text).unwrap_or(Meaning::Text(text)),
        }
    }
}

/// Reads a decimal number; a leading zero or sign look-alike leaves it text, so that no code or telephone number loses a digit.
fn number(text: &str) -> Option<Meaning<'static>> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let whole = digits.split('.').next()?;
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if !plain || whole.is_empty() || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    match text.parse::<i64>() {
        Ok(n) => Some(Meaning::Integer(n)),
        Err(_) => text.parse().ok().filter(|_| digits.contains('.')).map(Meaning::Number),
    }
}

impl Node {
    /// Returns the field of that name, if this is a list of fields.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| &*entry.key == key)
    }

    /// Returns the value of a field.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// Returns the fields, or none.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// Returns the entries of a list, or none.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// Returns the text of a scalar as written, whatever it means.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// Returns what a scalar means.
    pub fn meaning(&self) -> Option<Meaning<'_>> {
        match &self.value {
            Value::Scalar(scalar) => Some(scalar.meaning()),
            _ => None,
        }
    }

    /// Returns whether this could not be read.
    pub fn is_unread(&self) -> bool {
        matches!(self.value, Value::Unreadable)
    }

    /// Returns whether nothing was written here.
    pub fn is_nothing(&self) -> bool {
        matches!(self.meaning(), Some(Meaning::Null))
    }

    /// Returns the tree as JSON, without places.
    pub fn to_json(&self) -> serde_json::Value {
        use serde_json::Value as Json;
        match &self.value {
            Value::Scalar(scalar) => match scalar.meaning() {
                Meaning::Null => Json::Null,
                Meaning::Truth(b) => b.into(),
                Meaning::Integer(n) => n.into(),
                Meaning::Number(x) => x.into(),
                Meaning::Text(text) => text.into(),
            },
            Value::List(items) => items.iter().map(Node::to_json).collect(),
            Value::Map(entries) => {
                Json::Object(entries.iter().map(|e| (e.key.to_string(), e.value.to_json())).collect())
            }
            Value::Unreadable => Json::Null,
        }
    }

    /// Visits every scalar below, in the order of the file.
    pub fn each_scalar<'a>(&'a self, visit: &mut dyn FnMut(&'a Self)) {
        match &self.value {
            Value::Scalar(_) => visit(self),
            Value::List(items) => items.iter().for_each(|item| item.each_scalar(visit)),
            Value::Map(entries) => entries.iter().for_each(|entry| entry.value.each_scalar(visit)),
            Value::Unreadable => {}
        }
    }

    /// Returns the innermost field whose value says these words.
    pub fn entry_saying(&self, words: &str) -> Option<&Entry> {
        let says = |node: &Node| node.text().is_some_and(|text| text.contains(words));
        match &self.value {
            Value::Map(entries) => entries.iter().find_map(|entry| {
                let here = says(&entry.value) || entry.value.items().iter().any(says);
                entry.value.entry_saying(words).or(here.then_some(entry))
            }),
            Value::List(items) => items.iter().find_map(|item| item.entry_saying(words)),
            Value::Scalar(_) | Value::Unreadable => None,
        }
    }

    /// Returns the node that a JSON pointer names.
    pub fn at(&self, pointer: &str) -> Option<&Node> {
        pointer.split('/').skip(1).try_fold(self, |node, step| match &node.value {
            Value::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => node.get(&step.replace("~1", "/").replace("~0", "~")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Scalar {
        Scalar { text: text.into(), plain: true }
    }

    #[test]
    fn meaning_of_codes_and_look_alikes_is_text() {
        for text in ["010", "0x1F", "1_000", "1e3", "+5", "NO", "yes", "12:30", "1,200", ".5", "1.2.3"] {
            assert_eq!(plain(text).meaning(), Meaning::Text(text), "{text}");
        }
    }

    #[test]
    fn meaning_of_numbers_and_nothing() {
        assert_eq!(plain("-12").meaning(), Meaning::Integer(-12));
        assert_eq!(plain("103.176").meaning(), Meaning::Number(103.176));
        assert_eq!(plain("~").meaning(), Meaning::Null);
        assert_eq!(Scalar { text: "".into(), plain: false }.meaning(), Meaning::Text(""));
    }
}
