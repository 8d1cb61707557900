//! What people write for numbers, and what they may have meant. A number is taken only as digits with a point; everything else is
//! refused, with the right form where there is only one.

/// What a text that is no plain number may have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// One number.
    One(String),
    /// One of two numbers: the sign between the digits can be either.
    Two(String, String),
    /// Nothing that can be told.
    None,
}

/// Signs before a number that say how it is meant, and the words that people use for them.
const SIGNS: [(&str, &[&str]); 3] = [
    ("~", &["~", "≈", "около", "примерно", "ок.", "about", "approx.", "approximately", "circa", "ca."]),
    (">", &[">", "более", "больше", "свыше", "more than", "over"]),
    ("<", &["<", "менее", "меньше", "до", "less than", "under", "nearly", "почти"]),
];

/// Returns what a text may have meant; with a sign of precision where the field takes one.
pub fn reading(text: &str, signed: bool) -> Reading {
    let text = text.trim().to_lowercase();
    let (sign, rest) = if signed { sign(&text) } else { ("", text.as_str()) };
    let write = |number: String| format!("{sign}{number}");
    match digits(rest.trim()) {
        Reading::One(number) => Reading::One(write(number)),
        Reading::Two(a, b) => Reading::Two(write(a), write(b)),
        Reading::None => Reading::None,
    }
}

fn sign(text: &str) -> (&'static str, &str) {
    if let Some(rest) = text.strip_suffix('+') {
        return (">", rest);
    }
    let found = SIGNS.iter().find_map(|(sign, words)| {
        let rest = words.iter().find_map(|word| text.strip_prefix(word))?;
        Some((*sign, rest))
    });
    found.unwrap_or(("", text))
}

fn digits(text: &str) -> Reading {
    let minus = text.starts_with(['-', '−']);
    let body = text.trim_start_matches(['-', '−']);
    let groups: Vec<&str> = body.split(is_gap).collect();
    let grouped =
        groups.len() > 1 && groups[1..].iter().all(|g| g.split(['.', ',']).next().is_some_and(|g| g.len() == 3));
    if groups.len() > 1 && !grouped {
        return Reading::None;
    }
    let body = groups.concat();
    let write = |number: String| if minus { format!("-{number}") } else { number };
    let parts: Vec<&str> = body.split(['.', ',']).collect();
    if parts.iter().any(|part| part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit())) {
        return Reading::None;
    }
    let thousands = parts[0].len() < 4 && parts[1..].iter().all(|part| part.len() == 3);
    let marks = body.matches(['.', ',']).collect::<Vec<_>>();
    match parts.as_slice() {
        [whole] => Reading::One(write((*whole).to_owned())),
        [whole, fraction] if thousands && !grouped && *whole != "0" => {
            Reading::Two(write(format!("{whole}{fraction}")), write(format!("{whole}.{fraction}")))
        }
        [whole, fraction] => Reading::One(write(format!("{whole}.{fraction}"))),
        _ if thousands && marks.iter().all(|mark| mark == &marks[0]) => Reading::One(write(parts.concat())),
        [whole @ .., fraction] if marks[..marks.len() - 1].iter().all(|mark| *mark != marks[marks.len() - 1]) => {
            Reading::One(write(format!("{}.{fraction}", whole.concat())))
        }
        _ => Reading::None,
    }
}

/// Returns whether a sign stands between thousands: a blank of any kind or an apostrophe.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '’')
}

/// Writes a number as a spreadsheet shows it: with fifteen digits, beyond which it keeps none.
pub fn written(value: f64) -> String {
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    if rounded == 0.0 { "0".to_owned() } else { format!("{rounded}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_offers_the_only_number_that_can_be_meant() {
        for (text, number) in [
            ("1 200", "1200"),
            ("1\u{a0}200", "1200"),
            ("1 200 300", "1200300"),
            ("1'200", "1200"),
            ("1,5", "1.5"),
            ("0,125", "0.125"),
            ("1,200,300", "1200300"),
            ("1.200.300", "1200300"),
            ("1,200.50", "1200.50"),
            ("1.200,50", "1200.50"),
            ("1 200,5", "1200.5"),
            ("−3", "-3"),
        ] {
            assert_eq!(reading(text, false), Reading::One(number.to_owned()), "{text}");
        }
        for (text, number) in [
            ("около 500", "~500"),
            ("более 1 200", ">1200"),
            ("200+", ">200"),
            ("≈ 1,5", "~1.5"),
            ("почти 250", "<250"),
        ] {
            assert_eq!(reading(text, true), Reading::One(number.to_owned()), "{text}");
        }
    }

    #[test]
    fn reading_never_makes_up_a_number() {
        assert_eq!(reading("1,200", false), Reading::Two("1200".into(), "1.200".into()));
        for text in ["", "-", "много", "1 20", "12 3456", "1,,2", "1.2,3.4", "12 wells", "1e3", "٣"] {
            assert_eq!(reading(text, false), Reading::None, "{text}");
        }
    }

    #[test]
    fn written_shows_what_the_sheet_shows() {
        for (value, text) in [
            (3.0, "3"),
            (0.1 + 0.2, "0.3"),
            (-1.5, "-1.5"),
            (0.0, "0"),
            (-0.0, "0"),
            (1e6, "1000000"),
            (40.25, "40.25"),
        ] {
            assert_eq!(written(value), text);
        }
    }
}
