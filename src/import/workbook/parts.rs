//! What a workbook says of itself: its sheets in order, where they lie, and from where it counts days.

use super::super::fault::Fault;
use std::collections::HashMap;

use super::super::fault::damaged;
use super::super::messages;
use super::pack::Pack;
use super::serial::Epoch;
use super::xml::{Broken, Document, Piece};

/// A workbook before its sheets are read.
#[derive(Debug, Default)]
pub struct Parts {
    /// The sheets, in the order of their tabs.
    pub sheets: Vec<SheetPart>,
    /// From where days are counted.
    pub epoch: Epoch,
    /// The part that holds the shared texts.
    pub strings: Option<String>,
    /// The part that holds the styles.
    pub styles: Option<String>,
}

/// A sheet before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPart {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// The part that holds it.
    pub part: String,
}

/// Reads what a workbook says of itself; nothing where the pack holds no workbook.
///
/// # Errors
/// Returns the fault where a part is broken.
pub fn read(pack: &mut Pack<'_>) -> Result<Option<Parts>, Fault> {
    let root = relations(pack, "_rels/.rels", "")?;
    let named = root.into_values().find(|relation| relation.kind == "officeDocument").map(|relation| relation.target);
    let place = named.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let Some(text) = pack.part(&place)? else { return Ok(None) };
    let (folder, file) = place.rsplit_once('/').unwrap_or(("", &place));
    let related = relations(pack, &format!("{folder}/_rels/{file}.rels"), folder)?;
    let of_kind = |kind: &str| related.values().find(|r| r.kind == kind).map(|r| r.target.clone());
    let mut parts = Parts { strings: of_kind("sharedStrings"), styles: of_kind("styles"), ..Parts::default() };
    workbook(&text, &related, &mut parts).map_err(|Broken| damaged(&messages::PART_WORKBOOK))?;
    Ok(Some(parts))
}

fn workbook(text: &str, related: &HashMap<String, Relation>, parts: &mut Parts) -> Result<(), Broken> {
    let mut document = Document::new(text);
    while let Some(piece) = document.next()? {
        let Piece::Open(element) = piece else { continue };
        match element.name.as_str() {
            "workbookPr" if element.is_set("date1904") => parts.epoch = Epoch::Nineteen04,
            "sheet" => {
                let name = element.attribute("name").unwrap_or_default();
                let state = element.attribute("state");
                let relation = element.attribute("id").and_then(|id| related.get(&id));
                // Sheets of charts and macros hold no table.
                if let Some(relation) = relation.filter(|relation| relation.kind == "worksheet") {
                    let hidden = state.is_some_and(|state| state != "visible");
                    parts.sheets.push(SheetPart { name, hidden, part: relation.target.clone() });
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Where a part points to.
#[derive(Debug)]
struct Relation {
    /// The last word of its type.
    kind: String,
    /// The part pointed to.
    target: String,
}

/// Reads the relations of a part; their targets are named from its folder, or from the top.
fn relations(pack: &mut Pack<'_>, part: &str, folder: &str) -> Result<HashMap<String, Relation>, Fault> {
    let text = pack.part(part)?.unwrap_or_default();
    let mut document = Document::new(&text);
    let mut found = HashMap::new();
    while let Some(piece) = document.next().map_err(|Broken| damaged(&messages::PART_WORKBOOK))? {
        let Piece::Open(element) = piece else { continue };
        let (id, target) = (element.attribute("Id"), element.attribute("Target"));
        let kind = element.attribute("Type").unwrap_or_default();
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        if let (Some(id), Some(target)) = (id, target) {
            found.insert(id, Relation { kind, target: resolve(folder, &target) });
        }
    }
    Ok(found)
}

fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolve_goes_from_the_folder_or_from_the_top() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "../../../a.xml"), "a.xml");
    }
}
