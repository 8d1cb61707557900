//! The tree with its comments → text.

use super::commented::{Body, CommentedDocument, Item, Line, without_first_blanks, without_last_blanks};
use super::form::Form;
use super::layout::{INDENT_COLUMNS, Layout, layouts, one_line};
use super::scalar::{self, Written};
use crate::schema::Object;

/// Writes the documents of a file.
pub fn write(documents: &[CommentedDocument<'_>], object: Option<&Object>) -> String {
    let mut writer = Writer { out: String::new() };
    for (number, document) in documents.iter().enumerate() {
        if number > 0 || (document.root.is_some() && document.is_empty()) {
            writer.out.push_str("---\n");
        }
        writer.document(document, object);
    }
    writer.out
}

struct Writer {
    out: String,
}

impl Writer {
    fn document(&mut self, document: &CommentedDocument<'_>, object: Option<&Object>) {
        document.modelines.iter().for_each(|modeline| self.comment(modeline, 0));
        let head = without_first_blanks(without_last_blanks(&document.head));
        self.lines(head, 0);
        if !head.is_empty() {
            self.out.push('\n');
        }
        if let Some(root) = &document.root {
            self.root(root, Form::of_document(object, &root.body));
        }
        let foot = without_last_blanks(&document.foot);
        self.lines(if document.is_empty() { without_first_blanks(foot) } else { foot }, 0);
    }

    fn root(&mut self, root: &Item<'_>, form: Form<'_>) {
        self.lines(without_first_blanks(&root.above), 0);
        if !root.body.items().is_empty() {
            return self.nested(&root.body, form, 0, false);
        }
        self.lines(without_first_blanks(root.body.foot()), 0);
        let text = match root.body {
            Body::Scalar(scalar) => scalar::one_line(scalar, form.style()),
            _ => one_line(&root.body, form).unwrap_or_default(),
        };
        let line: Vec<&str> = [text.as_str()].into_iter().filter(|text| !text.is_empty()).chain(root.beside).collect();
        if !line.is_empty() {
            self.out.push_str(&line.join(" "));
            self.out.push('\n');
        }
    }

    /// Writes fields or entries, each on lines of its own. The first one after a dash is `joined` to it.
    fn nested(&mut self, body: &Body<'_>, form: Form<'_>, indent: usize, joined: bool) {
        for (number, (item, layout)) in body.items().iter().zip(layouts(body, form, indent)).enumerate() {
            if number > 0 || !joined {
                self.lines(if number == 0 { without_first_blanks(&item.above) } else { &item.above }, indent);
                if layout == Layout::Nested && item.key.is_none() {
                    item.beside.iter().for_each(|comment| self.comment(comment, indent));
                }
                self.indent(indent);
            }
            self.item(item, layout, form, indent);
        }
        self.lines(without_last_blanks(body.foot()), indent);
    }

    fn item(&mut self, item: &Item<'_>, layout: Layout, parent: Form<'_>, indent: usize) {
        self.out.push_str(&item.key.map_or_else(|| "-".to_owned(), |key| scalar::key(key) + ":"));
        let form = parent.within(item);
        match layout {
            Layout::Written(Written::Line(text)) => {
                let text = if text.is_empty() { text } else { format!(" {text}") };
                self.out.push_str(&text);
                self.end_of_line(item.beside);
            }
            Layout::Written(Written::Block { header, lines }) => {
                self.out.push(' ');
                self.out.push_str(header);
                self.end_of_line(item.beside);
                lines.iter().for_each(|line| self.line(line, indent + INDENT_COLUMNS));
            }
            Layout::Nested if item.key.is_some() => {
                self.end_of_line(item.beside);
                self.nested(&item.body, form, indent + INDENT_COLUMNS, false);
            }
            Layout::Nested => {
                self.out.push(' ');
                self.nested(&item.body, form, indent + INDENT_COLUMNS, true);
            }
        }
    }

    fn end_of_line(&mut self, comment: Option<&str>) {
        if let Some(comment) = comment {
            self.out.push(' ');
            self.out.push_str(comment);
        }
        self.out.push('\n');
    }

    fn lines(&mut self, lines: &[Line<'_>], indent: usize) {
        for line in lines {
            match line {
                Line::Blank => self.out.push('\n'),
                Line::Comment(comment) => self.comment(comment, indent),
            }
        }
    }

    fn comment(&mut self, comment: &str, indent: usize) {
        self.line(comment, indent);
    }

    fn line(&mut self, text: &str, indent: usize) {
        if !text.is_empty() {
            self.indent(indent);
            self.out.push_str(text);
        }
        self.out.push('\n');
    }

    fn indent(&mut self, columns: usize) {
        self.out.extend(std::iter::repeat_n(' ', columns));
    }
}

impl CommentedDocument<'_> {
    /// Returns whether nothing is written in this document, comments aside.
    fn is_empty(&self) -> bool {
        self.root.as_ref().is_none_or(|root| matches!(root.body, Body::Nothing))
    }
}
