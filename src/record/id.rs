//! Ids: which texts can be one. An id is also the name of a file, and files are kept on every system.

/// Returns whether a text is an id: lower-case Latin letters, digits and single hyphens.
pub fn is_id(text: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.split('-').all(part)
}

/// Returns whether Windows keeps a name for its devices, and stores no file that is called so, whatever its ending.
pub fn is_device(text: &str) -> bool {
    let numbered =
        |device: &str| text.strip_prefix(device).is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'9']));
    matches!(text, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kebab_case() {
        assert!(["s1", "tashkent-conf-2022", "2001"].into_iter().all(is_id));
        assert!(["", "S1", "a--b", "-a", "a-", "a_b", "a.b", "а1", "a/b"].into_iter().all(|text| !is_id(text)));
    }

    #[test]
    fn devices_are_those_of_windows() {
        assert!(["con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"].into_iter().all(is_device));
        assert!(
            ["con-1", "icon", "com", "com0", "com10", "lpt", "console", "null"]
                .into_iter()
                .all(|text| !is_device(text))
        );
    }
}
