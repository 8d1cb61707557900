//! Signs: what YAML takes for more than letters in a text without quotes.

/// The quotes of typography.
pub const CURLY: [char; 9] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚'];

/// Returns whether what begins with a sign is surely text: one word after @ may be an id.
pub fn is_text(value: &str) -> bool {
    let word = value.strip_prefix('@').unwrap_or_default();
    word.is_empty() || !word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Returns a line without its comment; a number sign with no space after it is rather part of the text.
pub fn without_comment(line: &str) -> &str {
    line[..comment(line, line.len()).unwrap_or(line.len())].trim_end()
}

/// Returns where a comment begins in the first bytes of a text; what stands behind them only says whether it is one.
pub fn comment(text: &str, length: usize) -> Option<usize> {
    let begins = |at: &usize| text[at + 2..].chars().next().is_none_or(|c| matches!(c, ' ' | '\r' | '\n'));
    text[..length].match_indices(" #").map(|(at, _)| at).find(begins)
}

/// Returns whether a text holds what YAML takes for the end of a name.
pub fn has_colon(value: &str) -> bool {
    value.ends_with(':') || value.contains(": ") || value.contains(":\t")
}

/// Returns the sign at the start of a text that YAML reads as something else.
pub fn sign(value: &str) -> Option<char> {
    let first = value.chars().next()?;
    let rest = &value[first.len_utf8()..];
    let word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let misread = match first {
        '%' | '@' | '`' | '!' | '|' | '>' | ']' | '}' | ',' => true,
        // A lone *word or &word is reported by what YAML makes of it.
        '*' => !word(rest),
        '&' => {
            let (name, text) = rest.split_once(' ').unwrap_or((rest, ""));
            // Nobody anchors a value by a name like that; a text may begin with it.
            let title = name.chars().any(|c| c.is_uppercase() || !c.is_ascii());
            !word(name) || title && text.trim_start().starts_with(char::is_alphanumeric)
        }
        '-' | '?' | ':' => rest.is_empty() || rest.starts_with(' '),
        _ => false,
    };
    misread.then_some(first)
}
