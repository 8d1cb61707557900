//! The translator: a list of texts to translate goes out, and comes back into the records.
//!
//! ```text
//! CheckResult ─list─► CSV ─(a person)─► a table ─`import`─► TranslationList ─take─► Taken ─files─► texts of files, proved against a new CheckResult
//! ```
//!
//! A row carries its original and the fingerprint of it, so that a translation of words that have changed since is left out, and a row
//! whose cells come from several is refused. Nothing is
//! overwritten; nothing else in a file is touched, but where a record says which wordings are our own translation. Tables are read by the room `import`.

mod cell;
mod insert;
mod intake;
mod list;
mod origin;
mod own_translation;
mod proof;
mod table;
mod take;
mod translation_list;

use sha2::{Digest, Sha256};

pub use intake::{Intake, Readiness, intake};
pub use list::{List, ListOptions, list};
pub use own_translation::OUR_TRANSLATION;
pub use proof::{Proof, prove};
pub use take::{Change, Refusal, Taken, take};
pub use translation_list::{Columns, Line, TranslationList, Unusable};

/// The columns of a list beside the one for the translation, which is named after its language.
pub const COLUMNS: [&str; 7] = ["kind", "record", "pointer", "field", "from", "original", "fingerprint"];

/// Returns the fingerprint of an original. Line breaks at its end do not count: they come and go with the style of the file.
pub fn fingerprint(original: &str) -> String {
    let digest = Sha256::digest(original.trim_end().as_bytes());
    let digits: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprint_is_that_of_the_words() {
        assert_eq!(fingerprint("abc\n"), fingerprint("abc"));
        assert_eq!(fingerprint("abc"), "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
