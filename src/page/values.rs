//! Values in the language of the document: texts, dates, quantities, long text as a tree.

use serde_json::{Value as Json, json};

use crate::locale::{dates, numbers};
use crate::record::edtf::Date;
use crate::record::link;
use crate::record::markdown::{self, Block, Inline};
use crate::record::marking::Marking;
use crate::record::quantity::{Precision, Quantity};
use crate::record::text::{exactly, in_language};
use crate::record::{Entry, Language, Node, Record};
use crate::schema::TERM;
use crate::store::Store;

/// Returns a text in a language, and the sources that it cites. Where the text does not exist in the language, the first one there is
/// stands in, with the name of its language.
pub fn localized(node: &Node, markdown: bool, language: Language) -> (Json, Vec<String>) {
    let Some((written, text)) = in_language(node, language) else { return (Json::Null, Vec::new()) };
    let foreign = written != language;
    if markdown {
        let (blocks, _) = markdown::parse(text);
        let cited = markdown::citations(&blocks).into_iter().map(|(id, _)| id).collect();
        return (json!({"blocks": self::blocks(&blocks), "lang": written.code()}), cited);
    }
    let json = if foreign { json!({"text": text, "lang": written.code()}) } else { text.into() };
    (json, Vec::new())
}

/// Returns what a record is called in a language.
pub fn label(record: &Record, store: &Store, language: Language) -> Json {
    let field = &store.kind(record).label;
    match record.root.entry(field) {
        Some(Entry { value, .. }) if !value.entries().is_empty() => localized(value, false, language).0,
        Some(Entry { value, .. }) => value.text().unwrap_or(&record.id).into(),
        None => record.id.clone().into(),
    }
}

/// Returns an address: where a link to it leads, and how it is printed.
pub fn address(written: &str) -> Json {
    json!({"to": link::target(written), "text": written})
}

/// Returns a date: written long and short, its year, and the first and last day it can mean as days of the calendar, for timelines.
pub fn date(date: Date, language: Language) -> Json {
    let day = |day: Option<chrono::NaiveDate>| day.map(|d| chrono::Datelike::num_days_from_ce(&d));
    let exact = [date.start(), date.end()].iter().flatten().all(|d| d.day.is_some() && !d.about && !d.uncertain);
    json!({
        "edtf": date.to_string(),
        "long": dates::write(date, language, dates::Form::Long),
        "short": dates::write(date, language, dates::Form::Short),
        "year": date.start().and_then(|d| d.year),
        "first": day(date.first()),
        "last": day(date.last()),
        "exact": exact,
    })
}

/// Returns a number of records or things.
pub fn number(n: usize, language: Language) -> Json {
    json!({"number": n, "text": numbers::write(n as f64, language)})
}

/// Returns a quantity: its number, and how it is written.
pub fn quantity(quantity: Quantity, language: Language, store: &Store) -> Json {
    let amount = numbers::write(quantity.amount, language);
    let word = match quantity.precision {
        Precision::Exact => None,
        Precision::About => Some("quantity-about"),
        Precision::MoreThan => Some("quantity-more-than"),
        Precision::Nearly => Some("quantity-nearly"),
    };
    let text = match word.and_then(|id| self::word(id, language, store)) {
        Some(word) => format!("{word}\u{a0}{amount}"),
        None => amount,
    };
    json!({"number": quantity.amount, "text": text, "exact": quantity.precision == Precision::Exact})
}

/// Returns a level of a marking scheme: its name, and its wording with the language of that, where the scheme has one.
pub fn marking(marking: &Marking, language: Language, store: &Store) -> Json {
    let level = store.schemes.level(marking);
    let node = level.and_then(|level| wording(&level.marking, level.rank, store));
    let (lang, text) = node.and_then(|node| in_language(node, language)).unzip();
    let name = marking.to_string();
    json!({"marking": name, "text": text.unwrap_or(&name), "lang": lang.unwrap_or(language).code()})
}

/// Returns the wording of a level, in every language that it has one in.
pub fn wording<'s>(marking: &Marking, rank: usize, store: &'s Store) -> Option<&'s Node> {
    let levels = store.records.get(&marking.scheme)?.root.get("levels")?;
    levels.items().get(rank)?.get("text")
}

/// Returns a fixed word of documents.
pub fn word(id: &str, language: Language, store: &Store) -> Option<String> {
    let term = store.records.get(id).filter(|record| record.kind == TERM)?;
    Some(exactly(term.root.get("text")?, language)?.to_owned())
}

fn blocks(blocks: &[Block]) -> Json {
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(inner) => json!({"type": "paragraph", "body": inlines(inner)}),
            Block::List { numbers, items } => {
                let items: Vec<Json> = items.iter().map(|item| self::blocks(item)).collect();
                let numbers =
                    numbers.map(|numbers| json!({"first": numbers.first, "pattern": format!("1{}", numbers.sign)}));
                json!({"type": "list", "numbers": numbers, "items": items})
            }
        })
        .collect()
}

fn inlines(items: &[Inline]) -> Json {
    items
        .iter()
        .map(|item| match item {
            Inline::Text(text) => json!({"type": "text", "text": text}),
            Inline::Break => json!({"type": "break"}),
            Inline::Emphasis(inner) => json!({"type": "emphasis", "body": inlines(inner)}),
            Inline::Strong(inner) => json!({"type": "strong", "body": inlines(inner)}),
            Inline::Link(to, inner) => json!({"type": "link", "to": to, "body": inlines(inner)}),
            Inline::Cite(sources) => {
                let ids: Vec<&String> = sources.iter().map(|(id, _)| id).collect();
                json!({"type": "cite", "sources": ids})
            }
        })
        .collect()
}
