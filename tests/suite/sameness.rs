//! Same data, templates and program give the same bytes, whatever the folder, clock zone, language, home or number of threads.

use crate::fixture::Fixture;

#[test]
fn anniversary_has_the_same_bytes_from_another_folder_and_environment() {
    let (one, other) = (Fixture::shipped(), Fixture::shipped());
    let first = one.run(&["report", "anniversary"]);
    assert_eq!((first.code, first.errors.as_str()), (0, ""));
    let variables = [
        ("TZ", "Asia/Tashkent"),
        ("LANG", "ru_RU.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("HOME", "/nowhere"),
        ("RAYON_NUM_THREADS", "1"),
    ];
    let second = other.run_with(&["report", "anniversary"], &variables);
    assert_eq!((second.code, second.errors.as_str()), (0, ""));
    let (first, second) = (one.files("out"), other.files("out"));
    let names: Vec<&str> = first.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["2026-04-27_anniversary-summary_en.pdf", "2026-04-27_anniversary-summary_ru.pdf", "manifest.json"]
    );
    assert!(first == second, "the bytes differ");
}
