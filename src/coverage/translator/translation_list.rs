//! The table that comes back, in words: what read it, and from what, is no matter here.

use super::super::spreadsheet;
use crate::diag::{Code, MessageArgs, codes::tables as words};
use crate::record::Language;

/// The columns of a list beside the one for the translation, which is named after its language.
pub const COLUMNS: [&str; 7] = ["kind", "record", "pointer", "field", "from", "original", "fingerprint"];

/// A table.
#[derive(Debug, Default)]
pub struct TranslationList {
    /// The headings, by column.
    pub headings: Vec<String>,
    /// The rows below them.
    pub lines: Vec<Line>,
}

/// A row of a table.
#[derive(Debug)]
pub struct Line {
    /// The number that the person sees: the row of a list, or the line of a text.
    pub number: usize,
    /// Which row it is, counted from 0 as its reader counts them.
    pub row: usize,
    /// Its cells, by column.
    pub cells: Vec<String>,
}

/// Why a table is no list of translations. Returned by [`Columns::of`].
#[derive(Debug, PartialEq, Eq)]
pub struct Unusable {
    /// What is wrong.
    pub code: &'static Code,
    /// The values of the case.
    pub values: MessageArgs,
    /// The column that it speaks of, and the one that was there first.
    pub columns: Option<(usize, usize)>,
}

/// Which column holds what.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    pub(super) kind: usize,
    pub(super) record: usize,
    pub(super) pointer: usize,
    pub(super) from: usize,
    pub(super) fingerprint: usize,
    /// The originals.
    pub original: usize,
    /// The translations.
    pub translation: usize,
    /// Their language.
    pub language: Language,
}

impl Line {
    /// Returns the words of a cell; a spreadsheet's guard against formulas is taken off.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map(|cell| spreadsheet::restored(cell).trim()).unwrap_or_default()
    }
}

impl Columns {
    /// Finds the columns of a list.
    ///
    /// # Errors
    /// Returns why the table is no such list.
    pub fn of(list: &TranslationList) -> Result<Self, Unusable> {
        let [kind, record, pointer, _, from, original, fingerprint] = COLUMNS;
        let language = |heading: &str| Language::from_code(&heading.trim().to_ascii_lowercase());
        let mut codes = list.headings.iter().enumerate().filter_map(|(at, heading)| Some((at, language(heading)?)));
        let unusable = |code, columns| Unusable { code, values: vec![], columns };
        let (first, language) = codes.next().ok_or_else(|| unusable(words::TRANSLATION_LANGUAGE, None))?;
        if let Some((column, _)) = codes.find(|(_, other)| *other != language) {
            return Err(unusable(words::TRANSLATION_LANGUAGES, Some((column, first))));
        }
        let column = |name| column(list, name, language);
        Ok(Self {
            kind: column(kind)?,
            record: column(record)?,
            pointer: column(pointer)?,
            from: column(from)?,
            original: column(original)?,
            fingerprint: column(fingerprint)?,
            translation: column(language.code())?,
            language,
        })
    }
}

/// Returns the place of a column.
fn column(list: &TranslationList, name: &str, language: Language) -> Result<usize, Unusable> {
    let mut found = list.headings.iter().enumerate().filter(|(_, heading)| heading.trim().eq_ignore_ascii_case(name));
    let Some((place, _)) = found.next() else {
        let values = vec![("name", name.into()), ("language", language.code().into())];
        return Err(Unusable { code: words::TRANSLATION_COLUMN_MISSING, values, columns: None });
    };
    match found.next() {
        Some((second, _)) => {
            Err(Unusable { code: words::TRANSLATION_COLUMN_TWICE, values: vec![], columns: Some((second, place)) })
        }
        None => Ok(place),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(headings: &[&str]) -> Result<Columns, Unusable> {
        Columns::of(&TranslationList {
            headings: headings.iter().map(|heading| (*heading).to_owned()).collect(),
            lines: vec![],
        })
    }

    #[test]
    fn columns_are_found_by_their_headings_in_any_order() {
        let found = columns(&["fingerprint", "", " UZ ", "Kind", "record", "from", "pointer", "original"]).unwrap();
        assert_eq!((found.fingerprint, found.translation, found.kind, found.language), (0, 2, 3, Language::Uz));
    }

    #[test]
    fn columns_in_doubt_are_refused() {
        for (headings, entry, places) in [
            (&["kind", "record"][..], words::TRANSLATION_LANGUAGE, None),
            (&["kind", "uz", "kk"], words::TRANSLATION_LANGUAGES, Some((2, 1))),
            (&["kind", "record", "pointer", "from", "uz"], words::TRANSLATION_COLUMN_MISSING, None),
            (&["kind", "Kind", "uz"], words::TRANSLATION_COLUMN_TWICE, Some((1, 0))),
        ] {
            let refused = columns(headings).unwrap_err();
            assert_eq!((refused.code, refused.columns), (entry, places), "{headings:?}");
        }
    }
}
