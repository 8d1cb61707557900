//! Dates in seven languages: long in texts, short in tables. A date prints as it is known and not more exactly.

use crate::record::Language;
use crate::record::edtf::{Date, Day};

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// In texts: 3 March 2022.
    Long,
    /// In tables: 3 Mar 2022.
    Short,
}

/// Writes a date.
pub fn write(date: Date, language: Language, form: Form) -> String {
    let text = match date {
        Date::On(day) => one(day, language, form),
        Date::Range(Some(start), Some(end)) => range(start, end, language, form),
        Date::Range(Some(start), None) => open(start, "since", "с", language, form),
        Date::Range(None, Some(end)) => open(end, "until", "до", language, form),
        Date::Range(None, None) => String::new(),
    };
    let approximate = date.start().or(date.end()).is_some_and(|d| d.about || d.uncertain);
    match (approximate, language) {
        (false, _) => text,
        (true, Language::En) => format!("about {text}"),
        (true, Language::Ru) if form == Form::Long => format!("около {}", genitive_year(&text)),
        (true, _) => format!("≈\u{a0}{text}"),
    }
}

fn one(day: Day, language: Language, form: Form) -> String {
    let (Some(month), year) = (day.month, day.year) else {
        return year_alone(day.year.unwrap_or_default(), language, form);
    };
    let month_name = month_name(month, language, form, day.day.is_some());
    match (day.day, year, language, form) {
        (Some(d), Some(y), Language::En, _) => format!("{d}\u{a0}{month_name}\u{a0}{y}"),
        (None, Some(y), Language::En, _) => format!("{month_name}\u{a0}{y}"),
        (Some(d), Some(y), _, Form::Short) => format!("{d:02}.{month:02}.{y}"),
        (Some(d), Some(y), language, Form::Long) => full(&d.to_string(), d, month, y, language),
        (None, Some(y), Language::Ru, Form::Long) => format!("{month_name}\u{a0}{y}\u{a0}года"),
        // Long months without a day wait for a speaker of the other languages; figures are understood meanwhile.
        (None, Some(y), _, _) => format!("{month:02}.{y}"),
        (Some(d), None, _, _) => without_year(&d.to_string(), month, language, form),
        (None, None, _, _) => without_year("", month, language, form),
    }
}

/// Writes a full date; `days` is a day or a range of days that ends with `last`.
fn full(days: &str, last: u32, month: u32, year: i32, language: Language) -> String {
    let name = month_name(month, language, Form::Long, true);
    match language {
        Language::En => format!("{days}\u{a0}{name}\u{a0}{year}"),
        Language::Ru => format!("{days}\u{a0}{name}\u{a0}{year}\u{a0}года"),
        Language::Kk => format!("{year}\u{a0}жылғы {days}\u{a0}{name}"),
        Language::Ky => format!("{year}-жылдын {days}-{name}"),
        Language::Tg => format!("{days}\u{a0}{name}и соли\u{a0}{year}"),
        Language::Tk => {
            let (of_year, of_day) = (turkmen_ordinal(year.unsigned_abs()), turkmen_ordinal(last));
            format!("{year}-{of_year}\u{a0}ýylyň {days}-{of_day}\u{a0}{name}")
        }
        Language::Uz => format!("{year}-yil {days}-{name}"),
    }
}

/// Returns the ordinal ending of a Turkmen number: -njy after 6, 9, 10, 30, 40, 60 and 90, else -nji.
fn turkmen_ordinal(n: u32) -> &'static str {
    let back = match (n % 10, n % 100) {
        (6 | 9, _) => true,
        (0, tens) => matches!(tens, 10 | 30 | 40 | 60 | 90),
        _ => false,
    };
    if back { "njy" } else { "nji" }
}

fn range(start: Day, end: Day, language: Language, form: Form) -> String {
    let same_year = start.year == end.year;
    let same_month = same_year && start.month == end.month;
    match (start.day, end.day, end.month) {
        (Some(a), Some(b), Some(month)) if same_month => days_of_month(a, b, month, end.year, language, form),
        (Some(a), Some(_), Some(_)) if same_year => {
            let before = match (language, form) {
                (Language::En | Language::Ru, Form::Long) | (Language::En, Form::Short) => {
                    let name = month_name(start.month.unwrap_or(1), language, form, true);
                    format!("{a}\u{a0}{name} – ")
                }
                _ => format!("{a:02}.{:02}–", start.month.unwrap_or(1)),
            };
            format!("{before}{}", one(end, language, form))
        }
        (None, None, None) => years(start, end, language, form),
        (None, None, Some(_)) if same_year && language == Language::En => {
            format!("{}–{}", month_name(start.month.unwrap_or(1), language, form, false), one(end, language, form))
        }
        _ => format!("{} – {}", one(start, language, form), one(end, language, form)),
    }
}

fn days_of_month(a: u32, b: u32, month: u32, year: Option<i32>, language: Language, form: Form) -> String {
    let days = format!("{a}–{b}");
    match (year, language, form) {
        (None, _, _) => without_year(&days, month, language, form),
        (Some(y), Language::En, _) => {
            format!("{days}\u{a0}{}\u{a0}{y}", month_name(month, language, form, true))
        }
        (Some(y), _, Form::Short) => format!("{a:02}–{b:02}.{month:02}.{y}"),
        (Some(y), _, Form::Long) => full(&days, b, month, y, language),
    }
}

fn years(start: Day, end: Day, language: Language, form: Form) -> String {
    let years = format!("{}–{}", start.year.unwrap_or_default(), end.year.unwrap_or_default());
    match (language, form) {
        (Language::Ru, Form::Long) => format!("{years}\u{a0}годы"),
        _ => years,
    }
}

fn year_alone(year: i32, language: Language, form: Form) -> String {
    match (language, form) {
        (Language::Ru, Form::Long) => format!("{year}\u{a0}год"),
        _ => year.to_string(),
    }
}

fn genitive_year(text: &str) -> String {
    match text.strip_suffix("\u{a0}год") {
        Some(year) => format!("{year}\u{a0}года"),
        None => text.to_owned(),
    }
}

fn open(day: Day, en: &str, ru: &str, language: Language, form: Form) -> String {
    let text = one(day, language, form);
    match language {
        Language::En => format!("{en} {text}"),
        Language::Ru => format!("{ru}\u{a0}{}", genitive_year(&text)),
        _ if en == "since" => format!("{text} –"),
        _ => format!("– {text}"),
    }
}

fn without_year(days: &str, month: u32, language: Language, form: Form) -> String {
    let name = month_name(month, language, form, !days.is_empty());
    let date = if days.is_empty() { name.to_owned() } else { format!("{days}\u{a0}{name}") };
    match language {
        Language::En => format!("{date}, year not given"),
        Language::Ru => format!("{date}, год не указан"),
        _ => format!("{date}, ????"),
    }
}

/// Returns the name of a month; in Russian the case that a day before it asks for.
fn month_name(month: u32, language: Language, form: Form, after_day: bool) -> &'static str {
    let names: &[&str; 12] = match (language, form) {
        (Language::En, Form::Long) => &[
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        (Language::En, Form::Short) => {
            &["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        }
        (Language::Ru, _) if after_day => &[
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        (Language::Ru, _) => &[
            "январь",
            "февраль",
            "март",
            "апрель",
            "май",
            "июнь",
            "июль",
            "август",
            "сентябрь",
            "октябрь",
            "ноябрь",
            "декабрь",
        ],
        (Language::Kk, _) => &[
            "қаңтар",
            "ақпан",
            "наурыз",
            "сәуір",
            "мамыр",
            "маусым",
            "шілде",
            "тамыз",
            "қыркүйек",
            "қазан",
            "қараша",
            "желтоқсан",
        ],
        (Language::Ky, _) => &[
            "январы",
            "февралы",
            "марты",
            "апрели",
            "майы",
            "июну",
            "июлу",
            "августу",
            "сентябры",
            "октябры",
            "ноябры",
            "декабры",
        ],
        (Language::Tg, _) => {
            &["январ", "феврал", "март", "апрел", "май", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"]
        }
        (Language::Tk, _) => &[
            "ýanwary",
            "fewraly",
            "marty",
            "apreli",
            "maýy",
            "iýuny",
            "iýuly",
            "awgusty",
            "sentýabry",
            "oktýabry",
            "noýabry",
            "dekabry",
        ],
        (Language::Uz, _) => &[
            "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr", "oktabr", "noyabr",
            "dekabr",
        ],
    };
    names[(month.clamp(1, 12) - 1) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(date: &str, language: Language, form: Form) -> String {
        write(Date::parse(date).expect(date), language, form).replace('\u{a0}', " ")
    }

    #[test]
    fn write_gives_the_official_long_forms() {
        let day = [
            (Language::En, "3 March 2022", "3–4 March 2022"),
            (Language::Ru, "3 марта 2022 года", "3–4 марта 2022 года"),
            (Language::Kk, "2022 жылғы 3 наурыз", "2022 жылғы 3–4 наурыз"),
            (Language::Ky, "2022-жылдын 3-марты", "2022-жылдын 3–4-марты"),
            (Language::Tg, "3 марти соли 2022", "3–4 марти соли 2022"),
            (Language::Tk, "2022-nji ýylyň 3-nji marty", "2022-nji ýylyň 3–4-nji marty"),
            (Language::Uz, "2022-yil 3-mart", "2022-yil 3–4-mart"),
        ];
        for (language, single, range) in day {
            assert_eq!(written("2022-03-03", language, Form::Long), single);
            assert_eq!(written("2022-03-03/2022-03-04", language, Form::Long), range);
        }
    }

    #[test]
    fn write_prints_a_date_as_it_is_known() {
        for (date, en, ru) in [
            ("2018-04", "April 2018", "апрель 2018 года"),
            ("2015", "2015", "2015 год"),
            ("2015~", "about 2015", "около 2015 года"),
            ("2010/2011", "2010–2011", "2010–2011 годы"),
            ("2015-03-30/2015-04-02", "30 March – 2 April 2015", "30 марта – 2 апреля 2015 года"),
            ("2011-11-30/2022-03-04", "30 November 2011 – 4 March 2022", "30 ноября 2011 года – 4 марта 2022 года"),
            ("XXXX-09-13/XXXX-09-15", "13–15 September, year not given", "13–15 сентября, год не указан"),
            ("2022-09/2022-11", "September–November 2022", "сентябрь 2022 года – ноябрь 2022 года"),
            ("2013/..", "since 2013", "с 2013 года"),
        ] {
            assert_eq!(written(date, Language::En, Form::Long), en);
            assert_eq!(written(date, Language::Ru, Form::Long), ru);
        }
    }

    #[test]
    fn write_is_short_in_tables() {
        assert_eq!(written("2022-03-03/2022-03-04", Language::En, Form::Short), "3–4 Mar 2022");
        assert_eq!(written("2022-03-03/2022-03-04", Language::Ru, Form::Short), "03–04.03.2022");
        assert_eq!(written("2018-04", Language::Ru, Form::Short), "04.2018");
    }

    #[test]
    fn turkmen_ordinals_follow_the_sound_of_the_number() {
        let ordinals: Vec<_> = [6, 9, 10, 16, 20, 30, 31].map(turkmen_ordinal).into();
        assert_eq!(ordinals, ["njy", "njy", "njy", "njy", "nji", "njy", "nji"]);
    }
}
