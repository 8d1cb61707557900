//! What is to be rendered, and what comes of it.

use serde::{Deserialize, Serialize};

use super::excess::Excess;
use super::pictures::Form;
use super::read::TemplateRead;
use crate::page::{Document, Page};

/// What is to be rendered.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RenderJob {
    /// What the file says of itself.
    pub document: Document,
    /// Its entry template, below `templates/`.
    pub template: String,
    /// The form in which it is wanted.
    pub form: Form,
    /// Whether the PDF carries the page data.
    pub attach: bool,
    /// Whether other documents are bound into it.
    pub binds: bool,
    /// The page data in JSON; not a part of what is said about it.
    #[serde(skip)]
    pub data: String,
}

impl RenderJob {
    /// Creates the job of rendering a page with a template.
    pub fn new(page: &Page, template: &str) -> Self {
        Self {
            document: page.document.clone(),
            template: template.to_owned(),
            form: Form::Pdf,
            attach: false,
            binds: page.data.get("bound").is_some(),
            data: page.data.to_string(),
        }
    }
}

/// A finished document.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rendered {
    /// The PDF; not a part of what is said about it.
    #[serde(skip)]
    pub pdf: Vec<u8>,
    /// The pictures of its pages, where those are wanted instead; no part of it either.
    #[serde(skip)]
    pub pictures: Vec<Vec<u8>>,
    /// The templates that it was made with.
    pub reads: Vec<TemplateRead>,
    /// All pages.
    pub pages: usize,
    /// Pages before the annexes.
    pub body_pages: usize,
    /// What is too much of them.
    pub excess: Option<Excess>,
}

impl Rendered {
    /// Takes the files out, for a way on which they go by themselves: their lengths, the PDF first, and all their bytes.
    pub fn take_files(&mut self) -> (Vec<usize>, Vec<u8>) {
        let files: Vec<Vec<u8>> =
            std::iter::once(std::mem::take(&mut self.pdf)).chain(std::mem::take(&mut self.pictures)).collect();
        (files.iter().map(Vec::len).collect(), files.concat())
    }

    /// Returns it with its files; nothing where lengths and bytes do not fit.
    pub fn with_files(self, lengths: &[usize], bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        let mut files = Vec::new();
        for length in lengths {
            let (file, more) = rest.split_at_checked(*length)?;
            files.push(file.to_vec());
            rest = more;
        }
        let mut files = files.into_iter();
        Some(Self { pdf: files.next()?, pictures: files.collect(), ..self })
    }
}
