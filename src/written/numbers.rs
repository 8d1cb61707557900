//! Numbers as people write them, and what they can mean. A number of a record is digits with a point before a fraction, and a sign of
//! precision where the field takes one; whatever else is written has one reading, two, or none.

use crate::record::quantity::Quantity;

/// What a number in another form, or in doubt, can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// As records write it.
    Right,
    /// As records write it, and elsewhere the point stands between thousands: the number without it, and the fraction.
    Ambiguous(String, String),
    /// With a zero before it, a plus, an exponent or a base of its own, which programs read as different numbers; the number in plain
    /// digits, where it is clear.
    Notation(Option<String>),
    /// With signs between its digits.
    Separated(String),
    /// With a sign that stands between thousands or before a fraction: the number by either.
    Either(String, String),
    /// With words or signs that say how it is meant.
    Worded(String),
    /// Below zero, where a quantity stands.
    Negative,
    /// No number.
    None,
}

/// Signs before a number that say how it is meant, and the words that people use for them.
const SIGNS: [(&str, &[&str]); 3] = [
    (
        "~",
        &["~", "≈", "около", "примерно", "приблизительно", "ок.", "about", "approximately", "approx.", "circa", "ca."],
    ),
    (">", &[">", "более", "больше", "свыше", "more than", "over"]),
    ("<", &["<", "менее", "меньше", "до", "less than", "under", "nearly", "почти"]),
];

/// Reads a number without a sign of precision.
pub fn number(written: &str) -> Reading {
    let written = written.trim();
    if is_notation(written) {
        return Reading::Notation(decimal(written));
    }
    if is_decimal(written) {
        return thousands(written).map_or(Reading::Right, |(joined, fraction)| Reading::Ambiguous(joined, fraction));
    }
    let (minus, body) = minus(written);
    match (separated(body), minus) {
        (Reading::Separated(number), minus) => Reading::Separated(format!("{minus}{number}")),
        (Reading::Either(joined, fraction), minus) => {
            Reading::Either(format!("{minus}{joined}"), format!("{minus}{fraction}"))
        }
        (reading, _) => reading,
    }
}

/// Reads a number with a sign of precision, or a word in place of one.
pub fn quantity(written: &str) -> Reading {
    let written = written.trim();
    let (sign, body, worded) = sign(written);
    let signed = |number: String| format!("{sign}{number}");
    match number(&body) {
        _ if body.starts_with(['-', '−']) && number(&body) != Reading::None => Reading::Negative,
        Reading::Right if worded => Reading::Worded(signed(body)),
        Reading::Separated(number) if worded => Reading::Worded(signed(number)),
        Reading::Right => Reading::Right,
        Reading::Ambiguous(joined, fraction) | Reading::Either(joined, fraction) if worded => {
            Reading::Either(signed(joined), signed(fraction))
        }
        Reading::Ambiguous(joined, fraction) => Reading::Ambiguous(signed(joined), signed(fraction)),
        Reading::Either(joined, fraction) => Reading::Either(signed(joined), signed(fraction)),
        Reading::Notation(number) => Reading::Notation(number.map(signed)),
        Reading::Separated(number) => Reading::Separated(signed(number)),
        reading => reading,
    }
}

/// Returns whether a text is a number in scientific form, such as `1.23457E+19`: what is left of a longer one.
pub fn is_scientific(text: &str) -> bool {
    let Some((digits, exponent)) = text.split_once(['e', 'E']) else { return false };
    let number = |text: &str| text.trim_start_matches(['+', '-']).bytes().all(|b| b.is_ascii_digit());
    let digits = digits.trim_start_matches('-').replace(',', ".");
    digits.starts_with(|c: char| c.is_ascii_digit()) && is_decimal(&digits) && !exponent.is_empty() && number(exponent)
}

/// Returns whether a text is a number as records write it: no sign between digits, no zero in front, a point before a fraction.
pub fn is_decimal(text: &str) -> bool {
    let body = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = body.split_once('.').unwrap_or((body, "0"));
    is_digits(whole) && is_digits(fraction) && (whole == "0" || !whole.starts_with('0'))
}

/// Returns whether a text is a number with its sign of precision as records write it.
pub fn is_quantity(text: &str) -> bool {
    Quantity::parse(text).is_some() && is_decimal(text.trim_start_matches(['~', '<', '>']).trim_start())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Parts a number from its sign of precision; says whether that is a word, or a sign that records do not use.
fn sign(written: &str) -> (&'static str, String, bool) {
    let text = written.to_lowercase();
    if let Some(rest) = text.strip_suffix('+') {
        return (">", rest.trim().to_owned(), true);
    }
    let found = SIGNS.iter().find_map(|(sign, words)| {
        let (word, rest) = words.iter().find_map(|word| Some((word, text.strip_prefix(word)?)))?;
        Some((*sign, rest.trim().to_owned(), word != sign))
    });
    found.unwrap_or(("", text, false))
}

fn minus(written: &str) -> (&'static str, &str) {
    match written.strip_prefix(['-', '−']) {
        Some(body) => ("-", body.trim_start()),
        None => ("", written),
    }
}

/// Returns a number such as `1.200` without its point, and as a fraction without the zeros that nobody writes there.
fn thousands(written: &str) -> Option<(String, String)> {
    let (whole, fraction) = written.split_once('.')?;
    let looks = is_digits(whole) && whole.len() <= 3 && whole != "0" && fraction.len() == 3;
    let short = written.trim_end_matches('0').trim_end_matches('.');
    (looks && fraction.ends_with('0')).then(|| (format!("{whole}{fraction}"), short.to_owned()))
}

/// Returns a number in plain digits; nothing where that is not clear.
fn decimal(written: &str) -> Option<String> {
    let (minus, body) = match written.strip_prefix('-') {
        Some(body) => ("-", body),
        None => ("", written.trim_start_matches('+')),
    };
    let (whole, fraction) = body.split_once('.').map_or((body, None), |(whole, fraction)| (whole, Some(fraction)));
    if !is_digits(whole) || !fraction.is_none_or(is_digits) {
        return None;
    }
    let digits = body.trim_start_matches('0');
    let zero = if digits.is_empty() || digits.starts_with('.') { "0" } else { "" };
    Some(format!("{minus}{zero}{digits}"))
}

/// Returns whether a number has a leading zero, a plus, an exponent or a base of its own.
fn is_notation(written: &str) -> bool {
    let body = written.trim_start_matches(['-', '+']);
    let based = |rest: &str| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_hexdigit());
    let (whole, fraction) = body.split_once('.').unwrap_or((body, "0"));
    let leading_zero = whole.len() > 1 && whole.starts_with('0') && is_digits(whole) && is_digits(fraction);
    let base = ["0x", "0X", "0o", "0b"].iter().any(|base| body.strip_prefix(base).is_some_and(based));
    let exponent =
        body.contains(['e', 'E']) && body.starts_with(|c: char| c.is_ascii_digit()) && body.parse::<f64>().is_ok();
    let plus = written.starts_with('+') && body.parse::<f64>().is_ok();
    leading_zero || base || exponent || plus
}

/// Reads digits with signs between them.
fn separated(body: &str) -> Reading {
    let groups: Vec<&str> = body.split(is_gap).collect();
    let grouped = groups.len() > 1;
    // Behind a blank stand three digits, and a fraction only behind the last of them.
    let (last, before) = groups.split_last().unwrap_or((&body, &[]));
    let whole_of_last = last.split(['.', ',']).next().unwrap_or_default();
    let sound = before.iter().enumerate().all(|(at, group)| is_digits(group) && (group.len() == 3 || at == 0))
        && before.first().is_some_and(|first| first.len() <= 3)
        && whole_of_last.len() == 3;
    if grouped && !sound {
        return Reading::None;
    }
    let body = groups.concat();
    let parts: Vec<&str> = body.split(['.', ',']).collect();
    if !parts.iter().all(|part| is_digits(part)) {
        return Reading::None;
    }
    let thousands = parts[0].len() < 4 && parts[1..].iter().all(|part| part.len() == 3);
    let marks: Vec<&str> = body.matches(['.', ',']).collect();
    let one = |number: String| decimal(&number).map_or(Reading::None, Reading::Separated);
    match (parts.as_slice(), marks.as_slice()) {
        ([whole], _) => one((*whole).to_owned()),
        ([whole, fraction], _) if thousands && !grouped && *whole != "0" => {
            Reading::Either(format!("{whole}{fraction}"), format!("{whole}.{fraction}"))
        }
        ([whole, fraction], _) => one(format!("{whole}.{fraction}")),
        (_, [first, ..]) if !grouped && thousands && marks.iter().all(|mark| mark == first) => one(parts.concat()),
        ([whole @ .., fraction], [between @ .., last]) if is_grouped(whole) && !between.contains(last) => {
            one(format!("{}.{fraction}", whole.concat()))
        }
        _ => Reading::None,
    }
}

/// Returns whether digits are parted as thousands are, all but the first in threes.
fn is_grouped(parts: &[&str]) -> bool {
    parts.iter().enumerate().all(|(at, part)| part.len() == 3 || at == 0 && part.len() < 4)
}

/// Returns whether a sign stands between thousands: a blank of any kind, an apostrophe or a line.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '’' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_is_a_number_as_records_write_it() {
        for text in ["1 200", "1,5", "1,200.50", "+5", "007", "−3", "-1 200", "0012,5", "1_000", "00", "1,200"] {
            let offered = match number(text) {
                Reading::Separated(one) | Reading::Notation(Some(one)) => vec![one],
                Reading::Either(first, second) => vec![first, second],
                reading => panic!("{text}: {reading:?}"),
            };
            assert!(offered.iter().all(|offered| is_decimal(offered) && offered != text), "{text}: {offered:?}");
        }
        for text in ["около 500", "200+", "≈ 1,5", "> 1 200", "~1,200", "почти 1.200", "~007"] {
            let offered = match quantity(text) {
                Reading::Separated(one) | Reading::Worded(one) | Reading::Notation(Some(one)) => vec![one],
                Reading::Either(first, second) => vec![first, second],
                reading => panic!("{text}: {reading:?}"),
            };
            assert!(offered.iter().all(|offered| is_quantity(offered) && offered != text), "{text}: {offered:?}");
        }
    }

    #[test]
    fn scientific_is_what_a_spreadsheet_shows_of_a_long_number() {
        for text in ["1.23457E+19", "1,23E+11", "1E+05", "1e5", "12e34", "-2e-7"] {
            assert!(is_scientific(text), "{text}");
        }
        for text in ["e5", "1e", "s1e5", "1e5-well", "1.e5", "12", "E", "1E+x"] {
            assert!(!is_scientific(text), "{text}");
        }
    }
}
