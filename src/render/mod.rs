//! Render: a page and its template → a PDF. The only shared that names Typst.
//!
//! The world is closed: templates are read below `templates/`, the page at the one path `/page.json`, fonts below `fonts/`; there is no
//! network, no clock and no package from outside. The template twin of this shared is `templates/house/page.typ`.

mod faults;
mod fit;
mod fonts;
mod pdf;
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use typst::diag::Warned;
use typst_layout::PagedDocument;

pub use faults::{RenderFault, TemplateFault};
pub use fit::Misfit;
use world::{DocumentWorld, SharedWorld};

use crate::page::Page;

/// A finished document.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// All pages.
    pub pages: usize,
    /// Pages before the annexes.
    pub body_pages: usize,
}

/// Everything that documents share: fonts, library, templates.
pub struct Renderer {
    shared: Arc<SharedWorld>,
}

impl Renderer {
    /// Opens the renderer over the templates and fonts of a workspace.
    pub fn open(templates: &Path, fonts: &Path) -> Self {
        Self { shared: Arc::new(SharedWorld::new(templates, fonts)) }
    }

    /// Renders a page with the template of its report.
    ///
    /// # Errors
    /// Returns every fault that Typst reports, warnings among them: a glyph or a reference that is missing must not pass quietly. Where
    /// there are none, returns the texts that do not fit their places.
    pub fn render(&self, page: &Page, template: &str) -> Result<Rendered, Vec<RenderFault>> {
        let world = DocumentWorld::new(&self.shared, page, template);
        // A panic inside the typesetter ends this document and not the program.
        let worked = catch_unwind(AssertUnwindSafe(|| typeset(&world, page)));
        worked.unwrap_or_else(|_| Err(vec![TemplateFault::broken(world.entry()).into()]))
    }

    /// Returns the digest of the templates and that of the fonts.
    pub fn digests(&self) -> (String, String) {
        self.shared.digests()
    }

    /// Lets go of what no document used for a while. Ages the caches of the whole process, so only the one who hands out the work calls
    /// it.
    pub fn evict_caches() {
        comemo::evict(20);
    }
}

fn typeset(world: &DocumentWorld, page: &Page) -> Result<Rendered, Vec<RenderFault>> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    let mut document = output.map_err(|errors| faults::gather(world, errors.iter().chain(&warnings)))?;
    if !warnings.is_empty() {
        return Err(faults::gather(world, warnings.iter()));
    }
    let misfits = fit::misfits(&document, page);
    if !misfits.is_empty() {
        return Err(misfits.into_iter().map(RenderFault::Misfit).collect());
    }
    pdf::describe(&mut document, &page.document);
    let bytes = pdf::write(&document, &page.document).map_err(|errors| faults::gather(world, errors.iter()))?;
    let pages = document.pages().len();
    Ok(Rendered { pdf: bytes, pages, body_pages: pdf::body_pages(&document).unwrap_or(pages) })
}
