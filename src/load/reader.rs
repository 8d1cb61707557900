//! A workspace that is read several times, each time as it would be with other texts. Only what changes is read again.

use std::cell::RefCell;

use super::files::Overlay;
use super::loader::{Loaded, Loader};
use super::memory::Memory;
use super::workspace::Workspace;

/// A reader that remembers; what somebody else saves meanwhile is seen when the workspace is read anew.
#[derive(Debug)]
pub struct Reader {
    workspace: Workspace,
    memory: RefCell<Memory>,
}

impl Reader {
    /// Creates the reader of a workspace; nothing is read yet.
    pub fn new(workspace: Workspace) -> Self {
        Self { workspace, memory: RefCell::default() }
    }

    /// Reads the workspace as it is on the disk now; of texts that are as they were, the trees are remembered.
    pub fn load_anew(&self) -> Loaded {
        self.memory.borrow_mut().forget_disk();
        self.load(&Overlay::new())
    }

    /// Reads the workspace as it would be with other texts.
    pub fn load(&self, overlay: &Overlay) -> Loaded {
        let (loaded, newer) = Loader::new(&self.workspace, overlay, Some(&self.memory.borrow())).load();
        self.memory.borrow_mut().extend(newer);
        loaded
    }
}
