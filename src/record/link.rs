//! Addresses that a document may lead to: whole ones of the web and of mail. What is printed is the record's own spelling; where a link
//! leads is an address of ASCII letters alone, as PDF asks for.

use std::fmt::Write;

use url::Url;

/// A longer address is none that anybody wrote.
const LONGEST: usize = 2_000;

/// What an address begins with.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// Returns where a link leads: the address in letters of ASCII; nothing where it is no whole address of the web or of mail.
pub fn target(written: &str) -> Option<String> {
    let begins = |scheme: &&&str| written.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let scheme = SCHEMES.iter().find(begins)?;
    let odd = |c: char| c.is_whitespace() || c.is_control() || c == '\\';
    if written.len() > LONGEST || written.contains(odd) {
        return None;
    }
    let url = Url::parse(written).ok()?;
    let leads_somewhere = match url.host_str() {
        Some(host) => host.starts_with('[') || host.split('.').all(|part| !part.is_empty()),
        None => *scheme == "mailto:" && is_mailbox(url.path()),
    };
    leads_somewhere.then(|| strict(url.as_str()))
}

/// Returns the address that was most likely meant by a text that is none: without the angle brackets or the words of Markdown around it,
/// with `https://` or `mailto:` before it, or with `%20` for a space.
pub fn meant(written: &str) -> Option<String> {
    let words = written.trim();
    let bare = || words.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    let link = || words.strip_prefix('[')?.strip_suffix(')')?.split_once("](").map(|(_, address)| address);
    let inner = bare().or_else(link).unwrap_or(words).trim();
    let several = inner.match_indices("://").count() > 1;
    let address = if several { inner.to_owned() } else { inner.replace(' ', "%20") };
    let looks_like_site = !address.contains(':') && starts_with_site(&address);
    let schemes =
        [("", true), ("https://", looks_like_site), ("mailto:", is_mailbox(&address) && !address.contains('/'))];
    let candidates = schemes.into_iter().filter(|(_, fits)| *fits).map(|(scheme, _)| format!("{scheme}{address}"));
    candidates.into_iter().find(|candidate| candidate != written && target(candidate).is_some())
}

/// Returns whether a text begins with the name of a site: `www.un.org/…`, `мвд.рф`.
fn starts_with_site(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let word = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let (parts, ending) = (host.split('.').all(word), host.rsplit('.').next().unwrap_or_default());
    parts && host.contains('.') && ending.chars().count() > 1 && ending.chars().all(char::is_alphabetic)
}

fn is_mailbox(text: &str) -> bool {
    let address = text.split('?').next().unwrap_or_default();
    address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
}

/// Writes the signs that browsers let through and the standard of addresses (RFC 3986) does not as `%` and their number.
fn strict(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for (at, c) in address.char_indices() {
        let stray = |at: usize| !matches!(address.as_bytes().get(at + 1..at + 3), Some(hex) if hex.iter().all(u8::is_ascii_hexdigit));
        match c {
            '"' | '<' | '>' | '^' | '`' | '{' | '|' | '}' => _ = write!(out, "%{:02X}", u32::from(c)),
            '%' if stray(at) => out.push_str("%25"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn target_is_an_address_of_ascii_letters() {
        for (written, to) in [
            ("https://unrcca.unmissions.org/a?b=c#d", "https://unrcca.unmissions.org/a?b=c#d"),
            ("http://example.org", "http://example.org/"),
            ("HTTPS://Example.org/A", "https://example.org/A"),
            ("https://мвд.рф/новости/1", "https://xn--b1aew.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1"),
            ("https://example.org/%D0%B0", "https://example.org/%D0%B0"),
            ("https://example.org/100%|{a}", "https://example.org/100%25%7C%7Ba%7D"),
            ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
            ("mailto:desk@example.org", "mailto:desk@example.org"),
            ("mailto:бюро@example.org", "mailto:%D0%B1%D1%8E%D1%80%D0%BE@example.org"),
        ] {
            assert_eq!(target(written).as_deref(), Some(to), "{written}");
        }
    }

    #[test]
    fn target_is_given_for_whole_addresses_alone() {
        let long = format!("https://example.org/{}", "a".repeat(LONGEST));
        for written in [
            "",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "ftp://example.org/a",
            "tel:+99312000000",
            "../x",
            "/x",
            "x",
            "#frag",
            "//example.org",
            "www.un.org",
            "https:example.org",
            "https://",
            "https://…",
            "https://.",
            "https://a..b",
            "https://exa mple.org",
            "https://example.org/a b",
            "https://example.org\\a",
            "https://example.org:99999",
            "java\nscript:alert(1)",
            "mailto:",
            "mailto:desk",
            "mailto:@example.org",
            &long,
        ] {
            assert_eq!(target(written), None, "{written}");
        }
    }

    #[test]
    fn meant_completes_what_people_leave_out() {
        for (written, address) in [
            ("www.un.org/counterterrorism", Some("https://www.un.org/counterterrorism")),
            ("un.org", Some("https://un.org")),
            ("мвд.рф", Some("https://мвд.рф")),
            ("desk@un.org", Some("mailto:desk@un.org")),
            ("<https://un.org>", Some("https://un.org")),
            ("[words](https://un.org)", Some("https://un.org")),
            ("https://un.org/a b", Some("https://un.org/a%20b")),
            (" https://un.org", Some("https://un.org")),
            ("https://a.org and https://b.org", None),
            ("see the web page", None),
            ("3.5", None),
            ("../x", None),
            ("javascript:alert(1)", None),
            ("https://un.org", None),
        ] {
            assert_eq!(meant(written).as_deref(), address, "{written}");
        }
    }
}
