//! Examples of faults: small files of the workspace `tests/foreign`, wrong and right. They are the fixtures of the tests as well.

use std::fmt;
use std::io;
use std::path::Path;

/// The smallest files that have a fault, and the same files without it, to be laid over the workspace `tests/foreign`.
#[derive(Debug, PartialEq, Eq)]
pub struct Example {
    /// With the fault.
    pub wrong: &'static [ExampleFile],
    /// Without it.
    pub right: &'static [ExampleFile],
}

/// A file of an example.
#[derive(Debug, PartialEq, Eq)]
pub struct ExampleFile {
    /// Where it stands in the workspace.
    pub path: &'static str,
    /// What it says.
    pub text: &'static str,
    /// What is special about it.
    pub special: Option<Special>,
}

/// What the text of a file cannot show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Special {
    /// It is saved in the encoding of this name.
    Encoding(&'static str),
    /// So many megabytes of spaces follow the text.
    Megabytes(usize),
    /// The text is repeated so many times.
    Times(usize),
    /// It is a folder with so many empty files.
    Files(usize),
    /// It is a link to the path that the text names.
    Link,
    /// The text is a drawing of a file that is no text, or says in brackets what cannot be shown; its own file ends with `.txt`.
    Sketch,
}

/// The files of one side of an example, each taken in from `tests/codes`; a file that is missing does not compile.
macro_rules! side {
    ($from:literal, $name:literal, $side:literal) => {
        &[crate::diag::codes::example::ExampleFile {
            path: crate::diag::codes::example::ExampleFile::PATH,
            text: include_str!(concat!($from, $name, "/", $side, ".yaml")),
            special: None,
        }]
    };
    ($from:literal, $name:literal, $side:literal $(, $path:literal $(is $special:ident $(($value:literal))?)?)+) => {
        &[$(crate::diag::codes::example::ExampleFile {
            path: $path,
            text: crate::diag::codes::example::text!($from, $name, $side, $path $(, $special)?),
            special: crate::diag::codes::example::special!($($special $(($value))?)?),
        }),+]
    };
}
pub(super) use side;

/// The text of one file among several.
macro_rules! text {
    ($from:literal, $name:literal, $side:literal, $path:literal, Sketch) => {
        include_str!(concat!($from, $name, "/", $side, "/", $path, ".txt"))
    };
    ($from:literal, $name:literal, $side:literal, $path:literal $(, $special:ident)?) => {
        include_str!(concat!($from, $name, "/", $side, "/", $path))
    };
}
pub(super) use text;

/// What is special about one file, if anything is.
macro_rules! special {
    () => {
        None
    };
    ($special:ident $(($value:literal))?) => {
        Some(crate::diag::codes::example::Special::$special $(($value))?)
    };
}
pub(super) use special;

impl Example {
    /// Writes one side of an example over a workspace, or into an empty folder.
    ///
    /// # Errors
    /// Returns why a file cannot be written.
    pub fn write(side: &[ExampleFile], folder: &Path) -> io::Result<()> {
        side.iter().try_for_each(|file| file.write(folder))
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
}

impl ExampleFile {
    /// The file that an example stands in when it names none.
    pub const PATH: &'static str = "data/wells/third-well.yaml";

    /// Returns the path and what is special about the file, as a heading for its text.
    pub fn heading(&self, quote: &str) -> String {
        let special = self.special.map(|special| special.to_string()).filter(|words| !words.is_empty());
        format!("{quote}{}{quote}{}", self.path, special.map(|words| format!(" ({words})")).unwrap_or_default())
    }

    fn write(&self, folder: &Path) -> io::Result<()> {
        let path = folder.join(self.path);
        std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
        match self.special {
            None | Some(Special::Sketch) => std::fs::write(path, self.text),
            Some(Special::Encoding(_)) => {
                std::fs::write(path, self.text.chars().map(windows_1251).collect::<Vec<u8>>())
            }
            Some(Special::Megabytes(number)) => {
                std::fs::write(path, format!("{}{}\n", self.text, " ".repeat(number * 1_000_000)))
            }
            Some(Special::Times(number)) => std::fs::write(path, self.text.repeat(number)),
            Some(Special::Files(number)) => crowd(number, &path),
            Some(Special::Link) => link(self.text.trim_end(), &path),
        }
    }
}

impl fmt::Display for Special {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding(name) => f.write_str(name),
            Self::Megabytes(number) => write!(f, "{number} MB"),
            Self::Times(number) => write!(f, "{number} times"),
            Self::Files(number) => write!(f, "{number} files"),
            Self::Link => f.write_str("link"),
            Self::Sketch => Ok(()),
        }
    }
}

/// Fills a folder with empty files.
fn crowd(number: usize, folder: &Path) -> io::Result<()> {
    /// Another name for a file costs a tenth of another file; file systems allow some tens of thousands.
    const NAMES_OF_A_FILE: usize = 20_000;
    std::fs::create_dir_all(folder)?;
    let file = |n: usize| folder.join(format!("{n}.yaml"));
    (0..number).try_for_each(|n| match n % NAMES_OF_A_FILE {
        0 => std::fs::write(file(n), ""),
        rest => std::fs::hard_link(file(n - rest), file(n)),
    })
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
    fn headings_say_what_the_text_cannot_show() {
        let file = |special| ExampleFile { path: "a.yaml", text: "", special };
        assert_eq!(file(Some(Special::Megabytes(17))).heading("`"), "`a.yaml` (17 MB)");
        assert_eq!(file(Some(Special::Sketch)).heading(""), "a.yaml");
        assert_eq!(file(None).heading(""), "a.yaml");
    }

    #[test]
    fn letters_of_windows_1251_are_single_bytes() {
        assert_eq!("я: Ж".chars().map(windows_1251).collect::<Vec<u8>>(), b"\xff: \xc6");
    }
}
