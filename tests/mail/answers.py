"""What a server may answer, and what becomes of the messages."""

import base64
import contextlib
import resource
import signal
import subprocess
import time
from pathlib import Path

import authority
from place import claim, request, same
from server import Act, Server

NAME = "mail.nowhere.example"


def only(name, stage, act, attempts=None):
    """Returns what does something at one stage for one address, at some of its attempts or at all."""

    def decide(at):
        meant = at.address.startswith(name) and at.name == stage and (attempts is None or at.attempt in attempts)
        return act if meant else None

    return decide


def taken(server):
    return sorted(kept.address.partition("@")[0] for kept in server.kept)


def everything_is_taken(space):
    place = space.place()
    place.recipients(3)
    with Server() as server:
        run = place.send(server.port)
        same(run.code, 0, f"all was accepted ({run.said})")
        same(taken(server), ["clerk-0001", "clerk-0002", "clerk-0003"], "who was sent a message")
        sent = {kept.id for kept in server.kept}
        same({line["delivery"] for line in place.lines()}, sent, "Message-IDs in the ledger")
        same(place.send(server.port).code, 0, "nothing is due")
        same(len(server.kept), 3, "messages after a second run")


def address_refused(space):
    place = space.place()
    place.recipients(3)
    with Server(only("clerk-0002", "rcpt", Act("550 5.1.1 no such clerk"))) as server:
        run = place.send(server.port)
        same(run.code, 1, f"not all was accepted ({run.said})")
        same(taken(server), ["clerk-0001", "clerk-0003"], "one bad address does not stop the others")
        same(set(place.steps("clerk-0002")), {"attempt", "refused"}, "steps of the refused")
        refused = [line for line in place.lines() if line["step"] == "refused"]
        claim("no such clerk" in refused[0]["result"], "the ledger says what the server said")
        place.send(server.port)
        same(server.attempts["clerk-0002@upper.example"], 1, "what was refused is not attempted by itself")
    with Server() as server:
        same(place.send(server.port, "--resume", "resend").code, 0, "it is sent again where somebody says so")
        same(taken(server), ["clerk-0002"], "who is sent again")


def refused_is_not_done(space):
    place = space.place()
    place.recipients(2)
    with Server(only("clerk-0002", "rcpt", Act("550 5.1.1 no such clerk"))) as server:
        same(place.send(server.port).code, 1, "the first run")
        same(place.send(server.port).code, 1, "a run after which a recipient still has nothing")


def deferred_then_taken(space):
    for stage in ("mail", "rcpt", "data", "content"):
        place = space.place()
        place.recipients(3)
        act = Act("451 4.7.1 come again")
        # Before the address is known, whose message it is says the count.
        seen = []

        def decide(at, stage=stage, act=act, seen=seen):
            if at.name != stage or stage != "mail" and not at.address.startswith("clerk-0002"):
                return None
            seen.append(at)
            first = len(seen) == 2 if stage == "mail" else len(seen) <= 2
            return act if first else None

        with Server(decide) as server:
            started = time.monotonic()
            run = place.send(server.port, "--backoff", "1")
            took = time.monotonic() - started
            same(run.code, 0, f"all was accepted in the end, after 4xx at {stage} ({run.said})")
            same(taken(server), ["clerk-0001", "clerk-0002", "clerk-0003"], f"one copy each, after 4xx at {stage}")
            waits = 1 if stage == "mail" else 3
            claim(took >= waits, f"after 4xx at {stage} it waits {waits} s in all, and not {took:.1f}")
            deferred = place.steps("clerk-0002").count("deferred")
            same(deferred, (1 if stage == "mail" else 2) * 2, f"lines of deferral, after 4xx at {stage}")


def deferred_to_the_end(space):
    place = space.place()
    place.recipients(2)
    with Server(only("clerk-0001", "rcpt", Act("450 4.2.1 busy"))) as server:
        run = place.send(server.port, "--attempts", "3")
        same(run.code, 1, f"not all was accepted ({run.said})")
        same(server.attempts["clerk-0001@upper.example"], 3, "attempts")
        same(place.states()["clerk-0001", "card/first-well"], "new", "it is due in the next run")
    with Server() as server:
        same(place.send(server.port).code, 0, "the next run sends it")
        same(taken(server), ["clerk-0001"], "who is sent")


def message_refused(space):
    place = space.place()
    place.recipients(3)
    with Server(only("clerk-0001", "content", Act("554 5.7.1 not wanted"))) as server:
        same(place.send(server.port).code, 1, "not all was accepted")
        same(taken(server), ["clerk-0002", "clerk-0003"], "who was sent a message")
        same(set(place.steps("clerk-0001")), {"attempt", "refused"}, "steps of the refused")


def stalls(space):
    for stage, step in (("connect", None), ("rcpt", "deferred"), ("content", "uncertain")):
        place = space.place()
        place.recipients(2)
        stalled = []

        def decide(at, stage=stage, stalled=stalled):
            meant = at.name == stage and not stalled
            if meant:
                stalled.append(at)
            return Act(wait=30, close=True) if meant else None

        with Server(decide) as server:
            started = time.monotonic()
            run = place.send(server.port, "--timeout", "2", "--attempts", "1")
            claim(time.monotonic() - started < 20, f"a server that stalls at {stage} is given up ({run.said})")
            same(run.code, 1, f"not all was accepted by a server that stalls at {stage}")
            if step:
                claim(step in place.steps("clerk-0001"), f"a server that stalls at {stage}: {place.steps('clerk-0001')}")
                same(taken(server), ["clerk-0002"], f"who was sent a message past a stall at {stage}")


def late_answer(space, stage, wanted):
    """A server whose answer to one message comes when it is no more waited for: the next message has its own answers."""
    place = space.place()
    place.recipients(3)

    def decide(at):
        if at.address.startswith("clerk-0001") and at.name == stage and at.attempt == 1:
            return Act(wait=3)
        if at.address.startswith("clerk-0002") and at.name == "content":
            return Act("554 5.7.1 not wanted")
        return None

    with Server(decide) as server:
        run = place.send(server.port, "--timeout", "2", "--attempts", "1")
        time.sleep(2)
        ends = {name: place.steps(name)[-1:] for name in ("clerk-0001", "clerk-0002", "clerk-0003")}
        same(ends, {"clerk-0001": [wanted], "clerk-0002": ["refused"], "clerk-0003": ["accepted"]},
             f"what the ledger says past a late answer at {stage} ({run.said})")
        claim("clerk-0002" not in taken(server), "the refused message is not kept")


def late_answer_to_an_address(space):
    late_answer(space, "rcpt", "deferred")


def late_answer_to_a_message(space):
    late_answer(space, "content", "uncertain")


def connection_closed_between(space):
    """Many servers take one message, or some, in a conversation."""
    place = space.place()
    place.recipients(3)
    with Server(lambda at: Act("421 4.7.0 enough", ends=True) if at.name == "rset" else None) as server:
        run = place.send(server.port, "--attempts", "1")
        same(run.code, 0, f"all was accepted, a conversation each ({run.said})")
        same(len(server.counted("connect")), 3, "conversations")


def closed_in_silence(space):
    """A conversation that the server ended while nothing was said, as after a wait: nothing of the next message was sent, and no attempt is lost."""
    place = space.place()
    place.recipients(3)
    with Server(lambda at: Act(ends=True) if at.name == "rset" else None) as server:
        run = place.send(server.port, "--attempts", "1")
        same(run.code, 0, f"all was accepted, a conversation each ({run.said})")
        same(sorted(server.copies().values()), [1] * 3, "copies")


def uncertain(space):
    """Returns a place in which nobody knows of one message whether it was sent, with the server that kept it."""
    place = space.place()
    place.recipients(3)
    server = Server(only("clerk-0002", "content", Act(close=True, keep=True), {1}))
    run = place.send(server.port)
    same(run.code, 1, f"not all was accepted ({run.said})")
    same(place.steps("clerk-0002")[-1], "uncertain", "the last step")
    same(taken(server), ["clerk-0001", "clerk-0002", "clerk-0003"], "what the server holds")
    return place, server


def uncertain_stays(space):
    place, server = uncertain(space)
    with server:
        before = place.ledger.read_bytes()
        run = place.send(server.port)
        same(len(server.kept), 3, "what is uncertain is not sent by itself")
        same(place.ledger.read_bytes(), before, "the ledger")
        same(place.states()["clerk-0002", "card/first-well"], "uncertain", "the plan")
        same(run.code, 1, f"a run that leaves something uncertain does not end as if all was done ({run.said})")


def uncertain_resent(space):
    place, server = uncertain(space)
    with server:
        run = place.send(server.port, "--resume", "resend")
        same(run.code, 0, f"it is sent again ({run.said})")
        ids = [kept.id for kept in server.kept if kept.address.startswith("clerk-0002")]
        same(len(ids), 2, "copies")
        same(ids[0], ids[1], "the Message-ID of what is sent again")
        same(place.states()["clerk-0002", "card/first-well"], "has", "the plan")
        same(place.send(server.port, "--resume", "resend").code, 0, "nothing is left")
        same(len(server.kept), 4, "messages")


def uncertain_copy_resent(space):
    """A numbered copy that is sent again is the same one, to the byte."""
    place = space.place()
    place.recipients(2, wants="card\n    subjects: [second-well]", highest="paper/closed")
    with Server(only("clerk-0001", "content", Act(close=True, keep=True), {1})) as server:
        same(place.send(server.port).code, 1, "of one nobody knows")
        same(place.send(server.port, "--resume", "resend").code, 0, "it is sent again")
        copies = [kept for kept in server.kept if kept.address.startswith("clerk-0001")]
        same(len({kept.id for kept in copies}), 1, "Message-IDs")
        files = [[part.get_content() for part in kept.message.iter_attachments()][1] for kept in copies]
        same(len(files), 2, "copies")
        claim(files[0] == files[1], "it is the same file")
        same({line["recipient"]: line["copy"] for line in place.lines()}, {"clerk-0001": 1, "clerk-0002": 2}, "numbers")


def resent_by_no_way(space):
    place, server = uncertain(space)
    with server:
        run = place.run("distribute", "--resume", "resend")
        same(run.code, 2, f"what is to be sent again is sent by some way ({run.said})")


def uncertain_before_a_later_version(space):
    """A later version does not hide that nobody knows of the earlier one."""
    place = space.place()
    place.recipient("clerk-0001", wants="card\n    subjects: [first-well]")
    with Server(only("clerk-0001", "content", Act(close=True, keep=True), {1})) as server:
        same(place.send(server.port).code, 1, "of one nobody knows")
    later = request("later", "card", "first-well", "NOW-2001-001").replace("version: 1", "version: 2\nrevision: Rev.1")
    place.write("data/requests/later.yaml", later)
    well = place.folder / "data/wells/first-well.yaml"
    place.write("data/wells/first-well.yaml", well.read_text().replace("~40", "~41"))
    place.commit("A later version")
    same(place.run("release", "later").code, 0, "it is released")
    same(place.run("distribute", "--resume", "sent").code, 0, "somebody says that the earlier one was sent")
    same(place.steps(), ["attempt", "uncertain", "settled-as-sent"], "the ledger")
    same(place.states()["clerk-0001", "card/first-well"], "changed", "the plan")


def uncertain_was_sent(space):
    place, server = uncertain(space)
    with server:
        same(place.run("distribute", "--resume", "sent").code, 0, "somebody says that it was sent")
        same(place.steps("clerk-0002")[-1], "settled-as-sent", "the last step")
        same(place.send(server.port).code, 0, "nothing is due")
        same(len(server.kept), 3, "messages")


def uncertain_was_not_sent(space):
    place, server = uncertain(space)
    with server:
        same(place.run("distribute", "--resume", "unsent").code, 0, "somebody says that it was not sent")
        same(place.states()["clerk-0002", "card/first-well"], "new", "it is due")
        same(place.send(server.port).code, 0, "it is sent")
        same(len(server.kept), 4, "messages")


def asked(space):
    for answer, wanted in (("y\n", "has"), ("n\n", "new"), ("\n", "uncertain"), ("", "uncertain")):
        place, server = uncertain(space)
        with server:
            child = place.start("distribute", "--resume", "ask", stdin=subprocess.PIPE)
            said, _ = child.communicate(answer, timeout=60)
            claim("clerk-0002" in said, f"the question names the recipient: {said}")
            same(place.states()["clerk-0002", "card/first-well"], wanted, f"after the answer {answer!r}")


def starttls(space):
    trusted = authority.context(space.authority, NAME)
    for kind in ("refused", "broken", "missing"):
        place = space.place()
        place.recipients(2)
        with Server(tls=trusted, starttls=kind) as server:
            url = f"smtp://{NAME}:{server.port}"
            run = place.send(url, "--authority", str(space.authority.certificate), "--attempts", "1")
            same(run.code, 1, f"STARTTLS is {kind}: refused ({run.said})")
            same(server.counted("mail"), [], f"STARTTLS is {kind}: nothing is said in the open")
            same(server.kept, [], f"STARTTLS is {kind}: nothing is sent")
    place = space.place()
    place.recipients(2)
    with Server(tls=trusted) as server:
        run = place.send(f"smtp://{NAME}:{server.port}", "--authority", str(space.authority.certificate))
        same(run.code, 0, f"STARTTLS works ({run.said})")
        same(len(server.kept), 2, "messages")


def no_tls_at_all(space):
    """A port that speaks no TLS where it is asked for."""
    place = space.place()
    place.recipients(2)
    with Server() as server:
        run = place.send(f"smtps://{NAME}:{server.port}", "--attempts", "1", "--timeout", "2")
        same(run.code, 1, f"refused ({run.said})")
        same(server.kept, [], "messages")


def login(space):
    secret = "well-water-5"
    place = space.place()
    place.recipients(2)
    file = place.folder.parent / f"{place.folder.name}.login"
    file.write_text(f"office\n{secret}\n")
    with Server(login=("office", "another")) as server:
        run = place.send(server.port, "--credentials", str(file))
        same(run.code, 1, f"a wrong password is refused ({run.said})")
        same(server.kept, [], "messages")
        hidden(secret, run, place, server)
        same(len(server.counted("connect")), 1, "a wrong password is not tried again: some servers then lock the name")
    with Server(login=("office", secret)) as server:
        run = place.send(server.port)
        same(run.code, 1, f"without a password nothing is sent ({run.said})")
        same(server.kept, [], "messages")


def secret_in_processes(space):
    """While it sends, others of this machine may look at what its processes are called with."""
    secret = "well-water-4"
    place = space.place()
    place.recipients(2, highest="paper/closed")
    seen = []

    def processes():
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                seen.append(path.read_bytes())

    def decide(at):
        return Act(before=processes) if at.name in ("connect", "content", "rset") else None

    with Server(decide, login=("office", secret)) as server:
        environment = {"CHANCERY_SMTP_NAME": "office", "CHANCERY_SMTP_PASSWORD": secret}
        run = place.send(server.port, environment=environment)
        same(run.code, 0, f"all was accepted ({run.said})")
        claim(any(b"--smtp" in line for line in seen), "the program was looked at while it ran")
        claim(not any(secret.encode() in line for line in seen), "the password stands in /proc")
        hidden(secret, run, place, server)


def after_a_wrong_password(space):
    """What is wrong with the server or the password is nothing about whoever came first."""
    place = space.place()
    place.recipients(2)
    wrong = {"CHANCERY_SMTP_NAME": "office", "CHANCERY_SMTP_PASSWORD": "wrong"}
    with Server(login=("office", "well-water-6")) as server:
        same(place.send(server.port, environment=wrong).code, 1, "a wrong password")
        right = {**wrong, "CHANCERY_SMTP_PASSWORD": "well-water-6"}
        run = place.send(server.port, environment=right)
        same(taken(server), ["clerk-0001", "clerk-0002"], f"with the right one all are sent ({run.said})")


def echoed_password(space):
    """A server that says back what it was told."""
    secret = "well-water-7"
    place = space.place()
    place.recipients(1)
    with Server(login=("office", "another"), echo=True) as server:
        environment = {"CHANCERY_SMTP_NAME": "office", "CHANCERY_SMTP_PASSWORD": secret}
        run = place.send(server.port, environment=environment)
        same(run.code, 1, "refused")
        hidden(secret, run, place, server)


def hidden(secret, run, place, server=None):
    """Looks for a password, plain and as it is sent."""
    forms = [secret, base64.b64encode(secret.encode()).decode(), base64.b64encode(f"\0office\0{secret}".encode()).decode()]
    ledger = place.ledger.read_text() if place.ledger.exists() else ""
    kept = b"".join(kept.content for kept in server.kept).decode("latin-1") if server else ""
    for form in forms:
        claim(form not in run.said, f"the password stands in what is said: {run.said}")
        claim(form not in ledger, f"the password stands in the ledger: {ledger}")
        claim(form not in kept, "the password stands in a message")


def secret_in_address(space):
    place = space.place()
    place.recipients(1)
    run = place.send("smtp://office:well-water-8@127.0.0.1:25")
    same(run.code, 2, "a password in the address of the server")
    claim("well-water-8" not in run.said, "it is not said again")


def second_process(space):
    place = space.place()
    place.recipients(2)
    other = []

    def decide(at):
        if at.name == "content" and not other:
            other.append(None)
            other[0] = place.send(server.port)
        return None

    with Server(decide) as server:
        run = place.send(server.port, "--timeout", "60")
        same(run.code, 0, f"the first process sends ({run.said})")
        same(other[0].code, 1, f"the second one is refused ({other[0].said})")
        claim("another run" in other[0].said, f"it says why: {other[0].said}")
        same(len(server.kept), 2, "messages")


def unreachable(space):
    place = space.place()
    place.recipients(20)
    with Server() as server:
        port = server.port
    started = time.monotonic()
    run = place.send(port, "--attempts", "2", "--backoff", "1")
    same(run.code, 1, f"nobody listens ({run.said})")
    claim(time.monotonic() - started < 30, "it is not tried for each recipient")
    claim("attempt" not in place.steps(), "nothing was attempted")
    with Server() as server:
        same(place.send(server.port).code, 0, "later all is sent")
        same(len(server.kept), 20, "messages")


def goes_away(space):
    """A server that is gone in the middle and back in the next round."""
    place = space.place()
    place.recipients(10)

    def decide(at):
        gone = at.name in ("connect", "rset") and 3 <= len(server.kept) and len(server.counted("connect")) < 3
        return Act(close=True) if gone else None

    with Server(decide) as server:
        run = place.send(server.port)
        same(run.code, 0, f"all was accepted in the end ({run.said})")
        same(len(server.kept), 10, "messages")
        same(set(server.copies().values()), {1}, "copies")


def edited_ledger(space):
    place = space.place()
    place.recipients(2)
    with Server() as server:
        same(place.send(server.port, "--recipient", "clerk-0001").code, 0, "one is sent")
        whole = place.ledger.read_text()
        lines = whole.splitlines(keepends=True)
        for edited in (whole.replace("clerk-0001", "clerk-0009"), whole.replace(":", ": ", 1), "".join(lines[1:]),
                       lines[1] + lines[0], whole + "{}\n"):
            place.ledger.write_text(edited)
            run = place.send(server.port)
            same(run.code, 1, f"an edited ledger is refused ({run.said})")
            claim("deliveries.jsonl" in run.said, f"it says which file: {run.said}")
            same(len(server.kept), 1, "nothing is sent on its strength")
            same(place.ledger.read_text(), edited, "it is left as it is")
        place.ledger.write_text(whole)
        same(place.send(server.port).code, 0, "the right one is taken")
        same(len(server.kept), 2, "messages")


def torn_ledger(space):
    """The last line was not written to its end: once that of an attempt, once that of an answer."""
    for lines, sent in ((0, "taken anew"), (1, "uncertain")):
        place = space.place()
        place.recipient("clerk-0001", wants="card\n    subjects: [first-well]")
        with Server() as server:
            same(place.send(server.port).code, 0, "it is sent")
            whole = place.ledger.read_text().splitlines(keepends=True)
            same(len(whole), 2, "lines")
            place.ledger.write_text("".join(whole[:lines]) + whole[lines][:50])
            run = place.send(server.port)
            claim("not finished" in run.said, f"it is said: {run.said}")
            place.lines()
            same(len(server.kept), 2 if lines == 0 else 1, f"messages, where the torn one is {sent}")


def torn_in_the_middle(space):
    """Of the lines about one message that was taken, only some were written: it is known by them that all of it arrived."""
    place = space.place()
    place.recipient("clerk-0001")
    with Server() as server:
        same(place.send(server.port).code, 0, "it is sent")
        whole = place.ledger.read_text().splitlines(keepends=True)
        same(len(whole), 4, "lines: two documents in a message")
        place.ledger.write_text("".join(whole[:3]) + whole[3][:50])
        run = place.send(server.port)
        same(len(server.kept), 1, f"nothing is sent by itself ({run.said})")
        place.send(server.port, "--resume", "resend")
        same(len(server.copies()), 1, "what is sent again has the same Message-ID")


def full_disk(space):
    """What cannot be entered is not sent; files that may not grow stand for a disk that is full."""
    place = space.place()
    place.recipients(2)

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (place.ledger.stat().st_size + 300,) * 2)

    with Server() as server:
        same(place.send(server.port, "--recipient", "clerk-0001").code, 0, "one is sent")
        run = place.send(server.port, limit=limit)
        claim(run.code != 0 and "cannot be written" in run.said, f"it is said ({run.said})")
        same(len(server.kept), 1, "nothing is sent that is not entered")
        same(place.send(server.port).code, 0, "later it is sent")
        same(taken(server), ["clerk-0001", "clerk-0002"], "who was sent a message")
        place.lines()


TESTS = [
    everything_is_taken,
    address_refused,
    refused_is_not_done,
    deferred_then_taken,
    deferred_to_the_end,
    message_refused,
    stalls,
    late_answer_to_an_address,
    late_answer_to_a_message,
    connection_closed_between,
    closed_in_silence,
    uncertain_stays,
    uncertain_resent,
    uncertain_copy_resent,
    resent_by_no_way,
    uncertain_before_a_later_version,
    uncertain_was_sent,
    uncertain_was_not_sent,
    asked,
    starttls,
    no_tls_at_all,
    login,
    secret_in_processes,
    after_a_wrong_password,
    echoed_password,
    secret_in_address,
    second_process,
    unreachable,
    goes_away,
    edited_ledger,
    torn_ledger,
    torn_in_the_middle,
    full_disk,
]
