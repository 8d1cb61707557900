//! What signatures are for, and where they stand.

/// What signatures of ours are for: a signature for something else, such as a commit, is none of them.
pub const NAMESPACE: &str = "chancery";

/// The file that a signature of a file stands in.
pub fn file_name(signed: &str) -> String {
    format!("{signed}.sig")
}
