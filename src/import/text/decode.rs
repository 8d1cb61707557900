//! Bytes → letters: UTF-8, UTF-16 with its mark, and Windows-1251, in which Russian-language Windows saves CSV.

use super::super::encoding::Encoding;
use super::super::fault::Fault;
use crate::diag::Arg;
use crate::diag::codes::tables as words;
use encoding_rs::WINDOWS_1251;

/// Reads the letters of a text; the mark at its beginning is left out.
///
/// # Errors
/// Returns why the bytes are no text in an encoding that can be reported for certain.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), Fault> {
    let marked = |mark: &[u8]| bytes.strip_prefix(mark);
    if let Some(rest) = marked(b"\xEF\xBB\xBF") {
        return utf8(rest).map(|text| (text, Encoding::Utf8));
    }
    if let Some(rest) = marked(b"\xFF\xFE") {
        return utf16(rest, u16::from_le_bytes).map(|text| (text, Encoding::Utf16Le));
    }
    if let Some(rest) = marked(b"\xFE\xFF") {
        return utf16(rest, u16::from_be_bytes).map(|text| (text, Encoding::Utf16Be));
    }
    // UTF-16 without its mark, or no text at all.
    if bytes.contains(&0) {
        return Err(Fault::of_file(words::ENCODING_UNKNOWN, vec![]));
    }
    match str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), Encoding::Utf8)),
        Err(_) if mostly_utf8(bytes) => utf8(bytes).map(|text| (text, Encoding::Utf8)),
        Err(_) => windows_1251(bytes).map(|text| (text, Encoding::Windows1251)),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, Fault> {
    str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
        broken(Encoding::Utf8, line)
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Fault> {
    let units = bytes.chunks(2).map(|pair| match *pair {
        [a, b] => unit([a, b]),
        // Half a letter at the end: what no letter begins with.
        _ => 0xDC00,
    });
    let mut text = String::with_capacity(bytes.len());
    for letter in char::decode_utf16(units) {
        match letter {
            Ok('\0') | Err(_) => return Err(broken(Encoding::Utf16Le, 1 + text.matches('\n').count())),
            Ok(letter) => text.push(letter),
        }
    }
    Ok(text)
}

fn broken(encoding: Encoding, line: usize) -> Fault {
    let values = vec![("encoding", Arg::from(encoding.name().to_owned())), ("line", line.into())];
    Fault::of_file(words::ENCODING_BROKEN, values)
}

/// Returns whether a text with wrong bytes is UTF-8 all the same: it has far more right letters of several bytes than wrong ones.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    right > wrong * 4
}

/// Reads Windows-1251 if the letters then make sense as Russian and English.
fn windows_1251(bytes: &[u8]) -> Result<String, Fault> {
    let (text, _) = WINDOWS_1251.decode_without_bom_handling(bytes);
    let strange = text.chars().any(|c| !c.is_ascii() && !is_russian(c) && !is_sign(c));
    if strange || !reads_as_russian(&text) {
        return Err(Fault::of_file(words::ENCODING_UNKNOWN, vec![]));
    }
    Ok(text.into_owned())
}

/// Returns whether a letter is Russian, or one of the two of its neighbours that Windows-1251 has too.
fn is_russian(c: char) -> bool {
    matches!(c, 'А'..='я' | 'Ё' | 'ё' | 'І' | 'і' | 'Ў' | 'ў')
}

/// Returns whether a sign is one that people use in Russian and English texts.
fn is_sign(c: char) -> bool {
    "\u{a0}«»„“”‘’‚‹›–—…•·№§©®™°±€†‡‰µ¶¬\u{ad}".contains(c)
}

/// Returns whether the words of a decoded text can be Russian: not mixed of two alphabets, capitals at their beginning, and vowels
/// among their letters. Texts in the encodings of DOS, Unix and the Macintosh fail by one of these.
fn reads_as_russian(text: &str) -> bool {
    let (mut words, mut odd, mut letters, mut vowels) = (0_usize, 0_usize, 0_usize, 0_usize);
    for word in text.split(|c: char| !c.is_alphabetic()) {
        let russian = word.chars().filter(|c| is_russian(*c)).count();
        if russian == 0 {
            continue;
        }
        words += 1;
        let mixed = russian < word.chars().count();
        let mut pairs = word.chars().zip(word.chars().skip(1));
        odd += usize::from(mixed || pairs.any(|(a, b)| a.is_lowercase() && b.is_uppercase()));
        letters += russian;
        vowels += word.chars().filter(|c| "аеёиоуыэюяАЕЁИОУЫЭЮЯ".contains(*c)).count();
    }
    odd * 5 <= words && (letters < 40 || vowels * 10 >= letters * 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "Колодец у нижнего села был вырыт жителями в 1999 году; глубина его — около сорока метров";

    fn decoded(bytes: &[u8]) -> Result<(String, Encoding), &'static str> {
        decode(bytes).map_err(|fault| fault.code.name)
    }

    fn utf16_of(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn decode_reads_the_encodings_of_spreadsheets() {
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark.to_vec(), bytes].concat();
        for (bytes, encoding) in [
            (RUSSIAN.as_bytes().to_vec(), Encoding::Utf8),
            (marked(b"\xEF\xBB\xBF", RUSSIAN.into()), Encoding::Utf8),
            (marked(b"\xFF\xFE", utf16_of(RUSSIAN, u16::to_le_bytes)), Encoding::Utf16Le),
            (marked(b"\xFE\xFF", utf16_of(RUSSIAN, u16::to_be_bytes)), Encoding::Utf16Be),
            (WINDOWS_1251.encode(RUSSIAN).0.into_owned(), Encoding::Windows1251),
        ] {
            assert_eq!(decoded(&bytes), Ok((RUSSIAN.to_owned(), encoding)));
        }
    }

    #[test]
    fn decode_refuses_what_it_would_have_to_guess() {
        for other in [encoding_rs::IBM866, encoding_rs::KOI8_R, encoding_rs::X_MAC_CYRILLIC, encoding_rs::ISO_8859_5] {
            let bytes = other.encode(RUSSIAN).0.into_owned();
            assert_eq!(decoded(&bytes), Err("encoding-unknown"), "{}", other.name());
        }
        let western = encoding_rs::WINDOWS_1252.encode("Café Zürich, déjà").0.into_owned();
        assert_eq!(decoded(&western), Err("encoding-unknown"));
        assert_eq!(decoded(&utf16_of("id;name", u16::to_le_bytes)), Err("encoding-unknown"));
        assert_eq!(decoded(b"a,b\0c,d,e,f,g"), Err("encoding-unknown"));
    }

    #[test]
    fn decode_reports_broken_letters_with_their_line() {
        let mut bytes = "Село\nКолодец\n".as_bytes().to_vec();
        bytes.push(0xD0);
        assert_eq!(decoded(&bytes), Err("encoding-broken"));
        assert_eq!(decoded(b"\xEF\xBB\xBFa\xFFb"), Err("encoding-broken"));
        assert_eq!(decoded(b"\xFF\xFEa\0b"), Err("encoding-broken"), "half a letter");
        assert_eq!(decoded(b"\xFF\xFE\x00\xD8a\0"), Err("encoding-broken"), "half a pair");
    }
}
