//! Render: a page and its template → a PDF. The only room that names Typst.
//!
//! The world is closed: templates are read below `templates/`, the page at the one path `/page.json`, fonts below `fonts/`; there is no
//! network, no clock and no package from outside. The template twin of this room is `templates/house/page.typ`.
//!
//! Typst cannot be stopped, so documents are rendered in processes that can be: [`serve`] is all that such a worker does, [`Worker`] is the
//! side of those who give it work.

mod bound;
mod excess;
mod faults;
mod fit;
mod fonts;
mod job;
mod pdf;
mod pictures;
mod read;
mod renderer;
mod wire;
mod worker;
mod world;

pub use faults::{Reason, RenderFault, TemplateFault};
pub use fit::Misfit;
pub use job::{RenderJob, Rendered};
pub use pictures::Form;
pub use read::TemplateRead;
pub use renderer::Renderer;
pub use worker::{Limits, Worker, serve};
