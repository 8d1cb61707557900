//! Digests: SHA-256 in hexadecimal. The ground floor: it looks into nothing of ours.

use sha2::{Digest, Sha256};

/// Returns the SHA-256 of bytes in hexadecimal.
pub fn of(bytes: impl AsRef<[u8]>) -> String {
    hexadecimal(Sha256::new_with_prefix(bytes))
}

/// Returns the SHA-256 over names and contents, each with its length, so that no two rows of files have the same.
pub fn of_files<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in files {
        hash.update((name.len() as u64).to_le_bytes());
        hash.update(name);
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    hexadecimal(hash)
}

fn hexadecimal(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn digests_are_those_of_the_standard() {
        assert_eq!(super::of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn names_and_contents_are_distinguished() {
        let digest =
            |files: &[(&str, &str)]| super::of_files(files.iter().map(|(name, text)| (*name, text.as_bytes())));
        assert_ne!(digest(&[("a", "bc")]), digest(&[("ab", "c")]));
    }
}
