//! The list of what follows from what, and when.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::recoveries::line_start;
use crate::diag::{Code, Diagnostic, FileId, Files, Place, Severity, Subject, codes};

/// One rule: where one fault is reported, another one that meets it is not.
struct Rule {
    /// What is reported; without any, every error.
    given: &'static [&'static Code],
    /// What follows from it.
    follows: &'static [&'static Code],
    /// When it follows.
    when: When,
}

/// How two faults meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// They have the same place.
    SamePlace,
    /// They have the same place, and only the first can be mended.
    SamePlaceMended,
    /// They begin on the same line.
    SameLine,
    /// They speak of the same field of a file.
    SameField,
    /// The second lies within the first.
    Within,
}

/// What follows among the faults of writing, in sight of all faults.
const OF_WRITING: [Rule; 2] = [
    // The field that stands elsewhere knows better where its line belongs.
    Rule {
        given: &[codes::FIELD_ELSEWHERE],
        follows: &[codes::INDENT_WRONG, codes::FIELD_BELOW_BRACES, codes::TAB_INDENT],
        when: When::SameLine,
    },
    // A quote without its partner is warned of where nothing else is wrong with the line.
    Rule { given: &[], follows: &[codes::QUOTE_ALONE], when: When::SameLine },
];

/// What follows among all faults.
const OF_RECORDS: [Rule; 8] = [
    Rule { given: &[codes::REFERENCE_UNKNOWN], follows: &[codes::TEXT_MISREAD], when: When::SamePlace },
    Rule { given: &[codes::ID_MISSING], follows: &[codes::VALUE_EMPTY], when: When::SamePlace },
    Rule { given: &[codes::ID_CASE], follows: &[codes::PATTERN_MISMATCH], when: When::SamePlace },
    Rule { given: &[codes::ID_NOT_FILE_NAME], follows: &[codes::PATTERN_MISMATCH], when: When::SamePlace },
    Rule { given: &[codes::CLAIM_MEANT], follows: &[codes::REFERENCE_KIND], when: When::SamePlace },
    // A field that stands elsewhere is not missing where it belongs.
    Rule { given: &[codes::FIELD_ELSEWHERE], follows: &[codes::FIELD_MISSING], when: When::SameField },
    // Of a name in letters that only look right, that is all there is to say.
    Rule { given: &[codes::LETTER_LOOK_ALIKE], follows: &[codes::WORD_MIXED], when: When::Within },
    // A word may be looked at as an id and as text: the fault that can mend it is reported.
    Rule { given: &[codes::CHARACTER_INVISIBLE], follows: &[codes::CHARACTER_INVISIBLE], when: When::SamePlaceMended },
];

/// Leaves out the faults of writing that follow from others.
pub fn of_writing(written: &mut Vec<Diagnostic>, found: &[Diagnostic], files: &Files) {
    for rule in &OF_WRITING {
        let causes = Causes::of(rule, written.iter().chain(found), files);
        written.retain(|fault| !causes.explain(fault, files));
    }
}

/// Leaves out the faults that follow from others.
pub fn of_records(faults: &mut Vec<Diagnostic>, files: &Files) {
    for rule in &OF_RECORDS {
        let causes = Causes::of(rule, faults.iter(), files);
        faults.retain(|fault| !causes.explain(fault, files));
    }
}

/// Leaves out the faults that may only say that records are missing, where some could not be read.
pub fn of_missing_records(faults: &mut Vec<Diagnostic>) {
    faults.retain(|fault| !fault.is(codes::MARKING_UNKNOWN));
}

/// Where the causes of a rule are.
struct Causes<'r> {
    rule: &'r Rule,
    meetings: HashSet<Meeting>,
    /// The places of causes that others may lie within, in the order of each file.
    ranges: HashMap<FileId, Vec<Range<usize>>>,
}

/// Where two faults meet.
#[derive(PartialEq, Eq, Hash)]
enum Meeting {
    Place(Place),
    Line(FileId, usize),
    Field(FileId, String),
}

impl<'r> Causes<'r> {
    fn of<'d>(rule: &'r Rule, faults: impl Iterator<Item = &'d Diagnostic>, files: &Files) -> Self {
        let mut causes = Self { rule, meetings: HashSet::new(), ranges: HashMap::new() };
        for fault in faults.filter(|fault| rule.holds_of(fault)) {
            match (&fault.place, rule.when) {
                (Some(place), When::Within) => causes.ranges.entry(place.file).or_default().push(place.range.clone()),
                _ => causes.meetings.extend(rule.meeting(fault, files)),
            }
        }
        causes.ranges.values_mut().for_each(|ranges| ranges.sort_by_key(|range| range.start));
        causes
    }

    fn explain(&self, fault: &Diagnostic, files: &Files) -> bool {
        if !self.rule.follows.iter().any(|code| fault.is(code)) {
            return false;
        }
        match self.rule.when {
            When::Within => fault.place.as_ref().is_some_and(|place| self.holds(place)),
            When::SamePlaceMended if fault.fix.is_some() => false,
            _ => self.rule.meeting(fault, files).is_some_and(|meeting| self.meetings.contains(&meeting)),
        }
    }

    /// Returns whether a place lies within that of a cause; values do not lie over each other.
    fn holds(&self, place: &Place) -> bool {
        let ranges = self.ranges.get(&place.file).map_or(&[][..], Vec::as_slice);
        let after = ranges.partition_point(|range| range.start <= place.range.start);
        ranges[..after].last().is_some_and(|range| range.end >= place.range.end)
    }
}

impl Rule {
    fn holds_of(&self, fault: &Diagnostic) -> bool {
        let named = match self.given {
            [] => fault.severity == Severity::Error,
            codes => codes.iter().any(|code| fault.is(code)),
        };
        named && (self.when != When::SamePlaceMended || fault.fix.is_some())
    }

    fn meeting(&self, fault: &Diagnostic, files: &Files) -> Option<Meeting> {
        let place = fault.place.as_ref()?;
        match (self.when, &fault.subject) {
            (When::SameField, Subject::Field(name)) => Some(Meeting::Field(place.file, name.clone())),
            (When::SameField, _) => None,
            (When::SameLine, _) => line_start(fault, files).map(|(file, start)| Meeting::Line(file, start)),
            (When::SamePlace | When::SamePlaceMended | When::Within, _) => Some(Meeting::Place(place.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Edit, Fix};

    const TEXT: &str = "one: two three\nfour: five\n";

    /// Returns the fault that is reported and one that meets it as the rule says, or does not meet it.
    fn pair(rule: &Rule, given: &'static Code, follows: &'static Code, meets: bool) -> (Diagnostic, Diagnostic) {
        let mut files = Files::default();
        let file = files.add("a.yaml".into(), TEXT.into());
        let fault = |code, range| Diagnostic::new(code, Place { file, range }, vec![]);
        let fix = || Fix::automatic(vec![Edit::new(0..1, "o")]);
        let other = 15..19;
        let (cause, range) = match rule.when {
            When::SamePlace | When::SamePlaceMended => (fault(given, 5..14), 5..14),
            When::SameLine => (fault(given, 0..3), 9..14),
            When::Within => (fault(given, 5..14), 9..14),
            When::SameField => (fault(given, 0..3).about_field("x"), 15..19),
        };
        let cause = if rule.when == When::SamePlaceMended { cause.with_fix(fix()) } else { cause };
        let follower = fault(follows, if meets || rule.when == When::SameField { range } else { other });
        let field = if meets { "x" } else { "y" };
        (cause, if rule.when == When::SameField { follower.about_field(field) } else { follower })
    }

    #[test]
    fn each_rule_leaves_out_what_meets_its_cause_and_nothing_else() {
        let mut files = Files::default();
        files.add("a.yaml".into(), TEXT.into());
        for rule in OF_WRITING.iter().chain(&OF_RECORDS) {
            let given: &[&'static Code] = if rule.given.is_empty() { &[codes::YAML_SYNTAX] } else { rule.given };
            for (given, follows) in
                given.iter().flat_map(|given| rule.follows.iter().map(move |follows| (given, follows)))
            {
                for meets in [true, false] {
                    let (cause, follower) = pair(rule, given, follows, meets);
                    let (mut written, mut all) = (vec![follower.clone()], vec![cause.clone(), follower]);
                    of_writing(&mut written, std::slice::from_ref(&cause), &files);
                    of_records(&mut all, &files);
                    let left_out = written.is_empty() || all.len() == 1;
                    assert_eq!(left_out, meets, "{} → {} {:?}", given.name, follows.name, rule.when);
                }
            }
        }
    }

    #[test]
    fn of_two_faults_that_can_be_mended_both_are_reported() {
        let (cause, _) = pair(&OF_RECORDS[7], codes::CHARACTER_INVISIBLE, codes::CHARACTER_INVISIBLE, true);
        let mut all = vec![cause.clone(), cause];
        of_records(&mut all, &Files::default());
        assert_eq!(all.len(), 2);
    }
}
