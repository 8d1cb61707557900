//! How a worker and those who give it work speak: frames of a head in JSON and a body of bytes (page data, or the PDF), each with its length before it.

use std::io::{self, Read, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::faults::RenderFault;
use super::job::Rendered;

/// A frame longer than this was not written by the other side.
const MAX_FRAME_BYTES: u64 = 4 << 30;

/// What became of it, with the lengths of the files; they are the body of the frame.
pub type Answer = Result<(Rendered, Vec<usize>), Vec<RenderFault>>;

/// Writes a frame.
pub fn write(out: &mut impl Write, head: &impl Serialize, body: &[u8]) -> io::Result<()> {
    let head = serde_json::to_vec(head)?;
    for part in [head.as_slice(), body] {
        out.write_all(&(part.len() as u64).to_le_bytes())?;
        out.write_all(part)?;
    }
    out.flush()
}

/// Reads a frame; nothing where the other side has gone.
pub fn read<T: DeserializeOwned>(input: &mut impl Read) -> io::Result<Option<(T, Vec<u8>)>> {
    let Some(head) = part(input)? else { return Ok(None) };
    let body = part(input)?.ok_or(io::ErrorKind::UnexpectedEof)?;
    Ok(Some((serde_json::from_slice(&head)?, body)))
}

fn part(input: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    match input.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let length = u64::from_le_bytes(length);
    if length > MAX_FRAME_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::new();
    let read = input.take(length).read_to_end(&mut bytes)?;
    if read as u64 == length { Ok(Some(bytes)) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_read_as_they_were_written_and_a_cut_one_is_an_error() {
        let mut bytes = Vec::new();
        write(&mut bytes, &"head", b"body").unwrap();
        write(&mut bytes, &"next", b"").unwrap();
        let mut input = bytes.as_slice();
        assert_eq!(read::<String>(&mut input).unwrap(), Some(("head".to_owned(), b"body".to_vec())));
        assert_eq!(read::<String>(&mut input).unwrap(), Some(("next".to_owned(), Vec::new())));
        assert_eq!(read::<String>(&mut input).unwrap(), None);
        assert!(read::<String>(&mut &bytes[..20]).is_err());
        assert!(read::<String>(&mut [0xff; 9].as_slice()).is_err());
    }
}
