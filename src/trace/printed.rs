//! Every value that page data print, with its origin.

use serde_json::Value as Json;

use super::origin::{Counted, Origin, Printed};
use crate::page::{self, Standing, Step};

/// Returns every value that page data print, in their order.
pub fn printed(data: &Json) -> Vec<Printed> {
    let mut found = Vec::new();
    page::walk(data, &mut |standing, value| {
        match (standing.record, standing.top(), standing.path.as_slice()) {
            (None, Some("counts"), [_, Step::Name(name)]) => {
                super::counted::figures(name, value, data, &mut found);
                false
            }
            (None, Some("changes"), [_, Step::Name("facts"), Step::Place(_)]) => {
                changed(value, &mut found);
                false
            }
            // Names of records, and those of what stands in a row, are no words that anyone reads; a place in a pack is none of the records.
            (Some(_), Some("id"), [_]) | (None, Some("bands" | "pack" | "bound"), _) => false,
            _ => value_of(standing, value, data, &mut found),
        }
    });
    // What is bound says what it prints as it would by itself.
    for (at, own) in page::bound(data).enumerate() {
        found.extend(printed(own).into_iter().map(|printed| Printed { bound: Some(at), ..printed }));
    }
    found
}

/// Notes a value; returns whether there are others in it.
fn value_of(standing: &Standing<'_>, value: &Json, data: &Json, found: &mut Vec<Printed>) -> bool {
    let mut add = |forms: Vec<String>, cited: Vec<String>| {
        found.push(Printed { origin: origin(standing), forms, cited, bound: None });
    };
    match value {
        Json::Object(fields) if fields.contains_key("blocks") => {
            for (text, cited) in page::paragraphs(value) {
                add(vec![text], cited.into_iter().map(str::to_owned).collect());
            }
            false
        }
        Json::Object(fields) if page::is_value(fields) => {
            let forms = ["long", "text", "short", "edtf"].iter().filter_map(|form| fields.get(*form)?.as_str());
            add(forms.map(str::to_owned).collect(), Vec::new());
            false
        }
        // The id of a source or a claim leads to its register.
        Json::String(id) if is_listed(id, standing, data) => false,
        Json::String(text) => {
            add(vec![text.clone()], Vec::new());
            false
        }
        Json::Number(number) => {
            add(vec![number.to_string()], Vec::new());
            false
        }
        Json::Null | Json::Bool(_) => false,
        Json::Array(_) | Json::Object(_) => true,
    }
}

fn is_listed(id: &str, standing: &Standing<'_>, data: &Json) -> bool {
    standing.record.is_some() && ["sources", "claims"].iter().any(|register| data[*register].get(id).is_some())
}

fn origin(standing: &Standing<'_>) -> Origin {
    match (standing.record, standing.path.as_slice()) {
        (Some(record), _) => Origin::Field { record: record.to_owned(), field: standing.field() },
        (None, [Step::Name("words"), Step::Name(term)]) => Origin::Word { term: (*term).to_owned() },
        (None, _) => Origin::Document { field: standing.field() },
    }
}

/// Notes both sides of a fact in the list of what changed.
fn changed(fact: &Json, found: &mut Vec<Printed>) {
    let text = |name: &str| fact[name].as_str().map(str::to_owned);
    let field = text("field").unwrap_or_default();
    let origin = match text("record") {
        Some(record) => Origin::Field { record, field },
        None => match field.strip_prefix("counts.").and_then(|way| way.split('.').next()) {
            Some(name) => {
                let (name, records) = (name.to_owned(), Vec::new());
                Origin::Count(Counted { name, part: "total", of: Vec::new(), records })
            }
            None => Origin::Document { field },
        },
    };
    let forms: Vec<String> = ["new", "old"].iter().filter_map(|side| text(side)).collect();
    let ids = fact["sources"].as_array().into_iter().flatten().filter_map(Json::as_str);
    if !forms.is_empty() {
        found.push(Printed { origin, forms, cited: ids.map(str::to_owned).collect(), bound: None });
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_document_that_is_bound_into_another_says_what_it_prints_itself() {
        let own = json!({"document": {"title": "The wells"}, "pack": {"number": 7, "of": 8, "subjects": {"a": 9}}, "sets": {"wells": [{"id": "a", "depth": 40}]}});
        let data =
            json!({"document": {"title": "The pack"}, "bound": [{"template": "a/b.typ", "item": 0, "data": own}]});
        let found: Vec<(Option<usize>, String)> =
            printed(&data).into_iter().map(|printed| (printed.bound, printed.forms.join("|"))).collect();
        let of = |bound, form: &str| (bound, form.to_owned());
        assert_eq!(found, [of(None, "The pack"), of(Some(0), "The wells"), of(Some(0), "40")]);
    }

    #[test]
    fn every_value_says_what_it_is() {
        let data = json!({
            "document": {"title": "The wells"},
            "words": {"date": "Date"},
            "sets": {"wells": [{"id": "a", "dug": {"edtf": "2001-02-03", "long": "3 February 2001"}, "dug-claim": "c", "sources": ["s"]}]},
            "counts": {},
            "bands": {"all": [{"set": "wells", "at": 0}]},
            "sources": {"s": {"id": "s", "key": "S"}},
            "claims": {"c": {"id": "c", "number": 4}},
            "changes": {"facts": [{"record": "a", "field": "depth", "old": "40", "new": "41", "sources": ["s"]}]},
        });
        let field = |record: &str, field: &str| Origin::Field { record: record.to_owned(), field: field.to_owned() };
        let found: Vec<(Origin, String)> = printed(&data).into_iter().map(|p| (p.origin, p.forms.join("|"))).collect();
        assert_eq!(
            found,
            [
                (Origin::Document { field: "document.title".to_owned() }, "The wells".to_owned()),
                (Origin::Word { term: "date".to_owned() }, "Date".to_owned()),
                (field("a", "dug"), "3 February 2001|2001-02-03".to_owned()),
                (field("s", "key"), "S".to_owned()),
                (field("c", "number"), "4".to_owned()),
                (field("a", "depth"), "41|40".to_owned()),
            ]
        );
    }
}
