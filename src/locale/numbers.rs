//! Numbers as each language writes them: `12,345.6` in English, `12 345,6` with no-break spaces elsewhere (`documents` rules, typography
//! by language).

use crate::record::Language;

/// Writes a number with all its decimals.
pub fn write(number: f64, language: Language) -> String {
    let (group, point) = match language {
        Language::En => (',', '.'),
        _ => ('\u{a0}', ','),
    };
    let plain = format!("{}", number.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::new();
    if number < 0.0 {
        out.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        // Four digits alone are not divided in Cyrillic and Turkic use; English divides from four on.
        if at > 0 && left.is_multiple_of(3) && (whole.len() > 4 || language == Language::En) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn write_follows_the_language() {
        assert_eq!(write(12345.6, Language::En), "12,345.6");
        assert_eq!(write(12345.6, Language::Ru), "12\u{a0}345,6");
        assert_eq!(write(1200.0, Language::En), "1,200");
        assert_eq!(write(1200.0, Language::Kk), "1200");
        assert_eq!(write(-3.0, Language::Ru), "−3");
        assert_eq!(write(0.0, Language::En), "0");
        assert_eq!(write(270.148, Language::Ru), "270,148");
    }
}
