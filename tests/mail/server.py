"""A mail server that does what a test asks for: refuses, comes late, breaks off. What it took is kept in memory."""

import base64
import contextlib
import dataclasses
import email
import email.policy
import functools
import socket
import ssl
import threading
import time


@dataclasses.dataclass
class Act:
    """What is done at a stage of a conversation. Without a reply, the usual one is given."""

    reply: str | None = None
    # Whether the message is kept; without it, where the reply is not a refusal.
    keep: bool | None = None
    close: bool = False
    # Whether the conversation ends after the reply.
    ends: bool = False
    wait: float = 0
    # Called before the reply, or before the end.
    before: object = None


@dataclasses.dataclass
class Stage:
    """A stage: connect, mail, rcpt, data, content or rset; `attempt` counts those of this address, from 1."""

    name: str
    address: str = ""
    attempt: int = 0
    content: bytes = b""


@dataclasses.dataclass
class Kept:
    """A message that the server took."""

    address: str
    content: bytes

    @property
    def message(self):
        return email.message_from_bytes(self.content, policy=email.policy.default)

    @functools.cached_property
    def id(self):
        head = self.content.partition(b"\r\n\r\n")[0]
        return email.message_from_bytes(head, policy=email.policy.default)["Message-ID"].strip("<> ")


class Closed(Exception):
    """The conversation is over."""


class Server:
    """Listens on a port of its own until it is closed."""

    def __init__(self, decide=None, tls=None, wrapped=False, starttls="offered", login=None, echo=False):
        self.decide = decide or (lambda stage: None)
        self.tls, self.wrapped, self.starttls, self.login = tls, wrapped, starttls, login
        # Whether a name that is refused is said back with the password.
        self.echo = echo
        self.kept, self.stages, self.lines, self.attempts = [], [], [], {}
        self.lock = threading.Lock()
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        # A socket that is waited on is not closed before it is shut.
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()

    def listen(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=[connection], daemon=True).start()

    def talk(self, connection):
        with contextlib.suppress(OSError, Closed):
            try:
                if self.wrapped:
                    connection = self.tls.wrap_socket(connection, server_side=True)
                Talk(self, connection).run()
            finally:
                connection.close()

    def counted(self, *names):
        """Returns the stages of some names that were reached."""
        with self.lock:
            return [stage for stage in self.stages if stage.name in names]

    def copies(self):
        """Returns how often each Message-ID was taken."""
        with self.lock:
            found = {}
            for kept in self.kept:
                found[kept.id] = found.get(kept.id, 0) + 1
            return found


class Talk:
    """A conversation."""

    def __init__(self, server, connection):
        self.server, self.connection = server, connection
        self.file = connection.makefile("rb")
        self.address, self.attempt, self.known = "", 0, server.login is None

    def say(self, line):
        self.connection.sendall(line.encode() + b"\r\n")

    def hear(self):
        line = self.file.readline()
        if not line.endswith(b"\n"):
            raise Closed
        text = line.rstrip(b"\r\n").decode("utf-8", "replace")
        self.server.lines.append(text)
        return text

    def stage(self, name, usual, content=b""):
        """Does what the test asks for at a stage; returns whether the usual was done."""
        stage = Stage(name, self.address, self.attempt, content)
        with self.server.lock:
            self.server.stages.append(stage)
        act = self.server.decide(stage) or Act()
        keep = act.keep if act.keep is not None else (act.reply or usual)[0] == "2" and not act.close
        if name == "content" and keep:
            with self.server.lock:
                self.server.kept.append(Kept(self.address, content))
        if act.before:
            act.before()
        time.sleep(act.wait)
        if act.close:
            raise Closed
        self.say(act.reply or usual)
        if act.ends:
            raise Closed
        return (act.reply or usual)[0] in "23"

    def run(self):
        self.stage("connect", "220 mail.nowhere.example")
        while True:
            line = self.hear()
            verb = line.split(" ")[0].upper()
            if verb in ("EHLO", "HELO"):
                self.hello()
            elif verb == "STARTTLS":
                self.secure()
            elif verb == "AUTH":
                self.name(line)
            elif verb == "MAIL":
                self.say_of_mail()
            elif verb == "RCPT":
                self.receive(line)
            elif verb == "DATA":
                if self.stage("data", "354 go on"):
                    self.stage("content", "250 taken", self.content())
            elif verb == "RSET":
                self.stage("rset", "250 forgotten")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("502 not known")

    def hello(self):
        is_tls = isinstance(self.connection, ssl.SSLSocket)
        offers = ["SIZE 50000000", "8BITMIME"]
        if self.server.tls and not is_tls and self.server.starttls != "missing":
            offers.append("STARTTLS")
        if self.server.login:
            offers.append("AUTH PLAIN LOGIN")
        for offer in ["mail.nowhere.example", *offers[:-1]]:
            self.say("250-" + offer)
        self.say("250 " + offers[-1])

    def secure(self):
        if self.server.starttls == "refused":
            self.say("454 no TLS today")
            return
        self.say("220 go on")
        if self.server.starttls == "broken":
            self.connection.sendall(b"this is no handshake\r\n" * 20)
            raise Closed
        self.connection = self.server.tls.wrap_socket(self.connection, server_side=True)
        self.file = self.connection.makefile("rb")

    def name(self, line):
        words = line.split(" ")
        if words[1].upper() == "PLAIN":
            given = tuple(base64.b64decode(words[2]).decode().split("\0")[1:])
        else:
            self.say("334 VXNlcm5hbWU6")
            name = base64.b64decode(self.hear()).decode()
            self.say("334 UGFzc3dvcmQ6")
            given = (name, base64.b64decode(self.hear()).decode())
        self.known = given == self.server.login
        said = f" {given} {line}" if self.server.echo else ""
        self.say("235 welcome" if self.known else "535 5.7.8 not known" + said)

    def say_of_mail(self):
        if self.known:
            self.stage("mail", "250 go on")
        else:
            self.say("530 5.7.0 who is there")

    def receive(self, line):
        self.address = line.partition("<")[2].partition(">")[0]
        with self.server.lock:
            self.attempt = self.server.attempts.get(self.address, 0) + 1
            self.server.attempts[self.address] = self.attempt
        self.stage("rcpt", "250 go on")

    def content(self):
        lines = []
        while True:
            line = self.file.readline()
            if not line.endswith(b"\n"):
                raise Closed
            if line == b".\r\n":
                return b"".join(lines)
            lines.append(line[1:] if line.startswith(b".") else line)
