//! A mail server, spoken to step by step, so that it is known at each step what may have happened.

use std::net::IpAddr;
use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;

/// How the way to the server is secured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// From the first byte.
    Tls,
    /// From the beginning of the conversation on; without it there is none.
    StartTls,
    /// Not at all: the server is on this machine.
    Loopback,
}

/// Where mail goes.
#[derive(Clone)]
pub struct Server {
    host: String,
    port: u16,
    security: Security,
    timeout: Duration,
    credentials: Option<Credentials>,
    authority: Option<Certificate>,
}

/// Why a server cannot be spoken to as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServerFault {
    /// It is not of the form `smtps://host:port` or `smtp://host:port`.
    Form,
    /// It holds a name or a password.
    Secret,
    /// The certificate is none.
    Certificate,
}

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
}

/// An open conversation.
pub struct Connection(SmtpConnection);

impl Server {
    /// Understands where mail goes. Without TLS only this machine is spoken to.
    ///
    /// # Errors
    /// Returns what is wrong with it.
    pub fn read(url: &str, timeout: Duration) -> Result<Self, ServerFault> {
        if url.contains('@') {
            return Err(ServerFault::Secret);
        }
        let (scheme, rest) = url.split_once("://").ok_or(ServerFault::Form)?;
        let rest = rest.trim_end_matches('/');
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) if !host.is_empty() && !port.ends_with(']') => {
                (host, Some(port.parse().map_err(|_| ServerFault::Form)?))
            }
            _ => (rest, None),
        };
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let is_name = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:".contains(c));
        let (security, usual) = match scheme {
            _ if !is_name => return Err(ServerFault::Form),
            "smtps" => (Security::Tls, 465),
            "smtp" if is_loopback(host) => (Security::Loopback, 25),
            "smtp" => (Security::StartTls, 587),
            _ => return Err(ServerFault::Form),
        };
        let port = port.unwrap_or(usual);
        Ok(Self { host: host.to_owned(), port, security, timeout, credentials: None, authority: None })
    }

    /// Returns it with a name and a password.
    pub fn with_credentials(self, name: String, password: String) -> Self {
        Self { credentials: Some(Credentials::new(name, password)), ..self }
    }

    /// Returns it with the certificate, in PEM, of an authority that is trusted besides those of the system.
    ///
    /// # Errors
    /// Returns that it is no certificate.
    pub fn with_authority(self, pem: &[u8]) -> Result<Self, ServerFault> {
        let authority = Certificate::from_pem(pem).map_err(|_| ServerFault::Certificate)?;
        Ok(Self { authority: Some(authority), ..self })
    }

    /// Returns how the way to it is secured.
    pub fn security(&self) -> Security {
        self.security
    }

    /// Opens a conversation.
    ///
    /// # Errors
    /// Returns what became of whatever was to be sent: nothing was.
    pub fn connect(&self) -> Result<Connection, Outcome> {
        let unsent = |error: Error| before(&error);
        let tls = (self.security != Security::Loopback).then(|| self.tls()).transpose().map_err(unsent)?;
        let hello = ClientId::default();
        let wrapped = tls.as_ref().filter(|_| self.security == Security::Tls);
        let place = (self.host.as_str(), self.port);
        let mut connection =
            SmtpConnection::connect(place, Some(self.timeout), &hello, wrapped, None).map_err(unsent)?;
        if let (Security::StartTls, Some(tls)) = (self.security, &tls) {
            // A server that offers none is not spoken to in the open.
            connection.starttls(tls, &hello).map_err(unsent)?;
        }
        if let Some(credentials) = &self.credentials {
            let known = [Mechanism::Plain, Mechanism::Login];
            connection.auth(&known, credentials).map_err(unsent)?;
        }
        Ok(Connection(connection))
    }

    fn tls(&self) -> Result<TlsParameters, Error> {
        let builder = TlsParameters::builder(self.host.clone());
        match &self.authority {
            Some(authority) => builder.add_root_certificate(authority.clone()).build_rustls(),
            None => builder.build_rustls(),
        }
    }
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

impl Connection {
    /// Sends a message to one address.
    pub fn send(&mut self, from: &str, to: &str, message: &[u8]) -> Outcome {
        let connection = &mut self.0;
        let (Ok(from), Ok(to)) = (from.parse(), to.parse()) else {
            return Outcome::Refused(format!("{to}: not an address"));
        };
        let opened = connection
            .command(Mail::new(Some(from), vec![]))
            .and_then(|_| connection.command(Rcpt::new(to, vec![])))
            .and_then(|_| connection.command(Data));
        if let Err(error) = opened {
            return before(&error);
        }
        match connection.message(message) {
            Ok(response) => {
                Outcome::Accepted(format!("{} {}", response.code(), response.message().collect::<Vec<_>>().join(" ")))
            }
            Err(error) if error.is_transient() => Outcome::Deferred(told(&error)),
            Err(error) if error.is_permanent() => Outcome::Refused(told(&error)),
            // The last line went out, and no answer came.
            Err(error) => Outcome::Uncertain(told(&error)),
        }
    }

    /// Makes ready for the next message; returns whether the conversation goes on.
    pub fn reset(&mut self) -> bool {
        !self.0.has_broken() && self.0.command(Rset).is_ok()
    }

    /// Ends it in order.
    pub fn quit(mut self) {
        let _ = self.0.quit();
    }
}

/// Returns what became of a message before anything of it was sent.
fn before(error: &Error) -> Outcome {
    // A certificate that is not trusted today may be another one tomorrow, but nobody is to try again by himself.
    if error.is_permanent() || error.is_tls() { Outcome::Refused(told(error)) } else { Outcome::Deferred(told(error)) }
}

/// Returns an error with its causes; none of them holds what was sent.
fn told(error: &Error) -> String {
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
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_spoken_to_in_the_open() {
        let read = |url: &str| Server::read(url, Duration::from_secs(1)).map(|s| (s.host, s.port, s.security));
        let server = |host: &str, port, security| Ok((host.to_owned(), port, security));
        assert_eq!(read("smtps://mail.example"), server("mail.example", 465, Security::Tls));
        assert_eq!(read("smtp://mail.example:2525/"), server("mail.example", 2525, Security::StartTls));
        assert_eq!(read("smtp://localhost:2525"), server("localhost", 2525, Security::Loopback));
        assert_eq!(read("smtp://127.0.0.9"), server("127.0.0.9", 25, Security::Loopback));
        assert_eq!(read("smtp://[::1]:2525"), server("::1", 2525, Security::Loopback));
        assert_eq!(read("smtp://localhost.example"), server("localhost.example", 587, Security::StartTls));
        assert_eq!(read("smtps://name:word@mail.example"), Err(ServerFault::Secret));
        for url in ["mail.example", "http://mail.example", "smtp://", "smtp://mail.example:many", "smtp://a b"] {
            assert_eq!(read(url), Err(ServerFault::Form), "{url}");
        }
    }
}
