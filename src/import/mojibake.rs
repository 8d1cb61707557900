//! Letters that were lost or garbled before the table came here. They cannot be brought back, so the table is refused.
//!
//! An encoding without a letter writes `?` for it; a text read in the wrong encoding becomes a row of other letters.

use super::fault::Fault;
use super::shown::{quoted, shorten};
use crate::diag::Arg;
use crate::diag::codes::tables as words;
use std::collections::HashMap;
use std::ops::Range;

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

use super::encoding;
use super::messages;
use super::table::{Content, Origin, Row, Table, letters};
use crate::record::Language;
use crate::record::letters::has_lost;

/// What happened to letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mojibake {
    /// `?` stands for them.
    Lost,
    /// Other letters stand for them.
    Garbled,
}

/// What a `?` behind a word can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Query {
    /// The end of a question.
    Question,
    /// The end of a question, unless the sentence goes on in small letters.
    Doubtful,
    /// A lost letter: the original asks nothing.
    Letter,
}

/// A column of texts in a language.
#[derive(Debug)]
pub struct TextColumn {
    /// The column.
    pub column: usize,
    /// The language.
    pub language: Language,
    /// Whether its texts can be long, with questions among them.
    pub long: bool,
    /// The columns of the same texts in other languages.
    pub originals: Vec<usize>,
}

impl TextColumn {
    /// Returns what a `?` behind a word is in a row of the table. No letter of English gets lost, and few of Russian; a narrow encoding
    /// has no letters of the other languages.
    fn query(&self, row: &Row, narrow: bool) -> Query {
        match self.language {
            Language::En => return Query::Question,
            Language::Ru => return Query::Doubtful,
            _ => {}
        }
        let texts = self.originals.iter().filter_map(|column| row.cell(*column));
        let mut asks = texts.map(|cell| matches!(&cell.content, Content::Text(text) if text.contains('?')));
        match asks.next() {
            None if self.long || !narrow => Query::Doubtful,
            Some(first) if first || asks.any(|asks| asks) => Query::Doubtful,
            _ => Query::Letter,
        }
    }
}

/// Returns the first damaged word of a text, and what happened to it; a `narrow` table is in an encoding without most letters.
pub fn find(text: &str, query: Query, narrow: bool) -> Option<(Mojibake, &str)> {
    let mut parts = text.split_ascii_whitespace().peekable();
    while let Some(word) = parts.next() {
        let goes_on = parts.peek().is_some_and(|next| next.starts_with(char::is_lowercase));
        let lost = || match query {
            Query::Question => false,
            Query::Doubtful => goes_on && ends_lost(word),
            Query::Letter => holds_lost(word),
        };
        if let Some(damage) = examine(word, narrow).or_else(|| lost().then_some(Mojibake::Lost)) {
            return Some((damage, word));
        }
    }
    None
}

/// Returns whether `?` is the last sign of a word, behind a letter.
fn ends_lost(word: &str) -> bool {
    word.strip_suffix('?').is_some_and(|before| before.ends_with(char::is_alphabetic))
}

/// Returns whether `?` stands behind a letter anywhere in a word that is no address.
fn holds_lost(word: &str) -> bool {
    let behind = |(at, _): (usize, &str)| word[..at].ends_with(char::is_alphabetic);
    !word.contains(['/', '=']) && word.match_indices('?').any(behind)
}

fn examine(word: &str, narrow: bool) -> Option<Mojibake> {
    if word.contains('\u{FFFD}') || (!word.is_ascii() && is_garbled(word)) {
        return Some(Mojibake::Garbled);
    }
    has_lost(word, narrow).then_some(Mojibake::Lost)
}

/// Returns one fault for lost and one for garbled letters, however many cells have them; columns that are left out are not looked at.
pub fn of_table(table: &Table, texts: &[TextColumn], left_out: impl Fn(usize) -> bool) -> Vec<Fault> {
    let narrow = is_narrow(table);
    let mut hits: HashMap<bool, Vec<(Arg, Range<usize>, String)>> = HashMap::new();
    let mut hit = |text: &str, query: Query, name: &dyn Fn() -> Arg, range: &Range<usize>| {
        if let Some((damage, word)) = find(text, query, narrow) {
            hits.entry(damage == Mojibake::Lost).or_default().push((name(), range.clone(), word.to_owned()));
        }
    };
    for heading in &table.headings {
        hit(&heading.text, Query::Question, &|| heading.said(), &heading.range);
    }
    let texts: HashMap<usize, &TextColumn> = texts.iter().map(|of| (of.column, of)).collect();
    for row in &table.rows {
        for cell in row.cells.iter().filter(|cell| !left_out(cell.column)) {
            let Content::Text(text) = &cell.content else { continue };
            let query = texts.get(&cell.column).map_or(Query::Doubtful, |of| of.query(row, narrow));
            let heading = table.heading(cell.column);
            let name = || heading.map_or_else(|| letters(cell.column).into(), |heading| table.cell_name(row, heading));
            hit(text, query, &name, &cell.range);
        }
    }
    [true, false].iter().filter_map(|lost| hits.remove(lost).map(|hits| damage_fault(table, *lost, hits))).collect()
}

/// Returns whether the table is in an encoding that has no letters of most languages of records.
fn is_narrow(table: &Table) -> bool {
    matches!(table.origin, Origin::Text { encoding: encoding::Encoding::Windows1251, .. })
}

fn damage_fault(table: &Table, lost: bool, hits: Vec<(Arg, Range<usize>, String)>) -> Fault {
    let number = hits.len() - 1;
    let mut hits = hits.into_iter();
    let Some((cell, range, word)) = hits.next() else { return Fault::of_file(words::LETTERS_LOST, vec![]) };
    let entry = if lost { words::LETTERS_LOST } else { words::LETTERS_GARBLED };
    let others: Vec<String> = hits.take(5).map(|(.., word)| shorten(&word)).collect();
    let others = match number {
        0 => (&messages::NOTHING).into(),
        _ => messages::AND_OTHERS.of(vec![("number", number.into()), ("cells", quoted(&others))]),
    };
    let why = if is_narrow(table) { &messages::LOST_1251 } else { &messages::LOST_BEFORE };
    let values = vec![("cell", cell), ("word", shorten(&word).into()), ("others", others), ("why", why.into())];
    Fault::at(entry, range, values)
}

fn is_garbled(word: &str) -> bool {
    // The sign of an unreadable letter, itself read in the wrong encoding.
    word.contains("пїЅ")
        || word.contains("ï¿½")
        || was_utf8(word, WINDOWS_1251)
        || was_utf8(word, WINDOWS_1252)
        || was_windows_1251(word)
}

/// Returns whether a word becomes one of other letters when the encoding in which it was wrongly read is taken back.
fn was_utf8(word: &str, wrong: &'static Encoding) -> bool {
    let (bytes, _, lossy) = wrong.encode(word);
    let (mut right, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    !lossy && right > 2 && broken * 2 <= right
}

/// Returns whether a word is Russian read as Western: a row of letters with accents, as no Western word has.
fn was_windows_1251(word: &str) -> bool {
    let accents = |c: char| matches!(c, '\u{C0}'..='\u{FF}');
    word.split(|c| !accents(c)).any(|row| row.chars().count() > 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn find_sees_letters_that_are_lost() {
        for text in [
            "?аза?стан",
            "То?икистон",
            "T?rkmenistan",
            "село ??? было",
            "????",
            "(?аза?стан)",
            "О?збекистон",
            "«??», село",
        ] {
            assert_eq!(find(text, Query::Question, false).map(|(damage, _)| damage), Some(Mojibake::Lost), "{text}");
        }
    }

    #[test]
    fn find_leaves_questions_and_addresses_alone() {
        for text in [
            "Кто вырыл колодец?",
            "Who dug it? Nobody.",
            "«Кто?» — спросили в селе",
            "(?)",
            "?",
            "2015?",
            "2015?/2016?",
            "Really?!",
            "Why?Because it was dry.",
            "https://example.org/wells?id=3&lang=ru",
            "example.org/wells?id=3",
            "Қазақстан, Тоҷикистон, Türkmenistan, Oʻzbekiston",
            "Ёлка её вьёт; пункт «В»",
            "naïve café, Dvořák, Žižkov, Türkmenabat, Ürümçi",
            "N°5 — 40 °C ± 2",
        ] {
            assert_eq!(find(text, Query::Doubtful, false), None, "{text}");
        }
    }

    #[test]
    fn find_sees_letters_read_in_the_wrong_encoding() {
        for text in ["РЎС‚Р°С‚СЊСЏ", "Ð¡Ñ‚Ð°Ñ‚ÑŒÑ", "пїЅ", "ï¿½", "село \u{FFFD}", "Êàçàõñòàí", "Ò›Ð°Ð·Ð°Ò›"]
        {
            assert_eq!(find(text, Query::Question, false).map(|(damage, _)| damage), Some(Mojibake::Garbled), "{text}");
        }
    }

    #[test]
    fn find_sees_letters_lost_at_the_end_of_words() {
        let lost = |text, query| find(text, query, false).map(|(_, word)| word.to_owned());
        for text in ["давлат? барои", "Жен? адам", "Hak? bilen"] {
            assert!(lost(text, Query::Doubtful).is_some() && lost(text, Query::Letter).is_some(), "{text}");
            assert_eq!(lost(text, Query::Question), None, "{text}");
        }
        for text in ["милл?", "Елш? Келд?", "«милл?»", "милл?, давлат", "милл?-давлат"]
        {
            assert!(lost(text, Query::Letter).is_some(), "{text}");
            assert_eq!(lost(text, Query::Doubtful), None, "{text}");
        }
        for text in ["2015?", "?", "example.org/a?b=c", "«?» белгісі", "Кто? Никто"] {
            assert_eq!(lost(text, Query::Doubtful), None, "{text}");
        }
        assert_eq!(lost("2015? ?", Query::Letter), None);
    }

    #[test]
    fn find_names_the_word() {
        assert_eq!(find("Село То?икистон верхнее", Query::Question, false), Some((Mojibake::Lost, "То?икистон")));
    }
}
