//! Dates in seven languages: long in texts, short in tables. A date prints as it is known and not more exactly.
//!
//! Every form of date in every language stands, written out, in `tests/references/dates.txt`.

mod months;

use months::Case;

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

/// A dash between two dates; no line begins with it.
const DASH: &str = "\u{a0}– ";

/// Writes a date.
pub fn write(date: Date, language: Language, form: Form) -> String {
    let writer = Writer { language, form };
    match date {
        Date::On(day) => writer.one(day),
        Date::Range(Some(start), Some(end)) => writer.range(start, end),
        Date::Range(Some(start), None) => writer.since(start),
        Date::Range(None, Some(end)) => writer.until(end),
        Date::Range(None, None) => String::new(),
    }
}

#[derive(Clone, Copy)]
struct Writer {
    language: Language,
    form: Form,
}

impl Writer {
    /// Writes one date, and how sure it is.
    fn one(self, day: Day) -> String {
        let date = match (day.about, self.language, self.form) {
            (false, _, _) => self.date(day, Case::Plain),
            (true, Language::Ru, Form::Long) => format!("около {}", self.date(day, Case::Bound)),
            (true, _, _) => format!("{}{}", self.about(), self.date(day, Case::Plain)),
        };
        date + self.doubt(day)
    }

    fn range(self, start: Day, end: Day) -> String {
        let certain = [start, end].iter().all(|day| !day.about && !day.uncertain);
        match (start.month, end.month) {
            _ if start == end => self.one(start),
            (Some(_), Some(_)) if certain && start.year == end.year => self.within_year(start, end),
            (None, None) if certain => self.years(start.year.unwrap_or_default(), end.year.unwrap_or_default()),
            _ => format!("{}{DASH}{}", self.one(start), self.one(end)),
        }
    }

    fn since(self, start: Day) -> String {
        match (self.language, self.form) {
            (Language::En, _) => format!("since {}", self.one(start)),
            (Language::Ru, _) => self.governed("с", start),
            _ => format!("{}{}", self.one(start), DASH.trim_end()),
        }
    }

    fn until(self, end: Day) -> String {
        match (self.language, self.form) {
            (Language::En, _) => format!("until {}", self.one(end)),
            (Language::Ru, _) => self.governed("до", end),
            _ => format!("–\u{a0}{}", self.one(end)),
        }
    }

    /// Writes a Russian date behind a preposition, before which “about” stands: «примерно с марта 2015 года».
    fn governed(self, preposition: &str, day: Day) -> String {
        let about = match (day.about, self.form) {
            (false, _) => "",
            (true, Form::Long) => "примерно ",
            (true, Form::Short) => "≈\u{a0}",
        };
        format!("{about}{preposition}\u{a0}{}{}", self.date(day, Case::Bound), self.doubt(day))
    }

    /// Writes what is known of a date, without how sure it is.
    fn date(self, day: Day, case: Case) -> String {
        match (day.year, day.month) {
            (Some(year), None) => self.year(year, case),
            (None, None) => String::new(),
            (Some(year), Some(month)) if self.in_figures() => match day.day {
                Some(day) => format!("{day:02}.{month:02}.{year}"),
                None => format!("{month:02}.{year}"),
            },
            (year, Some(month)) => self.in_year(&self.part(day.day.map(Days::One), month, year, case), year),
        }
    }

    /// Writes two dates of one year, which is named once.
    fn within_year(self, start: Day, end: Day) -> String {
        let (from, to) = (start.month.unwrap_or_default(), end.month.unwrap_or_default());
        match (start.day, end.day, end.year) {
            (Some(a), Some(b), Some(year)) if self.in_figures() && from == to => {
                format!("{a:02}–{b:02}.{to:02}.{year}")
            }
            (Some(a), Some(b), Some(year)) if self.in_figures() => {
                format!("{a:02}.{from:02}–{b:02}.{to:02}.{year}")
            }
            (_, _, Some(_)) if self.in_figures() => format!("{}{DASH}{}", self.one(start), self.one(end)),
            (Some(a), Some(b), year) if from == to => {
                self.in_year(&self.part(Some(Days::Several(a, b)), to, year, Case::Plain), year)
            }
            (a, b, year) => {
                let single_words = a.is_none() && b.is_none() && self.language == Language::En;
                let dash = if single_words { "–" } else { DASH };
                let part = |day: Option<u32>, month| self.part(day.map(Days::One), month, year, Case::Plain);
                self.in_year(&format!("{}{dash}{}", part(a, from), part(b, to)), year)
            }
        }
    }

    /// Writes the day or days and the month as they stand within a year; `case` is that of a month without a day.
    fn part(self, days: Option<Days>, month: u32, year: Option<i32>, case: Case) -> String {
        let case = match self.language {
            Language::En if self.form == Form::Short => Case::Cut,
            Language::Ru if days.is_some() => Case::Bound,
            Language::Ky | Language::Tk if year.is_some() => Case::Bound,
            Language::Ky | Language::Tk => Case::Plain,
            _ => case,
        };
        let name = months::name(month, self.language, case);
        match (days, self.language) {
            (None, _) => name.to_owned(),
            (Some(days), Language::Ky | Language::Uz) => format!("{days}-{name}"),
            (Some(days), Language::Tk) => format!("{days}-{}\u{a0}{name}", turkmen_ordinal(days.last())),
            (Some(days), _) => format!("{days}\u{a0}{name}"),
        }
    }

    /// Writes days and months in their year.
    fn in_year(self, part: &str, year: Option<i32>) -> String {
        let Some(year) = year else { return format!("{part}, {}", self.no_year()) };
        match self.language {
            Language::En => format!("{part}\u{a0}{year}"),
            Language::Ru => format!("{part}\u{a0}{year}\u{a0}года"),
            Language::Kk => format!("{year}\u{a0}жылғы {part}"),
            Language::Ky => format!("{year}-жылдын {part}"),
            Language::Tg => format!("{part}и соли\u{a0}{year}"),
            Language::Tk => format!("{year}-{}\u{a0}ýylyň {part}", turkmen_ordinal(year.unsigned_abs())),
            Language::Uz => format!("{year}-yil {part}"),
        }
    }

    fn year(self, year: i32, case: Case) -> String {
        match (self.form, self.language) {
            (Form::Short, _) | (_, Language::En) => year.to_string(),
            (_, Language::Ru) if case == Case::Bound => format!("{year}\u{a0}года"),
            (_, Language::Ru) => format!("{year}\u{a0}год"),
            (_, Language::Kk) => format!("{year}\u{a0}жыл"),
            (_, Language::Ky) => format!("{year}-жыл"),
            (_, Language::Tg) => format!("соли\u{a0}{year}"),
            (_, Language::Tk) => format!("{year}-{}\u{a0}ýyl", turkmen_ordinal(year.unsigned_abs())),
            (_, Language::Uz) => format!("{year}-yil"),
        }
    }

    fn years(self, start: i32, end: i32) -> String {
        match (self.form, self.language) {
            (Form::Short, _) | (_, Language::En) => format!("{start}–{end}"),
            (_, Language::Ru) => format!("{start}–{end}\u{a0}годы"),
            (_, Language::Kk) => format!("{start}–{end}\u{a0}жылдар"),
            (_, Language::Ky) => format!("{start}–{end}-жылдар"),
            (_, Language::Tg) => format!("солҳои\u{a0}{start}–{end}"),
            (_, Language::Tk) => format!("{start}–{end}-{}\u{a0}ýyllar", turkmen_ordinal(end.unsigned_abs())),
            (_, Language::Uz) => format!("{start}–{end}-yillar"),
        }
    }

    /// Returns whether full dates and months are written in figures.
    fn in_figures(self) -> bool {
        self.form == Form::Short && self.language != Language::En
    }

    fn about(self) -> &'static str {
        match (self.language, self.form) {
            (Language::En, _) => "about ",
            (_, Form::Short) => "≈\u{a0}",
            (Language::Ru, _) => "около ",
            (Language::Kk, _) => "шамамен ",
            (Language::Ky, _) => "болжол менен ",
            (Language::Tg, _) => "тақрибан ",
            (Language::Tk, _) => "takmynan ",
            (Language::Uz, _) => "taxminan ",
        }
    }

    fn doubt(self, day: Day) -> &'static str {
        match (day.uncertain, self.form, self.language) {
            (false, _, _) => "",
            (_, Form::Short, _) => "\u{a0}(?)",
            (_, _, Language::En) => " (uncertain)",
            (_, _, Language::Ru) => " (предположительно)",
            (_, _, Language::Kk) => " (анық емес)",
            (_, _, Language::Ky) => " (анык эмес)",
            (_, _, Language::Tg) => " (аниқ нест)",
            (_, _, Language::Tk) => " (anyk däl)",
            (_, _, Language::Uz) => " (aniq emas)",
        }
    }

    fn no_year(self) -> &'static str {
        match self.language {
            Language::En => "year not given",
            Language::Ru => "год не указан",
            Language::Kk => "жылы көрсетілмеген",
            Language::Ky => "жылы көрсөтүлгөн эмес",
            Language::Tg => "сол нишон дода нашудааст",
            Language::Tk => "ýyly görkezilmedik",
            Language::Uz => "yili koʻrsatilmagan",
        }
    }
}

/// One day of a month, or several in a row.
#[derive(Clone, Copy)]
enum Days {
    One(u32),
    Several(u32, u32),
}

impl Days {
    fn last(self) -> u32 {
        match self {
            Self::One(day) | Self::Several(_, day) => day,
        }
    }
}

impl std::fmt::Display for Days {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::One(day) => day.fmt(f),
            Self::Several(first, last) => write!(f, "{first}–{last}"),
        }
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

#[cfg(test)]
mod tests;
