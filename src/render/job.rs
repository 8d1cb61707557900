//! What is to be rendered, and what comes of it.

use serde::{Deserialize, Serialize};

use super::read::TemplateRead;
use crate::page::{Document, Page};

/// What is to be rendered.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RenderJob {
    /// What the file says of itself.
    pub document: Document,
    /// Its entry template, below `templates/`.
    pub template: String,
    /// The page data in JSON; not a part of what is said about it.
    #[serde(skip)]
    pub data: String,
}

impl RenderJob {
    /// Creates the job of rendering a page with a template.
    pub fn new(page: &Page, template: &str) -> Self {
        Self { document: page.document.clone(), template: template.to_owned(), data: page.data.to_string() }
    }
}

/// A finished document.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rendered {
    /// The PDF; not a part of what is said about it.
    #[serde(skip)]
    pub pdf: Vec<u8>,
    /// The templates that it was made with.
    pub reads: Vec<TemplateRead>,
    /// All pages.
    pub pages: usize,
    /// Pages before the annexes.
    pub body_pages: usize,
}
