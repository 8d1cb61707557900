//! The key of a person who signs.

use std::fmt;

use ssh_key::{Algorithm, EcdsaCurve, HashAlg, LineEnding, PrivateKey};

use super::purpose::NAMESPACE;

/// A key that can sign.
pub struct Key(PrivateKey);

/// Why a key cannot sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyError {
    /// It is no private key of OpenSSH.
    NotAKey,
    /// It is locked, and nobody gave the passphrase.
    Locked,
    /// It is locked with another passphrase.
    WrongPassphrase,
    /// It is of a kind that the program does not sign with.
    UnknownKind,
}

impl Key {
    /// Reads a private key; `passphrase` is asked for only where the key is locked.
    ///
    /// # Errors
    /// Returns why it cannot sign.
    pub fn read(text: &[u8], passphrase: impl FnOnce() -> Option<String>) -> Result<Self, KeyError> {
        let key = PrivateKey::from_openssh(text).map_err(|_| KeyError::NotAKey)?;
        let key = if key.is_encrypted() {
            let passphrase = passphrase().ok_or(KeyError::Locked)?;
            key.decrypt(passphrase.as_bytes()).map_err(|_| KeyError::WrongPassphrase)?
        } else {
            key
        };
        match key.algorithm() {
            Algorithm::Ed25519 | Algorithm::Ecdsa { curve: EcdsaCurve::NistP256 } => Ok(Self(key)),
            _ => Err(KeyError::UnknownKind),
        }
    }

    /// Signs bytes: the same bytes by the same key give the same signature.
    ///
    /// # Errors
    /// Returns that the key is of a kind that does not sign.
    pub fn sign(&self, bytes: &[u8]) -> Result<String, KeyError> {
        let signature = self.0.sign(NAMESPACE, HashAlg::Sha512, bytes).map_err(|_| KeyError::UnknownKind)?;
        signature.to_pem(LineEnding::LF).map_err(|_| KeyError::UnknownKind)
    }

    /// Returns the public part in one line, as it stands in a list of those who may sign.
    pub fn public_line(&self) -> String {
        self.0.public_key().to_openssh().unwrap_or_default()
    }

    /// Returns the fingerprint: `SHA256:…`.
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint(HashAlg::Sha256).to_string()
    }
}

/// A key shows its fingerprint alone.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fingerprint())
    }
}
