//! A cell and what its messages call it: the words in it, or why it has none.

use super::fault::Fault;
use super::messages;
use super::shown::shorten;
use super::table::{Cell, Content, Look, OddDate};
use crate::diag::codes::tables as words;
use crate::diag::{Arg, Code, Message, MessageArgs};
use crate::written::numbers::is_scientific;

/// From this number on a spreadsheet keeps fewer digits than were typed.
pub const DIGITS_LOST: f64 = 1e15;

/// A cell with what its messages call it.
pub struct Place<'a> {
    /// The cell.
    pub cell: &'a Cell,
    /// Its name.
    pub name: Arg,
}

impl Place<'_> {
    /// Returns a fault of this cell.
    pub fn fault(&self, code: &'static Code, values: MessageArgs) -> Fault {
        let values = [vec![("cell", self.name.clone())], values].concat();
        Fault::at(code, self.cell.range.clone(), values)
    }

    /// Returns the fault of a value in another form, with what to do about it.
    pub fn odd(&self, code: &'static Code, value: &str, hint: Arg) -> Fault {
        self.fault(code, vec![("value", shorten(value).into()), ("hint", hint)])
    }

    /// Returns the fault of a value of another type.
    pub fn wrong_type(&self, expected: &'static Message) -> Fault {
        let found = match &self.cell.content {
            Content::Number { .. } => &messages::IS_NUMBER,
            Content::Truth(_) => &messages::IS_TRUTH,
            Content::Odd(OddDate::Time) => &messages::IS_TIME,
            Content::Day(_) | Content::Odd(_) => &messages::IS_DATE,
            _ => &messages::IS_TEXT,
        };
        let value = shorten(&self.cell.content.shown());
        self.fault(
            words::CELL_TYPE,
            vec![("expected", expected.into()), ("found", found.into()), ("value", value.into())],
        )
    }

    /// Returns the fault of a number that cannot be taken as it is.
    pub fn number(&self, found: &'static Message, hint: &'static Message) -> Fault {
        let value = self.cell.content.shown();
        self.fault(words::NUMBER_CELL, vec![("value", value.into()), ("found", found.into()), ("hint", hint.into())])
    }
}

/// Returns the words of a cell, in as many lines as they have.
///
/// # Errors
/// Returns why they cannot be taken for certain.
pub fn words_of(place: &Place<'_>) -> Result<String, Fault> {
    unreadable(place).map_or(Ok(()), Err)?;
    text(place, true)
}

/// Returns the fault of a cell that holds no value at all.
pub fn unreadable(place: &Place<'_>) -> Option<Fault> {
    let value = |text: &str| vec![("value", Arg::from(shorten(text)))];
    match &place.cell.content {
        Content::Failed(error) => Some(place.fault(words::CELL_FAILED, value(error))),
        Content::Pending => Some(place.fault(words::CELL_PENDING, vec![])),
        Content::Text(text) => {
            let text = text.trim();
            if is_failure(text) {
                return Some(place.fault(words::CELL_FAILED, value(text)));
            }
            if is_placeholder(text) {
                return Some(place.fault(words::CELL_PLACEHOLDER, value(text)));
            }
            let control = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t'))?;
            Some(place.fault(words::CELL_CONTROL, vec![("code", format!("{:04X}", control as u32).into())]))
        }
        _ => None,
    }
}

/// Returns whether a text is what a spreadsheet shows for a failed formula, in English or Russian, or for a column too narrow.
fn is_failure(text: &str) -> bool {
    const FAILURES: [&str; 16] = [
        "#REF!",
        "#N/A",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#ССЫЛКА!",
        "#Н/Д",
        "#ЗНАЧ!",
        "#ДЕЛ/0!",
        "#ИМЯ?",
        "#ЧИСЛО!",
        "#ПУСТО!",
    ];
    FAILURES.contains(&text) || (text.len() > 2 && text.bytes().all(|b| b == b'#'))
}

/// Returns whether a text says that there is nothing.
fn is_placeholder(text: &str) -> bool {
    matches!(text, "-" | "–" | "—" | "?" | "." | "…" | "...")
        || matches!(text.to_lowercase().as_str(), "n/a" | "н/д" | "null" | "n.a." | "н.д.")
}

/// Reads free text, in several lines where the field takes them.
pub fn text(place: &Place<'_>, lines: bool) -> Result<String, Fault> {
    match &place.cell.content {
        Content::Text(text) => {
            let text = text.trim();
            // What a spreadsheet writes into CSV for a number too long to show; the rest of its digits is lost.
            if is_scientific(text) && text.contains("E+") {
                return Err(place.number(&messages::NUMBER_SCIENTIFIC, &messages::NUMBER_AS_TEXT));
            }
            if !lines && text.contains('\n') {
                return Err(place.fault(words::TEXT_LINE_BREAK, vec![("value", shorten(text).into())]));
            }
            Ok(text.to_owned())
        }
        Content::Number { value, .. } if value.abs() >= DIGITS_LOST => {
            Err(place.number(&messages::NUMBER_DIGITS, &messages::NUMBER_AS_TEXT))
        }
        Content::Number { look: Look::Plain, .. } => Ok(place.cell.content.shown()),
        Content::Number { .. } => Err(place.number(&messages::NUMBER_LOOK, &messages::NUMBER_AS_TEXT)),
        _ => Err(place.wrong_type(&messages::IS_TEXT)),
    }
}

/// Reads a word, an id or a name.
pub fn word(place: &Place<'_>, expected: &'static Message) -> Result<String, Fault> {
    match &place.cell.content {
        Content::Text(text) if is_scientific(text.trim()) => {
            Err(place.number(&messages::NUMBER_SCIENTIFIC, &messages::NUMBER_AS_TEXT))
        }
        Content::Text(_) | Content::Number { .. } => text(place, false),
        _ => Err(place.wrong_type(expected)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(content: Content) -> [bool; 2] {
        let cell = Cell { column: 0, content, range: 0..0 };
        let place = Place { cell: &cell, name: "A2".into() };
        let is_damage = |result: Result<String, Fault>| result.is_err_and(|fault| fault.code == words::NUMBER_CELL);
        [is_damage(text(&place, true)), is_damage(word(&place, &messages::IS_TEXT))]
    }

    #[test]
    fn a_number_that_lost_digits_is_no_text_and_no_id() {
        for value in [12_345_678_901_234_567_890.0, -1e15, 1e300] {
            assert_eq!(refused(Content::Number { value, look: Look::Plain }), [true; 2], "{value}");
        }
        assert_eq!(refused(Content::Number { value: 123_456_789_012_345.0, look: Look::Plain }), [false; 2]);
        for (text, of) in
            [("1.23457E+19", [true; 2]), ("1,2E+05", [true; 2]), ("1e5", [false, true]), ("e5", [false; 2])]
        {
            assert_eq!(refused(Content::Text(text.to_owned())), of, "{text}");
        }
    }
}
