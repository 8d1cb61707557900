//! The order of the schema, at every level. What is written above or beside a field moves with it.

use super::commented::{Body, Item, Line, without_first_blanks};
use super::form::Form;

/// Puts the fields of a value in order, and those of every value in it.
pub fn order(body: &mut Body<'_>, form: Form<'_>) {
    if let Body::Map(items, _) = body {
        items.sort_by_key(|item| item.key.map(|key| form.rank(key)));
    }
    if let Body::Map(items, _) | Body::List(items, _) = body {
        for item in items {
            if item.key.is_none() {
                lower(item);
            }
            let form = form.within(item);
            order(&mut item.body, form);
            if item.key.is_none() {
                lift(item);
            }
        }
    }
}

/// Gives a suppression above a dash, and what is below it, to the field behind the dash: it speaks of that line.
fn lower(entry: &mut Item<'_>) {
    if entry.is_suppressed() && !entry.body.items().is_empty() {
        entry.above.extend(entry.beside.take().map(Line::Comment));
    }
    if let Body::Map(items, _) = &mut entry.body
        && let Some(first) = items.first_mut()
    {
        let suppressed = entry.above.iter().position(Line::is_suppression).unwrap_or(entry.above.len());
        first.above.splice(0..0, entry.above.drain(suppressed..));
    }
}

/// Lifts the lines above the first field of an entry over its dash.
fn lift(entry: &mut Item<'_>) {
    if let Body::Map(items, _) | Body::List(items, _) = &mut entry.body
        && let Some(first) = items.first_mut()
    {
        let above = std::mem::take(&mut first.above);
        entry.above.extend(without_first_blanks(&above));
        if first.key.is_none() && !first.body.items().is_empty() {
            entry.above.extend(first.beside.take().map(Line::Comment));
        }
    }
}
