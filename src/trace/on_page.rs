//! Which values stand on a page, by the words that were laid out there.

use super::find::Match;
use super::origin::{Origin, Printed};
use super::seen::{holds, seen};

/// What is shorter can stand on a page for many reasons, and needs company.
const SHORT: usize = 4;

/// What is longer is found also where the end of a line breaks a word of it.
const LONG: usize = 12;

/// The words of a page.
#[derive(Debug, Clone)]
pub struct PageWords {
    words: String,
    /// Without spaces: a word that was broken at the end of a line is whole.
    close: String,
}

impl PageWords {
    /// Takes the words of a page.
    pub fn new(text: &str) -> Self {
        let words = seen(text);
        let close = close(&words);
        Self { words, close }
    }

    /// Returns the values that stand on the page: those of some matches, or, without any, all of the document.
    pub fn of(&self, all: &[Printed], matches: Option<Vec<Match>>) -> Vec<Match> {
        match matches {
            Some(matches) => matches.into_iter().filter(|found| self.says(&found.form)).collect(),
            None => all.iter().filter_map(|printed| self.whole(printed, all)).collect(),
        }
    }

    fn whole(&self, printed: &Printed, all: &[Printed]) -> Option<Match> {
        let form = printed.forms.iter().find(|form| self.says(form))?;
        let is_short = form.chars().count() < SHORT;
        let has_company = || all.iter().any(|other| is_beside(other, printed) && self.says_more(other));
        (!is_short || has_company()).then(|| Match { printed: printed.clone(), form: form.clone(), words: seen(form) })
    }

    fn says_more(&self, printed: &Printed) -> bool {
        printed.forms.iter().any(|form| form.chars().count() >= SHORT && self.says(form))
    }

    fn says(&self, form: &str) -> bool {
        let form = seen(form);
        holds(&self.words, &form) || form.chars().count() > LONG && self.close.contains(&close(&form))
    }
}

/// Returns whether two values are of one record, or of one count.
fn is_beside(one: &Printed, other: &Printed) -> bool {
    match (&one.origin, &other.origin) {
        (Origin::Field { record, .. }, Origin::Field { record: other, .. }) => record == other,
        (Origin::Count(count), Origin::Count(named)) => count.name == named.name && one.bound == other.bound,
        _ => false,
    }
}

fn close(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(record: &str, form: &str) -> Printed {
        let origin = Origin::Field { record: record.to_owned(), field: "x".to_owned() };
        Printed { origin, forms: vec![form.to_owned()], cited: Vec::new(), bound: None }
    }

    #[test]
    fn a_short_figure_needs_company_and_a_broken_word_is_whole() {
        let page = PageWords::new("First Well\n40\nThe well was du\ng by nobody");
        let all = [
            printed("a", "First Well"),
            printed("a", "40"),
            printed("b", "40"),
            printed("b", "Second Well"),
            printed("c", "The well was dug by nobody"),
        ];
        let found: Vec<&str> =
            all.iter().filter(|one| page.whole(one, &all).is_some()).map(|one| one.forms[0].as_str()).collect();
        assert_eq!(found, ["First Well", "40", "The well was dug by nobody"]);
        assert_eq!(page.of(&all, Some(Vec::new())), []);
    }
}
