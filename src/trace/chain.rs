//! The chain from a printed value to where it stands now and what it rests on.

use serde::Serialize;
use serde_json::Value as Json;

use super::field::{self, Found};
use super::find::Match;
use super::lines;
use super::origin::{Counted, Origin};
use super::source::{Source, label, words};
use crate::diag::{FileId, Files, LocalizedText, Place, path_text};
use crate::load;
use crate::page;
use crate::record::{Language, Node, Record};
use crate::schema::CLAIM;
use crate::store::Store;

/// Where something is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Spot {
    /// The file, relative to the workspace.
    pub file: String,
    /// The first line, counted from 1.
    pub line: usize,
    /// The last line.
    pub last_line: usize,
}

/// A version of a contested value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// Whether it is the one that is taken.
    pub taken: bool,
    /// What it says.
    pub text: String,
    /// Its sources.
    pub sources: Vec<Source>,
}

/// How a number is counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CountChain {
    /// The name of the count.
    pub name: String,
    /// What of it the number is.
    pub part: String,
    /// What its row and column are called.
    pub of: Vec<String>,
    /// What exactly the number means.
    pub definition: Option<String>,
    /// The set that is counted, and the kind of its records.
    pub set: Option<String>,
    /// The kind of its records.
    pub kind: Option<String>,
    /// The filter of the set.
    pub set_where: Option<String>,
    /// The filter of the count.
    pub count_where: Option<String>,
    /// The field whose different values are counted.
    pub distinct: Option<String>,
    /// The field whose numbers are added up.
    pub sum: Option<String>,
    /// The fields that divide it.
    pub by: Vec<String>,
    /// The records that are counted: id and name.
    pub records: Vec<(String, String)>,
}

/// Everything that is known of a printed value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Chain {
    /// What it is: `field`, `count`, `word`, `document`.
    pub what: &'static str,
    /// What is printed.
    pub text: String,
    /// The record that says it.
    pub record: Option<String>,
    /// The name of its kind.
    pub kind: Option<String>,
    /// What it is called.
    pub label: Option<String>,
    /// The way to the value.
    pub field: String,
    /// What the field is called.
    #[serde(skip)]
    pub title: Option<LocalizedText>,
    /// Where it stands now; nothing where it is not written anywhere any more.
    pub now: Option<Spot>,
    /// The claim that it rests on.
    pub claim: Option<String>,
    /// The versions of the claim.
    pub candidates: Vec<Candidate>,
    /// The sources.
    pub sources: Vec<Source>,
    /// The records whose sources they are, where the record has none and speaks about others.
    pub sources_of: Vec<String>,
    /// How it is counted.
    pub count: Option<CountChain>,
}

/// Follows printed values of one document.
#[derive(Debug, Clone, Copy)]
pub struct Tracer<'a> {
    /// The records that its readers may see.
    pub store: &'a Store,
    /// The texts of the workspace.
    pub files: &'a Files,
    /// The language of the document.
    pub language: Language,
    /// The name of the report.
    pub report: &'a str,
    /// The record that the document is about.
    pub subject: Option<&'a Record>,
    /// The request for it.
    pub request: Option<&'a Record>,
    /// What it prints.
    pub data: &'a Json,
}

impl Tracer<'_> {
    /// Returns the chain of a value that was found.
    pub fn chain(&self, found: &Match) -> Chain {
        let own = self.of_bound(found.printed.bound);
        let mut chain = match &found.printed.origin {
            Origin::Field { record, field } => self.of_field(record, field, &found.words),
            Origin::Word { term } => Chain { what: "word", ..self.of_field(term, "text", &found.words) },
            Origin::Count(counted) => own.of_count(counted),
            Origin::Document { field } => own.of_document(field, &found.words),
        };
        chain.text.clone_from(&found.form);
        // What a passage cites itself is nearer than what its record does.
        if !found.printed.cited.is_empty() {
            chain.sources = self.sources(&found.printed.cited);
            chain.sources_of.clear();
        }
        chain
    }

    /// Returns what follows the values of a document that is bound into this one.
    fn of_bound(&self, bound: Option<usize>) -> Self {
        let Some(data) = bound.and_then(|at| page::bound(self.data).nth(at)) else { return *self };
        let said = |field: &str| data["document"][field].as_str();
        let subject = said("subject").and_then(|id| self.store.records.get(id));
        Self { data, report: said("report").unwrap_or_default(), subject, request: None, ..*self }
    }

    fn of_field(&self, id: &str, field: &str, words: &str) -> Chain {
        let mut chain = Chain { record: Some(id.to_owned()), ..blank("field", field) };
        let Some(record) = self.store.records.get(id) else { return chain };
        let kind = self.store.kind(record);
        let Found { record: written, place, claim, sources } = field::follow(record, field, self.store, self.language);
        chain.kind = Some(kind.name.clone());
        chain.label = Some(label(record, self.store, self.language).to_owned());
        let name = field.split('.').next().unwrap_or_default();
        chain.title = kind.object.fields.get(name).map(|field| field.title.clone());
        chain.now = Some(self.spot(&place, words));
        chain.claim = claim.map(|claim| claim.id.clone());
        chain.candidates = claim.map(|claim| self.candidates(claim)).unwrap_or_default();
        chain.sources = self.sources(&sources);
        if chain.sources.is_empty() && written.kind == CLAIM {
            let own = chain.candidates.iter().flat_map(|candidate| candidate.sources.clone());
            chain.sources = own.collect();
            chain.sources.dedup();
        }
        if chain.sources.is_empty() {
            let others = field::about(record, self.store);
            chain.sources_of = others.iter().map(|(other, _)| other.id.clone()).collect();
            chain.sources = others.iter().flat_map(|(_, sources)| self.sources(sources)).collect();
        }
        chain
    }

    fn candidates(&self, claim: &Record) -> Vec<Candidate> {
        let taken: Option<usize> = claim.root.get("preferred").and_then(|place| place.text()?.parse().ok());
        let all = claim.root.get("candidates").map(Node::items).unwrap_or_default();
        let one = |(at, node): (usize, &Node)| Candidate {
            taken: taken == Some(at + 1),
            text: node.get("text").and_then(|text| words(text, self.language)).unwrap_or_default().to_owned(),
            sources: self.sources(&field::listed(node)),
        };
        all.iter().enumerate().map(one).collect()
    }

    fn sources(&self, ids: &[String]) -> Vec<Source> {
        ids.iter().map(|id| Source::of(id, self.store, self.language)).collect()
    }

    fn spot(&self, place: &Place, words: &str) -> Spot {
        let (line, last_line) = lines::of(place, words, self.files);
        Spot { file: path_text(self.files.path(place.file)), line, last_line }
    }

    /// Returns a file of the workspace that is no record, and its tree.
    fn file(&self, path: &str) -> Option<(FileId, Node)> {
        let file = self.files.ids().find(|id| path_text(self.files.path(*id)) == path)?;
        Some((file, load::tree(self.files.text(file), file)?))
    }

    fn definition(&self) -> Option<(FileId, Node)> {
        self.file(&format!("templates/{}/report.yaml", self.report))
    }

    fn of_count(&self, counted: &Counted) -> Chain {
        let mut chain = blank("count", &format!("counts.{}", counted.name));
        let name = |id: &String| {
            let record = self.store.records.get(id);
            let called = record.map(|record| label(record, self.store, self.language).to_owned());
            (id.clone(), called.unwrap_or_default())
        };
        let mut count = CountChain {
            name: counted.name.clone(),
            part: counted.part.to_owned(),
            of: counted.of.clone(),
            records: counted.records.iter().map(name).collect(),
            ..CountChain::default()
        };
        let printed = &self.data["counts"][counted.name.as_str()];
        let said = |field: &str| printed[field].as_str().map(str::to_owned);
        (chain.label, count.definition) = (said("label"), said("definition"));
        if let Some((file, root)) = self.definition()
            && let Some(entry) = root.get("counts").and_then(|counts| counts.entry(&counted.name))
        {
            chain.now = Some(self.spot(&Place { file, range: entry.key_span.range() }, ""));
            let text = |field: &str| entry.value.get(field).and_then(Node::text).map(str::to_owned);
            let set = text("of").and_then(|name| root.get("sets")?.get(&name));
            let of_set = |field: &str| set?.get(field)?.text().map(str::to_owned);
            let by = entry.value.get("by").map(Node::items).unwrap_or_default();
            count.by = by.iter().filter_map(|division| division.get("field")?.text().map(str::to_owned)).collect();
            (count.set, count.kind, count.set_where) = (text("of"), of_set("kind"), of_set("where"));
            (count.count_where, count.distinct, count.sum) = (text("where"), text("distinct"), text("sum"));
        }
        chain.count = Some(count);
        chain
    }

    /// Says where what a document says of itself comes from: the request, the definition of the report, the settings.
    fn of_document(&self, field: &str, words: &str) -> Chain {
        let own = field.strip_prefix("document.").unwrap_or(field);
        let (name, rest) = own.split_once('.').unwrap_or((own, ""));
        let chain = |chain: Chain| Chain { what: "document", ..chain };
        let asked = if name == "request" { rest.split('.').next().unwrap_or_default() } else { name };
        if let Some(request) = self.request.filter(|request| request.root.entry(asked).is_some()) {
            return chain(self.of_field(&request.id, asked, words));
        }
        if name == "markings"
            && let Some(scheme) = self.data.pointer(&format!("/document/markings/{}/scheme", place(rest)))
            && let Some(scheme) = scheme.as_str()
        {
            return chain(self.of_field(scheme, "levels", words));
        }
        let mut blank = blank("document", field);
        let key = if name == "date" { "as-of" } else { name };
        let files = [self.definition(), self.file("data/settings.yaml")];
        blank.now = files.into_iter().flatten().find_map(|(file, root)| {
            let entry = root.entry(key)?;
            let range = entry.key_span.to(entry.value.span).range();
            Some(self.spot(&Place { file, range }, words))
        });
        match (name, &blank.now, self.subject) {
            ("title" | "short-title", None, Some(subject)) => {
                chain(self.of_field(&subject.id, &self.store.kind(subject).label, words))
            }
            _ => blank,
        }
    }
}

/// Returns a place of a list as JSON counts it.
fn place(rest: &str) -> usize {
    rest.split('.').next().and_then(|at| at.parse::<usize>().ok()).map_or(0, |at| at.saturating_sub(1))
}

fn blank(what: &'static str, field: &str) -> Chain {
    Chain {
        what,
        text: String::new(),
        record: None,
        kind: None,
        label: None,
        field: field.to_owned(),
        title: None,
        now: None,
        claim: None,
        candidates: Vec::new(),
        sources: Vec::new(),
        sources_of: Vec::new(),
        count: None,
    }
}
