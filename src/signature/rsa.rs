//! Signatures of RSA keys, which people have from before Ed25519. They are verified and never made: what is secret is not touched here.

use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA512, RsaPublicKeyComponents};
use ssh_key::public::RsaPublicKey;
use ssh_key::{Algorithm, HashAlg, SshSig};

/// Returns whether a signature of bytes is that of an RSA key of 2048 bits or more, over SHA-256 or SHA-512, for a purpose.
pub fn verifies(key: &RsaPublicKey, namespace: &str, bytes: &[u8], signature: &SshSig) -> bool {
    let form = match signature.algorithm() {
        Algorithm::Rsa { hash: Some(HashAlg::Sha256) } => &RSA_PKCS1_2048_8192_SHA256,
        Algorithm::Rsa { hash: Some(HashAlg::Sha512) } => &RSA_PKCS1_2048_8192_SHA512,
        _ => return false,
    };
    let parts = key.n.as_positive_bytes().zip(key.e.as_positive_bytes());
    let Some((n, e)) = parts.filter(|_| signature.namespace() == namespace) else { return false };
    // Somebody may have left the zeros at the beginning of a number away.
    let mut own = vec![0; n.len().saturating_sub(signature.signature_bytes().len())];
    own.extend(signature.signature_bytes());
    SshSig::signed_data(namespace, signature.hash_alg(), bytes)
        .is_ok_and(|signed| RsaPublicKeyComponents { n, e }.verify(form, &signed, &own).is_ok())
}
