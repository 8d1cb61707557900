//! Whose wording a translation is: ours. A record that can say in which languages its title is our own translation says so of the new one
//! too, or readers would take it for the wording of a source.

pub use super::super::texts::OUR_TRANSLATION;
use super::insert::{end_of_line, line_end};
use crate::diag::Edit;
use crate::diag::lines::line_start;
use crate::record::{Entry, Language, Node};
use crate::schema::{Kind, Object, Shape};

/// A language that joins the list, or begins it.
#[derive(Debug)]
pub struct Ours {
    /// The record or the part of it that has the list, as a JSON pointer.
    pub pointer: String,
    /// Where in the list it stands.
    pub at: usize,
    /// What puts it there.
    pub edit: Edit,
}

/// Returns what says of a translation that it is ours; nothing for what is no title, or where it is said already.
///
/// # Errors
/// Returns an error where the list cannot be edited for certain.
pub fn of(file: &str, root: &Node, kind: &Kind, pointer: &str, language: Language) -> Result<Option<Ours>, Uncertain> {
    let Some((above, name)) = pointer.rsplit_once('/') else { return Ok(None) };
    let object = within(&kind.object, above).filter(|object| object.fields.contains_key(OUR_TRANSLATION));
    let label = if above.is_empty() { kind.label.as_str() } else { "" };
    let Some(object) = object.filter(|object| title(object, label) == Some(name)) else { return Ok(None) };
    let (Some(node), true) = (root.at(above), object.fields.contains_key(name)) else { return Err(Uncertain) };
    let (at, edit) = match node.entry(OUR_TRANSLATION) {
        Some(list) => {
            let known = |item: &&Node| item.text() == Some(language.code());
            if list.value.items().iter().any(|item| known(&item)) {
                return Ok(None);
            }
            joined(file, &list.value, language).ok_or(Uncertain)?
        }
        None => (0, begun(file, node, name, language).ok_or(Uncertain)?),
    };
    Ok(Some(Ours { pointer: above.to_owned(), at, edit }))
}

/// A list that cannot be edited for certain. Returned by [`of`].
#[derive(Debug)]
pub struct Uncertain;

/// Returns the object at a pointer.
fn within<'o>(object: &'o Object, pointer: &str) -> Option<&'o Object> {
    let mut steps = pointer.split('/').skip(1);
    let Some(first) = steps.next() else { return Some(object) };
    let mut shape = object.fields.get(first)?.shape.inner();
    for step in steps {
        shape = match shape {
            Shape::Object(object) => object.fields.get(step)?.shape.inner(),
            Shape::List { items, .. } => items.inner(),
            Shape::Map(inner) => inner.inner(),
            _ => return None,
        };
    }
    if let Shape::Object(object) = shape { Some(object) } else { None }
}

/// Returns the field that is the title of an object: the one it is called by, or its first text.
fn title<'o>(object: &'o Object, label: &str) -> Option<&'o str> {
    let is_text = |name: &str| {
        object.fields.get(name).is_some_and(|field| matches!(field.shape.inner(), Shape::Localized { .. }))
    };
    let names = || object.fields.keys().map(String::as_str).filter(|name| is_text(name));
    names().find(|name| *name == label).or_else(|| names().next())
}

/// Returns what puts a language into a list, after those that come before it.
fn joined(file: &str, list: &Node, language: Language) -> Option<(usize, Edit)> {
    let items = list.items();
    let raw = file.get(list.span.range())?;
    let earlier = |item: &Node| item.text().and_then(Language::from_code).is_some_and(|other| other < language);
    let at = items.iter().rposition(earlier).map_or(0, |last| last + 1);
    let (item, after) = if at == 0 { (items.first()?, false) } else { (items.get(at - 1)?, true) };
    let range = item.span.range();
    let end = range.start + file.get(range.clone())?.trim_end().len();
    let edit = match (raw.starts_with('['), after) {
        (true, true) => Edit::new(end..end, format!(", {language}")),
        (true, false) => Edit::new(range.start..range.start, format!("{language}, ")),
        // An entry on a line of its own, behind its hyphen.
        (false, after) => {
            let start = line_start(file, range.start);
            let indent = file.get(start..range.start)?.strip_suffix("- ").filter(|indent| indent.trim().is_empty())?;
            let line = format!("{indent}- {language}");
            match (after, file[end..].find('\n')) {
                (false, _) => Edit::new(start..start, line + line_end(file)),
                (true, Some(rest)) => Edit::new(end + rest + 1..end + rest + 1, line + line_end(file)),
                (true, None) => Edit::new(file.len()..file.len(), format!("{}{line}", line_end(file))),
            }
        }
    };
    Some((at, edit))
}

/// Returns what begins the list behind the title of an object.
fn begun(file: &str, object: &Node, name: &str, language: Language) -> Option<Edit> {
    let written = format!("{OUR_TRANSLATION}: [{language}]");
    let title: &Entry = object.entry(name)?;
    let in_braces = |node: &Node| file.get(node.span.range()).map(|raw| raw.starts_with('{'));
    if in_braces(object)? {
        let range = title.value.span.range();
        let end = range.start + file.get(range)?.trim_end().len();
        return Some(Edit::new(end..end, format!(", {written}")));
    }
    let key = title.key_span.range().start;
    let indent = " ".repeat(file.get(line_start(file, key)..key)?.chars().count());
    let last = title.value.entries().last().filter(|_| in_braces(&title.value) == Some(false));
    let end = end_of_line(file, last.unwrap_or(title))?;
    let text = if file[..end].ends_with('\n') {
        format!("{indent}{written}{}", line_end(file))
    } else {
        format!("{}{indent}{written}", line_end(file))
    };
    Some(Edit::new(end..end, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Files, fix::apply};
    use crate::load;

    fn list(file: &str, language: Language) -> String {
        let id = Files::default().add("a.yaml".into(), file.into());
        let root = load::tree(file, id).unwrap();
        let edit = match root.get(OUR_TRANSLATION) {
            Some(list) => joined(file, list, language).unwrap().1,
            None => begun(file, &root, "title", language).unwrap(),
        };
        apply(file, &[edit]).unwrap()
    }

    #[test]
    fn a_language_joins_the_list_in_its_place() {
        assert_eq!(list("our-translation: [ru] # c\n", Language::Kk), "our-translation: [ru, kk] # c\n");
        assert_eq!(list("our-translation: [ru, uz]\n", Language::Kk), "our-translation: [ru, kk, uz]\n");
        assert_eq!(list("our-translation: [uz]\n", Language::Kk), "our-translation: [kk, uz]\n");
        let lines = "our-translation:\n  - ru # c\n  - uz\nid: a\n";
        assert_eq!(list(lines, Language::Kk), "our-translation:\n  - ru # c\n  - kk\n  - uz\nid: a\n");
        assert_eq!(list("our-translation:\n- uz", Language::Kk), "our-translation:\n- kk\n- uz");
        assert_eq!(list("our-translation:\n- ru", Language::Kk), "our-translation:\n- ru\n- kk");
    }

    #[test]
    fn a_list_begins_behind_the_title() {
        let begun = |file| list(file, Language::Kk);
        assert_eq!(begun("title: {en: \"T\"} # c\nid: a\n"), "title: {en: \"T\"} # c\nour-translation: [kk]\nid: a\n");
        assert_eq!(begun("title:\n  en: \"T\"\nid: a\n"), "title:\n  en: \"T\"\nour-translation: [kk]\nid: a\n");
        assert_eq!(begun("{title: {en: T}, id: a}\n"), "{title: {en: T}, our-translation: [kk], id: a}\n");
        assert_eq!(begun("title: {en: T}"), "title: {en: T}\nour-translation: [kk]");
    }
}
