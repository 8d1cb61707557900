//! Letters that look like others: Cyrillic ones in Latin names, both alphabets in one word, invisible characters, Uzbek apostrophes.

use crate::diag::{Code, MessageArgs, codes, messages};
use crate::record::letters::{Script, is_dash, is_invisible, name};

/// Cyrillic and Greek letters that look like a Latin one in common typefaces (Unicode TR 39, the part that keyboards of the region type).
const LOOK_ALIKE: &[(char, char)] = &[
    ('а', 'a'),
    ('в', 'b'),
    ('с', 'c'),
    ('е', 'e'),
    ('һ', 'h'),
    ('і', 'i'),
    ('ј', 'j'),
    ('к', 'k'),
    ('о', 'o'),
    ('р', 'p'),
    ('ѕ', 's'),
    ('т', 't'),
    ('у', 'y'),
    ('х', 'x'),
    ('м', 'm'),
    ('н', 'h'),
    ('ԁ', 'd'),
    ('ԛ', 'q'),
    ('ԝ', 'w'),
    ('ο', 'o'),
    ('ı', 'i'),
    ('А', 'A'),
    ('В', 'B'),
    ('С', 'C'),
    ('Е', 'E'),
    ('Н', 'H'),
    ('І', 'I'),
    ('Ј', 'J'),
    ('К', 'K'),
    ('М', 'M'),
    ('О', 'O'),
    ('Р', 'P'),
    ('Ѕ', 'S'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('У', 'Y'),
    ('Ү', 'Y'),
    ('‐', '-'),
    ('‑', '-'),
    ('–', '-'),
    ('—', '-'),
    ('−', '-'),
    ('_', '-'),
];

/// Returns a word in Latin letters where it holds letters that only look so; `None` where it holds none, or others besides.
pub fn latin(word: &str) -> Option<String> {
    if word.is_ascii() {
        return None;
    }
    let one = |c: char| match c {
        c if c.is_ascii() => Some(c),
        c => LOOK_ALIKE.iter().find(|(foreign, _)| *foreign == c).map(|(_, latin)| *latin),
    };
    word.trim().chars().filter(|c| !is_invisible(*c)).map(one).collect()
}

/// Returns whether nobody reports a character from nothing, or from a space: signs without width, and spaces of other kinds.
pub fn is_hidden(c: char) -> bool {
    is_invisible(c) || (c.is_whitespace() && !c.is_ascii())
}

/// Returns the letters of a word that are not ASCII, each once.
pub fn foreign(word: &str) -> String {
    let mut letters: Vec<String> = Vec::new();
    for c in word.chars().filter(|c| !c.is_ascii()) {
        let shown = if is_hidden(c) { name(c) } else { c.to_string() };
        if !letters.contains(&shown) {
            letters.push(shown);
        }
    }
    letters.join(", ")
}

/// Returns the fault of a word that [`latin`] reads, and what is said of it: letters of another alphabet, dashes, or signs that nobody sees.
pub fn foreign_letters(word: &str) -> (&'static Code, MessageArgs) {
    let letters: Vec<char> = word.chars().filter(|c| !c.is_ascii() && !is_hidden(*c)).collect();
    let seen: String = word.chars().filter(|c| !is_hidden(*c)).collect();
    if letters.is_empty() {
        return (codes::CHARACTER_INVISIBLE, vec![("what", foreign(word).into()), ("word", seen.into())]);
    }
    let (what, hint) = if letters.iter().all(|c| is_dash(*c)) {
        (&messages::DASHES, &messages::TYPE_HYPHEN)
    } else {
        (&messages::LETTERS_ALIKE, &messages::TYPE_LATIN)
    };
    let shown = foreign(&letters.into_iter().collect::<String>());
    let what = what.of(vec![("letters", shown.into())]);
    (codes::LETTER_LOOK_ALIKE, vec![("word", seen.into()), ("what", what), ("hint", hint.into())])
}

/// Returns whether a text is mostly in Cyrillic letters.
pub fn is_cyrillic(text: &str) -> bool {
    let cyrillic = text.chars().filter(|c| Script::of(*c) == Some(Script::Cyrillic)).count();
    2 * cyrillic > text.chars().filter(|c| c.is_alphabetic()).count()
}

/// A word that mixes Latin and Cyrillic letters.
#[derive(Debug, PartialEq, Eq)]
pub struct Mixed<'t> {
    /// The word.
    pub word: &'t str,
    /// The letters of the alphabet that the word is not in.
    pub letters: String,
    /// The word in one alphabet.
    pub mended: String,
}

/// Returns the words of a text that mix alphabets by letters that look alike; a hyphen or a digit divides words.
///
/// A word whose foreign letters have no twin, such as a name made of both alphabets on purpose, is left alone.
pub fn mixed(text: &str) -> Vec<Mixed<'_>> {
    if text.is_ascii() {
        return Vec::new();
    }
    text.split(|c: char| !c.is_alphabetic()).filter_map(mixed_word).collect()
}

fn mixed_word(word: &str) -> Option<Mixed<'_>> {
    let count = |wanted: Script| word.chars().filter(|c| Script::of(*c) == Some(wanted)).count();
    let (latin, cyrillic) = (count(Script::Latin), count(Script::Cyrillic));
    if latin == 0 || cyrillic == 0 {
        return None;
    }
    let foreign = if latin > cyrillic || is_roman(word) { Script::Cyrillic } else { Script::Latin };
    let mut letters: Vec<String> = word.chars().filter(|c| Script::of(*c) == Some(foreign)).map(String::from).collect();
    letters.dedup();
    let mended = word.chars().map(|c| twin(c, foreign)).collect::<Option<String>>()?;
    Some(Mixed { word, letters: letters.join(", "), mended })
}

/// Returns whether a word is a number in Roman numerals, whatever alphabet its letters are of.
fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(twin(c, Script::Cyrillic), Some('I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M')))
}

/// Returns a letter of the foreign script in the other one.
fn twin(c: char, foreign: Script) -> Option<char> {
    if Script::of(c) != Some(foreign) {
        return Some(c);
    }
    let pair = |(cyrillic, latin): &(char, char)| match foreign {
        Script::Cyrillic => (*cyrillic == c).then_some(*latin),
        // Of the Cyrillic letters of one shape the Russian one comes first.
        Script::Latin => (*latin == c && Script::of(*cyrillic) == Some(Script::Cyrillic)).then_some(*cyrillic),
    };
    LOOK_ALIKE.iter().find_map(pair)
}

/// An apostrophe that Uzbek does not have.
#[derive(Debug, PartialEq, Eq)]
pub struct Apostrophe<'t> {
    /// The word it stands in.
    pub word: &'t str,
    /// Where the word begins, in bytes.
    pub at: usize,
    /// The word with the right letter.
    pub mended: String,
    /// The right letter: U+02BB after o and g, U+02BC elsewhere.
    pub right: char,
}

/// Returns the Uzbek words whose letters oʻ, gʻ or ʼ are written with a quote of another language.
pub fn apostrophes(text: &str) -> Vec<Apostrophe<'_>> {
    let is_mark = |c: char| matches!(c, '\'' | '‘' | '’' | '`' | '´' | 'ʻ' | 'ʼ' | 'ˈ' | '′');
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split(|c: char| !c.is_alphabetic() && !is_mark(c)) {
        let letters: Vec<char> = word.chars().collect();
        let mut mended = letters.clone();
        for place in 1..letters.len() {
            let between = letters[place - 1].is_alphabetic() && !is_mark(letters[place - 1]);
            if is_mark(letters[place]) && between {
                let follows = letters.get(place + 1).is_some_and(|c| c.is_alphabetic());
                let modified = matches!(letters[place - 1], 'o' | 'O' | 'g' | 'G');
                // A mark at the end of a word is a closing quote, unless it belongs to its letter.
                if follows || (modified && !letters[..place].iter().any(|c| is_mark(*c))) {
                    mended[place] = if modified { 'ʻ' } else { 'ʼ' };
                }
            }
        }
        if let Some(changed) = (0..letters.len()).find(|place| mended[*place] != letters[*place]) {
            found.push(Apostrophe { word, at, right: mended[changed], mended: mended.iter().collect() });
        }
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_reads_look_alikes_and_nothing_else() {
        assert_eq!(latin("titlе").as_deref(), Some("title"));
        assert_eq!(latin("title"), None);
        assert_eq!(latin("заголовок"), None);
        assert_eq!(latin("ti\u{200b}tle").as_deref(), Some("title"));
        assert_eq!(latin("title\u{a0}").as_deref(), Some("title"));
    }

    #[test]
    fn mixed_finds_the_foreign_letters_of_a_word() {
        let found = mixed("IT-компания и кoлодец, Wi-Fi, COVID-19");
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].word, found[0].letters.as_str()), ("кoлодец", "o"));
        assert_eq!(found[0].mended, "колодец");
        assert_eq!(mixed("АКИpress"), [], "a name on purpose");
        for (word, roman) in [("ХХI", "XXI"), ("ХIХ", "XIX"), ("IХ", "IX")] {
            assert_eq!(mixed(word)[0].mended, roman, "a number in Roman numerals");
        }
        assert_eq!(mixed("Ҷумҳурии Тоҷикистон, Türkmenistan, Qazaqstan"), []);
    }

    #[test]
    fn apostrophes_of_uzbek_are_reported_by_what_stands_before() {
        let mended = |text| apostrophes(text).into_iter().map(|a| a.mended).collect::<Vec<_>>();
        assert_eq!(mended("O'zbekiston, bo‘lim, ma'no"), ["Oʻzbekiston", "boʻlim", "maʼno"]);
        assert_eq!(mended("Oʻzbekiston maʼno 'dunyo' ‘suv’"), Vec::<String>::new());
        assert_eq!(mended("tog' suvi"), ["togʻ"]);
        assert_eq!(apostrophes("yangi bo'lim")[0].at, 6);
    }
}
