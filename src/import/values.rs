//! A cell → the value of a field, or the reason why it cannot be told for certain.

use std::cell::RefCell;
use std::collections::HashSet;

use super::columns::Leaf;
use super::name_index::{Found, NameIndex};
use super::record::Value;
use super::table::{Cell, Content, Look, OddDate};
use super::{Arg, Fault, Message, MessageArgs, dates, messages, numbers, shorten, shown, words};
use crate::record::edtf::Date;
use crate::record::quantity::Quantity;
use crate::schema::{Reference, Shape};
use crate::store::claim_reference;

/// Reads cells.
pub struct Reader<'a> {
    /// The records by name.
    pub labels: NameIndex<'a>,
    /// The ids of the table's own records, and their kind.
    pub own: (HashSet<String>, &'a str),
    /// The records that were found by name: the words and the id.
    pub found: RefCell<Vec<(String, String)>>,
}

/// A cell with what its messages call it.
pub struct Place<'a> {
    /// The cell.
    pub cell: &'a Cell,
    /// Its name.
    pub name: Arg,
}

impl Place<'_> {
    /// Returns a fault of this cell.
    pub fn fault(&self, entry: &'static super::Code, values: MessageArgs) -> Fault {
        let values = [vec![("cell", self.name.clone())], values].concat();
        Fault::at(entry, self.cell.range.clone(), values)
    }

    fn odd(&self, entry: &'static super::Code, value: &str, hint: Arg) -> Fault {
        self.fault(entry, vec![("value", shorten(value).into()), ("hint", hint)])
    }

    fn wrong_type(&self, expected: &'static Message) -> Fault {
        let found = match &self.cell.content {
            Content::Number { .. } => &messages::IS_NUMBER,
            Content::Truth(_) => &messages::IS_TRUTH,
            Content::Odd(OddDate::Time) => &messages::IS_TIME,
            Content::Day(_) | Content::Odd(_) => &messages::IS_DATE,
            _ => &messages::IS_TEXT,
        };
        let value = shorten(&shown(&self.cell.content));
        self.fault(
            words::CELL_TYPE,
            vec![("expected", expected.into()), ("found", found.into()), ("value", value.into())],
        )
    }

    fn number(&self, found: &'static Message, hint: &'static Message) -> Fault {
        let value = shown(&self.cell.content);
        self.fault(words::NUMBER_CELL, vec![("value", value.into()), ("found", found.into()), ("hint", hint.into())])
    }
}

impl Reader<'_> {
    /// Returns the value that a cell gives a field.
    ///
    /// # Errors
    /// Returns every reason why it gives none.
    pub fn value(&self, place: &Place<'_>, leaf: &Leaf<'_>) -> Result<Value, Vec<Fault>> {
        unreadable(place).map_or(Ok(()), |fault| Err(vec![fault]))?;
        let one = |result: Result<Value, Fault>| result.map_err(|fault| vec![fault]);
        match leaf {
            Leaf::Text { markdown, .. } => one(text(place, *markdown).map(Value::Text)),
            Leaf::Claim => {
                one(word(place, &messages::IS_REFERENCE).and_then(|t| self.reference(place, &t, claim_reference())))
            }
            Leaf::Value(Shape::List { items, .. }) => self.list(place, items),
            Leaf::Value(shape) => one(self.scalar(place, shape)),
        }
    }

    fn list(&self, place: &Place<'_>, items: &Shape) -> Result<Value, Vec<Fault>> {
        let Content::Text(text) = &place.cell.content else {
            return self.scalar(place, items).map(|value| Value::List(vec![value])).map_err(|fault| vec![fault]);
        };
        let parts: Vec<&str> = text.trim().trim_end_matches(';').split([';', '\n']).map(str::trim).collect();
        if parts.iter().any(|part| part.is_empty()) {
            return Err(vec![place.fault(words::ENTRY_EMPTY, vec![("value", shorten(text).into())])]);
        }
        let (mut values, mut faults) = (Vec::new(), Vec::new());
        for part in parts {
            let content = Content::Text(part.to_owned());
            let cell = Cell { column: place.cell.column, content, range: place.cell.range.clone() };
            match self.scalar(&Place { cell: &cell, name: place.name.clone() }, items) {
                Ok(value) => values.push(value),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(Value::List(values)) } else { Err(faults) }
    }

    fn scalar(&self, place: &Place<'_>, shape: &Shape) -> Result<Value, Fault> {
        match shape.inner() {
            Shape::Text { pattern: Some(_) } | Shape::Marking => word(place, &messages::IS_TEXT).map(Value::Word),
            Shape::Text { pattern: None } => text(place, false).map(Value::Text),
            Shape::Choice(choice) => chosen(place, choice),
            Shape::Integer { .. } => whole(place),
            Shape::Number => number(place),
            Shape::Quantity => quantity(place),
            Shape::Bool => truth(place),
            Shape::Date => date(place),
            Shape::Reference(reference) => {
                let text = word(place, &messages::IS_REFERENCE)?;
                self.reference(place, &text, reference)
            }
            _ => match &place.cell.content {
                Content::Number { .. } => number(place),
                Content::Truth(_) => truth(place),
                Content::Day(_) | Content::Odd(_) => date(place),
                _ => text(place, true).map(Value::Text),
            },
        }
    }

    fn reference(&self, place: &Place<'_>, text: &str, reference: &Reference) -> Result<Value, Fault> {
        let own = self.own.0.contains(text)
            && (reference.kinds.is_empty() || reference.kinds.iter().any(|k| k == self.own.1));
        if own || self.labels.is_id(text, reference) {
            return Ok(Value::Word(text.to_owned()));
        }
        match self.labels.find(text, reference) {
            Found::One(id) => {
                self.found.borrow_mut().push((text.to_owned(), id.clone()));
                Ok(Value::Word(id))
            }
            Found::Several(ids) => {
                let values = vec![
                    ("value", Arg::from(shorten(text))),
                    ("example", ids[0].clone().into()),
                    ("ids", ids.join(", ").into()),
                ];
                Err(place.fault(words::NAME_SHARED, values))
            }
            Found::None => {
                let kind = match reference.kinds.as_slice() {
                    [] => (&messages::A_RECORD).into(),
                    kinds => Arg::from(kinds.join(" / ")),
                };
                let hint = self.hint(text, reference);
                Err(place
                    .fault(words::NAME_UNKNOWN, vec![("value", shorten(text).into()), ("kind", kind), ("hint", hint)]))
            }
        }
    }

    fn hint(&self, text: &str, reference: &Reference) -> Arg {
        let known = |part: &str| {
            self.labels.is_id(part, reference) || matches!(self.labels.find(part, reference), Found::One(_))
        };
        let parts: Vec<&str> = text.split(',').map(str::trim).collect();
        if parts.len() > 1 && parts.iter().all(|part| known(part)) {
            return messages::PART_BY_SEMICOLON.of(vec![("value", parts.join("; ").into())]);
        }
        match self.labels.nearest(text, reference) {
            Some(near) => messages::DID_YOU_MEAN.of(vec![("name", near.into())]),
            None => {
                let kind = reference.kinds.first().map_or("", String::as_str);
                messages::LIST_OF_KIND.of(vec![("kind", kind.into())])
            }
        }
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
fn unreadable(place: &Place<'_>) -> Option<Fault> {
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

/// Reads free text.
fn text(place: &Place<'_>, lines: bool) -> Result<String, Fault> {
    match &place.cell.content {
        Content::Text(text) => {
            let text = text.trim();
            if !lines && text.contains('\n') {
                return Err(place.fault(words::TEXT_LINE_BREAK, vec![("value", shorten(text).into())]));
            }
            Ok(text.to_owned())
        }
        Content::Number { look: Look::Plain, .. } => Ok(shown(&place.cell.content)),
        Content::Number { .. } => Err(place.number(&messages::NUMBER_LOOK, &messages::NUMBER_AS_TEXT)),
        _ => Err(place.wrong_type(&messages::IS_TEXT)),
    }
}

/// Reads a word, an id or a name.
fn word(place: &Place<'_>, expected: &'static Message) -> Result<String, Fault> {
    match &place.cell.content {
        Content::Text(_) | Content::Number { .. } => text(place, false),
        _ => Err(place.wrong_type(expected)),
    }
}

fn chosen(place: &Place<'_>, choice: &[String]) -> Result<Value, Fault> {
    let word = word(place, &messages::IS_CHOICE)?;
    if choice.contains(&word) {
        return Ok(Value::Word(word));
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
        Content::Number { value, .. } if value.abs() >= 1e15 => {
            Err(place.number(&messages::NUMBER_DIGITS, &messages::NUMBER_AS_TEXT))
        }
        Content::Number { value, .. } => Ok(numbers::written(*value)),
        _ => Err(place.wrong_type(&messages::IS_NUMBER)),
    }
}

fn whole(place: &Place<'_>) -> Result<Value, Fault> {
    if let Content::Number { value, look } = &place.cell.content
        && value.fract() != 0.0
        && *look != Look::Percent
    {
        return Err(place.number(&messages::NUMBER_WHOLE, &messages::NUMBER_ROUND));
    }
    let digits = digits(place)?;
    if is_decimal(&digits) && !digits.contains('.') && digits.parse::<i64>().is_ok() {
        return Ok(Value::Bare(digits));
    }
    let hint = match numbers::reading(&digits, false) {
        numbers::Reading::One(number) if number.contains('.') => (&messages::NUMBER_ROUND).into(),
        // A fraction is no reading of a whole number.
        numbers::Reading::Two(number, _) => write(number),
        reading => number_hint(reading, &messages::NUMBER_FORMS),
    };
    Err(place.odd(words::NUMBER_WRITTEN, &digits, hint))
}

fn number(place: &Place<'_>) -> Result<Value, Fault> {
    let digits = digits(place)?;
    if is_decimal(&digits) {
        return Ok(Value::Bare(digits));
    }
    let hint = number_hint(numbers::reading(&digits, false), &messages::NUMBER_FORMS);
    Err(place.odd(words::NUMBER_WRITTEN, &digits, hint))
}

fn quantity(place: &Place<'_>) -> Result<Value, Fault> {
    let digits = digits(place)?;
    if is_decimal(&digits) && !digits.starts_with('-') {
        return Ok(Value::Bare(digits));
    }
    let bare = digits.trim_start_matches(['~', '<', '>']).trim_start();
    if Quantity::parse(&digits).is_some() && is_decimal(bare) {
        return Ok(Value::Text(digits));
    }
    let hint = number_hint(numbers::reading(&digits, true), &messages::QUANTITY_FORMS);
    Err(place.odd(words::NUMBER_WRITTEN, &digits, hint))
}

/// Returns whether a text is a number as records write it: no sign between digits, no zero in front, a point before a fraction.
fn is_decimal(text: &str) -> bool {
    let body = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = body.split_once('.').unwrap_or((body, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0'))
}

fn number_hint(reading: numbers::Reading, forms: &'static Message) -> Arg {
    match reading {
        numbers::Reading::One(number) => write(number),
        numbers::Reading::Two(first, second) => {
            messages::WRITE_ONE_OF.of(vec![("first", first.into()), ("second", second.into())])
        }
        numbers::Reading::None => forms.into(),
    }
}

fn write(value: String) -> Arg {
    messages::WRITE.of(vec![("value", value.into())])
}

fn truth(place: &Place<'_>) -> Result<Value, Fault> {
    match &place.cell.content {
        Content::Truth(truth) => Ok(Value::Bare(truth.to_string())),
        Content::Text(text) => match text.trim().to_lowercase().as_str() {
            "true" | "истина" => Ok(Value::Bare("true".to_owned())),
            "false" | "ложь" => Ok(Value::Bare("false".to_owned())),
            _ => Err(place.fault(words::TRUTH_WRITTEN, vec![("value", shorten(text).into())])),
        },
        Content::Number { .. } => {
            Err(place.fault(words::TRUTH_WRITTEN, vec![("value", shown(&place.cell.content).into())]))
        }
        _ => Err(place.wrong_type(&messages::IS_TRUTH)),
    }
}

fn date(place: &Place<'_>) -> Result<Value, Fault> {
    let text = match &place.cell.content {
        Content::Day(day) => return Ok(Value::Bare(day.to_string())),
        Content::Odd(odd) => return Err(odd_date(place, *odd)),
        Content::Text(text) => text.trim().to_owned(),
        Content::Number { value, look: Look::Plain | Look::Other } => numbers::written(*value),
        Content::Number { .. } => return Err(place.number(&messages::NUMBER_PERCENT, &messages::NUMBER_PLAIN)),
        _ => return Err(place.wrong_type(&messages::IS_DATE)),
    };
    if Date::parse(&text).is_ok() {
        return Ok(Value::Bare(text));
    }
    let hint = match dates::reading(&text) {
        dates::Reading::One(date) => write(date),
        dates::Reading::Two(first, second) => {
            messages::WRITE_ONE_OF.of(vec![("first", first.into()), ("second", second.into())])
        }
        dates::Reading::Serial(day) => messages::DATE_SERIAL.of(vec![("value", day.to_string().into())]),
        dates::Reading::ShortYear => (&messages::DATE_CENTURY).into(),
        dates::Reading::None => (&messages::DATE_FORMS).into(),
    };
    Err(place.odd(words::DATE_WRITTEN, &text, hint))
}

fn odd_date(place: &Place<'_>, odd: OddDate) -> Fault {
    let typed = |value: String| messages::TYPE_AS_TEXT.of(vec![("value", value.into())]);
    let (found, hint) = match odd {
        OddDate::Moment(day) => (&messages::ODD_MOMENT, typed(day.to_string())),
        OddDate::Month(day) => (&messages::ODD_MONTH, typed(format!("{:04}-{:02}", day.year, day.month))),
        OddDate::Year(day) => (&messages::ODD_YEAR, typed(format!("{:04}", day.year))),
        OddDate::NoYear(_) => (&messages::ODD_NO_YEAR, (&messages::DATE_FORMS).into()),
        OddDate::Time => (&messages::ODD_TIME, (&messages::DATE_FORMS).into()),
        OddDate::Early => (&messages::ODD_EARLY, (&messages::DATE_FORMS).into()),
        OddDate::None => (&messages::ODD_NONE, (&messages::DATE_FORMS).into()),
    };
    place.fault(words::DATE_CELL, vec![("found", found.into()), ("hint", hint)])
}
