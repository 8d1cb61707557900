//! Names of fields: where the colon stands that ends one, and what looks like a name without its colon.

use super::characters::is_odd_space;

/// Returns where the colon after the name of a field stands, with which a line begins.
pub fn colon(line: &str) -> Option<usize> {
    if let Some(quote) = line.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let close = closing(line, quote)?;
        let colon = close + line[close..].bytes().take_while(|b| *b == b' ').count();
        return line[colon..].starts_with(':').then_some(colon);
    }
    if line.starts_with(['[', '{', '%', '@', '`', '|', '>', '“', '«', '„']) || bracket_follows(line).is_some() {
        return None;
    }
    let ends = |after: &str| after.chars().next().is_none_or(|c| matches!(c, ' ' | '\t' | '\r') || is_odd_space(c));
    // A name holds no quotes: what stands behind them is no colon of its own.
    let comment = line.find(" #").unwrap_or(line.len()).min(line.find('"').unwrap_or(line.len()));
    line[..comment].match_indices(':').map(|(colon, _)| colon).find(|colon| ends(&line[colon + 1..]))
}

/// Returns whether a line begins with a name, and with a value that the colon should stand before.
pub fn lacks_colon(line: &str) -> bool {
    let word = line.bytes().take_while(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_')).count();
    let (rest, body) = (&line[word..], line[word..].trim_start());
    let tight = body.starts_with([':', '：', '∶', '꞉', '﹕', '=', '܃']);
    let value = rest.len() > body.len() && body.starts_with(['"', '\'', '|', '>']);
    word > 0 && (tight || value)
}

/// Returns where a quoted text on one line ends; a quote within it is doubled or stands behind a backslash.
pub fn closing(rest: &str, quote: char) -> Option<usize> {
    let mut letters = rest.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, letter)| *letter);
        if quote == '"' && letter == '\\' || quote == '\'' && letter == quote && next == Some(quote) {
            letters.next();
        } else if letter == quote {
            return Some(at + 1);
        }
    }
    None
}

/// Returns where a bracket stands that follows the name of a field with no colon between, or with another sign for it.
pub fn bracket_follows(line: &str) -> Option<usize> {
    let name = line.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).count();
    let rest = &line[name..];
    let gap = |text: &str| text.len() - text.trim_start_matches(' ').len();
    let before = gap(rest);
    let sign = rest[before..].chars().next().filter(|c| {
        let tight = matches!(c, ':' | ';' | '=' | '：' | '∶' | '꞉' | '﹕' | '܃');
        tight || before > 0 && matches!(c, '-' | '–' | '—')
    });
    let after = before + sign.map_or(0, char::len_utf8);
    let at = after + gap(&rest[after..]);
    let colon = sign == Some(':') && at > after;
    let name_like = line.starts_with(|c: char| c.is_ascii_lowercase());
    let bracket = match rest[at..].chars().next() {
        // A text may well hold these; a list follows only what is typed for a colon.
        Some('[') => sign.is_some_and(|c| !matches!(c, ';' | '-' | '–' | '—')),
        Some('{') => (sign.is_some() || at > 0) && holds_fields(&rest[at + 1..]),
        _ => false,
    };
    (name_like && bracket && !colon).then_some(name + at)
}

/// Returns whether the name of a field and its colon follow an opening brace.
fn holds_fields(inside: &str) -> bool {
    let body = inside.trim_start_matches([' ', '"', '\'']);
    let name = body.bytes().take_while(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_')).count();
    name > 0 && body[name..].trim_start_matches(['"', '\'']).starts_with(':')
}
