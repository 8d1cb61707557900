//! The fingerprint of an original, by which a translation of words that have changed is known.

use sha2::{Digest, Sha256};

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
