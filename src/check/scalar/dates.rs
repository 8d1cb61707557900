//! Dates as people write them, told by what is wrong with them. What they can mean is the business of [`readings`].

mod readings;

use super::{Desk, misread};
use crate::check::raw;
use crate::diag::{Diagnostic, Edit, Phrase, Repair, Value, codes, phrases};
use crate::record::edtf::{Date, Fault};
use readings::{Readings, readings};

/// Checks a date.
pub fn check(desk: &Desk<'_>, written: &str) -> Option<Diagnostic> {
    let Err(fault) = Date::parse(written) else {
        // To other programs a year with a leading zero is a number without it.
        return misread::word(desk, written).filter(|_| written.starts_with('0') && written.len() == 4);
    };
    Some(match readings(written) {
        Readings::One(date) => desk.one(written, &date),
        Readings::Several(dates) => {
            desk.disordered(written, phrases::DATE_SEVERAL.of(vec![("dates", phrases::either(&dates))]))
        }
        Readings::Century(dates) => {
            let phrase = if dates.is_empty() { &phrases::DATE_CENTURY } else { &phrases::DATE_CENTURY_OF };
            desk.disordered(written, phrase.of(vec![("dates", phrases::either(&dates))]))
        }
        Readings::Serial(date) => {
            let reason = phrases::DATE_SERIAL.of(vec![("date", date.clone().into())]);
            let fault = desk.undated(written, reason, &phrases::DATE_AS_DATE);
            fault.with_repair(desk.replaced_by(&date, false))
        }
        Readings::Digits(letters, date) => {
            let reason = phrases::DATE_LETTERS.of(vec![("letters", letters.into())]);
            desk.undated(written, reason, &phrases::DATE_DIGITS).with_repair(desk.replaced_by(&date, true))
        }
        Readings::Half(start, end) => desk.half(written, start.as_deref(), end.as_deref()),
        Readings::NoDay => desk.undated(written, &phrases::DATE_CALENDAR, &phrases::DATE_LOOK_UP),
        Readings::None => match fault {
            Fault::Form => desk.undated(written, &phrases::DATE_FORM, &phrases::DATE_WRITE),
            Fault::Calendar => desk.undated(written, &phrases::DATE_CALENDAR, &phrases::DATE_LOOK_UP),
            Fault::Order => desk.undated(written, &phrases::DATE_BACKWARDS, &phrases::DATE_LOOK_UP),
        },
    })
}

impl Desk<'_> {
    /// Tells a date that means one day or period, by what is wrong with how it is written.
    fn one(&self, written: &str, date: &str) -> Diagnostic {
        let text = if raw::of(self.source, &self.range()).starts_with(['"', '\'']) {
            raw::quoted(date)
        } else {
            date.to_owned()
        };
        let repair = Repair::certain(vec![Edit::new(self.range(), text)]);
        let fault = match slip(written.trim(), date) {
            Some((reason, hint)) => self.undated(written, reason, hint),
            None => self.disordered(written, (&phrases::DATE_ONE).into()),
        };
        fault.with_repair(repair)
    }

    fn half(&self, written: &str, start: Option<&str>, end: Option<&str>) -> Diagnostic {
        let one = start.or(end).unwrap_or_default();
        let open = format!("{}/{}", start.unwrap_or(".."), end.unwrap_or(".."));
        let hint = phrases::DATE_HALF_WRITE.of(vec![("open", open.into()), ("one", one.into())]);
        self.undated(written, &phrases::DATE_HALF, hint)
    }

    fn disordered(&self, written: &str, hint: Value) -> Diagnostic {
        self.fault(codes::DATE_ORDER, vec![("value", written.into()), ("hint", hint)])
    }

    fn undated(&self, written: &str, reason: impl Into<Value>, hint: impl Into<Value>) -> Diagnostic {
        let values = vec![("value", written.into()), ("reason", reason.into()), ("hint", hint.into())];
        self.fault(codes::DATE_INVALID, values)
    }
}

/// Returns what is wrong with a date whose numbers stand in the right order, and what to do; nothing where their order is another.
fn slip(written: &str, date: &str) -> Option<(Value, &'static Phrase)> {
    let simple = |phrase: &'static Phrase| Value::from(phrase);
    let signed = |phrase: &'static Phrase, sign: &str| phrase.of(vec![("sign", sign.into())]);
    if let Some(rest) = written.strip_prefix(date).filter(|rest| rest.starts_with(['.', ',', ';', ':'])) {
        return Some((signed(&phrases::DATE_TAIL, rest), &phrases::DATE_TAIL_OFF));
    }
    if date.ends_with('~') {
        return Some((simple(&phrases::DATE_ABOUT), &phrases::DATE_ABOUT_WRITE));
    }
    if date.contains('/') {
        return Some((simple(&phrases::DATE_PERIOD), &phrases::DATE_PERIOD_WRITE));
    }
    let numbers: Vec<&str> = written.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    if written.chars().any(char::is_alphabetic) {
        return (numbers == [date]).then_some((simple(&phrases::DATE_WORD), &phrases::DATE_WORD_OFF));
    }
    if numbers.first().is_none_or(|year| year.len() != 4) {
        return None;
    }
    let other = written.chars().find(|c| !c.is_ascii_digit() && *c != '-' && *c != ' ');
    match other {
        Some(sign) => Some((signed(&phrases::DATE_SIGN, &sign.to_string()), &phrases::DATE_HYPHENS)),
        None if written.contains(' ') => Some((simple(&phrases::DATE_SPACES), &phrases::DATE_HYPHENS)),
        None => Some((simple(&phrases::DATE_SHORT), &phrases::DATE_HYPHENS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Tongue;

    #[test]
    fn a_slip_in_the_sign_is_not_told_as_one_of_the_order() {
        for (written, date, told) in [
            ("2022-03-03.", "2022-03-03", "after the date stands “.”"),
            ("2022–03–03", "2022-03-03", "stands “–” and not a hyphen"),
            ("2022/3/3", "2022-03-03", "stands “/” and not a hyphen"),
            ("2022-3-3", "2022-03-03", "two digits"),
            ("2022-03-03 - 2022-03-04", "2022-03-03/2022-03-04", "slash"),
            ("2022 год", "2022", "word"),
            ("~2022", "2022~", "after"),
        ] {
            let Some((reason, _)) = slip(written, date) else { panic!("{written}") };
            assert!(reason.say(Tongue::En).contains(told), "{written}: {}", reason.say(Tongue::En));
        }
        for (written, date) in [("13.3.2022", "2022-03-13"), ("3 марта 2022", "2022-03-03")] {
            assert!(slip(written, date).is_none(), "{written}");
        }
    }
}
