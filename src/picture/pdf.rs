//! A PDF → a picture of each page.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};

use super::dots::Picture;

/// Draws the pages of a PDF on white, with so many dots for each point; none where the bytes are no PDF. Processors may draw the edge of a
/// letter a shade apart.
pub fn pages(pdf: Vec<u8>, dots_per_point: f32) -> Option<Vec<Picture>> {
    let pdf = Pdf::new(Arc::new(pdf)).ok()?;
    let settings = RenderSettings {
        x_scale: dots_per_point,
        y_scale: dots_per_point,
        bg_color: WHITE,
        ..RenderSettings::default()
    };
    let (cache, interpreter) = (RenderCache::new(), InterpreterSettings::default());
    let draw = |page| {
        let drawn = render(page, &cache, &interpreter, &settings);
        let colours = drawn.data_as_u8_slice().chunks(4).flat_map(|dot| [dot[0], dot[1], dot[2]]).collect();
        Picture { width: drawn.width().into(), height: drawn.height().into(), colours }
    };
    Some(pdf.pages().iter().map(draw).collect())
}
