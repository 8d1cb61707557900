//! A conversation with a mail server, step by step, so that it is known at each step what may have happened.

use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::SmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::response::{Response, Severity};

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The server took it.
    Accepted(String),
    /// It was not sent, and may be later.
    Deferred(String),
    /// It was not sent, and is not to be.
    Refused(String),
    /// It was sent, and no answer came.
    Uncertain(String),
    /// The conversation was over before it began.
    Closed(String),
}

/// An open conversation.
pub struct Connection {
    inner: SmtpConnection,
    /// Whether questions and answers still go in step: after one that did not come, a late answer would be taken for that to the next question.
    in_step: bool,
    /// What is said nowhere.
    secret: Option<String>,
}

impl Connection {
    /// Takes a conversation in which the server was greeted.
    pub fn new(inner: SmtpConnection, secret: Option<String>) -> Self {
        Self { inner, in_step: true, secret }
    }

    /// Sends a message to one address.
    pub fn send(&mut self, from: &str, to: &str, message: &[u8]) -> Outcome {
        let (Ok(from), Ok(to)) = (from.parse(), to.parse()) else {
            return Outcome::Refused(format!("{to}: not an address"));
        };
        let begun = self.inner.command(Mail::new(Some(from), vec![]));
        if let Err(error) = begun {
            let outcome = self.before(&error);
            return if self.in_step { outcome } else { Outcome::Closed(self.told(&error)) };
        }
        let opened = self.inner.command(Rcpt::new(to, vec![])).and_then(|_| self.inner.command(Data));
        match opened {
            Err(error) => return self.before(&error),
            Ok(response) if response.code().severity != Severity::PositiveIntermediate => {
                self.in_step = false;
                return Outcome::Deferred(self.said(&response));
            }
            Ok(_) => {}
        }
        match self.inner.message(message) {
            Ok(response) if response.code().severity == Severity::PositiveCompletion => {
                Outcome::Accepted(self.said(&response))
            }
            Ok(response) => {
                self.in_step = false;
                Outcome::Uncertain(self.said(&response))
            }
            Err(error) if error.is_transient() => Outcome::Deferred(self.told(&error)),
            Err(error) if error.is_permanent() => Outcome::Refused(self.told(&error)),
            // The last line went out, and no answer came.
            Err(error) => {
                self.in_step = false;
                Outcome::Uncertain(self.told(&error))
            }
        }
    }

    /// Makes ready for the next message; returns whether the conversation goes on.
    pub fn reset(&mut self) -> bool {
        self.in_step && !self.inner.has_broken() && self.inner.command(Rset).is_ok()
    }

    /// Ends it in order.
    pub fn quit(mut self) {
        let _ = self.inner.quit();
    }

    /// Returns what became of a message of which nothing was sent.
    fn before(&mut self, error: &Error) -> Outcome {
        if error.is_permanent() {
            return Outcome::Refused(self.told(error));
        }
        // An answer says that the server still speaks; anything else, that it is not known what it says next.
        self.in_step &= error.is_transient();
        Outcome::Deferred(self.told(error))
    }

    fn told(&self, error: &Error) -> String {
        told(error, self.secret.as_deref())
    }

    fn said(&self, response: &Response) -> String {
        let text = response.message().collect::<Vec<_>>().join(" ");
        without(format!("{} {text}", response.code()).trim_end(), self.secret.as_deref())
    }
}

/// Returns an error with its causes, and without the secret.
pub fn told(error: &Error, secret: Option<&str>) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        let said = inner.to_string();
        if !text.contains(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        cause = inner.source();
    }
    without(&text, secret)
}

fn without(text: &str, secret: Option<&str>) -> String {
    secret.filter(|secret| !secret.is_empty()).map_or_else(|| text.to_owned(), |secret| text.replace(secret, "…"))
}
