//! Every document that a workspace asks for: report × subject × language × edition, as far as the settings do not narrow it.

use std::collections::HashMap;

use glob::Pattern;

use super::plan::{BuildRequest, PlanError, Views, plan};
use crate::check::Checked;
use crate::digest;
use crate::emit::Part;
use crate::page;
use crate::record::Language;
use crate::report::{BuildRule, Edition};
use crate::select::Job;

/// A document that is expected.
#[derive(Debug, Clone)]
pub struct Expected<'v> {
    /// How it is made.
    pub job: Job<'v>,
    /// The name of its file.
    pub file: String,
    /// The place of its edition among the views.
    pub edition: usize,
}

impl Expected<'_> {
    /// Returns the name by which it is asked for: report, subject if there is one, language.
    pub fn name(&self) -> String {
        let subject = self.job.subject.map(|subject| subject.id.as_str());
        [Some(self.job.report.name.as_str()), subject, Some(self.job.language.code())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("/")
    }

    /// Returns whether it is called so: by its name, the beginning of it, or its file.
    pub fn is_called(&self, text: &str) -> bool {
        self.file == text || self.name() == text
    }
}

/// Which documents are meant.
#[derive(Debug, Clone, Default)]
pub struct Only(Vec<Pattern>);

impl Only {
    /// Creates the choice of what one of the patterns fits; without any, of all.
    pub fn new(patterns: Vec<Pattern>) -> Self {
        Self(patterns)
    }

    /// Returns whether all are meant.
    pub fn is_all(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns whether a document is meant. A pattern fits its file, its name, or a beginning of the name up to a stroke.
    pub fn fits(&self, document: &Expected<'_>) -> bool {
        let name = document.name();
        let beginnings: Vec<&str> = name.match_indices('/').map(|(at, _)| &name[..at]).collect();
        let fits = |pattern: &Pattern| {
            let fits = |text: &str| pattern.matches(text);
            fits(&document.file) || fits(&name) || beginnings.iter().any(|beginning| fits(beginning))
        };
        self.is_all() || self.0.iter().any(fits)
    }
}

/// A part of the documents, the same on every machine: a document falls to it by the digest of its name, wherever it stands in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Its number, from 1.
    pub number: u64,
    /// How many there are.
    pub of: u64,
}

impl Shard {
    /// Reads a part written as `1/4`.
    pub fn parse(text: &str) -> Option<Self> {
        let (number, of) = text.split_once('/')?;
        let shard = Self { number: number.parse().ok()?, of: of.parse().ok()? };
        (1..=shard.of).contains(&shard.number).then_some(shard)
    }

    /// Returns the part that a pod of an indexed job of Kubernetes is to make: its index, and how many there are.
    pub fn of_index(index: &str, of: &str) -> Option<Self> {
        let index: u64 = index.parse().ok()?;
        Self::parse(&format!("{}/{of}", index.checked_add(1)?))
    }

    /// Returns the same for the folder.
    pub fn part(self) -> Part {
        Part::Shard(self.number, self.of)
    }

    /// Returns whether a document falls to it.
    pub fn holds(self, document: &Expected<'_>) -> bool {
        let name = format!("{}/{}", document.job.view.edition().id, document.file);
        let number = u64::from_str_radix(&digest::of(name)[..15], 16).unwrap_or_default();
        number % self.of + 1 == self.number
    }
}

/// Makes the views of every edition.
///
/// # Errors
/// Returns what is wrong with the settings.
pub fn views(checked: &Checked) -> Result<Vec<Views<'_>>, PlanError> {
    views_as_of(checked, None)
}

/// Makes the views of every edition on a day; without one, on that of the settings or of the request for a document.
///
/// # Errors
/// Returns that the day is none.
pub fn views_as_of<'c>(checked: &'c Checked, day: Option<&str>) -> Result<Vec<Views<'c>>, PlanError> {
    let of_edition = |edition: &Edition| {
        let (edition, as_of) = (Some(edition.id.clone()), day.map(str::to_owned));
        Views::new(checked, &BuildRequest { as_of, edition, ..BuildRequest::default() })
    };
    checked.settings.editions.iter().map(of_edition).collect()
}

/// Plans every document, by edition, report, subject and language.
///
/// # Errors
/// Returns what the settings name that does not exist, and documents that would have one file.
pub fn expected<'v>(views: &'v [Views<'_>]) -> Result<Vec<Expected<'v>>, PlanError> {
    let mut all = Vec::new();
    for (edition, views) in views.iter().enumerate() {
        let rules = views.settings().build.as_deref();
        let every: Vec<BuildRule> = {
            views.reports().iter().filter(|report| report.build).map(|report| BuildRule::of(&report.name)).collect()
        };
        let mut jobs = Vec::new();
        for rule in rules.unwrap_or(&every).iter().filter(|rule| rule.is_for(views.edition())) {
            if let Some(wanted) = wanted(rule, views) {
                jobs.extend(plan(views, &wanted)?);
            }
        }
        let mut files: HashMap<String, Expected<'v>> = HashMap::new();
        for job in jobs {
            let document = Expected { file: page::file_name(&job), job, edition };
            match files.get(&document.file) {
                // Two rules may ask for one document.
                Some(other) if other.name() == document.name() => continue,
                Some(other) => {
                    return Err(PlanError::SameFile(document.file.clone(), other.name(), document.name()));
                }
                None => files.insert(document.file.clone(), document.clone()),
            };
            all.push(document);
        }
    }
    Ok(all)
}

/// Returns what a rule wants of views; nothing where it names records, and the edition sees none of them.
fn wanted(rule: &BuildRule, views: &Views<'_>) -> Option<BuildRequest> {
    let named = rule.subjects.as_ref();
    let subjects: Vec<String> = named.into_iter().flatten().filter(|id| views.sees(id)).cloned().collect();
    if subjects.is_empty() && named.is_some_and(|named| !named.is_empty()) {
        return None;
    }
    let languages: &[Language] = rule.languages.as_deref().unwrap_or_default();
    let (report, languages) = (rule.report.clone(), languages.to_vec());
    Some(BuildRequest { report, subjects, languages, ..BuildRequest::default() })
}
