//! A PDF → a picture of each page.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};

use super::dots::Picture;

/// Draws the first page of a PDF on white, so many dots wide; none where the bytes are no PDF with a page.
pub fn first_page(pdf: Vec<u8>, width: u32) -> Option<Picture> {
    let pdf = Pdf::new(Arc::new(pdf)).ok()?;
    let page = pdf.pages().first()?;
    let (points, _) = page.render_dimensions();
    let scale = width as f32 / points;
    Some(draw(page, &RenderCache::new(), scale))
}

/// Draws the pages of a PDF on white, with so many dots for each point; none where the bytes are no PDF. Processors may draw the edge of a
/// letter a shade apart.
pub fn pages(pdf: Vec<u8>, dots_per_point: f32) -> Option<Vec<Picture>> {
    let pdf = Pdf::new(Arc::new(pdf)).ok()?;
    let cache = RenderCache::new();
    Some(pdf.pages().iter().map(|page| draw(page, &cache, dots_per_point)).collect())
}

fn draw<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>, dots_per_point: f32) -> Picture {
    let settings = RenderSettings {
        x_scale: dots_per_point,
        y_scale: dots_per_point,
        bg_color: WHITE,
        ..RenderSettings::default()
    };
    let drawn = render(page, cache, &InterpreterSettings::default(), &settings);
    let colours = drawn.data_as_u8_slice().chunks(4).flat_map(|dot| [dot[0], dot[1], dot[2]]).collect();
    Picture { width: drawn.width().into(), height: drawn.height().into(), colours }
}
