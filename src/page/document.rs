//! The document itself: title, reference, version, dates, marking, and what its file is called. What a request gives is printed; what
//! nobody gave is absent.

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::project::{Listener, Projector, Tree};
use super::registers::Registers;
use super::values;
use crate::record::edtf::Date;
use crate::record::marking::Level;
use crate::record::{Language, Node, Record};
use crate::report::{Argument, LanguageMap};
use crate::select::{Job, Version, reference_name};
use crate::store::Store;

/// What a document says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The name of the report.
    pub report: String,
    /// The id of the subject.
    pub subject: Option<String>,
    /// Its kind.
    pub subject_kind: Option<String>,
    /// The language.
    pub language: Language,
    /// The edition.
    pub edition: String,
    /// The type of document, in words.
    pub type_name: String,
    /// The title.
    pub title: String,
    /// Keywords.
    pub keywords: Vec<String>,
    /// The office that issues it.
    pub office: Option<String>,
    /// The day of the document; the file's own date.
    pub date: Date,
    /// The name of its file, without folder.
    pub file_name: String,
    /// The most pages before the annexes.
    pub limit: Option<usize>,
    /// What it is marked with; not a part of what is said about it to those who typeset it.
    #[serde(skip)]
    pub levels: Vec<Level>,
    /// What else the template prints.
    details: Json,
}

/// The longest title in a running head, in letters.
const RUNNING_HEAD: usize = 60;

/// The longest name of a file.
const NAME: usize = 80;

impl Document {
    /// Gathers what a document says of itself.
    pub fn new(job: &Job<'_>, registers: &Registers) -> Self {
        let (report, language) = (job.report, job.language);
        let request = job.request;
        let in_language = |texts: &Option<LanguageMap>| texts.as_ref().and_then(|t| t.get(language)).map(str::to_owned);
        let type_name = report.type_name.get(language).unwrap_or_default().to_owned();
        let called = job.subject.map(|subject| called(subject, job));
        // A head has one line, which the marks share.
        let parts = [in_language(&report.short_title), called.clone()];
        let short = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let short = Some(short).filter(|short| (1..=RUNNING_HEAD).contains(&short.chars().count()));
        let (view, store) = (job.view, job.view.store());
        let asked = request.filter(|_| !job.is_of_next_version()).and_then(|request| request.date("date"));
        let office =
            request.and_then(|r| text_of(r, "office", language)).or_else(|| in_language(&view.settings().office));
        let markings = markings(job, registers);
        Self {
            report: report.name.clone(),
            subject: job.subject.map(|s| s.id.clone()),
            subject_kind: job.subject.map(|s| s.kind.clone()),
            language,
            edition: view.edition().id.clone(),
            title: in_language(&report.title).or(called).unwrap_or_else(|| type_name.clone()),
            type_name,
            keywords: in_language(&report.keywords)
                .map(|k| k.split(", ").map(str::to_owned).collect())
                .unwrap_or_default(),
            office: office.clone(),
            date: asked.unwrap_or(view.day()),
            file_name: file_name(job),
            limit: report.limit,
            levels: markings.clone(),
            details: json!({
                "short-title": short,
                "as-of": values::date(view.day(), language),
                "period": report.period.map(|date| values::date(date, language)),
                "office": office,
                "markings": markings.iter().map(|level| marking_json(level, store, language)).collect::<Json>(),
                "selection": selection(job),
                "request": request.map(|r| request_json(r, job)),
                "copy": job.copy.as_ref().map(|copy| json!({"number": copy.number, "recipient": copy.recipient})),
            }),
        }
    }

    /// Returns the document as the template reads it.
    pub fn to_json(&self) -> Json {
        let mut json = json!({
            "report": self.report,
            "subject": self.subject,
            "subject-kind": self.subject_kind,
            "lang": self.language.code(),
            "type": self.type_name,
            "title": self.title,
            "limit": self.limit,
            "date": values::date(self.date, self.language),
        });
        if let (Json::Object(all), Json::Object(details)) = (&mut json, &self.details) {
            all.extend(details.clone());
        }
        json
    }
}

/// Returns what was set for a document, in words: what each parameter is called, and what it was set to.
fn selection(job: &Job<'_>) -> Json {
    let store = job.view.store();
    let words = |(name, argument): (&str, &Argument)| {
        let parameter = &job.report.parameters[name];
        let value = match argument {
            Argument::Record(id) => store.records.get(id).map(|record| values::label(record, store, job.language)),
            Argument::Date(date) => Some(values::date(*date, job.language)),
            Argument::Choice(choice) => parameter.choices[choice].get(job.language).map(Json::from),
            // A flag that is set says all by its name.
            Argument::Flag(_) => None,
        };
        json!({"label": parameter.label.get(job.language), "value": value})
    };
    let is_said = |(_, argument): &(&str, &Argument)| **argument != Argument::Flag(false);
    job.arguments.given().filter(is_said).map(words).collect()
}

/// Returns what a document calls its subject.
fn called(subject: &Record, job: &Job<'_>) -> String {
    let named = job.report.called_by.as_ref().and_then(|field| text_of(subject, field, job.language));
    named.unwrap_or_else(|| plain(&values::label(subject, job.view.store(), job.language)))
}

/// Returns the markings of a document, one for each scheme that it prints something of.
fn markings(job: &Job<'_>, registers: &Registers) -> Vec<Level> {
    let asked = job.request.and_then(Record::marking).unwrap_or_else(|| job.view.settings().marking.clone());
    let schemes = &job.view.store().schemes;
    let mut registers = registers.clone();
    // What goes with documents is marked like them.
    let covered = job.delivery.iter().flat_map(|covered| covered.markings());
    covered.filter_map(|marking| schemes.level(&marking)).for_each(|level| registers.marked(level));
    registers.highest(schemes.level(&asked))
}

/// Returns a marking in the words and at the place that its scheme says.
pub fn marking_json(Level { marking, rank }: &Level, store: &Store, language: Language) -> Json {
    let Some(scheme) = store.records.get(&marking.scheme) else { return Json::Null };
    let text = values::wording(marking, *rank, store).map(|node| values::localized(node, false, language).0);
    json!({
        "scheme": marking.scheme,
        "level": marking.level,
        "text": text.as_ref().map(plain),
        "placement": scheme.root.get("placement").and_then(|n| n.text()),
    })
}

fn request_json(request: &Record, job: &Job<'_>) -> Json {
    let language = job.language;
    let texts = ["to", "through", "copy-to", "purpose", "action", "deadline", "drafted-by"];
    let text = |field: &str| request.root.get(field).and_then(Node::text);
    let reference = reference_name(text("reference"), text("revision"));
    let version = job.version();
    let mut json = json!({
        "reference": text("reference").map(|_| reference),
        "version": version.map(Version::name),
        "status": version.map(|version| version.status.name()),
        "clearance": clearance(request, job),
    });
    for name in texts {
        json[name] = text_of(request, name, language).into();
    }
    json
}

/// Returns who drafts, clears and approves a document; what went out does not say so.
fn clearance(request: &Record, job: &Job<'_>) -> Json {
    if job.is_of_next_version() || job.version().is_none_or(|version| version.status.is_closed()) {
        return Json::Null;
    }
    let mut projector = Projector::new(job.view.store(), job.language, Registers::default());
    projector.record(request, &Tree::new(&["clearance".to_owned()]))["clearance"].take()
}

fn text_of(record: &Record, field: &str, language: Language) -> Option<String> {
    record.root.get(field).map(|node| plain(&values::localized(node, false, language).0))
}

/// Returns a text, whatever its language.
fn plain(json: &Json) -> String {
    json.as_str().or_else(|| json["text"].as_str()).unwrap_or_default().to_owned()
}

/// Returns `<date>_<reference>_<type>_<short-name>_<lang>_v<nn>-<status>.pdf`; parts that nobody gave are left out.
pub fn file_name(job: &Job<'_>) -> String {
    let request = job.request;
    let field = |name: &str| request.and_then(|r| r.root.get(name)?.text().map(str::to_owned));
    let version = job.version().map(|version| format!("{}-{}", version.name(), version.status.name()));
    let date = field("date")
        .filter(|_| !job.is_of_next_version())
        .or_else(|| field("as-of"))
        .unwrap_or_else(|| job.view.day().to_string());
    let named = |short: Option<String>| {
        let parts = [
            Some(date.clone()),
            field("reference"),
            Some(job.report.file.clone()),
            short,
            Some(job.language.code().to_owned()),
            named_edition(job),
            version.clone(),
            job.copy.as_ref().map(|copy| format!("copy-{:03}", copy.number)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("_") + ".pdf"
    };
    let short = job.subject.map(|subject| subject.id.clone()).or_else(|| job.arguments.name());
    let whole = named(short.clone());
    match short {
        Some(short) if whole.len() > NAME => {
            let keep = short.len().saturating_sub(whole.len() - NAME + 9);
            named(Some(format!("{}-{:08x}", &short[..keep], stable_hash(&short))))
        }
        _ => whole,
    }
}

/// Returns the name of the edition, unless it is the first one.
fn named_edition(job: &Job<'_>) -> Option<String> {
    let (own, first) = (job.view.edition(), job.view.settings().editions.first()?);
    (own.id != first.id).then(|| own.id.clone())
}

/// Reports two long names with the same beginning apart; FNV-1a, so that the name never depends on the machine.
fn stable_hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
