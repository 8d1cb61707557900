//! Messages to a mail server. Every attempt stands in the ledger before it is made and after it was: whatever ends the program, and when,
//! nobody is sent anything twice without somebody having said so.

use std::collections::{BTreeSet, HashSet};
use std::path::PathBuf;
use std::time::Duration;

use super::super::clock;
use super::super::exit::Exit;
use super::super::options::system;
use super::super::progress::Progress;
use super::super::terminal::Terminal;
use super::book::unentered;
use super::distribution::Distribution;
use super::folders::{handed, put};
use super::letters::{Posting, post};
use super::messages;
use super::notes::{self, Noted, Saying, TOGETHER, noted};
use crate::diag::{Arg, Message, path_text};
use crate::distribute::mail::{Connection, Outcome, Server, ServerFault, Unreachable};
use crate::distribute::{Choice, Line, State, Way};
use crate::driver::Typesetter;
use crate::ledger::{Channel, Entry, Ledger, Step};

/// How messages are sent.
#[derive(Debug, Clone, clap::Args)]
pub struct Sending {
    /// Send messages to recipients whose channel is mail.
    #[arg(long, requires = "smtp", requires = "from")]
    pub send: bool,
    /// The mail server: smtps://host, or smtp://host with STARTTLS. Without TLS only a server on this machine is spoken to.
    #[arg(long, value_name = "URL")]
    smtp: Option<String>,
    /// The sender: an address, or "Name <address>".
    #[arg(long, value_name = "ADDRESS")]
    pub from: Option<String>,
    /// A file with the name and the password for the server, a line each; without it, CHANCERY_SMTP_NAME and CHANCERY_SMTP_PASSWORD of the
    /// environment, if they are there.
    #[arg(long, value_name = "FILE")]
    credentials: Option<PathBuf>,
    /// The certificate, in PEM, of an authority that is trusted besides those of the system.
    #[arg(long, value_name = "FILE")]
    authority: Option<PathBuf>,
    /// How often a message is attempted that the server may take later.
    #[arg(long, value_name = "NUMBER", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=20))]
    attempts: u32,
    /// How long is waited before the second attempt, in seconds; before each further one twice as long.
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    backoff: u64,
    /// How long the server may take for an answer, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=600))]
    timeout: u64,
    /// The most messages in a minute.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    rate: Option<u32>,
}

/// The longest that is waited between attempts.
const LONGEST_WAIT: Duration = Duration::from_mins(30);

/// What became of the messages of a run.
#[derive(Debug, Default)]
struct Counts {
    sent: usize,
    refused: usize,
    uncertain: usize,
    /// Those of the last round alone: they are attempted again in the next.
    deferred: usize,
    /// Whether the server was not to be reached, so that nothing more is attempted in this round.
    unreachable: bool,
    /// Whether nothing more is attempted at all.
    given_up: bool,
    /// What is too large for a message, while no folder is named for it: recipients and releases.
    too_large: BTreeSet<(String, String)>,
}

impl Counts {
    /// Returns what is too large, by the place of the recipient in a plan.
    fn too_large_of(&self, distribution: &Distribution<'_>) -> HashSet<(usize, String)> {
        let recipients = &distribution.plan.recipients;
        let place = |id: &String| recipients.iter().position(|recipient| recipient.id() == id);
        self.too_large.iter().filter_map(|(recipient, release)| Some((place(recipient)?, release.clone()))).collect()
    }
}

/// Returns whether the document of a line is among some.
fn is_among(line: &Line<'_>, some: &HashSet<(usize, String)>) -> bool {
    let is = |choice: &Choice<'_>| some.contains(&(line.recipient, choice.release.record.id.clone()));
    !some.is_empty() && line.choice.as_ref().is_some_and(is)
}

/// Sends rounds of messages.
pub struct Sender<'a> {
    sending: &'a Sending,
    server: Server,
    connection: Option<Connection>,
    counts: Counts,
    /// Whether the time is told, and not that of the clock.
    told: bool,
    /// The folder for what no message carries.
    to: Option<PathBuf>,
    terminal: &'a Terminal,
}

impl<'a> Sender<'a> {
    /// Prepares sending.
    pub fn new(sending: &'a Sending, told: bool, to: Option<PathBuf>, terminal: &'a Terminal) -> Result<Self, Exit> {
        // What is in memory from here on is nobody's but the server's.
        super::super::worker::forbid_core_dumps();
        let server = server(sending, terminal)?;
        Ok(Self { sending, server, connection: None, counts: Counts::default(), told, to, terminal })
    }

    /// Sends what is due, in rounds: what the server may take later is due again in the next. `plan` says what is due by the ledger as it is
    /// then, and `resent` what is sent once more in the first round.
    pub fn send<'d>(
        mut self,
        saying: Saying<'_>,
        plan: impl Fn(&Ledger) -> Result<Distribution<'d>, Exit>,
        resent: impl Fn(&Line<'_>) -> bool + Copy,
        ledger: &mut Ledger,
        typesetter: &Typesetter,
    ) -> Result<Exit, Exit> {
        for round in 0..self.sending.attempts {
            let distribution = plan(ledger)?;
            let is_due = |line: &Line<'_>| line.state.is_due() || round == 0 && resent(line);
            // What is too large stays so, and was told.
            let all_too_large: HashSet<(usize, String)> = self.counts.too_large_of(&distribution);
            let is_due = |line: &Line<'_>| is_due(line) && !is_among(line, &all_too_large);
            let due = distribution.due_by(Way::Mail, is_due);
            if due.is_empty() {
                break;
            }
            if round > 0 {
                std::thread::sleep(self.wait(round));
            }
            (self.counts.deferred, self.counts.unreachable) = (0, false);
            let progress = Progress::new(due.len(), false);
            for some in due.chunks(TOGETHER) {
                if self.counts.unreachable {
                    break;
                }
                for noted in noted(&distribution, some, saying, is_due, typesetter, self.terminal)? {
                    self.recipient(noted, &distribution, (saying, &is_due), ledger, typesetter)?;
                    progress.step();
                }
            }
            progress.end();
            if self.counts.given_up || self.counts.deferred == 0 && !self.counts.unreachable {
                break;
            }
        }
        if let Some(connection) = self.connection.take() {
            connection.quit();
        }
        let distribution = plan(ledger)?;
        Ok(self.end(&distribution))
    }

    fn wait(&self, round: u32) -> Duration {
        let wait = self.sending.backoff.saturating_mul(1 << (round - 1).min(20));
        Duration::from_secs(wait).min(LONGEST_WAIT)
    }

    fn recipient<'d>(
        &mut self,
        noted: Noted<'d>,
        distribution: &Distribution<'d>,
        (saying, is_due): (Saying<'_>, &dyn Fn(&Line<'_>) -> bool),
        ledger: &mut Ledger,
        typesetter: &Typesetter,
    ) -> Result<(), Exit> {
        let (at, recipient) = (noted.at, noted.recipient.clone());
        let from = self.sending.from.clone().unwrap_or_default();
        let mut ready = post(noted, distribution, &from, Channel::Mail, self.terminal)?;
        while let Some(apart) = ready.apart.take() {
            if let Some(to) = &self.to {
                // The message that speaks of it enters it.
                let (package, _) = handed(apart, &distribution.moment);
                put(&to.join(&recipient), &package, self.terminal)?;
                break;
            }
            // The others are sent without it, with a note that does not speak of it.
            self.refuse_too_large(&apart);
            let too_large = self.counts.too_large_of(distribution);
            let is_left = |line: &Line<'_>| is_due(line) && !is_among(line, &too_large);
            if !distribution.plan.lines_of(at).any(is_left) {
                return Ok(());
            }
            for left in notes::noted(distribution, &[at], saying, is_left, typesetter, self.terminal)? {
                ready = post(left, distribution, &from, Channel::Mail, self.terminal)?;
            }
        }
        for posting in &ready.postings {
            if !self.counts.unreachable {
                self.posting(posting, ledger)?;
            }
        }
        Ok(())
    }

    /// Says what is too large for a message, and what helps.
    fn refuse_too_large(&mut self, apart: &Noted<'_>) {
        for due in &apart.due {
            let values =
                vec![("file", due.delivered.file.as_str().into()), ("recipient", apart.recipient.as_str().into())];
            self.terminal.refuse(&messages::TOO_LARGE, &values);
            self.counts.too_large.insert((apart.recipient.clone(), due.delivered.release.id.clone()));
        }
    }

    /// Returns a conversation, and whether it was begun for an earlier message; nothing where the server is not to be reached.
    fn connected(&mut self) -> Option<(Connection, bool)> {
        if let Some(connection) = self.connection.take() {
            return Some((connection, true));
        }
        match self.server.connect() {
            Ok(connection) => Some((connection, false)),
            Err(Unreachable { reason, later }) => {
                // It is the fault of no recipient, and nothing of it stands in the ledger.
                let message = if later { &messages::UNREACHABLE } else { &messages::NOT_SPOKEN_TO };
                self.terminal.refuse(message, &vec![("reason", reason.into())]);
                (self.counts.unreachable, self.counts.given_up) = (true, !later);
                None
            }
        }
    }

    /// Sends a message, with its steps in the ledger before and after.
    fn posting(&mut self, posting: &Posting, ledger: &mut Ledger) -> Result<(), Exit> {
        let Some((mut connection, is_used)) = self.connected() else { return Ok(()) };
        self.enter(&self.then(posting, Step::Attempt, None), ledger)?;
        let send =
            |connection: &mut Connection| connection.send(&posting.composed.from, &posting.to, &posting.composed.bytes);
        let mut outcome = send(&mut connection);
        if is_used && matches!(outcome, Outcome::Closed(_)) {
            // A server may end a conversation in which nothing is said; nothing of this message was.
            let Some((anew, _)) = self.connected() else {
                self.counts.deferred += 1;
                return self.enter(&self.then(posting, Step::Deferred, None), ledger);
            };
            connection = anew;
            outcome = send(&mut connection);
        }
        self.connection = connection.reset().then_some(connection);
        let (step, message, reason): (Step, &Message, String) = match outcome {
            Outcome::Accepted(reply) => (Step::Accepted, &messages::SENT, reply),
            Outcome::Deferred(reply) | Outcome::Closed(reply) => (Step::Deferred, &messages::IS_DEFERRED, reply),
            Outcome::Refused(reply) => (Step::Refused, &messages::IS_NOT_TAKEN, reply),
            Outcome::Uncertain(reply) => (Step::Uncertain, &messages::NO_ANSWER, reply),
        };
        self.enter(&self.then(posting, step, Some(&reason)), ledger)?;
        match step {
            Step::Accepted => self.counts.sent += 1,
            Step::Deferred => self.counts.deferred += 1,
            Step::Refused => self.counts.refused += 1,
            _ => self.counts.uncertain += 1,
        }
        let recipient = posting.entries.first().map(|entry| entry.recipient.as_str()).unwrap_or_default();
        let values =
            vec![("recipient", recipient.into()), ("address", posting.to.as_str().into()), ("reason", reason.into())];
        self.terminal.inform(message, &values);
        if let Some(rate) = self.sending.rate {
            std::thread::sleep(Duration::from_mins(1) / rate);
        }
        Ok(())
    }

    fn then(&self, posting: &Posting, step: Step, result: Option<&str>) -> Vec<Entry> {
        let at = |entry: &Entry| if self.told { entry.at.clone() } else { clock::now().text };
        posting.entries.iter().map(|entry| entry.then(step, &at(entry), result.map(str::to_owned))).collect()
    }

    fn enter(&self, entries: &[Entry], ledger: &mut Ledger) -> Result<(), Exit> {
        ledger.add(entries).map_err(|error| unentered(&error, self.terminal))
    }

    /// Says what was sent, and what is open by the plan as it is now.
    fn end(&self, distribution: &Distribution<'_>) -> Exit {
        let Counts { sent, refused, uncertain, deferred, .. } = self.counts;
        let refused = refused + self.counts.too_large.len();
        let numbers = [("sent", sent), ("deferred", deferred), ("refused", refused), ("uncertain", uncertain)];
        let values = numbers.map(|(name, number)| (name, Arg::from(number))).to_vec();
        self.terminal.inform(&messages::SENT_IN_ALL, &values);
        let plan = &distribution.plan;
        let by_mail = plan.lines.iter().filter(|line| plan.recipients[line.recipient].way() == Way::Mail);
        let (mut due, mut failed, mut unknown) = (0_usize, 0_usize, 0_usize);
        for line in by_mail {
            match line.state {
                State::New | State::Changed(_) => due += 1,
                State::Failed(..) => failed += 1,
                State::Uncertain(_) => unknown += 1,
                State::Has | State::Refused(_) => {}
            }
        }
        if due + failed + unknown == 0 {
            return Exit::Done;
        }
        let values = vec![("due", due.into()), ("failed", failed.into()), ("uncertain", unknown.into())];
        self.terminal.inform(&messages::STILL_OPEN, &values);
        Exit::Faults
    }
}

/// Understands the server and what it is told.
fn server(sending: &Sending, terminal: &Terminal) -> Result<Server, Exit> {
    let url = sending.smtp.as_deref().unwrap_or_default();
    let refuse = |fault: &ServerFault| {
        let message = match fault {
            ServerFault::Form => &messages::NO_SERVER,
            ServerFault::Secret => &messages::SECRET_IN_ADDRESS,
            ServerFault::Certificate => &messages::NO_CERTIFICATE,
        };
        // Where a secret stands in it, it is not said again.
        let shown = if *fault == ServerFault::Secret { "" } else { url };
        terminal.refuse(message, &vec![("server", shown.into())]);
        Exit::Unusable
    };
    let read = |path: &PathBuf| {
        std::fs::read(path).map_err(|error| {
            let values = vec![("path", path_text(path).into()), ("reason", system(&error))];
            terminal.refuse(&crate::diag::messages::NOT_READ, &values);
            Exit::Unusable
        })
    };
    let mut server = Server::read(url, Duration::from_secs(sending.timeout)).map_err(|fault| refuse(&fault))?;
    if let Some(path) = &sending.authority {
        server = server.with_authority(&read(path)?).map_err(|fault| refuse(&fault))?;
    }
    let of_environment = || {
        let said = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        Some((said("CHANCERY_SMTP_NAME")?, said("CHANCERY_SMTP_PASSWORD")?))
    };
    let credentials = match &sending.credentials {
        Some(path) => {
            let text = String::from_utf8_lossy(&read(path)?).into_owned();
            let mut lines = text.lines().map(str::to_owned);
            let both = lines.next().zip(lines.next());
            Some(both.ok_or_else(|| {
                terminal.refuse(&messages::NO_CREDENTIALS, &vec![("path", path_text(path).into())]);
                Exit::Unusable
            })?)
        }
        None => of_environment(),
    };
    Ok(match credentials {
        Some((name, password)) => server.with_credentials(name, password),
        None => server,
    })
}
