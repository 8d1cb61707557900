//! Pages as pictures, for previews and slides.

use serde::{Deserialize, Serialize};
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

/// Dots for each point: 144 to the inch, two for each dot of an ordinary screen.
const DOTS_PER_POINT: f64 = 2.0;

/// The form in which a document is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// The document itself.
    #[default]
    Pdf,
    /// A picture of dots for each page.
    Png,
    /// A picture of lines for each page.
    Svg,
}

impl Form {
    /// Returns how the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

/// Draws every page; none for a PDF, or where a page is larger than a picture can be.
pub fn draw(document: &PagedDocument, form: Form) -> Vec<Vec<u8>> {
    let pages = document.pages().iter();
    match form {
        Form::Pdf => Vec::new(),
        Form::Png => {
            let options = RenderOptions { pixel_per_pt: Scalar::new(DOTS_PER_POINT), ..RenderOptions::default() };
            pages.filter_map(|page| typst_render::render(page, &options).encode_png().ok()).collect()
        }
        Form::Svg => {
            let options = SvgOptions { render_bleed: false, pretty: false };
            pages.map(|page| typst_svg::svg(page, &options).into_bytes()).collect()
        }
    }
}
