//! Fix: fixes that have one right answer, made until there are none left. Everything else in a file keeps its bytes.
//!
//! The fixes of a file are made together where they do not touch each other; then what changed is read and all is checked again, because one
//! fix can uncover the next fault. A fix after which a file would be read less well is not made.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Blocker, Change};
use crate::check::{CheckResult, check};
use crate::diag::{Edit, FileId, Fix, Severity, fix};
use crate::load::{Overlay, Reader, Workspace};

/// More rounds than any file needs; the end for fixes that undo each other.
const ROUNDS: usize = 400;

/// What was repaired, and what is left.
#[derive(Debug)]
pub struct Fixed {
    /// The files that change, by path.
    pub changes: Vec<Change>,
    /// How many fixes are made.
    pub fixes: usize,
    /// Files with fixes that cannot be changed.
    pub blocked: Vec<(PathBuf, Blocker)>,
    /// Files in which a fix would have done harm.
    pub harmed: Vec<PathBuf>,
    /// Files whose fixes come to no end; none of them is made.
    pub unsettled: Vec<PathBuf>,
    /// What is found afterwards.
    pub result: CheckResult,
}

/// Plans every certain fix of the files that are wanted; writes nothing.
pub fn fix(workspace: &Workspace, wanted: &dyn Fn(&Path) -> bool) -> Fixed {
    within(ROUNDS, workspace, Overlay::new(), wanted)
}

/// Plans fixes of a workspace with other texts, in no more than so many rounds.
fn within(rounds: usize, workspace: &Workspace, mut overlay: Overlay, wanted: &dyn Fn(&Path) -> bool) -> Fixed {
    let reader = Reader::new(workspace.clone());
    let mut state = Round::take(&reader, &overlay);
    let mut fixer =
        Fixer { workspace, wanted, seen: BTreeSet::new(), careful: BTreeMap::new(), blocked: BTreeMap::new() };
    let mut made: BTreeMap<PathBuf, (Arc<str>, usize)> = BTreeMap::new();
    let mut round = fixer.plan(&state.result);
    for _ in 0..rounds {
        if round.is_empty() {
            break;
        }
        let mut next = overlay.clone();
        next.extend(round.iter().map(|(path, planned)| (path.clone(), Some(Arc::clone(&planned.after)))));
        let then = Round::take(&reader, &next);
        let worse: Vec<&PathBuf> = round.keys().filter(|path| then.unread(path) > state.unread(path)).collect();
        if worse.is_empty() {
            for (path, planned) in round {
                made.entry(path).or_insert((planned.before, 0)).1 += planned.fixes;
            }
            (overlay, state) = (next, then);
        } else {
            worse.into_iter().for_each(|path| fixer.apply_one_by_one(path));
        }
        round = fixer.plan(&state.result);
    }
    let unsettled: Vec<PathBuf> = round.into_keys().collect();
    if !unsettled.is_empty() {
        for path in &unsettled {
            overlay.extend(made.remove(path).map(|(before, _)| (path.clone(), Some(before))));
        }
        state = Round::take(&reader, &overlay);
    }
    let after = |path: &PathBuf| overlay.get(path).cloned().flatten().unwrap_or_default();
    Fixed {
        fixes: made.values().map(|(_, fixes)| fixes).sum(),
        changes: made
            .iter()
            .map(|(path, (before, _))| Change::of_text(path, Arc::clone(before), after(path)))
            .collect(),
        blocked: fixer.blocked.into_iter().filter_map(|(path, blocker)| Some((path, blocker?))).collect(),
        harmed: fixer.careful.into_iter().filter(|(_, passed)| *passed > 0).map(|(path, _)| path).collect(),
        unsettled,
        result: state.result,
    }
}

/// A workspace as it was read and checked once.
struct Round {
    result: CheckResult,
    /// By path, how many errors the writing of a file has.
    unread: BTreeMap<PathBuf, usize>,
}

impl Round {
    fn take(reader: &Reader, overlay: &Overlay) -> Self {
        let loaded = reader.load(overlay);
        let mut unread = BTreeMap::new();
        for fault in loaded.diagnostics.iter().filter(|fault| fault.severity == Severity::Error) {
            if let Some(place) = &fault.place {
                *unread.entry(loaded.files.path(place.file).to_path_buf()).or_default() += 1;
            }
        }
        Self { result: check(loaded), unread }
    }

    fn unread(&self, path: &Path) -> usize {
        self.unread.get(path).copied().unwrap_or_default()
    }
}

/// The fixes of one file in one round.
struct Planned {
    before: Arc<str>,
    after: Arc<str>,
    fixes: usize,
}

/// Where fixes are planned, with what was learnt in earlier rounds.
struct Fixer<'a> {
    workspace: &'a Workspace,
    wanted: &'a dyn Fn(&Path) -> bool,
    /// Texts that files had already, so that fixes that undo each other come to an end.
    seen: BTreeSet<(PathBuf, u64)>,
    /// Files whose fixes are made one by one, with the number of those passed over.
    careful: BTreeMap<PathBuf, usize>,
    /// By path, what forbids to change the file.
    blocked: BTreeMap<PathBuf, Option<Blocker>>,
}

impl Fixer<'_> {
    /// Plans a round: for every file all fixes that do not touch each other.
    fn plan(&mut self, result: &CheckResult) -> BTreeMap<PathBuf, Planned> {
        let mut by_file: BTreeMap<FileId, Vec<&Fix>> = BTreeMap::new();
        for fault in &result.diagnostics {
            if let (Some(place), Some(fix)) = (&fault.place, &fault.fix)
                && fix.is_automatic()
                && !fix.edits.is_empty()
            {
                by_file.entry(place.file).or_default().push(fix);
            }
        }
        let mut round = BTreeMap::new();
        for (file, fixes) in by_file {
            let path = result.files.path(file).to_path_buf();
            if self.may_change(&path)
                && let Some(planned) = self.of_file(&path, result.files.text(file), &fixes)
            {
                round.insert(path, planned);
            }
        }
        round
    }

    fn may_change(&mut self, path: &Path) -> bool {
        let yaml = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"));
        let root = &self.workspace.root;
        yaml && (self.wanted)(path)
            && self.blocked.entry(path.to_path_buf()).or_insert_with(|| Blocker::of(path, root)).is_none()
    }

    fn of_file(&mut self, path: &Path, before: &str, fixes: &[&Fix]) -> Option<Planned> {
        self.seen.insert((path.to_path_buf(), digest(before)));
        loop {
            let (passed, most) = self.careful.get(path).map_or((0, usize::MAX), |passed| (*passed, 1));
            let chosen = together(fixes.iter().skip(passed).take(most).copied());
            if chosen.is_empty() {
                return None;
            }
            let edits = sorted(&chosen);
            let after =
                fix::apply(before, &edits).filter(|after| !self.seen.contains(&(path.to_path_buf(), digest(after))));
            match after {
                Some(after) => {
                    return Some(Planned { before: before.into(), after: after.into(), fixes: chosen.len() });
                }
                None => self.apply_one_by_one(path),
            }
        }
    }

    /// Makes the fixes of a file one by one from now on, and passes over the one that did harm.
    fn apply_one_by_one(&mut self, path: &Path) {
        self.careful.entry(path.to_path_buf()).and_modify(|passed| *passed += 1).or_insert(0);
    }
}

/// Returns fixes that do not touch each other, the first ones of the file before later ones; a fix found twice is taken once.
fn together<'r>(fixes: impl Iterator<Item = &'r Fix>) -> Vec<&'r Fix> {
    let mut chosen: Vec<&Fix> = Vec::new();
    for fix in fixes {
        let touches = |other: &&Fix| other.edits.iter().any(|a| fix.edits.iter().any(|b| touch(a, b)));
        if !chosen.iter().any(touches) {
            chosen.push(fix);
        }
    }
    chosen
}

/// Returns whether two edits lie over each other or side by side, where their order would matter.
fn touch(a: &Edit, b: &Edit) -> bool {
    a.range.start <= b.range.end && b.range.start <= a.range.end
}

fn sorted(fixes: &[&Fix]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = fixes.iter().flat_map(|fix| fix.edits.iter().cloned()).collect();
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    edits
}

fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_whose_repairs_do_not_end_in_time_stays_as_it_is() {
        let workspace = Workspace { root: Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign") };
        let path = PathBuf::from("data/wells/second-well.yaml");
        let text = std::fs::read_to_string(workspace.root.join(&path)).unwrap();
        // The missing space uncovers the date in another order.
        let wrong: Arc<str> = text.replace("dug: 2000-01-02", "dug:23.01.2000").into();
        let overlay = Overlay::from([(path.clone(), Some(Arc::clone(&wrong)))]);
        let repaired = |rounds| within(rounds, &workspace, overlay.clone(), &|one| one == path);
        let short = repaired(1);
        assert_eq!(short.unsettled, std::slice::from_ref(&path));
        assert!(short.changes.is_empty() && short.fixes == 0 && crate::diag::any_error(&short.result.diagnostics));
        let whole = repaired(ROUNDS);
        assert!(whole.unsettled.is_empty() && whole.changes.len() == 1, "{:?}", whole.result.diagnostics);
    }

    #[test]
    fn together_takes_what_does_not_touch_and_each_repair_once() {
        let one = |range: std::ops::Range<usize>| Fix::automatic(vec![Edit::new(range, "x")]);
        let fixes = [one(0..2), one(0..2), one(2..3), one(4..5), one(5..5), one(9..9)];
        let chosen: Vec<usize> = together(fixes.iter()).iter().map(|fix| fix.edits[0].range.start).collect();
        assert_eq!(chosen, [0, 4, 9]);
    }
}
