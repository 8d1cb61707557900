//! What stands between the columns of a text: a comma, a semicolon or a tab.

use super::rows;

/// The separators that programs write, the commonest first.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// How much of the text is looked at; enough for a few hundred rows.
const SAMPLE: usize = 64 << 10;

/// Finds the separator; returns it with the byte at which the table begins. Nothing where there is only one column.
///
/// The first line may name it (`sep=;`), as some programs write it. Otherwise the one counts that splits the headings, and among
/// several of those the one by which all rows have as many cells as the headings.
pub fn find(text: &str) -> (usize, Option<char>) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(named) = first.trim_end().strip_prefix("sep=").filter(|rest| rest.chars().count() == 1) {
        let start = text.find('\n').map_or(text.len(), |at| at + 1);
        return (start, named.chars().next());
    }
    let sample = sample(text);
    let scores = SEPARATORS.map(|separator| (score(sample, separator), separator));
    // The first of equals wins, as it is the commoner one.
    let best = scores.into_iter().rev().max_by_key(|(score, _)| *score);
    (0, best.filter(|((.., columns), _)| *columns > 1).map(|(_, separator)| separator))
}

/// Returns the beginning of a text up to the end of a line.
fn sample(text: &str) -> &str {
    if text.len() <= SAMPLE {
        return text;
    }
    let mut end = SAMPLE;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].rfind('\n').map_or(&text[..end], |at| &text[..=at])
}

/// Returns how well a separator fits: whether it splits every row alike, or no row into more cells than the headings, and those into how
/// many.
fn score(text: &str, separator: char) -> (bool, bool, usize) {
    let (lines, _) = rows::split(text, 0, Some(separator));
    let mut rows = lines.iter().filter(|line| !line.is_empty()).map(|line| line.fields.len());
    let Some(columns) = rows.next() else { return (false, false, 0) };
    let rows: Vec<usize> = rows.collect();
    let alike = rows.iter().all(|row| *row == columns);
    let within = rows.iter().all(|row| *row <= columns);
    (columns > 1 && alike, columns > 1 && within, columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn find_takes_the_separator_that_splits_all_rows_alike() {
        for (text, separator) in [
            ("id,name\na,b\n", Some(',')),
            ("id;name\na;b\n", Some(';')),
            ("id\tname\na\tb, c; d\n", Some('\t')),
            ("id;Название, русский;Село\na;б, в, г;д\n", Some(';')),
            ("id,\"Name; en\"\na,\"b;c\"\n", Some(',')),
            ("id\na\n", None),
            ("", None),
            ("id;name\na;b;c\n", Some(';')),
            ("id;Название, русский;Село\na;б\nв\n", Some(';')),
            ("id;Название, русский\na;б\nв;г\n", Some(';')),
        ] {
            assert_eq!(find(text), (0, separator), "{text}");
        }
    }

    #[test]
    fn find_obeys_a_first_line_that_names_it() {
        assert_eq!(find("sep=;\r\na,b;c\n"), (7, Some(';')));
    }
}
