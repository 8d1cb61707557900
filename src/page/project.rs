//! Projection: from a record only the fields that a report shows, through references as far as its paths go.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use super::{lists, values};
use crate::record::edtf::Date;
use crate::record::marking::{Level, Marking};
use crate::record::text::exactly;
use crate::record::{Entry, Language, Node, Record};
use crate::report::Whence;
use crate::schema::{Field, Object, Reference, SOURCE, Shape};
use crate::select::Chosen;
use crate::store::{Settled, Store, Typed};

/// Paths as a tree: `places.name` and `places.state.name` share their beginning.
#[derive(Debug, Clone, Default)]
pub struct Tree<'c> {
    steps: IndexMap<String, Tree<'c>>,
    /// So many entries of the list that stands here are taken, the first; without it all.
    first: Option<usize>,
    /// What is chosen out of the list that stands here, and said beside it.
    chosen: Vec<&'c Chosen<'c>>,
}

impl<'c> Tree<'c> {
    /// Reads dotted paths.
    pub fn new(paths: &[String]) -> Self {
        let mut tree = Self::default();
        for path in paths {
            let mut at = &mut tree;
            for step in path.split('.') {
                at = at.steps.entry(step.to_owned()).or_default();
            }
        }
        tree
    }

    /// Takes only so many entries of the lists under some of the paths.
    pub fn with_few(mut self, few: &IndexMap<String, usize>) -> Self {
        for (path, first) in few {
            self.at(path).into_iter().for_each(|list| list.first = Some(*first));
        }
        self
    }

    /// Says beside lists what is chosen out of them.
    pub fn with_chosen(mut self, chosen: &'c [Chosen<'c>]) -> Self {
        for one in chosen.iter().filter(|one| one.list.from == Whence::Own) {
            self.at(&one.list.of).into_iter().for_each(|list| list.chosen.push(one));
        }
        self
    }

    /// Returns what follows a path.
    fn at(&mut self, path: &str) -> Option<&mut Self> {
        path.split('.').try_fold(self, |at, step| at.steps.get_mut(step))
    }

    /// Returns how many entries of a list are taken.
    fn taken(&self) -> usize {
        self.first.unwrap_or(usize::MAX)
    }

    /// Returns the first steps, each with what follows it.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Self)> {
        self.steps.iter()
    }

    /// Returns the first steps.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        self.steps.keys()
    }
}

/// Hears of everything that is printed.
pub trait Listener<'a> {
    /// A record is printed.
    fn record(&mut self, _record: &'a Record) {}
    /// A text per language of a record is printed.
    fn text(&mut self, _record: &'a Record, _node: &'a Node) {}
    /// Something is printed that must be settled before it may go out.
    fn reserved(&mut self, _reservation: Reservation) {}
    /// Something with a marking is printed.
    fn marked(&mut self, _level: Level) {}
}

/// Something in a field of a record that must be settled before a document that prints it may go out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reservation {
    /// The record.
    pub record: String,
    /// The field.
    pub field: String,
    /// What it is.
    pub why: Reserved,
}

/// Why something must be settled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Reserved {
    /// It says itself that it is not finished.
    Unfinished,
    /// It is to be looked at again so many months after the day for which it holds.
    Expires {
        /// The day, as far as it is known.
        of: Date,
        /// The months.
        months: u32,
    },
    /// It has no text in the language of the document.
    Untranslated,
}

/// Turns records into JSON and keeps registers of the sources and claims that it met.
pub struct Projector<'a, L> {
    store: &'a Store,
    language: Language,
    /// The sources, by id.
    sources: Map<String, Json>,
    /// The claims, by id.
    claims: Map<String, Json>,
    listener: L,
}

impl<'a, L: Listener<'a>> Projector<'a, L> {
    /// Creates a projector into a language.
    pub fn new(store: &'a Store, language: Language, listener: L) -> Self {
        Self { store, language, sources: Map::new(), claims: Map::new(), listener }
    }

    /// Returns what listened.
    pub fn into_listener(self) -> L {
        self.listener
    }

    /// Takes out the sources and claims that were met, in the order of their records.
    pub fn registers_of_records(&mut self) -> (Map<String, Json>, Map<String, Json>) {
        let store = self.store;
        let sort = |mut map: Map<String, Json>| -> Map<String, Json> {
            let records = map.keys().filter_map(|id| store.records.get(id)).collect();
            let ids = store.in_natural_order(records).into_iter().map(|record| &record.id);
            ids.filter_map(|id| Some((id.clone(), map.remove(id)?))).collect()
        };
        (sort(std::mem::take(&mut self.sources)), sort(std::mem::take(&mut self.claims)))
    }

    /// Notes that a record is printed.
    fn meet(&mut self, record: &'a Record) {
        self.listener.record(record);
        self.mark(record.marking().as_ref());
        for (name, field) in &self.store.kind(record).object.fields {
            if field.unfinished || field.months_after.is_some() {
                self.reserve(record, name, field);
            }
        }
    }

    /// Notes what a field says of how finished its record is.
    fn reserve(&mut self, record: &'a Record, name: &str, field: &'a Field) {
        let Some(node) = record.root.get(name) else { return };
        let why = match Typed::of(node, &field.shape) {
            Typed::Bool(true) if field.unfinished => Reserved::Unfinished,
            Typed::Integer(months) => {
                let of = field.months_after.as_ref().and_then(|of| record.date(of));
                let Some((of, months)) = of.zip(u32::try_from(months).ok()) else { return };
                Reserved::Expires { of, months }
            }
            _ => return,
        };
        self.listener.reserved(Reservation { record: record.id.clone(), field: name.to_owned(), why });
    }

    /// Notes the marking of something that is printed.
    fn mark(&mut self, marking: Option<&Marking>) {
        let level = marking.and_then(|marking| self.store.schemes.level(marking));
        level.into_iter().for_each(|level| self.listener.marked(level));
    }

    /// Returns the fields of a record that a tree names. A field that the record does not have is null, so that a template can ask.
    pub fn record(&mut self, record: &'a Record, tree: &Tree<'_>) -> Json {
        let kind = self.store.kind(record);
        self.meet(record);
        let mut out = Map::new();
        out.insert("id".to_owned(), record.id.clone().into());
        for (step, below) in &tree.steps {
            match kind.object.fields.get(step) {
                Some(field) => self.field(record, record.root.get(step), field, step, below, &mut out),
                None => {
                    let referring = self.store.inverse(&record.id, step).take(below.taken());
                    let referring: Vec<Json> = referring.map(|r| self.record(r, below)).collect();
                    out.insert(step.clone(), referring.into());
                }
            }
        }
        Json::Object(out)
    }

    /// Writes a field, and beside a value that rests on a claim the id of the claim.
    fn field(
        &mut self,
        owner: &'a Record,
        node: Option<&'a Node>,
        field: &'a Field,
        name: &str,
        below: &Tree<'_>,
        out: &mut Map<String, Json>,
    ) {
        let shape = &field.shape;
        if let Some(node) = node {
            self.mark(field.marking.as_ref());
            let is_text = matches!(Typed::of(node, shape), Typed::Localized { .. });
            if field.translate && is_text && exactly(node, self.language).is_none() {
                let (record, field, why) = (owner.id.clone(), name.to_owned(), Reserved::Untranslated);
                self.listener.reserved(Reservation { record, field, why });
            }
        }
        let settled = node.and_then(|node| self.store.settle(node, shape));
        let claim = settled.and_then(|settled| settled.claim);
        let value = settled.map_or(Json::Null, |s| self.value(claim.unwrap_or(owner), s.node, s.shape, below));
        out.insert(name.to_owned(), value);
        for chosen in &below.chosen {
            let entries = settled.map(|settled| entries(self.store, settled, below)).unwrap_or_default();
            out.insert(chosen.name.to_owned(), lists::places(chosen, entries.into_iter()));
        }
        if matches!(shape, Shape::MaybeClaim(_)) {
            out.insert(format!("{name}-claim"), claim.map_or(Json::Null, |claim| claim.id.clone().into()));
        }
        claim.into_iter().for_each(|claim| self.claim(claim));
    }

    /// Returns where entries of a list of a record stand that are chosen for another.
    pub fn places(&self, chosen: &Chosen<'_>, record: &Record, tree: &Tree<'_>) -> Json {
        let field = self.store.kind(record).object.fields.get(&chosen.list.of);
        let node = record.root.get(&chosen.list.of);
        let settled = node.zip(field).and_then(|(node, field)| self.store.settle(node, &field.shape));
        let whole = Tree::default();
        let below = tree.steps.get(&chosen.list.of).unwrap_or(&whole);
        let entries = settled.map(|settled| entries(self.store, settled, below)).unwrap_or_default();
        lists::places(chosen, entries.into_iter())
    }

    /// Returns a value; one that rests on a claim nobody settled is null, as one that is not there.
    fn value(&mut self, owner: &'a Record, node: &'a Node, shape: &'a Shape, below: &Tree<'_>) -> Json {
        match Typed::of(node, shape) {
            Typed::Null => Json::Null,
            Typed::Text(text) => text.into(),
            Typed::Marking(marking) => values::marking(&marking, self.language, self.store),
            Typed::Address(address) => values::address(address),
            Typed::Integer(number) => number.into(),
            Typed::Number(number) => number.into(),
            Typed::Bool(truth) => truth.into(),
            Typed::Date(date) => values::date(date, self.language),
            Typed::Quantity(quantity) => values::quantity(quantity, self.language, self.store),
            Typed::Reference(reference, id) => self.reference(id, reference, below),
            Typed::List(items, shape) => {
                items.iter().take(below.taken()).map(|item| self.settled(owner, item, shape, below)).collect()
            }
            Typed::Object(object) => self.object(owner, node, object, below),
            Typed::Map(entries, shape) => self.named(owner, entries, shape, below),
            Typed::Localized { markdown } => {
                self.listener.text(owner, node);
                let (json, cited) = values::localized(node, markdown, self.language);
                cited.iter().for_each(|id| self.source(id));
                json
            }
            Typed::Claim(..) => self.settled(owner, node, shape, below),
            Typed::Any | Typed::Misfit => node.to_json(),
        }
    }

    /// Returns a value that stands in no field of its own, below its claim.
    fn settled(&mut self, owner: &'a Record, node: &'a Node, shape: &'a Shape, below: &Tree<'_>) -> Json {
        let Some(settled) = self.store.settle(node, shape) else { return Json::Null };
        settled.claim.into_iter().for_each(|claim| self.claim(claim));
        self.value(settled.claim.unwrap_or(owner), settled.node, settled.shape, below)
    }

    /// Returns fields of any names: all of them, or those that the paths name.
    fn named(&mut self, owner: &'a Record, entries: &'a [Entry], shape: &'a Shape, below: &Tree<'_>) -> Json {
        let whole = Tree::default();
        let mut out = Map::new();
        for entry in entries {
            let wanted = if below.steps.is_empty() { Some(&whole) } else { below.steps.get(&*entry.key) };
            if let Some(below) = wanted {
                out.insert(entry.key.to_string(), self.settled(owner, &entry.value, shape, below));
            }
        }
        Json::Object(out)
    }

    fn object(&mut self, owner: &'a Record, node: &'a Node, object: &'a Object, below: &Tree<'_>) -> Json {
        object.markings_of(node).iter().for_each(|marking| self.mark(Some(marking)));
        let mut out = Map::new();
        for (name, field) in &object.fields {
            let wanted = below.steps.get(name);
            if below.steps.is_empty() || wanted.is_some() {
                let below = wanted.cloned().unwrap_or_default();
                self.field(owner, node.get(name), field, name, &below, &mut out);
            }
        }
        Json::Object(out)
    }

    /// A source stands by its id, to be found in the register; another record as far as the paths go, or by its label alone.
    fn reference(&mut self, id: &str, reference: &Reference, below: &Tree<'_>) -> Json {
        if reference.kinds == [SOURCE] {
            self.source(id);
            return id.into();
        }
        match self.store.records.get(id) {
            None => Json::Null,
            Some(target) if below.steps.is_empty() => {
                self.meet(target);
                let kind = self.store.kind(target);
                self.mark(kind.object.fields.get(&kind.label).and_then(|label| label.marking.as_ref()));
                json!({"id": target.id, "label": values::label(target, self.store, self.language)})
            }
            Some(target) => self.record(target, below),
        }
    }

    fn source(&mut self, id: &str) {
        if self.sources.contains_key(id) {
            return;
        }
        if let Some(record) = self.store.records.get(id) {
            // The entry is made first, so that a source cited by itself is not looked for again.
            self.sources.insert(id.to_owned(), Json::Null);
            let whole = |name: &String| (name.clone(), Tree::default());
            let tree =
                Tree { steps: self.store.kind(record).object.fields.keys().map(whole).collect(), ..Tree::default() };
            let mut json = self.record(record, &tree);
            json["key"] = id.to_uppercase().into();
            self.sources.insert(id.to_owned(), json);
        }
    }

    /// Enters a claim into the register.
    pub fn claim(&mut self, claim: &'a Record) {
        if self.claims.contains_key(&claim.id) {
            return;
        }
        let fields = ["number", "question", "candidates.text", "candidates.sources", "preferred", "because"];
        let json = self.record(claim, &Tree::new(&fields.map(str::to_owned)));
        self.claims.insert(claim.id.clone(), json);
    }
}

/// Returns the entries of a list that are printed, each below its claim.
fn entries<'a>(store: &'a Store, list: Settled<'a>, below: &Tree<'_>) -> Vec<Option<&'a Node>> {
    let Typed::List(items, shape) = Typed::of(list.node, list.shape) else { return Vec::new() };
    let entry = |item: &'a Node| store.settle(item, shape).map(|settled| settled.node);
    items.iter().take(below.taken()).map(entry).collect()
}
