//! How a workbook shows its numbers: whether a style shows a date, a time, a percentage or a number, and how much of a date.

use std::collections::HashMap;

use super::super::table::Look;
use super::xml::{Broken, Document, Piece};

/// What a style makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A number.
    Number(Look),
    /// A date.
    Date(Parts),
    /// A time without a date.
    Time,
}

/// What a style shows of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts {
    /// The year.
    pub year: bool,
    /// The month.
    pub month: bool,
    /// The day of the month.
    pub day: bool,
}

/// Reads the styles of cells, in the order in which cells number them.
///
/// # Errors
/// Returns [`Broken`] where the part is no XML.
pub fn read(text: &str) -> Result<Vec<Style>, Broken> {
    let mut own: HashMap<u32, String> = HashMap::new();
    let mut styles = Vec::new();
    let mut in_cells = false;
    let mut document = Document::new(text);
    while let Some(piece) = document.next()? {
        match piece {
            Piece::Open(element) => match element.name.as_str() {
                "numFmt" => {
                    let id = element.attribute("numFmtId").and_then(|id| id.parse().ok());
                    own.extend(id.zip(element.attribute("formatCode")));
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let id = element.attribute("numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                    styles.push(own.get(&id).map_or_else(|| built_in(id), |code| of_code(code)));
                }
                _ => {}
            },
            Piece::Close(name) => in_cells &= name != "cellXfs",
            Piece::Text(_) => {}
        }
    }
    Ok(styles)
}

/// Returns the style of a number that every workbook knows without saying it (ECMA-376, 18.8.30).
fn built_in(id: u32) -> Style {
    let whole = Parts { year: true, month: true, day: true };
    match id {
        0 | 1 | 49 => Style::Number(Look::Plain),
        9 | 10 => Style::Number(Look::Percent),
        14 | 15 | 22 | 27..=31 | 36 | 50 | 52..=54 | 57 | 58 => Style::Date(whole),
        16 => Style::Date(Parts { year: false, month: true, day: true }),
        17 => Style::Date(Parts { year: true, month: true, day: false }),
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => Style::Time,
        _ => Style::Number(Look::Other),
    }
}

/// Reads a code such as `dd\.mm\.yyyy` or `0.0%`. Its first section counts; letters in quotes and after a backslash are only shown.
fn of_code(code: &str) -> Style {
    let signs = signs(code);
    if signs.contains("general") || matches!(signs.as_str(), "0" | "@" | "") {
        return Style::Number(Look::Plain);
    }
    let has = |letter: char| signs.contains(letter);
    let month = has('m') || has('м');
    let parts = Parts { year: has('y') || has('г'), month, day: has('d') || has('д') };
    let clock = has('h') || has('s') || has('ч') || has('с');
    match () {
        () if parts.year || parts.day => Style::Date(parts),
        () if clock => Style::Time,
        () if month => Style::Date(parts),
        () if has('%') => Style::Number(Look::Percent),
        () => Style::Number(Look::Other),
    }
}

/// Returns the signs of a code that mean something, in small letters.
fn signs(code: &str) -> String {
    let mut out = String::new();
    let mut letters = code.chars();
    while let Some(c) = letters.next() {
        match c {
            '"' => letters.by_ref().take_while(|c| *c != '"').for_each(drop),
            '[' => {
                let inner: String = letters.by_ref().take_while(|c| *c != ']').collect();
                let inner = inner.to_lowercase();
                // Hours, minutes or seconds beyond the clock; all else in brackets is colour, condition or place.
                if !inner.is_empty() && inner.chars().all(|c| "hms".contains(c)) {
                    out.push('h');
                }
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            ';' => break,
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_code_knows_dates_by_their_letters_only() {
        let whole = Style::Date(Parts { year: true, month: true, day: true });
        for code in ["dd\\.mm\\.yyyy", "yyyy-mm-dd", "[$-419]d mmmm yyyy\\ \"г.\";@", "m/d/yy h:mm", "dd.mm.yyyy;@"] {
            assert_eq!(of_code(code), whole, "{code}");
        }
        assert_eq!(of_code("mmm yyyy"), Style::Date(Parts { year: true, month: true, day: false }));
        assert_eq!(of_code("d mmm"), Style::Date(Parts { year: false, month: true, day: true }));
        assert_eq!(of_code("[h]:mm:ss"), Style::Time);
        assert_eq!(of_code("mm:ss"), Style::Time);
        for code in ["0.00\"d\"", "#,##0\\ \"дней\"", "[Red]0.0", "000", "0.00E+00"] {
            assert_eq!(of_code(code), Style::Number(Look::Other), "{code}");
        }
        for code in ["General", "0", "@", "[$-409]General"] {
            assert_eq!(of_code(code), Style::Number(Look::Plain), "{code}");
        }
        assert_eq!(of_code("0.0%"), Style::Number(Look::Percent));
        assert_eq!(of_code("\"never closed"), Style::Number(Look::Plain));
    }
}
