//! Long texts: what Markdown offers and texts do not is reported at its place, with what was most likely meant.

use super::bound::MAX_FAULTS_PER_RECORD;
use super::raw;
use crate::diag::messages::markdown as words;
use crate::diag::{Diagnostic, Edit, FileId, Fix, Message, Place, codes};
use crate::record::Node;
use crate::record::markdown::{self, Construct, Refused};

/// Checks a long text; `source` is the text of its file.
pub fn check(node: &Node, source: &str, file: FileId) -> Vec<Diagnostic> {
    let text = node.text().unwrap_or_default();
    let (_, refused) = markdown::parse(text);
    refused.into_iter().take(MAX_FAULTS_PER_RECORD + 1).map(|one| diagnosed(&one, node, text, source, file)).collect()
}

fn diagnosed(refused: &Refused, node: &Node, text: &str, source: &str, file: FileId) -> Diagnostic {
    let written = text.get(refused.range.clone()).unwrap_or_default();
    let value = node.span.range();
    let range = raw::place_within(source, &value, text, &refused.range);
    let whole = raw::of(source, &range) == written.trim_end();
    let quoted = raw::of(source, &value).starts_with('"');
    let edit = refused.instead.as_deref().filter(|_| whole && range != value).map(|instead| {
        let instead = if quoted { within_quotes(instead) } else { instead.to_owned() };
        Fix::suggested(vec![Edit::new(range.clone(), instead)])
    });
    let place = Place { file, range };
    if let Construct::Address(address) = &refused.construct {
        return Diagnostic::new(codes::LINK_ADDRESS, place, vec![("value", address.as_str().into())]).with_fix(edit);
    }
    let (what, hint) = phrases(&refused.construct);
    let instead = refused.instead.clone().unwrap_or_default();
    let values =
        vec![("what", what.of(vec![("value", written.into())])), ("hint", hint.of(vec![("instead", instead.into())]))];
    Diagnostic::new(codes::MARKDOWN_UNSUPPORTED, place, values).with_fix(edit)
}

/// Returns a piece of a text as it stands between double quotes.
fn within_quotes(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Returns what a construct is called, and what to write instead.
fn phrases(construct: &Construct) -> (&'static Message, &'static Message) {
    match construct {
        Construct::Heading => (&words::HEADINGS, &words::NO_HEADING),
        Construct::Picture => (&words::PICTURES, &words::NO_PICTURE),
        Construct::Code => (&words::CODE, &words::NO_CODE),
        Construct::Quotation => (&words::QUOTATIONS, &words::NO_QUOTATION),
        Construct::Html => (&words::HTML, &words::NO_HTML),
        Construct::Rule => (&words::RULES, &words::NO_RULE),
        Construct::Table => (&words::TABLES, &words::NO_TABLE),
        Construct::Footnote => (&words::FOOTNOTES, &words::NO_FOOTNOTE),
        Construct::StruckOut => (&words::STRUCK_OUT, &words::NO_STRUCK_OUT),
        Construct::Box => (&words::BOXES, &words::NO_BOX),
        Construct::Stars => (&words::STARS, &words::NO_STARS),
        Construct::Number => (&words::NUMBER, &words::NO_NUMBER),
        Construct::Plus => (&words::PLUS, &words::NO_PLUS),
        Construct::EmptyEntry => (&words::EMPTY_ENTRY, &words::NO_EMPTY_ENTRY),
        Construct::Depth => (&words::DEPTH, &words::NO_DEPTH),
        Construct::Wordless => (&words::WORDLESS, &words::NO_WORDLESS),
        Construct::Title => (&words::TITLE, &words::NO_TITLE),
        Construct::AddressApart => (&words::APART, &words::NO_APART),
        Construct::LinkForm => (&words::LINK_FORM, &words::NO_LINK_FORM),
        Construct::Length => (&words::LENGTH, &words::NO_LENGTH),
        Construct::Other | Construct::Address(_) => (&words::OTHER, &words::NO_OTHER),
    }
}
