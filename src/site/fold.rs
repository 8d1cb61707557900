//! Folding: words as they are looked for, whatever the script, the case, the accents and the apostrophes. The browser folds what is typed by
//! the same table, which is shipped to it; `tests/browser/fold.txt` holds both to the same answers.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters and what they are looked for as. Cyrillic follows the romanization that maps and documents of the United Nations use (BGN/PCGN);
/// letters of the languages of Central Asia become those that their Latin alphabets write without a mark. Apostrophes and signs that only
/// soften a letter become nothing.
const LETTERS: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "e"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('й', "y"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
    ('ә', "a"),
    ('ғ', "g"),
    ('қ', "q"),
    ('ң', "n"),
    ('ө', "o"),
    ('ұ', "u"),
    ('ү', "u"),
    ('һ', "h"),
    ('і', "i"),
    ('ҳ', "h"),
    ('ҷ', "j"),
    ('ӣ', "i"),
    ('ӯ', "u"),
    ('ў', "o"),
    ('є', "ie"),
    ('ı', "i"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ə', "a"),
    ('\'', ""),
    ('`', ""),
    ('\u{b4}', ""),
    ('\u{2b9}', ""),
    ('\u{2ba}', ""),
    ('\u{2bb}', ""),
    ('\u{2bc}', ""),
    ('\u{2018}', ""),
    ('\u{2019}', ""),
    ('\u{201b}', ""),
    ('\u{2032}', ""),
];

/// Returns the table, for the browser.
pub fn letters() -> BTreeMap<char, &'static str> {
    LETTERS.iter().copied().collect()
}

/// The fold.
#[derive(Debug)]
pub struct Fold(BTreeMap<char, &'static str>);

impl Fold {
    /// Takes the table in.
    pub fn new() -> Self {
        Self(letters())
    }

    /// Returns words as they are looked for: Latin letters without marks and digits, one space between words. Letters of other scripts stay.
    pub fn words(&self, text: &str) -> String {
        // Compatible forms of some apostrophes are a space and a mark, and would part a word.
        let kept: String = text.chars().filter(|letter| self.0.get(letter) != Some(&"")).collect();
        let mut out = String::with_capacity(kept.len());
        for letter in kept.nfkc().collect::<String>().to_lowercase().chars() {
            match self.0.get(&letter) {
                Some(as_latin) => out.push_str(as_latin),
                None => std::iter::once(letter).nfkd().for_each(|part| self.part(part, &mut out)),
            }
        }
        out.truncate(out.trim_end().len());
        out
    }

    /// Adds a letter without its marks, or the space that stands for what is no letter.
    fn part(&self, part: char, out: &mut String) {
        match self.0.get(&part) {
            Some(as_latin) => out.push_str(as_latin),
            None if is_combining_mark(part) => {}
            None if part.is_alphanumeric() => out.push(part),
            None if out.is_empty() || out.ends_with(' ') => {}
            None => out.push(' '),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of words, a tab, and what they are looked for as. The test of the browser reads the same file.
    const REFERENCE: &str = include_str!("../../tests/browser/fold.txt");

    #[test]
    fn words_fold_as_the_reference_says() {
        let fold = Fold::new();
        let lines: Vec<(&str, &str)> = REFERENCE.lines().filter_map(|line| line.split_once('\t')).collect();
        assert!(lines.len() > 30, "the reference is there");
        for (words, folded) in lines {
            assert_eq!(fold.words(words), folded, "{words}");
        }
    }

    #[test]
    fn one_name_in_two_scripts_is_looked_for_as_one() {
        let fold = Fold::new();
        for (one, other) in [
            ("Казахстан", "KAZAKHSTAN"),
            ("Oʻzbekiston", "O'zbekiston"),
            ("Ўзбекистон", "Oʻzbekiston"),
            ("Семёнов", "семенов"),
            ("Türkmenistan", "turkmenistan"),
            ("Душанбе", "Dushanbe"),
        ] {
            assert_eq!(fold.words(one), fold.words(other), "{one} {other}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        let fold = Fold::new();
        for (words, _) in REFERENCE.lines().filter_map(|line| line.split_once('\t')) {
            let once = fold.words(words);
            assert_eq!(fold.words(&once), once);
        }
    }
}
