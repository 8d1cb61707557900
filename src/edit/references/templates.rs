//! References in templates: lines that name a record by its id, and lines that put the id of a fixed word together from parts.

use std::path::Path;

use super::{Location, occurrences};

/// Finds the lines of templates that name a record: a fixed word by `words.name`, any record in quotes.
pub fn naming(id: &str, templates: &Path) -> Vec<Location> {
    lines(templates, |text| {
        let named = |range: &std::ops::Range<usize>| {
            let (before, after) = (&text[..range.start], &text[range.end..]);
            before.ends_with("words.") || before.ends_with('"') && after.starts_with('"')
        };
        occurrences(text, id).filter(named).map(|range| range.start).collect()
    })
}

/// Finds the lines of templates that may put an id together: its beginning in quotes before `+`, or its end behind it.
pub fn building(id: &str, templates: &Path) -> Vec<Location> {
    lines(templates, |text| built(id, text))
}

/// Returns where a text may put an id together.
fn built(id: &str, text: &str) -> Vec<usize> {
    let found = |part: String| text.match_indices(&part).map(|(at, _)| (at, part.len())).collect::<Vec<_>>();
    let hyphens = || id.match_indices('-').map(|(at, _)| at);
    let begins = hyphens().flat_map(|at| found(format!("\"{}\"", &id[..=at])));
    let begins = begins.filter(|(at, length)| text[at + length..].trim_start().starts_with('+'));
    let ends = hyphens().flat_map(|at| found(format!("\"{}\"", &id[at..])));
    let ends = ends.filter(|(at, _)| text[..*at].trim_end().ends_with('+'));
    begins.chain(ends).map(|(at, _)| at).collect()
}

/// Returns the lines of templates in which something is found, each once.
fn lines(templates: &Path, find: impl Fn(&str) -> Vec<usize>) -> Vec<Location> {
    let mut spots = Vec::new();
    gather(templates, Path::new("templates"), 8, &mut |path, text| {
        let line = |at: usize| text[..at].matches('\n').count() + 1;
        spots.extend(find(text).into_iter().map(|at| Location { path: path.to_path_buf(), line: line(at) }));
    });
    spots.sort();
    spots.dedup();
    spots
}

fn gather(folder: &Path, name: &Path, depth: usize, each: &mut dyn FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), name.join(entry.file_name()));
        let Ok(sort) = entry.file_type() else { continue };
        if sort.is_dir() && depth > 0 {
            gather(&path, &name, depth - 1, each);
        } else if sort.is_file()
            && path.extension().is_some_and(|ending| ending == "typ")
            && let Ok(text) = std::fs::read_to_string(&path)
        {
            each(&name, &text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_finds_ids_put_together_from_parts() {
        let text =
            "#words.at(\"mode-\" + it.mode)\n#label(\"mode-\")\n#(it.mode + \"-online\")\n#words.at(\"role-\" + it)\n";
        assert_eq!(built("mode-online", text).len(), 2);
        assert_eq!(built("date-basis-stated", text), [0; 0]);
    }
}
