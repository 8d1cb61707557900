//! Lists: their numbers as they were written.

use std::ops::Range;

use super::refused::{Construct, Refused};
use super::{Block, Numbers};

/// A list does not begin with a greater number: a year does, or the number of a house.
const GREATEST_FIRST: u64 = 99;

/// A list as it was read.
pub struct List<'a> {
    /// The text it stands in.
    pub text: &'a str,
    /// Whether its entries have numbers.
    pub ordered: bool,
    /// The bytes of each entry, with its sign.
    pub ranges: Vec<Range<usize>>,
    /// The entries.
    pub items: Vec<Vec<Block>>,
}

impl List<'_> {
    /// Returns the list as a block, and what is refused in its signs.
    pub fn finish(self) -> (Block, Vec<Refused>) {
        let (numbers, refused) = if self.ordered { self.numbers() } else { (None, self.bullets()) };
        (Block::List { numbers, items: self.items }, refused)
    }

    /// Reads the numbers. Markdown itself counts on from the first, whatever the others are; so they must follow, or all be the same.
    fn numbers(&self) -> (Option<Numbers>, Vec<Refused>) {
        let signs: Vec<&Range<usize>> = self.ranges.iter().collect();
        let read: Vec<(&str, Option<u64>)> = signs
            .iter()
            .map(|range| &self.text[(**range).clone()])
            .map(|entry| &entry[..entry.bytes().take_while(u8::is_ascii_digit).count()])
            .map(|digits| (digits, digits.parse().ok().filter(|n: &u64| n.to_string() == digits)))
            .collect();
        let first = read.first().and_then(|(_, n)| *n).unwrap_or_default();
        let same = read.iter().all(|(_, n)| *n == Some(first));
        let right =
            |at: usize, n: Option<u64>| n.is_some_and(|n| first <= GREATEST_FIRST && (same || n == first + at as u64));
        let wrong = read.iter().zip(&signs).enumerate().filter(|(at, ((_, n), _))| !right(*at, *n));
        let refused = wrong.map(|(_, ((digits, _), range))| {
            let end = range.start + digits.len();
            let sign = self.text[end..].chars().next().unwrap_or('.');
            Refused::new(Construct::Number, range.start..end + sign.len_utf8()).with(Some(format!("{digits}\\{sign}")))
        });
        let refused = refused.collect();
        let behind = read
            .first()
            .zip(signs.first())
            .and_then(|((digits, _), range)| self.text[range.start + digits.len()..].chars().next());
        (Some(Numbers { first, sign: behind.unwrap_or('.') }), refused)
    }

    fn bullets(&self) -> Vec<Refused> {
        let plus = self.ranges.iter().filter(|range| self.text[(**range).clone()].starts_with('+'));
        plus.map(|range| Refused::new(Construct::Plus, range.start..range.start + 1).with(Some("\\+".to_owned())))
            .collect()
    }
}
