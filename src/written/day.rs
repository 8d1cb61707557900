//! One date in whatever form people write it. Day and month are never guessed.

use super::months;
use crate::record::edtf::{Date, Fault};

/// How a date in another form can be read.
#[derive(Debug, PartialEq, Eq)]
pub enum Reading {
    /// In one way.
    One(String),
    /// In several ways, such as with day or month first.
    Several(Vec<String>),
    /// The year has two digits; the dates that are possible.
    Century(Vec<String>),
    /// The number of a day in a spreadsheet, and the day.
    Serial(String),
    /// Letters stand for digits.
    Digits {
        /// The letters.
        letters: String,
        /// The date with digits.
        date: String,
    },
    /// A period of which the start or the end is lost.
    Half {
        /// The first date, if it is there.
        start: Option<String>,
        /// The last date, if it is there.
        end: Option<String>,
    },
    /// In a known form, and no such day exists.
    NoDay,
    /// In no way.
    None,
}

/// Reads one date.
pub fn day(text: &str) -> Reading {
    let text = without_time(text.trim_end_matches([',', ';', ':']).trim());
    let text = ["г.", "года", "год", "г"].iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim();
    let text = text.trim_end_matches('.').trim();
    if Date::parse(text).is_ok() {
        return Reading::One(text.to_owned());
    }
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [day, month, year] if months::number(month).is_some() => named(day, month, year),
        [month, day, year] if months::number(month).is_some() => named(day, month, year),
        [month, year] if months::number(month).is_some() && year.len() == 4 => {
            valid(&format!("{year}-{:02}", months::number(month).unwrap_or(0)))
        }
        [a, b, c] if alike(text) => numbered(a, b, c),
        [a, b] => month_and_year(a, b, text),
        _ => Reading::None,
    }
}

/// Returns whether the same sign stands between all parts of a date.
fn alike(text: &str) -> bool {
    let mut signs = text.split(|c: char| c.is_alphanumeric()).map(str::trim).filter(|sign| !sign.is_empty());
    let first = signs.next();
    signs.all(|sign| Some(sign) == first)
}

/// Cuts a time of day off that stands behind the date.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let date = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    let is_time = text[date.len()..].chars().all(|c| c.is_ascii_digit() || ":.+-z ".contains(c));
    let date = date.trim_end_matches([' ', ',']);
    let date = date.strip_suffix('t').filter(|date| date.ends_with(|c: char| c.is_ascii_digit())).unwrap_or(date);
    if is_time && date.ends_with(|c: char| c.is_alphanumeric() || c == '.') { date } else { text }
}

fn named(day: &str, month: &str, year: &str) -> Reading {
    let month = months::number(month).unwrap_or(0);
    match (day.parse::<u32>(), year.len(), year.parse::<u32>()) {
        (Ok(day), 4, Ok(year)) => valid(&date(year, month, day)),
        (Ok(day), 2, Ok(year)) => Reading::Century(real([date(full(year), month, day)])),
        _ => Reading::None,
    }
}

fn numbered(a: &str, b: &str, c: &str) -> Reading {
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 4);
    let (Some(first), Some(second), Some(third)) = (number(a), number(b), number(c)) else { return Reading::None };
    match (a.len(), c.len()) {
        (4, 1 | 2) => valid(&date(first, second, third)),
        (1 | 2, 4) => match real([date(third, second, first), date(third, first, second)]).as_slice() {
            [] if first > 0 && second > 0 => Reading::NoDay,
            [] => Reading::None,
            [one] => Reading::One(one.clone()),
            several => Reading::Several(several.to_vec()),
        },
        (1 | 2, 1 | 2) => {
            let orders = [(third, second, first), (third, first, second), (first, second, third)];
            Reading::Century(real(orders.map(|(year, month, day)| date(full(year), month, day))))
        }
        _ => Reading::None,
    }
}

/// Reads a month and a year without the day.
fn month_and_year(a: &str, b: &str, text: &str) -> Reading {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !digits(a) || !digits(b) {
        return Reading::None;
    }
    match (a.len(), b.len()) {
        (1 | 2, 4) => valid(&format!("{b}-{a:0>2}")),
        // Two years with a slash are a season or a period as often as a month.
        (4, 1 | 2) if !text.contains('/') => valid(&format!("{a}-{b:0>2}")),
        _ => Reading::None,
    }
}

fn date(year: u32, month: u32, day: u32) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// Returns a year of two digits with the century that is likely for it.
fn full(year: u32) -> u32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// Returns the dates that exist, each once.
fn real(dates: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut real: Vec<String> = Vec::new();
    for date in dates {
        if Date::parse(&date).is_ok() && !real.contains(&date) {
            real.push(date);
        }
    }
    real
}

fn valid(date: &str) -> Reading {
    match Date::parse(date) {
        Ok(_) => Reading::One(date.to_owned()),
        Err(Fault::Calendar) => Reading::NoDay,
        Err(_) => Reading::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_cut_off_behind_a_date_only() {
        for (text, date) in [
            ("2022-03-03t10:15", "2022-03-03"),
            ("2022-03-03t10:15:00z", "2022-03-03"),
            ("2022-03-03 00:00:00", "2022-03-03"),
            ("13.04.2022, 10:15", "13.04.2022"),
            ("10:15", "10:15"),
            ("2022-03-03 - 10:15", "2022-03-03 - 10:15"),
            ("3 марта 2022: начало", "3 марта 2022: начало"),
        ] {
            assert_eq!(without_time(text), date, "{text}");
        }
    }
}
