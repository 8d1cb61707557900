//! The summary for a merge request, in the Markdown that GitHub and GitLab share.

use super::comparison::{Compared, Comparison, Fact, PAGE};
use super::messages;
use super::words::{cells, head, remarks, standing, worth_a_look};
use crate::diag::{Locale, Message};

/// A comment on a merge request holds some 65,000 letters (GitHub); rows beyond these are on the page.
const MAX_ROWS: usize = 100;
/// A long value is cut to so many letters.
const MAX_LETTERS: usize = 120;

/// Returns the summary.
pub fn summary(comparison: &Comparison, locale: Locale) -> String {
    let word = |message: &'static Message| message.words(locale);
    let [between, counts] = head(comparison, locale).map(|line| cell(&line));
    let has_any = worth_a_look(comparison).next().is_some();
    let parts = if has_any {
        vec![
            format!("### {}", word(&messages::FACTS)),
            facts(comparison, locale),
            format!("### {}", word(&messages::DOCUMENTS)),
            documents(comparison, locale),
        ]
    } else {
        vec![word(&messages::NOTHING).to_owned()]
    };
    let head = vec![format!("## {}", word(&messages::TITLE)), between, counts];
    [head, parts].concat().join("\n\n") + "\n"
}

fn facts(comparison: &Comparison, locale: Locale) -> String {
    if comparison.facts.is_empty() {
        return messages::NO_FACTS.words(locale).to_owned();
    }
    let heads = [&messages::RECORD, &messages::FIELD, &messages::BEFORE, &messages::AFTER, &messages::DOCUMENTS];
    let row = |fact: &Fact| [&cells(fact, locale)[..], &[fact.documents.len().to_string()]].concat();
    table(&heads, comparison.facts.iter().map(row).collect(), locale)
}

fn documents(comparison: &Comparison, locale: Locale) -> String {
    let heads = [&messages::DOCUMENT, &messages::STANDING, &messages::PAGES];
    let row = |document: &Compared| {
        let pages: Vec<String> = document.pages.iter().map(|page| page.number.to_string()).collect();
        let standing = vec![standing(document.standing, locale).to_owned()];
        let words = [standing, remarks(document, false, locale)].concat();
        vec![document.name.clone(), words.join("; "), pages.join(", ")]
    };
    table(&heads, worth_a_look(comparison).map(row).collect(), locale)
}

fn table(heads: &[&'static Message], rows: Vec<Vec<String>>, locale: Locale) -> String {
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let beyond = rows.len().saturating_sub(MAX_ROWS);
    let head = line(heads.iter().map(|head| cell(head.words(locale))).collect());
    let rule = line(heads.iter().map(|_| "---".to_owned()).collect());
    let rows = rows.into_iter().take(MAX_ROWS).map(|cells| line(cells.iter().map(|text| cell(text)).collect()));
    let table = [head, rule].into_iter().chain(rows).collect::<Vec<_>>().join("\n");
    if beyond == 0 {
        return table;
    }
    let values = vec![("count", beyond.into()), ("path", PAGE.into())];
    format!("{table}\n\n{}", messages::MORE.format(&values, locale))
}

/// Returns words as they stand in a cell: on one line, of some length, and with no sign that would mean something.
fn cell(text: &str) -> String {
    let mut cut: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((at, _)) = cut.char_indices().nth(MAX_LETTERS) {
        cut.truncate(at);
        cut.push('…');
    }
    let means = |letter: char| letter.is_ascii_punctuation() && !".,:;()-/%+'".contains(letter);
    cut.chars().flat_map(|letter| means(letter).then_some('\\').into_iter().chain([letter])).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn signs_of_the_markup_mean_themselves_and_long_words_are_cut() {
        assert_eq!(super::cell("a | <b>\n*c* 1.5"), r"a \| \<b\> \*c\* 1.5");
        assert_eq!(super::cell(&"x".repeat(500)).chars().count(), super::MAX_LETTERS + 1);
    }
}
