//! What the cache gives back, and what it does not.

use super::*;
use crate::digest;

const KEY: &str = "abcdef";

fn entry(pdf: &[u8], template: &str) -> Entry {
    let reads = vec![("main.typ".to_owned(), Some(template.to_owned())), ("absent.typ".to_owned(), None)];
    Entry { reads, pages: 2, body_pages: 1, excess: None, bytes: pdf.len(), sha256: digest::of(pdf) }
}

fn now(template: &str) -> impl Fn(&str) -> Option<String> + '_ {
    move |path| (path == "main.typ").then(|| template.to_owned())
}

/// A folder of the tests' own that goes with them.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("chancery-cache-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() { found.extend(files(&entry.path())) } else { found.push(entry.path()) }
    }
    found
}

#[test]
fn an_entry_is_found_while_its_templates_are_as_they_were() {
    let folder = Folder::new("found");
    let cache = Cache::open(&folder.0);
    cache.keep(KEY, &entry(b"one", "t1"), b"{}", b"one");
    cache.keep(KEY, &entry(b"two", "t2"), b"{}", b"two");
    for (template, pdf) in [("t1", b"one"), ("t2", b"two")] {
        let found = cache.find(KEY, now(template)).expect("it was kept");
        assert_eq!((found.pdf().as_deref(), found.page().as_deref()), (Some(&pdf[..]), Some("{}")));
    }
    assert!(cache.find(KEY, now("t3")).is_none());
    assert!(cache.find("abcdee", now("t1")).is_none());
    // A template that was looked for in vain is there now.
    assert!(cache.find(KEY, |_| Some("t1".to_owned())).is_none());
}

#[test]
fn a_damaged_cut_foreign_or_older_file_is_no_entry() {
    let folder = Folder::new("damaged");
    let cache = Cache::open(&folder.0);
    cache.keep(KEY, &entry(b"pdf", "t"), b"{\"a\":1}", b"pdf");
    let path = files(&folder.0).pop().unwrap();
    let whole = fs::read(&path).unwrap();
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(&path, &damaged).unwrap();
        let found = cache.find(KEY, now("t"));
        let both = found.and_then(|found| Some((found.pdf()?, found.page()?)));
        assert_eq!(both, None, "byte {at}");
        fs::write(&path, &whole[..at]).unwrap();
        assert!(cache.find(KEY, now("t")).is_none(), "cut at {at}");
    }
    fs::write(&path, &whole).unwrap();
    assert!(cache.find(KEY, now("t")).is_some());
}

#[test]
fn what_was_used_least_lately_goes_first() {
    let folder = Folder::new("limit");
    let cache = Cache::open(&folder.0);
    for (age, key) in [(9000, "aa1"), (8000, "bb1"), (7000, "cc1")] {
        cache.keep(key, &entry(b"pdf", "t"), b"{}", b"pdf");
        let path = files(&folder.0.join(&key[..2])).pop().unwrap();
        let time = SystemTime::now() - Duration::from_secs(age);
        fs::File::options().append(true).open(path).unwrap().set_modified(time).unwrap();
    }
    assert!(cache.find("aa1", now("t")).is_some(), "its use is noted");
    let size = files(&folder.0)[0].metadata().unwrap().len();
    shrink(&folder.0, 2 * size);
    let there: Vec<bool> = ["aa1", "bb1", "cc1"].iter().map(|key| cache.find(key, now("t")).is_some()).collect();
    assert_eq!(there, [true, false, true]);
    for number in 0..6 {
        cache.keep("dd1", &entry(b"pdf", &format!("t{number}")), b"{}", b"pdf");
    }
    assert_eq!(files(&folder.0.join("dd")).len(), MAX_ENTRIES_PER_KEY);
}
