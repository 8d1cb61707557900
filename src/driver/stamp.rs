//! The stamp of a build: of everything that went in, and of the manifests that came out. While both are as they were and every file is the
//! one that its manifest names, there is nothing to do, and that is known before a record is parsed.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::action;
use crate::digest;
use crate::emit::{Manifest, OutputFolder, Part, State, WriteError, all_current, holds};
use crate::load::{self, Workspace};

/// The name of the file, in the folder of the first edition.
const NAME: &str = ".stamp";

/// What stood at the beginning of a build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    inputs: String,
    program: String,
    /// The folders with the digests of their manifests, below the folder of the stamp.
    manifests: Vec<(PathBuf, String)>,
}

impl Stamp {
    /// Takes what goes in; it is to be taken before anything is loaded, so that an edit in the meantime is not missed.
    pub fn take(workspace: &Workspace) -> Option<Self> {
        let inputs = load::inputs(workspace)?;
        Some(Self { inputs, program: action::program(), manifests: Vec::new() })
    }

    /// Returns whether what goes in is still what it was.
    pub fn holds(&self, workspace: &Workspace) -> bool {
        load::inputs(workspace).is_some_and(|inputs| inputs == self.inputs)
    }

    /// Returns how many documents there are, if none of them has to be made.
    pub fn is_fresh(&self, out: &Path) -> Option<usize> {
        let earlier: Self = serde_json::from_slice(&std::fs::read(out.join(NAME)).ok()?).ok()?;
        if earlier.inputs != self.inputs || earlier.program != self.program {
            return None;
        }
        let mut documents = 0;
        for (folder, sha256) in &earlier.manifests {
            let folder = out.join(folder);
            let manifest = Manifest::of(&folder);
            if !holds(&folder, &Part::Whole.manifest(), sha256) || !all_current(&folder, &manifest) {
                return None;
            }
            documents += manifest.documents.len();
        }
        Some(documents)
    }

    /// Puts the stamp into the folder of the first edition, if every document that was expected is there and no other.
    ///
    /// # Errors
    /// Returns the path that cannot be written.
    pub fn put(mut self, folders: &[&OutputFolder], out: &Path) -> Result<(), WriteError> {
        for folder in folders {
            let manifest = folder.manifest();
            let Ok(below) = folder.root().strip_prefix(out) else { return Ok(()) };
            if manifest.documents.iter().any(|entry| entry.state != State::Current) {
                return Ok(());
            }
            self.manifests.push((below.to_path_buf(), digest::of(manifest.to_bytes())));
        }
        let bytes = serde_json::to_vec(&self).expect("a stamp is plain text");
        folders.first().map_or(Ok(()), |first| first.write(NAME, &bytes).map(drop))
    }
}
