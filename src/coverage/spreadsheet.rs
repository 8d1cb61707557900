//! Tables as CSV (RFC 4180) that a spreadsheet program opens as they are: UTF-8 with its mark at the beginning, and no cell that the
//! program would take for a formula.

use super::counts::Coverage;

/// The headings of the list of what is missing. Their order and names stay as they are.
pub const HEADINGS: [&str; 9] = ["what", "language", "report", "kind", "record", "field", "file", "line", "required"];

/// Returns everything that is missing, a row each; several reports in one cell are divided by spaces.
pub fn csv(coverage: &Coverage) -> String {
    let rows = coverage.missing.iter().map(|missing| {
        vec![
            missing.what.name().to_owned(),
            missing.language.map(|language| language.code().to_owned()).unwrap_or_default(),
            missing.reports.join(" "),
            missing.kind.clone(),
            missing.record.clone(),
            missing.field.clone(),
            missing.file.clone(),
            missing.line.to_string(),
            (if missing.required { "yes" } else { "no" }).to_owned(),
        ]
    });
    table(&HEADINGS, rows)
}

/// Returns a table.
pub fn table(headings: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut out = String::from("\u{feff}");
    out.push_str(&headings.join(","));
    out.push_str("\r\n");
    for row in rows {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

/// Returns a cell: made harmless, and quoted where its letters would divide it.
fn cell(text: &str) -> String {
    let text = harmless(text);
    if text.contains([',', ';', '"', '\n', '\r', '\t', '\'']) || text.trim() != text {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

/// Returns a text that no program takes for a formula: what begins like one gets an apostrophe before it.
fn harmless(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// Returns the text that [`table`] made harmless, as it was.
pub fn restored(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(text)
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_quotes_what_divides_and_ends_rows_as_the_standard_says() {
        let rows = [vec!["a, \"b\"".to_owned(), "c\nd".to_owned()], vec![" e".to_owned(), String::new()]];
        let table = table(&["x", "y"], rows);
        assert_eq!(table, "\u{feff}x,y\r\n\"a, \"\"b\"\"\",\"c\nd\"\r\n\" e\",\r\n");
    }

    #[test]
    fn formulas_become_text_and_come_back() {
        for text in ["=HYPERLINK(\"x\")", "+7", "-1", "@sum", "\tx", "＝1"] {
            assert_eq!(harmless(text), format!("'{text}"));
            assert_eq!(restored(&harmless(text)), text);
        }
        assert_eq!((harmless("a=b").as_str(), restored("'tis")), ("a=b", "'tis"));
    }
}
