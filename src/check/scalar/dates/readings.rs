//! What a date in another form than that of records can mean. Day and month are never guessed.

use chrono::{Days, NaiveDate};

use crate::check::letters::is_dash;
use crate::record::edtf::{Date, Fault};

/// How a date in another form can be read.
#[derive(Debug, PartialEq, Eq)]
pub enum Readings {
    /// In one way.
    One(String),
    /// In several ways, such as with day or month first.
    Several(Vec<String>),
    /// The year has two digits; the dates that are possible.
    Century(Vec<String>),
    /// The number of a day in a spreadsheet, and the day.
    Serial(String),
    /// Letters stand for digits; the letters, and the date with digits.
    Digits(String, String),
    /// A period of which the start or the end is lost.
    Half(Option<String>, Option<String>),
    /// In a known form, and no such day exists.
    NoDay,
    /// In no way.
    None,
}

/// Signs between the two dates of a period; those that can also stand within a date come with spaces.
const BETWEEN: [&str; 10] = [" - ", " – ", " — ", "–", "—", "..", " to ", " по ", " / ", "/"];

/// Longer than any date: what is longer is a text.
const LONGEST: usize = 80;

/// Reads a date in another form.
pub fn readings(written: &str) -> Readings {
    let text = written.trim().to_lowercase();
    if text.len() > LONGEST {
        return Readings::None;
    }
    if let Some(day) = serial(&text) {
        return Readings::Serial(day);
    }
    if let Some(digits) = digits(written.trim()) {
        return digits;
    }
    if let Some(half) = half(&text) {
        return half;
    }
    let dashed = text.replace(is_dash, "-");
    if dashed != text && Date::parse(&dashed).is_ok() {
        return Readings::One(dashed);
    }
    if let Some(about) = about(&text) {
        return Readings::One(about);
    }
    if let Some(period) = period(&text) {
        return period;
    }
    day(&text)
}

/// Reads one date.
fn day(text: &str) -> Readings {
    let text = text.trim_end_matches([',', ';', ':']).trim();
    let text = ["г.", "года", "год", "г"].iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim();
    let text = text.trim_end_matches('.').trim();
    if Date::parse(text).is_ok() {
        return Readings::One(text.to_owned());
    }
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [day, month, year] if month_of(month).is_some() => named(day, month, year),
        [month, day, year] if month_of(month).is_some() => named(day, month, year),
        [month, year] if month_of(month).is_some() && year.len() == 4 => {
            valid(format!("{year}-{:02}", month_of(month).unwrap_or(0)))
        }
        [a, b, c] if alike(text) => numbered(a, b, c),
        [a, b] => month_and_year(a, b, text),
        _ => Readings::None,
    }
}

/// Returns whether the same sign stands between all parts of a date.
fn alike(text: &str) -> bool {
    let mut signs = text.split(|c: char| c.is_alphanumeric()).map(str::trim).filter(|sign| !sign.is_empty());
    let first = signs.next();
    signs.all(|sign| Some(sign) == first)
}

/// Reads the number that a spreadsheet keeps for a day.
fn serial(text: &str) -> Option<String> {
    let days: u64 = text.parse().ok().filter(|_| text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit()))?;
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?;
    Some(day.format("%Y-%m-%d").to_string())
}

/// Reads a date in which letters stand that look like digits.
fn digits(text: &str) -> Option<Readings> {
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
    (!letters.is_empty() && Date::parse(&read).is_ok()).then(|| Readings::Digits(letters.join(", "), read))
}

/// Reads a period of which the start or the end is lost.
fn half(text: &str) -> Option<Readings> {
    let sign = |c: char| matches!(c, '/' | '-') || is_dash(c);
    let date = |rest: &str| Some(rest.trim().to_owned()).filter(|rest| matches!(Date::parse(rest), Ok(Date::On(_))));
    if let Some(start) = text.strip_suffix(sign).and_then(date) {
        return Some(Readings::Half(Some(start), None));
    }
    text.strip_prefix(sign).and_then(date).map(|end| Readings::Half(None, Some(end)))
}

/// Reads a date that is held to be about right.
fn about(text: &str) -> Option<String> {
    let words = ["~", "около ", "ок. ", "примерно ", "about ", "approx. ", "ca. ", "c. ", "circa "];
    let rest = words.iter().find_map(|word| text.strip_prefix(word))?.trim();
    match day(rest) {
        Readings::One(date) => Some(format!("{date}~")).filter(|date| Date::parse(date).is_ok()),
        _ => None,
    }
}

/// Reads a period in another form: two dates with a dash or a word between them, or two days of one month.
fn period(text: &str) -> Option<Readings> {
    let one = |text: &str| match day(text.trim()) {
        Readings::One(date) => Some(date),
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
    text.split_whitespace().any(|word| month_of(word).is_some())
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
fn joined(first: &str, last: &str) -> Option<Readings> {
    let period = format!("{first}/{last}");
    (first.len() == last.len() && Date::parse(&period).is_ok()).then_some(Readings::One(period))
}

fn named(day: &str, month: &str, year: &str) -> Readings {
    let month = month_of(month).unwrap_or(0);
    match (day.parse::<u32>(), year.len(), year.parse::<u32>()) {
        (Ok(day), 4, Ok(year)) => valid(date(year, month, day)),
        (Ok(day), 2, Ok(year)) => Readings::Century(real([date(full(year), month, day)])),
        _ => Readings::None,
    }
}

fn numbered(a: &str, b: &str, c: &str) -> Readings {
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 4);
    let (Some(first), Some(second), Some(third)) = (number(a), number(b), number(c)) else { return Readings::None };
    match (a.len(), c.len()) {
        (4, 1 | 2) => valid(date(first, second, third)),
        (1 | 2, 4) => match real([date(third, second, first), date(third, first, second)]).as_slice() {
            [] if first > 0 && second > 0 => Readings::NoDay,
            [] => Readings::None,
            [one] => Readings::One(one.clone()),
            several => Readings::Several(several.to_vec()),
        },
        (1 | 2, 1 | 2) => {
            let orders = [(third, second, first), (third, first, second), (first, second, third)];
            Readings::Century(real(orders.map(|(year, month, day)| date(full(year), month, day))))
        }
        _ => Readings::None,
    }
}

/// Reads a month and a year without the day.
fn month_and_year(a: &str, b: &str, text: &str) -> Readings {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !digits(a) || !digits(b) {
        return Readings::None;
    }
    match (a.len(), b.len()) {
        (1 | 2, 4) => valid(format!("{b}-{a:0>2}")),
        // Two years with a slash are a season or a period as often as a month.
        (4, 1 | 2) if !text.contains('/') => valid(format!("{a}-{b:0>2}")),
        _ => Readings::None,
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

fn valid(date: String) -> Readings {
    match Date::parse(&date) {
        Ok(_) => Readings::One(date),
        Err(Fault::Calendar) => Readings::NoDay,
        Err(_) => Readings::None,
    }
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

    fn one(date: &str) -> Readings {
        Readings::One(date.to_owned())
    }

    fn some<const N: usize>(dates: [&str; N]) -> Vec<String> {
        dates.map(str::to_owned).into()
    }

    #[test]
    fn readings_know_periods() {
        for (written, date) in [
            ("2022-03-03 - 2022-03-04", "2022-03-03/2022-03-04"),
            ("2022-03-03 – 2022-03-04", "2022-03-03/2022-03-04"),
            ("2015 to 2018", "2015/2018"),
            ("3-4 марта 2022", "2022-03-03/2022-03-04"),
            ("3–4 March 2022", "2022-03-03/2022-03-04"),
            ("March 3-4, 2022", "2022-03-03/2022-03-04"),
            ("3-4.03.2022", "2022-03-03/2022-03-04"),
            ("28 февраля – 1 марта 2022", "2022-02-28/2022-03-01"),
            ("28 February 2022 - 1 March 2022", "2022-02-28/2022-03-01"),
            ("13.03.2022-14.03.2022", "2022-03-13/2022-03-14"),
        ] {
            assert_eq!(readings(written), one(date), "{written}");
        }
        for written in
            ["2022-03-04 - 2022-03-03", "3-4-2022 по 5-6-2022", "30-31 февраля 2022", "03.04.2022-05.04.2022"]
        {
            assert!(!matches!(readings(written), Readings::One(_)), "{written}: {:?}", readings(written));
        }
    }

    #[test]
    fn readings_of_half_a_period_leave_open_which_end_is_lost() {
        for (written, start, end) in [
            ("2022-03-03/", Some("2022-03-03"), None),
            ("/2022-03-03", None, Some("2022-03-03")),
            ("2022-03-03 -", Some("2022-03-03"), None),
            ("2015–", Some("2015"), None),
        ] {
            let half = Readings::Half(start.map(str::to_owned), end.map(str::to_owned));
            assert_eq!(readings(written), half, "{written}");
        }
    }

    #[test]
    fn readings_never_guess_day_and_month() {
        for (written, expected) in [
            ("3.3.2022", one("2022-03-03")),
            ("13.04.2022", one("2022-04-13")),
            ("04/13/2022", one("2022-04-13")),
            ("03/04/2022", Readings::Several(some(["2022-04-03", "2022-03-04"]))),
            ("2022/3/4", one("2022-03-04")),
            ("2022-3-4", one("2022-03-04")),
            ("2022–03–04", one("2022-03-04")),
            ("2022-03-03.", one("2022-03-03")),
            ("3 марта 2022 г.", one("2022-03-03")),
            ("3 мая 2022", one("2022-05-03")),
            ("March 3, 2022", one("2022-03-03")),
            ("март 2022", one("2022-03")),
            ("03.2022", one("2022-03")),
            ("2022 год", one("2022")),
            ("~2022", one("2022~")),
            ("около 2022", one("2022~")),
            ("03.04.22", Readings::Century(some(["2022-04-03", "2022-03-04", "2003-04-22"]))),
            ("13.04.99", Readings::Century(some(["1999-04-13"]))),
            ("44623", Readings::Serial("2022-03-03".into())),
            ("2022-03-0З", Readings::Digits("З".into(), "2022-03-03".into())),
            ("2022-03-O3", Readings::Digits("O".into(), "2022-03-03".into())),
            ("31.02.2022", Readings::NoDay),
            ("31.04.2022", Readings::NoDay),
            ("31 апреля 2022", Readings::NoDay),
            ("2010/11", Readings::None),
            ("2022-03/03", Readings::None),
            ("3-4-2022", Readings::Several(some(["2022-04-03", "2022-03-04"]))),
            ("soon", Readings::None),
        ] {
            assert_eq!(readings(written), expected, "{written}");
        }
    }
}
