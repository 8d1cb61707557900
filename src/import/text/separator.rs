//! What stands between the columns of a text: a comma, a semicolon or a tab.

use super::rows;

/// The separators that programs write, the commonest first.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// How much of the text is looked at; enough for a few hundred rows.
const SAMPLE_BYTES: usize = 64 << 10;

/// Finds the separator; returns it with the byte at which the table begins. Nothing where there is only one column.
///
/// The first line may name it (`sep=;`), as some programs write it. Otherwise the one counts that splits the headings, and among
/// several of those the one by which all rows have as many cells as the headings.
pub fn find(text: &str) -> (usize, Option<char>) {
    let first = text.split(['\n', '\r']).next().unwrap_or_default();
    if let Some(separator) = named(first) {
        let rest = &text[first.len()..];
        let end = ["\r\n", "\n", "\r"].into_iter().find(|end| rest.starts_with(end)).map_or(0, str::len);
        return (first.len() + end, Some(separator));
    }
    let sample = sample(text);
    let scores = SEPARATORS.map(|separator| (score(sample, separator), separator));
    // The first of equals wins, as it is the commoner one.
    let best = scores.into_iter().rev().max_by_key(|(score, _)| *score);
    (0, best.filter(|((.., columns), _)| *columns > 1).map(|(_, separator)| separator))
}

/// Returns the separator that a line names: `sep=;`, in quotes or capitals too. A program that saved the table again with a separator of
/// its own has filled the line up with it.
fn named(line: &str) -> Option<char> {
    let line = line.strip_prefix('"').unwrap_or(line);
    let (name, rest) = line.split_once('=')?;
    let sign = rest.chars().next().filter(|sign| name.eq_ignore_ascii_case("sep") && !sign.is_alphanumeric())?;
    let rest = &rest[sign.len_utf8()..];
    let behind = rest.strip_prefix('"').unwrap_or(rest);
    let separator = behind.chars().next().unwrap_or(sign);
    behind.chars().all(|c| c == separator && !c.is_alphanumeric()).then_some(separator)
}

/// Returns the beginning of a text up to the end of a line.
fn sample(text: &str) -> &str {
    if text.len() <= SAMPLE_BYTES {
        return text;
    }
    let mut end = SAMPLE_BYTES;
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
        for (line, separator) in [
            ("sep=;", ';'),
            ("SEP=;", ';'),
            ("\"sep=;\"", ';'),
            ("sep=;;;;", ';'),
            ("sep=\t", '\t'),
            ("sep=;,,,", ','),
            ("\"sep=,\";;", ';'),
        ] {
            for end in ["\r\n", "\n", "\r"] {
                let text = format!("{line}{end}a,b;c\td{end}");
                assert_eq!(find(&text), (line.len() + end.len(), Some(separator)), "{text:?}");
            }
        }
        for text in ["sep=x,b\n1,2\n", "separator=;,b\n1,2\n", "sep=;a,b\n1,2\n"] {
            assert_eq!(find(text).0, 0, "{text}");
        }
    }
}
