//! The schemas that are built in, and the names of their kinds.

/// The schemas that every workspace has, by file name.
pub const SYSTEM: &[(&str, &str)] = &[
    ("claim.schema.json", include_str!("system/claim.schema.json")),
    ("distribution-list.schema.json", include_str!("system/distribution-list.schema.json")),
    ("marking-scheme.schema.json", include_str!("system/marking-scheme.schema.json")),
    ("recipient.schema.json", include_str!("system/recipient.schema.json")),
    ("release.schema.json", include_str!("system/release.schema.json")),
    ("report.schema.json", include_str!("system/report.schema.json")),
    ("request.schema.json", include_str!("system/request.schema.json")),
    ("settings.schema.json", include_str!("system/settings.schema.json")),
    ("source.schema.json", include_str!("system/source.schema.json")),
    ("term.schema.json", include_str!("system/term.schema.json")),
];

/// Returns whether a kind is built in.
pub fn is_system(kind: &str) -> bool {
    SYSTEM.iter().any(|(name, _)| name.strip_suffix(".schema.json") == Some(kind))
}

/// The definitions that schemas share.
pub const DEFINITIONS: (&str, &str) = ("definitions.schema.json", include_str!("system/definitions.schema.json"));

/// The kind of records that sources are.
pub const SOURCE: &str = "source";
/// The kind of contested points.
pub const CLAIM: &str = "claim";
/// The kind of words and names.
pub const TERM: &str = "term";
/// The kind of marking schemes.
pub const MARKING_SCHEME: &str = "marking-scheme";
/// The kind of requests for documents.
pub const REQUEST: &str = "request";
/// The kind of documents that left the house.
pub const RELEASE: &str = "release";
/// The kind of those who receive documents.
pub const RECIPIENT: &str = "recipient";
/// The kind of lists of what several receive.
pub const DISTRIBUTION_LIST: &str = "distribution-list";
/// The form of a report's definition.
pub const REPORT: &str = "report";
/// The form of the settings.
pub const SETTINGS: &str = "settings";
