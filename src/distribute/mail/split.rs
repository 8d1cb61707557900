//! Which documents go in which message: no message is larger than the recipient's server takes.

/// Documents by their places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Split {
    /// The documents of each message.
    pub messages: Vec<Vec<usize>>,
    /// Those that no message can carry.
    pub too_large: Vec<usize>,
}

/// What a message has besides what is attached: its head, its two bodies and the borders of its parts.
const BESIDES: u64 = 64 << 10;

/// Returns the bytes that an attachment takes in a message: four letters for three bytes, two for the end of every line of 76, and its head.
fn attached(bytes: u64) -> u64 {
    let letters = bytes.div_ceil(3) * 4;
    letters + letters.div_ceil(76) * 2 + 512
}

/// Divides documents of some sizes, in their order; each message carries the note as well.
pub fn split(note: u64, sizes: &[u64], most: u64) -> Split {
    let room = most.saturating_sub(BESIDES + attached(note));
    let (mut split, mut taken) = (Split::default(), 0);
    for (at, &size) in sizes.iter().enumerate() {
        let size = attached(size);
        if size > room {
            split.too_large.push(at);
            continue;
        }
        match split.messages.last_mut() {
            Some(message) if taken + size <= room => {
                message.push(at);
                taken += size;
            }
            _ => {
                split.messages.push(vec![at]);
                taken = size;
            }
        }
    }
    // What no message carries is spoken of in one.
    if split.messages.is_empty() && !split.too_large.is_empty() {
        split.messages.push(Vec::new());
    }
    split
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_filled_in_order_and_what_is_too_large_is_left_to_another_way() {
        let megabyte = 1_000_000;
        let found = split(20_000, &[3 * megabyte, 3 * megabyte, 9 * megabyte, megabyte], 10 * megabyte);
        assert_eq!(found, Split { messages: vec![vec![0, 1, 3]], too_large: vec![2] });
        let found = split(20_000, &[5 * megabyte, 3 * megabyte, megabyte], 10 * megabyte);
        assert_eq!(found.messages, [vec![0], vec![1, 2]]);
        assert_eq!(split(20_000, &[9 * megabyte], megabyte), Split { messages: vec![vec![]], too_large: vec![0] });
        assert_eq!(split(0, &[], megabyte), Split::default());
    }
}
