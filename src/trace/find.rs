//! The values that say some words.

use std::collections::BTreeSet;

use super::origin::{Origin, Printed};
use super::seen::{holds, seen};

/// A value that says the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The value.
    pub printed: Printed,
    /// The form of it that says them.
    pub form: String,
    /// What of the words it says.
    pub words: String,
}

/// Returns the values that say some words, each once, those first that say nothing else. Where none says all of them, those of a record that say them together: a given name
/// and a family name are two fields.
pub fn find(all: &[Printed], words: &str) -> Vec<Match> {
    let wanted = seen(words);
    let mut whole = each_once(all.iter().filter_map(|printed| said(printed, &wanted)));
    // What says nothing else is most likely meant.
    whole.sort_by_key(|found| seen(&found.form) != wanted);
    if whole.is_empty() { together(all, &wanted) } else { whole }
}

fn said(printed: &Printed, wanted: &str) -> Option<Match> {
    let form = printed.forms.iter().find(|form| holds(&seen(form), wanted))?;
    Some(Match { printed: printed.clone(), form: form.clone(), words: wanted.to_owned() })
}

fn each_once(found: impl Iterator<Item = Match>) -> Vec<Match> {
    let mut all: Vec<Match> = Vec::new();
    for one in found {
        // A field of a record is the same one wherever it is printed; what a document counts or says of itself is its own.
        let is_own = !matches!(one.printed.origin, Origin::Field { .. } | Origin::Word { .. });
        let same = |other: &Match| {
            let same_value = other.printed.origin == one.printed.origin && other.form == one.form;
            same_value && !(is_own && other.printed.bound != one.printed.bound)
        };
        if !all.iter().any(same) {
            all.push(one);
        }
    }
    all
}

/// Returns the values of each record that say one of the words each, where they say all of them together.
fn together(all: &[Printed], wanted: &str) -> Vec<Match> {
    let words: Vec<&str> = wanted.split(' ').collect();
    if words.len() < 2 {
        return Vec::new();
    }
    let mut records: Vec<&str> = Vec::new();
    for printed in all {
        if let Origin::Field { record, .. } = &printed.origin
            && !records.contains(&record.as_str())
        {
            records.push(record);
        }
    }
    let mut found = Vec::new();
    for record in records {
        let own = || all.iter().filter(|p| matches!(&p.origin, Origin::Field { record: of, .. } if of == record));
        let parts: Vec<Match> = own().filter_map(|printed| part(printed, &words)).collect();
        let said: BTreeSet<&str> = parts.iter().flat_map(|part| part.words.split(' ')).collect();
        if words.iter().all(|word| said.contains(word)) {
            found.extend(parts);
        }
    }
    each_once(found.into_iter())
}

/// Returns a value that says nothing but some of the words.
fn part(printed: &Printed, words: &[&str]) -> Option<Match> {
    let form = printed.forms.first()?;
    let own = seen(form);
    let is_part = !own.is_empty() && own.split(' ').all(|word| words.contains(&word));
    is_part.then(|| Match { printed: printed.clone(), form: form.clone(), words: own })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(record: &str, field: &str, form: &str) -> Printed {
        let origin = Origin::Field { record: record.to_owned(), field: field.to_owned() };
        Printed { origin, forms: vec![form.to_owned()], cited: Vec::new(), bound: None }
    }

    #[test]
    fn all_places_are_found_and_each_once() {
        let all = [printed("a", "x", "In 2011"), printed("b", "x", "12011"), printed("a", "x", "In 2011")];
        assert_eq!(find(&all, "2011").len(), 1);
        assert_eq!(find(&all, "in\u{a0}2011").len(), 1);
        assert_eq!(find(&all, "2012"), []);
    }

    #[test]
    fn a_name_in_two_fields_is_found() {
        let all = [printed("a", "given", "Ann"), printed("a", "family", "Upper"), printed("b", "given", "Ann")];
        let found: Vec<String> = find(&all, "Ann Upper").into_iter().map(|found| found.form).collect();
        assert_eq!(found, ["Ann", "Upper"]);
        assert_eq!(find(&all, "Ann Lower"), []);
    }
}
