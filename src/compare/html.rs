//! The page: opens from the disk in any browser, needs no network and no script, and can be printed.

use super::comparison::{Compared, Comparison, Fact, PICTURES, PageDifference};
use super::messages;
use super::words::{cells, head, remarks, standing, worth_a_look};
use crate::diag::{Locale, Message};
use crate::html::escape;

/// How the page looks.
const STYLE: &str = include_str!("page.css");

/// Returns the page.
pub fn page(comparison: &Comparison, locale: Locale) -> String {
    let word = |message: &'static Message| escape(message.words(locale));
    let title = word(&messages::TITLE);
    let [between, counts] = head(comparison, locale).map(|line| escape(&line));
    let documents: Vec<&Compared> = worth_a_look(comparison).collect();
    let body = if documents.is_empty() {
        format!("<p>{}</p>\n", word(&messages::NOTHING))
    } else {
        let with_pictures = documents.iter().any(|document| !document.pages.is_empty());
        let sections: String = documents.iter().map(|document| section(document, with_pictures, locale)).collect();
        let facts = facts(comparison, locale);
        let (of_facts, of_documents) = (word(&messages::FACTS), word(&messages::DOCUMENTS));
        format!("<h2>{of_facts}</h2>\n{facts}<h2>{of_documents}</h2>\n{sections}")
    };
    let language = locale.code();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n\
         </head>\n<body>\n<h1>{title}</h1>\n<p>{between}</p>\n<p>{counts}</p>\n{body}</body>\n</html>\n"
    )
}

fn facts(comparison: &Comparison, locale: Locale) -> String {
    if comparison.facts.is_empty() {
        return format!("<p>{}</p>\n", escape(messages::NO_FACTS.words(locale)));
    }
    let heads = [&messages::RECORD, &messages::FIELD, &messages::BEFORE, &messages::AFTER, &messages::DOCUMENTS];
    let heads: String = heads.map(|head| format!("<th scope=\"col\">{}</th>", escape(head.words(locale)))).concat();
    let rows: String = comparison.facts.iter().map(|fact| row(fact, comparison, locale)).collect();
    format!("<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

fn row(fact: &Fact, comparison: &Comparison, locale: Locale) -> String {
    let [record, field, old, new] = cells(fact, locale).map(|cell| escape(&cell));
    let named = |at: &usize| {
        let name = &comparison.documents[*at].name;
        format!("<a href=\"#{}\">{}</a>", anchor(name), escape(name))
    };
    let documents: Vec<String> = fact.documents.iter().map(named).collect();
    let count = documents.len();
    let documents = match documents.as_slice() {
        [] | [_] | [_, _] => documents.join("<br>"),
        all => format!("<details><summary>{count}</summary>{}</details>", all.join("<br>")),
    };
    format!(
        "<tr><th scope=\"row\">{record}</th><td>{field}</td><td class=\"before\">{old}</td><td \
         class=\"after\">{new}</td><td>{documents}</td></tr>\n"
    )
}

fn section(document: &Compared, with_pictures: bool, locale: Locale) -> String {
    let remarks = remarks(document, with_pictures, locale);
    let remarks: String = remarks.iter().map(|remark| format!("<li>{}</li>\n", escape(remark))).collect();
    let remarks = if remarks.is_empty() { remarks } else { format!("<ul>\n{remarks}</ul>\n") };
    let pages: String = document.pages.iter().map(|page| pictures(page, document, locale)).collect();
    format!(
        "<section id=\"{}\">\n<h3>{}</h3>\n<p>{} · <strong>{}</strong></p>\n{remarks}{pages}</section>\n",
        anchor(&document.name),
        escape(&document.title),
        escape(&document.name),
        escape(standing(document.standing, locale)),
    )
}

fn pictures(page: &PageDifference, document: &Compared, locale: Locale) -> String {
    let number = || vec![("number", page.number.into())];
    let sides =
        [(&page.before, &messages::BEFORE), (&page.after, &messages::AFTER), (&page.difference, &messages::DIFFERENCE)];
    let figure = |(file, message): (&Option<String>, &'static Message)| {
        let side = message.words(locale);
        let values =
            vec![("document", document.name.as_str().into()), ("number", page.number.into()), ("side", side.into())];
        let picture = match file {
            Some(file) => {
                let (to, alt) =
                    (escape(&format!("{PICTURES}/{file}")), escape(&messages::PICTURE.format(&values, locale)));
                format!("<a href=\"{to}\"><img src=\"{to}\" alt=\"{alt}\" loading=\"lazy\"></a>")
            }
            None => format!("<p class=\"none\">{}</p>", escape(messages::NO_PAGE.words(locale))),
        };
        format!("<figure>{picture}<figcaption>{}</figcaption></figure>\n", escape(side))
    };
    let all: String = sides.into_iter().map(figure).collect();
    format!("<h4>{}</h4>\n<div class=\"pages\">\n{all}</div>\n", escape(&messages::PAGE.format(&number(), locale)))
}

/// Returns the name of a document as the end of an address.
fn anchor(name: &str) -> String {
    name.chars().map(|letter| if letter.is_alphanumeric() || letter == '-' { letter } else { '_' }).collect()
}
