//! What people write for dates, and what they may have meant. A date is taken only as EDTF; everything else is refused, with the right
//! form where there is only one reading and with all readings where there are several.

use chrono::{Days, NaiveDate};

use super::table::Day;

/// What a text that is no EDTF may have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// One date.
    One(String),
    /// One of two dates: day and month can be either way round.
    Two(String, String),
    /// The number by which a spreadsheet keeps a day.
    Serial(Day),
    /// A year of two digits.
    ShortYear,
    /// Nothing that can be told.
    None,
}

/// Names of months: English, Russian as a name and after a day, and their usual abbreviations.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "январь", "января", "янв"],
    &["february", "feb", "февраль", "февраля", "фев", "февр"],
    &["march", "mar", "март", "марта", "мар"],
    &["april", "apr", "апрель", "апреля", "апр"],
    &["may", "май", "мая"],
    &["june", "jun", "июнь", "июня", "июн"],
    &["july", "jul", "июль", "июля", "июл"],
    &["august", "aug", "август", "августа", "авг"],
    &["september", "sep", "sept", "сентябрь", "сентября", "сен", "сент"],
    &["october", "oct", "октябрь", "октября", "окт"],
    &["november", "nov", "ноябрь", "ноября", "ноя", "нояб"],
    &["december", "dec", "декабрь", "декабря", "дек"],
];

/// Returns what a text that is no EDTF may have meant.
pub fn reading(text: &str) -> Reading {
    let text = text.trim().to_lowercase();
    if let Some(day) = serial(&text) {
        return Reading::Serial(day);
    }
    match single(&text) {
        Reading::None => range(&text),
        reading => reading,
    }
}

/// Returns the day that a spreadsheet means by a number, in the count from 1900; `None` where it is beyond what dates of records are.
pub fn day_of_serial(serial: u32) -> Option<Day> {
    let base = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let date = base.checked_add_days(Days::new(serial.into()))?;
    day_of(date)
}

fn day_of(date: NaiveDate) -> Option<Day> {
    use chrono::Datelike;
    (date.year() < 10_000).then(|| Day { year: date.year(), month: date.month(), day: date.day() })
}

/// Reads the number of a spreadsheet for a day from 1954 to 2064; years and small numbers are none.
fn serial(text: &str) -> Option<Day> {
    let whole = text.split_once(['.', ',']).map_or(text, |(whole, _)| whole);
    let number: u32 = (whole.len() == 5).then(|| whole.parse().ok()).flatten()?;
    let rest = &text[whole.len()..];
    let digits = rest.chars().skip(1).all(|c| c.is_ascii_digit());
    (digits && (20_000..60_000).contains(&number)).then(|| day_of_serial(number)).flatten()
}

/// Reads a range, if both its sides can be read in one way.
fn range(text: &str) -> Reading {
    for dash in [" - ", " – ", " — ", "–", "—", "-", "/"] {
        if let Some((from, to)) = text.split_once(dash)
            && let (Reading::One(from), Reading::One(to)) = (single(from.trim()), single(to.trim()))
            && from <= to
        {
            return Reading::One(format!("{from}/{to}"));
        }
    }
    Reading::None
}

fn single(text: &str) -> Reading {
    let text = without_time(text);
    let text = ["года", "год", "г."].iter().find_map(|year| text.strip_suffix(year)).unwrap_or(text).trim();
    let parts: Vec<&str> = text.split(|c: char| c.is_whitespace() || "./-,".contains(c)).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let month = parts.iter().find_map(|part| MONTHS.iter().position(|names| names.contains(part)));
    match (month, parts.as_slice()) {
        (Some(month), _) => named(&parts, month as u32 + 1),
        (None, [year]) if year.len() == 4 => {
            number(year).map_or(Reading::None, |year| Reading::One(format!("{year:04}")))
        }
        (None, [month, year] | [year, month]) if year.len() == 4 && month.len() < 3 => month_of(year, month),
        (None, [year, month, day]) if year.len() == 4 => one(year, month, day),
        (None, [first, second, year]) if year.len() == 4 => either(first, second, year),
        (None, [first, second, third]) if [first, second, third].iter().all(|p| p.len() < 3 && number(p).is_some()) => {
            Reading::ShortYear
        }
        _ => Reading::None,
    }
}

/// Cuts a time of day off.
fn without_time(text: &str) -> &str {
    let end = text.find(':').map_or(text.len(), |at| text[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len());
    let text = text[..end].trim_end();
    if end > 0 { text.strip_suffix('t').unwrap_or(text) } else { text }
}

/// Reads a date with the name of a month, such as `3 March 2022`, `March 3, 2022` or `март 2022`.
fn named(parts: &[&str], month: u32) -> Reading {
    let numbers: Vec<&str> = parts.iter().copied().filter(|part| number(part).is_some()).collect();
    if numbers.len() + 1 != parts.len() {
        return Reading::None;
    }
    let month = month.to_string();
    match numbers.as_slice() {
        [year] if year.len() == 4 => month_of(year, &month),
        [day, year] | [year, day] if year.len() == 4 && day.len() < 3 => one(year, &month, day),
        [a, b] if a.len() < 3 && b.len() < 3 => Reading::ShortYear,
        _ => Reading::None,
    }
}

fn either(first: &str, second: &str, year: &str) -> Reading {
    match (one(year, second, first), one(year, first, second)) {
        (Reading::One(a), Reading::One(b)) if a != b => Reading::Two(a, b),
        (reading @ Reading::One(_), _) | (_, reading) => reading,
    }
}

fn one(year: &str, month: &str, day: &str) -> Reading {
    let date = number(year).zip(number(month)).zip(number(day));
    let date = date.and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year as i32, month, day));
    date.map_or(Reading::None, |date| Reading::One(date.to_string()))
}

fn month_of(year: &str, month: &str) -> Reading {
    match number(year).zip(number(month)) {
        Some((year, month @ 1..=12)) => Reading::One(format!("{year:04}-{month:02}")),
        _ => Reading::None,
    }
}

fn number(part: &str) -> Option<u32> {
    let digits = part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| part.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_offers_the_only_date_that_can_be_meant() {
        for (text, date) in [
            ("13.04.2022", "2022-04-13"),
            ("04/13/2022", "2022-04-13"),
            ("3.3.2022", "2022-03-03"),
            ("2022/03/04", "2022-03-04"),
            ("2022.3.4", "2022-03-04"),
            ("2022-3-4", "2022-03-04"),
            ("3 марта 2022", "2022-03-03"),
            ("3 марта 2022 г.", "2022-03-03"),
            ("March 3, 2022", "2022-03-03"),
            ("3-Mar-2022", "2022-03-03"),
            ("Март 2022 года", "2022-03"),
            ("03.2022", "2022-03"),
            ("2022/03", "2022-03"),
            ("2022 год", "2022"),
            ("2022-03-03 00:00:00", "2022-03-03"),
            ("2022-03-03T10:15", "2022-03-03"),
            ("13.04.2022 – 14.04.2022", "2022-04-13/2022-04-14"),
            ("2010-2011", "2010/2011"),
        ] {
            assert_eq!(reading(text), Reading::One(date.to_owned()), "{text}");
        }
    }

    #[test]
    fn reading_names_both_dates_where_day_and_month_are_unclear() {
        for text in ["03/04/2022", "3.4.2022", "03-04-2022"] {
            assert_eq!(reading(text), Reading::Two("2022-04-03".into(), "2022-03-04".into()), "{text}");
        }
    }

    #[test]
    fn reading_never_makes_up_a_date() {
        for text in ["13.04.22", "3/4/22", "22-04-13", "3 марта 22"] {
            assert_eq!(reading(text), Reading::ShortYear, "{text}");
        }
        for text in
            ["", ":", "весной", "31.02.2022", "13/13/2022", "март", "1.2.3.2022", "12345", "99999", "т:", "¹²³:"]
        {
            assert_eq!(reading(text), Reading::None, "{text}");
        }
    }

    #[test]
    fn reading_knows_the_numbers_of_spreadsheets() {
        let day = Day { year: 2022, month: 3, day: 3 };
        assert_eq!(reading("44623"), Reading::Serial(day));
        assert_eq!(reading("44623.5"), Reading::Serial(day));
    }
}
