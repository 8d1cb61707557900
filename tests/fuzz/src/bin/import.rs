//! Any bytes are a table, and what begins like XML the parts of a workbook: it is read or refused, every fault stands at a place of what is shown, and what would be written is a record.
#![no_main]

use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use chancery_fuzz::diag::Files;
use chancery_fuzz::store::Store;
use chancery_fuzz::import::{Fault, ImportOptions, plan, preview, read};
use chancery_fuzz::{expect_caught_panics, faults, load, pack, workspace};
use libfuzzer_sys::fuzz_target;

static HOLDINGS: LazyLock<Arc<Store>> = LazyLock::new(|| workspace::of_tables().store);

fuzz_target!(
    init: expect_caught_panics(),
    |bytes: &[u8]| {
        let bytes = if bytes.starts_with(b"<") { Cow::Owned(pack::workbook(bytes)) } else { bytes.into() };
        let table = match read(&bytes, None) {
            Ok(table) => table,
            Err(refused) => return inspect(&refused.faults, &refused.view),
        };
        let kind = HOLDINGS.schemas.get("well").expect("the kind of wells");
        for id_from in [None, Some("name.en")] {
            let options = ImportOptions { kind, store: &HOLDINGS, skip: &[], id_from, exists: &|_: &Path| false };
            let plan = plan(&table, &options);
            inspect(&plan.faults, &table.view);
            for locale in chancery_fuzz::diag::Locale::ALL {
                let _ = preview(&plan, &table, "t.csv", "well", id_from, locale);
            }
            for draft in &plan.drafts {
                let file = Files::default().add("t.yaml".into(), draft.text.as_str().into());
                let tree = load::tree(&draft.text, file);
                let id = tree.as_ref().and_then(|node| node.get("id")).and_then(|id| id.text());
                assert_eq!(id, Some(&*draft.id), "{}", draft.text);
            }
        }
    }
);

fn inspect(found: &[Fault], view: &str) {
    let mut files = Files::default();
    let file = files.add("t.csv".into(), view.into());
    for fault in found {
        assert!(fault.range.clone().is_none_or(|range| view.get(range).is_some()), "{fault:?}");
    }
    let told: Vec<_> = found.iter().map(|fault| fault.diagnostic(file)).collect();
    faults::inspect(&told, &files);
}
