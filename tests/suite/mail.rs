//! What we write as mail, another reader finds in it.

use chancery::distribute::mail::{Body, Letter, compose};
use chancery::distribute::{Moment, Part};
use chancery::record::edtf::Date;
use mail_parser::{MessageParser, MimeHeaders};

#[test]
fn another_reader_finds_in_a_message_what_was_put_there() {
    let moment = Moment { text: "2001-02-03T04:05:06Z".to_owned(), day: Date::parse("2001-02-03").expect("a day") };
    let letter = Letter {
        from: "Канцелярия <office@wells.example>",
        to: "clerk@upper.example",
        name: "Clerk, of Upper Village",
        moment: &moment,
        id: "abc.chancery@wells.example",
    };
    let body = Body {
        subject: "ОТКРЫТО · Колодцы (NOW-2001-007 v01), and a tail that makes the line longer than one line is"
            .to_owned(),
        plain: "Ёмкость\n".to_owned(),
        html: "<p>Ёмкость</p>".to_owned(),
    };
    let note = Part { name: "Записка.pdf".to_owned(), bytes: (0..=255).collect() };
    let composed = compose(&letter, body, &[&note]).expect("a message");
    assert_eq!(composed.from, "office@wells.example");
    let message = MessageParser::default().parse(&composed.bytes).expect("a message");
    assert!(message.subject().is_some_and(|text| text.starts_with("ОТКРЫТО · Колодцы (NOW-2001-007 v01), and a tail")));
    assert_eq!(message.message_id(), Some(letter.id));
    assert_eq!(message.date().map(mail_parser::DateTime::to_rfc3339).as_deref(), Some("2001-02-03T04:05:06Z"));
    let name = |address: Option<&mail_parser::Address<'_>>| address?.first()?.name().map(str::to_owned);
    assert_eq!(name(message.from()).as_deref(), Some("Канцелярия"));
    assert_eq!(name(message.to()).as_deref(), Some("Clerk, of Upper Village"));
    assert_eq!(message.header_raw("Auto-Submitted").map(str::trim), Some("auto-generated"));
    assert_eq!(message.body_text(0).as_deref().map(str::trim_end), Some("Ёмкость"));
    assert_eq!(message.body_html(0).as_deref().map(str::trim_end), Some("<p>Ёмкость</p>"));
    let attached = message.attachment(0).expect("an attachment");
    assert_eq!(attached.attachment_name(), Some("Записка.pdf"));
    assert_eq!(attached.contents(), (0..=255).collect::<Vec<u8>>());
}
