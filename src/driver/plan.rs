//! What was asked for, as a list of documents.

use crate::check::Checked;
use crate::diag::{Arg, messages};
use crate::record::edtf::Date;
use crate::record::{Language, Record};
use crate::report::Report;
use crate::schema::REQUEST;
use crate::select::Job;

/// What was asked for.
#[derive(Debug, Clone, Default)]
pub struct BuildRequest {
    /// The report.
    pub report: String,
    /// The subjects; none means all.
    pub subjects: Vec<String>,
    /// The languages; none means all of the report.
    pub languages: Vec<Language>,
    /// The day up to which information is taken in; without it that of the request or of the settings.
    pub as_of: Option<String>,
}

/// Why a request to build cannot be filled. Returned by [`plan`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanError {
    /// No report has the name; those there are.
    NoReport(String, Vec<String>),
    /// The report is one document and takes no subject.
    NoSubjects(String),
    /// No record of the kind has the id.
    NoSubject {
        /// The id.
        subject: String,
        /// The kind.
        kind: String,
    },
    /// The report is not made in the language; those there are.
    NoLanguage(Language, Vec<Language>),
    /// The day is no date.
    NoDate(String),
}

impl PlanError {
    /// Returns why, in words.
    pub fn words(&self) -> Arg {
        match self {
            Self::NoReport(name, known) => {
                messages::NO_REPORT.of(vec![("report", name.as_str().into()), ("known", known.join(", ").into())])
            }
            Self::NoSubjects(name) => messages::TAKES_NO_SUBJECT.of(vec![("report", name.as_str().into())]),
            Self::NoSubject { subject, kind } => {
                messages::NO_SUBJECT.of(vec![("subject", subject.as_str().into()), ("kind", kind.as_str().into())])
            }
            Self::NoLanguage(language, known) => {
                let known: Vec<&str> = known.iter().map(|l| l.code()).collect();
                let language = messages::language(language.code());
                messages::NOT_IN_LANGUAGE.of(vec![("language", language.into()), ("known", known.join(", ").into())])
            }
            Self::NoDate(text) => messages::NO_DAY.of(vec![("text", text.as_str().into())]),
        }
    }
}

/// Plans the documents that are wanted: by subject, then by language.
///
/// # Errors
/// Returns the first thing that does not exist.
pub fn plan<'a>(checked: &'a Checked, wanted: &BuildRequest) -> Result<Vec<Job<'a>>, PlanError> {
    let report = checked.reports.iter().find(|report| report.name == wanted.report).ok_or_else(|| {
        PlanError::NoReport(wanted.report.clone(), checked.reports.iter().map(|r| r.name.clone()).collect())
    })?;
    if let Some(day) = &wanted.as_of {
        let exact = Date::parse(day).ok().is_some_and(|date| matches!(date, Date::On(d) if d.day.is_some()));
        if !exact {
            return Err(PlanError::NoDate(day.clone()));
        }
    }
    let known = report.languages();
    if let Some(&language) = wanted.languages.iter().find(|language| !known.contains(language)) {
        return Err(PlanError::NoLanguage(language, known));
    }
    let languages = if wanted.languages.is_empty() { known } else { wanted.languages.clone() };
    let mut jobs = Vec::new();
    for subject in subjects(checked, report, wanted)? {
        let request = request(checked, report, subject);
        let asked = request.and_then(|r| r.root.get("as-of")?.text().map(str::to_owned));
        let as_of = wanted.as_of.clone().or(asked).unwrap_or_else(|| checked.settings.as_of.0.clone());
        jobs.extend(languages.iter().map(|&language| Job { report, subject, request, language, as_of: as_of.clone() }));
    }
    Ok(jobs)
}

fn subjects<'a>(
    checked: &'a Checked,
    report: &Report,
    wanted: &BuildRequest,
) -> Result<Vec<Option<&'a Record>>, PlanError> {
    let Some(kind) = &report.for_each else {
        let none = wanted.subjects.is_empty();
        return none.then(|| vec![None]).ok_or_else(|| PlanError::NoSubjects(report.name.clone()));
    };
    if wanted.subjects.is_empty() {
        return Ok(checked.store.records.iter().filter(|r| r.kind == *kind).map(Some).collect());
    }
    let find = |id: &String| {
        let record = checked.store.records.get(id).filter(|record| record.kind == *kind);
        record.map(Some).ok_or_else(|| PlanError::NoSubject { subject: id.clone(), kind: kind.clone() })
    };
    wanted.subjects.iter().map(find).collect()
}

/// Finds the request for a document: the one of its report and subject with the highest version.
fn request<'a>(checked: &'a Checked, report: &Report, subject: Option<&Record>) -> Option<&'a Record> {
    fn field<'r>(record: &'r Record, name: &str) -> Option<&'r str> {
        record.root.get(name).and_then(|node| node.text())
    }
    checked
        .store
        .records
        .of_kind(REQUEST)
        .filter(|r| field(r, "report") == Some(&report.name) && field(r, "subject") == subject.map(|s| s.id.as_str()))
        .max_by_key(|r| field(r, "version").and_then(|version| version.parse::<u32>().ok()))
}
