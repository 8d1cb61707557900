//! Documents that are bound into another one: the page data of each, whole, in those of the one that binds them. Each says where it stands,
//! so that its template can lead from one to another.

use serde_json::{Map, Value as Json, json};

use crate::select::Bound;

/// Returns the page data of the documents that page data bind, in their order.
pub fn bound(data: &Json) -> impl Iterator<Item = &Json> {
    data["bound"].as_array().into_iter().flatten().map(|entry| &entry["data"])
}

/// What a document that is bound prints, and the id of the record that it is about.
pub type Printed = (Json, Option<String>);

/// Returns the documents as the template that binds them reads them: the entry template of each, the entry of the record in which it is named,
/// and its page data.
pub fn to_json(bound: &[Bound<'_>], printed: Vec<Printed>) -> Json {
    let mut subjects = Map::new();
    for (at, (_, subject)) in printed.iter().enumerate() {
        // Where several are about one record, the first leads on.
        if let Some(subject) = subject {
            subjects.entry(subject.clone()).or_insert((at + 1).into());
        }
    }
    let of = printed.len();
    let one = |(at, (bound, (mut data, _))): (usize, (&Bound<'_>, Printed))| {
        let report = bound.job.as_ref().ok()?.report;
        data["pack"] = json!({"number": at + 1, "of": of, "subjects": subjects});
        Some(json!({"template": format!("{}/{}", report.name, report.template), "item": bound.item, "data": data}))
    };
    bound.iter().zip(printed).enumerate().filter_map(one).collect()
}
