//! `chancery manifest`: joins what several machines made.

use std::path::PathBuf;

use super::exit::Exit;
use super::options::LanguageOptions;
use super::{output, terminal::Terminal, workspace};
use crate::diag::{messages, path_text};
use crate::driver::{self, Expected, Timings};
use crate::emit::{OutputFolder, Part};
use crate::load::Workspace;

/// Join the manifests of the parts of a build
///
/// Each machine that makes a part with `build --shard` leaves a manifest of its own. This command joins them to manifest.json and names every
/// document that no part holds; then the machine whose part is missing runs again, and nothing is made twice.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
    #[command(flatten)]
    pub language_options: LanguageOptions,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Join the parts in a folder.
    Merge {
        /// The folder that the parts were written to; without it, out/ in the workspace.
        folder: Option<PathBuf>,
    },
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let Action::Merge { folder } = &args.action;
    let place = workspace.clone();
    let out = folder.clone().unwrap_or_else(|| workspace.root.join("out"));
    let checked = match workspace::checked(workspace, None, &Timings::default(), terminal) {
        Ok(checked) => checked,
        Err(exit) => return exit,
    };
    workspace::planned(driver::views(&checked), terminal, |views, documents| {
        let mut folders = Vec::new();
        for views in views {
            match output::hold(&output::folder(&out, views), views.edition(), Part::Whole, &place, terminal) {
                Ok(folder) => folders.push(folder),
                Err(exit) => return exit,
            }
        }
        merge(&documents, &folders, terminal)
    })
}

fn merge(documents: &[Expected<'_>], folders: &[OutputFolder], terminal: &Terminal) -> Exit {
    let outs: Vec<&OutputFolder> = folders.iter().collect();
    let merged = match driver::merge(documents, &outs) {
        Ok(merged) => merged,
        Err(error) => return terminal.unwritten(&error),
    };
    let path = |at: &usize| path_text(folders[documents[*at].edition].path(&documents[*at].file));
    for (places, message) in [(&merged.missing, &messages::MISSING), (&merged.failed, &messages::FAILED)] {
        places.iter().for_each(|at| terminal.inform(message, &vec![("path", path(at).into())]));
    }
    let values = vec![
        ("all", documents.len().into()),
        ("missing", merged.missing.len().into()),
        ("failed", merged.failed.len().into()),
        ("withdrawn", merged.withdrawn.into()),
    ];
    terminal.inform(&messages::MERGED, &values);
    if merged.missing.is_empty() && merged.failed.is_empty() { Exit::Done } else { Exit::Faults }
}
