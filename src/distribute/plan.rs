//! The plan: which recipient is to have which version in which language, and what already is so.

use std::collections::{HashMap, HashSet};

use super::catalogue::Group;
use super::printed::Prints;
use super::reason::Reason;
use super::recipient::Recipient;
use crate::check::Checked;
use crate::driver::{self, Release};
use crate::ledger::{Holding, Holdings, Standing};
use crate::record::edtf::Date;
use crate::record::marking::{Ceiling, Marking};
use crate::record::{Language, Node};
use crate::report::Settings;
use crate::schema::MARKING_SCHEME;
use crate::select;

/// When a distribution takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// As the ledger has it: `2022-03-04T09:30:00Z`.
    pub text: String,
    /// The day of it.
    pub day: Date,
}

/// What is to become of a document for a recipient.
#[derive(Debug, Clone)]
pub enum State<'r> {
    /// It never had a version of it.
    New,
    /// It has an earlier version.
    Changed(Release<'r>),
    /// It has this very version.
    Has,
    /// Nobody knows whether it was sent; the delivery.
    Uncertain(String),
    /// Its server refused it or gave it back; the delivery, and what the server said.
    Failed(String, String),
    /// It is not sent.
    Refused(Reason),
}

impl State<'_> {
    /// Returns its name, for other programs.
    pub fn name(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed(_) => "changed",
            Self::Has => "has",
            Self::Uncertain(_) => "uncertain",
            Self::Failed(..) => "failed",
            Self::Refused(_) => "refused",
        }
    }

    /// Returns whether the document is to be sent.
    pub fn is_due(&self) -> bool {
        matches!(self, Self::New | Self::Changed(_))
    }
}

/// A document for a recipient.
#[derive(Debug, Clone)]
pub struct Line<'r> {
    /// The place of the recipient among all.
    pub recipient: usize,
    /// The document: its report, and its subject if there is one.
    pub document: String,
    /// The version that was chosen; none where there is none to send.
    pub choice: Option<Choice<'r>>,
    /// What is to become of it.
    pub state: State<'r>,
}

/// The file that a recipient is to have.
#[derive(Debug, Clone)]
pub struct Choice<'r> {
    /// The release.
    pub release: Release<'r>,
    /// The entry of the file.
    pub entry: &'r Node,
    /// The preferred languages in which it does not exist.
    pub passed: Vec<Language>,
    /// The number of the copy, where its marking asks for one.
    pub copy: Option<u32>,
    /// SHA-256 of the file, as far as it is known: that of a numbered copy is known when it was made.
    pub sha256: String,
}

impl<'r> Choice<'r> {
    /// Returns a field of the entry.
    pub fn said(&self, field: &str) -> &'r str {
        self.entry.get(field).and_then(Node::text).unwrap_or_default()
    }

    /// Returns the markings of the file.
    pub fn markings(&self) -> Vec<Marking> {
        select::markings(self.entry)
    }
}

/// The plan of a distribution.
#[derive(Debug)]
pub struct Plan<'r> {
    /// The recipients, by id.
    pub recipients: Vec<Recipient<'r>>,
    /// Their documents, by recipient.
    pub lines: Vec<Line<'r>>,
}

impl<'r> Plan<'r> {
    /// Returns the lines of a recipient.
    pub fn lines_of(&self, at: usize) -> impl Iterator<Item = &Line<'r>> {
        let start = self.lines.partition_point(|line| line.recipient < at);
        self.lines[start..].iter().take_while(move |line| line.recipient == at)
    }
}

/// Makes the plan.
pub fn plan<'r>(
    checked: &'r Checked,
    groups: &[Group<'r>],
    recipients: Vec<Recipient<'r>>,
    holdings: &Holdings,
    moment: &Moment,
) -> Plan<'r> {
    let (copies, prints) = (HashMap::new(), Prints::new(checked));
    let mut planner = Planner { checked, holdings, moment, copies, numbered: numbered(checked), prints };
    let is_held = |holding: &&Holding| holding.standing() == Standing::Held;
    let mut lines = Vec::new();
    for (at, recipient) in recipients.iter().enumerate() {
        let ceiling = recipient.highest().map(|highest| Ceiling::new(highest, &checked.store.schemes));
        // What corrects or replaces a document goes to whoever holds it, wanted or not.
        let held: HashSet<&str> = holdings
            .of_recipient(recipient.id())
            .filter(is_held)
            .map(|holding| holding.last.document.as_str())
            .collect();
        let concerns = |group: &&Group<'_>| {
            recipient.wants(group.report, group.subject)
                || group.releases.iter().any(|release| held.contains(release.record.id.as_str()))
        };
        for group in groups.iter().filter(concerns) {
            lines.extend(planner.of_group(at, recipient, ceiling.as_ref(), group));
        }
    }
    Plan { recipients, lines }
}

/// Returns the levels whose copies are numbered.
fn numbered(checked: &Checked) -> Vec<Marking> {
    let mut all = Vec::new();
    for scheme in checked.store.records.of_kind(MARKING_SCHEME) {
        let levels = scheme.root.get("levels").map(Node::items).unwrap_or_default();
        let are_numbered = levels.iter().filter(|level| level.get("copies").and_then(Node::text) == Some("true"));
        let ids = are_numbered.filter_map(|level| level.get("id")?.text());
        all.extend(ids.map(|id| Marking { scheme: scheme.id.clone(), level: id.to_owned() }));
    }
    all
}

struct Planner<'a, 'r> {
    checked: &'r Checked,
    holdings: &'a Holdings,
    moment: &'a Moment,
    /// The last number of a copy, by release, edition and language.
    copies: HashMap<(String, String, String), u32>,
    numbered: Vec<Marking>,
    prints: Prints<'r>,
}

impl<'r> Planner<'_, 'r> {
    fn of_group(
        &mut self,
        at: usize,
        recipient: &Recipient<'_>,
        ceiling: Option<&Ceiling>,
        group: &Group<'r>,
    ) -> Vec<Line<'r>> {
        let line = |choice, state| Line { recipient: at, document: group.name(), choice, state };
        if group.current.is_empty() {
            let reason = match group.releases.last().map(|release| release.standing(&self.checked.store)) {
                None => Reason::NotReleased(group.status),
                Some(driver::Standing::Superseded) => Reason::Superseded,
                Some(_) => Reason::Withdrawn,
            };
            return vec![line(None, State::Refused(reason))];
        }
        let of_release = |release: &Release<'r>| match self.choice(recipient, ceiling, *release) {
            Err(reason) => line(None, State::Refused(reason)),
            Ok(mut choice) => {
                let state = self.state(recipient, &choice, group);
                if choice.markings().iter().any(|marking| self.numbered.contains(marking)) {
                    choice.copy = self.copy(recipient, &choice, &state);
                }
                line(Some(choice), state)
            }
        };
        group.current.iter().map(of_release).collect()
    }

    /// Chooses the file of a release: of the edition that the recipient is sent, no higher than it may see, in the first of its languages.
    fn choice(
        &self,
        recipient: &Recipient<'_>,
        ceiling: Option<&Ceiling>,
        release: Release<'r>,
    ) -> Result<Choice<'r>, Reason> {
        let (Some(ceiling), Some(highest)) = (ceiling, recipient.highest()) else { return Err(Reason::NoHighest) };
        self.is_in_time(recipient)?;
        let settings: &'r Settings = &self.checked.settings;
        let own = |edition: &&str| recipient.edition().is_none_or(|asked| asked == *edition);
        let editions: Vec<&'r str> = settings.editions.iter().map(|edition| edition.id.as_str()).filter(own).collect();
        let said = |entry: &'r Node, field: &str| entry.get(field).and_then(Node::text).unwrap_or_default();
        let of_edition =
            |edition: &'r str| release.documents().iter().filter(move |entry| said(entry, "edition") == edition);
        let schemes = &self.checked.store.schemes;
        let above = |entry: &'r Node| {
            let too_high = select::markings(entry).into_iter().find(|marking| !ceiling.allows(marking, schemes));
            let printed = || {
                let file = (said(entry, "edition"), said(entry, "language"));
                let records = self.prints.above((ceiling, highest), &release, file);
                (!records.is_empty()).then_some(Reason::PrintsTooHigh(records))
            };
            too_high.map(Reason::TooHigh).or_else(printed)
        };
        let languages = recipient.languages().unwrap_or(&settings.languages);
        let (mut too_high, mut known) = (None, Vec::new());
        for edition in editions {
            let (seen, hidden): (Vec<&'r Node>, Vec<&'r Node>) =
                of_edition(edition).partition(|entry| above(entry).is_none());
            too_high = too_high.or_else(|| hidden.first().and_then(|entry| above(entry)));
            let is_in = |language: &Language| seen.iter().find(|entry| said(entry, "language") == language.code());
            if let Some(place) = languages.iter().position(|language| is_in(language).is_some()) {
                let entry = is_in(&languages[place]).copied().unwrap_or(seen[0]);
                let sha256 = said(entry, "sha256").to_owned();
                return Ok(Choice { release, entry, passed: languages[..place].to_vec(), copy: None, sha256 });
            }
            known.extend(seen.iter().map(|entry| said(entry, "language").to_owned()));
        }
        Err(match (too_high, known) {
            (_, known) if !known.is_empty() => Reason::NoLanguage(known),
            (Some(too_high), _) => too_high,
            _ => Reason::NoEdition(recipient.edition().unwrap_or_default().to_owned()),
        })
    }

    fn is_in_time(&self, recipient: &Recipient<'_>) -> Result<(), Reason> {
        let day = self.moment.day.first();
        match recipient.period() {
            (Some(from), _) if from.first() > day => Err(Reason::NotYet(from)),
            (_, Some(until)) if until.last() < day => Err(Reason::NoMore(until)),
            _ => Ok(()),
        }
    }

    /// Returns what is to become of a file, by what the ledger says of the versions before it.
    fn state(&self, recipient: &Recipient<'_>, choice: &Choice<'r>, group: &Group<'r>) -> State<'r> {
        let own = |holding: &&Holding| holding.last.document == choice.release.record.id;
        // Of several deliveries of this version, the one that came furthest counts.
        let this =
            self.holdings.of_recipient(recipient.id()).filter(own).min_by_key(|holding| rank(holding.standing()));
        match this.map(|holding| (holding.standing(), &holding.last)) {
            Some((Standing::Held, _)) => return State::Has,
            Some((Standing::Uncertain, last)) => return State::Uncertain(last.delivery.clone()),
            Some((Standing::Failed, last)) => {
                return State::Failed(last.delivery.clone(), last.result.clone().unwrap_or_default());
            }
            _ => {}
        }
        let held = |release: &&Release<'_>| {
            let is =
                |holding: &Holding| holding.last.document == release.record.id && holding.standing() == Standing::Held;
            self.holdings.of_recipient(recipient.id()).any(is)
        };
        let before = group.releases.iter().filter(|release| release.number < choice.release.number).rfind(held);
        before.map_or(State::New, |release| State::Changed(*release))
    }

    /// Returns the number of a copy: that which the recipient was to have before, or the next one.
    fn copy(&mut self, recipient: &Recipient<'_>, choice: &Choice<'_>, state: &State<'_>) -> Option<u32> {
        let is_it = |holding: &&Holding| {
            let last = &holding.last;
            last.document == choice.release.record.id
                && (last.edition.as_str(), last.language.as_str()) == (choice.said("edition"), choice.said("language"))
        };
        let before = self.holdings.of_recipient(recipient.id()).filter(is_it).find_map(|holding| holding.last.copy);
        before.or_else(|| state.is_due().then(|| self.next_copy(choice)))
    }

    fn next_copy(&mut self, choice: &Choice<'_>) -> u32 {
        let (document, edition, language) =
            (&choice.release.record.id, choice.said("edition"), choice.said("language"));
        let key = (document.clone(), edition.to_owned(), language.to_owned());
        let last = self.copies.entry(key).or_insert_with(|| self.holdings.last_copy(document, edition, language));
        *last += 1;
        *last
    }
}

/// How far a delivery came, the furthest first.
fn rank(standing: Standing) -> u8 {
    match standing {
        Standing::Held => 0,
        Standing::Uncertain => 1,
        Standing::Failed => 2,
        Standing::Deferred | Standing::Unsent | Standing::Recalled => 3,
    }
}
