//! Examples of faults: small files of the workspace `tests/foreign`, wrong and right. They are the fixtures of the tests as well.

use std::io;
use std::path::Path;

/// The smallest files that have a fault, and the same files without it, to be laid over the workspace `tests/foreign`.
///
/// Without a heading it is the file [`Example::FILE`]. A line `▸ path` begins another file. What no text can show stands after the path:
/// `(Windows-1251)` saves the file in that encoding, `(17 MB)` lengthens it with spaces, `(1000 times)` repeats its text, `(link)` makes a
/// link to the path in its first line, and `(100001 files)` fills the folder of that path with so many empty files.
#[derive(Debug, PartialEq, Eq)]
pub struct Example {
    /// With the fault.
    pub wrong: &'static str,
    /// Without it.
    pub right: &'static str,
}

impl Example {
    /// The file that an example without a heading stands in.
    pub const FILE: &'static str = "data/wells/third-well.yaml";

    /// Returns the files of one side of an example: path, what is special about it, text.
    pub fn files(text: &'static str) -> Vec<(&'static str, Option<&'static str>, &'static str)> {
        let Some(first) = text.strip_prefix("▸ ") else { return vec![(Self::FILE, None, text)] };
        let mut parts: Vec<&'static str> = Vec::new();
        let mut rest = first;
        // A file keeps the line break at its end.
        while let Some(at) = rest.find("\n▸ ") {
            parts.push(&rest[..=at]);
            rest = &rest[at + "\n▸ ".len()..];
        }
        parts.push(rest);
        let parts = parts.into_iter().map(|part| part.split_once('\n').unwrap_or((part, "")));
        parts
            .map(|(heading, text)| match heading.split_once(" (") {
                Some((path, special)) => (path, Some(special.trim_end_matches(')')), text),
                None => (heading, None, text),
            })
            .collect()
    }

    /// Returns a line with what nobody sees in it made visible: tabs, spaces of other kinds, signs without width, control characters.
    pub fn visible(line: &str) -> String {
        line.chars()
            .map(|c| match c {
                '\t' => "‹tab›".to_owned(),
                '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{a0}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => {
                    format!("‹U+{:04X}›", c as u32)
                }
                _ => c.to_string(),
            })
            .collect()
    }

    /// Returns whether a side of an example is made of more files than anybody wants to lie about.
    pub fn is_crowd(text: &'static str) -> bool {
        Self::files(text).iter().any(|(_, special, _)| special.is_some_and(|special| special.ends_with(" files")))
    }

    /// Writes one side of an example over a workspace, or into an empty folder.
    ///
    /// # Errors
    /// Returns why a file cannot be written.
    pub fn write(text: &'static str, folder: &Path) -> io::Result<()> {
        for (path, special, text) in Self::files(text) {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
            match special {
                None => std::fs::write(path, text)?,
                Some("Windows-1251") => std::fs::write(path, text.chars().map(windows_1251).collect::<Vec<u8>>())?,
                Some("link") => link(text.lines().next().unwrap_or_default(), &path)?,
                Some(special) => written_large(special, text, &path)?,
            }
        }
        Ok(())
    }
}

/// Writes what is special by its number: `17 MB`, `1000 times`, `100001 files`.
fn written_large(special: &str, text: &str, path: &Path) -> io::Result<()> {
    let (number, unit) = special.split_once(' ').unwrap_or((special, ""));
    let number: usize = number.parse().unwrap_or_default();
    match unit {
        "MB" => std::fs::write(path, format!("{text}{}\n", " ".repeat(number * 1_000_000))),
        "times" => std::fs::write(path, text.repeat(number)),
        "files" => {
            std::fs::create_dir_all(path)?;
            let file = |n: usize| path.join(format!("{n}.yaml"));
            // Another name for a file costs a tenth of another file; file systems allow some tens of thousands.
            (0..number).try_for_each(|n| match n % 20_000 {
                0 => std::fs::write(file(n), ""),
                rest => std::fs::hard_link(file(n - rest), file(n)),
            })
        }
        _ => Err(io::Error::other(format!("an example knows no “{special}”"))),
    }
}

/// Returns a letter in Windows-1251, as far as examples need it: Latin and Russian.
fn windows_1251(letter: char) -> u8 {
    match letter {
        '\0'..='\x7f' => letter as u8,
        'А'..='я' => (letter as u32 - 'А' as u32) as u8 + 0xc0,
        _ => b'?',
    }
}

#[cfg(unix)]
fn link(target: &str, path: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, path)
}

#[cfg(windows)]
fn link(target: &str, path: &Path) -> io::Result<()> {
    std::os::windows::fs::symlink_file(target, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_an_example_are_told_apart() {
        let files = Example::files("▸ a.yaml\nx: 1\n▸ b.yaml (link)\na.yaml\n");
        assert_eq!(files, [("a.yaml", None, "x: 1\n"), ("b.yaml", Some("link"), "a.yaml\n")]);
        assert_eq!(Example::files("x: 1\n"), [(Example::FILE, None, "x: 1\n")]);
    }

    #[test]
    fn letters_of_windows_1251_are_single_bytes() {
        assert_eq!("я: Ж".chars().map(windows_1251).collect::<Vec<u8>>(), b"\xff: \xc6");
    }
}
