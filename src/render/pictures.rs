//! Pages as pictures, for previews and slides, and as words, to find what stands on which.

use serde::{Deserialize, Serialize};
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use super::fit;

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
    /// The words of each page, in the order in which they were laid out.
    Words,
}

impl Form {
    /// Returns how the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Words => "txt",
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
            pages.map(|page| with_whole_links(&typst_svg::svg(page, &options)).into_bytes()).collect()
        }
        Form::Words => pages.map(|page| fit::words(page).into_bytes()).collect(),
    }
}

/// Returns a picture in which addresses are written as XML wants them: typst-svg 0.15 writes them as they are, and a browser shows nothing of
/// a picture that has one with an ampersand. Letters that XML knows otherwise are percent-encoded in addresses.
fn with_whole_links(svg: &str) -> String {
    const HREF: &str = "href=\"";
    let mut parts = svg.split(HREF);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (address, rest) = part.split_at(part.find('"').unwrap_or(part.len()));
        out.push_str(HREF);
        out.push_str(&address.replace('&', "&amp;"));
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn addresses_in_a_picture_are_xml() {
        let svg = "<a href=\"http://a.org/?b=1&c=2\" xlink:href=\"http://a.org/?b=1&c=2\"><use href=\"#g1\"/>&amp;</a>";
        let whole = "<a href=\"http://a.org/?b=1&amp;c=2\" xlink:href=\"http://a.org/?b=1&amp;c=2\"><use href=\"#g1\"/>&amp;</a>";
        assert_eq!(super::with_whole_links(svg), whole);
    }
}
