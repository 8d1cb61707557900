//! Citations that are none: an id of a source that was meant to be cited, in another form than `[@s01; @s02]`.

use std::ops::Range;

use super::events::plain;

/// More in one text than anybody reads.
const MOST: usize = 200;

/// More bytes than a citation has: a bracket that is not closed is not looked for to the end of a long text.
const LONGEST: usize = 500;

/// A citation in another form.
#[derive(Debug, PartialEq, Eq)]
pub struct Loose {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The citation as it should be.
    pub mended: String,
}

/// Returns the citations of a text that are in another form; `known` says whether an id is that of a source.
pub fn loose(text: &str, known: impl Fn(&str) -> bool) -> Vec<Loose> {
    if !text.contains(['@', '[']) {
        return Vec::new();
    }
    let mut found = doubled(text);
    for range in plain(text) {
        let mut at = range.start;
        while let Some(next) = text[at..range.end].find(['@', '[']).map(|next| at + next) {
            let bracketed = || bracketed(text, next, range.end, &known);
            let one = if text[next..].starts_with('@') { bare(text, next, range.end, &known) } else { bracketed() };
            let past = |loose: &Loose| found.iter().all(|other: &Loose| !other.range.contains(&loose.range.start));
            if found.len() > MOST {
                break;
            }
            at = one.as_ref().map_or(next + 1, |loose| loose.range.end.max(next + 1));
            found.extend(one.filter(past));
        }
    }
    found.sort_by_key(|loose| loose.range.start);
    found
}

/// Returns the citation around the place of an id that is not there: `[@ s01]`.
pub fn around(text: &str, at: usize) -> Option<Loose> {
    let start = text.get(..at)?.rfind('[')?;
    let end = at + text.get(at..)?.find(']')? + 1;
    let ids: Vec<&str> = text[start + 1..end - 1]
        .split([';', ',', ' ', '\n'])
        .map(|id| id.trim_start_matches('@'))
        .filter(|id| !id.is_empty())
        .collect();
    Some(Loose { range: start..end, mended: if ids.is_empty() { String::new() } else { cited(&ids) } })
}

/// Finds `@s01` outside brackets, in round ones, and behind a bracket that is not closed.
fn bare(text: &str, at: usize, end: usize, known: &impl Fn(&str) -> bool) -> Option<Loose> {
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '\\' | '.' | '_' | '-' | '/' | '@')) {
        return None;
    }
    let mut ids = vec![id_at(&text[..end], at + 1)?];
    let mut last = at + 1 + ids[0].len();
    while let Some(next) = ["; @", ", @", ";@", ",@"].iter().find_map(|sign| {
        let start = last + sign.len();
        text[last..end].starts_with(sign).then(|| id_at(&text[..end], start).map(|id| (id, start)))?
    }) {
        ids.push(next.0);
        last = next.1 + next.0.len();
    }
    let opened = before.filter(|c| matches!(c, '[' | '('));
    if opened != Some('[') && !ids.iter().all(|id| known(id)) {
        return None;
    }
    let start = at - opened.map_or(0, char::len_utf8);
    let closed = opened.is_some() && text[last..end].starts_with([')', ']']);
    Some(Loose { range: start..last + usize::from(closed), mended: cited(&ids) })
}

/// Finds `[s01]`: the ids of sources in brackets, without their sign.
fn bracketed(text: &str, at: usize, end: usize, known: &impl Fn(&str) -> bool) -> Option<Loose> {
    let close = closing(&text[..end], at)?;
    let ids: Vec<&str> = text[at + 1..close].split([';', ',']).map(|id| id.trim().trim_start_matches('@')).collect();
    ids.iter().all(|id| known(id)).then(|| Loose { range: at..close + 1, mended: cited(&ids) })
}

/// Finds `[[@s01]]`.
fn doubled(text: &str) -> Vec<Loose> {
    let found = text.match_indices("[[@").filter_map(|(at, _)| {
        let close = closing(text, at)?;
        let escaped = text[..at].ends_with('\\');
        (!escaped && text[close..].starts_with("]]"))
            .then(|| Loose { range: at..close + 2, mended: text[at + 1..=close].to_owned() })
    });
    found.take(MOST).collect()
}

/// Finds the bracket that closes a citation.
fn closing(text: &str, at: usize) -> Option<usize> {
    text[at..text.floor_char_boundary(at + LONGEST)].find(']').map(|close| at + close)
}

/// Returns the id that begins at a byte.
fn id_at(text: &str, at: usize) -> Option<&str> {
    let rest = text.get(at..)?;
    let length = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
    Some(rest[..length].trim_end_matches('-')).filter(|id| !id.is_empty())
}

fn cited(ids: &[&str]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("@{id}")).collect();
    format!("[{}]", ids.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        let known = |id: &str| matches!(id, "s98" | "s99" | "seed");
        loose(text, known).into_iter().map(|loose| (&text[loose.range.clone()], loose.mended)).collect()
    }

    #[test]
    fn loose_finds_every_form_that_is_printed_as_text() {
        for (text, written, mended) in [
            ("Six languages [@s99.", "[@s99", "[@s99]"),
            ("Six languages [@s99; @s98.\n\nMore.", "[@s99; @s98", "[@s99; @s98]"),
            ("Six languages (@s99).", "(@s99)", "[@s99]"),
            ("Six languages @s99.", "@s99", "[@s99]"),
            ("Six languages [s99].", "[s99]", "[@s99]"),
            ("Six languages [s99; s98].", "[s99; s98]", "[@s99; @s98]"),
            ("Six languages [[@s99]].", "[[@s99]]", "[@s99]"),
        ] {
            assert_eq!(found(text), [(written, mended.to_owned())], "{text}");
        }
    }

    #[test]
    fn loose_comes_to_an_end_soon_in_long_texts() {
        let begun = std::time::Instant::now();
        for piece in ["[[@", "@s99 ", "[s99] ", "[", "(@", "[@ "] {
            let text = piece.repeat(900_000 / piece.len());
            assert!(loose(&text, |id| id == "s99").len() <= 2 * MOST + 1, "{piece}");
        }
        assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
    }

    #[test]
    fn around_takes_the_space_out_of_a_citation() {
        let text = "Six languages [@s98; @ s99].";
        assert_eq!(around(text, 23), Some(Loose { range: 14..27, mended: "[@s98; @s99]".into() }));
    }

    #[test]
    fn loose_leaves_citations_addresses_and_brackets_alone() {
        for text in [
            "Six languages [@s99; @s98].",
            "Write to press@s99 or press@seed.org.",
            "Follow @UN_CTC.",
            "He said [so], see [s99](https://example.org/@s99).",
            "As written: \\[s99\\] and \\@s99.",
            "[ @ ] @ [",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
