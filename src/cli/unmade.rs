//! Why a released file cannot be made again, for every command that does so.

use super::exit::Exit;
use super::release::no_repository;
use super::terminal::Terminal;
use crate::release::Unmade;

/// Says why, and returns how the command ends; `commit` is the one that it was made from.
pub fn tell(why: Unmade, commit: &str, terminal: &Terminal) -> Exit {
    match why {
        Unmade::NoCommit(error) => no_repository(&error, terminal),
        Unmade::Faulty => {
            terminal.refuse(&super::messages::FAULTY_THEN, &vec![("since", commit.into())]);
            Exit::Faults
        }
        Unmade::Plan(error) => {
            terminal.refuse_as(&error.words());
            Exit::Unusable
        }
        Unmade::Failed(failed) => {
            terminal.diagnose(&failed.diagnostics, &failed.files);
            Exit::Faults
        }
    }
}
