//! Any bytes are a ledger, a report of a mail server, a signature, and the list of those who may sign: each is read or refused.
#![no_main]

use chancery_fuzz::signature::AllowedSigners;
use chancery_fuzz::{expect_caught_panics, ledger};
use libfuzzer_sys::fuzz_target;

/// A list with one key, so that signatures are judged by something.
const LIST: &str = "clerk@wells.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMhTCBm6fHiwPATPLdsyfUAkmJrAJK0ps1dGnRiLp+DE\n";

fuzz_target!(
    init: expect_caught_panics(),
    |bytes: &[u8]| {
        for report in ledger::reports(bytes) {
            assert!(!report.message.is_empty());
        }
        if let Ok(text) = std::str::from_utf8(bytes) {
            let lines = text.split_inclusive('\n').count();
            match ledger::read(text) {
                Ok((entries, head)) => assert!(entries.len() == lines && head.lines == lines),
                Err(((entries, head), _)) => assert!(entries.len() == head.lines && entries.len() < lines),
            }
            let _ = AllowedSigners::read(text);
        }
        let signers = AllowedSigners::read(LIST).unwrap_or_else(|_| panic!("the list is right"));
        let _ = signers.judge(b"what was signed", bytes, "20260101000000Z");
    }
);
