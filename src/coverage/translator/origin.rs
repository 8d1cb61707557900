//! Whether a row is still whole: its original is that of its fingerprint, and the record has it. A sheet of which some columns were sorted
//! without the others gives a translation to another record.

use super::super::messages;
use super::cell::{Doubt, shortened, tidy};
use super::fingerprint::fingerprint;
use super::translation_list::{COLUMNS, Columns, Line};
use crate::diag::codes::tables as words;
use crate::record::Language;

/// Returns the original of a row as the record has it; the record's text is asked for by its language.
///
/// # Errors
/// Returns why the row cannot be taken: its cells are not those of the list, not of one row, or the record has changed.
pub fn of<'t>(
    line: &Line,
    columns: &Columns,
    text: impl FnOnce(Language) -> Option<&'t str>,
) -> Result<&'t str, Doubt> {
    let damaged = |column: &str, value: &str| {
        let values = vec![("column", column.into()), ("value", shortened(value).into())];
        (words::TRANSLATION_ROW_DAMAGED, values)
    };
    let (from, print, shown) = (line.cell(columns.from), line.cell(columns.fingerprint), line.cell(columns.original));
    let [.., from_name, _, print_name] = COLUMNS;
    let language = Language::from_code(from).ok_or_else(|| damaged(from_name, from))?;
    if !is_fingerprint(print) {
        return Err(damaged(print_name, print));
    }
    let misaligned = || (words::TRANSLATION_MISALIGNED, vec![("text", shortened(shown).into())]);
    match text(language).map(str::trim_end) {
        Some(original) if fingerprint(original) == print => {
            if same(original, shown) {
                Ok(original)
            } else {
                Err(misaligned())
            }
        }
        _ if ![shown, &tidy(shown)].into_iter().any(|shown| fingerprint(shown) == print) => Err(misaligned()),
        now => {
            let now =
                now.map_or_else(|| "".into(), |now| messages::NOW_READS.of(vec![("text", shortened(now).into())]));
            Err((words::TRANSLATION_OUTDATED, vec![("now", now)]))
        }
    }
}

/// Returns whether a text has the form of a fingerprint.
fn is_fingerprint(text: &str) -> bool {
    text.strip_prefix("sha256:")
        .is_some_and(|digits| digits.len() == 64 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Returns whether two texts have the same words: spaces and line ends come and go with programs.
fn same(original: &str, shown: &str) -> bool {
    original.split_whitespace().eq(shown.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::super::translation_list::TranslationList;
    use super::*;
    use crate::diag::Code;

    fn code(from: &str, original: &str, print: &str, now: Option<&'static str>) -> Option<&'static Code> {
        let headings = ["kind", "record", "pointer", "from", "original", "uz", "fingerprint"];
        let list = TranslationList { headings: headings.map(str::to_owned).to_vec(), lines: vec![] };
        let columns = Columns::of(&list).unwrap();
        let cells = ["well", "a", "/name", from, original, "x", print].map(str::to_owned).to_vec();
        of(&Line { number: 2, row: 0, cells }, &columns, |_| now).err().map(|(entry, _)| entry)
    }

    #[test]
    fn of_takes_what_spreadsheets_make_of_an_original() {
        let print = fingerprint("One.\n\nTwo.");
        for original in ["One.\n\nTwo.", "One.\r\n\r\nTwo. ", " One. \n\nTwo.\n"] {
            assert_eq!(code("en", original, &print, Some("One.\n\nTwo.\n")), None, "{original:?}");
        }
        assert_eq!(code("en", "'=One", &fingerprint("=One"), Some("=One")), None, "a guard against formulas");
    }

    #[test]
    fn of_refuses_rows_whose_cells_come_from_several() {
        let (one, two) = (fingerprint("One"), fingerprint("Two"));
        assert_eq!(code("en", "Two", &one, Some("One")), Some(words::TRANSLATION_MISALIGNED));
        assert_eq!(code("en", "One", &two, Some("One")), Some(words::TRANSLATION_MISALIGNED));
        assert_eq!(code("en", "", &one, Some("One")), Some(words::TRANSLATION_MISALIGNED));
        assert_eq!(code("en", "Two", &one, Some("Three")), Some(words::TRANSLATION_MISALIGNED));
        assert_eq!(code("en", "One", &one, Some("Three")), Some(words::TRANSLATION_OUTDATED));
        assert_eq!(code("en", "One", &one, None), Some(words::TRANSLATION_OUTDATED));
    }

    #[test]
    fn of_names_the_cell_that_the_list_did_not_have() {
        let one = fingerprint("One");
        for (from, print) in [("en", ""), ("en", "sha256:12"), ("en", &one[..70]), ("", &one), ("English", &one)] {
            assert_eq!(code(from, "One", print, Some("One")), Some(words::TRANSLATION_ROW_DAMAGED), "{from} {print}");
        }
    }
}
