//! Headings → fields: by key, by path, or by title in any language of titles.

use super::fault::Fault;
use super::shown::{quoted, shorten};
use crate::diag::codes::tables as words;
use crate::diag::{Arg, MessageArgs};
use std::collections::HashMap;

use super::hints::unknown_hint;
use super::messages;
use super::nearest::nearest;
use super::normalize::normalized;
use super::table::{Heading, Row, Table, letters};
use crate::record::Language;
use crate::schema::{Field, Kind, Object, Shape};
use crate::written::languages;

/// A column of a table.
#[derive(Debug)]
pub struct Column<'s> {
    /// Its heading.
    pub heading: Heading,
    /// What it fills; nothing where the person leaves it out.
    pub target: Option<Target<'s>>,
}

/// What a column fills.
#[derive(Debug, Clone)]
pub struct Target<'s> {
    /// The way to the value.
    pub path: Vec<Step>,
    /// What the value is.
    pub leaf: Leaf<'s>,
}

/// A step on the way to a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Into a field.
    Field(String),
    /// Into an entry of a list, counted from 1.
    Entry(usize),
}

/// What a cell of a column becomes.
#[derive(Debug, Clone, Copy)]
pub enum Leaf<'s> {
    /// A value of a shape, or a list of such values.
    Value(&'s Shape),
    /// A text in one language.
    Text {
        /// The language.
        language: Language,
        /// Whether it is long text in Markdown.
        markdown: bool,
    },
    /// The claim that holds the value.
    Claim,
}

impl Target<'_> {
    /// Returns the path as headings write it.
    pub fn name(&self) -> String {
        let steps = self.path.iter().map(|step| match step {
            Step::Field(name) => name.clone(),
            Step::Entry(number) => number.to_string(),
        });
        steps.collect::<Vec<_>>().join(".")
    }
}

/// Where a heading leads.
enum Way<'s> {
    /// To a value.
    To(Target<'s>),
    /// To a text of which the language is not said.
    WithoutLanguage,
    /// To a text in a language that texts do not have.
    WithoutText(String),
    /// To a list whose entries are fields, without a number.
    WithoutNumber(String, &'s Object),
}

/// Finds the field of every column; every fault is reported.
pub fn find<'s>(table: &Table, kind: &'s Kind, skip: &[String]) -> (Vec<Column<'s>>, Vec<Fault>) {
    let mut faults = unknown_skips(table, skip);
    let mut columns: Vec<Column<'s>> = Vec::new();
    let mut taken = Taken::default();
    faults.extend(unnamed(table));
    for heading in table.headings.iter().filter(|heading| !heading.text.is_empty()) {
        if skip.iter().any(|skip| normalized(skip) == normalized(&heading.text)) {
            columns.push(Column { heading: heading.clone(), target: None });
            continue;
        }
        match one(heading, kind) {
            Err(fault) => faults.push(*fault),
            Ok(target) => match taken.take(&target, heading) {
                None => columns.push(Column { heading: heading.clone(), target: Some(target) }),
                Some(first) => {
                    let values = vec![("column", heading.said()), ("field", target.name().into()), ("earlier", first)];
                    faults.push(Fault::at(words::COLUMN_TWICE, heading.range.clone(), values));
                }
            },
        }
    }
    let of_language = [words::COLUMN_LANGUAGE, words::COLUMN_LANGUAGE_UNKNOWN];
    let language_told = faults.iter().any(|fault| of_language.contains(&fault.code));
    faults.extend(missing(&columns, kind, language_told));
    (columns, faults)
}

/// Returns the warning of columns that nobody sees in the sheet and that are read all the same.
pub fn hidden(columns: &[Column<'_>]) -> Option<Fault> {
    let hidden: Vec<&Heading> =
        columns.iter().filter(|c| c.target.is_some() && c.heading.hidden).map(|c| &c.heading).collect();
    let first = hidden.first()?;
    let names: Vec<String> =
        hidden.iter().map(|heading| format!("{} ({})", shorten(&heading.text), letters(heading.column))).collect();
    let values = vec![("names", Arg::from(names.join(", "))), ("heading", shorten(&first.text).into())];
    Some(Fault::at(words::COLUMNS_HIDDEN, first.range.clone(), values))
}

/// Returns the fault of a table whose first row is a title: no heading is a field, and most cells of one of the next rows are.
pub fn headings_below(table: &Table, columns: &[Column<'_>], kind: &Kind) -> Option<Fault> {
    const MAX_TITLE_ROWS: usize = 3;
    if columns.iter().any(|column| column.target.is_some()) {
        return None;
    }
    let is_field = |text: &str| {
        let heading = Heading { column: 0, text: text.trim().to_owned(), range: 0..0, hidden: false };
        one(&heading, kind).is_ok()
    };
    let are_headings = |row: &Row| {
        let texts: Vec<String> = row.cells.iter().map(|cell| cell.content.shown()).collect();
        // What parts the columns was reported by the row above, and wrongly if that is a title.
        let texts: Vec<&str> = match texts.as_slice() {
            [one] => one.split([',', ';', '\t']).collect(),
            several => several.iter().map(String::as_str).collect(),
        };
        let fields = texts.iter().filter(|text| is_field(text)).count();
        fields > 1 && fields * 2 > texts.len()
    };
    let below = table.rows.iter().take(MAX_TITLE_ROWS).find(|row| are_headings(row))?;
    Some(Fault::at(words::HEADINGS_BELOW, below.range.clone(), vec![("row", below.number.into())]))
}

/// The columns that fields are taken by.
#[derive(Default)]
struct Taken {
    fields: HashMap<String, Arg>,
    /// The lists that have numbered columns.
    numbered: HashMap<String, Arg>,
}

impl Taken {
    /// Takes a field for a column; returns the column that has it already. A list is filled by one column or by numbered ones.
    fn take(&mut self, target: &Target<'_>, heading: &Heading) -> Option<Arg> {
        let name = target.name();
        let list = target.path.iter().position(|step| matches!(step, Step::Entry(_)));
        let earlier = match list {
            Some(end) => {
                let list = name_of(&target.path[..end]);
                let whole = self.fields.get(&list).cloned();
                self.numbered.entry(list).or_insert_with(|| heading.said());
                whole
            }
            None => self.numbered.get(&name).cloned(),
        };
        let earlier = earlier.or_else(|| self.fields.get(&name).cloned());
        if earlier.is_none() {
            self.fields.insert(name, heading.said());
        }
        earlier
    }
}

fn one<'s>(heading: &Heading, kind: &'s Kind) -> Result<Target<'s>, Box<Fault>> {
    let name = normalized(&heading.text);
    let mut ways = Vec::new();
    Walk { titles_only: false, ways: &mut ways }.object(&kind.object, &name, &[]);
    // The last word is a language only behind a point, a comma or in brackets.
    ways.retain(|way| !matches!(way, Way::WithoutText(word) if !name.ends_with(&format!(".{word}"))));
    if ways.is_empty() {
        Walk { titles_only: true, ways: &mut ways }.nested(&kind.object, &name, &[]);
    }
    let fault = |code, values: MessageArgs| {
        let values = [vec![("column", heading.said()), ("kind", kind.name.clone().into())], values].concat();
        Err(Box::new(Fault::at(code, heading.range.clone(), values)))
    };
    let reached = ways.iter().filter(|way| matches!(way, Way::To(_))).count();
    match (ways.len(), reached) {
        (0, _) => fault(words::COLUMN_UNKNOWN, vec![("hint", unknown_hint(heading, kind))]),
        (_, 1) => match ways.into_iter().find(|way| matches!(way, Way::To(_))) {
            Some(Way::To(target)) => Ok(target),
            _ => fault(words::COLUMN_UNKNOWN, vec![("hint", unknown_hint(heading, kind))]),
        },
        (_, 2..) => {
            let names = ways.iter().filter_map(|way| match way {
                Way::To(target) => Some(target.name()),
                _ => None,
            });
            let names: Vec<String> = names.collect();
            let values = vec![("example", names[0].clone().into()), ("fields", quoted(&names))];
            fault(words::COLUMN_AMBIGUOUS, values)
        }
        _ => match ways.remove(0) {
            Way::WithoutNumber(path, object) => {
                let field = object.fields.keys().next().cloned().unwrap_or_default();
                let example = format!("{path}.1.{field}");
                let hint = messages::NUMBERED.of(vec![("field", path.into()), ("example", example.into())]);
                fault(words::COLUMN_UNKNOWN, vec![("hint", hint)])
            }
            Way::WithoutText(word) => {
                let codes = Language::ALL.map(Language::code).join(", ");
                let title = shorten(heading.text.split(['(', '[', '.', ',', ':']).next().unwrap_or_default());
                let example = format!("{} (en)", title.trim());
                let values = vec![("word", word.into()), ("names", codes.into()), ("example", example.into())];
                fault(words::COLUMN_LANGUAGE_UNKNOWN, values)
            }
            _ => {
                let example = format!("{} (en)", shorten(&heading.text));
                fault(words::COLUMN_LANGUAGE, vec![("example", example.into())])
            }
        },
    }
}

/// Goes through the shapes of a kind after the rest of a heading.
struct Walk<'w, 's> {
    /// Whether keys do not count: a field within others is found by its title alone.
    titles_only: bool,
    ways: &'w mut Vec<Way<'s>>,
}

impl<'s> Walk<'_, 's> {
    fn object(&mut self, object: &'s Object, rest: &str, path: &[Step]) {
        for (key, field) in &object.fields {
            let mut names = titles(field);
            if !self.titles_only {
                names.insert(0, normalized(key));
            }
            names.dedup();
            // A title can be the beginning of another; the field is tried by each of its names once.
            let rests = names.iter().filter_map(|name| after(rest, name)).collect::<std::collections::BTreeSet<_>>();
            for rest in rests {
                let path = [path, &[Step::Field(key.clone())]].concat();
                self.shape(&field.shape, rest, path);
            }
        }
    }

    /// Looks for a title in the objects below this one.
    fn nested(&mut self, object: &'s Object, rest: &str, path: &[Step]) {
        for (key, field) in &object.fields {
            if let Shape::Object(inner) = field.shape.inner() {
                let path = [path, &[Step::Field(key.clone())]].concat();
                self.object(inner, rest, &path);
                self.nested(inner, rest, &path);
            }
        }
    }

    fn shape(&mut self, shape: &'s Shape, rest: &str, path: Vec<Step>) {
        match shape {
            Shape::MaybeClaim(_) if rest == "claim" => {
                let path = [path, vec![Step::Field("claim".to_owned())]].concat();
                self.ways.push(Way::To(Target { path, leaf: Leaf::Claim }));
            }
            Shape::MaybeClaim(inner) => self.shape(inner, rest, path),
            Shape::Object(object) => self.object(object, rest, &path),
            Shape::Map(inner) => {
                let (key, rest) = rest.split_once('.').unwrap_or((rest, ""));
                if !key.is_empty() {
                    let key = key.replace(' ', "-");
                    self.shape(inner, rest, [path, vec![Step::Field(key)]].concat());
                }
            }
            Shape::Localized { markdown } => match languages::named(rest) {
                Some(language) => {
                    let path = [path, vec![Step::Field(language.code().to_owned())]].concat();
                    self.ways.push(Way::To(Target { path, leaf: Leaf::Text { language, markdown: *markdown } }));
                }
                None if rest.is_empty() => self.ways.push(Way::WithoutLanguage),
                None if rest.contains(['.', ' ']) => {}
                None => self.ways.push(Way::WithoutText(rest.to_owned())),
            },
            Shape::List { items, .. } => self.list(shape, items, rest, path),
            _ if rest.is_empty() => self.ways.push(Way::To(Target { path, leaf: Leaf::Value(shape) })),
            _ => {}
        }
    }

    fn list(&mut self, list: &'s Shape, items: &'s Shape, rest: &str, path: Vec<Step>) {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number = rest[..digits].parse::<usize>().ok().filter(|number| (1..=100).contains(number));
        match (number, items) {
            (Some(number), _) => {
                let after = rest[digits..].trim_start_matches(['.', ' ']);
                self.shape(items, after, [path, vec![Step::Entry(number)]].concat());
            }
            (None, Shape::Object(object)) if rest.is_empty() => {
                self.ways.push(Way::WithoutNumber(name_of(&path), object));
            }
            (None, Shape::Localized { .. } | Shape::List { .. } | Shape::Map(_) | Shape::Object(_)) => {}
            (None, _) if rest.is_empty() => self.ways.push(Way::To(Target { path, leaf: Leaf::Value(list) })),
            (None, _) => {}
        }
    }
}

/// Returns what follows a name in a folded heading, if it begins with it.
fn after<'r>(rest: &'r str, name: &str) -> Option<&'r str> {
    let after = rest.strip_prefix(name).filter(|_| !name.is_empty())?;
    if after.is_empty() { Some(after) } else { after.strip_prefix(['.', ' ']) }
}

fn titles(field: &Field) -> Vec<String> {
    let titles = [Some(field.title.en.as_str()), field.title.ru.as_deref()];
    titles.into_iter().flatten().map(normalized).filter(|title| !title.is_empty()).collect()
}

fn name_of(path: &[Step]) -> String {
    Target { path: path.to_vec(), leaf: Leaf::Claim }.name()
}

fn unknown_skips(table: &Table, skip: &[String]) -> Vec<Fault> {
    let headings: Vec<String> = table.headings.iter().map(|heading| heading.text.clone()).collect();
    let unknown = skip.iter().filter(|skip| !headings.iter().any(|heading| normalized(heading) == normalized(skip)));
    let fault = |skip: &String| {
        let hint = match nearest(skip, headings.iter().map(String::as_str)) {
            Some(near) => messages::DID_YOU_MEAN.of(vec![("name", near.into())]),
            None => messages::NAMES_ARE.of(vec![("names", quoted(&headings))]),
        };
        Fault::of_file(words::SKIP_UNKNOWN, vec![("heading", skip.clone().into()), ("hint", hint)])
    };
    unknown.map(fault).collect()
}

/// Returns a fault for each column that has cells and no heading.
fn unnamed(table: &Table) -> Vec<Fault> {
    let named = |column: usize| table.heading(column).is_some_and(|heading| !heading.text.is_empty());
    let mut diagnosed: HashMap<usize, Fault> = HashMap::new();
    for cell in table.rows.iter().flat_map(|row| &row.cells).filter(|cell| !named(cell.column)) {
        diagnosed.entry(cell.column).or_insert_with(|| {
            Fault::at(words::COLUMN_UNNAMED, cell.range.clone(), vec![("column", letters(cell.column).into())])
        });
    }
    let mut faults: Vec<(usize, Fault)> = diagnosed.into_iter().collect();
    faults.sort_by_key(|(column, _)| *column);
    faults.into_iter().map(|(_, fault)| fault).collect()
}

/// Returns a fault for each required field that no column fills. The id has its own; a text whose column only lacks its language is
/// reported already.
fn missing(columns: &[Column<'_>], kind: &Kind, language_told: bool) -> Vec<Fault> {
    let filled = |key: &str| {
        let first = |column: &Column<'_>| column.target.as_ref().and_then(|target| target.path.first().cloned());
        columns.iter().any(|column| first(column) == Some(Step::Field(key.to_owned())))
    };
    let wanted = kind.object.required.iter().filter(|key| *key != "id" && !filled(key));
    let fault = |key: &String| {
        let shape = kind.object.fields.get(key).map(|field| field.shape.inner());
        let example = match shape {
            Some(Shape::Localized { .. }) if language_told => return None,
            Some(Shape::Localized { .. }) => format!("{key}.en"),
            Some(Shape::Object(object)) => format!("{key}.{}", object.required.first().map_or("…", String::as_str)),
            Some(Shape::List { items, .. }) => match &**items {
                Shape::Object(object) => format!("{key}.1.{}", object.required.first().map_or("…", String::as_str)),
                _ => key.clone(),
            },
            _ => key.clone(),
        };
        let values =
            vec![("field", Arg::from(key.clone())), ("kind", kind.name.clone().into()), ("example", example.into())];
        Some(Fault::of_file(words::COLUMN_MISSING, values))
    };
    wanted.filter_map(fault).collect()
}
