//! The comments of a YAML text, as its parser sees them: the second witness of whoever rewrites a file.

use granit_parser::{Event, Parser};

/// Returns every comment of a text, from its `#` to the end of its line; none where the text cannot be read.
pub fn comments(text: &str) -> Option<Vec<&str>> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        max_buffered_comment_events: usize::MAX,
    };
    let mut comments = Vec::new();
    for event in Parser::new_from_str_with_options(text, options) {
        if let (Event::Comment(..), span) = event.ok()? {
            comments.push(span.slice(text)?);
        }
    }
    Some(comments)
}
