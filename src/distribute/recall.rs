//! Who is to be told that a document is called back: whoever holds it, and whoever may hold it.

use super::plan::{Choice, Line, Plan, State};
use super::recipient::Recipient;
use crate::driver::Release;
use crate::ledger::{Holding, Holdings, Standing};

/// Makes the plan of a recall, and returns with it the recipients who hold the document and are not among the records any more.
pub fn recall<'r>(
    releases: &[Release<'r>],
    recipients: Vec<Recipient<'r>>,
    holdings: &Holdings,
) -> (Plan<'r>, Vec<String>) {
    let of = |holding: &Holding| releases.iter().find(|release| release.record.id == holding.last.document).copied();
    let holds = |holding: &&Holding| {
        holding.last.purpose.is_document()
            && matches!(holding.standing(), Standing::Held | Standing::Uncertain | Standing::Recalled)
            && of(holding).is_some()
    };
    let is_known = |id: &String| recipients.iter().any(|recipient| recipient.id() == id);
    let mut gone: Vec<String> = holdings.iter().filter(holds).map(|holding| holding.last.recipient.clone()).collect();
    gone.retain(|id| !is_known(id));
    gone.sort();
    gone.dedup();
    let mut lines = Vec::new();
    for (at, recipient) in recipients.iter().enumerate() {
        for holding in holdings.of_recipient(recipient.id()).filter(holds) {
            let last = &holding.last;
            let Some(release) = of(holding) else { continue };
            let Some(entry) = release.document(&last.edition, &last.language) else { continue };
            let sha256 = last.sha256.clone();
            let choice = Some(Choice { release, entry, passed: Vec::new(), copy: last.copy, sha256 });
            let state = state(holding, holdings);
            lines.push(Line { recipient: at, document: last.document.clone(), choice, state });
        }
    }
    (Plan { recipients, lines }, gone)
}

/// Returns what became of the notice of recall.
fn state<'r>(holding: &Holding, holdings: &Holdings) -> State<'r> {
    let notice = holdings.recall_of(&holding.last.recipient, &holding.last.document);
    match notice.map(|notice| (notice.standing(), &notice.last)) {
        Some((Standing::Held, _)) => State::Has,
        Some((Standing::Uncertain, last)) => State::Uncertain(last.delivery.clone()),
        Some((Standing::Failed, last)) => State::Failed(last.delivery.clone(), last.result.clone().unwrap_or_default()),
        _ => State::New,
    }
}
