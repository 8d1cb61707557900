//! What `chancery verify` is asked.

use std::path::PathBuf;

use super::super::options::LanguageOptions;

/// Make a document again and compare it with a file; check a folder or a ZIP file of documents
///
/// Of a folder or a ZIP file: checks every file against SHA256SUMS or manifest.json, the signature of that list, and makes what was released
/// again from its commits. Without a workspace around, all but the last. A file of the register is made again from the commit that it names. Any other: says whether the file is what the records, templates and fonts of the workspace make, to the byte. Where it is not, says what differs:
/// the program, the fonts, templates, or which fields of which records, as far as manifest.json and the cache beside the file know.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The PDF, under the name that it was written with; or a folder or a ZIP file with a list of what is in it.
    pub file: PathBuf,
    /// Who may sign, in the form of OpenSSH; without it, data/register/allowed_signers of the workspace. With it, what is not signed does not
    /// hold.
    #[arg(long, value_name = "FILE")]
    pub allowed_signers: Option<PathBuf>,
    /// The folder of what was made before; without it, .cache/ beside the file.
    #[arg(long, value_name = "FOLDER")]
    pub cache: Option<PathBuf>,
    #[command(flatten)]
    pub language_options: LanguageOptions,
}
