//! Numbers as people write them and as programs read them.

use super::Desk;
use crate::check::raw;
use crate::diag::{Diagnostic, Edit, Phrase, Repair, Value, codes, phrases};
use crate::record::quantity::Quantity;

/// Checks a number with its sign of precision.
pub fn quantity(desk: &Desk<'_>, written: &str) -> Option<Diagnostic> {
    let notation = is_notation(written.trim_start_matches(['~', '>', '<']));
    if Quantity::parse(written).is_some() && !notation {
        return None;
    }
    if notation || separated(written).is_some() {
        return Some(fault(desk, written, &phrases::IS_NUMBER));
    }
    Some(desk.fault(codes::QUANTITY_INVALID, vec![("value", written.into())]))
}

/// Tells a text that is no number, in the words of what was probably meant.
pub fn fault(desk: &Desk<'_>, written: &str, expected: &'static Phrase) -> Diagnostic {
    if is_notation(written) && desk.is_plain() {
        let values = vec![("value", written.into()), ("example", decimal(written))];
        return desk.fault(codes::NUMBER_NOTATION, values);
    }
    if let Some(meant) = separated(written) {
        return with_separators(desk, written, &meant);
    }
    let quoted = !desk.is_plain() && written.parse::<f64>().is_ok() && !is_notation(written);
    let fault = desk.wrong(expected);
    if quoted { fault.with_repair(Repair::certain(vec![Edit::new(desk.range(), written)])) } else { fault }
}

fn with_separators(desk: &Desk<'_>, written: &str, meant: &Meant) -> Diagnostic {
    let (example, repair): (Value, _) = match meant {
        Meant::One(number) => {
            let sign = number.starts_with(['~', '>', '<']);
            let text = if sign { raw::quoted(number) } else { number.clone() };
            let repair = Repair::certain(vec![Edit::new(desk.range(), text)]);
            (phrases::FOR_EXAMPLE.of(vec![("value", number.clone().into())]), Some(repair))
        }
        Meant::Either(first, second) => (
            phrases::FOR_EXAMPLE_TWO.of(vec![("first", first.clone().into()), ("second", second.clone().into())]),
            None,
        ),
    };
    desk.fault(codes::NUMBER_SEPARATED, vec![("value", written.into()), ("example", example)]).with_repair(repair)
}

fn decimal(written: &str) -> Value {
    let digits = written.trim_start_matches('0');
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { phrases::FOR_EXAMPLE.of(vec![("value", digits.into())]) } else { "".into() }
}

/// Returns whether a number has a leading zero, a plus, an exponent or a base of its own.
fn is_notation(written: &str) -> bool {
    let body = written.trim_start_matches(['-', '+']);
    let digits = |text: &str, base: u32| !text.is_empty() && text.chars().all(|c| c.is_digit(base));
    let leading_zero = body.len() > 1 && body.starts_with('0') && digits(body, 10);
    let based = ["0x", "0X", "0o", "0b"].iter().any(|p| body.strip_prefix(p).is_some_and(|rest| digits(rest, 16)));
    let exponent =
        body.contains(['e', 'E']) && body.starts_with(|c: char| c.is_ascii_digit()) && body.parse::<f64>().is_ok();
    let plus = written.starts_with('+') && body.parse::<f64>().is_ok();
    leading_zero || based || exponent || plus
}

enum Meant {
    One(String),
    Either(String, String),
}

/// Returns the number meant by one with separators.
fn separated(written: &str) -> Option<Meant> {
    let sign: String = written.chars().take_while(|c| matches!(c, '~' | '>' | '<' | '-')).collect();
    let body = written[sign.len()..].trim();
    let is_gap = |c: char| matches!(c, ' ' | '_' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let groups = |parts: &[&str]| {
        parts.len() > 1
            && digits(parts[0])
            && parts[0].len() <= 3
            && parts[1..].iter().all(|p| p.len() == 3 && digits(p))
    };
    let (whole, fraction) = body.rsplit_once([',', '.']).map_or((body, None), |(w, f)| (w, Some(f)));
    let by_gaps: Vec<&str> = whole.split(is_gap).collect();
    let by_commas: Vec<&str> = body.split(',').collect();
    let by_points: Vec<&str> = body.split('.').collect();
    if groups(&by_gaps) && fraction.is_none_or(digits) {
        let fraction = fraction.map(|f| format!(".{f}")).unwrap_or_default();
        return Some(Meant::One(format!("{sign}{}{fraction}", by_gaps.concat())));
    }
    if by_commas.len() == 2 && digits(by_commas[0]) && digits(by_commas[1]) {
        let point = format!("{sign}{}.{}", by_commas[0], by_commas[1]);
        let joined = format!("{sign}{}", by_commas.concat());
        let thousands = groups(&by_commas) && by_commas[0] != "0";
        return Some(if thousands { Meant::Either(joined, point) } else { Meant::One(point) });
    }
    let many = |parts: &[&str]| parts.len() > 2 && groups(parts);
    let joined = [by_commas, by_points].into_iter().find(|parts| many(parts))?;
    Some(Meant::One(format!("{sign}{}", joined.concat())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separated_reads_what_has_one_reading_and_offers_both_of_two() {
        let meant = |text| match separated(text) {
            Some(Meant::One(one)) => one,
            Some(Meant::Either(a, b)) => format!("{a}|{b}"),
            None => "-".to_owned(),
        };
        for (written, expected) in [
            ("1 200", "1200"),
            ("1_000_000", "1000000"),
            ("~1\u{a0}200", "~1200"),
            ("1,5", "1.5"),
            ("1,200", "1200|1.200"),
            ("1,200,000", "1200000"),
            ("1.200.000", "1200000"),
            ("1 200,5", "1200.5"),
            ("12 34", "-"),
            ("deep", "-"),
        ] {
            assert_eq!(meant(written), expected, "{written}");
        }
    }

    #[test]
    fn notation_is_what_programs_read_differently() {
        for text in ["010", "0x1F", "1e3", "+5", "0o17"] {
            assert!(is_notation(text), "{text}");
        }
        for text in ["10", "0", "0.5", "-3", "e3", "1.2.3"] {
            assert!(!is_notation(text), "{text}");
        }
    }
}
