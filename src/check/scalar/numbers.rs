//! Numbers in another form than that of records, reported in the words of what they mean; what that is, [`crate::written::numbers`] says.

use super::context::ScalarCheck;
use crate::diag::{Arg, Diagnostic, Edit, Fix, codes, messages};
use crate::schema::Shape;
use crate::written::numbers::{self, Reading};
use crate::written::quote::quoted;

/// Checks a number with its sign of precision.
pub fn quantity(scalar: &ScalarCheck<'_>, written: &str) -> Option<Diagnostic> {
    match numbers::quantity(written) {
        // What the reader of records takes, it takes as it stands: not with a blank before it.
        Reading::Right if numbers::is_quantity(written) => None,
        Reading::Negative => {
            let bound = messages::OR_MORE.of(vec![("n", "0".into())]);
            let values = vec![("field", scalar.site.field.into()), ("value", written.into()), ("bound", bound)];
            Some(scalar.fault(codes::NUMBER_OUT_OF_RANGE, values))
        }
        Reading::Worded(number) => {
            let fix = Fix::suggested(vec![Edit::new(scalar.range(), as_written(&number))]);
            Some(scalar.fault(codes::QUANTITY_INVALID, vec![("value", written.into())]).with_fix(fix))
        }
        reading => Some(
            scalar
                .misread_number(written, &reading)
                .unwrap_or_else(|| scalar.fault(codes::QUANTITY_INVALID, vec![("value", written.into())])),
        ),
    }
}

/// Reports a text that is no number, in the words of what was probably meant.
pub fn fault(scalar: &ScalarCheck<'_>, written: &str, shape: &Shape) -> Diagnostic {
    let reading = numbers::number(written);
    let in_doubt = matches!(reading, Reading::Ambiguous(..));
    if let Some(fault) = scalar.misread_number(written, &reading).filter(|_| !in_doubt) {
        return fault;
    }
    let fault = scalar.wrong(shape);
    if scalar.is_plain() || !numbers::is_decimal(written) {
        return fault;
    }
    fault.with_fix(Fix::automatic(vec![Edit::new(scalar.range(), written)]))
}

/// Reports a fraction that looks like thousands with a point between them.
pub fn ambiguous(scalar: &ScalarCheck<'_>, written: &str) -> Option<Diagnostic> {
    let reading = numbers::number(written);
    scalar.misread_number(written, &reading).filter(|_| matches!(reading, Reading::Ambiguous(..)))
}

impl ScalarCheck<'_> {
    /// Reports a number that is read otherwise than it is written; nothing of what is right, or no number at all.
    fn misread_number(&self, written: &str, reading: &Reading) -> Option<Diagnostic> {
        let value = || ("value", Arg::from(written));
        let two = |first: &str, second: &str| {
            messages::FOR_EXAMPLE_TWO.of(vec![("first", first.into()), ("second", second.into())])
        };
        let fix = |number: &str| vec![Edit::new(self.range(), as_written(number))];
        let fault = match reading {
            Reading::Ambiguous(joined, fraction) => {
                let values = vec![value(), ("first", shown(joined)), ("second", shown(fraction))];
                self.fault(codes::NUMBER_AMBIGUOUS, values)
            }
            Reading::Notation(number) => {
                let example = |number: &String| messages::FOR_EXAMPLE.of(vec![("value", shown(number))]);
                let values = vec![value(), ("example", number.as_ref().map_or_else(|| "".into(), example))];
                self.fault(codes::NUMBER_NOTATION, values)
                    .with_fix(number.as_ref().map(|plain| Fix::suggested(fix(plain))))
            }
            Reading::Separated(number) => {
                let example = messages::FOR_EXAMPLE.of(vec![("value", number.as_str().into())]);
                let fault = self.fault(codes::NUMBER_SEPARATED, vec![value(), ("example", example)]);
                fault.with_fix(Fix::automatic(fix(number)))
            }
            Reading::Either(joined, fraction) => {
                self.fault(codes::NUMBER_SEPARATED, vec![value(), ("example", two(joined, fraction))])
            }
            Reading::Right | Reading::Worded(_) | Reading::Negative | Reading::None => return None,
        };
        Some(fault)
    }
}

/// Returns a number as it is written into a record: one with a sign in quotes.
fn as_written(number: &str) -> String {
    if number.starts_with(['~', '>', '<']) { quoted(number) } else { number.to_owned() }
}

fn shown(number: &str) -> Arg {
    as_written(number).into()
}
