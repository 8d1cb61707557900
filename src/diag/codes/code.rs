//! An entry of the register, and the form in which entries are written down.

use super::example::Example;
use crate::diag::message::Message;
use crate::diag::severity::Severity;

/// A fault: its stable name in kebab-case, how much it weighs, its words, and an example of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The code.
    pub name: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong.
    pub sentence: Message,
    /// What to do.
    pub instruction: Message,
    /// A small workspace file with the fault, and the same mended.
    pub example: Example,
}

/// The entries that belong together.
#[derive(Debug)]
pub struct Stage {
    /// What they are faults of.
    pub title: Message,
    /// The entries.
    pub entries: &'static [&'static Code],
}

/// Writes down entries. The example of a code stands below the folder `from`, in `CODE/wrong.yaml` and `CODE/right.yaml`. Where a side is
/// of other files, it names them, and they stand in the folder `CODE/wrong/` or `CODE/right/`; `is` says what their text cannot show
/// ([`Special`](super::example::Special)).
macro_rules! register {
    (from $from:literal;
        $($(#[$doc:meta])* $constant:ident = $name:literal $severity:ident
        en $en:literal => $en_do:literal
        ru $ru:literal => $ru_do:literal
        $(wrong $($wrong:literal $(is $wrong_special:ident $(($wrong_value:literal))?)?),+)?
        $(right $($right:literal $(is $right_special:ident $(($right_value:literal))?)?),+)?;)*) => {
        $($(#[$doc])* pub const $constant: &crate::diag::codes::code::Code = &crate::diag::codes::code::Code {
            name: $name,
            severity: crate::diag::severity::Severity::$severity,
            sentence: crate::diag::message::Message { en: $en, ru: $ru },
            instruction: crate::diag::message::Message { en: $en_do, ru: $ru_do },
            example: crate::diag::codes::example::Example {
                wrong: crate::diag::codes::example::side!(
                    $from, $name, "wrong" $($(, $wrong $(is $wrong_special $(($wrong_value))?)?)+)?
                ),
                right: crate::diag::codes::example::side!(
                    $from, $name, "right" $($(, $right $(is $right_special $(($right_value))?)?)+)?
                ),
            },
        };)*
        /// The entries of this file.
        pub(super) static ENTRIES: &[&crate::diag::codes::code::Code] = &[$($constant),*];
    };
}
pub(super) use register;
