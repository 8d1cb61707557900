//! Numbers as people write them and as programs read them.

use super::ScalarCheck;
use crate::check::raw;
use crate::diag::{Arg, Diagnostic, Edit, Fix, Message, codes, messages};
use crate::record::quantity::Quantity;

/// Checks a number with its sign of precision.
pub fn quantity(scalar: &ScalarCheck<'_>, written: &str) -> Option<Diagnostic> {
    if let Some(fault) = notation(scalar, written) {
        return Some(fault);
    }
    if Quantity::parse(written).is_some() {
        return ambiguous(scalar, written);
    }
    if let Some(meant) = separated(written) {
        return Some(with_separators(scalar, written, &meant));
    }
    if written.strip_prefix(['-', '−']).is_some_and(|digits| Quantity::parse(digits).is_some()) {
        let bound = messages::OR_MORE.of(vec![("n", "0".into())]);
        let values = vec![("field", scalar.site.field.into()), ("value", written.into()), ("bound", bound)];
        return Some(scalar.fault(codes::NUMBER_OUT_OF_RANGE, values));
    }
    Some(scalar.fault(codes::QUANTITY_INVALID, vec![("value", written.into())]))
}

/// Tells a text that is no number, in the words of what was probably meant.
pub fn fault(scalar: &ScalarCheck<'_>, written: &str, expected: &'static Message) -> Diagnostic {
    if let Some(fault) = notation(scalar, written) {
        return fault;
    }
    if let Some(meant) = separated(written) {
        return with_separators(scalar, written, &meant);
    }
    let quoted = !scalar.is_plain() && written.parse::<f64>().is_ok();
    let fault = scalar.wrong(expected);
    if quoted { fault.with_fix(Fix::certain(vec![Edit::new(scalar.range(), written)])) } else { fault }
}

/// Tells a number with a leading zero, a plus, an exponent or a base of its own.
fn notation(scalar: &ScalarCheck<'_>, written: &str) -> Option<Diagnostic> {
    let sign: String = written.chars().take_while(|c| matches!(c, '~' | '>' | '<')).collect();
    let body = &written[sign.len()..];
    if !is_notation(body.trim()) {
        return None;
    }
    let plain = decimal(body.trim()).map(|digits| format!("{sign}{digits}"));
    let example =
        plain.as_ref().map_or_else(|| "".into(), |plain| messages::FOR_EXAMPLE.of(vec![("value", shown(plain))]));
    let fix = plain.map(|plain| Fix::likely(vec![Edit::new(scalar.range(), as_written(&plain))]));
    let values = vec![("value", written.into()), ("example", example)];
    Some(scalar.fault(codes::NUMBER_NOTATION, values).with_fix(fix))
}

/// Tells a fraction that looks like thousands with a point between them.
pub fn ambiguous(scalar: &ScalarCheck<'_>, written: &str) -> Option<Diagnostic> {
    let (joined, fraction) = thousands(written)?;
    let values = vec![("value", written.into()), ("first", shown(&joined)), ("second", shown(&fraction))];
    Some(scalar.fault(codes::NUMBER_AMBIGUOUS, values))
}

/// Returns a number such as `1.200` without its point, and as a fraction without the zeros that nobody writes there.
fn thousands(written: &str) -> Option<(String, String)> {
    let body = written.trim_start_matches(['~', '>', '<', ' ']);
    let (whole, fraction) = body.split_once('.')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let looks = digits(whole) && whole.len() <= 3 && whole != "0" && fraction.len() == 3 && digits(fraction);
    let sign = &written[..written.len() - body.len()];
    let short = body.trim_end_matches('0').trim_end_matches('.');
    (looks && fraction.ends_with('0')).then(|| (format!("{sign}{whole}{fraction}"), format!("{sign}{short}")))
}

/// Returns a number as it is written into a record: one with a sign in quotes.
fn as_written(number: &str) -> String {
    if number.starts_with(['~', '>', '<']) { raw::quoted(number) } else { number.to_owned() }
}

fn shown(number: &str) -> Arg {
    as_written(number).into()
}

fn with_separators(scalar: &ScalarCheck<'_>, written: &str, meant: &Meant) -> Diagnostic {
    let (example, fix): (Arg, _) = match meant {
        Meant::One(number) => {
            let fix = Fix::certain(vec![Edit::new(scalar.range(), as_written(number))]);
            (messages::FOR_EXAMPLE.of(vec![("value", number.clone().into())]), Some(fix))
        }
        Meant::Either(first, second) => (
            messages::FOR_EXAMPLE_TWO.of(vec![("first", first.clone().into()), ("second", second.clone().into())]),
            None,
        ),
    };
    scalar.fault(codes::NUMBER_SEPARATED, vec![("value", written.into()), ("example", example)]).with_fix(fix)
}

/// Returns a number in plain digits; nothing where that is not clear.
fn decimal(written: &str) -> Option<String> {
    let (minus, body) = match written.strip_prefix('-') {
        Some(body) => ("-", body),
        None => ("", written.trim_start_matches('+')),
    };
    if body.is_empty() || !body.bytes().all(|b| b.is_ascii_digit() || b == b'.') || body.matches('.').count() > 1 {
        return None;
    }
    let digits = body.trim_start_matches('0');
    let zero = if digits.is_empty() || digits.starts_with('.') { "0" } else { "" };
    Some(format!("{minus}{zero}{digits}"))
}

/// Returns whether a number has a leading zero, a plus, an exponent or a base of its own.
fn is_notation(written: &str) -> bool {
    let body = written.trim_start_matches(['-', '+']);
    let digits = |text: &str, base: u32| !text.is_empty() && text.chars().all(|c| c.is_digit(base));
    let (whole, fraction) = body.split_once('.').unwrap_or((body, "0"));
    let leading_zero = whole.len() > 1 && whole.starts_with('0') && digits(whole, 10) && digits(fraction, 10);
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
    fn thousands_are_three_digits_of_which_the_last_is_a_zero() {
        for (written, read) in [
            ("1.200", Some(("1200", "1.2"))),
            ("~46.000", Some(("~46000", "~46"))),
            ("103.176", None),
            ("0.500", None),
            ("1.50", None),
            ("1200", None),
        ] {
            let read = read.map(|(joined, fraction)| (joined.to_owned(), fraction.to_owned()));
            assert_eq!(thousands(written), read, "{written}");
        }
    }

    #[test]
    fn notation_is_what_programs_read_differently() {
        for text in ["010", "0x1F", "1e3", "+5", "0o17", "0012.50"] {
            assert!(is_notation(text), "{text}");
        }
        for (text, plain) in
            [("007", Some("7")), ("0012.50", Some("12.50")), ("00", Some("0")), ("+5", Some("5")), ("0x1F", None)]
        {
            assert_eq!(decimal(text).as_deref(), plain, "{text}");
        }
        for text in ["10", "0", "0.5", "-3", "e3", "1.2.3"] {
            assert!(!is_notation(text), "{text}");
        }
    }
}
