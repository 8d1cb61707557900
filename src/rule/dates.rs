//! What rules evaluate of dates. Dates come as their EDTF text; what an approximate, open or unknown side leaves open is never held
//! against a record, so that a rule speaks up only where the dates are certain.

use cel::{ExecutionError, Value};
use chrono::{Datelike, NaiveDate};

use crate::record::edtf::{Date, Day};

/// An answer, or why there is none.
type Answer<T> = Result<T, ExecutionError>;

/// The day before every day: what an unknown or open start is taken for.
const BEGINNING: NaiveDate = NaiveDate::from_ymd_opt(0, 1, 1).expect("a day");
/// The day after every day: what an unknown or open end is taken for.
const END: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");

/// Returns the first day that a date can mean.
pub fn earliest(date: &str) -> Answer<Value> {
    let day = parse("earliest", date)?.first().unwrap_or(BEGINNING);
    Ok(day.to_string().into())
}

/// Returns the last day that a date can mean.
pub fn latest(date: &str) -> Answer<Value> {
    let day = parse("latest", date)?.last().unwrap_or(END);
    Ok(day.to_string().into())
}

/// Returns whether a date lies within a period for certain.
pub fn within(date: &str, period: &str) -> Answer<bool> {
    let (date, period) = (parse("within", date)?, parse("within", period)?);
    let after = |start: NaiveDate| date.first().is_some_and(|first| first >= start);
    let before = |end: NaiveDate| date.last().is_some_and(|last| last <= end);
    let inside = period.first().is_none_or(after) && period.last().is_none_or(before);
    Ok(inside && date.first().is_some())
}

/// Returns whether a date, from its start to its end, lies for certain between the beginning of one date and the end of another.
pub fn between(date: &str, first: &str, last: &str) -> Answer<bool> {
    let [date, first, last] = [parse("between", date)?, parse("between", first)?, parse("between", last)?];
    let (start, end) = (sure(first.start()).and_then(Date::first), sure(last.end()).and_then(Date::last));
    let own = (sure(date.start()).and_then(Date::first), sure(date.end()).and_then(Date::last));
    Ok(
        matches!((start, own, end), (Some(start), (Some(first), Some(last)), Some(end)) if start <= first && last <= end),
    )
}

/// Returns whether the first date is over, for certain, before the second begins.
pub fn before(first: &str, second: &str) -> Answer<bool> {
    Ok(is_before(parse("before", first)?, parse("before", second)?))
}

/// Returns whether two dates can share a day.
pub fn overlaps(date: &str, period: &str) -> Answer<bool> {
    let (date, period) = (parse("overlaps", date)?, parse("overlaps", period)?);
    Ok(!is_before(date, period) && !is_before(period, date))
}

/// Returns whether a date, from its start to its end, can lie within a period.
pub fn fits(date: &str, period: &str) -> Answer<bool> {
    let (date, period) = (parse("fits", date)?, parse("fits", period)?);
    let one = |day: Option<Day>| day.map(Date::On);
    let too_early = one(date.start()).is_some_and(|start| is_before(start, period));
    let too_late = one(date.end()).is_some_and(|end| is_before(period, end));
    Ok(!too_early && !too_late)
}

/// Returns the whole months that have passed, for certain, from one date to another.
pub fn months(from: &str, to: &str) -> Answer<i64> {
    let (from, to) = (parse("months", from)?.last(), parse("months", to)?.first());
    let (Some(from), Some(to)) = (from, to) else { return Ok(0) };
    let counted = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
    let begun = i64::from(to.day() < from.day());
    Ok((counted(to) - counted(from) - begun).max(0))
}

/// Returns the most days that a date can last.
pub fn days(date: &str) -> Answer<i64> {
    let date = parse("days", date)?;
    let (first, last) = (date.first().unwrap_or(BEGINNING), date.last().unwrap_or(END));
    Ok((last - first).num_days() + 1)
}

fn parse(function: &str, date: &str) -> Answer<Date> {
    Date::parse(date).map_err(|fault| ExecutionError::function_error(function, format!("“{date}”: {fault}")))
}

fn is_before(first: Date, second: Date) -> bool {
    let (end, start) = (sure(first.end()), sure(second.start()));
    matches!((end.and_then(Date::last), start.and_then(Date::first)), (Some(end), Some(start)) if end < start)
}

/// Returns one side of a date, where nothing about it is approximate or uncertain.
fn sure(side: Option<Day>) -> Option<Date> {
    side.filter(|day| !day.about && !day.uncertain).map(Date::On)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all<T: PartialEq + std::fmt::Debug>(evaluate: impl Fn(&str, &str) -> Answer<T>, cases: &[(&str, &str, T)]) {
        for (first, second, expected) in cases {
            assert_eq!(evaluate(first, second).as_ref(), Ok(expected), "{first}, {second}");
        }
    }

    #[test]
    fn earliest_and_latest_take_an_unknown_side_for_open() {
        let text = |answer: Answer<Value>| answer.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(text(earliest("2015-02")), "2015-02-01".into());
        assert_eq!(text(latest("2015-02")), "2015-02-28".into());
        assert_eq!(text(earliest("XXXX-09-27")), "0000-01-01".into());
        assert_eq!(text(latest("2020/..")), "9999-12-31".into());
    }

    #[test]
    fn within_needs_to_be_certain() {
        all(
            within,
            &[
                ("2022-03-03", "2022-03-03/2022-03-04", true),
                ("2022-03", "2022-03-03/2022-03-04", false),
                ("XXXX-03-03", "2022", false),
                ("2022-03-05", "2022-03/..", true),
            ],
        );
    }

    #[test]
    fn before_is_certain_or_not_at_all() {
        all(
            before,
            &[
                ("2021-12-31", "2022", true),
                ("2022", "2022-03-03", false),
                ("2022-03-03", "2022-03-03", false),
                ("2021~", "2022", false),
                ("2021", "2022?", false),
                ("2020/..", "2022", false),
                ("XXXX-01-01", "2022", false),
                ("../2021", "2022/..", true),
            ],
        );
    }

    #[test]
    fn between_needs_to_know_all_of_its_dates() {
        for (date, first, last, expected) in [
            ("2022-03-03/2022-03-04", "2017-06", "2022-03-04", true),
            ("2022-03-04", "2022-03", "2022-03", true),
            ("2022-03", "2022-03-01", "2022-03-30", false),
            ("2022-03-03/2022-03-05", "2017", "2022-03-04", false),
            ("2017-05-31", "2017-06", "2018", false),
            ("2018", "2019", "2017", false),
            ("2018/..", "2017", "2019", false),
            ("2018", "../2017", "2019", false),
            ("2018", "2017", "XXXX-12-20", false),
            ("XXXX-03-03", "0001", "9998", false),
            ("2018~", "2017", "2019", false),
            ("2018", "2017?", "2019", false),
            ("2018", "2017", "2019~", false),
        ] {
            assert_eq!(between(date, first, last), Ok(expected), "{date}, {first}, {last}");
        }
    }

    #[test]
    fn overlaps_where_one_day_can_be_shared() {
        all(
            overlaps,
            &[
                ("2022-03-03/2022-03-04", "2022-03-04/..", true),
                ("2022-03", "2022-03-31", true),
                ("2022-03-03", "2022-03-04/2022-03-05", false),
                ("2022-03-06", "../2022-03-05", false),
                ("2022-03-06", "../2022-03-05~", true),
            ],
        );
    }

    #[test]
    fn fits_where_start_and_end_can_lie_inside() {
        all(
            fits,
            &[
                ("2022-03", "2022-03-03/2022-03-04", true),
                ("2022-03-03/2022-03-04", "2022-03", true),
                ("2022-03-03/2022-03-05", "2022-03-03/2022-03-04", false),
                ("2022-03-02", "2022-03-03/2022-03-04", false),
                ("2022-03-04/2022-03", "2022-03-03/2022-03-04", true),
                ("2022/..", "2021/2023", true),
                ("2022-03-02~", "2022-03-03", true),
            ],
        );
    }

    #[test]
    fn months_are_whole_and_certain() {
        all(
            months,
            &[
                ("2021-03-15", "2022-03-15", 12),
                ("2021-03-15", "2022-03-14", 11),
                ("2021", "2022-03-01", 2),
                ("2021-01-31", "2021-02-28", 0),
                ("2022", "2021", 0),
                ("2021/..", "2030", 0),
                ("XXXX-01-01", "2030", 0),
            ],
        );
    }

    #[test]
    fn days_count_from_the_first_to_the_last() {
        let asked = ["2022-03-03", "2022-03-03/2022-03-05", "2024-02"].map(|date| days(date).unwrap_or_default());
        assert_eq!(asked, [1, 3, 29]);
        assert!(days("XXXX-12-20").is_ok_and(|days| days > 3_000_000), "an unknown year can be long");
    }

    #[test]
    fn what_is_no_date_is_an_error_and_never_a_panic() {
        for wrong in ["", "/", "../..", "3.3.2022", "2022-02-30", "9999-99", "\u{1F600}~", "2022-03-04/2022-03-03"] {
            assert!(earliest(wrong).is_err() && latest(wrong).is_err() && days(wrong).is_err(), "{wrong}");
            for good in ["2022", "../9999-12-31"] {
                assert!(between(wrong, good, good).is_err() && between(good, good, wrong).is_err(), "{wrong}");
                assert!(within(wrong, good).is_err() && within(good, wrong).is_err(), "{wrong}");
                assert!(before(wrong, good).is_err() && before(good, wrong).is_err(), "{wrong}");
                assert!(overlaps(wrong, good).is_err() && overlaps(good, wrong).is_err(), "{wrong}");
                assert!(fits(wrong, good).is_err() && fits(good, wrong).is_err(), "{wrong}");
                assert!(months(wrong, good).is_err() && months(good, wrong).is_err(), "{wrong}");
            }
        }
    }

    #[test]
    fn the_last_year_has_a_last_day() {
        assert_eq!(months("0000", "9999-12"), Ok(119_987));
        assert!(days("9999").is_ok_and(|days| days >= 365));
    }
}
