//! The fingerprint of an original, by which a translation of words that have changed is known.

use crate::digest;

/// Returns the fingerprint of an original. Line breaks at its end do not count: they come and go with the style of the file.
pub fn fingerprint(original: &str) -> String {
    format!("sha256:{}", digest::of(original.trim_end()))
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
