//! `chancery site`: an index of the released documents of an edition, for a shared drive or a web server.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::exit::Exit;
use super::options::LanguageOptions;
use super::{output, terminal::Terminal, workspace};
use crate::atomic_write::NewFolder;
use crate::check::Checked;
use crate::diag::{Message, path_text};
use crate::driver::{self, BuildRequest, Hidden, Timings, Views};
use crate::load::Workspace;
use crate::site::{
    self, About, Listing, MARKER, Marker, Material, ReleasedFile, Unfit, Unshown, Version, Withheld, messages,
};

/// Write an index of the released documents
///
/// Makes a folder that a browser opens from a shared drive or a web server, without a network: the released documents that an edition may
/// show, each checked against the register, with a page for each, filters, a search across scripts, and the register as a table. The folder
/// is replaced as a whole.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the index: new, empty, or an index already.
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
    /// The folder that releases were written to; without it, released/ in the workspace.
    #[arg(long, value_name = "FOLDER")]
    from: Option<PathBuf>,
    /// The edition; without it, the first of the settings.
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    #[command(flatten)]
    pub language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    match written(args, workspace, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn written(args: &Args, workspace: Workspace, terminal: &Terminal) -> Result<Exit, Exit> {
    let checked = workspace::checked(workspace, args.edition.as_deref(), &Timings::default(), terminal)?;
    let wanted = BuildRequest { edition: args.edition.clone(), ..BuildRequest::default() };
    let views = Views::new(&checked, &wanted).map_err(|error| {
        terminal.refuse_as(&error.words());
        Exit::Unusable
    })?;
    refuse_folder(&args.to, views.edition(), &checked.workspace, terminal)?;
    let listing = listed(&views, &checked);
    let from = args.from.clone().unwrap_or_else(|| checked.workspace.root.join("released"));
    let room = Room {
        released: output::folder(&from, &views),
        root: checked.workspace.root.clone(),
        edition: views.edition().to_owned(),
        folder: NewFolder::begin(&args.to).map_err(|error| terminal.unwritten(&error))?,
    };
    room.fill(&listing, &checked, terminal)?;
    room.folder.put().map_err(|error| terminal.unwritten(&error))?;
    tell_withheld(&listing, terminal);
    let documents: HashSet<&str> = listing.versions.iter().map(|version| version.text("reference")).collect();
    let values = vec![
        ("path", path_text(args.to.join("index.html")).into()),
        ("documents", documents.len().into()),
        ("versions", listing.versions.len().into()),
    ];
    terminal.inform(&messages::WRITTEN, &values);
    Ok(Exit::Done)
}

/// Returns what the edition lists.
fn listed<'v>(views: &'v Views<'_>, checked: &'v Checked) -> Listing<'v> {
    let hidden = Hidden::of(checked, views.on(None).edition());
    let root = &checked.workspace.root;
    site::listed(views, |release, file| hidden.in_release(release, root, views.edition(), file.language.code()))
}

/// Names every version that is left out, and why, to the person who makes the index.
fn tell_withheld(listing: &Listing<'_>, terminal: &Terminal) {
    if !listing.withheld.is_empty() {
        terminal.inform(&messages::WITHHELD, &vec![("number", listing.withheld.len().into())]);
    }
    for Withheld { release, why } in &listing.withheld {
        let mut values = vec![("reference", release.reference().into()), ("version", release.version().into())];
        let message = match why {
            Unshown::Request => &messages::WITHHELD_REQUEST,
            Unshown::Subject => &messages::WITHHELD_SUBJECT,
            Unshown::Printed(records) => {
                values.push(("records", records.join(", ").into()));
                &messages::WITHHELD_PRINTED
            }
        };
        terminal.inform(message, &values);
    }
}

/// Refuses a folder that holds something else: it would be gone.
fn refuse_folder(folder: &Path, edition: &str, workspace: &Workspace, terminal: &Terminal) -> Result<(), Exit> {
    let path = || ("path", path_text(folder).into());
    if workspace.is_input(folder) {
        terminal.refuse(&messages::IS_INPUT, &vec![path()]);
        return Err(Exit::Unusable);
    }
    let there = files_below(folder, Path::new(""));
    let marker = fs::read(folder.join(MARKER)).ok().and_then(|bytes| Marker::read(&bytes));
    match marker {
        Some(marker) if marker.edition != edition => {
            let values = vec![path(), ("other", marker.edition.as_str().into()), ("edition", edition.into())];
            terminal.refuse(&messages::HOLDS_OTHER_EDITION, &values);
            Err(Exit::Unusable)
        }
        Some(marker) if there.iter().all(|name| name == MARKER || marker.files.contains_key(name)) => Ok(()),
        None if there.is_empty() => Ok(()),
        Some(_) | None => {
            terminal.refuse(&messages::HOLDS_OTHER, &vec![path()]);
            Err(Exit::Unusable)
        }
    }
}

/// Returns the files of a folder and of those in it, by their names from there, with `/` between them.
fn files_below(folder: &Path, within: &Path) -> Vec<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder.join(within)).into_iter().flatten().flatten() {
        let name = within.join(entry.file_name());
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            files.extend(files_below(folder, &name));
        } else {
            files.push(path_text(name));
        }
    }
    files
}

/// Where an index is made, and what from.
struct Room {
    /// The folder of the released files of the edition.
    released: PathBuf,
    /// The workspace.
    root: PathBuf,
    edition: String,
    folder: NewFolder,
}

/// A file that cannot be listed, and why.
type Refused<'v> = (&'static Message, &'v str);

impl Room {
    /// Writes all files of the index.
    fn fill(&self, listing: &Listing<'_>, checked: &Checked, terminal: &Terminal) -> Result<(), Exit> {
        let taken: Vec<Taken<'_>> = listing
            .versions
            .par_iter()
            .flat_map_iter(|version| version.files.iter().map(move |file| (version, file)))
            .map(|(version, file)| self.take(version, file))
            .collect();
        let mut marker = Marker::new(&self.edition);
        let (mut materials, mut refused) = (Vec::new(), Vec::new());
        for one in taken {
            match one {
                Ok((name, sha256, material)) => {
                    marker.files.insert(name, sha256);
                    materials.push(material);
                }
                Err(Fault::Refused(file)) => refused.push(file),
                Err(Fault::Unwritten(error)) => return Err(terminal.unwritten(&error)),
            }
        }
        self.refuse(&refused, terminal)?;
        let mut left = materials.into_iter();
        let materials: Vec<Vec<Material>> =
            listing.versions.iter().map(|version| left.by_ref().take(version.files.len()).collect()).collect();
        let settings = &checked.settings;
        let about = About { edition: &self.edition, office: settings.office.as_ref(), facets: &settings.site.facets };
        for (name, bytes) in site::files(listing, &materials, &about) {
            marker.add(&name, &bytes);
            self.folder.write(&name, &bytes).map_err(|error| terminal.unwritten(&error))?;
        }
        self.folder.write(MARKER, &marker.to_bytes()).map_err(|error| terminal.unwritten(&error))
    }

    /// Takes in a released file, and writes it to the index if it is the one that was released.
    fn take<'v>(&self, version: &Version<'v>, file: &ReleasedFile<'v>) -> Taken<'v> {
        let name = file.text("file");
        let data = driver::page_data_file(&version.release.record.id, &self.edition, file.language.code());
        let printed = fs::read(self.root.join(data)).ok();
        let pdf = fs::read(self.released.join(name)).map_err(|_| Fault::Refused((&messages::IS_MISSING, name)))?;
        let material = Material::of(version, file, &pdf, printed.as_deref()).map_err(|unfit| {
            let why = match unfit {
                Unfit::Other => &messages::IS_OTHER,
                Unfit::Unreadable => &messages::IS_UNREADABLE,
                Unfit::OtherData => &messages::IS_OTHER_DATA,
            };
            Fault::Refused((why, name))
        })?;
        let path = site::document_path(file);
        self.folder.write(&path, &pdf).map_err(Fault::Unwritten)?;
        Ok((path, file.text("sha256").to_owned(), material))
    }

    /// Names every file that is not as it was released.
    fn refuse(&self, refused: &[Refused<'_>], terminal: &Terminal) -> Result<(), Exit> {
        if refused.is_empty() {
            return Ok(());
        }
        terminal.refuse(&messages::NOT_AS_RELEASED, &vec![("folder", path_text(&self.released).into())]);
        for (why, file) in refused {
            terminal.complain(&why.format(&vec![("file", (*file).into())], terminal.locale()));
        }
        Err(Exit::Faults)
    }
}

/// A file that was taken in: its path in the index, its check value, what was found in it.
type Taken<'v> = Result<(String, String, Material), Fault<'v>>;

/// Why a file was not taken in.
enum Fault<'v> {
    Refused(Refused<'v>),
    Unwritten(crate::atomic_write::WriteError),
}
