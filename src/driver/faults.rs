//! Faults of documents as diagnostics. One of a template that hits many documents is shown once, with the first of them and their number.

use std::path::PathBuf;

use indexmap::IndexMap;

use crate::cache::Entry;
use crate::diag::{Arg, Diagnostic, Files, Place, Severity, codes, messages};
use crate::page::{self, Page};
use crate::render::{Misfit, Reason, RenderFault, TemplateFault};
use crate::select::Job;

/// Why a document cannot be made.
#[derive(Debug)]
pub enum Fault {
    /// What is wrong with the records.
    Data(Vec<Diagnostic>),
    /// What came up when it was rendered.
    Render(Vec<RenderFault>),
}

/// The faults of all documents, each with the place of the document in the plan, so that their order is the same however many threads there
/// are.
#[derive(Debug, Default)]
pub struct Faults {
    data: Vec<(usize, Diagnostic)>,
    template: Vec<(usize, TemplateFault, String)>,
}

impl Faults {
    /// Adds those of a document with its place in the plan.
    pub fn add(&mut self, at: usize, fault: Fault, job: &Job<'_>) {
        match fault {
            Fault::Data(faults) => self.data.extend(faults.into_iter().map(|fault| (at, fault))),
            Fault::Render(faults) => {
                for fault in faults {
                    match fault {
                        RenderFault::Template(fault) => self.template.push((at, fault, job.name())),
                        RenderFault::Misfit(misfit) => self.data.push((at, does_not_fit(misfit, job))),
                    }
                }
            }
        }
    }

    /// Returns whether there are none.
    pub fn is_empty(&self) -> bool {
        self.data.is_empty() && self.template.is_empty()
    }

    /// Returns the faults as diagnostics, sorted, and the texts that they point into besides those of the records.
    pub fn failed(mut self, mut files: Files) -> Failed {
        self.data.sort_by_key(|(at, _)| *at);
        self.template.sort_by_key(|(at, ..)| *at);
        let mut shared = SharedFaults::default();
        self.template.into_iter().for_each(|(_, fault, document)| shared.add(fault, document));
        let mut diagnostics: Vec<Diagnostic> = self.data.into_iter().map(|(_, fault)| fault).collect();
        diagnostics.extend(shared.diagnostics(&mut files));
        crate::diag::sort(&mut diagnostics, &files);
        Failed { diagnostics, files }
    }
}

impl Fault {
    /// Returns the codes of what is wrong, each once.
    pub fn codes(&self) -> Vec<String> {
        let mut codes: Vec<&str> = match self {
            Self::Data(faults) => faults.iter().map(Diagnostic::code).collect(),
            Self::Render(faults) => faults.iter().map(code).collect(),
        };
        codes.dedup();
        codes.into_iter().map(str::to_owned).collect()
    }
}

fn code(fault: &RenderFault) -> &'static str {
    match fault {
        RenderFault::Template(_) => codes::TEMPLATE_FAULT.name,
        RenderFault::Misfit(_) => codes::TEXT_DOES_NOT_FIT.name,
    }
}

/// Documents that cannot be made: the faults, and the files that they point into.
#[derive(Debug)]
pub struct Failed {
    /// The faults.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts of records and templates.
    pub files: Files,
}

/// The letters of a text that does not fit its place that are shown.
const QUOTED: usize = 60;

/// The faults of all documents, each with the documents that it hits.
#[derive(Debug, Default)]
struct SharedFaults(IndexMap<TemplateFault, Vec<String>>);

impl SharedFaults {
    /// Adds a fault of a document.
    fn add(&mut self, fault: TemplateFault, document: String) {
        self.0.entry(fault).or_default().push(document);
    }

    /// Returns the faults as diagnostics; the texts of templates are added to the files.
    fn diagnostics(self, files: &mut Files) -> Vec<Diagnostic> {
        self.0.into_iter().map(|(fault, documents)| diagnosed(fault, &documents, files)).collect()
    }
}

/// Diagnoses a text that does not fit its place, at the record that says it.
fn does_not_fit(misfit: Misfit, job: &Job<'_>) -> Diagnostic {
    let record = misfit.record.and_then(|id| job.view.store().records.get(&id));
    let place = record.map(|record| match record.root.entry_saying(&misfit.text) {
        Some(field) => record.place(field.key_span),
        None => record.place_of("id"),
    });
    let text = match misfit.text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &misfit.text[..end]),
        None => misfit.text,
    };
    let values = vec![("document", job.name().into()), ("page", misfit.page.into()), ("text", text.into())];
    Diagnostic::new(codes::TEXT_DOES_NOT_FIT, place, values)
}

/// Diagnoses that a document is too long, by how many lines, and what in it is the longest.
pub fn too_long(page: &Page, entry: &Entry, job: &Job<'_>) -> Option<Diagnostic> {
    let (lines, sections) = entry.excess.as_ref()?;
    let named = |(title, lines): &(String, usize)| format!("{title} ({lines})");
    // A document without headings has texts all the same.
    let longest = match sections.as_slice() {
        [] => page::longest(&page.data, 3).join(", "),
        sections => sections.iter().map(named).collect::<Vec<_>>().join(", "),
    };
    let values = vec![
        ("document", job.name().into()),
        ("pages", entry.body_pages.into()),
        ("lines", (*lines).into()),
        ("limit", page.document.limit.unwrap_or_default().into()),
        ("sections", longest.into()),
    ];
    let path = PathBuf::from(format!("templates/{}/report.yaml", job.report.name));
    let told = Diagnostic::of_file(codes::DOCUMENT_TOO_LONG, &path, values);
    // A draft may be too long for a while; what goes out may not.
    let is_final = job.version().is_some_and(|version| version.status.is_final());
    Some(Diagnostic { severity: if is_final { Severity::Error } else { told.severity }, ..told })
}

fn diagnosed(fault: TemplateFault, documents: &[String], files: &mut Files) -> Diagnostic {
    // Typst speaks of switches of its own command line, which nobody here has typed.
    let hints: Vec<&str> = fault.hints.iter().map(String::as_str).filter(|hint| !hint.contains("--")).collect();
    let hint: Arg = match (&fault.reason, hints.as_slice()) {
        (Reason::Typst(_), []) => (&messages::MEND_TEMPLATE).into(),
        (Reason::Typst(_), hints) => hints.join(" ").into(),
        _ => (&messages::MEND_WITHOUT_END).into(),
    };
    let values = vec![("document", named(documents)), ("reason", reason(fault.reason)), ("hint", hint)];
    let path = PathBuf::from(fault.path);
    match fault.text {
        Some(text) => {
            let place = Place { file: files.add(path, text.into()), range: fault.range };
            Diagnostic::new(codes::TEMPLATE_FAULT, Some(place), values)
        }
        None => Diagnostic::of_file(codes::TEMPLATE_FAULT, &path, values),
    }
}

/// Returns the name of the first document, and how many others there are.
fn named(documents: &[String]) -> Arg {
    match documents {
        [first, .., last] => messages::AND_OTHERS.of(vec![
            ("document", first.as_str().into()),
            ("number", (documents.len() - 1).into()),
            ("last", last.as_str().into()),
        ]),
        _ => documents.concat().into(),
    }
}

fn reason(reason: Reason) -> Arg {
    match reason {
        Reason::Typst(words) => words.into(),
        Reason::Deadline(seconds) => messages::PAST_DEADLINE.of(vec![("seconds", seconds.to_string().into())]),
        Reason::Memory(megabytes) => messages::OUT_OF_MEMORY.of(vec![("megabytes", megabytes.to_string().into())]),
        Reason::Broken => (&messages::TYPESETTER_BROKE).into(),
    }
}
