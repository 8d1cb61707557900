//! The texts of a workbook, which its cells share by number, and the text of a single cell.

use super::xml::{Broken, Document, Piece};

/// Reads the shared texts.
///
/// # Errors
/// Returns [`Broken`] where the part is no XML.
pub fn read(text: &str) -> Result<Vec<String>, Broken> {
    let mut texts = Vec::new();
    let mut document = Document::new(text);
    while let Some(piece) = document.next()? {
        if matches!(&piece, Piece::Open(element) if element.name == "si") {
            texts.push(rich(&mut document, "si")?);
        }
    }
    Ok(texts)
}

/// Reads the text of an element up to its end: plain, or in pieces of several faces. How it is pronounced is left out.
pub fn rich(document: &mut Document<'_>, end: &str) -> Result<String, Broken> {
    let mut out = String::new();
    let (mut in_text, mut spoken) = (false, false);
    while let Some(piece) = document.next()? {
        match piece {
            Piece::Open(element) => match element.name.as_str() {
                "t" => in_text = true,
                "rPh" => spoken = true,
                _ => {}
            },
            Piece::Text(text) if in_text && !spoken => out.push_str(&text),
            Piece::Text(_) => {}
            Piece::Close(name) if name == end => return Ok(unescape(&out)),
            Piece::Close(name) => {
                in_text &= name != "t";
                spoken &= name != "rPh";
            }
        }
    }
    Err(Broken)
}

/// Brings back the letters that XML cannot hold, written `_x000D_`; an end of line of two signs becomes one.
pub fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match letter {
            Some(letter) => {
                out.push_str(&rest[..at]);
                out.push(letter);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    out.push_str(rest);
    out.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn read_joins_the_pieces_of_a_text() {
        let part = "<sst><si><t>One</t></si><si><r><t>Two </t></r><r><rPr/><t>three</t></r><rPh><t>x</t></rPh></si>\
                    <si/></sst>";
        assert_eq!(read(part).unwrap(), ["One", "Two three", ""]);
    }

    #[test]
    fn unescape_brings_back_letters_and_leaves_all_else() {
        assert_eq!(unescape("a_x000D_\nb"), "a\nb");
        assert_eq!(unescape("_x0416_"), "Ж");
        assert_eq!(unescape("_x005F_x000D_"), "_x000D_");
        for same in ["_x", "_xЖЖ_", "file_x86_64", "_xD800_", "_x12"] {
            assert_eq!(unescape(same), same);
        }
    }
}
