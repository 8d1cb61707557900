//! What importing would do, in words: columns and their fields, records found by name, the first records.

use super::columns::Target;
use super::messages;
use super::plan::Plan;
use super::shown::shorten;
use super::table::{Origin, Table, letters};
use crate::diag::messages::russian;
use crate::diag::{Arg, Locale, Message, path_text};

/// How many records are shown.
const MAX_RECORDS_SHOWN: usize = 3;
/// How many names are shown that led to records.
const MAX_NAMES_SHOWN: usize = 20;

/// Returns what a plan would do; the records only where nothing keeps them from being written.
pub fn preview(
    plan: &Plan<'_>,
    table: &Table,
    path: &str,
    kind: &str,
    made_of: Option<&str>,
    locale: Locale,
) -> String {
    let say = |message: &'static Message, values: Vec<(&'static str, Arg)>| message.format(&values, locale);
    let purpose = messages::FOR_RECORDS.of(vec![("kind", kind.into())]);
    let mut out = vec![head(table, path, purpose, locale), String::new()];
    out.extend(columns(plan, locale));
    if table.empty_rows > 0 {
        out.push(String::new());
        out.push(say(&messages::ROWS_EMPTY, vec![("number", table.empty_rows.into())]));
    }
    if let Some(field) = made_of {
        out.push(String::new());
        out.push(say(&messages::IDS_MADE, vec![("field", field.into())]));
    }
    if !plan.resolved.is_empty() {
        out.push(String::new());
        out.push(say(&messages::FOUND_BY_NAME, vec![]));
        for found in plan.resolved.iter().take(MAX_NAMES_SHOWN) {
            let values = vec![("name", found.name.clone().into()), ("id", found.id.clone().into())];
            out.push(format!("  {}", say(&messages::NAMED, values)));
        }
        if plan.resolved.len() > MAX_NAMES_SHOWN {
            out.push("  …".to_owned());
        }
    }
    if !plan.drafts.is_empty() {
        out.push(String::new());
        let shown = plan.drafts.len().min(MAX_RECORDS_SHOWN);
        out.push(say(&messages::FIRST_RECORDS, vec![("number", shown.into()), ("all", plan.drafts.len().into())]));
    }
    for draft in plan.drafts.iter().take(MAX_RECORDS_SHOWN) {
        out.push(String::new());
        out.push(format!("# {}", path_text(&draft.path)));
        out.extend(draft.text.lines().map(str::to_owned));
    }
    out.join("\n")
}

/// Returns what was read, and what for.
pub fn head(table: &Table, path: &str, purpose: Arg, locale: Locale) -> String {
    let rows = counted(table.rows.len(), ["row", "rows"], ["строка", "строки", "строк"], locale);
    let mut values = vec![("path", Arg::from(path)), ("rows", rows.into()), ("purpose", purpose)];
    let message = match &table.origin {
        Origin::Sheet { name } => {
            values.push(("sheet", name.clone().into()));
            &messages::READ_SHEET
        }
        Origin::Text { encoding, separator } => {
            let separator = match separator {
                None => (&messages::ONE_COLUMN).into(),
                Some(',') => (&messages::COMMA).into(),
                Some(';') => (&messages::SEMICOLON).into(),
                Some('\t') => (&messages::A_TAB).into(),
                Some(sign) => messages::A_SIGN.of(vec![("sign", sign.to_string().into())]),
            };
            values.push(("encoding", encoding.name().into()));
            values.push(("separator", separator));
            &messages::READ_TEXT
        }
    };
    message.format(&values, locale)
}

/// Returns the columns as a table of three columns.
fn columns(plan: &Plan<'_>, locale: Locale) -> Vec<String> {
    let say = |message: &'static Message| message.format(&vec![], locale);
    let mut rows = vec![[say(&messages::HEAD_COLUMN), say(&messages::HEAD_HEADING), say(&messages::HEAD_FIELD)]];
    for column in &plan.columns {
        let hidden = if column.heading.hidden { say(&messages::IS_HIDDEN) } else { String::new() };
        let field = column.target.as_ref().map_or_else(|| say(&messages::LEFT_OUT), Target::name);
        let heading = shorten(&column.heading.text);
        rows.push([letters(column.heading.column), heading + &hidden, field]);
    }
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
    let (first, second) = (width(0), width(1));
    rows.iter().map(|[a, b, c]| format!("{a:<first$}  {b:<second$}  {c}")).collect()
}

/// Returns a number of files in words.
pub fn files(number: usize, locale: Locale) -> String {
    counted(number, ["file", "files"], ["файл", "файла", "файлов"], locale)
}

fn counted(number: usize, en: [&'static str; 2], ru: [&'static str; 3], locale: Locale) -> String {
    let word = match locale {
        Locale::En => en[usize::from(number != 1)],
        Locale::Ru => russian(number, ru),
    };
    format!("{number} {word}")
}
