//! Long text without the sources that are gone: their citations are taken out, and a passage that rests on them alone goes with them.
//! A passage is a paragraph or an entry of a list.

use std::collections::HashSet;
use std::ops::Range;

use crate::record::markdown;

/// Returns a text as it is left; `None` where nothing of it is. A text that cites none of what is gone is left as it is.
pub fn left(text: &str, gone: &HashSet<&str>) -> Option<String> {
    if !text.contains("[@") {
        return Some(text.to_owned());
    }
    let mut out = String::with_capacity(text.len());
    let mut any = false;
    for passage in passages(text) {
        let (words, gap) = split(&text[passage]);
        match without(words, gone) {
            Some(words) => {
                any = true;
                out.push_str(&words);
                out.push_str(gap);
            }
            // The empty line that parted it from the next passage stays, if an earlier one is there to be parted.
            None if any && gap.len() > 1 && !out.ends_with("\n\n") => out.push('\n'),
            None => {}
        }
    }
    any.then_some(out)
}

/// Parts a text into passages with the line breaks behind them.
fn passages(text: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut at = 0;
    let mut blank_before = false;
    for line in text.split_inclusive('\n') {
        let blank = line.trim().is_empty();
        if at > 0 && !blank && (blank_before || is_entry(line)) {
            starts.push(at);
        }
        blank_before = blank;
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Returns whether a line begins an entry of a list.
fn is_entry(line: &str) -> bool {
    let line = line.trim_start();
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let sign = if rest.len() < line.len() { rest.strip_prefix(['.', ')']) } else { line.strip_prefix(['-', '*', '+']) };
    sign.is_some_and(|rest| rest.starts_with([' ', '\t']))
}

fn split(passage: &str) -> (&str, &str) {
    passage.split_at(passage.trim_end().len())
}

/// Returns a passage without the citations of what is gone; `None` where it cited nothing else.
fn without(passage: &str, gone: &HashSet<&str>) -> Option<String> {
    let (blocks, _) = markdown::parse(passage);
    let cited = markdown::citations(&blocks);
    let is_gone = |id: &str| gone.contains(id);
    if !cited.iter().any(|(id, _)| is_gone(id)) {
        return Some(passage.to_owned());
    }
    if cited.iter().all(|(id, _)| is_gone(id)) {
        return None;
    }
    let mut out = String::with_capacity(passage.len());
    let mut at = 0;
    for bracket in brackets(passage, cited.iter().map(|(_, range)| range.start)) {
        let ids: Vec<&str> =
            cited.iter().filter(|(_, range)| bracket.contains(&range.start)).map(|(id, _)| id.as_str()).collect();
        let kept: Vec<String> = ids.iter().filter(|id| !is_gone(id)).map(|id| format!("@{id}")).collect();
        if kept.len() == ids.len() {
            continue;
        }
        let before = &passage[at..bracket.start];
        out.push_str(if kept.is_empty() { before.trim_end_matches(' ') } else { before });
        if !kept.is_empty() {
            out.extend(["[", &kept.join("; "), "]"]);
        }
        at = bracket.end;
    }
    out.push_str(&passage[at..]);
    Some(out)
}

/// Returns the brackets around places of ids, each once, in order.
fn brackets(text: &str, ids: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in ids {
        let start = text[..at].rfind('[').unwrap_or(at);
        let end = text[at..].find(']').map_or(text.len(), |close| at + close + 1);
        if found.last().is_none_or(|last| last.start != start) {
            found.push(start..end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left_of(text: &str) -> Option<String> {
        left(text, &HashSet::from(["s1", "s2"]))
    }

    #[test]
    fn citations_of_what_is_gone_are_taken_out() {
        let kept = |text: &str| Some(text.to_owned());
        assert_eq!(left_of("A well [@s1; @s3]. Two [@s2]."), kept("A well [@s3]. Two."));
        assert_eq!(left_of("A well [@s3]."), kept("A well [@s3]."));
        assert_eq!(left_of("A well."), kept("A well."));
    }

    #[test]
    fn a_passage_that_rests_on_what_is_gone_goes() {
        assert_eq!(left_of("One [@s1].\n\nTwo [@s3].\n"), Some("Two [@s3].\n".to_owned()));
        assert_eq!(left_of("One [@s3].\n\nTwo [@s1; @s2].\n\nThree.\n"), Some("One [@s3].\n\nThree.\n".to_owned()));
        assert_eq!(left_of("- one [@s1]\n- two [@s3]\n"), Some("- two [@s3]\n".to_owned()));
        assert_eq!(left_of("One [@s1]."), None);
    }
}
