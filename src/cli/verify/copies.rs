//! Numbered copies: the ledger says whose a copy is, and so it is made again like the document that it is one of.

use crate::check::Checked;
use crate::distribute;
use crate::ledger::Ledger;
use crate::record::Language;
use crate::release::{self, Registered};
use crate::select::Numbered;

/// Returns the document that a numbered copy is one of, by its name: `…_copy-001.pdf`.
pub fn original<'c>(checked: &'c Checked, file: &str) -> Option<Registered<'c>> {
    let (before, number) = file.strip_suffix(".pdf")?.rsplit_once("_copy-")?;
    let is_number = number.bytes().all(|digit| digit.is_ascii_digit());
    release::registered(checked, &format!("{before}.pdf")).filter(|_| is_number)
}

/// Returns the number of a copy and whose it is; nothing where the ledger knows no such file.
pub fn numbered(checked: &Checked, registered: Registered<'_>, sha256: &str) -> Option<Numbered> {
    let (entries, _) = Ledger::look(&Ledger::place(&checked.workspace.root)).ok()?;
    let entry = entries.into_iter().find(|entry| entry.sha256 == sha256 && entry.document == registered.release.id)?;
    let recipients = distribute::recipients(&checked.store);
    let recipient = recipients.iter().find(|recipient| recipient.id() == entry.recipient)?;
    let language = Language::from_code(&entry.language).unwrap_or(Language::En);
    Some(Numbered { number: entry.copy?, recipient: recipient.name(language).to_owned() })
}
