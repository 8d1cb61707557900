//! The numbers by which spreadsheets keep days, counted from 1900 or from 1904.

use chrono::Datelike;

use super::super::table::{Content, Day, OddDate};
use super::styles::Parts;
use crate::written::dates::of_serial;

/// From where a workbook counts its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Epoch {
    /// From 1900, with a 29 February 1900 that never was.
    #[default]
    Nineteen00,
    /// From 1904.
    Nineteen04,
}

/// The first number that all programs count alike: 1 March 1900.
const FIRST_COMMON_SERIAL: u32 = 61;
/// The days between the two counts.
const EPOCH_DAYS: u32 = 1462;
/// Less than half a second, as a part of a day: what arithmetic adds or takes away.
const INSTANT_DAYS: f64 = 0.000_005;

/// Returns what a number is that a style shows as a date.
pub fn date(value: f64, epoch: Epoch, shown: Parts) -> Content {
    if !(0.0..3_000_000.0).contains(&value) {
        return Content::Odd(OddDate::None);
    }
    let whole = (value + INSTANT_DAYS).floor();
    let time = value - whole > INSTANT_DAYS;
    let serial = whole as u32 + if epoch == Epoch::Nineteen04 { EPOCH_DAYS } else { 0 };
    if serial < FIRST_COMMON_SERIAL {
        return Content::Odd(if serial == 0 && time { OddDate::Time } else { OddDate::Early });
    }
    let day = of_serial(serial).filter(|date| date.year() < 10_000);
    let day = day.map(|date| Day { year: date.year(), month: date.month(), day: date.day() });
    day.map_or(Content::Odd(OddDate::None), |day| shown_day(day, time, shown))
}

/// Reads a date that a workbook keeps as text, such as `2022-03-03T00:00:00`.
pub fn written(text: &str) -> Content {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let midnight = time.chars().all(|c| "0:.Z".contains(c));
    let mut parts = date.splitn(3, '-').map(str::parse::<u32>);
    let day = match (parts.next(), parts.next(), parts.next()) {
        (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) => {
            let real =
                chrono::NaiveDate::from_ymd_opt(year as i32, month, day).is_some() && (1..10_000).contains(&year);
            real.then_some(Day { year: year as i32, month, day })
        }
        _ => None,
    };
    let whole = Parts { year: true, month: true, day: true };
    day.map_or(Content::Odd(OddDate::None), |day| shown_day(day, !midnight, whole))
}

fn shown_day(day: Day, time: bool, shown: Parts) -> Content {
    match shown {
        _ if time => Content::Odd(OddDate::Moment(day)),
        Parts { month: false, day: false, .. } => Content::Odd(OddDate::Year(day)),
        Parts { day: false, .. } => Content::Odd(OddDate::Month(day)),
        Parts { year: false, .. } => Content::Odd(OddDate::NoYear(day)),
        Parts { .. } => Content::Day(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Parts = Parts { year: true, month: true, day: true };

    fn day(year: i32, month: u32, day: u32) -> Content {
        Content::Day(Day { year, month, day })
    }

    #[test]
    fn date_counts_from_either_year() {
        assert_eq!(date(44_623.0, Epoch::Nineteen00, WHOLE), day(2022, 3, 3));
        assert_eq!(date(43_161.0, Epoch::Nineteen04, WHOLE), day(2022, 3, 3));
        assert_eq!(date(61.0, Epoch::Nineteen00, WHOLE), day(1900, 3, 1));
        assert_eq!(date(0.0, Epoch::Nineteen04, WHOLE), day(1904, 1, 1));
        assert_eq!(date(44_622.999_999_99, Epoch::Nineteen00, WHOLE), day(2022, 3, 3));
        assert_eq!(date(2_958_465.0, Epoch::Nineteen00, WHOLE), day(9999, 12, 31));
    }

    #[test]
    fn date_takes_no_day_that_was_not_written() {
        let third = Day { year: 2022, month: 3, day: 3 };
        let odd = |value, shown| date(value, Epoch::Nineteen00, shown);
        assert_eq!(odd(44_623.5, WHOLE), Content::Odd(OddDate::Moment(third)));
        assert_eq!(odd(44_623.0, Parts { year: true, month: true, day: false }), Content::Odd(OddDate::Month(third)));
        assert_eq!(odd(44_623.0, Parts { year: true, month: false, day: false }), Content::Odd(OddDate::Year(third)));
        assert_eq!(odd(44_623.0, Parts { year: false, month: true, day: true }), Content::Odd(OddDate::NoYear(third)));
        assert_eq!(odd(60.0, WHOLE), Content::Odd(OddDate::Early), "29 February 1900 never was");
        assert_eq!(odd(0.5, WHOLE), Content::Odd(OddDate::Time));
        for value in [-1.0, 2_958_466.0, 1e300, f64::NAN, f64::INFINITY] {
            assert_eq!(odd(value, WHOLE), Content::Odd(OddDate::None), "{value}");
        }
    }

    #[test]
    fn written_reads_iso_dates() {
        assert_eq!(written("2022-03-03"), day(2022, 3, 3));
        assert_eq!(written("2022-03-03T00:00:00"), day(2022, 3, 3));
        assert!(matches!(written("2022-03-03T10:00:00"), Content::Odd(OddDate::Moment(_))));
        assert_eq!(written("2022-02-30"), Content::Odd(OddDate::None));
    }
}
