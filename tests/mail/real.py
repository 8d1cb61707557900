"""A mail server as others run it: Postfix, on ports of this machine, with folders of its own. Who may send it asks us, as it asks Dovecot."""

import base64
import collections
import email
import email.policy
import getpass
import hashlib
import os
import pwd
import re
import socket
import socketserver
import subprocess
import threading
import time

import answers
from place import claim, same

NAME, OTHER = "mail.nowhere.example", "other.nowhere.example"
SECRET = "well-water-1"
ROOT = [] if os.geteuid() == 0 else ["sudo"]

SETTINGS = """compatibility_level = 3.6
queue_directory = {space}/queue
data_directory = {space}/data
maillog_file = {space}/log
maillog_file_prefixes = {space}
myhostname = mail.nowhere.example
mydestination =
mynetworks =
alias_maps =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
virtual_mailbox_domains = upper.example, nowhere.example
virtual_mailbox_base = {space}/mail
virtual_mailbox_maps = regexp:{space}/conf/boxes
smtpd_reject_unlisted_recipient = no
virtual_uid_maps = static:{user}
virtual_gid_maps = static:{group}
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{login}
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = reject_unauth_destination, permit_sasl_authenticated, reject
"""
# As the master.cf that is shipped has them, without those that nobody needs here.
SERVICES = """127.0.0.1:{starttls} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt
127.0.0.1:{tls} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
virtual unix - n n - - virtual
error unix - - n - - error
retry unix - - n - - error
postlog unix-dgram n - n - 1 postlogd
"""


class Login(socketserver.StreamRequestHandler):
    """Says to Postfix who may send, in the words of Dovecot's protocol for that."""

    def handle(self):
        cookie = b"0" * 32
        self.wfile.write(b"VERSION\t1\t1\nMECH\tPLAIN\tplaintext\nSPID\t1\nCUID\t1\nCOOKIE\t" + cookie + b"\nDONE\n")
        for line in self.rfile:
            fields = line.rstrip(b"\n").split(b"\t")
            if fields[0] == b"AUTH":
                said = [base64.b64decode(field[5:]) for field in fields if field.startswith(b"resp=")]
                known = said == [f"\0office\0{SECRET}".encode()]
                self.wfile.write(b"OK\t%s\tuser=office\n" % fields[1] if known else b"FAIL\t%s\n" % fields[1])


class Postfix:
    """The server."""

    def __init__(self, space):
        self.folder = space.folder / "postfix"
        self.mail = self.folder / "mail"
        for name in ("conf", "queue", "data", "mail"):
            (self.folder / name).mkdir(parents=True)
        self.login = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Login)
        self.login.daemon_threads = True
        threading.Thread(target=self.login.serve_forever, daemon=True).start()
        sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
        self.starttls, self.tls = (one.getsockname()[1] for one in sockets)
        for one in sockets:
            one.close()
        # It delivers as nobody who may do more.
        who = pwd.getpwnam("nobody" if not ROOT else getpass.getuser())
        certificate, key = space.authority.server(NAME)
        values = {"space": self.folder, "certificate": certificate, "key": key, "login": self.login.server_address[1],
                  "starttls": self.starttls, "tls": self.tls, "user": who.pw_uid, "group": who.pw_gid}
        (self.folder / "conf/main.cf").write_text(SETTINGS.format(**values))
        # A box that is gone is found missing when the message was taken.
        (self.folder / "conf/boxes").write_text("!/^gone@/ all/\n")
        (self.folder / "conf/master.cf").write_text(SERVICES.format(**values))
        admin(["chown", "-R", "root", str(self.folder / "conf"), str(self.folder / "queue")])
        admin(["chown", "postfix", str(self.folder / "data")])
        admin(["chown", str(who.pw_uid), str(self.mail)])

    def __enter__(self):
        admin(["postfix", "-c", str(self.folder / "conf"), "start"])
        try:
            for port in (self.starttls, self.tls):
                self.listens(port)
        except BaseException:
            self.__exit__()
            raise
        return self

    def listens(self, port):
        end = time.monotonic() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                return
            except OSError:
                claim(time.monotonic() < end, f"Postfix does not listen\n{self.log()}")
                time.sleep(0.1)

    def __exit__(self, *_):
        admin(["postfix", "-c", str(self.folder / "conf"), "stop"])
        self.login.shutdown()
        self.login.server_close()
        admin(["rm", "-rf", str(self.folder)])

    def log(self):
        return admin(["cat", str(self.folder / "log")]).stdout

    def messages(self, number):
        """Returns what was delivered, by address, as soon as there are so many."""
        end = time.monotonic() + 60
        while len(files := list(self.mail.glob("all/new/*"))) < number and time.monotonic() < end:
            time.sleep(0.1)
        time.sleep(0.5)
        files = list(self.mail.glob("all/new/*"))
        same(len(files), number, f"messages that were delivered\n{self.log()}")
        found = collections.defaultdict(list)
        for file in files:
            message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            found[message["Delivered-To"].partition("@")[0]].append(message)
        return found


def admin(command):
    return subprocess.run([*ROOT, *command], check=True, capture_output=True, text=True)


def postfix(space):
    with Postfix(space) as server:
        authority = ["--authority", str(space.authority.certificate)]
        starttls, tls = f"smtp://{NAME}:{server.starttls}", f"smtps://{NAME}:{server.tls}"
        environment = {"CHANCERY_SMTP_NAME": "office", "CHANCERY_SMTP_PASSWORD": SECRET}
        nothing_is_sent(space, server, authority, environment)

        place = space.place()
        place.recipients(3, highest="paper/closed")
        login = place.folder.parent / "login"
        login.write_text(f"office\n{SECRET}\n")
        run = place.send(starttls, *authority, "--credentials", str(login))
        same(run.code, 0, f"STARTTLS, the password from a file ({run.said})")
        answers.hidden(SECRET, run, place)
        arrived = server.messages(3)
        same(sorted(arrived), ["clerk-0001", "clerk-0002", "clerk-0003"], "who got a message")
        for name, messages in arrived.items():
            same(len(messages), 1, f"copies for {name}")
            as_it_should_be(place, name, messages[0])
        numbered(place, arrived)

        place.recipient("keeper", highest="paper/closed")
        run = place.send(tls, *authority, environment=environment)
        same(run.code, 0, f"TLS from the first byte, the password from the environment ({run.said})")
        answers.hidden(SECRET, run, place)
        as_it_should_be(place, "keeper", server.messages(4)["keeper"][0])
        claim(SECRET not in server.log(), "the password stands in the log of the server")
        same(len(re.findall(r"client=.*sasl_method=PLAIN, sasl_username=office", server.log())), 4, "known senders")

        place.recipient("stranger", address="stranger@lower.example")
        place.recipient("zeal", highest="paper/closed")
        address_refused(place, server, starttls, authority, environment)


def nothing_is_sent(space, server, authority, environment):
    """Whatever is wrong with the certificate: nothing is sent."""
    place = space.place()
    place.recipients(2)
    for scheme, port in (("smtp", server.starttls), ("smtps", server.tls)):
        run = place.send(f"{scheme}://{NAME}:{port}", "--attempts", "1", environment=environment)
        same(run.code, 1, f"{scheme} with an authority that nobody trusts ({run.said})")
        claim("ertificate" in run.said, f"it says why ({run.said})")
        run = place.send(f"{scheme}://{OTHER}:{port}", *authority, "--attempts", "1", "--resume", "resend",
                         environment=environment)
        same(run.code, 1, f"{scheme} with the certificate of another server ({run.said})")
        claim("ertificate" in run.said, f"it says why ({run.said})")
        claim("attempt" not in place.steps(), "nothing was attempted")
    same(list(server.mail.iterdir()), [], "what was delivered")
    claim("client=" not in server.log() and "sasl" not in server.log(), f"nobody said who he is: {server.log()}")


def as_it_should_be(place, name, message):
    """Looks at a message as another program reads it."""
    lines = [line for line in place.lines() if line["recipient"] == name and line["step"] == "accepted"]
    claim(message["Subject"].startswith("CLOSED"), f"the subject begins with the marking: {message['Subject']}")
    same(message["Message-ID"].strip("<>"), lines[0]["delivery"], "the Message-ID")
    same({line["delivery"] for line in lines}, {lines[0]["delivery"]}, "one message for all documents")
    same(message["Auto-Submitted"], "auto-generated", "Auto-Submitted")
    same(message["To"].addresses[0].addr_spec, f"{name}@upper.example", "To")
    same(message["To"].addresses[0].display_name, f"The {name} of Nowhere", "the name in To")
    same(message["From"].addresses[0].display_name, "Office of Nowhere", "the name in From")
    same([part.defects for part in message.walk() if part.defects], [], "what is wrong with the message")
    bodies = {kind: message.get_body([kind]).get_content() for kind in ("plain", "html")}
    attached = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    digests = {file: hashlib.sha256(content).hexdigest() for file, content in attached.items()}
    note, *files = attached
    claim("cover-note" in note, f"the note comes first: {list(attached)}")
    same([digests[file] for file in files], [line["sha256"] for line in lines], "digests of the ledger")
    for file in files:
        claim(attached[file].startswith(b"%PDF-"), f"{file} is a PDF")
        for kind, body in bodies.items():
            claim(digests[file] in body and file in body, f"{file} with its digest stands in the {kind} body")
    released = place.released()
    open_files = [file for file in files if "_copy-" not in file]
    same(len(open_files), 2, "files that are the same for all")
    for file in open_files:
        same(digests[file], released[file], f"the digest of {file} in the register")
        same(attached[file], (place.folder / "released" / file).read_bytes(), f"the bytes of {file}")


def numbered(place, arrived):
    """Of a document with numbered copies each recipient has another file."""
    files = {}
    for messages in arrived.values():
        for part in messages[0].iter_attachments():
            if "_copy-" in part.get_filename():
                files[part.get_filename()] = hashlib.sha256(part.get_content()).hexdigest()
    same(len(files), 3, f"names of numbered copies: {files}")
    same(len(set(files.values())), 3, "digests of numbered copies")
    same(sorted(line["copy"] for line in place.lines() if line["step"] == "accepted" and "copy" in line), [1, 2, 3],
         "numbers in the ledger")
    claim(not set(files.values()) & set(place.released().values()), "no copy is the file without a number")


def address_refused(place, server, url, authority, environment):
    """The server hands on nothing for others: one address is refused, the next one is served."""
    run = place.send(url, *authority, environment=environment)
    same(run.code, 1, f"one address is refused ({run.said})")
    same(place.steps("stranger")[-1], "refused", "the last step of the refused")
    same(place.steps("zeal")[-1], "accepted", "the last step of the next one")
    same(len(server.messages(5)["zeal"]), 1, "messages")

    # What comes back from a later server is entered.
    place.recipient("gone")
    same(place.send(url, *authority, "--recipient", "gone", environment=environment).code, 0, "it is taken at first")
    same(place.states()["gone", "card/first-well"], "has", "the plan")
    report = server.messages(6)["office"][0]
    claim(report["Content-Type"].startswith("multipart/report"), "the server gives it back")
    file = place.folder / "report.eml"
    file.write_bytes(report.as_bytes())
    same(place.run("ledger", "import-dsn", str(file)).code, 0, "the report is entered")
    same(place.steps("gone")[-1], "bounced", "the last step")
    same(place.states()["gone", "card/first-well"], "failed", "the plan")


TESTS = [postfix]
