//! Coverage for a person: a table for each sort of gap within 80 columns, and below it where to begin.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::counts::{Category, Coverage, Row, Tally};
use super::gaps::{self, Gap};
use super::messages;
use crate::diag::{Locale, Message};
use crate::record::Language;

/// The widest line.
const MAX_COLUMNS: usize = 80;

/// The width of the first column.
const NAME_COLUMNS: usize = 19;

/// How many gaps are named for each sort.
const MAX_GAPS_NAMED: usize = 5;

/// Returns coverage as text.
pub fn text(coverage: &Coverage, locale: Locale) -> String {
    let mut writer = TextWriter { coverage, locale, out: String::new() };
    Category::ALL.into_iter().for_each(|what| writer.section(what));
    if writer.out.is_empty() {
        writer.line(messages::NOTHING.words(locale));
    }
    writer.languages();
    writer.out
}

struct TextWriter<'c> {
    coverage: &'c Coverage,
    locale: Locale,
    out: String,
}

impl TextWriter<'_> {
    fn section(&mut self, what: Category) {
        let rows: Vec<&Row> = self.coverage.rows.iter().filter(|row| row.what == what).collect();
        // Where one report is asked about, all that is counted is what it prints.
        let (kinds, reports): (Vec<&Row>, Vec<&Row>) = match self.coverage.scope.report {
            Some(_) => (rows, Vec::new()),
            None => rows.into_iter().partition(|row| row.report.is_none()),
        };
        let whole = sum(kinds.iter().copied());
        if whole.total == 0 {
            return;
        }
        if !self.out.is_empty() {
            self.line("");
        }
        let heading = what.heading().words(self.locale);
        self.line(&format!("{heading}: {}", share(whole)));
        self.table(&messages::KIND, by(&kinds, |row| row.kind.clone()));
        if !reports.is_empty() {
            self.line("");
            self.table(&messages::PRINTED_BY, by(&reports, |row| row.report.clone().unwrap_or_default()));
        }
        self.gaps(what);
    }

    /// Writes a table with a row for each name: a column for each language, or the share alone where there is only one.
    fn table(&mut self, heading: &Message, rows: Vec<(String, Vec<&Row>)>) {
        let languages: Vec<Language> = Language::ALL
            .into_iter()
            .filter(|language| rows.iter().flat_map(|(_, rows)| rows).any(|row| row.language == Some(*language)))
            .collect();
        let mut head = cell(heading.words(self.locale), NAME_COLUMNS);
        if languages.len() > 1 {
            let _ = write!(head, "{:>8}", messages::TOTAL.words(self.locale));
            languages.iter().for_each(|language| {
                let _ = write!(head, "{:>7}", language.code());
            });
        }
        self.line(&format!("  {head}"));
        for (name, rows) in rows {
            let mut line = cell(&name, NAME_COLUMNS);
            if languages.len() > 1 {
                let _ = write!(line, "{:>8}", sum(rows.iter().copied()).total);
                for language in &languages {
                    let tally = sum(rows.iter().copied().filter(|row| row.language == Some(*language)));
                    let percent = tally.percent().map_or_else(|| "–".to_owned(), |percent| format!("{percent} %"));
                    let _ = write!(line, "{percent:>7}");
                }
            } else {
                let _ = write!(line, "{}", share(sum(rows)));
            }
            self.line(&format!("  {line}"));
        }
    }

    /// Says which languages were counted, where others were left out that nobody excluded.
    fn languages(&mut self) {
        let counted = &self.coverage.languages;
        if self.coverage.scope.language.is_none() && counted.len() < Language::ALL.len() {
            let codes: Vec<&str> = counted.iter().map(|language| language.code()).collect();
            self.line("");
            self.line(&messages::COUNTED_LANGUAGES.format(&vec![("codes", codes.join(", ").into())], self.locale));
        }
    }

    fn gaps(&mut self, what: Category) {
        let gaps = gaps::worst(&self.coverage.missing, what);
        if gaps.is_empty() {
            return;
        }
        self.line("");
        self.line(&format!("  {}", messages::WORST.words(self.locale)));
        gaps.iter().take(MAX_GAPS_NAMED).for_each(|gap| self.gap(gap));
        if gaps.len() > MAX_GAPS_NAMED {
            let more = messages::MORE.format(&vec![("number", (gaps.len() - MAX_GAPS_NAMED).into())], self.locale);
            self.line(&format!("    {more}"));
        }
    }

    fn gap(&mut self, gap: &Gap<'_>) {
        let codes: Vec<&str> = gap.languages.iter().map(|language| language.code()).collect();
        let place = gap.place;
        self.line(&format!("    {}:{}", place.file, place.line));
        let tail = [place.field.clone(), codes.join(" ")].into_iter().filter(|part| !part.is_empty());
        let tail = tail.collect::<Vec<_>>().join(": ");
        let name = format!("{} {}  {tail}", place.kind, place.record);
        self.line(&format!("      {}", cut(name.trim_end(), MAX_COLUMNS - 6)));
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }
}

/// Groups rows by a name, in the order of names.
fn by<'r>(rows: &[&'r Row], name: impl Fn(&Row) -> String) -> Vec<(String, Vec<&'r Row>)> {
    let mut groups: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    rows.iter().for_each(|row| groups.entry(name(row)).or_default().push(row));
    groups.into_iter().collect()
}

fn sum<'r>(rows: impl IntoIterator<Item = &'r Row>) -> Tally {
    let mut whole = Tally::default();
    rows.into_iter().for_each(|row| whole.add(row.tally));
    whole
}

/// Returns `3/4  75 %`.
fn share(tally: Tally) -> String {
    let percent = tally.percent().unwrap_or_default();
    format!("{}/{}  {percent} %", tally.present, tally.total)
}

/// Returns a text in a column.
fn cell(text: &str, width: usize) -> String {
    let text = cut(text, width - 1);
    let gap = width - text.chars().count();
    format!("{text}{}", " ".repeat(gap))
}

/// Returns the beginning of a text that is too wide.
fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    text.chars().take(width - 1).chain(['…']).collect()
}
