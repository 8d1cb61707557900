//! The clock: the one place that asks what time it is, where nobody says it.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

use crate::distribute::Moment;
use crate::record::edtf::Date;

/// Reads a moment: `2022-03-04T09:30:00Z`, or a day, which means its beginning.
pub fn moment(text: &str) -> Result<Moment, String> {
    let day = || Some(text.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0)?.and_utc());
    let told = DateTime::parse_from_rfc3339(text).map(|time| time.to_utc()).ok().or_else(day);
    told.and_then(at).ok_or_else(|| "write a day as 2022-03-04, or a time as 2022-03-04T09:30:00Z".to_owned())
}

/// Returns the moment that it is.
pub fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let time = DateTime::from_timestamp(since.as_secs() as i64, 0).unwrap_or_default();
    at(time).expect("a day of the calendar is a date")
}

fn at(time: DateTime<Utc>) -> Option<Moment> {
    let day = Date::parse(&time.date_naive().to_string()).ok()?;
    Some(Moment { text: time.to_rfc3339_opts(SecondsFormat::Secs, true), day })
}
