//! Suppressions: what a comment puts to rest, and what it does not.

use crate::fixture::{Fixture, Run};

const WELL: &str = "data/wells/third-well.yaml";

fn told(text: &str) -> Vec<String> {
    let fixture = Fixture::foreign();
    fixture.write(WELL, text);
    let Run { output, errors, .. } = fixture.run(&["check", "--message-format", "short"]);
    let line = |line: &str| {
        let (place, rest) = line.strip_prefix(WELL)?.split_once(": ")?;
        let code = rest.split_once('[')?.1.split_once(']')?.0;
        Some(format!("{}{code}", place.trim_start_matches(':').split_once(':').map_or("", |(line, _)| line)))
    };
    (output + &errors).lines().filter_map(line).collect()
}

fn well(before_name: &str, before_ru: &str, behind_ru: &str) -> String {
    format!(
        "id: third-well\n{before_name}name:\n  en: \"Third Well \"\n{before_ru}  ru: \"Третий колодец \"{behind_ru}\nvillage: lower\nsources: [gazette]\n"
    )
}

#[test]
fn a_suppression_speaks_of_the_whole_field_below_it() {
    assert_eq!(told(&well("", "", "")), ["3text-edge", "4text-edge"]);
    assert_eq!(told(&well("# allow text-edge: the signs are painted so\n", "", "")), Vec::<String>::new());
}

#[test]
fn a_suppression_speaks_of_no_other_field() {
    let one = "# allow text-edge: the sign is painted so";
    assert_eq!(told(&well("", &format!("  {one}\n"), "")), ["3text-edge"]);
    assert_eq!(told(&well("", "", &format!(" {one}"))), ["3text-edge"]);
    let text = well("", "", "").replace("village:", &format!("{one}\nvillage:"));
    assert_eq!(told(&text), ["3text-edge", "4text-edge", "5suppression-unused"]);
}

#[test]
fn what_stands_in_a_text_is_no_suppression() {
    let text = "id: third-well\nname: {en: \"Third Well\"}\nstory:\n  en: |\n    Once\n    # allow text-edge: painted so\nvillage: lower\nsources: [gazette]\n";
    assert!(!told(text).iter().any(|told| told.contains("suppression")), "{:?}", told(text));
}

#[test]
fn suppressions_above_each_other_speak_of_one_line() {
    let both = "# allow text-edge: the signs are painted so\n# allow name-long: it is not\n";
    assert_eq!(told(&well(both, "", "")), ["3suppression-unknown"]);
}

#[test]
fn the_former_word_is_still_read() {
    assert_eq!(told(&well("# silence text-edge: the signs are painted so\n", "", "")), Vec::<String>::new());
    let text = well("", "", "").replace("village:", "# silence text-edge: it is painted so\nvillage:");
    assert_eq!(told(&text), ["3text-edge", "4text-edge", "5suppression-unused"]);
    assert_eq!(
        told(&well("# silence for the time being\n", "", "")),
        ["2suppression-unknown", "4text-edge", "5text-edge"]
    );
}

#[test]
fn an_ordinary_remark_is_no_suppression() {
    for remark in [
        "allow for rounding",
        "allow for rounding: nobody measured twice",
        "allow well-known names here",
        "allow dogs: none",
    ] {
        assert_eq!(told(&well(&format!("# {remark}\n"), "", "")), ["4text-edge", "5text-edge"], "{remark}");
    }
    for slip in ["allow text-edg: painted so", "allow edge-of-text: painted so"] {
        assert_eq!(
            told(&well(&format!("# {slip}\n"), "", "")),
            ["2suppression-unknown", "4text-edge", "5text-edge"],
            "{slip}"
        );
    }
}
