//! Headings that would have been right, for one that is no field.

use super::messages;
use super::nearest::nearest;
use super::shown::shorten;
use super::table::Heading;
use crate::diag::Arg;
use crate::schema::{Kind, Object, Shape};

/// Returns the headings that would have been right, as a person writes them: paths, and titles with their languages.
fn right_names(kind: &Kind) -> Vec<String> {
    let mut names = Vec::new();
    gather(&kind.object, "", &mut names, 0);
    names
}

fn gather(object: &Object, prefix: &str, names: &mut Vec<String>, depth: usize) {
    for (key, field) in &object.fields {
        let titles = [Some(field.title.en.clone()), field.title.ru.clone()].into_iter().flatten();
        let titles = titles.filter(|title| !title.is_empty());
        let own: Vec<String> = std::iter::once(format!("{prefix}{key}")).chain(titles).collect();
        match field.shape.inner() {
            Shape::Localized { .. } => {
                names.extend(["en", "ru"].map(|language| format!("{}.{language}", own[0])));
                for title in &own[1..] {
                    names.extend(["en", "ru"].map(|language| format!("{title} ({language})")));
                }
            }
            Shape::Object(inner) if depth < 4 => gather(inner, &format!("{}.", own[0]), names, depth + 1),
            Shape::List { items, .. } => match &**items {
                Shape::Object(inner) if depth < 4 => gather(inner, &format!("{}.1.", own[0]), names, depth + 1),
                _ => names.extend(own),
            },
            _ => names.extend(own),
        }
    }
}

/// Returns what to do about a heading that is no field: the nearest name, or all fields.
pub fn unknown_hint(heading: &Heading, kind: &Kind) -> Arg {
    let names = right_names(kind);
    let text = shorten(&heading.text);
    match nearest(&heading.text, names.iter().map(String::as_str)) {
        Some(near) => messages::DID_YOU_MEAN_OR_SKIP.of(vec![("name", near.into()), ("heading", text.into())]),
        None => {
            let keys: Vec<&str> = kind.object.fields.keys().map(String::as_str).collect();
            messages::FIELDS_ARE.of(vec![("names", keys.join(", ").into()), ("heading", text.into())])
        }
    }
}
