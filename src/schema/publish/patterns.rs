//! The formats of ours as regular expressions of the part that every validator reads the same. What they cannot say (that a range ends
//! after it starts) is left to our own checker; what they refuse, it refuses too.

use serde_json::Value as Json;

/// Something is written.
pub const FILLED: &str = r"\S";

/// The id of a record.
pub const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// A level of a scheme.
pub const MARKING: &str = "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$";

/// A whole address of the web or of mail.
pub const ADDRESS: &str = r"^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)\S+$";

/// A number as a source gives it.
pub const QUANTITY: &str = r"^[~><]?\s*([0-9]+(\.[0-9]*)?|\.[0-9]+)$";

/// A month, or a day of it; 29 February apart.
macro_rules! month {
    () => {
        "((0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?|(0[469]|11)(-(0[1-9]|[12][0-9]|30))?|02(-(0[1-9]|1[0-9]|2[0-8]))?)"
    };
}

/// A date with its year, and how certain it is.
macro_rules! day {
    () => {
        concat!(
            "([0-9]{4}(-",
            month!(),
            ")?|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)[~?%]?"
        )
    };
}

/// A date whose year is unknown, and how certain it is.
macro_rules! yearless {
    () => {
        concat!("XXXX-(", month!(), "|02-29)[~?%]?")
    };
}

/// A date in EDTF, as far as our dates go: one day, or two with a stroke between them, of which one may be open.
pub const DATE: &str = concat!(
    "^(",
    day!(),
    r"(/(\.\.|",
    day!(),
    "))?|",
    yearless!(),
    r"(/(\.\.|",
    yearless!(),
    r"))?|\.\./(",
    day!(),
    "|",
    yearless!(),
    "))$"
);

/// Returns dates for a person to write after.
pub fn dates() -> Vec<Json> {
    ["2022-03-03", "2022-03-03/2022-03-04", "2018-04", "2015~"].map(Json::from).into()
}

/// Returns quantities for a person to write after.
pub fn quantities() -> Vec<Json> {
    vec![54.into(), "~500".into(), ">400".into(), "<250".into()]
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;
    use crate::record::edtf::{Date, Fault};
    use crate::record::quantity::Quantity;

    /// Returns days of every length of month, leap years among them, and what is written by mistake.
    fn days() -> Vec<String> {
        let years = ["1900", "2000", "2015", "2016", "0000", "XXXX", "215", "20155", "xxxx", ""];
        let mut days: Vec<String> = years.map(str::to_owned).into();
        for year in years {
            for month in 0..=13 {
                days.push(format!("{year}-{month:02}"));
                days.extend([0, 1, 9, 10, 28, 29, 30, 31, 32].map(|day| format!("{year}-{month:02}-{day:02}")));
            }
        }
        days.extend(
            ["2015-1", "2015-1-1", "2015-01-01-01", "3.3.2022", "03/04/2022", "..", "2015 ", "2015-01-01T10:00"]
                .map(str::to_owned),
        );
        days
    }

    #[test]
    fn date_and_pattern_agree_but_for_the_order_of_a_range() {
        let pattern = Regex::new(DATE).expect("a pattern");
        let days = days();
        let signed = days.iter().flat_map(|day| ["", "~", "?", "%", "~~"].map(|sign| format!("{day}{sign}")));
        let some = days
            .iter()
            .step_by(7)
            .chain(["..", "2015", "XXXX-02-29"].map(String::from).iter())
            .cloned()
            .collect::<Vec<_>>();
        let ranges = some.iter().flat_map(|start| some.iter().map(move |end| format!("{start}/{end}")));
        let mut found = 0;
        for text in signed.chain(ranges) {
            let ours = Date::parse(&text);
            let expected = ours.is_ok() || ours == Err(Fault::Order);
            assert_eq!(pattern.is_match(&text), expected, "{text}: {ours:?}");
            found += usize::from(expected);
        }
        assert!(found > 1000, "{found}");
    }

    #[test]
    fn quantity_and_pattern_agree() {
        let pattern = Regex::new(QUANTITY).expect("a pattern");
        for text in [
            "54", "~500", "> 400", "<250", "5.5", ".5", "5.", "007", "", "~", "about 5", "1,200", "1 200", "-3", "1e3",
            ".", "1.2.3", "~~5",
        ] {
            assert_eq!(pattern.is_match(text), Quantity::parse(text).is_some(), "{text}");
        }
    }

    #[test]
    fn examples_are_right() {
        let text = |example: &Json| example.as_str().map_or_else(|| example.to_string(), str::to_owned);
        assert!(dates().iter().all(|date| Date::parse(&text(date)).is_ok()));
        assert!(quantities().iter().all(|one| Quantity::parse(&text(one)).is_some()));
    }
}
