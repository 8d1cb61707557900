//! Signatures, and what they prove: what we sign `ssh-keygen` accepts and the other way round, and whatever is changed afterwards is found.

use std::path::Path;
use std::process::{Command, Stdio};

use chancery::digest;

use crate::fixture::{APPROVED, Fixture, Run};

const RELEASE: &str = "data/register/now-2001-007-v01.yaml";
const SIGNATURE: &str = "data/register/now-2001-007-v01/release.sig";
const FILE: &str = "2001-02-03_NOW-2001-007_ledger_en_v01-released.pdf";

/// Installs ssh-keygen where it is missing, once.
fn installed() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        if Command::new("ssh-keygen").arg("-?").stderr(Stdio::null()).status().is_err() {
            let run = Command::new("apt-get").args(["install", "-y", "-qq", "openssh-client"]).status();
            assert!(run.is_ok_and(|status| status.success()), "install openssh-client");
        }
    });
}

/// Runs ssh-keygen in a folder; returns whether it is content.
fn keygen(folder: &Path, arguments: &[&str], input: Option<&Path>) -> bool {
    installed();
    let mut command = Command::new("ssh-keygen");
    command.current_dir(folder).args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    if let Some(path) = input {
        command.stdin(std::fs::File::open(path).expect("the file can be read"));
    }
    command.status().expect("ssh-keygen starts").success()
}

/// A workspace from which a version went out, and the keys of people beside it.
fn released() -> Fixture {
    let fixture = Fixture::foreign();
    fixture.write("data/requests/wells-1.yaml", APPROVED);
    fixture.commit();
    let run = fixture.run(&["release", "wells-1"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    with_keys(&fixture);
    fixture
}

fn with_keys(fixture: &Fixture) {
    fixture.write("keys/readme", "");
    for (name, kind, passphrase) in [
        ("clerk", "ed25519", ""),
        ("curve", "ecdsa", ""),
        ("old", "rsa", ""),
        ("head", "ed25519", "well well"),
        ("stranger", "ed25519", ""),
    ] {
        let arguments = ["-q", "-t", kind, "-N", passphrase, "-C", &format!("{name}@example.org"), "-f", name];
        assert!(keygen(&fixture.path("keys"), &arguments, None));
    }
    fixture.write("keys/passphrase", "well well\n");
}

/// Lets the owners of keys sign.
fn allow(fixture: &Fixture, names: &[&str]) {
    let line = |name: &&str| format!("{name}@example.org {}", fixture.read(&format!("keys/{name}.pub")));
    fixture.write("data/register/allowed_signers", &names.iter().map(line).collect::<String>());
}

fn accepted(fixture: &Fixture, name: &str, file: &str, signature: &str) -> bool {
    let signers = "data/register/allowed_signers";
    let identity = format!("{name}@example.org");
    let arguments = ["-Y", "verify", "-f", signers, "-I", &identity, "-n", "chancery", "-s", signature];
    keygen(&fixture.path(""), &arguments, Some(&fixture.path(file)))
}

/// A folder of two files with their sums.
fn parcel(fixture: &Fixture) {
    fixture.write("parcel/a.txt", "a");
    fixture.write("parcel/en/b.txt", "b");
    let sums = format!("{}  a.txt\n{}  en/b.txt\n", digest::of("a"), digest::of("b"));
    fixture.write("parcel/SHA256SUMS", &sums);
}

fn ok(run: &Run) -> &Run {
    assert_eq!(run.code, 0, "{}{}", run.output, run.errors);
    run
}

#[test]
fn what_we_sign_ssh_keygen_accepts_and_the_other_way_round() {
    let fixture = released();
    allow(&fixture, &["clerk", "curve", "head"]);
    parcel(&fixture);
    for (name, more) in [("clerk", vec![]), ("curve", vec![]), ("head", vec!["--passphrase-file", "keys/passphrase"])] {
        let key = format!("keys/{name}");
        let run = fixture.run(&[vec!["sign", "--key", &key], more.clone()].concat());
        assert_eq!(ok(&run).output.trim(), SIGNATURE);
        assert!(accepted(&fixture, name, RELEASE, SIGNATURE), "{name}");
        let again = fixture.run(&[vec!["sign", "--key", &key], more.clone()].concat());
        assert!(ok(&again).output.contains("every release of the register is signed"), "{}", again.output);
        ok(&fixture.run(&[vec!["sign", "parcel", "--key", &key], more].concat()));
        assert!(accepted(&fixture, name, "parcel/SHA256SUMS", "parcel/SHA256SUMS.sig"), "{name}");
        assert!(!accepted(&fixture, name, "parcel/a.txt", "parcel/SHA256SUMS.sig"));
    }
    ok(&fixture.run(&["check"]));
    std::fs::remove_file(fixture.path("parcel/SHA256SUMS.sig")).expect("a signature");
    let sign = ["-q", "-Y", "sign", "-f", "keys/curve", "-n", "chancery", "parcel/SHA256SUMS"];
    assert!(keygen(&fixture.path(""), &sign, None));
    let run = fixture.run(&["verify", "parcel"]);
    assert!(ok(&run).output.contains("“SHA256SUMS” is signed by curve@example.org (SHA256:"), "{}", run.output);
}

#[test]
fn a_signature_of_an_rsa_key_is_accepted_and_none_is_made() {
    let fixture = Fixture::foreign();
    with_keys(&fixture);
    allow(&fixture, &["old"]);
    parcel(&fixture);
    let run = fixture.run(&["sign", "parcel", "--key", "keys/old"]);
    assert!(run.code == 2 && run.errors.contains("make one with `ssh-keygen -t ed25519`"), "{}", run.errors);
    for hash in ["sha256", "sha512"] {
        let sign = |namespace: &str| {
            let _ = std::fs::remove_file(fixture.path("parcel/SHA256SUMS.sig"));
            let of = format!("hashalg={hash}");
            let arguments = ["-q", "-Y", "sign", "-f", "keys/old", "-O", &of, "-n", namespace, "parcel/SHA256SUMS"];
            assert!(keygen(&fixture.path(""), &arguments, None));
            fixture.run(&["verify", "parcel"])
        };
        assert!(sign("file").output.contains("is not of this file"), "for another purpose");
        let run = sign("chancery");
        assert!(ok(&run).output.contains("“SHA256SUMS” is signed by old@example.org (SHA256:"), "{}", run.output);
        assert!(accepted(&fixture, "old", "parcel/SHA256SUMS", "parcel/SHA256SUMS.sig"));
        fixture.write("parcel/SHA256SUMS", &format!("{}\n", fixture.read("parcel/SHA256SUMS")));
        let run = fixture.run(&["verify", "parcel"]);
        assert!(run.code == 1 && run.output.contains("is not of this file"), "{}", run.output);
        parcel(&fixture);
    }
}

#[test]
fn a_locked_key_is_unlocked_by_a_file_or_the_environment_and_never_shown() {
    let fixture = released();
    let run = fixture.run(&["sign", "--key", "keys/head"]);
    assert!(run.code == 2 && run.errors.contains("is locked"), "{}", run.errors);
    let run = fixture.run_with(&["sign", "--key", "keys/head"], &[("CHANCERY_PASSPHRASE", "wrong secret")]);
    assert!(run.code == 2 && !run.errors.contains("wrong secret"), "{}", run.errors);
    let run = fixture.run_with(&["sign", "--key", "keys/head"], &[("CHANCERY_PASSPHRASE", "well well")]);
    assert!(!ok(&run).output.contains("well well"));
    assert!(run.output.contains("head@example.org namespaces=\"chancery\" ssh-ed25519 "), "{}", run.output);
    let line = run.output.lines().last().and_then(|line| line.split(": ").nth(1)).expect("the line to add");
    fixture.write("data/register/allowed_signers", &format!("{line}\n"));
    assert!(accepted(&fixture, "head", RELEASE, SIGNATURE), "{line}");
}

#[test]
fn a_folder_holds_until_anything_in_it_is_another() {
    let fixture = released();
    allow(&fixture, &["clerk"]);
    parcel(&fixture);
    let unsigned = fixture.run(&["verify", "parcel"]);
    assert!(ok(&unsigned).output.contains("“SHA256SUMS” is not signed"), "{}", unsigned.output);
    let strict = ["verify", "parcel", "--allowed-signers", "data/register/allowed_signers"];
    assert_eq!(fixture.run(&strict).code, 1, "who names signers wants a signature");
    ok(&fixture.run(&["sign", "parcel", "--key", "keys/clerk"]));
    let run = fixture.run(&strict);
    assert!(ok(&run).output.contains("“parcel” holds: as listed 2, signed yes"), "{}", run.output);
    assert!(run.output.contains("“en/b.txt” is what the list says"), "{}", run.output);
    let faulty = |text: &str| {
        let run = fixture.run(&["verify", "parcel"]);
        assert_eq!(run.code, 1, "{}", run.output);
        assert!(run.output.contains(text) && run.output.contains("“parcel” does not hold"), "{text}\n{}", run.output);
        parcel(&fixture);
    };
    fixture.write("parcel/a.txt", "A");
    faulty("“a.txt” is another file than the list says");
    std::fs::remove_file(fixture.path("parcel/en/b.txt")).expect("a file");
    faulty("“en/b.txt” is listed and not there");
    fixture.write("parcel/new.txt", "");
    faulty("“new.txt” is there and not listed");
    std::fs::remove_file(fixture.path("parcel/new.txt")).expect("a file");
    // Somebody changes a file and the list with it.
    fixture.write("parcel/a.txt", "A");
    fixture.replace("parcel/SHA256SUMS", &digest::of("a"), &digest::of("A"));
    faulty("the signature of “SHA256SUMS” is not of this file");
    ok(&fixture.run(&["sign", "parcel", "--key", "keys/stranger"]));
    faulty("is signed by a key that is not among those who may sign");
    fixture.write("parcel/a.txt", "A");
    let run = fixture.run(&["sign", "parcel", "--key", "keys/clerk"]);
    assert!(run.code == 1 && run.errors.contains("“SHA256SUMS” is not signed"), "{}", run.errors);
    let russian = fixture.run(&["verify", "parcel", "--lang", "ru"]);
    assert!(russian.output.contains("«parcel»: не всё верно"), "{}", russian.output);
}

#[test]
fn what_was_released_is_made_again_from_a_folder_and_a_zip() {
    let fixture = released();
    allow(&fixture, &["clerk"]);
    let pdf = std::fs::read(fixture.path("released").join(FILE)).expect("the document");
    let sums = format!("{}  {FILE}\n", digest::of(&pdf));
    std::fs::create_dir_all(fixture.path("parcel")).expect("a folder");
    std::fs::write(fixture.path("parcel").join(FILE), &pdf).expect("a file");
    fixture.write("parcel/SHA256SUMS", &sums);
    ok(&fixture.run(&["sign", "parcel", "--key", "keys/clerk"]));
    let signature = fixture.read("parcel/SHA256SUMS.sig");
    let pack = |name: &str, pdf: &[u8]| {
        let files = [("SHA256SUMS", sums.as_bytes()), ("SHA256SUMS.sig", signature.as_bytes()), (FILE, pdf)];
        let mut bytes = Vec::new();
        chancery::archive::write(&mut bytes, files.into_iter()).expect("a ZIP");
        std::fs::write(fixture.path(name), bytes).expect("a file");
    };
    pack("parcel.zip", &pdf);
    pack("other.zip", b"%PDF-1.7");
    for path in ["parcel", "parcel.zip"] {
        let run = fixture.run(&["verify", path]);
        assert!(ok(&run).output.contains("what was released, and what the commit"), "{}", run.output);
        assert!(run.output.contains("holds: as listed 1, signed yes, made again 1"), "{}", run.output);
    }
    let run = fixture.run(&["verify", "other.zip"]);
    assert!(run.code == 1 && run.output.contains("is another file than the list says"), "{}", run.output);
    // Somewhere else, without the workspace.
    let away = tempfile::tempdir().expect("a folder");
    std::fs::copy(fixture.path("parcel.zip"), away.path().join("parcel.zip")).expect("a copy");
    std::fs::copy(fixture.path("data/register/allowed_signers"), away.path().join("signers")).expect("a copy");
    let run = Fixture::run_at(away.path(), &["verify", "parcel.zip", "--allowed-signers", "signers"]);
    assert!(ok(&run).output.contains("nothing was made again"), "{}", run.output);
    assert!(run.output.contains("is signed by clerk@example.org"), "{}", run.output);
    std::fs::write(away.path().join("parcel.zip"), b"PK").expect("a file");
    let run = Fixture::run_at(away.path(), &["verify", "parcel.zip"]);
    assert!(run.code == 1 && run.errors.contains("is no whole ZIP file"), "{}", run.errors);
}

#[test]
fn a_released_file_is_told_with_the_signature_of_its_release() {
    let fixture = released();
    let path = format!("released/{FILE}");
    assert!(ok(&fixture.run(&["verify", &path])).output.contains("is not signed"));
    allow(&fixture, &["clerk"]);
    ok(&fixture.run(&["sign", "--key", "keys/clerk"]));
    assert!(ok(&fixture.run(&["verify", &path])).output.contains("is signed by clerk@example.org"));
    allow(&fixture, &["curve"]);
    let run = fixture.run(&["verify", &path]);
    assert!(run.code == 1 && run.output.contains("not among those who may sign"), "{}", run.output);
}

#[test]
fn the_folder_of_a_build_is_signed_by_its_manifest() {
    let fixture = Fixture::foreign();
    with_keys(&fixture);
    allow(&fixture, &["clerk"]);
    ok(&fixture.run(&["build"]));
    ok(&fixture.run(&["sign", "out", "--key", "keys/clerk"]));
    assert!(accepted(&fixture, "clerk", "out/manifest.json", "out/manifest.json.sig"));
    let run = fixture.run(&["verify", "out"]);
    assert!(ok(&run).output.contains("“manifest.json” is signed by clerk@example.org"), "{}", run.output);
    assert_eq!(fixture.run(&["verify", "keys"]).code, 2, "a folder without a list");
}

#[test]
fn what_a_released_document_printed_is_traced_to_where_it_stands_now() {
    let fixture = released();
    fixture.replace("data/wells/first-well.yaml", "~40", "~41");
    let run = fixture.run(&["trace", &format!("released/{FILE}"), "40"]);
    assert!(ok(&run).output.contains("record first-well (First Well), field depth"), "{}", run.output);
    assert!(run.output.contains("in data/wells/first-well.yaml:5"), "{}", run.output);
    assert_eq!(fixture.run(&["trace", &format!("released/{FILE}"), "41"]).code, 1);
    ok(&fixture.run(&["trace", "ledger/en", "41"]));
}
