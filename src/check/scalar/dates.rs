//! Dates as people write them, and the one way in which records do.

use super::{Desk, misread};
use crate::check::raw;
use crate::diag::{Diagnostic, Edit, Phrase, Repair, codes, phrases};
use crate::record::edtf::{Date, Fault};

/// Checks a date.
pub fn check(desk: &Desk<'_>, written: &str) -> Option<Diagnostic> {
    let Err(reason) = Date::parse(written) else {
        // To other programs a year with a leading zero is a number without it.
        return misread::word(desk, written).filter(|_| written.starts_with('0') && written.len() == 4);
    };
    let value = ("value", written.into());
    Some(match readings(written) {
        Readings::One(date) => {
            let text =
                if raw::of(desk.source, &desk.range()).starts_with(['"', '\'']) { raw::quoted(&date) } else { date };
            let repair = Repair::certain(vec![Edit::new(desk.range(), text)]);
            let values = vec![value, ("hint", (&phrases::DATE_ONE).into())];
            desk.fault(codes::DATE_ORDER, values).with_repair(repair)
        }
        Readings::Two(first, second) => {
            let hint = phrases::DATE_TWO.of(vec![("first", first.into()), ("second", second.into())]);
            desk.fault(codes::DATE_ORDER, vec![value, ("hint", hint)])
        }
        Readings::Century => desk.fault(codes::DATE_ORDER, vec![value, ("hint", (&phrases::DATE_CENTURY).into())]),
        Readings::Serial => desk.fault(codes::DATE_INVALID, vec![value, ("reason", (&phrases::DATE_SERIAL).into())]),
        Readings::None => desk.fault(codes::DATE_INVALID, vec![value, ("reason", phrase(reason).into())]),
    })
}

/// Returns why a text is no date.
fn phrase(fault: Fault) -> &'static Phrase {
    match fault {
        Fault::Form => &phrases::DATE_FORM,
        Fault::Calendar => &phrases::DATE_CALENDAR,
        Fault::Order => &phrases::DATE_BACKWARDS,
    }
}

/// How a date in another form can be read.
#[derive(Debug, PartialEq, Eq)]
pub enum Readings {
    /// In one way.
    One(String),
    /// As day and month, or as month and day.
    Two(String, String),
    /// The year has two digits.
    Century,
    /// The number of a day in a spreadsheet.
    Serial,
    /// In no way.
    None,
}

/// Reads a date in another form. Day and month are never guessed.
pub fn readings(written: &str) -> Readings {
    let text = written.trim().to_lowercase();
    if text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Readings::Serial;
    }
    let dashed = text.replace(['–', '—', '−', '‑'], "-");
    if dashed != text && Date::parse(&dashed).is_ok() {
        return Readings::One(dashed);
    }
    if let Some(period) = period(&text) {
        return Readings::One(period);
    }
    let text = text.trim_end_matches(" г.").trim_end_matches(" года").trim_end_matches(" г");
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [day, month, year] if month_of(month).is_some() => named(day, month, year),
        [month, day, year] if month_of(month).is_some() => named(day, month, year),
        [month, year] if month_of(month).is_some() && year.len() == 4 => {
            valid(format!("{year}-{:02}", month_of(month).unwrap_or(0)))
        }
        [a, b, c] => numbered(a, b, c),
        _ => Readings::None,
    }
}

/// Reads a period in another form: two dates with a dash or a word between them, or two days of one month.
fn period(text: &str) -> Option<String> {
    let signs = [" - ", " – ", " — ", "–", "—", "..", " to ", " по ", " / "];
    let halves = signs.iter().find_map(|sign| text.split_once(sign));
    let whole = |text: &str| Date::parse(text.trim()).is_ok().then(|| text.trim().to_owned());
    let days = || {
        let (days, rest) = text.split_once(' ')?;
        let (first, last) = days.split_once(['-', '–', '—'])?;
        let one = |day: &str| match readings(&format!("{day} {rest}")) {
            Readings::One(date) => Some(date),
            _ => None,
        };
        Some((one(first)?, one(last)?))
    };
    let (first, last) = match halves {
        Some((first, last)) if whole(first).is_some() => (whole(first)?, whole(last)?),
        _ => days()?,
    };
    Some(format!("{first}/{last}")).filter(|period| Date::parse(period).is_ok())
}

fn named(day: &str, month: &str, year: &str) -> Readings {
    let month = month_of(month).unwrap_or(0);
    match (day.parse::<u32>(), year.len()) {
        (Ok(day), 4) => valid(format!("{year}-{month:02}-{day:02}")),
        (Ok(_), 2) => Readings::Century,
        _ => Readings::None,
    }
}

fn numbered(a: &str, b: &str, c: &str) -> Readings {
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 4);
    let (Some(first), Some(second), Some(third)) = (number(a), number(b), number(c)) else { return Readings::None };
    let date = |year: u32, month: u32, day: u32| format!("{year:04}-{month:02}-{day:02}");
    let real = |text: &String| Date::parse(text).is_ok();
    match (a.len(), c.len()) {
        (4, 1 | 2) => valid(date(first, second, third)),
        (1 | 2, 4) => {
            let (day_first, month_first) = (date(third, second, first), date(third, first, second));
            match (real(&day_first), real(&month_first)) {
                (true, true) if day_first == month_first => Readings::One(day_first),
                (true, true) => Readings::Two(day_first, month_first),
                (true, false) => Readings::One(day_first),
                (false, true) => Readings::One(month_first),
                (false, false) => Readings::None,
            }
        }
        (1 | 2, 1 | 2) => Readings::Century,
        _ => Readings::None,
    }
}

fn valid(date: String) -> Readings {
    if Date::parse(&date).is_ok() { Readings::One(date) } else { Readings::None }
}

/// Returns the number of a month by its English or Russian name, or the beginning of it.
fn month_of(word: &str) -> Option<u32> {
    const BEGINNINGS: [(&str, &str); 12] = [
        ("jan", "янв"),
        ("feb", "фев"),
        ("mar", "мар"),
        ("apr", "апр"),
        ("may", "ма"),
        ("jun", "июн"),
        ("jul", "июл"),
        ("aug", "авг"),
        ("sep", "сен"),
        ("oct", "окт"),
        ("nov", "ноя"),
        ("dec", "дек"),
    ];
    let known = |(en, ru): &(&str, &str)| word.starts_with(en) || (word.chars().count() >= 2 && word.starts_with(ru));
    BEGINNINGS.iter().position(known).map(|at| at as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_know_periods() {
        for (written, date) in [
            ("2022-03-03 - 2022-03-04", "2022-03-03/2022-03-04"),
            ("2022-03-03 – 2022-03-04", "2022-03-03/2022-03-04"),
            ("2015 to 2018", "2015/2018"),
            ("3-4 марта 2022", "2022-03-03/2022-03-04"),
            ("3–4 March 2022", "2022-03-03/2022-03-04"),
        ] {
            assert_eq!(readings(written), Readings::One(date.to_owned()), "{written}");
        }
        for written in ["2022-03-04 - 2022-03-03", "3-4-2022 по 5-6-2022", "30-31 февраля 2022"] {
            assert_eq!(readings(written), Readings::None, "{written}");
        }
    }

    #[test]
    fn readings_never_guess_day_and_month() {
        let one = |date: &str| Readings::One(date.to_owned());
        for (written, expected) in [
            ("3.3.2022", one("2022-03-03")),
            ("13.04.2022", one("2022-04-13")),
            ("04/13/2022", one("2022-04-13")),
            ("03/04/2022", Readings::Two("2022-04-03".into(), "2022-03-04".into())),
            ("2022/3/4", one("2022-03-04")),
            ("2022-3-4", one("2022-03-04")),
            ("2022–03–04", one("2022-03-04")),
            ("3 марта 2022 г.", one("2022-03-03")),
            ("3 мая 2022", one("2022-05-03")),
            ("March 3, 2022", one("2022-03-03")),
            ("март 2022", one("2022-03")),
            ("03.04.22", Readings::Century),
            ("44623", Readings::Serial),
            ("31.02.2022", Readings::None),
            ("soon", Readings::None),
        ] {
            assert_eq!(readings(written), expected, "{written}");
        }
    }
}
