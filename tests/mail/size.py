"""Messages no larger than a recipient's server takes."""

import hashlib
import subprocess

from answers import only, taken
from place import claim, same
from server import Act, Server

# Cards of 0.4, 0.9 and 0.4 MB; the second is given out in numbered copies.
EDGES = {"first-well": 360, "second-well": 540, "third-well": 360}
FILE = "2001-02-03_NOW-2001-00{}_card_{}-well_en_v01-released.pdf"
FIRST, THIRD = FILE.format(1, "first"), FILE.format(3, "third")
LIMIT = "largest-message: 1"


def large(space):
    place = space.place("large", EDGES)
    sizes = [(place.folder / "released" / name).stat().st_size for name in (FIRST, THIRD)]
    claim(all(380_000 < size < 500_000 for size in sizes), f"the cards are as large as the test needs them: {sizes}")
    return place


def attached(message):
    """Returns what a message carries besides the note."""
    files = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    return {name: content for name, content in files.items() if "cover-note" not in name}


def splits(space):
    place = large(space)
    place.recipient("clerk-0001", LIMIT)
    place.recipient("clerk-0002", "largest-message: 2")
    seen = []

    def decide(at):
        seen.extend([at] if at.name == "content" and at.address.startswith("clerk-0001") else [])
        return Act("452 4.3.1 no room yet") if at.name == "content" and len(seen) == 2 and at is seen[1] else None

    with Server(decide) as server:
        run = place.send(server.port)
        same(run.code, 0, f"all was accepted in the end ({run.said})")
        messages = [kept for kept in server.kept if kept.address.startswith("clerk-0001")]
        same(len(messages), 2, "messages for the smaller box")
        same([list(attached(kept.message)) for kept in messages], [[FIRST], [THIRD]], "what each carries")
        claim(all(len(kept.content) <= 1_000_000 for kept in messages), "none is larger than the box takes")
        claim("message 1 of 2" in messages[0].message["Subject"], f"the subject says which: {messages[0].message['Subject']}")
        same(len({kept.id for kept in messages}), 2, "Message-IDs")
        same({line["delivery"] for line in place.lines() if line["recipient"] == "clerk-0001"},
             {kept.id for kept in messages}, "Message-IDs in the ledger")
        same(place.steps("clerk-0001").count("deferred"), 1, "only one of the two was repeated")
        released = place.released()
        for kept in messages:
            for name, content in attached(kept.message).items():
                same(hashlib.sha256(content).hexdigest(), released[name], f"the digest of {name}")
        other = [kept for kept in server.kept if kept.address.startswith("clerk-0002")]
        same([list(attached(kept.message)) for kept in other], [[FIRST, THIRD]], "the larger box gets one message")


def too_large(space):
    place = large(space)
    place.recipient("clerk-0001", LIMIT, highest="paper/closed")
    place.recipient("clerk-0002", highest="paper/closed")
    with Server(only("clerk-0002", "rcpt", Act("450 4.2.1 busy"), {1, 2})) as server:
        run = place.send(server.port)
        same(run.code, 1, f"refused ({run.said})")
        claim("--to" in run.said, f"it says what helps ({run.said})")
        same(taken(server), ["clerk-0001", "clerk-0001", "clerk-0002"], "both are sent to")
        messages = [kept.message for kept in server.kept if kept.address.startswith("clerk-0001")]
        same([list(attached(message)) for message in messages], [[FIRST], [THIRD]], "what is not too large is sent")
        for message in messages:
            claim("second-well" not in message.get_body(["plain"]).get_content(), "nobody is told of what is not sent")
        entered = {line["document"] for line in place.lines() if line["recipient"] == "clerk-0001"}
        same(entered, {"now-2001-001-v01", "now-2001-003-v01"}, "what is entered")
        same(place.states()["clerk-0001", "card/second-well"], "new", "the large one stays due")
        claim(run.said.count("is too large for a message") == 1, f"it is said once ({run.said})")
        claim("refused: 1," in run.said, f"it is counted once, however many rounds there are ({run.said})")


def to_a_folder(space):
    place = large(space)
    place.recipient("clerk-0001", LIMIT, highest="paper/closed")
    to = place.folder.parent / f"{place.folder.name}-to"
    with Server() as server:
        run = place.send(server.port, "--to", str(to))
        same(run.code, 0, f"all was accepted ({run.said})")
        copies = [path for path in (to / "clerk-0001").iterdir() if "second-well" in path.name]
        same(len(copies), 1, "the large one lies in the folder")
        copy = copies[0]
        subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=copy.parent, check=True)
        claim((to / "clerk-0001.zip").exists(), "the ZIP file is there")
        messages = [kept.message for kept in server.kept]
        same([list(attached(message)) for message in messages], [[FIRST], [THIRD]], "what the messages carry")
        for kind in ("plain", "html"):
            body = messages[-1].get_body([kind]).get_content()
            claim("too large for a message" in " ".join(body.split()), f"the {kind} body says so: {body}")
            claim(copy.name in body, f"the {kind} body names the file: {body}")
        lines = [line for line in place.lines() if line["document"] == "now-2001-002-v01"]
        same([(line["step"], line["channel"]) for line in lines], [("attempt", "folder"), ("accepted", "folder")], "the ledger")
        same(lines[0]["sha256"], hashlib.sha256(copy.read_bytes()).hexdigest(), "the digest in the ledger")
        same(set(place.states().values()), {"has"}, "the plan")
        same(place.send(server.port, "--to", str(to)).code, 0, "nothing is due")
        same(len(server.kept), 2, "messages")


def only_a_folder(space):
    """Recipients of whose documents no message carries one are told all the same, each in a message of its own."""
    place = large(space)
    for name in ("clerk-0001", "clerk-0002"):
        place.recipient(name, LIMIT, highest="paper/closed", wants="card\n    subjects: [second-well]")
    to = place.folder.parent / f"{place.folder.name}-to"
    with Server() as server:
        run = place.send(server.port, "--to", str(to))
        same(run.code, 0, f"all was accepted ({run.said})")
        same(taken(server), ["clerk-0001", "clerk-0002"], "who was told")
        same(len(server.copies()), 2, "Message-IDs")
        claim("sent       clerk-0001" in run.said, f"it is said who was told ({run.said})")


def told_in_the_end(space):
    """A message that says what lies in a folder is sent again as others are."""
    for wants in ("card\n    subjects: [second-well]", "card"):
        place = large(space)
        place.recipient("clerk-0001", LIMIT, highest="paper/closed", wants=wants)
        to = place.folder.parent / f"{place.folder.name}-to"
        with Server(only("clerk-0001", "rcpt", Act("450 4.2.1 busy"), {1, 2, 3})) as server:
            run = place.send(server.port, "--to", str(to))
            same(run.code, 0, f"all was accepted in the end ({run.said})")
            bodies = [kept.message.get_body(["plain"]).get_content() for kept in server.kept]
            claim(any("second-well" in body for body in bodies), f"a message names what lies in the folder: {bodies}")


TESTS = [splits, too_large, to_a_folder, only_a_folder, told_in_the_end]
