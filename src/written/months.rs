//! The months by their names, English and Russian.

/// The names of each month: in English, and in Russian as a name, after a day and after a preposition.
const NAMES: [[&str; 4]; 12] = [
    ["january", "январь", "января", "январе"],
    ["february", "февраль", "февраля", "феврале"],
    ["march", "март", "марта", "марте"],
    ["april", "апрель", "апреля", "апреле"],
    ["may", "май", "мая", "мае"],
    ["june", "июнь", "июня", "июне"],
    ["july", "июль", "июля", "июле"],
    ["august", "август", "августа", "августе"],
    ["september", "сентябрь", "сентября", "сентябре"],
    ["october", "октябрь", "октября", "октябре"],
    ["november", "ноябрь", "ноября", "ноябре"],
    ["december", "декабрь", "декабря", "декабре"],
];

/// A name is not shortened to fewer letters.
const MIN_CHARS: usize = 3;

/// Returns the number of a month by its name in small letters, or the beginning of it.
pub fn number(word: &str) -> Option<u32> {
    if word.chars().count() < MIN_CHARS {
        return None;
    }
    let known = |names: &[&str; 4]| names.iter().any(|name| name.starts_with(word));
    NAMES.iter().position(known).map(|at| at as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_knows_names_and_their_beginnings_and_no_other_words() {
        for (word, month) in [
            ("march", 3),
            ("mar", 3),
            ("sept", 9),
            ("марта", 3),
            ("нояб", 11),
            ("мае", 5),
            ("мая", 5),
            ("may", 5),
            ("jun", 6),
            ("jul", 7),
            ("февр", 2),
        ] {
            assert_eq!(number(word), Some(month), "{word}");
        }
        for word in ["", "ма", "ju", "marble", "маша", "decree", "2022", "г"] {
            assert_eq!(number(word), None, "{word}");
        }
    }
}
