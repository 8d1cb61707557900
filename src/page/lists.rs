//! What is chosen out of lists and sets, as page data say it: by the places of what is printed elsewhere. So nothing stands there twice.

use serde_json::{Map, Value as Json, json};

use crate::record::Node;
use crate::select::{Chosen, Member, Selection, Told};

/// Where an entry stands, and the values by which it is grouped.
type Placed<'k> = (usize, &'k [String]);

/// Returns where what is chosen stands: its places in a list whose entries are printed, and its groups.
pub fn places<'n>(chosen: &Chosen<'_>, printed: impl Iterator<Item = Option<&'n Node>>) -> Json {
    let keys = |node: &Node| {
        let is_it = |member: &Member<'_>| matches!(member, Member::Entry(own) if std::ptr::eq(*own, node));
        chosen.entries.iter().find(|(member, _)| is_it(member)).map(|(_, keys)| keys.as_slice())
    };
    // What is not settled is printed as nothing, and has its place.
    let found = printed.enumerate().filter_map(|(at, node)| Some((at, keys(node?)?)));
    said(chosen, found.collect())
}

/// Returns the places of records of a set.
pub fn places_in_set(chosen: &Chosen<'_>) -> Json {
    let place = |(member, keys): &'_ (Member<'_>, Vec<String>)| match member {
        Member::Place(at) => Some((*at, keys.clone())),
        Member::Entry(_) => None,
    };
    let found: Vec<(usize, Vec<String>)> = chosen.entries.iter().filter_map(place).collect();
    said(chosen, found.iter().map(|(at, keys)| (*at, keys.as_slice())).collect())
}

fn said(chosen: &Chosen<'_>, mut found: Vec<Placed<'_>>) -> Json {
    found.truncate(chosen.list.first.unwrap_or(usize::MAX));
    if chosen.list.by.is_empty() { json!({"at": at(&found)}) } else { groups(&found) }
}

/// Returns entries by their first value, in the order in which the values come; each group by the values that follow.
fn groups(found: &[Placed<'_>]) -> Json {
    let mut all: Vec<(&String, Vec<Placed<'_>>)> = Vec::new();
    for (at, keys) in found {
        let Some((own, below)) = keys.split_first() else { continue };
        match all.iter_mut().find(|(key, _)| *key == own) {
            Some((_, group)) => group.push((*at, below)),
            None => all.push((own, vec![(*at, below)])),
        }
    }
    let group = |(_, group): &(&String, Vec<Placed<'_>>)| {
        let mut json = json!({"at": at(group)});
        if group.iter().any(|(_, keys)| !keys.is_empty()) {
            json["groups"] = groups(group);
        }
        json
    };
    all.iter().map(group).collect()
}

fn at(found: &[Placed<'_>]) -> Vec<usize> {
    found.iter().map(|(at, _)| *at).collect()
}

/// Returns what stands in each band, by its name.
pub fn bands(selection: &Selection<'_>) -> Json {
    selection.bands.iter().map(|(name, told)| ((*name).to_owned(), band(told))).collect::<Map<String, Json>>().into()
}

fn band(told: &[Told<'_>]) -> Json {
    let one = |told: &Told<'_>| match told {
        Told::Count(name) => json!({"count": name}),
        Told::Record(set, at) => json!({"set": set, "at": at}),
    };
    told.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stand_as_their_values_come_and_hold_those_of_the_next_value() {
        let keys = [["a", "x"], ["b", "x"], ["a", "y"], ["a", "x"]].map(|keys| keys.map(str::to_owned));
        let found: Vec<Placed<'_>> = keys.iter().enumerate().map(|(at, keys)| (at + 1, &keys[..])).collect();
        let expected = json!([
            {"at": [1, 3, 4], "groups": [{"at": [1, 4]}, {"at": [3]}]},
            {"at": [2], "groups": [{"at": [2]}]},
        ]);
        assert_eq!(groups(&found), expected);
        let by_one: Vec<Placed<'_>> = found.iter().map(|(at, keys)| (*at, &keys[1..])).collect();
        assert_eq!(groups(&by_one), json!([{"at": [1, 2, 4]}, {"at": [3]}]));
    }
}
