"""Workspaces with released documents, the program that sends them, and what its ledger says."""

import dataclasses
import hashlib
import json
import os
import random
import shutil
import subprocess
import zlib
from pathlib import Path

WELLS = {"first-well": "NOW-2001-001", "second-well": "NOW-2001-002", "third-well": "NOW-2001-003"}
SENDER = "office@nowhere.example"
NO_SETTINGS = ("CHANCERY_", "GIT_")
QUICK = {"--backoff": "0", "--timeout": "20"}


class Failure(Exception):
    """What a test found wrong."""


def claim(holds, what):
    """Ends the test where something does not hold."""
    if not holds:
        raise Failure(what)


def same(found, wanted, what):
    """Ends the test where something is not what it should be."""
    claim(found == wanted, f"{what}: {found!r}, not {wanted!r}")


@dataclasses.dataclass
class Run:
    """What a run of the program came to."""

    code: int
    said: str


class Program:
    """The program, with nothing of the settings of whoever runs the test."""

    def __init__(self, path, hosts=None, wrapper=None):
        self.path = path
        clean = {name: value for name, value in os.environ.items() if not name.startswith(NO_SETTINGS)}
        # Names of servers that are no names of this machine lead to it all the same.
        names = {"LD_PRELOAD": wrapper, "NSS_WRAPPER_HOSTS": hosts} if hosts else {}
        self.environment = {**clean, **names, "LC_ALL": "C.UTF-8"}

    def start(self, arguments, folder, more=None, **options):
        environment = {**self.environment, **(more or {})}
        return subprocess.Popen([self.path, *arguments], cwd=folder, env=environment, **options)


class Place:
    """A workspace in which documents were released."""

    def __init__(self, program, folder):
        self.program, self.folder = program, Path(folder)
        self.ledger = self.folder / "data/register/deliveries.jsonl"

    def run(self, *arguments, **options):
        child = self.start(*arguments, **options)
        said, _ = child.communicate(timeout=600)
        return Run(child.returncode, said)

    def start(self, *arguments, environment=None, stdin=subprocess.DEVNULL, limit=None, alone=False):
        return self.program.start(arguments, self.folder, environment, stdin=stdin, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, text=True, preexec_fn=limit,
                                  start_new_session=alone)

    def sending(self, url, *more, command=("distribute",)):
        """Returns how documents are sent to a server: that on a port of this machine, or that of an address."""
        if isinstance(url, int):
            url = f"smtp://127.0.0.1:{url}"
        quick = [word for name, value in QUICK.items() if name not in more for word in (name, value)]
        return [*command, "--send", "--smtp", url, "--from", f"Office of Nowhere <{SENDER}>", *quick, *more]

    def send(self, url, *more, **options):
        return self.run(*self.sending(url, *more), **options)

    def write(self, path, text):
        path = self.folder / path
        path.parent.mkdir(parents=True, exist_ok=True)
        # The file may be one with that of another workspace.
        path.unlink(missing_ok=True)
        path.write_text(text)

    def commit(self, message):
        who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@nowhere.example"]
        git = ["git", "-C", str(self.folder), *who]
        for arguments in (["add", "data", "templates", "fonts"], ["commit", "--quiet", "--message", message]):
            subprocess.run([*git, *arguments], check=True, env=self.program.environment)

    def recipient(self, name, *more, wants="card", address=None, channel="mail", highest="paper/open"):
        mail = [f"address: {address or name + '@upper.example'}"] if channel == "mail" else []
        lines = [f"id: {name}", f'name: {{en: "The {name} of Nowhere"}}', "wants:", f"  - report: {wants}",
                 f"highest: [{highest}]", f"channel: {channel}", *mail, *more]
        self.write(f"data/recipients/{name}.yaml", "\n".join(lines) + "\n")

    def recipients(self, number, *more, **options):
        names = [f"clerk-{at:04}" for at in range(1, number + 1)]
        for name in names:
            self.recipient(name, *more, **options)
        return names

    def plan(self):
        run = self.run("distribute", "--json")
        same(run.code, 0, f"the plan is shown ({run.said})")
        return json.loads(run.said)

    def states(self):
        """Returns how it stands with each document of each recipient."""
        return {(line["recipient"], line["document"]): line["state"] for line in self.plan()}

    def lines(self):
        """Returns the lines of the ledger, and looks whether each names the one before it."""
        before, found = "", []
        for text in self.ledger.read_text().splitlines() if self.ledger.exists() else []:
            line = json.loads(text)
            unsealed = text.rpartition(',"hash":')[0] + "}"
            same(line["hash"], hashlib.sha256(unsealed.encode()).hexdigest(), "the digest of a line of the ledger")
            same(line["previous"], before, "the digest of the line before")
            before = line["hash"]
            found.append(line)
        return found

    def steps(self, recipient=None):
        return [line["step"] for line in self.lines() if recipient in (None, line["recipient"])]

    def released(self):
        """Returns the digests of the register by the name of the file, without a parser of YAML."""
        found = {}
        for path in sorted((self.folder / "data/register").glob("*.yaml")):
            file = None
            for line in path.read_text().splitlines():
                name, _, value = line.strip().removeprefix("- ").partition(": ")
                if name == "file":
                    file = value.strip('"')
                elif name == "sha256":
                    found[file] = value.strip('"')
        return found


def request(name, report, subject, reference):
    return f"""id: {name}
report: {report}
subject: {subject}
reference: {reference}
version: 1
status: approved
date: 2001-02-03
clearance:
  - {{step: approved, post: {{en: "Head of the Well Board"}}, date: 2001-02-02}}
"""


def picture(path, edge, seed):
    """Writes a picture that nothing makes smaller: `edge` times `edge` times three bytes."""
    import struct

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    noise = random.Random(seed)
    rows = b"".join(b"\0" + noise.randbytes(edge * 3) for _ in range(edge))
    head = struct.pack(">IIBBBBB", edge, edge, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)


def made(program, root, folder, edges=None, wells=WELLS):
    """Makes a workspace and releases a card of each well; `edges` are those of pictures, which make cards large."""
    folder = Path(folder)
    for source in (root / "tests/foreign", root / "tests/mail/workspace"):
        shutil.copytree(source, folder, dirs_exist_ok=True)
    shutil.copytree(root / "fonts", folder / "fonts")
    place = Place(program, folder)
    first = (folder / "data/wells/first-well.yaml").read_text()
    for well in wells:
        if not (folder / f"data/wells/{well}.yaml").exists():
            number = well.removesuffix("-well")
            copy = first.replace("First", number.capitalize()).replace("first", number)
            place.write(f"data/wells/{well}.yaml", copy)
    for at, (name, edge) in enumerate((edges or {}).items()):
        picture(folder / f"templates/card/{name}.png", edge, at)
    if edges:
        pictures = "".join(f'#if data.subject.id == "{name}" [#image("{name}.png", alt: "Noise")]\n' for name in edges)
        main = folder / "templates/card/main.typ"
        main.write_text(main.read_text() + pictures)
    second = folder / "data/wells/second-well.yaml"
    second.write_text(second.read_text() + "marking: paper/closed\n")
    for subject, reference in wells.items():
        place.write(f"data/requests/of-{subject}.yaml", request(f"of-{subject}", "card", subject, reference))
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True, env=program.environment)
    place.commit("The plan")
    for subject in wells:
        run = place.run("release", f"of-{subject}")
        same(run.code, 0, f"{subject} is released ({run.said})")
        place.commit(f"Released: {subject}")
    return place


def copied(place, folder):
    """Returns a copy of a workspace whose files are one with the first until they are written anew."""
    shutil.copytree(place.folder, folder, copy_function=os.link)
    return Place(place.program, folder)
