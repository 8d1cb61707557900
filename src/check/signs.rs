//! Letters that no font has: a document with one of them cannot be made, so they are reported where they are written.
//!
//! Every text counts, printed today or not. What has no shape of its own needs none: spaces, signs that nobody sees (reported elsewhere) and
//! those that choose the form of the letter before. A letter that a font has not may be put together of parts that it has.

use std::collections::BTreeSet;
use std::ops::Range;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::bound::MAX_FAULTS_PER_RECORD;
use super::raw;
use crate::diag::files::path_text;
use crate::diag::{Arg, Diagnostic, FileId, Files, Place, codes, messages};
use crate::load::{RawRecord, RawReport, Workspace};
use crate::record::Node;
use crate::record::letters::{is_invisible, name};
use crate::typeface::Typefaces;

/// Signs that stand for another one which nearly every font has.
const TWINS: &[(char, &str)] =
    &[('●', "•"), ('▪', "•"), ('■', "•"), ('◦', "•"), ('➔', "→"), ('➜', "→"), ('❗', "!"), ('❓', "?"), ('⁃', "–")];

/// Returns the trees of everything that can be printed, each with its file.
pub fn roots<'a>(
    records: &'a [RawRecord],
    reports: &'a [RawReport],
    settings: Option<&'a (FileId, Node)>,
) -> Vec<(FileId, &'a Node)> {
    let of_records = records.iter().map(|record| (record.file, &record.root));
    let of_reports = reports.iter().map(|report| (report.file, &report.root));
    of_records.chain(of_reports).chain(settings.map(|(file, root)| (*file, root))).collect()
}

/// Checks the fonts, and all texts against them.
pub fn check(roots: &[(FileId, &Node)], workspace: &Workspace, files: &Files) -> Vec<Diagnostic> {
    // A folder without fonts is no workspace to who calls the program; a library may check records alone.
    if !workspace.fonts().is_dir() {
        return Vec::new();
    }
    let fonts = Typefaces::below(&workspace.fonts());
    let broken = faults_of_files(&fonts, workspace);
    if !broken.is_empty() {
        return broken;
    }
    let lacking = lacking(&fonts, letters(roots));
    if lacking.is_empty() {
        return Vec::new();
    }
    let of_root = |(file, root): &(FileId, &Node)| {
        let mut found = Vec::new();
        root.each_scalar(&mut |node| faults_of(node, *file, &lacking, &fonts, files, &mut found));
        found
    };
    roots.iter().flat_map(of_root).collect()
}

fn faults_of_files(fonts: &Typefaces, workspace: &Workspace) -> Vec<Diagnostic> {
    if fonts.is_empty() {
        let values = vec![("path", "fonts".into()), ("reason", (&messages::NO_FONT).into())];
        return vec![Diagnostic::new(codes::FILE_UNREADABLE, None, values)];
    }
    let diagnosed = |font: crate::typeface::BrokenFont| {
        let path = path_text(font.path.strip_prefix(&workspace.root).unwrap_or(&font.path));
        let reason: Arg = match font.reason {
            Some(error) => error.to_string().into(),
            None => (&messages::FONT_DAMAGED).into(),
        };
        Diagnostic::new(codes::FILE_UNREADABLE, None, vec![("path", path.into()), ("reason", reason)])
    };
    fonts.broken().into_iter().map(diagnosed).collect()
}

/// Returns the letters of all texts that need a shape, each once.
fn letters(roots: &[(FileId, &Node)]) -> BTreeSet<char> {
    let of_root = |mut all: BTreeSet<char>, (_, root): &(FileId, &Node)| {
        root.each_scalar(&mut |node| {
            let text = node.text().unwrap_or_default();
            if !text.is_ascii() {
                all.extend(text.chars().filter(|letter| needs_shape(*letter)));
            }
        });
        all
    };
    let joined = |mut a: BTreeSet<char>, b: BTreeSet<char>| {
        a.extend(b);
        a
    };
    roots.par_iter().fold(BTreeSet::new, of_root).reduce(BTreeSet::new, joined)
}

fn needs_shape(letter: char) -> bool {
    !letter.is_ascii()
        && !letter.is_whitespace()
        && !letter.is_control()
        && !is_invisible(letter)
        && !matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Returns the letters that no font has, neither whole nor in parts.
fn lacking(fonts: &Typefaces, letters: BTreeSet<char>) -> BTreeSet<char> {
    let whole = fonts.lacking(letters);
    let in_parts = |letter: &char| {
        let parts: BTreeSet<char> = std::iter::once(*letter).nfd().collect();
        parts.len() > 1 && fonts.lacking(parts).is_empty()
    };
    whole.into_iter().filter(|letter| !in_parts(letter)).collect()
}

fn faults_of(
    node: &Node,
    file: FileId,
    lacking: &BTreeSet<char>,
    fonts: &Typefaces,
    files: &Files,
    found: &mut Vec<Diagnostic>,
) {
    let text = node.text().unwrap_or_default();
    let mut diagnosed = BTreeSet::new();
    let first = |(_, letter): &(usize, char)| lacking.contains(letter) && diagnosed.insert(*letter);
    for (at, letter) in text.char_indices().filter(first).take(MAX_FAULTS_PER_RECORD) {
        let part: Range<usize> = at..at + letter.len_utf8();
        let range = raw::place_within(files.text(file), &node.span.range(), text, &part);
        let values =
            vec![("letter", letter.to_string().into()), ("what", name(letter).into()), ("hint", hint(letter, fonts))];
        found.push(Diagnostic::new(codes::LETTER_WITHOUT_FONT, Place { file, range }, values));
    }
}

/// Says what to write instead: the plain twin that the fonts have, where there is one.
fn hint(letter: char, fonts: &Typefaces) -> Arg {
    let listed = TWINS.iter().find(|(sign, _)| *sign == letter).map(|(_, twin)| (*twin).to_owned());
    let plain: String = listed.unwrap_or_else(|| std::iter::once(letter).nfkc().collect());
    let shown = fonts.lacking(plain.chars().collect()).is_empty();
    if shown { messages::WRITE_PLAIN.of(vec![("word", plain.into())]) } else { (&messages::WRITE_OTHERWISE).into() }
}
