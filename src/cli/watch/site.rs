//! What a browser sees: a list of the documents, the pages of each, and what is wrong.

use std::sync::Arc;

use super::drawings::{Drawing, Drawings};
use crate::diag::{Locale, messages};
use crate::driver::Expected;
use crate::html::escape;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("follow.js");

/// The name of the script among the files.
const SCRIPT_NAME: &str = "follow.js";

/// A document that is watched.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Report, subject and language.
    pub name: String,
    /// Its file.
    pub file: String,
}

impl Listed {
    /// Returns what is listed of a document.
    pub fn of(document: &Expected<'_>) -> Self {
        Self { name: document.name(), file: document.file.clone() }
    }
}

/// What is answered.
#[derive(Debug)]
pub struct Answer {
    /// The form, as browsers name it.
    pub form: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Answer {
    fn page(html: String) -> Self {
        Self { form: "text/html; charset=utf-8", bytes: html.into_bytes() }
    }
}

/// What is shown after a round.
pub struct Site {
    n: usize,
    documents: Vec<Listed>,
    faults: String,
    drawings: Arc<Drawings>,
    locale: Locale,
}

impl Site {
    /// Creates what is shown after the round of a number.
    pub fn new(n: usize, documents: Vec<Listed>, faults: String, drawings: Arc<Drawings>, locale: Locale) -> Self {
        Self { n, documents, faults, drawings, locale }
    }

    /// Returns what stands at a path below the root: nothing, the name of a document, or that of a picture,
    /// `<document>/<digest>/<number>.svg`.
    pub fn answer(&self, path: &str, root: &str) -> Option<Answer> {
        if path == SCRIPT_NAME {
            return Some(Answer { form: "text/javascript; charset=utf-8", bytes: SCRIPT.into() });
        }
        if path.is_empty() {
            return Some(Answer::page(match self.documents.as_slice() {
                [one] => self.document(one, root),
                all => self.list(all, root),
            }));
        }
        if let Some(listed) = self.documents.iter().find(|document| document.name == path) {
            return Some(Answer::page(self.document(listed, root)));
        }
        let (rest, file) = path.rsplit_once('/')?;
        let (name, digest) = rest.rsplit_once('/')?;
        let number: usize = file.strip_suffix(".svg")?.parse().ok()?;
        let pages = self.drawings.pages(name);
        let page = pages.get(number.checked_sub(1)?).filter(|page| page.digest == digest)?;
        Some(Answer { form: "image/svg+xml", bytes: page.svg.clone() })
    }

    fn list(&self, documents: &[Listed], root: &str) -> String {
        let item = |document: &Listed| {
            let name = escape(&document.name);
            format!("<li><a href=\"{root}{name}\">{name}</a></li>\n")
        };
        let items: String = documents.iter().map(item).collect();
        self.page(messages::WATCHED.words(self.locale), &format!("<ul class=\"list\">\n{items}</ul>\n"), root)
    }

    fn document(&self, document: &Listed, root: &str) -> String {
        let pages = self.drawings.pages(&document.name);
        let all = pages.len();
        let page = |(at, page): (usize, &Drawing)| {
            let number = at + 1;
            let source = escape(&format!("{root}{}/{}/{number}.svg", document.name, page.digest));
            let values = vec![("number", number.into()), ("all", all.into())];
            let alt = escape(&messages::PAGE_OF.format(&values, self.locale));
            let size = size(&page.svg);
            format!(
                "<section class=\"page\" id=\"page-{number}\"><img src=\"{source}\" alt=\"{alt}\"{size}></section>\n"
            )
        };
        let sections: String = pages.iter().enumerate().map(page).collect();
        self.page(&document.file, &sections, root)
    }

    fn page(&self, title: &str, body: &str, root: &str) -> String {
        let faults = if self.faults.is_empty() {
            "<aside id=\"faults\" hidden></aside>".to_owned()
        } else {
            let (head, text) = (messages::FAULTS_NOW.words(self.locale), &self.faults);
            format!("<aside id=\"faults\" role=\"alert\"><h2>{}</h2><pre>{}</pre></aside>", escape(head), escape(text))
        };
        let state = messages::SHOWN_AS_OF.format(&vec![("n", self.n.into())], self.locale);
        let (language, title, state) = (self.locale.code(), escape(title), escape(&state));
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; connect-src \
             'self'; script-src 'self'; style-src 'unsafe-inline'\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n\
             <script src=\"{root}{SCRIPT_NAME}\" defer></script>\n</head>\n<body data-round=\"{n}\">\n\
             <header><strong>{title}</strong> <span id=\"state\">{state}</span></header>\n<main>\n{body}</main>\n{faults}\n\
             </body>\n</html>\n",
            n = self.n,
        )
    }
}

/// Returns the width and height that a picture says it has, so that its place is kept before it is there.
fn size(svg: &[u8]) -> String {
    let head = String::from_utf8_lossy(&svg[..svg.len().min(400)]).into_owned();
    let points = |name: &str| {
        let (_, rest) = head.split_once(&format!(" {name}=\""))?;
        let (value, _) = rest.split_once('"')?;
        value.trim_end_matches("pt").parse::<f64>().ok()
    };
    match (points("width"), points("height")) {
        (Some(width), Some(height)) => format!(" width=\"{width:.0}\" height=\"{height:.0}\""),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(faults: &str) -> Site {
        let documents =
            ["card/a/en", "card/b/en"].map(|name| Listed { name: name.to_owned(), file: format!("{name}.pdf") });
        Site::new(3, documents.to_vec(), faults.to_owned(), Arc::default(), Locale::En)
    }

    fn page(site: &Site, path: &str) -> String {
        let answer = site.answer(path, "/secret/").expect("an answer");
        String::from_utf8(answer.bytes).expect("UTF-8")
    }

    #[test]
    fn documents_are_listed_and_faults_are_words() {
        let html = page(&site("a <b> \u{2014} wrong"), "");
        assert!(
            html.contains("<a href=\"/secret/card/a/en\">") && html.contains("<pre>a &lt;b&gt; — wrong</pre>"),
            "{html}"
        );
        assert!(page(&site(""), "card/a/en").contains("<aside id=\"faults\" hidden>"));
    }

    #[test]
    fn what_is_not_there_has_no_answer() {
        for path in ["nothing", "card/a/en/0000/1.svg", "card/a/en/1.svg", "../card/a/en", "card/a/en/x/0.svg"] {
            assert!(site("").answer(path, "/secret/").is_none(), "{path}");
        }
    }

    #[test]
    fn the_size_of_a_picture_is_what_it_says() {
        assert_eq!(size(b"<svg width=\"595.3pt\" height=\"842pt\">"), " width=\"595\" height=\"842\"");
        assert_eq!(size(b"<svg>"), "");
    }
}
