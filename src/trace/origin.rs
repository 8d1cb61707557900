//! What printed values are.

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A field of a record.
    Field {
        /// The id of the record.
        record: String,
        /// The way from the record to the value.
        field: String,
    },
    /// A number that the document counts.
    Count(Counted),
    /// A fixed word of documents.
    Word {
        /// The id of its term.
        term: String,
    },
    /// What the document says of itself.
    Document {
        /// The way to it.
        field: String,
    },
}

/// A number that a document counts, or words that go with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The name of the count in the definition of the report.
    pub name: String,
    /// What of it: `total`, `outside`, `row`, `running`, `cell`, `words`.
    pub part: &'static str,
    /// What the row and the column are called, as far as it is one of a row.
    pub of: Vec<String>,
    /// The ids of the records that are counted, where the page data say so.
    pub records: Vec<String>,
}

/// A value that is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// What it is.
    pub origin: Origin,
    /// The forms in which it is printed: a date long and short.
    pub forms: Vec<String>,
    /// The sources that it cites itself.
    pub cited: Vec<String>,
    /// The document that prints it, where it is one of several that are bound together; from 0.
    pub bound: Option<usize>,
}
