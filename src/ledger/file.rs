//! The file of the ledger: one process at a time adds to it, and what it added is on the disk before it goes on.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::chain::{self, Broken, Head};
use super::entry::Entry;
use super::holding::Holdings;

/// Where the ledger of a workspace lies in it.
pub const PLACE: &str = "data/register/deliveries.jsonl";

/// A ledger that this process has for itself.
#[derive(Debug)]
pub struct Ledger {
    file: File,
    head: Head,
    holdings: Holdings,
    torn: bool,
}

/// Why there is no ledger to add to.
#[derive(Debug)]
pub enum NoLedger {
    /// Another process has it.
    Held,
    /// The system says why.
    System(io::Error),
    /// It is broken.
    Broken(Broken),
}

impl Ledger {
    /// Opens a ledger for adding, which is made where it is missing; only its owner may read it. A last line that a process that died did not
    /// write to its end is cut off: nothing was done on its strength.
    ///
    /// # Errors
    /// Returns why there is none.
    pub fn open(path: &Path) -> Result<Self, NoLedger> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path).map_err(NoLedger::System)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(NoLedger::Held),
            Err(TryLockError::Error(error)) => return Err(NoLedger::System(error)),
        }
        let mut text = String::new();
        file.read_to_string(&mut text).map_err(NoLedger::System)?;
        let (entries, head, torn) = match chain::read(&text) {
            Ok((entries, head)) => (entries, head, false),
            Err(((entries, head), Broken::Torn(_))) => (entries, head, true),
            Err((_, broken)) => return Err(NoLedger::Broken(broken)),
        };
        if torn {
            let whole = text.rfind('\n').map_or(0, |at| at + 1);
            file.set_len(whole as u64).map_err(NoLedger::System)?;
        }
        file.seek(SeekFrom::End(0)).map_err(NoLedger::System)?;
        let mut holdings = Holdings::default();
        entries.iter().for_each(|entry| holdings.note(entry));
        Ok(Self { file, head, holdings, torn })
    }

    /// Returns what its lines come to, without keeping others from it.
    ///
    /// # Errors
    /// Returns why it cannot be read. A ledger that is not there says nothing.
    pub fn look(path: &Path) -> Result<(Vec<Entry>, Head), NoLedger> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(NoLedger::System(error)),
        };
        match chain::read(&text) {
            Ok(read) | Err((read, Broken::Torn(_))) => Ok(read),
            Err((_, broken)) => Err(NoLedger::Broken(broken)),
        }
    }

    /// Returns where the ledger of a workspace lies.
    pub fn place(root: &Path) -> PathBuf {
        root.join(PLACE)
    }

    /// Returns whether the last line of it was cut off.
    pub fn was_torn(&self) -> bool {
        self.torn
    }

    /// Returns who holds what.
    pub fn holdings(&self) -> &Holdings {
        &self.holdings
    }

    /// Adds lines. When this returns, they are on the disk.
    ///
    /// # Errors
    /// Returns what the system says; then nothing may be done on their strength.
    pub fn add(&mut self, entries: &[Entry]) -> io::Result<()> {
        let (mut text, mut head) = (String::new(), self.head.clone());
        for entry in entries {
            let (line, next) = chain::line(entry, &head);
            text.push_str(&line);
            head = next;
        }
        self.file.write_all(text.as_bytes())?;
        self.file.sync_data()?;
        self.head = head;
        entries.iter().for_each(|entry| self.holdings.note(entry));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::entry::{Channel, Purpose, Step};
    use super::*;

    fn entry(step: Step) -> Entry {
        Entry {
            at: "2001-02-03T04:05:06Z".to_owned(),
            step,
            purpose: Purpose::Document,
            delivery: "d".to_owned(),
            recipient: "clerk".to_owned(),
            document: "a-v01".to_owned(),
            version: "v01".to_owned(),
            edition: "public".to_owned(),
            language: "en".to_owned(),
            sha256: "0".repeat(64),
            copy: None,
            channel: Channel::Mail,
            result: None,
        }
    }

    #[test]
    fn lines_stay_one_process_adds_and_a_torn_line_goes() {
        let folder = crate::atomic_write::temporary_folder().unwrap();
        let path = folder.path().join("deliveries.jsonl");
        let mut ledger = Ledger::open(&path).unwrap();
        ledger.add(&[entry(Step::Attempt), entry(Step::Accepted)]).unwrap();
        assert!(matches!(Ledger::open(&path), Err(NoLedger::Held)));
        drop(ledger);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        let whole = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, format!("{whole}{{\"at\":")).unwrap();
        let mut ledger = Ledger::open(&path).unwrap();
        assert!(ledger.was_torn());
        ledger.add(&[entry(Step::Bounced)]).unwrap();
        drop(ledger);
        let (entries, head) = Ledger::look(&path).unwrap();
        assert_eq!(
            entries.iter().map(|entry| entry.step).collect::<Vec<_>>(),
            [Step::Attempt, Step::Accepted, Step::Bounced]
        );
        assert_eq!(head.lines, 3);
        std::fs::write(&path, whole.replace("clerk", "clark")).unwrap();
        assert!(matches!(Ledger::open(&path), Err(NoLedger::Broken(Broken::Edited(1)))));
    }
}
