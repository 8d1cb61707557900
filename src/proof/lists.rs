//! Lists of files with their sums.

use crate::emit::{Manifest, NAME};

/// The list that `sha256sum --check` reads.
pub const SUMS: &str = "SHA256SUMS";

/// A file that is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name, below the folder of the list.
    pub name: String,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

/// A kind of list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lists {
    /// `SHA256SUMS`.
    Sums,
    /// `manifest.json`.
    Manifest,
}

/// A list that cannot be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadList;

impl Lists {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Sums, Self::Manifest];

    /// Returns the name of its file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Sums => SUMS,
            Self::Manifest => NAME,
        }
    }

    /// Reads a list.
    ///
    /// # Errors
    /// Returns that it cannot be understood, or names a file outside its folder.
    pub fn read(self, bytes: &[u8]) -> Result<Vec<Listed>, BadList> {
        let listed = match self {
            Self::Sums => {
                let text = std::str::from_utf8(bytes).map_err(|_| BadList)?;
                text.lines().filter(|line| !line.is_empty()).map(sum).collect::<Option<Vec<Listed>>>().ok_or(BadList)?
            }
            Self::Manifest => {
                let manifest: Manifest = serde_json::from_slice(bytes).map_err(|_| BadList)?;
                let of_one = |document: crate::emit::ManifestEntry| {
                    let sha256 = document.finished?.sha256;
                    Some(Listed { name: document.file, sha256 })
                };
                manifest.documents.into_iter().filter_map(of_one).collect()
            }
        };
        let is_below = |listed: &Listed| is_below(&listed.name);
        if listed.iter().all(is_below) { Ok(listed) } else { Err(BadList) }
    }
}

/// Reads a line as GNU writes it: the sum, a space, a space or an asterisk, the name; behind a backslash the name has escapes.
fn sum(line: &str) -> Option<Listed> {
    let (escaped, line) = line.strip_prefix('\\').map_or((false, line), |rest| (true, rest));
    let (sha256, rest) = line.split_once(' ')?;
    let name = rest.strip_prefix([' ', '*'])?;
    let is_sum = sha256.len() == 64 && sha256.bytes().all(|digit| digit.is_ascii_hexdigit());
    let name = if escaped { unescaped(name)? } else { name.to_owned() };
    (is_sum && !name.is_empty()).then(|| Listed { name, sha256: sha256.to_ascii_lowercase() })
}

fn unescaped(name: &str) -> Option<String> {
    let mut letters = name.chars();
    let mut plain = String::new();
    while let Some(letter) = letters.next() {
        plain.push(match letter {
            '\\' => match letters.next()? {
                'n' => '\n',
                'r' => '\r',
                '\\' => '\\',
                _ => return None,
            },
            letter => letter,
        });
    }
    Some(plain)
}

/// Returns whether a name leads to a file below the folder that it is said in.
fn is_below(name: &str) -> bool {
    let no_way_out = name.split('/').all(|part| !matches!(part, "" | "." | ".."));
    no_way_out && !name.contains(['\\', ':', '\0'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_as_others_write_them() {
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let listed = |text: String| Lists::Sums.read(text.as_bytes());
        let one = |name: &str| Ok(vec![Listed { name: name.to_owned(), sha256: sum.to_owned() }]);
        assert_eq!(listed(format!("{sum}  a b.pdf\n")), one("a b.pdf"));
        assert_eq!(listed(format!("{} *en/a.pdf\n", sum.to_uppercase())), one("en/a.pdf"));
        assert_eq!(listed(format!("\\{sum}  a\\nb\n")), one("a\nb"));
        for wrong in [" a", "x  a", "/etc/passwd", "../a"] {
            assert_eq!(listed(format!("{sum}  ok\n{sum}{wrong}\n")), Err(BadList), "{wrong}");
        }
        assert_eq!(listed(format!("{sum}  ../a\n")), Err(BadList));
        assert_eq!(listed(format!("{sum}  /a\n")), Err(BadList));
        assert_eq!(Lists::Manifest.read(b"{}"), Err(BadList));
        assert_eq!(Lists::Manifest.read(b"{\"manifest\": 2, \"documents\": []}"), Ok(vec![]));
    }
}
