//! What Markdown offers and texts do not have.

use std::ops::Range;

/// What is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Construct {
    /// `# Heading`, or a line below its words.
    Heading,
    /// `![words](file)`.
    Picture,
    /// Indented lines, or words between backticks.
    Code,
    /// Lines after `>`.
    Quotation,
    /// A tag.
    Html,
    /// A line across the page.
    Rule,
    /// A table of bars and hyphens.
    Table,
    /// `[^1]`.
    Footnote,
    /// Words between `~~`.
    StruckOut,
    /// `[ ]` or `[x]` before an entry.
    Box,
    /// A form that the reader is not asked for.
    Other,
    /// Stars that touch a letter or figure on their outer side: they vanish.
    Stars,
    /// A number that begins an entry and would be printed as another, or that is the first word of a sentence.
    Number,
    /// `+` before an entry.
    Plus,
    /// An entry without words.
    EmptyEntry,
    /// Lists or emphasis within each other, deeper than anybody reads.
    Depth,
    /// A link whose address is none; the address as it stands.
    Address(String),
    /// A link without words.
    Wordless,
    /// A link with a title, which no page shows.
    Title,
    /// An address that stands apart from its link: `[1]: https://…`.
    AddressApart,
    /// What looks like a link and is none: `[words] (https://…)`.
    LinkForm,
    /// A text too long to be one.
    Length,
}

/// Something that the subset does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// What it is.
    pub construct: Construct,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What was most likely meant instead of these bytes, where that is known.
    pub instead: Option<String>,
}

impl Refused {
    /// Creates a refusal without a better text.
    pub fn new(construct: Construct, range: Range<usize>) -> Self {
        Self { construct, range, instead: None }
    }

    /// Adds what was most likely meant.
    pub fn with(self, instead: Option<String>) -> Self {
        Self { instead, ..self }
    }
}

/// Returns what was most likely meant by words in a form that is refused.
pub fn instead(construct: &Construct, written: &str) -> Option<String> {
    let one_line = !written.trim_end().contains('\n');
    match construct {
        Construct::Heading if written.starts_with('#') && one_line => {
            Some(format!("**{}**", written.trim_matches(|c: char| c == '#' || c.is_whitespace())))
        }
        Construct::Code if written.starts_with('`') && one_line => Some(written.trim_matches('`').trim().to_owned()),
        Construct::Quotation if one_line => Some(written.trim_start_matches(['>', ' ']).trim_end().to_owned()),
        Construct::Html if one_line => Some(match written {
            "<b>" | "</b>" | "<strong>" | "</strong>" => "**".to_owned(),
            "<i>" | "</i>" | "<em>" | "</em>" => "*".to_owned(),
            _ => written.trim_end().replace('<', "\\<"),
        }),
        Construct::Stars => Some(written.replace('*', "\\*")),
        Construct::LinkForm => Some(written.replace("] (", "](")).filter(|link| link != written),
        _ => None,
    }
}
