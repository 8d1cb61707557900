//! Dates as people write them, and what they can mean. A date of a record is EDTF; whatever else is written has one reading, several, or
//! none. Day and month are never guessed.

use chrono::{Days, NaiveDate};

pub use super::day::Reading;
use super::day::day;
use super::months;
use crate::record::edtf::Date;
use crate::record::letters::is_dash;

/// Signs between the two dates of a period; those that can also stand within a date come with spaces.
const BETWEEN: [&str; 10] = [" - ", " – ", " — ", "–", "—", "..", " to ", " по ", " / ", "/"];

/// Words and signs before a date that is held to be about right.
const ABOUT: [&str; 12] = [
    "~",
    "≈",
    "около ",
    "ок. ",
    "примерно ",
    "приблизительно ",
    "about ",
    "approximately ",
    "approx. ",
    "ca. ",
    "c. ",
    "circa ",
];

/// Longer than any date: what is longer is a text.
const MAX_DATE_BYTES: usize = 80;

/// The numbers by which spreadsheets keep the days of 1954 to 2064; smaller ones are years and counts.
const SERIALS: std::ops::Range<u32> = 20_000..60_000;

/// Reads a date in another form than that of records.
pub fn read(written: &str) -> Reading {
    let text = written.trim().to_lowercase();
    if text.len() > MAX_DATE_BYTES {
        return Reading::None;
    }
    if let Some(day) = serial(&text) {
        return Reading::Serial(day);
    }
    if let Some(digits) = digits(written.trim()) {
        return digits;
    }
    if let Some(half) = half(&text) {
        return half;
    }
    let dashed = text.replace(is_dash, "-");
    if dashed != text && Date::parse(&dashed).is_ok() {
        return Reading::One(dashed);
    }
    if let Some(about) = about(&text) {
        return Reading::One(about);
    }
    if let Some(period) = period(&text) {
        return period;
    }
    day(&text)
}

/// Returns the day that a spreadsheet means by a number, in the count from 1900.
pub fn of_serial(serial: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(serial.into()))
}

/// Reads the number that a spreadsheet keeps for a day, be it with a part of the day behind it.
fn serial(text: &str) -> Option<String> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let number: u32 = whole.parse().ok().filter(|_| whole.len() == 5 && digits(whole) && digits(part))?;
    let day = of_serial(number).filter(|_| SERIALS.contains(&number))?;
    Some(day.format("%Y-%m-%d").to_string())
}

/// Reads a date in which letters stand that look like digits.
fn digits(text: &str) -> Option<Reading> {
    let mut letters = Vec::new();
    let one = |c: char| {
        let digit = match c {
            'O' | 'o' | 'О' | 'о' => '0',
            'З' | 'з' => '3',
            'l' | 'I' | 'І' | 'і' => '1',
            c => return c,
        };
        if !letters.contains(&c.to_string()) {
            letters.push(c.to_string());
        }
        digit
    };
    let read: String = text.chars().map(one).collect();
    (!letters.is_empty() && Date::parse(&read).is_ok())
        .then(|| Reading::Digits { letters: letters.join(", "), date: read })
}

/// Reads a period of which the start or the end is lost.
fn half(text: &str) -> Option<Reading> {
    let sign = |c: char| matches!(c, '/' | '-') || is_dash(c);
    let date = |rest: &str| Some(rest.trim().to_owned()).filter(|rest| matches!(Date::parse(rest), Ok(Date::On(_))));
    if let Some(start) = text.strip_suffix(sign).and_then(date) {
        return Some(Reading::Half { start: Some(start), end: None });
    }
    text.strip_prefix(sign).and_then(date).map(|end| Reading::Half { start: None, end: Some(end) })
}

/// Reads a date that is held to be about right.
fn about(text: &str) -> Option<String> {
    let rest = ABOUT.iter().find_map(|word| text.strip_prefix(word))?.trim();
    match day(rest) {
        Reading::One(date) => Some(format!("{date}~")).filter(|date| Date::parse(date).is_ok()),
        _ => None,
    }
}

/// Reads a period in another form: two dates with a dash or a word between them, or two days of one month.
fn period(text: &str) -> Option<Reading> {
    let one = |text: &str| match day(text.trim()) {
        Reading::One(date) => Some(date),
        _ => None,
    };
    let whole = BETWEEN.iter().chain(&["-"]).find_map(|sign| {
        let (first, last) = text.split_once(sign)?;
        let last_date = one(last)?;
        // The year of the first day may stand with the second one only.
        let year = last_date.get(..4)?;
        let first_date = one(first).or_else(|| one(&format!("{first} {year}")).filter(|_| spelt(first)))?;
        joined(&first_date, &last_date)
    });
    let days = || {
        let (before, first, last, after) = two_days(text)?;
        let date = |day: &str| match after.trim_start().strip_prefix('.') {
            Some(rest) => month_second(day, rest),
            None => one(&format!("{before} {day} {after}")).filter(|_| spelt(before) || spelt(after)),
        };
        joined(&date(first)?, &date(last)?)
    };
    whole.or_else(days)
}

/// Returns whether a day stands with the name of its month.
fn spelt(text: &str) -> bool {
    text.split_whitespace().any(|word| months::number(word).is_some())
}

/// Finds two days with a dash between them; returns what stands before, the days, and what stands after.
fn two_days(text: &str) -> Option<(&str, &str, &str, &str)> {
    let at = text.find(|c: char| c == '-' || is_dash(c))?;
    let sign = text[at..].chars().next()?;
    let (left, right) = (text[..at].trim_end(), text[at + sign.len_utf8()..].trim_start());
    let digit = |c: char| c.is_ascii_digit();
    let first = left.len() - left.chars().rev().take_while(|c| digit(*c)).count();
    let last = right.chars().take_while(|c| digit(*c)).count();
    let fits = |day: &str| (1..=2).contains(&day.len());
    let (first, last) = (left.split_at(first), right.split_at(last));
    (fits(first.1) && fits(last.0)).then_some((first.0, first.1, last.0, last.1))
}

/// Reads the day of a month and year written as `3.2022`.
fn month_second(day: &str, rest: &str) -> Option<String> {
    let (month, year) = rest.split_once('.')?;
    let (day, month): (u32, u32) = (day.parse().ok()?, month.parse().ok()?);
    let date = format!("{year}-{month:02}-{day:02}");
    Date::parse(&date).is_ok().then_some(date)
}

/// Returns the period between two dates of which as much is known.
fn joined(first: &str, last: &str) -> Option<Reading> {
    let period = format!("{first}/{last}");
    (first.len() == last.len() && Date::parse(&period).is_ok()).then_some(Reading::One(period))
}
