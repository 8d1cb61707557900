//! Numbers, dates, words of a choice, true and false: a cell → the value of a field, or what to write in its place. What people mean by
//! what they write, [`crate::written`] says, as it does to the checks.

use super::cell::{DIGITS_LOST, Place, word};
use super::fault::Fault;
use super::messages;
use super::shown::{digits_of, shorten};
use super::table::{Content, Look, OddDate};
use crate::diag::codes::tables as words;
use crate::diag::{Arg, Message};
use crate::record::Node;
use crate::record::edtf::{self, Date};
use crate::written::dates::{self, Reading as DateReading};
use crate::written::numbers::{self, Reading as NumberReading};

/// Reads a word of a choice.
pub fn chosen(place: &Place<'_>, choice: &[String]) -> Result<Node, Fault> {
    let word = word(place, &messages::IS_CHOICE)?;
    if choice.contains(&word) {
        return Ok(Node::of_text(word));
    }
    let hint = match super::nearest::nearest(&word, choice.iter().map(String::as_str)) {
        Some(near) => messages::DID_YOU_MEAN.of(vec![("name", near.into())]),
        None => messages::NAMES_ARE.of(vec![("names", choice.join(", ").into())]),
    };
    Err(place.odd(words::CHOICE_UNKNOWN, &word, hint))
}

/// Returns the digits of a number cell, or the text of a text cell.
fn digits(place: &Place<'_>) -> Result<String, Fault> {
    match &place.cell.content {
        Content::Text(text) => Ok(text.trim().to_owned()),
        Content::Number { look: Look::Percent, .. } => {
            Err(place.number(&messages::NUMBER_PERCENT, &messages::NUMBER_PLAIN))
        }
        Content::Number { value, .. } if value.abs() >= DIGITS_LOST => {
            Err(place.number(&messages::NUMBER_DIGITS, &messages::NUMBER_AS_TEXT))
        }
        Content::Number { value, .. } => Ok(digits_of(*value)),
        _ => Err(place.wrong_type(&messages::IS_NUMBER)),
    }
}

/// Reads a whole number.
pub fn whole(place: &Place<'_>) -> Result<Node, Fault> {
    if let Content::Number { value, look } = &place.cell.content
        && value.fract() != 0.0
        && *look != Look::Percent
    {
        return Err(place.number(&messages::NUMBER_WHOLE, &messages::NUMBER_ROUND));
    }
    let digits = digits(place)?;
    if numbers::is_decimal(&digits) && digits.parse::<i64>().is_ok() {
        return Ok(Node::of_plain(digits));
    }
    let hint = match numbers::number(&digits) {
        // A fraction is no reading of a whole number.
        NumberReading::Either(number, _) | NumberReading::Ambiguous(number, _) => write(number),
        NumberReading::Separated(number) | NumberReading::Notation(Some(number)) if number.contains('.') => {
            (&messages::NUMBER_ROUND).into()
        }
        NumberReading::Separated(number) | NumberReading::Notation(Some(number)) if number.parse::<i64>().is_err() => {
            (&messages::NUMBER_TOO_LONG).into()
        }
        NumberReading::Right if digits.contains('.') => (&messages::NUMBER_ROUND).into(),
        NumberReading::Right => (&messages::NUMBER_TOO_LONG).into(),
        reading => number_hint(reading, &messages::NUMBER_FORMS),
    };
    Err(place.odd(words::NUMBER_WRITTEN, &digits, hint))
}

/// Reads a number.
pub fn number(place: &Place<'_>) -> Result<Node, Fault> {
    let digits = digits(place)?;
    if numbers::is_decimal(&digits) {
        return Ok(Node::of_plain(digits));
    }
    let hint = number_hint(numbers::number(&digits), &messages::NUMBER_FORMS);
    Err(place.odd(words::NUMBER_WRITTEN, &digits, hint))
}

/// Reads a number with its sign of precision.
pub fn quantity(place: &Place<'_>) -> Result<Node, Fault> {
    let digits = digits(place)?;
    if numbers::is_decimal(&digits) && !digits.starts_with('-') {
        return Ok(Node::of_plain(digits));
    }
    if numbers::is_quantity(&digits) {
        return Ok(Node::of_text(digits));
    }
    let hint = number_hint(numbers::quantity(&digits), &messages::QUANTITY_FORMS);
    Err(place.odd(words::NUMBER_WRITTEN, &digits, hint))
}

fn number_hint(reading: NumberReading, forms: &'static Message) -> Arg {
    match reading {
        NumberReading::Separated(number) | NumberReading::Worded(number) | NumberReading::Notation(Some(number)) => {
            write(number)
        }
        NumberReading::Either(first, second) | NumberReading::Ambiguous(first, second) => {
            messages::WRITE_ONE_OF.of(vec![("first", first.into()), ("second", second.into())])
        }
        NumberReading::Negative => (&messages::NUMBER_BELOW_ZERO).into(),
        NumberReading::Right | NumberReading::Notation(None) | NumberReading::None => forms.into(),
    }
}

fn write(value: String) -> Arg {
    messages::WRITE.of(vec![("value", value.into())])
}

/// Reads true or false.
pub fn truth(place: &Place<'_>) -> Result<Node, Fault> {
    match &place.cell.content {
        Content::Truth(truth) => Ok(Node::of_plain(truth.to_string())),
        Content::Text(text) => match text.trim().to_lowercase().as_str() {
            "true" | "истина" => Ok(Node::of_plain("true".to_owned())),
            "false" | "ложь" => Ok(Node::of_plain("false".to_owned())),
            _ => Err(place.fault(words::TRUTH_WRITTEN, vec![("value", shorten(text).into())])),
        },
        Content::Number { .. } => {
            Err(place.fault(words::TRUTH_WRITTEN, vec![("value", place.cell.content.shown().into())]))
        }
        _ => Err(place.wrong_type(&messages::IS_TRUTH)),
    }
}

/// Reads a date.
pub fn date(place: &Place<'_>) -> Result<Node, Fault> {
    let text = match &place.cell.content {
        Content::Day(day) => return Ok(Node::of_plain(day.to_string())),
        Content::Odd(odd) => return Err(odd_date(place, *odd)),
        Content::Text(text) => text.trim().to_owned(),
        Content::Number { value, look: Look::Plain | Look::Other } => digits_of(*value),
        Content::Number { .. } => return Err(place.number(&messages::NUMBER_PERCENT, &messages::NUMBER_PLAIN)),
        _ => return Err(place.wrong_type(&messages::IS_DATE)),
    };
    match Date::parse(&text) {
        Ok(_) => Ok(Node::of_plain(text)),
        Err(fault) => Err(place.odd(words::DATE_WRITTEN, &text, date_hint(dates::read(&text), fault))),
    }
}

fn date_hint(reading: DateReading, fault: edtf::Fault) -> Arg {
    let dates = |message: &'static Message, dates: &[String]| message.of(vec![("dates", messages::either(dates))]);
    match reading {
        DateReading::One(date) => write(date),
        DateReading::Several(several) => dates(&messages::DATE_SEVERAL, &several),
        DateReading::Century(possible) if possible.is_empty() => (&messages::DATE_CENTURY).into(),
        DateReading::Century(possible) => dates(&messages::DATE_CENTURY_OF, &possible),
        DateReading::Serial(day) => messages::DATE_SERIAL.of(vec![("value", day.into())]),
        DateReading::Digits { letters, date } => {
            messages::DATE_DIGITS.of(vec![("letters", letters.into()), ("date", date.into())])
        }
        DateReading::Half { start, end } => messages::half_of_period(start.as_deref(), end.as_deref()),
        DateReading::NoDay => (&messages::DATE_NO_DAY).into(),
        DateReading::None => match fault {
            edtf::Fault::Form => (&messages::DATE_WRITE).into(),
            edtf::Fault::Calendar => (&messages::DATE_NO_DAY).into(),
            edtf::Fault::Order => (&messages::DATE_BACKWARDS).into(),
        },
    }
}

fn odd_date(place: &Place<'_>, odd: OddDate) -> Fault {
    let typed = |value: String| messages::TYPE_AS_TEXT.of(vec![("value", value.into())]);
    let (found, hint) = match odd {
        OddDate::Moment(day) => (&messages::ODD_MOMENT, typed(day.to_string())),
        OddDate::Month(day) => (&messages::ODD_MONTH, typed(format!("{:04}-{:02}", day.year, day.month))),
        OddDate::Year(day) => (&messages::ODD_YEAR, typed(format!("{:04}", day.year))),
        OddDate::NoYear(_) => (&messages::ODD_NO_YEAR, (&messages::DATE_WRITE).into()),
        OddDate::Time => (&messages::ODD_TIME, (&messages::DATE_WRITE).into()),
        OddDate::Early => (&messages::ODD_EARLY, (&messages::DATE_WRITE).into()),
        OddDate::None => (&messages::ODD_NONE, (&messages::DATE_WRITE).into()),
    };
    place.fault(words::DATE_CELL, vec![("found", found.into()), ("hint", hint)])
}
