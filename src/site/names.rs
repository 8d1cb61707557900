//! What files of the index are called: letters of ASCII that every share and every address takes, and never the same twice.

use crate::digest;

/// The folder of the documents.
pub const DOCUMENTS: &str = "documents";
/// The folder of the pictures of their first pages.
pub const PICTURES: &str = "pictures";
/// Names that pages of the index itself have.
const TAKEN: [&str; 4] = ["index", "index-ru", "register", "site"];

/// Returns the name of the page of a document, without its ending: its reference in small letters.
pub fn page(reference: &str) -> String {
    let small = reference.to_lowercase();
    let name = plain(&small, &small);
    if TAKEN.contains(&name.as_str()) || name.ends_with("-ru") { apart(&name, reference) } else { name }
}

/// Returns the name of a file, of which the system may have kept letters of any script.
pub fn file(name: &str) -> String {
    plain(name, name)
}

/// Returns the name of the picture of a file.
pub fn picture(name: &str) -> String {
    let name = file(name);
    format!("{}.png", name.strip_suffix(".pdf").unwrap_or(&name))
}

/// Returns a name with hyphens for all that is not plain; then a digest of the whole keeps it apart from others.
fn plain(name: &str, whole: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    let begins = name.starts_with(|letter: char| letter.is_ascii_alphanumeric());
    if begins && name.chars().all(is_plain) {
        return name.to_owned();
    }
    let kept: String = name.chars().map(|letter| if is_plain(letter) { letter } else { '-' }).collect();
    match kept.rsplit_once('.').filter(|(_, ending)| !ending.contains('-')) {
        Some((stem, ending)) => format!("{}.{ending}", apart(stem, whole)),
        None => apart(&kept, whole),
    }
}

fn apart(name: &str, whole: &str) -> String {
    format!("{}-{}", name.trim_matches(['-', '.']), &digest::of(whole)[..8]).trim_start_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_apart() {
        assert_eq!(page("CTB-2022-014"), "ctb-2022-014");
        assert_eq!(
            file("2022-03-04_CTB-2022-014_note_en_v01-released.pdf"),
            "2022-03-04_CTB-2022-014_note_en_v01-released.pdf"
        );
        let odd = [page("Исх. 1"), page("Исх. 2"), page("index"), page("../x"), file("../x.pdf"), file("Записка.pdf")];
        for name in &odd {
            assert!(name.is_ascii() && !name.contains(['/', ' ', '\\']) && !name.starts_with(['.', '-']), "{name}");
        }
        assert_ne!(odd[0], odd[1]);
        assert!(odd[2] != "index" && odd[5].rsplit_once('.').is_some_and(|(_, ending)| ending == "pdf"), "{odd:?}");
    }
}
