//! The markings that schemas give to fields are levels of a scheme.

use super::nearest::hint;
use crate::diag::{Diagnostic, codes};
use crate::holdings::Holdings;
use crate::schema::{Object, Shape};

/// Checks the markings of all fields.
pub fn check(holdings: &Holdings) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for kind in holdings.schemas.iter() {
        object(&kind.object, holdings, &mut faults);
    }
    faults
}

fn object(object: &Object, holdings: &Holdings, faults: &mut Vec<Diagnostic>) {
    for field in object.fields.values() {
        if let Some(marking) = field.marking.as_ref().filter(|marking| holdings.schemes.find(marking).is_none()) {
            let known: Vec<String> = holdings.schemes.all().collect();
            let hint = hint(marking, known.iter().map(String::as_str));
            faults.push(Diagnostic::error(
                codes::MARKING_UNKNOWN,
                None,
                vec![("value", marking.clone()), ("hint", hint)],
            ));
        }
        if let Shape::Object(inner) = field.shape.element() {
            self::object(inner, holdings, faults);
        }
    }
}
