//! Remove: a record goes, when nothing points to it. One among several leaves the lines of the others as they are.

use std::ops::Range;
use std::sync::Arc;

use super::references::{self, Location};
use super::rename::{found, words_in_use};
use super::snapshot::Snapshot;
use super::{Change, Refusal};
use crate::diag::Place;
use crate::diag::lines::line_start;
use crate::load::Overlay;
use crate::record::Record;

/// Plans to take a record away; writes nothing.
///
/// # Errors
/// Returns what points to the record, or why it cannot go.
pub fn remove(id: &str, snapshot: &Snapshot) -> Result<Vec<Change>, Refusal> {
    let record = found(id, snapshot)?;
    let files = &snapshot.result.files;
    let own = record.root.span.range();
    let references = references::of(record, snapshot);
    let filters: &[Place] = if references.also_a_word { &[] } else { &references.filters };
    let outside = |place: &&Place| place.file != record.file || !within(&place.range, &own);
    let pointing = references.places.iter().chain(&references.unclear).chain(filters).filter(outside);
    let mut spots: Vec<Location> = pointing.map(|place| Location::of(place, files)).collect();
    spots.extend(words_in_use(id, snapshot));
    if !spots.is_empty() {
        spots.sort();
        spots.dedup();
        return Err(Refusal::InUse(id.to_owned(), spots));
    }
    let change = without(record, snapshot).ok_or_else(|| {
        Refusal::ByHand(id.to_owned(), Location::of(&Place { file: record.file, range: own.clone() }, files))
    })?;
    let changes = vec![change];
    match snapshot.new_errors(&changes) {
        Some(diagnosed) => Err(Refusal::Worse(diagnosed)),
        None => Ok(changes),
    }
}

fn within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Returns the file without the record; `None` where the record does not stand on lines of its own.
fn without(record: &Record, snapshot: &Snapshot) -> Option<Change> {
    let files = &snapshot.result.files;
    let path = files.path(record.file);
    let text = files.text(record.file);
    let gone = Change { path: path.to_path_buf(), before: Some(Arc::from(text)), after: None, renamed: None };
    let others = snapshot.others_in(record);
    if others.is_empty() {
        return Some(gone);
    }
    let lines = lines_of(text, record.root.span.range())?;
    let after: Arc<str> = format!("{}{}", &text[..lines.start], &text[lines.end..]).into();
    // A file that holds one record is called like it.
    let alone = (others.len() == 1).then(|| others[0].get("id")?.as_str()).flatten();
    let renamed = alone.map(|id| path.with_file_name(format!("{id}.yaml"))).filter(|new| new != path);
    let change = Change { after: Some(after), renamed, ..gone };
    // The others must be what they were.
    let mut overlay = Overlay::new();
    change.overlay_on(&mut overlay);
    let loaded = snapshot.load_over(&overlay);
    let here = loaded.records.iter().filter(|raw| loaded.files.path(raw.file) == change.target());
    here.map(|raw| raw.root.to_json()).eq(others).then_some(change)
}

impl Snapshot {
    /// Returns the other records of a record's file as they are read, in the order of the file.
    fn others_in(&self, record: &Record) -> Vec<serde_json::Value> {
        let same = |other: &&Record| other.file == record.file && other.root.span != record.root.span;
        let mut others: Vec<&Record> = self.result.store.records.iter().filter(same).collect();
        others.sort_by_key(|other| other.root.span.range().start);
        others.into_iter().map(|other| other.root.to_json()).collect()
    }
}

/// Returns the whole lines of an entry of a list, or of a document with the line of hyphens that parts it from its neighbour.
fn lines_of(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let start = line_start(text, span.start);
    let content = text.get(span.clone())?.trim_end();
    let end = span.start + content.len();
    let end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    match text[start..span.start].trim() {
        "-" => Some(start..end),
        "" => match marks(text).filter(|mark| mark.end <= start).last() {
            Some(above) => Some(above.start..end),
            None => marks(text).find(|mark| mark.start >= end).map(|below| start..below.end),
        },
        _ => None,
    }
}

/// Returns the lines of hyphens that part documents.
fn marks(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        at += line.len();
        (at - line.len()..at, line)
    });
    lines.filter(|(_, line)| line.trim_end() == "---").map(|(range, _)| range)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, from: &str, to: &str) -> Option<String> {
        let start = text.find(from).unwrap();
        let span = start..text.find(to).unwrap() + to.len();
        lines_of(text, span).map(|lines| format!("{}{}", &text[..lines.start], &text[lines.end..]))
    }

    #[test]
    fn lines_of_an_entry_leave_the_others() {
        let list = "# wells\n- id: a\n  x: 1\n# the second\n- id: b\n  x: 2\n\n- id: c\n";
        assert_eq!(cut(list, "id: b", "x: 2").unwrap(), "# wells\n- id: a\n  x: 1\n# the second\n\n- id: c\n");
        assert_eq!(cut(list, "id: a", "x: 1").unwrap(), "# wells\n# the second\n- id: b\n  x: 2\n\n- id: c\n");
        assert_eq!(cut("[{id: a}, {id: b}]\n", "{id: a}", "{id: a}"), None);
    }

    #[test]
    fn lines_of_a_document_go_with_one_line_of_hyphens() {
        let three = "id: a\n---\n# b\nid: b\n---\nid: c\n";
        assert_eq!(cut(three, "id: a", "id: a").unwrap(), "# b\nid: b\n---\nid: c\n");
        assert_eq!(cut(three, "id: b", "id: b").unwrap(), "id: a\n---\nid: c\n");
        assert_eq!(cut(three, "id: c", "id: c").unwrap(), "id: a\n---\n# b\nid: b\n");
    }
}
