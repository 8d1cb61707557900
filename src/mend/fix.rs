//! Fix: repairs that have one right answer, made until there are none left. Everything else in a file keeps its bytes.
//!
//! The repairs of a file are made together where they do not touch each other; then the workspace is read and checked again, because one
//! repair can uncover the next fault. A repair after which a file would be read less well is not made.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Change, Obstacle};
use crate::check::{Verdict, check};
use crate::diag::{Edit, FileId, Repair, Severity, repair};
use crate::load::{self, Overlay, Workspace};

/// More rounds than any file needs; the end for repairs that undo each other.
const ROUNDS: usize = 400;

/// What was repaired, and what is left.
#[derive(Debug)]
pub struct Fixed {
    /// The files that change, by path.
    pub changes: Vec<Change>,
    /// How many repairs are made.
    pub repairs: usize,
    /// Files with repairs that cannot be changed.
    pub blocked: Vec<(PathBuf, Obstacle)>,
    /// Files in which a repair would have done harm.
    pub harmed: Vec<PathBuf>,
    /// Files whose repairs come to no end; none of them is made.
    pub unsettled: Vec<PathBuf>,
    /// What is found afterwards.
    pub verdict: Verdict,
}

/// Plans every certain repair of the files that are wanted; writes nothing.
pub fn fix(workspace: &Workspace, wanted: &dyn Fn(&Path) -> bool) -> Fixed {
    within(ROUNDS, workspace, Overlay::new(), wanted)
}

/// Plans repairs of a workspace with other texts, in no more than so many rounds.
fn within(rounds: usize, workspace: &Workspace, mut overlay: Overlay, wanted: &dyn Fn(&Path) -> bool) -> Fixed {
    let mut look = Look::take(workspace, &overlay);
    let mut bench =
        Bench { workspace, wanted, seen: BTreeSet::new(), careful: BTreeMap::new(), blocked: BTreeMap::new() };
    let mut made: BTreeMap<PathBuf, (Arc<str>, usize)> = BTreeMap::new();
    let mut round = bench.plan(&look.verdict);
    for _ in 0..rounds {
        if round.is_empty() {
            break;
        }
        let mut next = overlay.clone();
        next.extend(round.iter().map(|(path, planned)| (path.clone(), Some(Arc::clone(&planned.after)))));
        let then = Look::take(workspace, &next);
        let worse: Vec<&PathBuf> = round.keys().filter(|path| then.unread(path) > look.unread(path)).collect();
        if worse.is_empty() {
            for (path, planned) in round {
                made.entry(path).or_insert((planned.before, 0)).1 += planned.repairs;
            }
            (overlay, look) = (next, then);
        } else {
            worse.into_iter().for_each(|path| bench.beware(path));
        }
        round = bench.plan(&look.verdict);
    }
    let unsettled: Vec<PathBuf> = round.into_keys().collect();
    if !unsettled.is_empty() {
        for path in &unsettled {
            overlay.extend(made.remove(path).map(|(before, _)| (path.clone(), Some(before))));
        }
        look = Look::take(workspace, &overlay);
    }
    let after = |path: &PathBuf| overlay.get(path).cloned().flatten().unwrap_or_default();
    Fixed {
        repairs: made.values().map(|(_, repairs)| repairs).sum(),
        changes: made
            .iter()
            .map(|(path, (before, _))| Change::of_text(path, Arc::clone(before), after(path)))
            .collect(),
        blocked: bench.blocked.into_iter().filter_map(|(path, obstacle)| Some((path, obstacle?))).collect(),
        harmed: bench.careful.into_iter().filter(|(_, passed)| *passed > 0).map(|(path, _)| path).collect(),
        unsettled,
        verdict: look.verdict,
    }
}

/// A workspace as it was read and checked once.
struct Look {
    verdict: Verdict,
    /// By path, how many errors the writing of a file has.
    unread: BTreeMap<PathBuf, usize>,
}

impl Look {
    fn take(workspace: &Workspace, overlay: &Overlay) -> Self {
        let loaded = load::load_over(workspace.clone(), overlay);
        let mut unread = BTreeMap::new();
        for fault in loaded.diagnostics.iter().filter(|fault| fault.severity == Severity::Error) {
            if let Some(place) = &fault.place {
                *unread.entry(loaded.files.path(place.file).to_path_buf()).or_default() += 1;
            }
        }
        Self { verdict: check(loaded), unread }
    }

    fn unread(&self, path: &Path) -> usize {
        self.unread.get(path).copied().unwrap_or_default()
    }
}

/// The repairs of one file in one round.
struct Planned {
    before: Arc<str>,
    after: Arc<str>,
    repairs: usize,
}

/// Where repairs are planned, with what was learnt in earlier rounds.
struct Bench<'a> {
    workspace: &'a Workspace,
    wanted: &'a dyn Fn(&Path) -> bool,
    /// Texts that files had already, so that repairs that undo each other come to an end.
    seen: BTreeSet<(PathBuf, u64)>,
    /// Files whose repairs are made one by one, with the number of those passed over.
    careful: BTreeMap<PathBuf, usize>,
    /// By path, what forbids to change the file.
    blocked: BTreeMap<PathBuf, Option<Obstacle>>,
}

impl Bench<'_> {
    /// Plans a round: for every file all repairs that do not touch each other.
    fn plan(&mut self, verdict: &Verdict) -> BTreeMap<PathBuf, Planned> {
        let mut by_file: BTreeMap<FileId, Vec<&Repair>> = BTreeMap::new();
        for fault in &verdict.diagnostics {
            if let (Some(place), Some(repair)) = (&fault.place, &fault.repair)
                && repair.certain
                && !repair.edits.is_empty()
            {
                by_file.entry(place.file).or_default().push(repair);
            }
        }
        let mut round = BTreeMap::new();
        for (file, repairs) in by_file {
            let path = verdict.files.path(file).to_path_buf();
            if self.may_change(&path)
                && let Some(planned) = self.of_file(&path, verdict.files.text(file), &repairs)
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
        let whole = self.workspace.root.join(path);
        yaml && (self.wanted)(path)
            && self.blocked.entry(path.to_path_buf()).or_insert_with(|| Obstacle::of(&whole)).is_none()
    }

    fn of_file(&mut self, path: &Path, before: &str, repairs: &[&Repair]) -> Option<Planned> {
        self.seen.insert((path.to_path_buf(), digest(before)));
        loop {
            let (passed, most) = self.careful.get(path).map_or((0, usize::MAX), |passed| (*passed, 1));
            let chosen = together(repairs.iter().skip(passed).take(most).copied());
            if chosen.is_empty() {
                return None;
            }
            let edits = sorted(&chosen);
            let after =
                repair::apply(before, &edits).filter(|after| !self.seen.contains(&(path.to_path_buf(), digest(after))));
            match after {
                Some(after) => {
                    return Some(Planned { before: before.into(), after: after.into(), repairs: chosen.len() });
                }
                None => self.beware(path),
            }
        }
    }

    /// Makes the repairs of a file one by one from now on, and passes over the one that did harm.
    fn beware(&mut self, path: &Path) {
        self.careful.entry(path.to_path_buf()).and_modify(|passed| *passed += 1).or_insert(0);
    }
}

/// Returns repairs that do not touch each other, the first ones of the file before later ones; a repair found twice is taken once.
fn together<'r>(repairs: impl Iterator<Item = &'r Repair>) -> Vec<&'r Repair> {
    let mut chosen: Vec<&Repair> = Vec::new();
    for repair in repairs {
        let touches = |other: &&Repair| other.edits.iter().any(|a| repair.edits.iter().any(|b| touch(a, b)));
        if !chosen.iter().any(touches) {
            chosen.push(repair);
        }
    }
    chosen
}

/// Returns whether two edits lie over each other or side by side, where their order would matter.
fn touch(a: &Edit, b: &Edit) -> bool {
    a.range.start <= b.range.end && b.range.start <= a.range.end
}

fn sorted(repairs: &[&Repair]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = repairs.iter().flat_map(|repair| repair.edits.iter().cloned()).collect();
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
        assert!(short.changes.is_empty() && short.repairs == 0 && crate::diag::any_error(&short.verdict.diagnostics));
        let whole = repaired(ROUNDS);
        assert!(whole.unsettled.is_empty() && whole.changes.len() == 1, "{:?}", whole.verdict.diagnostics);
    }

    #[test]
    fn together_takes_what_does_not_touch_and_each_repair_once() {
        let one = |range: std::ops::Range<usize>| Repair::certain(vec![Edit::new(range, "x")]);
        let repairs = [one(0..2), one(0..2), one(2..3), one(4..5), one(5..5), one(9..9)];
        let chosen: Vec<usize> = together(repairs.iter()).iter().map(|repair| repair.edits[0].range.start).collect();
        assert_eq!(chosen, [0, 4, 9]);
    }
}
