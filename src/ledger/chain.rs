//! The chain: each line holds the digest of the line before it and its own, so that a line that was edited, taken out or moved is found.

use serde::{Deserialize, Serialize};

use super::entry::Entry;
use crate::digest;

/// What the first line names as the one before it.
const NONE: &str = "";

/// The end of a chain. Somebody who keeps it elsewhere can prove that no lines were taken off the end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// How many lines there are.
    pub lines: usize,
    /// The digest of the last line; empty where there is none.
    pub hash: String,
}

/// What a chain says, as far as it holds.
pub type Read = (Vec<Entry>, Head);

/// Where a chain is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// The line, counted from 1, is not one of a ledger.
    Unreadable(usize),
    /// The line is not as it was written.
    Edited(usize),
    /// Before the line, others are missing, or it stands elsewhere than it was written.
    Moved(usize),
    /// The last line was not written to its end.
    Torn(usize),
}

#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(flatten)]
    entry: Entry,
    previous: String,
    hash: String,
}

#[derive(Serialize)]
struct Unsealed<'a> {
    #[serde(flatten)]
    entry: &'a Entry,
    previous: &'a str,
}

/// Returns an entry as the next line of a chain, with its end of line, and the new head.
pub fn line(entry: &Entry, head: &Head) -> (String, Head) {
    let hash = sealed(entry, &head.hash);
    let line = Line { entry: entry.clone(), previous: head.hash.clone(), hash: hash.clone() };
    let text = serde_json::to_string(&line).expect("an entry is plain JSON") + "\n";
    (text, Head { lines: head.lines + 1, hash })
}

fn sealed(entry: &Entry, previous: &str) -> String {
    digest::of(serde_json::to_string(&Unsealed { entry, previous }).expect("an entry is plain JSON"))
}

/// Reads a chain from its beginning; what follows a break is read no more.
///
/// # Errors
/// Returns where it is broken, with what stands before.
pub fn read(text: &str) -> Result<Read, (Read, Broken)> {
    let (mut entries, mut head) = (Vec::new(), Head { lines: 0, hash: NONE.to_owned() });
    for (at, raw) in text.split_inclusive('\n').enumerate() {
        let number = at + 1;
        let broken = |found| Err((found, number));
        let checked = match (raw.strip_suffix('\n'), serde_json::from_str::<Line>(raw)) {
            (None, _) => broken(Broken::Torn as fn(usize) -> Broken),
            (Some(_), Err(_)) => broken(Broken::Unreadable),
            (Some(_), Ok(read)) if read.previous != head.hash => broken(Broken::Moved),
            // The text is compared as well, so that not a letter of it can be another one.
            (Some(_), Ok(read)) => {
                let (own, next) = line(&read.entry, &head);
                if own == raw { Ok((read.entry, next)) } else { broken(Broken::Edited) }
            }
        };
        match checked {
            Ok((entry, next)) => {
                entries.push(entry);
                head = next;
            }
            Err((found, number)) => return Err(((entries, head), found(number))),
        }
    }
    Ok((entries, head))
}

#[cfg(test)]
mod tests {
    use super::super::entry::{Channel, Purpose, Step};
    use super::*;

    fn entry(document: &str) -> Entry {
        Entry {
            at: "2001-02-03T04:05:06Z".to_owned(),
            step: Step::Delivered,
            purpose: Purpose::Document,
            delivery: "d".to_owned(),
            recipient: "clerk".to_owned(),
            document: document.to_owned(),
            version: "v01".to_owned(),
            edition: "public".to_owned(),
            language: "en".to_owned(),
            sha256: "0".repeat(64),
            copy: None,
            channel: Channel::Folder,
            result: None,
        }
    }

    fn written(documents: &[&str]) -> Vec<String> {
        let mut head = Head::default();
        let next = |document: &&str| {
            let (text, next) = line(&entry(document), &head);
            head = next;
            text
        };
        documents.iter().map(next).collect()
    }

    #[test]
    fn a_chain_is_read_as_it_was_written() {
        let lines = written(&["a", "b", "c"]);
        let (entries, head) = read(&lines.concat()).unwrap();
        assert_eq!(entries, [entry("a"), entry("b"), entry("c")]);
        assert_eq!(head.lines, 3);
        assert_eq!(read("").unwrap(), (vec![], Head::default()));
    }

    #[test]
    fn whatever_is_done_to_a_line_is_found_at_it() {
        let lines = written(&["a", "b", "c"]);
        let broken = |text: String| read(&text).map_err(|((before, _), broken)| (before.len(), broken)).unwrap_err();
        let [a, b, c] = [0, 1, 2].map(|at| lines[at].as_str());
        assert_eq!(broken(format!("{a}{}{c}", b.replace("\"b\"", "\"x\""))), (1, Broken::Edited(2)));
        assert_eq!(broken(format!("{a}{}{c}", b.replacen(':', ": ", 1))), (1, Broken::Edited(2)));
        assert_eq!(broken(format!("{a}{}{c}", b.replacen('{', "{\"more\":1,", 1))), (1, Broken::Edited(2)));
        assert_eq!(broken(format!("{a}{c}")), (1, Broken::Moved(2)));
        assert_eq!(broken(format!("{b}{c}")), (0, Broken::Moved(1)));
        assert_eq!(broken(format!("{b}{a}{c}")), (0, Broken::Moved(1)));
        assert_eq!(broken(format!("{a}{a}")), (1, Broken::Moved(2)));
        assert_eq!(broken(format!("{a}nothing\n")), (1, Broken::Unreadable(2)));
        assert_eq!(broken(format!("{a}{}", &b[..b.len() - 9])), (1, Broken::Torn(2)));
        // An edited line whose digests were made anew is found by the line after it.
        let (forged, _) = line(&entry("x"), &read(a).unwrap().1);
        assert_eq!(broken(format!("{a}{forged}{c}")), (2, Broken::Moved(3)));
    }
}
