//! Signatures in the form of OpenSSH (SSHSIG): `ssh-keygen -Y verify` accepts ours, and we accept those of `ssh-keygen -Y sign`. The one room
//! that knows keys; it reads no files and no clock, and what it says of a key never shows the secret part.

mod allowed;
mod key;

pub use allowed::{AllowedSigners, BadLine, Signer, Verdict};
pub use key::{Key, KeyError};

/// What signatures of ours are for: a signature for something else, such as a commit, is none of them.
pub const NAMESPACE: &str = "chancery";

/// The file that a signature of a file stands in.
pub fn file_name(signed: &str) -> String {
    format!("{signed}.sig")
}
