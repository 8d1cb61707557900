//! Characters that belong in no text, and spaces that are none.

use super::ledger::Ledger;
use crate::diag::{Arg, Edit, Fix, codes, messages};
use crate::record::letters::name;

/// Returns whether a character looks like a space and is none to YAML.
pub fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Returns what a space of another kind is called.
pub fn space_name(c: char) -> Arg {
    match c {
        '\u{a0}' | '\u{202f}' => (&messages::NO_BREAK_SPACE).into(),
        _ => messages::ODD_SPACE.of(vec![("name", name(c).into())]),
    }
}

/// Reports control characters wherever they stand, and reads on without them.
pub fn control(text: &str, ledger: &mut Ledger) {
    let suspicious =
        |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r') || *byte == 0x7f || *byte == 0xc2;
    if !text.as_bytes().iter().any(suspicious) {
        return;
    }
    for (at, c) in text.char_indices() {
        let common = matches!(c, '\t' | '\n' | '\r' | '\u{85}');
        if c.is_control() && !common {
            let range = at..at + c.len_utf8();
            let fix = Fix::suggested(vec![Edit::new(range.clone(), "")]);
            ledger.diagnose(codes::CHARACTER_CONTROL, range, vec![("what", name(c).into())], fix);
        }
    }
}
