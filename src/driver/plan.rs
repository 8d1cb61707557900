//! What was asked for, as a list of documents.

use std::path::PathBuf;
use std::sync::Arc;

use super::bound;
use super::register;
use crate::check::Checked;
use crate::diag::{Arg, messages};
use crate::record::edtf::Date;
use crate::record::{Language, Record};
use crate::report::{ArgumentFault, Arguments, Edition, Form, Report, Settings};
use crate::schema::REQUEST;
use crate::select::{self, Bound, Job};
use crate::view::View;

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
    /// The edition; without it the first of the settings.
    pub edition: Option<String>,
    /// What is set, by the names of the report's parameters.
    pub set: Vec<(String, String)>,
    /// Whether versions are made as they go out.
    pub releases: bool,
}

/// Why a request to build cannot be filled. Returned by [`plan`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanError {
    /// No report has the name; those there are.
    NoReport(String, Vec<String>),
    /// The report is one document and takes no subject.
    NoSubjects(String),
    /// No record of the kinds has the id.
    NoSubject {
        /// The id.
        subject: String,
        /// The kinds; never empty.
        kinds: Vec<String>,
    },
    /// The report makes no document of the record.
    NotMade {
        /// The id.
        subject: String,
        /// The report.
        report: String,
    },
    /// Something cannot be set for the report.
    NoArgument(String, ArgumentFault),
    /// The filter of the report gives no answer.
    NoAnswer {
        /// The report.
        report: String,
        /// The record that it was asked about.
        record: String,
        /// Why there is none.
        reason: String,
    },
    /// The report is not made in the language; those there are.
    NoLanguage(Language, Vec<Language>),
    /// The day is no date.
    NoDate(String),
    /// No edition has the name; those there are.
    NoEdition(String, Vec<String>),
    /// Two documents would have one file: its name, and theirs.
    SameFile(String, String, String),
}

impl PlanError {
    /// Returns why, in words.
    pub fn words(&self) -> Arg {
        match self {
            Self::NoReport(name, known) => {
                messages::NO_REPORT.of(vec![("report", name.as_str().into()), ("known", known.join(", ").into())])
            }
            Self::NoSubjects(name) => messages::TAKES_NO_SUBJECT.of(vec![("report", name.as_str().into())]),
            Self::NoSubject { subject, kinds } => messages::NO_SUBJECT.of(vec![
                ("subject", subject.as_str().into()),
                ("kind", kinds.join(", ").into()),
                ("first", kinds[0].as_str().into()),
            ]),
            Self::NoArgument(report, fault) => no_argument(report, fault),
            Self::NotMade { subject, report } => {
                messages::NOT_MADE_OF.of(vec![("subject", subject.as_str().into()), ("report", report.as_str().into())])
            }
            Self::NoAnswer { report, record, reason } => messages::ONLY_FAILED.of(vec![
                ("report", report.as_str().into()),
                ("record", record.as_str().into()),
                ("reason", reason.as_str().into()),
            ]),
            Self::NoLanguage(language, known) => {
                let known: Vec<&str> = known.iter().map(|l| l.code()).collect();
                let language = messages::language(language.code());
                messages::NOT_IN_LANGUAGE.of(vec![("language", language.into()), ("known", known.join(", ").into())])
            }
            Self::NoEdition(name, known) => {
                messages::NO_EDITION.of(vec![("edition", name.as_str().into()), ("known", known.join(", ").into())])
            }
            Self::SameFile(file, first, second) => messages::SAME_FILE.of(vec![
                ("file", file.as_str().into()),
                ("first", first.as_str().into()),
                ("second", second.as_str().into()),
            ]),
            Self::NoDate(text) => messages::NO_DAY.of(vec![("text", text.as_str().into())]),
        }
    }
}

fn no_argument(report: &str, fault: &ArgumentFault) -> Arg {
    let (name, value, form, of) = match fault {
        ArgumentFault::Unknown(name, known) if known.is_empty() => {
            return messages::NO_PARAMETERS.of(vec![("report", report.into()), ("name", name.as_str().into())]);
        }
        ArgumentFault::Unknown(name, known) => {
            let known = known.join(", ");
            return messages::NO_PARAMETER.of(vec![
                ("report", report.into()),
                ("name", name.as_str().into()),
                ("known", known.into()),
            ]);
        }
        ArgumentFault::Unfit { name, value, form, of } => (name, value, form, of.join(", ")),
    };
    let takes = match form {
        Form::Record => messages::TAKES_RECORD.of(vec![("kind", of.into())]),
        Form::Choice => messages::TAKES_CHOICE.of(vec![("known", of.into())]),
        Form::Date => (&messages::TAKES_DATE).into(),
        Form::Flag => (&messages::TAKES_FLAG).into(),
    };
    messages::UNFIT_ARGUMENT.of(vec![
        ("name", name.as_str().into()),
        ("value", value.as_str().into()),
        ("takes", takes),
    ])
}

/// The views that the documents of a request to build need: one edition, and each day once.
#[derive(Debug)]
pub struct Views<'c> {
    /// Whether the day was asked for, and requests for documents give none.
    fixed: bool,
    made: Vec<View<'c>>,
}

impl<'c> Views<'c> {
    /// Makes them.
    ///
    /// # Errors
    /// Returns that there is no such edition, or that the day is none.
    pub fn new(checked: &'c Checked, wanted: &BuildRequest) -> Result<Self, PlanError> {
        let settings = &checked.settings;
        let edition = settings.edition(wanted.edition.as_deref()).ok_or_else(|| {
            let known = settings.editions.iter().map(|edition| edition.id.clone()).collect();
            PlanError::NoEdition(wanted.edition.clone().unwrap_or_default(), known)
        })?;
        Self::over(checked, edition, wanted.as_of.as_deref())
    }

    /// Makes them for an edition that need not be one of the settings; `as_of` is the day that is asked for.
    ///
    /// # Errors
    /// Returns that the day is none.
    pub fn over(checked: &'c Checked, edition: &'c Edition, as_of: Option<&str>) -> Result<Self, PlanError> {
        let asked = as_of.map(day).transpose()?;
        let base = View::new(checked, edition, asked.unwrap_or(checked.settings.as_of));
        let mut views = Self { fixed: asked.is_some(), made: vec![base] };
        if !views.fixed {
            let days = views.base().store().records.of_kind(REQUEST).filter_map(self::as_of).collect::<Vec<Date>>();
            for day in days {
                if views.made.iter().all(|view| view.day() != day) {
                    views.made.push(View::new(checked, edition, day));
                }
            }
        }
        Ok(views)
    }

    /// Returns the folder below that of all documents where those of the edition go: each edition but the first has its own, so that a
    /// folder can be handed on.
    pub fn folder(&self) -> PathBuf {
        let (own, first) = (self.base().edition(), self.base().settings().editions.first());
        let named = first.is_some_and(|first| first.id != own.id);
        if named { PathBuf::from(&own.id) } else { PathBuf::new() }
    }

    /// Returns the name of the edition.
    pub fn edition(&self) -> &str {
        &self.base().edition().id
    }

    /// Returns whether a record is in one of them.
    pub fn sees(&self, id: &str) -> bool {
        self.made.iter().any(|view| view.store().records.get(id).is_some())
    }

    /// Returns the settings.
    pub fn settings(&self) -> &'c Settings {
        self.base().settings()
    }

    /// Returns the reports.
    pub fn reports(&self) -> &[Report] {
        self.base().reports()
    }

    /// Returns the view of the day where no request gives another.
    fn base(&self) -> &View<'c> {
        &self.made[0]
    }

    /// Returns the view of a day; that of the day where no request gives another where there is none.
    pub fn on(&self, day: Option<Date>) -> &View<'c> {
        let found = day.and_then(|day| self.made.iter().find(|view| view.day() == day));
        found.unwrap_or_else(|| self.base())
    }

    /// Returns the view for a document with a request.
    fn of(&self, request: Option<&Record>) -> &View<'c> {
        self.on(request.filter(|_| !self.fixed).and_then(as_of))
    }
}

/// Returns the day up to which a request wants information taken in.
fn as_of(request: &Record) -> Option<Date> {
    request.date("as-of")
}

fn day(text: &str) -> Result<Date, PlanError> {
    match Date::parse(text) {
        Ok(date @ Date::On(day)) if day.year.is_some() && day.day.is_some() => Ok(date),
        _ => Err(PlanError::NoDate(text.to_owned())),
    }
}

/// Plans the documents that are wanted: by subject, then by language.
///
/// # Errors
/// Returns the first thing that does not exist.
pub fn plan<'v>(views: &'v Views<'_>, wanted: &BuildRequest) -> Result<Vec<Job<'v>>, PlanError> {
    let reports = views.base().reports();
    let report = reports
        .iter()
        .find(|report| report.name == wanted.report)
        .ok_or_else(|| PlanError::NoReport(wanted.report.clone(), reports.iter().map(|r| r.name.clone()).collect()))?;
    if let Some(&language) = wanted.languages.iter().find(|language| !report.languages.contains(language)) {
        return Err(PlanError::NoLanguage(language, report.languages.clone()));
    }
    let is_there =
        |kind: &str, id: &str| views.base().store().records.get(id).is_some_and(|record| record.kind == kind);
    let arguments = Arguments::read(&report.parameters, &wanted.set, is_there)
        .map_err(|fault| PlanError::NoArgument(report.name.clone(), fault))?;
    let arguments = Arc::new(arguments);
    let languages = if wanted.languages.is_empty() { &report.languages } else { &wanted.languages };
    let mut jobs = Vec::new();
    for id in subjects(views, report, wanted)? {
        let request = select::request(views.base(), report, id);
        let view = views.of(request);
        let subject = id.and_then(|id| view.store().records.get(id));
        if subject.is_some() == id.is_some() {
            let releases = wanted.releases;
            let job = |&language| {
                let arguments = Arc::clone(&arguments);
                let (earlier, copy, delivery, bound) = (None, None, None, Vec::new());
                let job = Job {
                    view,
                    report,
                    subject,
                    request,
                    language,
                    arguments,
                    releases,
                    earlier,
                    copy,
                    delivery,
                    bound,
                };
                let (earlier, bound) = (register::earlier(&job).map(Arc::new), bound_documents(views, &job));
                Job { earlier, bound, ..job }
            };
            jobs.extend(languages.iter().map(job));
        } else if let (Some(id), false) = (id, wanted.subjects.is_empty()) {
            return Err(PlanError::NoSubject { subject: id.to_owned(), kinds: report.for_each.clone() });
        }
    }
    Ok(jobs)
}

/// Plans the documents that one binds, in its language and edition.
fn bound_documents<'v>(views: &'v Views<'_>, job: &Job<'v>) -> Vec<Bound<'v>> {
    let language = job.language;
    let planned = |report: &Report, subject: Option<&str>| {
        let (report, subjects) = (report.name.clone(), subject.map(str::to_owned).into_iter().collect());
        let wanted = BuildRequest { report, subjects, languages: vec![language], ..BuildRequest::default() };
        let planned = plan(views, &wanted).map_err(|error| error.words())?;
        Ok(planned.into_iter().next())
    };
    bound::bound(job, &|id| views.sees(id), &planned)
}

/// Returns the ids of the subjects, or none for a report that is one document.
fn subjects<'v>(
    views: &'v Views<'_>,
    report: &Report,
    wanted: &'v BuildRequest,
) -> Result<Vec<Option<&'v str>>, PlanError> {
    if report.for_each.is_empty() {
        let none = wanted.subjects.is_empty();
        return none.then(|| vec![None]).ok_or_else(|| PlanError::NoSubjects(report.name.clone()));
    }
    let records = &views.base().store().records;
    let made = select::subjects(views.base(), report).map_err(|(record, reason)| PlanError::NoAnswer {
        report: report.name.clone(),
        record,
        reason: reason.to_string(),
    })?;
    if wanted.subjects.is_empty() {
        return Ok(made.into_iter().map(|record| Some(record.id.as_str())).collect());
    }
    // One that only another day's view has was not asked.
    let is_left_out = |id: &&String| records.get(id).is_some() && made.iter().all(|record| record.id != **id);
    let is_of_kind = |record: &Record| report.for_each.contains(&record.kind);
    if let Some(id) = wanted.subjects.iter().filter(|id| records.get(id).is_some_and(is_of_kind)).find(is_left_out) {
        return Err(PlanError::NotMade { subject: id.clone(), report: report.name.clone() });
    }
    let is_there = |id: &String| views.made.iter().any(|view| view.store().records.get(id).is_some_and(is_of_kind));
    match wanted.subjects.iter().find(|id| !is_there(id)) {
        Some(id) => Err(PlanError::NoSubject { subject: id.clone(), kinds: report.for_each.clone() }),
        None => Ok(wanted.subjects.iter().map(|id| Some(id.as_str())).collect()),
    }
}
