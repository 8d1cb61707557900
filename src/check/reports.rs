//! Definitions of reports and the settings: right in form, and about kinds, fields, sets and templates that exist.

mod lists;

use indexmap::IndexMap;

use super::{editions, facets, nearest::hint, shape};
use crate::diag::{Code, Diagnostic, FileId, Files, Message, MessageArgs, Place, any_error, codes, messages};
use crate::load::{Part, RawReport, Unreadable, Workspace};
use crate::record::Node;
use crate::report::{Report, Settings};
use crate::rule::Filter;
use crate::schema::{Kind, RECIPIENT, REPORT, SETTINGS, Shape};
use crate::store::{Path, PathFault, PathStep, Store};

/// Checks the settings; those that could not be read are reported already.
pub fn settings(
    raw: Option<(FileId, Node)>,
    unread: &Unreadable,
    store: &Store,
    files: &Files,
) -> (Option<Settings>, Vec<Diagnostic>) {
    let Some((file, root)) = raw else {
        if unread.lacks(Part::Settings) {
            return (None, Vec::new());
        }
        let reason = vec![("reason", (&messages::NOT_THERE).into())];
        let path = std::path::Path::new("data/settings.yaml");
        return (None, vec![Diagnostic::of_file(codes::FILE_UNREADABLE, path, reason)]);
    };
    let mut faults = tree(&root, file, SETTINGS, store, files);
    let settings = if any_error(&faults) { None } else { Settings::read(&root) };
    if let Some(settings) = &settings {
        faults.extend(editions::check(settings, &root, file, store));
        faults.extend(facets::check(settings, &root, file, &store.schemas));
    }
    (settings, faults)
}

/// Checks all definitions.
pub fn check(
    raw: Vec<RawReport>,
    store: &Store,
    workspace: &Workspace,
    files: &Files,
) -> (Vec<Report>, Vec<Diagnostic>) {
    let (mut reports, mut faults) = (Vec::new(), Vec::new());
    for raw in raw {
        let mut found = tree(&raw.root, raw.file, REPORT, store, files);
        let report = if any_error(&found) { None } else { Report::read(&raw.name, &raw.root) };
        if let Some(report) = report {
            let mut reader = Reader { raw: &raw, report: &report, store, faults: Vec::new() };
            reader.check(workspace);
            found.extend(reader.faults);
            reports.push(report);
        }
        faults.extend(found);
    }
    reports.sort_by(|a: &Report, b| a.name.cmp(&b.name));
    (reports, faults)
}

fn tree(root: &Node, file: FileId, form: &str, store: &Store, files: &Files) -> Vec<Diagnostic> {
    match store.schemas.get(form) {
        Some(kind) => shape::check_tree(root, file, &kind.object, form, store, files),
        None => Vec::new(),
    }
}

struct Reader<'a> {
    raw: &'a RawReport,
    report: &'a Report,
    store: &'a Store,
    faults: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    fn check(&mut self, workspace: &Workspace) {
        let template = workspace.templates().join(&self.report.name).join(&self.report.template);
        if !template.is_file() {
            let path = format!("templates/{}/{}", self.report.name, self.report.template);
            self.fault("/template", codes::REPORT_TEMPLATE, vec![("path", path.into())]);
        }
        let kinds = self.report.for_each.iter().enumerate();
        let kinds: Vec<&Kind> =
            kinds.filter_map(|(place, name)| self.kind(name, &format!("/for-each/{place}"))).collect();
        self.paths(&kinds, &self.report.subject, "/subject");
        self.few(&kinds, &self.report.subject, &self.report.subject_few, "/subject-few");
        self.lists(&kinds, &self.report.subject, &self.report.subject_lists, "/subject-lists");
        self.paths(&kinds, self.report.called_by.as_slice(), "/called-by");
        self.filter(self.report.only.as_ref(), "/only");
        self.binds(&kinds);
        if self.report.sets.is_empty() && self.report.subject.is_empty() {
            self.nothing_printed();
        }
        for (name, parameter) in &self.report.parameters {
            if let Some(kind) = &parameter.kind {
                self.kind(kind, &format!("/parameters/{name}/kind"));
            }
        }
        for (name, set) in &self.report.sets {
            let at = format!("/sets/{name}");
            if let Some(kind) = self.kind(&set.kind, &format!("{at}/kind")) {
                self.paths(&[kind], &set.show, &format!("{at}/show"));
                self.few(&[kind], &set.show, &set.few, &format!("{at}/few"));
                self.lists(&[kind], &set.show, &set.lists, &format!("{at}/lists"));
                self.paths(&[kind], &set.order, &format!("{at}/order"));
            }
            for (place, kind) in set.subjects.iter().enumerate() {
                self.subjects(kind, &format!("{at}/for/{place}"));
            }
            self.filter(set.filter.as_ref(), &format!("{at}/where"));
            if let Some(other) = set.most.as_ref().and_then(|most| most.other.as_ref()) {
                self.set(other, &format!("{at}/most/else"));
            }
        }
        for (name, count) in &self.report.counts {
            let at = format!("/counts/{name}");
            self.filter(count.filter.as_ref(), &format!("{at}/where"));
            if let Some(kind) = self.set(&count.of, &format!("{at}/of")) {
                self.paths(&[kind], count.distinct.as_slice(), &format!("{at}/distinct"));
                self.paths(&[kind], count.sum.as_slice(), &format!("{at}/sum"));
                for (place, division) in count.by.iter().enumerate() {
                    let at = format!("{at}/by/{place}");
                    self.paths(&[kind], std::slice::from_ref(&division.field), &format!("{at}/field"));
                    if let Some(over) = &division.over {
                        self.set(over, &format!("{at}/over"));
                    }
                }
            }
        }
        self.bands();
    }

    /// Asks for sets, where the report has none and prints no field of a subject either.
    fn nothing_printed(&mut self) {
        let Some(form) = self.store.schemas.get(REPORT) else { return };
        let values = shape::values_of_missing("sets", form.object.fields.get("sets"), "".into());
        let at = self.raw.root.entries().first().map_or(self.raw.root.span, |entry| entry.key_span);
        let place = Place { file: self.raw.file, range: at.range() };
        self.faults.push(Diagnostic::new(codes::FIELD_MISSING, place, values).about_field("sets"));
    }

    fn kind(&mut self, name: &str, at: &str) -> Option<&'a Kind> {
        let kind = self.store.schemas.iter().find(|kind| kind.name == name);
        if kind.is_none() {
            let hint = hint(name, self.store.schemas.iter().map(|kind| kind.name.as_str()));
            self.fault(at, codes::REPORT_KIND, vec![("kind", name.into()), ("hint", hint)]);
        }
        kind
    }

    /// Checks that there are documents about records of a kind.
    fn subjects(&mut self, kind: &str, at: &str) {
        let known = &self.report.for_each;
        if !known.iter().any(|known| known == kind) {
            let hint = hint(kind, known.iter().map(String::as_str));
            self.fault(at, codes::REPORT_SUBJECT, vec![("kind", kind.into()), ("hint", hint)]);
        }
    }

    fn set(&mut self, name: &str, at: &str) -> Option<&'a Kind> {
        match self.report.sets.get(name) {
            Some(set) => self.store.schemas.get(&set.kind),
            None => {
                let hint = hint(name, self.report.sets.keys().map(String::as_str));
                self.fault(at, codes::REPORT_SET, vec![("set", name.into()), ("hint", hint)]);
                None
            }
        }
    }

    /// Checks paths from kinds on; where there are several, a path is right that leads from one of them.
    fn paths(&mut self, kinds: &[&Kind], paths: &[String], at: &str) {
        for (place, path) in paths.iter().enumerate() {
            let path = Path::new(path.strip_prefix('-').unwrap_or(path));
            let faults = kinds.iter().map(|kind| path.check(kind, self.store).err()).collect::<Option<Vec<_>>>();
            if let Some(PathFault { step, kind, known }) = faults.and_then(|faults| faults.into_iter().next()) {
                let hint = hint(&step, known.iter().map(String::as_str));
                let values = vec![("kind", kind.into()), ("field", step.into()), ("hint", hint)];
                let node = format!("{at}/{place}");
                let at = if self.raw.root.at(&node).is_some() { &node } else { at };
                self.fault(at, codes::REPORT_FIELD, values);
            }
        }
    }

    /// Checks that what is shown in part is a list, and shown.
    fn few(&mut self, kinds: &[&Kind], shown: &[String], few: &IndexMap<String, usize>, at: &str) {
        for path in few.keys() {
            let is_list = |kind: &&Kind| match Path::new(path).check(kind, self.store) {
                Ok(PathStep::Shape(shape)) => matches!(shape.inner(), Shape::List { .. }),
                // Those that refer to a record are several.
                Ok(PathStep::Kind(_)) => true,
                Err(_) => false,
            };
            if !is_shown(path, shown) || !kinds.iter().any(is_list) {
                self.fault(&format!("{at}/{path}"), codes::REPORT_LIST, vec![("field", path.as_str().into())]);
            }
        }
    }

    /// Checks that what is bound is a list of documents, and who receives it a list of recipients.
    fn binds(&mut self, kinds: &[&Kind]) {
        let Some(binds) = &self.report.binds else { return };
        let names_documents = |shape: &Shape| match shape.element() {
            Shape::Object(object) => object.fields.contains_key("report"),
            _ => false,
        };
        let names_recipients = |shape: &Shape| match shape.element() {
            Shape::Reference(reference) => reference.kinds == [RECIPIENT],
            _ => false,
        };
        let leads = |path: &str, is: &dyn Fn(&Shape) -> bool| {
            let ends = |kind: &&Kind| match Path::new(path).check(kind, self.store) {
                Ok(PathStep::Shape(shape)) => is(shape),
                Ok(PathStep::Kind(_)) | Err(_) => false,
            };
            kinds.iter().any(ends)
        };
        let (documents, recipients) = (&binds.documents, binds.recipients.as_ref());
        let no_documents = !leads(documents, &names_documents);
        let no_recipients = recipients.filter(|path| !leads(path, &names_recipients));
        let mut fault = |at: &str, field: &str, what: &'static Message| {
            self.fault(at, codes::REPORT_BINDS, vec![("field", field.into()), ("what", what.into())]);
        };
        if no_documents {
            fault("/binds/documents", documents, &messages::OF_DOCUMENTS);
        }
        if let Some(path) = no_recipients {
            fault("/binds/recipients", path, &messages::OF_RECIPIENTS);
        }
    }

    fn filter(&mut self, filter: Option<&Filter>, at: &str) {
        if let Some(reason) = filter.and_then(Filter::fault) {
            self.fault(at, codes::RULE_INVALID, vec![("reason", reason.as_str().into())]);
        }
    }

    fn fault(&mut self, pointer: &str, code: &'static Code, values: MessageArgs) {
        let node = self.raw.root.at(pointer).unwrap_or(&self.raw.root);
        let place = Place { file: self.raw.file, range: node.span.range() };
        self.faults.push(Diagnostic::new(code, place, values));
    }
}

/// Returns whether a path is among those that are shown, or leads to one of them.
fn is_shown(path: &str, shown: &[String]) -> bool {
    shown.iter().any(|other| other == path || other.starts_with(&format!("{path}.")))
}
