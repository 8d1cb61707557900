//! Who may sign: the `allowed_signers` file of OpenSSH, `names [options] key [comment]` in each line.

use ssh_key::authorized_keys::Entry;
use ssh_key::public::KeyData;
use ssh_key::{HashAlg, PublicKey, SshSig};

use super::purpose::NAMESPACE;
use super::rsa;

/// Somebody who may sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// The names, as the file has them: mostly an address of mail.
    pub names: String,
    key: PublicKey,
    /// From when to when the key is good, as `20220304000000` in the time of Greenwich.
    after: Option<String>,
    before: Option<String>,
}

/// Those who may sign.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AllowedSigners(Vec<Signer>);

/// A line that cannot be understood, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadLine(pub usize);

/// What a signature is found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Somebody who may sign signed these bytes.
    Signed {
        /// The names of the signer.
        by: String,
        /// The fingerprint of the key.
        fingerprint: String,
    },
    /// Somebody signed these bytes who is not among those who may.
    Stranger {
        /// The fingerprint of the key.
        fingerprint: String,
    },
    /// The key of somebody who may sign, at a time when it is not good.
    OutOfTime {
        /// The names of the signer.
        by: String,
    },
    /// It is a signature of other bytes, or for another purpose.
    Broken,
    /// It is no signature.
    NoSignature,
}

impl AllowedSigners {
    /// Reads the file.
    ///
    /// # Errors
    /// Returns the first line that cannot be understood.
    pub fn read(text: &str) -> Result<Self, BadLine> {
        let lines = text.lines().map(str::trim).enumerate();
        let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let mut signers = Vec::new();
        for (at, line) in lines {
            match signer(line).ok_or(BadLine(at + 1))? {
                Line::Signs(signer) => signers.push(*signer),
                Line::SignsOther => {}
            }
        }
        Ok(Self(signers))
    }

    /// Returns whether nobody may sign.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Judges a signature of bytes; `now` is the time as `20220304120000`, against which the validity of keys is held.
    pub fn judge(&self, bytes: &[u8], signature: &[u8], now: &str) -> Verdict {
        let Ok(signature) = SshSig::from_pem(signature) else { return Verdict::NoSignature };
        let key = PublicKey::new(signature.public_key().clone(), "");
        let holds = match key.key_data() {
            KeyData::Rsa(rsa) => rsa::verifies(rsa, NAMESPACE, bytes, &signature),
            _ => key.verify(NAMESPACE, bytes, &signature).is_ok(),
        };
        if !holds {
            return Verdict::Broken;
        }
        let fingerprint = key.fingerprint(HashAlg::Sha256).to_string();
        let own: Vec<&Signer> = self.0.iter().filter(|signer| signer.key.key_data() == key.key_data()).collect();
        match own.iter().find(|signer| signer.is_good(now)).or(own.first()) {
            Some(signer) if signer.is_good(now) => Verdict::Signed { by: signer.names.clone(), fingerprint },
            Some(signer) => Verdict::OutOfTime { by: signer.names.clone() },
            None => Verdict::Stranger { fingerprint },
        }
    }
}

impl Signer {
    fn is_good(&self, now: &str) -> bool {
        self.after.as_deref().is_none_or(|after| after <= now)
            && self.before.as_deref().is_none_or(|before| now <= before)
    }
}

/// A line of the file.
enum Line {
    /// Somebody who may sign for us.
    Signs(Box<Signer>),
    /// A key that is good for other things only.
    SignsOther,
}

/// Reads a line; nothing where it cannot be understood.
fn signer(line: &str) -> Option<Line> {
    let (names, rest) = line.split_once(char::is_whitespace)?;
    let entry: Entry = rest.trim_start().parse().ok()?;
    let mut signer = Signer { names: names.to_owned(), key: entry.public_key().clone(), after: None, before: None };
    for option in entry.config_opts().iter() {
        let (name, value) = option.split_once('=').unwrap_or((option, ""));
        let value = value.trim_matches('"');
        match name.to_ascii_lowercase().as_str() {
            "namespaces" if !value.split(',').any(|space| space == NAMESPACE || space == "*") => {
                return Some(Line::SignsOther);
            }
            "namespaces" => {}
            "valid-after" => signer.after = Some(time(value)?),
            "valid-before" => signer.before = Some(time(value)?),
            // A key that certifies others signs nothing itself, and what we do not know may narrow what the key is good for.
            _ => return Some(Line::SignsOther),
        }
    }
    Some(Line::Signs(Box::new(signer)))
}

/// Reads `20220304`, `20220304Z` or `202203041200[00]`, and writes it with seconds.
fn time(text: &str) -> Option<String> {
    let digits = text.strip_suffix('Z').unwrap_or(text);
    let known = matches!(digits.len(), 8 | 12 | 14) && digits.bytes().all(|digit| digit.is_ascii_digit());
    known.then(|| format!("{digits:0<14}"))
}

#[cfg(test)]
mod tests {
    use ssh_key::private::{Ed25519Keypair, KeypairData};
    use ssh_key::public::SkEd25519;
    use ssh_key::{Algorithm, Cipher, Kdf, LineEnding, PrivateKey, Signature};

    use super::super::key::{Key, KeyError};
    use super::*;

    const NOW: &str = "20220304120000";

    /// Keys of nobody, each of a number.
    fn private(number: u8) -> PrivateKey {
        let pair = KeypairData::Ed25519(Ed25519Keypair::from_seed(&[number; 32]));
        PrivateKey::new(pair, "clerk@example.org").expect("a key")
    }

    fn text(key: &PrivateKey) -> String {
        key.to_openssh(LineEnding::LF).expect("a text").to_string()
    }

    fn key() -> Key {
        Key::read(text(&private(1)).as_bytes(), || None).expect("a key")
    }

    #[test]
    fn a_signature_holds_for_its_bytes_and_those_who_may_sign() {
        let key = key();
        let signature = key.sign(b"manifest").expect("a signature");
        assert_eq!(signature, key.sign(b"manifest").expect("a signature"), "the same each time");
        let allowed = AllowedSigners::read(&format!("# us\n\nclerk@example.org {}\n", key.public_line()));
        let allowed = allowed.expect("a list");
        let verdict = allowed.judge(b"manifest", signature.as_bytes(), NOW);
        assert!(matches!(&verdict, Verdict::Signed { by, .. } if by == "clerk@example.org"), "{verdict:?}");
        assert_eq!(allowed.judge(b"Manifest", signature.as_bytes(), NOW), Verdict::Broken);
        assert_eq!(allowed.judge(b"manifest", b"nothing", NOW), Verdict::NoSignature);
        let nobody = AllowedSigners::default().judge(b"manifest", signature.as_bytes(), NOW);
        assert_eq!(nobody, Verdict::Stranger { fingerprint: key.fingerprint() });
        let other = private(1).sign("file", HashAlg::Sha512, b"manifest").expect("a signature");
        let other = other.to_pem(LineEnding::LF).expect("a text");
        assert_eq!(allowed.judge(b"manifest", other.as_bytes(), NOW), Verdict::Broken, "for another purpose");
    }

    #[test]
    fn a_key_is_good_for_its_purpose_and_its_time() {
        let key = key();
        let signature = key.sign(b"x").expect("a signature");
        let judge = |options: &str| {
            let allowed = AllowedSigners::read(&format!("clerk {options} {}", key.public_line())).expect("a list");
            allowed.judge(b"x", signature.as_bytes(), NOW)
        };
        assert!(matches!(judge("namespaces=\"file,chancery\""), Verdict::Signed { .. }));
        assert!(matches!(judge("namespaces=\"git\""), Verdict::Stranger { .. }));
        assert!(matches!(judge("cert-authority"), Verdict::Stranger { .. }));
        assert!(matches!(judge("valid-after=\"20220304\",valid-before=\"20220305Z\""), Verdict::Signed { .. }));
        assert_eq!(judge("valid-before=\"202203041159\""), Verdict::OutOfTime { by: "clerk".to_owned() });
        assert_eq!(AllowedSigners::read("clerk valid-after=\"soon\" ssh-ed25519 x"), Err(BadLine(1)));
        assert_eq!(AllowedSigners::read("\nclerk"), Err(BadLine(2)));
    }

    #[test]
    fn a_key_that_stays_in_its_device_can_have_signed() {
        let pair = Ed25519Keypair::from_seed(&[5; 32]);
        let public = KeyData::SkEd25519(SkEd25519::new(pair.public, "ssh:"));
        let asked = SshSig::signed_data(NAMESPACE, HashAlg::Sha512, b"manifest").expect("what is signed");
        // A device signs the name of the use, that somebody touched it, how often it has signed, and what it was asked.
        let touched_and_count = [1, 0, 0, 0, 9];
        let all = [&sha2_of_device(b"ssh:")[..], &touched_and_count, &sha2_of_device(&asked)].concat();
        let own = signature_of_device(&pair, &all);
        let own = Signature::new(Algorithm::SkEd25519, [&own[..], &touched_and_count].concat()).expect("a signature");
        let signature = SshSig::new(public.clone(), NAMESPACE, HashAlg::Sha512, own).expect("a signature");
        let signature = signature.to_pem(LineEnding::LF).expect("a text");
        let line = PublicKey::new(public, "").to_openssh().expect("a line");
        let allowed = AllowedSigners::read(&format!("clerk {line}\n")).expect("a list");
        assert!(matches!(allowed.judge(b"manifest", signature.as_bytes(), NOW), Verdict::Signed { .. }));
        assert_eq!(allowed.judge(b"Manifest", signature.as_bytes(), NOW), Verdict::Broken);
    }

    fn sha2_of_device(bytes: &[u8]) -> Vec<u8> {
        ring::digest::digest(&ring::digest::SHA256, bytes).as_ref().to_vec()
    }

    fn signature_of_device(pair: &Ed25519Keypair, bytes: &[u8]) -> Vec<u8> {
        let pair = ring::signature::Ed25519KeyPair::from_seed_unchecked(&pair.private.to_bytes()).expect("a pair");
        pair.sign(bytes).as_ref().to_vec()
    }

    #[test]
    fn a_locked_key_wants_its_passphrase_and_shows_nothing() {
        let kdf = Kdf::Bcrypt { salt: vec![3; 16], rounds: 1 };
        let cipher = Cipher::Aes256Ctr;
        let locked = private(2).encrypt_with(cipher, kdf, 7, "well well").expect("a locked key");
        let read = |given: Option<&str>| Key::read(text(&locked).as_bytes(), || given.map(str::to_owned));
        assert_eq!(read(None).err(), Some(KeyError::Locked));
        assert_eq!(read(Some("well")).err(), Some(KeyError::WrongPassphrase));
        let key = read(Some("well well")).expect("unlocked");
        assert!(format!("{key:?}").starts_with("SHA256:"));
        assert_eq!(Key::read(b"x", || None).err(), Some(KeyError::NotAKey));
    }
}
