//! The XML of workbooks: elements by their local names, attributes, and text with its references. The only place that names the XML
//! crate. No reference but those of XML itself is followed, so no document grows by reading it.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// The text cannot be read as XML.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken;

/// What comes next in a document.
#[derive(Debug)]
pub enum Piece<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// An element ends; one without content ends at once.
    Close(String),
    /// Text within an element.
    Text(String),
}

/// The beginning of an element.
#[derive(Debug)]
pub struct Element<'a> {
    /// The name without the prefix of its namespace.
    pub name: String,
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// Returns an attribute by its name without prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let found =
            self.start.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// Returns whether an attribute says yes.
    pub fn is_set(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| value == "1" || value == "true")
    }
}

/// A document, piece by piece.
pub struct Document<'a> {
    reader: Reader<&'a [u8]>,
}

impl<'a> Document<'a> {
    /// Begins to read a document.
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = true;
        Self { reader }
    }

    /// Returns the next piece, or nothing at the end.
    ///
    /// # Errors
    /// Returns [`Broken`] where the text is no XML or makes references of its own.
    pub fn next(&mut self) -> Result<Option<Piece<'a>>, Broken> {
        loop {
            let piece = match self.reader.read_event().map_err(|_| Broken)? {
                Event::Start(start) => {
                    let name = start.local_name().as_ref().to_owned();
                    Piece::Open(Element { name, start })
                }
                Event::End(end) => Piece::Close(end.local_name().as_ref().to_owned()),
                Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                    Ok(Some(c)) => Piece::Text(c.to_string()),
                    _ => match &*reference {
                        "lt" => Piece::Text("<".to_owned()),
                        "gt" => Piece::Text(">".to_owned()),
                        "amp" => Piece::Text("&".to_owned()),
                        "apos" => Piece::Text("'".to_owned()),
                        "quot" => Piece::Text("\"".to_owned()),
                        _ => return Err(Broken),
                    },
                },
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
                Event::Eof => return Ok(None),
            };
            return Ok(Some(piece));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, Broken> {
        let mut document = Document::new(text);
        let mut out = String::new();
        while let Some(piece) = document.next()? {
            match piece {
                Piece::Open(element) => {
                    out += &["<", &element.name, &element.attribute("r").unwrap_or_default()].concat();
                }
                Piece::Close(name) => out += &["/", &name, ">"].concat(),
                Piece::Text(text) => out.push_str(&text),
            }
        }
        Ok(out)
    }

    #[test]
    fn next_gives_local_names_and_text_with_its_references() {
        assert_eq!(read("<x:a x:r='B&amp;7'>1 &lt; &#x44f;<b/></x:a>").unwrap(), "<aB&71 < я<b/b>/a>");
    }

    #[test]
    fn next_follows_no_reference_of_the_document() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assert_eq!(read(bomb), Err(Broken));
        assert_eq!(read("<a><b></a>"), Err(Broken));
    }
}
