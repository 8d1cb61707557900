//! Dates as far as they are known: EDTF (ISO 8601-2), level 1, and a day or month whose year is unknown.
//!
//! `2022-03-03` · `2022-03-03/2022-03-04` · `2018-04` · `2015` · `2015~` about · `2015?` uncertain · `2020-01-01/..` open ·
//! `XXXX-09-27` year unknown. Nothing is guessed: a date knows the first and the last day it can mean.

use std::cmp::Ordering;
use std::fmt;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// One date: year, month and day as far as known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Day {
    /// The year, unless it is unknown.
    pub year: Option<i32>,
    /// The month, 1 to 12.
    pub month: Option<u32>,
    /// The day of the month.
    pub day: Option<u32>,
    /// Written with `~` or `%`.
    pub about: bool,
    /// Written with `?` or `%`.
    pub uncertain: bool,
}

/// A date or a range of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Date {
    /// One date.
    On(Day),
    /// From one to the other; `None` is an open end.
    Range(Option<Day>, Option<Day>),
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Not in the form of a date.
    Form,
    /// A month beyond 12 or a day that the month does not have.
    Calendar,
    /// The end lies before the start.
    Order,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "it has another form",
            Self::Calendar => "the calendar has no such day",
            Self::Order => "the end lies before the start",
        })
    }
}

impl Date {
    /// Reads a date.
    ///
    /// # Errors
    /// Returns why the text is no date.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let Some((start, end)) = text.split_once('/') else { return Day::parse(text).map(Self::On) };
        let side = |side: &str| if side == ".." { Ok(None) } else { Day::parse(side).map(Some) };
        let (start, end) = (side(start)?, side(end)?);
        if start.is_none() && end.is_none() {
            return Err(Fault::Form);
        }
        if let (Some(a), Some(b)) = (start, end) {
            let comparable = a.year.is_some() == b.year.is_some();
            if !comparable || a.order_key() > b.order_key() {
                return Err(if comparable { Fault::Order } else { Fault::Form });
            }
        }
        Ok(Self::Range(start, end))
    }

    /// Returns the first day it can mean; `None` where that is unknown or open.
    pub fn first(self) -> Option<NaiveDate> {
        match self {
            Self::On(day) => day.first(),
            Self::Range(start, _) => start?.first(),
        }
    }

    /// Returns the last day it can mean; `None` where that is unknown or open.
    pub fn last(self) -> Option<NaiveDate> {
        match self {
            Self::On(day) => day.last(),
            Self::Range(_, end) => end?.last(),
        }
    }

    /// Returns the day it begins with, as written.
    pub fn start(self) -> Option<Day> {
        match self {
            Self::On(day) => Some(day),
            Self::Range(start, _) => start,
        }
    }

    /// Returns the day it ends with, as written.
    pub fn end(self) -> Option<Day> {
        match self {
            Self::On(day) => Some(day),
            Self::Range(_, end) => end,
        }
    }

    /// Orders dates as lists do: exact days; a month alone after its last day; a year alone after the year's last entry;
    /// unknown years at the end.
    pub fn list_order(self, other: Self) -> Ordering {
        let key = |date: Self| {
            let open = (i32::MIN, 0, 0);
            let side = |day: Option<Day>| day.map_or(open, Day::order_key);
            (side(date.start()), side(date.end()))
        };
        key(self).cmp(&key(other))
    }
}

impl Serialize for Date {
    /// Writes a date as EDTF.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    /// Reads a date from text, or from the number that YAML takes a year for.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

impl Day {
    fn parse(text: &str) -> Result<Self, Fault> {
        let (body, about, uncertain) = match text.as_bytes().last() {
            Some(b'~') => (&text[..text.len() - 1], true, false),
            Some(b'?') => (&text[..text.len() - 1], false, true),
            Some(b'%') => (&text[..text.len() - 1], true, true),
            _ => (text, false, false),
        };
        let mut parts = body.split('-');
        let year = match parts.next() {
            Some("XXXX") => None,
            Some(year) => Some(digits(year, 4)?),
            None => return Err(Fault::Form),
        };
        let month = parts.next().map(|m| digits(m, 2)).transpose()?;
        let day = parts.next().map(|d| digits(d, 2)).transpose()?;
        if parts.next().is_some() || (year.is_none() && month.is_none()) {
            return Err(Fault::Form);
        }
        let date = Self { year: year.map(|y| y as i32), month, day, about, uncertain };
        // A leap year stands in for an unknown year, so that 29 February stays possible.
        NaiveDate::from_ymd_opt(date.year.unwrap_or(2000), month.unwrap_or(1), day.unwrap_or(1))
            .map(|_| date)
            .ok_or(Fault::Calendar)
    }

    fn first(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn last(self) -> Option<NaiveDate> {
        let first = self.first()?;
        if self.day.is_some() {
            return Some(first);
        }
        let (year, month) = match self.month {
            Some(12) | None => (first.year() + 1, 1),
            Some(month) => (first.year(), month + 1),
        };
        NaiveDate::from_ymd_opt(year, month, 1)?.checked_sub_days(Days::new(1))
    }

    fn order_key(self) -> (i32, u32, u32) {
        (self.year.unwrap_or(i32::MAX), self.month.unwrap_or(13), self.day.unwrap_or(32))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        f.write_str(match (self.about, self.uncertain) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |day: &Option<Day>| day.map_or("..".to_owned(), |d| d.to_string());
        match self {
            Self::On(day) => day.fmt(f),
            Self::Range(start, end) => write!(f, "{}/{}", side(start), side(end)),
        }
    }
}

fn digits(text: &str, width: usize) -> Result<u32, Fault> {
    let plain = text.len() == width && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten().ok_or(Fault::Form)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"))
    }

    #[test]
    fn parse_reads_what_is_known_and_writes_it_back() {
        for text in [
            "2022-03-03",
            "2018-04",
            "2015",
            "2015~",
            "2015?",
            "2022-03%",
            "2022-03-03/2022-03-04",
            "2020/..",
            "../2020",
            "XXXX-09-27",
            "XXXX-09-13/XXXX-09-15",
            "XXXX-02-29",
            "2010/2011",
            "2004-06/2006-08",
        ] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn parse_refuses_what_is_no_date() {
        for (text, fault) in [
            ("3.3.2022", Fault::Form),
            ("03/04/2022", Fault::Form),
            ("2022-3-3", Fault::Form),
            ("22-03-03", Fault::Form),
            ("2022-13", Fault::Calendar),
            ("2022-02-29", Fault::Calendar),
            ("2022-03-04/2022-03-03", Fault::Order),
            ("", Fault::Form),
            ("../..", Fault::Form),
            ("XXXX", Fault::Form),
            ("2022-01-01-01", Fault::Form),
            ("XXXX-01-01/2022-01-01", Fault::Form),
        ] {
            assert_eq!(Date::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn first_and_last_span_what_the_date_can_mean() {
        let span = |text: &str| (date(text).first().map(|d| d.to_string()), date(text).last().map(|d| d.to_string()));
        assert_eq!(span("2020-02"), (Some("2020-02-01".into()), Some("2020-02-29".into())));
        assert_eq!(span("2015"), (Some("2015-01-01".into()), Some("2015-12-31".into())));
        assert_eq!(span("2020/.."), (Some("2020-01-01".into()), None));
        assert_eq!(span("XXXX-09-27"), (None, None));
    }

    #[test]
    fn list_order_puts_less_exact_dates_after_exact_ones() {
        let mut dates: Vec<Date> =
            ["2015", "2016-01-01", "2015-03", "2015-03-31", "XXXX-09-27", "2015-04-01", "2015-03-30/2015-04-02"]
                .map(date)
                .into();
        dates.sort_by(|a, b| a.list_order(*b));
        let written: Vec<String> = dates.iter().map(Date::to_string).collect();
        assert_eq!(
            written,
            ["2015-03-30/2015-04-02", "2015-03-31", "2015-03", "2015-04-01", "2015", "2016-01-01", "XXXX-09-27"]
        );
    }
}
