//! What a document read.

use serde::{Deserialize, Serialize};

/// A template that a document asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TemplateRead {
    /// Its path below `templates/`.
    pub path: String,
    /// Its SHA-256; nothing where it cannot be read.
    pub sha256: Option<String>,
}
