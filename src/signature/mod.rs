//! Signatures in the form of OpenSSH (SSHSIG): `ssh-keygen -Y verify` accepts ours, and we accept those of `ssh-keygen -Y sign`. The one room
//! that knows keys; it reads no files and no clock, and what it says of a key never shows the secret part.

mod allowed;
mod key;
mod purpose;
mod rsa;

pub use allowed::{AllowedSigners, BadLine, Signer, Verdict};
pub use key::{Key, KeyError};
pub use purpose::{NAMESPACE, file_name};
