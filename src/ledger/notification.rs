//! Delivery status notifications (RFC 3464): what a later mail server says became of a message.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// What a notification says of one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The Message-ID of the message that it is about, without brackets.
    pub message: String,
    /// The address.
    pub address: String,
    /// Whether the message was given up for this address.
    pub failed: bool,
    /// The status and what the server said.
    pub reason: String,
}

/// Reads the notifications in a message; none where it is another message, or names none that it is about.
pub fn reports(bytes: &[u8]) -> Vec<Report> {
    let Some(message) = MessageParser::default().parse(bytes) else { return Vec::new() };
    let Some(about) = message.parts.iter().find_map(returned) else { return Vec::new() };
    let status = message.parts.iter().find(|part| is(part, "delivery-status"));
    let text = status.map(|part| String::from_utf8_lossy(part.contents()).replace("\r\n", "\n")).unwrap_or_default();
    // The first group of fields is about the message, each that follows about one address.
    text.split("\n\n").filter_map(|group| of_address(group, &about)).collect()
}

fn is(part: &MessagePart<'_>, subtype: &str) -> bool {
    part.content_type().and_then(|kind| kind.subtype()).is_some_and(|own| own.eq_ignore_ascii_case(subtype))
}

/// Returns the Message-ID of a message, or of the headers of one, that a part gives back.
fn returned(part: &MessagePart<'_>) -> Option<String> {
    let id = |message: &Message<'_>| message.message_id().map(str::to_owned);
    match &part.body {
        PartType::Message(inner) => id(inner),
        _ if is(part, "rfc822-headers") => id(&MessageParser::default().parse_headers(part.contents())?),
        _ => None,
    }
}

fn of_address(group: &str, message: &str) -> Option<Report> {
    let field = |name: &str| fields(group).find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value);
    // `rfc822; clerk@example.org`
    let address = field("Original-Recipient").or_else(|| field("Final-Recipient"))?;
    let address = address.split_once(';').map_or(address.as_str(), |(_, address)| address).trim().to_owned();
    let said = field("Diagnostic-Code")
        .map(|code| code.split_once(';').map_or(code.clone(), |(_, said)| said.trim().to_owned()));
    let reason = [field("Status"), said].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let failed = field("Action").is_some_and(|action| action.trim().eq_ignore_ascii_case("failed"));
    Some(Report { message: message.to_owned(), address, failed, reason })
}

/// Returns the fields of a group; a line that begins with a space goes on with the one before.
fn fields(group: &str) -> impl Iterator<Item = (&str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    for line in group.lines() {
        match (line.starts_with([' ', '\t']), found.last_mut(), line.split_once(':')) {
            (true, Some((_, value)), _) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            (false, _, Some((name, value))) => found.push((name.trim(), value.trim().to_owned())),
            _ => {}
        }
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNCE: &str = "From: MAILER-DAEMON@mail.example\r\nTo: registry@example\r\nSubject: Undelivered\r\n\
        Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\nMIME-Version: 1.0\r\n\r\n\
        --b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n\
        --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\n\
        Final-Recipient: rfc822; clerk@wells.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\
        Diagnostic-Code: smtp; 550 5.1.1\r\n  no such clerk\r\n\r\n\
        Final-Recipient: rfc822; other@wells.example\r\nAction: delayed\r\nStatus: 4.2.2\r\n\r\n\
        --b\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: Wells\r\nMessage-ID: <abc.chancery@example>\r\n\r\n--b--\r\n";

    #[test]
    fn what_a_server_says_of_each_address_is_read() {
        let found = reports(BOUNCE.as_bytes());
        let said = |address: &str, failed, reason: &str| Report {
            message: "abc.chancery@example".to_owned(),
            address: address.to_owned(),
            failed,
            reason: reason.to_owned(),
        };
        assert_eq!(
            found,
            [
                said("clerk@wells.example", true, "5.1.1 550 5.1.1 no such clerk"),
                said("other@wells.example", false, "4.2.2"),
            ]
        );
    }

    #[test]
    fn the_whole_message_may_be_given_back_and_another_message_says_nothing() {
        let whole = BOUNCE.replace("text/rfc822-headers", "message/rfc822");
        assert_eq!(reports(whole.as_bytes()).len(), 2);
        assert_eq!(reports(b"From: a@b\r\nSubject: hello\r\n\r\nNothing."), []);
        assert_eq!(reports(&[0xff, 0x00, 0x0a]), []);
    }
}
