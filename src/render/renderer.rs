//! The renderer: fonts, library and templates that documents share, and the way from a page to a PDF.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use typst::diag::Warned;
use typst_layout::PagedDocument;

use super::faults::{self, Reason, RenderFault, TemplateFault};
use super::job::{RenderJob, Rendered};
use super::pictures::{self, Form};
use super::world::{DocumentWorld, SharedWorld};
use super::{excess, fit, pdf};

/// So many documents are made before the caches are looked through.
const DOCUMENTS_PER_EVICTION: usize = 10;

/// What was not used for longer goes.
const EVICTIONS_SURVIVED: usize = 2;

/// Everything that documents share: fonts, library, templates.
pub struct Renderer {
    shared: Arc<SharedWorld>,
}

impl Renderer {
    /// Opens the renderer over the templates and fonts of a workspace.
    pub fn open(templates: &Path, fonts: &Path) -> Self {
        Self { shared: Arc::new(SharedWorld::new(templates, fonts)) }
    }

    /// Renders a page with its template.
    ///
    /// # Errors
    /// Returns every fault that Typst reports, warnings among them: a glyph or a reference that is missing must not pass quietly. Where
    /// there are none, returns the texts that do not fit their places.
    pub fn render(&self, job: &RenderJob) -> Result<Rendered, Vec<RenderFault>> {
        let world = DocumentWorld::new(&self.shared, job);
        // A panic inside the typesetter ends this document and not the program.
        let worked = catch_unwind(AssertUnwindSafe(|| typeset(&world, job)));
        worked.unwrap_or_else(|_| Err(vec![TemplateFault::whole(world.entry(), Reason::Broken).into()]))
    }

    /// Returns the digest of the fonts.
    pub fn font_digest(&self) -> String {
        self.shared.font_digest()
    }

    /// Returns the digest of a template, by its path below `templates/`; nothing if it cannot be read.
    pub fn template_digest(&self, path: &str) -> Option<String> {
        self.shared.template_digest(path)
    }

    /// Lets go of what no document used for a while, every few documents: looking through the caches takes as long as a tenth of a
    /// document. Ages the caches of the whole process, so only the one who hands out the work calls it, after each document.
    pub fn evict_caches() {
        static DOCUMENTS: AtomicUsize = AtomicUsize::new(1);
        if DOCUMENTS.fetch_add(1, Ordering::Relaxed).is_multiple_of(DOCUMENTS_PER_EVICTION) {
            comemo::evict(EVICTIONS_SURVIVED);
        }
    }
}

fn typeset(world: &DocumentWorld, job: &RenderJob) -> Result<Rendered, Vec<RenderFault>> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    let mut document = output.map_err(|errors| faults::gather(world, errors.iter().chain(&warnings)))?;
    if !warnings.is_empty() {
        return Err(faults::gather(world, warnings.iter()));
    }
    let misfits = fit::misfits(&document, &job.data);
    if !misfits.is_empty() {
        return Err(misfits.into_iter().map(RenderFault::Misfit).collect());
    }
    let pages = document.pages().len();
    let body_pages = pdf::body_pages(&document).unwrap_or(pages);
    let excess = excess::excess(&document, job.document.limit, body_pages);
    if job.form != Form::Pdf {
        let pictures = pictures::draw(&document, job.form);
        return Ok(Rendered { pdf: Vec::new(), pictures, reads: world.reads(), pages, body_pages, excess });
    }
    pdf::describe(&mut document, &job.document);
    let bytes =
        pdf::write(&document, &job.document, job.attach).map_err(|errors| faults::gather(world, errors.iter()))?;
    Ok(Rendered { pdf: bytes, pictures: Vec::new(), reads: world.reads(), pages, body_pages, excess })
}
