//! Dates as people write them, reported by what is wrong with them; what they can mean, [`crate::written::dates`] says.

use super::context::ScalarCheck;
use super::misread;
use crate::diag::{Arg, Diagnostic, Edit, Fix, Message, codes, messages};
use crate::record::edtf::{Date, Fault};
use crate::written::dates::{self, Reading};

/// Checks a date.
pub fn check(scalar: &ScalarCheck<'_>, written: &str) -> Option<Diagnostic> {
    let Err(fault) = Date::parse(written) else {
        // To other programs a year with a leading zero is a number without it.
        return misread::word(scalar, written).filter(|_| written.starts_with('0') && written.len() == 4);
    };
    Some(match dates::read(written) {
        Reading::One(date) => scalar.one(written, &date),
        Reading::Several(dates) => {
            scalar.disordered(written, messages::DATE_SEVERAL.of(vec![("dates", messages::either(&dates))]))
        }
        Reading::Century(dates) => {
            let message = if dates.is_empty() { &messages::DATE_CENTURY } else { &messages::DATE_CENTURY_OF };
            scalar.disordered(written, message.of(vec![("dates", messages::either(&dates))]))
        }
        Reading::Serial(date) => {
            let reason = messages::DATE_SERIAL.of(vec![("date", date.clone().into())]);
            let fault = scalar.undated(written, reason, &messages::DATE_AS_DATE);
            fault.with_fix(scalar.replaced_by(&date, false))
        }
        Reading::Digits { letters, date } => {
            let reason = messages::DATE_LETTERS.of(vec![("letters", letters.into())]);
            scalar.undated(written, reason, &messages::DATE_DIGITS).with_fix(scalar.replaced_by(&date, true))
        }
        Reading::Half { start, end } => {
            let hint = messages::half_of_period(start.as_deref(), end.as_deref());
            scalar.undated(written, &messages::DATE_HALF, hint)
        }
        Reading::NoDay => scalar.undated(written, &messages::DATE_CALENDAR, &messages::DATE_LOOK_UP),
        Reading::None => match fault {
            Fault::Form => scalar.undated(written, &messages::DATE_FORM, &messages::DATE_WRITE),
            Fault::Calendar => scalar.undated(written, &messages::DATE_CALENDAR, &messages::DATE_LOOK_UP),
            Fault::Order => scalar.undated(written, &messages::DATE_BACKWARDS, &messages::DATE_LOOK_UP),
        },
    })
}

impl ScalarCheck<'_> {
    /// Reports a date that means one day or period, by what is wrong with how it is written.
    fn one(&self, written: &str, date: &str) -> Diagnostic {
        let fix = Fix::automatic(vec![Edit::new(self.range(), self.in_its_quotes(date))]);
        let fault = match slip(written.trim(), date) {
            Some((reason, hint)) => self.undated(written, reason, hint),
            None => self.disordered(written, (&messages::DATE_ONE).into()),
        };
        fault.with_fix(fix)
    }

    fn disordered(&self, written: &str, hint: Arg) -> Diagnostic {
        self.fault(codes::DATE_ORDER, vec![("value", written.into()), ("hint", hint)])
    }

    fn undated(&self, written: &str, reason: impl Into<Arg>, hint: impl Into<Arg>) -> Diagnostic {
        let values = vec![("value", written.into()), ("reason", reason.into()), ("hint", hint.into())];
        self.fault(codes::DATE_INVALID, values)
    }
}

/// Returns what is wrong with a date whose numbers stand in the right order, and what to do; nothing where their order is another.
fn slip(written: &str, date: &str) -> Option<(Arg, &'static Message)> {
    let simple = |message: &'static Message| Arg::from(message);
    let signed = |message: &'static Message, sign: &str| message.of(vec![("sign", sign.into())]);
    let is_time = |rest: &&str| rest.starts_with(['T', 't', ' ']) && rest.contains(':');
    let is_tail = |rest: &&str| rest.starts_with(['.', ',', ';', ':']) || is_time(rest);
    if let Some(rest) = written.strip_prefix(date).filter(is_tail) {
        return Some((signed(&messages::DATE_TAIL, rest.trim_start()), &messages::DATE_TAIL_OFF));
    }
    if date.ends_with('~') {
        return Some((simple(&messages::DATE_ABOUT), &messages::DATE_ABOUT_WRITE));
    }
    if date.contains('/') {
        return Some((simple(&messages::DATE_PERIOD), &messages::DATE_PERIOD_WRITE));
    }
    let numbers: Vec<&str> = written.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    if written.chars().any(char::is_alphabetic) {
        return (numbers == [date]).then_some((simple(&messages::DATE_WORD), &messages::DATE_WORD_OFF));
    }
    if numbers.first().is_none_or(|year| year.len() != 4) {
        return None;
    }
    let other = written.chars().find(|c| !c.is_ascii_digit() && *c != '-' && *c != ' ');
    match other {
        Some(sign) => Some((signed(&messages::DATE_SIGN, &sign.to_string()), &messages::DATE_HYPHENS)),
        None if written.contains(' ') => Some((simple(&messages::DATE_SPACES), &messages::DATE_HYPHENS)),
        None => Some((simple(&messages::DATE_SHORT), &messages::DATE_HYPHENS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Locale;

    #[test]
    fn a_slip_in_the_sign_is_not_reported_as_one_of_the_order() {
        for (written, date, told) in [
            ("2022-03-03.", "2022-03-03", "after the date stands “.”"),
            ("2022-03-03T10:15", "2022-03-03", "after the date stands “T10:15”"),
            ("2022-03-03 00:00:00", "2022-03-03", "after the date stands “00:00:00”"),
            ("2022–03–03", "2022-03-03", "stands “–” and not a hyphen"),
            ("2022/3/3", "2022-03-03", "stands “/” and not a hyphen"),
            ("2022-3-3", "2022-03-03", "two digits"),
            ("2022-03-03 - 2022-03-04", "2022-03-03/2022-03-04", "slash"),
            ("2022 год", "2022", "word"),
            ("~2022", "2022~", "after"),
        ] {
            let Some((reason, _)) = slip(written, date) else { panic!("{written}") };
            assert!(reason.format(Locale::En).contains(told), "{written}: {}", reason.format(Locale::En));
        }
        for (written, date) in [("13.3.2022", "2022-03-13"), ("3 марта 2022", "2022-03-03")] {
            assert!(slip(written, date).is_none(), "{written}");
        }
    }
}
