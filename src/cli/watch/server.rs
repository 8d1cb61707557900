//! What a browser on this machine asks: a page, a picture, and to be told when there is another. The server of the typesetter's kit was tried
//! first; one time in four Chromium waited for ever for one of a document's pictures.

use std::hash::{BuildHasher, RandomState};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::site::{Answer, Site};

/// The first port that is tried, and how many after it.
const PORTS: std::ops::Range<u16> = 3000..3020;

/// The path at which a browser waits for what is new.
const EVENTS: &str = "/events";

/// A browser sends some hundred bytes; whoever sends more is none.
const MAX_REQUEST_BYTES: usize = 16 << 10;

/// How long is waited for a browser that says nothing or takes nothing.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often a browser that waits is asked whether it is still there.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// A server on the loopback address.
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
}

struct State {
    /// What the paths begin with. Who else works on this machine, or on a page elsewhere, does not know it, and gets nothing.
    root: String,
    site: Mutex<Arc<Site>>,
    renewed: Condvar,
}

impl Server {
    /// Starts to serve, on a port or on the first that is free.
    ///
    /// # Errors
    /// Returns why the system gives no port.
    pub fn start(port: Option<u16>, site: Site) -> io::Result<Self> {
        let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let listener = match port {
            Some(port) => bind(port),
            None => PORTS.map(bind).find(Result::is_ok).unwrap_or_else(|| bind(0)),
        }?;
        let secret = [0, 1].map(|part| format!("{:016x}", RandomState::new().hash_one(part))).concat();
        let state = State { root: format!("/{secret}"), site: Mutex::new(Arc::new(site)), renewed: Condvar::new() };
        let server = Self { address: listener.local_addr()?, state: Arc::new(state) };
        let state = Arc::clone(&server.state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&state);
                // A browser that goes away in the middle is nobody's fault.
                thread::spawn(move || drop(state.serve(stream)));
            }
        });
        Ok(server)
    }

    /// Returns the address for a browser.
    pub fn address(&self) -> String {
        format!("http://{}{}/", self.address, self.state.root)
    }

    /// Serves this from now on, and says so to the browsers.
    pub fn show(&self, site: Site) {
        *self.state.site.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
        self.state.renewed.notify_all();
    }
}

impl State {
    fn site(&self) -> Arc<Site> {
        Arc::clone(&self.site.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn serve(&self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let request = request(&mut stream)?;
        let path = request.strip_prefix("GET ").and_then(|rest| rest.split(' ').next()).unwrap_or_default();
        let own = path.strip_prefix(&self.root);
        if own == Some(EVENTS) {
            return self.tell(&mut stream);
        }
        let root = format!("{}/", self.root);
        let answer = own.and_then(|own| self.site().answer(own.strip_prefix('/')?, &root));
        match answer {
            Some(Answer { form, bytes }) => respond(&mut stream, "200 OK", form, &bytes),
            None => respond(&mut stream, "404 Not Found", "text/plain; charset=utf-8", b""),
        }
    }

    /// Tells a browser whenever there is something else, until it goes.
    fn tell(&self, stream: &mut TcpStream) -> io::Result<()> {
        write!(
            stream,
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
        )?;
        let mut shown = self.site();
        loop {
            let site = self.site.lock().unwrap_or_else(PoisonError::into_inner);
            let is_shown = |site: &mut Arc<Site>| Arc::ptr_eq(site, &shown);
            let waited = self.renewed.wait_timeout_while(site, HEARTBEAT, is_shown);
            let site = Arc::clone(&waited.unwrap_or_else(PoisonError::into_inner).0);
            let is_new = !Arc::ptr_eq(&site, &shown);
            stream.write_all(if is_new { b"event: renewed\ndata:\n\n" } else { b":\n\n" })?;
            shown = site;
        }
    }
}

/// Reads the head of a request; there is no body in what a browser asks here.
fn request(stream: &mut TcpStream) -> io::Result<String> {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 2048]);
    while !bytes.windows(4).any(|end| end == b"\r\n\r\n") && bytes.len() < MAX_REQUEST_BYTES {
        match stream.read(&mut buffer)? {
            0 => break,
            read => bytes.extend_from_slice(&buffer[..read]),
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn respond(stream: &mut TcpStream, status: &str, form: &str, bytes: &[u8]) -> io::Result<()> {
    let length = bytes.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {form}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(bytes)
}

#[cfg(test)]
mod tests {
    use crate::diag::Locale;

    use super::*;

    fn asked(server: &Server, words: &str) -> String {
        let mut stream = TcpStream::connect(server.address).expect("a server");
        stream.write_all(words.as_bytes()).expect("it listens");
        let mut said = String::new();
        // Whoever sends too much is cut off, perhaps before the answer has arrived.
        let _ = stream.read_to_string(&mut said);
        said
    }

    fn site(n: usize) -> Site {
        Site::new(n, Vec::new(), String::new(), Arc::default(), Locale::En)
    }

    #[test]
    fn only_who_knows_the_address_gets_an_answer() {
        let server = Server::start(Some(0), site(1)).expect("a port");
        let path = |path: &str| format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n");
        let own = asked(&server, &path(&format!("{}/", server.state.root)));
        assert!(own.starts_with("HTTP/1.1 200 OK\r\n") && own.contains("data-round=\"1\""), "{own}");
        for words in [path("/"), path("/events"), path("//"), "POST / HTTP/1.1\r\n\r\n".to_owned()] {
            let said = asked(&server, &words);
            assert!(said.starts_with("HTTP/1.1 404"), "{said}");
        }
        let said = asked(&server, &"x".repeat(20_000));
        assert!(said.is_empty() || said.starts_with("HTTP/1.1 404"), "{said}");
    }

    #[test]
    fn a_browser_hears_of_what_is_new() {
        let server = Server::start(Some(0), site(1)).expect("a port");
        let mut stream = TcpStream::connect(server.address).expect("a server");
        let words = format!("GET {}{EVENTS} HTTP/1.1\r\n\r\n", server.state.root);
        stream.write_all(words.as_bytes()).expect("it listens");
        let mut heard = String::new();
        let mut buffer = [0; 256];
        while !heard.contains("event: renewed") {
            if heard.contains("\r\n\r\n") {
                server.show(site(2));
            }
            let read = stream.read(&mut buffer).expect("it answers");
            heard.push_str(&String::from_utf8_lossy(&buffer[..read]));
        }
    }
}
