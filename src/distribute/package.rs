//! What a recipient is handed: documents, the note that covers them, a list for machines, and the sums of all.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use crate::digest;
use crate::proof::SUMS;

/// A file of a package.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The files that a recipient is handed, in the order in which they are packed.
#[derive(Debug)]
pub struct Package {
    /// The files.
    pub parts: Vec<Part>,
}

/// The list for machines.
pub const LIST: &str = "documents.json";

impl Package {
    /// Puts a package together. `documents` are what the page data of the note says of them.
    pub fn new(recipient: &str, at: &str, mut parts: Vec<Part>, documents: &Json) -> Self {
        let list = json!({"recipient": recipient, "at": at, "documents": documents});
        let mut text = serde_json::to_string_pretty(&list).expect("plain JSON");
        text.push('\n');
        parts.push(Part { name: LIST.to_owned(), bytes: text.into_bytes() });
        let sums = sums(&parts);
        parts.push(Part { name: SUMS.to_owned(), bytes: sums.into_bytes() });
        Self { parts }
    }

    /// Returns the names and contents.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.parts.iter().map(|part| (part.name.as_str(), part.bytes.as_slice()))
    }
}

fn sums(parts: &[Part]) -> String {
    let mut lines: Vec<&Part> = parts.iter().collect();
    lines.sort_by(|a, b| a.name.cmp(&b.name));
    lines.iter().fold(String::new(), |mut text, part| {
        let _ = writeln!(text, "{}  {}", digest::of(&part.bytes), part.name);
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_in_the_form_that_everybody_reads() {
        let part = |name: &str, text: &str| Part { name: name.to_owned(), bytes: text.into() };
        let package = Package::new("clerk", "2001-02-03T00:00:00Z", vec![part("b", "abc"), part("a", "")], &json!([]));
        let sums = String::from_utf8(package.parts.last().unwrap().bytes.clone()).unwrap();
        let lines: Vec<&str> = sums.lines().collect();
        assert_eq!(lines[0], format!("{}  a", digest::of("")));
        assert_eq!(lines[1], "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b");
        assert!(lines[2].ends_with("  documents.json") && lines.len() == 3);
    }
}
