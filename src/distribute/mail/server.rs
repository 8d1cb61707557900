//! A mail server, and how it is reached.

use std::net::IpAddr;
use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;

use super::connection::{Connection, told};

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
    credentials: Option<(String, String)>,
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

/// Why a server is not spoken to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreachable {
    /// What it, or the system, says.
    pub reason: String,
    /// Whether it may be otherwise later.
    pub later: bool,
}

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
        Self { credentials: Some((name, password)), ..self }
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
    /// Returns why there is none; nothing was sent.
    pub fn connect(&self) -> Result<Connection, Unreachable> {
        let unreachable = |error: Error| Unreachable { reason: self.told(&error), later: !is_final(&error) };
        let tls = (self.security != Security::Loopback).then(|| self.tls()).transpose().map_err(unreachable)?;
        let hello = ClientId::default();
        let wrapped = tls.as_ref().filter(|_| self.security == Security::Tls);
        let place = (self.host.as_str(), self.port);
        let mut connection =
            SmtpConnection::connect(place, Some(self.timeout), &hello, wrapped, None).map_err(unreachable)?;
        if let (Security::StartTls, Some(tls)) = (self.security, &tls) {
            // A server that offers none is not spoken to in the open.
            connection.starttls(tls, &hello).map_err(unreachable)?;
        }
        if let Some(credentials) = &self.credentials {
            let known = [Mechanism::Plain, Mechanism::Login];
            connection.auth(&known, &Credentials::new(credentials.0.clone(), credentials.1.clone())).map_err(
                |error| {
                    // What the server says here can hold what it was told; its number is enough.
                    let reason = match error.status() {
                        Some(code) => format!("{code}: the name and the password are not taken"),
                        None => self.told(&error),
                    };
                    Unreachable { reason, later: !is_final(&error) }
                },
            )?;
        }
        Ok(Connection::new(connection, self.credentials.as_ref().map(|(_, password)| password.clone())))
    }

    fn told(&self, error: &Error) -> String {
        told(error, self.credentials.as_ref().map(|(_, password)| password.as_str()))
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

/// Returns whether it is of no use to try again.
fn is_final(error: &Error) -> bool {
    error.is_permanent() || error.is_tls()
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
