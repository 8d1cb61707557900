//! Numbers as sources give them: exact, about, more than, nearly.

/// How a source holds its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// `54`
    Exact,
    /// `~500`
    About,
    /// `>400`
    MoreThan,
    /// `<250`
    Nearly,
}

/// A number with its precision.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// The number.
    pub amount: f64,
    /// How it is meant.
    pub precision: Precision,
}

impl Quantity {
    /// Reads a quantity; `None` where the text is not a decimal number after an optional sign of precision.
    pub fn parse(text: &str) -> Option<Self> {
        let (precision, digits) = match text.chars().next()? {
            '~' => (Precision::About, &text[1..]),
            '>' => (Precision::MoreThan, &text[1..]),
            '<' => (Precision::Nearly, &text[1..]),
            _ => (Precision::Exact, text),
        };
        let digits = digits.trim_start();
        let decimal = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let amount: f64 = decimal.then(|| digits.parse().ok()).flatten()?;
        Some(Self { amount, precision })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parse_reads_signs_and_refuses_words() {
        assert_eq!(Quantity::parse("~500"), Some(Quantity { amount: 500.0, precision: Precision::About }));
        assert_eq!(Quantity::parse("> 400").map(|q| q.precision), Some(Precision::MoreThan));
        for text in ["", "~", "about 5", "1,200", "inf", "-3", "1e3", "."] {
            assert_eq!(Quantity::parse(text), None, "{text}");
        }
    }
}
