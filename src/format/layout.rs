//! On one line or below each other: how each field and entry stands.
//!
//! Texts per language and lists of words stand on one line where they fit. A field with a few fields of its own does, too; the entries
//! of a list never do, because there people read down the page. The entries of one list all stand in the same way.

use super::commented::{Body, Item};
use super::form::Form;
use super::scalar::{self, LINE_COLUMNS, Written};
use crate::written::plain;

/// Each level stands so many columns further in.
pub const INDENT_COLUMNS: usize = 2;

/// A field with more fields of its own than this has each on its line.
const MAX_INLINE_FIELDS: usize = 3;

/// How a value stands after its name or dash.
#[derive(Debug, PartialEq, Eq)]
pub enum Layout {
    /// On the same line, or as a block of text.
    Written(Written),
    /// Its fields or entries below.
    Nested,
}

/// Returns how the fields or entries of a value stand, each indented by so many columns.
pub fn layouts(body: &Body<'_>, form: Form<'_>, indent: usize) -> Vec<Layout> {
    let mut layouts: Vec<Layout> = body.items().iter().map(|item| layout(item, form, indent)).collect();
    let nested = matches!(body, Body::List(..)) && layouts.contains(&Layout::Nested);
    for (item, layout) in body.items().iter().zip(&mut layouts) {
        if nested && !item.body.items().is_empty() {
            *layout = Layout::Nested;
        }
    }
    layouts
}

fn layout(item: &Item<'_>, parent: Form<'_>, indent: usize) -> Layout {
    let form = parent.within(item);
    let column = indent + item.key.map_or(INDENT_COLUMNS, |key| scalar::key(key).chars().count() + 2);
    // A suppression speaks of one line: what it stands above or beside keeps to that line.
    let width = if item.is_suppressed() { usize::MAX } else { LINE_COLUMNS };
    if let Body::Scalar(scalar) = &item.body {
        // Between quotes nobody would see any more that a part of it is missing.
        if item.may_be_cut_off() && scalar.plain && plain::is_sentence(&scalar.text) {
            return Layout::Written(Written::Line(scalar.text.to_string()));
        }
        return Layout::Written(scalar::write(
            scalar,
            form.style(),
            width.saturating_sub(column),
            indent + INDENT_COLUMNS,
        ));
    }
    if matches!(item.body, Body::Nothing) {
        return Layout::Written(Written::Line(String::new()));
    }
    let field = item.key.is_some() && !matches!(parent, Form::Table(_));
    let may = may_stand_on_one_line(&item.body, form, field);
    let line = may.then(|| one_line(&item.body, form)).flatten();
    match line.filter(|line| line.chars().count() <= width.saturating_sub(column)) {
        Some(line) => Layout::Written(Written::Line(line)),
        None => Layout::Nested,
    }
}

fn may_stand_on_one_line(body: &Body<'_>, form: Form<'_>, field: bool) -> bool {
    let is_leaf = |body: &Body<'_>| body.items().is_empty();
    let are_leaves = |body: &Body<'_>| body.items().iter().all(|item| is_leaf(&item.body));
    match body {
        Body::Nothing | Body::Scalar(_) => true,
        Body::List(..) => are_leaves(body),
        Body::Map(fields, _) if fields.is_empty() || matches!(form, Form::Texts(_)) => are_leaves(body),
        Body::Map(fields, _) => {
            let is_simple = |body: &Body<'_>| is_leaf(body) || (matches!(body, Body::List(..)) && are_leaves(body));
            field && fields.len() <= MAX_INLINE_FIELDS && fields.iter().all(|item| is_simple(&item.body))
        }
    }
}

/// Returns a value on one line; none where a comment stands within it or a text needs lines of its own.
pub fn one_line(body: &Body<'_>, form: Form<'_>) -> Option<String> {
    if body.is_commented() {
        return None;
    }
    let words = |item: &Item<'_>| {
        let value = one_line(&item.body, form.within(item))?;
        Some(item.key.map_or_else(|| value.clone(), |key| format!("{}: {value}", scalar::key(key))))
    };
    let joined = |items: &[Item<'_>]| Some(items.iter().map(words).collect::<Option<Vec<String>>>()?.join(", "));
    match body {
        Body::Nothing => None,
        Body::Scalar(scalar) => scalar::inline(scalar, form.style()),
        Body::List(items, _) => Some(format!("[{}]", joined(items)?)),
        Body::Map(items, _) => Some(format!("{{{}}}", joined(items)?)),
    }
}
