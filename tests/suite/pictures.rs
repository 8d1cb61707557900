//! A few pages as pictures, small and capped in size: what a reader sees at arm's length.

use std::collections::BTreeSet;
use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};

use crate::fixture::Fixture;
use crate::fixture::reference::{self, compare};

/// The most bytes of a picture.
const CAP: usize = 220_000;

fn first_page(pdf: Vec<u8>) -> Vec<u8> {
    let pdf = Pdf::new(Arc::new(pdf)).expect("a PDF");
    let settings = RenderSettings { x_scale: 1.0, y_scale: 1.0, bg_color: WHITE, ..RenderSettings::default() };
    let page = &pdf.pages()[0];
    let pixmap = render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    let colours: Vec<u8> =
        pixmap.data_as_u8_slice().chunks(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&colours).expect("a picture");
    writer.finish().expect("an end");
    bytes
}

fn pixels(picture: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().expect("a picture");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut pixels).expect("a frame");
    (frame.width, frame.height, pixels)
}

/// Processors draw the edge of a letter a shade apart; a letter elsewhere is another picture.
fn same_to_the_eye(a: &[u8], b: &[u8]) -> bool {
    let ((aw, ah, a), (bw, bh, b)) = (pixels(a), pixels(b));
    (aw, ah) == (bw, bh) && a.iter().zip(&b).filter(|(a, b)| a.abs_diff(**b) > 24).count() < 40
}

#[test]
fn pages_look_as_they_did() {
    let fixture = Fixture::shipped();
    assert_eq!(fixture.run(&["report", "anniversary"]).code, 0);
    assert_eq!(fixture.run(&["report", "event-brief", "tashkent-conf-2022", "osce-cyber-online-xx"]).code, 0);
    let files = fixture.files("out");
    let mut faults = Vec::new();
    for (reference, ending) in [
        ("anniversary-en-1.png", "anniversary-summary_en.pdf"),
        ("anniversary-ru-1.png", "anniversary-summary_ru.pdf"),
        ("event-brief-tashkent-ru-1.png", "tashkent-conf-2022_ru.pdf"),
        ("event-brief-thin-en-1.png", "osce-cyber-online-xx_en.pdf"),
    ] {
        let (_, pdf) = files.iter().find(|(name, _)| name.ends_with(ending)).expect(ending);
        let picture = first_page(pdf.clone());
        assert!(picture.len() < CAP, "{reference} has {} bytes", picture.len());
        let compared = std::panic::catch_unwind(|| compare(reference, &picture, same_to_the_eye));
        faults.extend(compared.err().map(|_| reference));
    }
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn every_reference_is_used() {
    let files = std::fs::read_dir(reference::folder()).expect("the references").flatten();
    let there: BTreeSet<String> = files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let used: BTreeSet<String> = reference::ALL.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(there, used);
}
