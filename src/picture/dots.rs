//! A picture as dots, and as a PNG.

/// A picture of dots without transparency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Dots from left to right.
    pub width: u32,
    /// Dots from top to bottom.
    pub height: u32,
    /// Red, green and blue of every dot, row after row from the top.
    pub colours: Vec<u8>,
}

impl Picture {
    /// Returns the picture as a PNG.
    pub fn to_png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::High);
        let written = encoder.write_header().and_then(|mut writer| {
            writer.write_image_data(&self.colours)?;
            writer.finish()
        });
        written.expect("a picture has three colours for each dot, and memory takes it");
        bytes
    }

    /// Reads a PNG of red, green and blue, eight bits each; none where it is no such picture.
    pub fn from_png(bytes: &[u8]) -> Option<Self> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().ok()?;
        let mut colours = vec![0; reader.output_buffer_size()?];
        let frame = reader.next_frame(&mut colours).ok()?;
        let is_plain = frame.color_type == png::ColorType::Rgb && frame.bit_depth == png::BitDepth::Eight;
        is_plain.then_some(Self { width: frame.width, height: frame.height, colours })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_read_as_it_was_written() {
        let picture = Picture { width: 2, height: 1, colours: vec![1, 2, 3, 250, 251, 252] };
        assert_eq!(Picture::from_png(&picture.to_png()), Some(picture));
        assert_eq!(Picture::from_png(b"no picture"), None);
    }
}
