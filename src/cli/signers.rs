//! Who signs and who may: keys, the list of those who may sign, and what is said of a signature.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::{clock, terminal::Terminal, trust_messages};
use crate::diag::{MessageArgs, path_text};
use crate::signature::{AllowedSigners, Key, KeyError, Verdict};

/// Where a workspace says who may sign.
pub const ALLOWED: &str = "data/register/allowed_signers";

/// The variable of the environment that holds the passphrase of a key.
const PASSPHRASE: &str = "CHANCERY_PASSPHRASE";

/// Reads the key of somebody who signs; the passphrase of a locked one stands in a file or in the environment.
///
/// # Errors
/// Says why there is none.
pub fn key(path: &Path, passphrase: Option<&Path>, terminal: &Terminal) -> Result<Key, Exit> {
    let text = read(path, terminal)?;
    let given = match passphrase {
        Some(file) => Some(String::from_utf8_lossy(&read(file, terminal)?).trim_end_matches(['\r', '\n']).to_owned()),
        None => std::env::var(PASSPHRASE).ok(),
    };
    Key::read(&text, || given).map_err(|error| {
        let message = match error {
            KeyError::NotAKey => &trust_messages::NOT_A_KEY,
            KeyError::Locked => &trust_messages::KEY_LOCKED,
            KeyError::WrongPassphrase => &trust_messages::WRONG_PASSPHRASE,
            KeyError::UnknownKind => &trust_messages::UNKNOWN_KIND_OF_KEY,
        };
        terminal.refuse(message, &vec![("path", path_text(path).into())]);
        Exit::Unusable
    })
}

/// Reads the list of those who may sign: the one that was named, or that of a workspace; nothing where there is none.
///
/// # Errors
/// Says what is wrong with it.
pub fn allowed(named: Option<&Path>, root: Option<&Path>, terminal: &Terminal) -> Result<Option<AllowedSigners>, Exit> {
    let own: Option<PathBuf> = root.map(|root| root.join(ALLOWED)).filter(|path| path.is_file());
    let Some(path) = named.map(Path::to_path_buf).or(own) else { return Ok(None) };
    let text = read(&path, terminal)?;
    AllowedSigners::read(&String::from_utf8_lossy(&text)).map(Some).map_err(|line| {
        terminal
            .refuse(&trust_messages::BAD_SIGNERS, &vec![("path", path_text(&path).into()), ("line", line.0.into())]);
        Exit::Unusable
    })
}

fn read(path: &Path, terminal: &Terminal) -> Result<Vec<u8>, Exit> {
    std::fs::read(path).map_err(|error| terminal.unread(path, &error))
}

/// Returns the time of the clock, in which keys are good or not, as `20220304120000` of Greenwich.
pub fn now() -> String {
    clock::now().text.chars().filter(char::is_ascii_digit).collect()
}

/// Says what a signature is found to be; returns whether somebody who may sign signed.
fn tell(file: &str, verdict: &Verdict, terminal: &Terminal) -> bool {
    let mut values: MessageArgs = vec![("file", file.into())];
    let message = match verdict {
        Verdict::Signed { by, fingerprint } => {
            values.extend([("by", by.as_str().into()), ("key", fingerprint.as_str().into())]);
            &trust_messages::SIGNED_BY
        }
        Verdict::Stranger { fingerprint } => {
            values.push(("key", fingerprint.as_str().into()));
            &trust_messages::SIGNED_BY_STRANGER
        }
        Verdict::OutOfTime { by } => {
            values.push(("by", by.as_str().into()));
            &trust_messages::SIGNED_OUT_OF_TIME
        }
        Verdict::Broken => &trust_messages::SIGNATURE_BROKEN,
        Verdict::NoSignature => &trust_messages::NO_SIGNATURE,
    };
    terminal.inform(message, &values);
    matches!(verdict, Verdict::Signed { .. })
}

/// Says what the signature of a file is found to be, if there is one; returns whether somebody who may sign signed, nothing where nobody did
/// or nobody can tell.
pub fn tell_of(
    file: &str,
    bytes: &[u8],
    signature: Option<&[u8]>,
    may_sign: Option<&AllowedSigners>,
    terminal: &Terminal,
) -> Option<bool> {
    let values = || vec![("file", file.into())];
    match (signature, may_sign) {
        (None, _) => terminal.inform(&trust_messages::NOT_SIGNED, &values()),
        (Some(_), None) => terminal.inform(&trust_messages::NOBODY_MAY_SIGN, &values()),
        (Some(signature), Some(signers)) => {
            return Some(tell(file, &signers.judge(bytes, signature, &now()), terminal));
        }
    }
    None
}
