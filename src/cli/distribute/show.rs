//! The plan as a table, for people and for programs.

use serde_json::{Value as Json, json};

use super::super::terminal::Terminal;
use super::distribution::Distribution;
use super::messages;
use crate::diag::{Arg, MessageArgs};
use crate::distribute::{self, Choice, Line, Recipient, State, Way};
use crate::record::Language;

/// Prints the plan.
pub fn plan(distribution: &Distribution<'_>, json: bool, terminal: &Terminal) {
    if json {
        let lines: Json = distribution.plan.lines.iter().map(|line| to_json(line, distribution)).collect();
        terminal.say(serde_json::to_string_pretty(&lines).expect("plain JSON"));
        return;
    }
    for (at, recipient) in distribution.plan.recipients.iter().enumerate() {
        let mut lines = distribution.plan.lines_of(at).peekable();
        if lines.peek().is_some() {
            of_recipient(recipient, terminal);
            lines.for_each(|line| of_line(line, distribution, terminal));
        }
    }
    counted(distribution, terminal);
}

/// Prints how many lines there are of each state.
pub fn counted(distribution: &Distribution<'_>, terminal: &Terminal) {
    let number =
        |name: &str| -> Arg { distribution.plan.lines.iter().filter(|line| line.state.name() == name).count().into() };
    let mut values: MessageArgs = vec![("recipients", distribution.plan.recipients.len().into())];
    let states = ["new", "changed", "has", "uncertain", "failed", "refused"];
    values.extend(states.map(|name| (name, number(name))));
    terminal.inform(&messages::COUNTED, &values);
}

fn of_recipient(recipient: &Recipient<'_>, terminal: &Terminal) {
    let language = Language::from_code(terminal.locale().code()).unwrap_or(Language::En);
    let channel: Arg = match (recipient.way(), recipient.address()) {
        (Way::Mail, Some(address)) => messages::BY_MAIL.of(vec![("address", address.into())]),
        _ => (&messages::BY_FOLDER).into(),
    };
    let name = recipient.name(language);
    terminal.inform(
        &messages::OF_RECIPIENT,
        &vec![("id", recipient.id().into()), ("name", name.into()), ("channel", channel)],
    );
}

fn of_line(line: &Line<'_>, distribution: &Distribution<'_>, terminal: &Terminal) {
    let document = line.choice.as_ref().map_or_else(|| Arg::from(line.document.as_str()), document);
    let mut values: MessageArgs = vec![("document", document)];
    let message = match &line.state {
        State::New => &messages::IS_NEW,
        State::Changed(old) => {
            values.push(("version", old.version().into()));
            match facts(line, distribution) {
                Some(facts) => {
                    values.push(("number", facts.len().into()));
                    &messages::IS_CHANGED
                }
                None => &messages::IS_CHANGED_SOMEHOW,
            }
        }
        State::Has => &messages::HAS,
        State::Uncertain(delivery) => {
            values.push(("delivery", delivery.as_str().into()));
            &messages::IS_UNCERTAIN
        }
        State::Failed(_, reason) => {
            values.push(("reason", reason.as_str().into()));
            &messages::HAS_FAILED
        }
        State::Refused(reason) => {
            values.push(("reason", reason.words()));
            &messages::IS_REFUSED
        }
    };
    terminal.say(format!("  {}", message.format(&values, terminal.locale())));
    for fact in facts(line, distribution).unwrap_or_default() {
        let said = |name: &str| fact[name].as_str().map(str::to_owned);
        let place = [said("label").or_else(|| said("record")), said("title")];
        let place = place.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let values = [said("old"), said("new")].into_iter().flatten().collect::<Vec<_>>().join(" → ");
        terminal.say(format!("           {place}: {values}"));
    }
}

/// Returns what changed since the copy that the recipient has.
fn facts(line: &Line<'_>, distribution: &Distribution<'_>) -> Option<Vec<Json>> {
    let cover = distribution.covers.of(&distribution.plan, line.recipient)?;
    cover.since(line)?.facts.as_array().cloned()
}

fn document(choice: &Choice<'_>) -> Arg {
    let marking = choice.markings().iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    messages::DOCUMENT.of(vec![
        ("reference", choice.release.reference().into()),
        ("version", choice.release.version().into()),
        ("title", choice.said("title").into()),
        ("language", choice.said("language").into()),
        ("why", distribute::of_language(&choice.passed)),
        ("marking", marking.into()),
    ])
}

fn to_json(line: &Line<'_>, distribution: &Distribution<'_>) -> Json {
    let recipient = &distribution.plan.recipients[line.recipient];
    let mut json = json!({
        "recipient": recipient.id(),
        "document": line.document,
        "state": line.state.name(),
        "channel": if recipient.way() == Way::Mail { "mail" } else { "folder" },
    });
    if let Some(choice) = &line.choice {
        json["release"] = choice.release.record.id.as_str().into();
        json["reference"] = choice.release.reference().into();
        json["version"] = choice.release.version().into();
        json["title"] = choice.said("title").into();
        json["language"] = choice.said("language").into();
        json["passed-languages"] = choice.passed.iter().map(|language| language.code()).collect();
        json["edition"] = choice.said("edition").into();
        json["file"] = choice.said("file").into();
        json["sha256"] = choice.said("sha256").into();
        json["marking"] = choice.markings().iter().map(ToString::to_string).collect();
        json["copy"] = choice.copy.into();
    }
    match &line.state {
        State::Changed(old) => {
            json["has"] = old.record.id.as_str().into();
            json["facts"] = facts(line, distribution).map(Json::from).unwrap_or_default();
        }
        State::Uncertain(delivery) => json["delivery"] = delivery.as_str().into(),
        State::Failed(delivery, reason) => {
            json["delivery"] = delivery.as_str().into();
            json["reason"] = reason.as_str().into();
        }
        State::Refused(reason) => json["reason"] = reason.code().into(),
        State::New | State::Has => {}
    }
    json
}
