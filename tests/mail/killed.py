"""The program is killed, in every state of a message and at moments that nobody chose: nothing is lost, and nothing is sent twice silently."""

import collections
import random
import signal
import threading
import time
from pathlib import Path

from place import claim, same
from server import Act, Server

# What a run may attempt by itself has one of these as its last step, or none.
DUE = {None, "deferred", "settled-as-unsent"}


class Killed:
    """A run that may be killed; its processes are told from all others by whom they come from."""

    def __init__(self, place, server, *more):
        self.place, self.server = place, server
        self.before = place.lines()
        self.resumes = "--resume" in more
        self.child = place.start(*place.sending(server.port, *more), alone=True)

    def kill(self):
        self.child.kill()

    def answer_and_kill(self):
        """Lets the server answer a program that hears nothing any more."""
        self.child.send_signal(signal.SIGSTOP)
        threading.Timer(0.5, self.kill).start()

    def end(self):
        self.said, _ = self.child.communicate(timeout=600)
        self.code = self.child.returncode
        nobody_stays(self.child.pid)
        return audited(self)


def nobody_stays(first):
    """Looks for processes of the run that outlive it."""
    end = time.monotonic() + 20
    while found := members(first):
        claim(time.monotonic() < end, f"processes stay after the program was killed: {found}")
        time.sleep(0.05)


def members(first):
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, own = path.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(own) == first and state != "Z":
            found.append(path.parent.name)
    return found


def torn_off(path):
    """Takes off what a killed process did not write to its end, as the next run does."""
    if path.exists():
        whole = path.read_bytes()
        path.write_bytes(whole[: whole.rfind(b"\n") + 1])


def audited(run):
    """Compares the ledger with what the server holds, and with what it was before the run."""
    torn_off(run.place.ledger)
    lines = run.place.lines()
    same(lines[: len(run.before)], run.before, "what stood in the ledger before")
    same(run.place.run("ledger", "verify").code, 0, "the program's own look at the ledger")
    last = {}
    for at, line in enumerate(lines):
        key = line["delivery"], line["document"]
        if line["step"] == "attempt" and at >= len(run.before):
            allowed = DUE | ({"attempt", "uncertain", "refused"} if run.resumes else set())
            claim(last.get(key) in allowed, f"an attempt after {last.get(key)}, which nobody asked for: {line}")
        last[key] = line["step"]
    attempts = collections.Counter(line["delivery"] for line in lines if line["step"] == "attempt")
    accepted = collections.Counter(line["delivery"] for line in lines if line["step"] == "accepted")
    held = run.server.copies()
    for id, copies in held.items():
        claim(copies <= attempts[id], f"{id}: {copies} copies are there, and {attempts[id]} attempts in the ledger")
    for id, number in accepted.items():
        claim(number <= held.get(id, 0), f"{id}: the ledger says that it was accepted, and it is not there")
    return run


def one_document(space, number):
    place = space.place()
    place.recipients(number, wants="card\n    subjects: [first-well]")
    return place


def killed_at(space, stage, act, name="clerk-0002"):
    """Kills the program at the first attempt of a stage for a recipient; returns the place and the server after a further run."""
    place, runs, done = one_document(space, 4), [], []

    def decide(at):
        if done or at.name != stage or stage != "connect" and not at.address.startswith(name):
            return None
        done.append(at)
        while not runs:
            time.sleep(0.01)
        return act(runs[0])

    server = Server(decide)
    runs.append(Killed(place, server))
    runs[0].end()
    same(runs[0].code, -signal.SIGKILL, f"the program was killed at {stage} ({runs[0].said})")
    ended = place.steps(name)
    further = Killed(place, server).end()
    return place, server, ended, further


def before_the_attempt(space):
    place, server, ended, further = killed_at(space, "connect", lambda run: Act(before=run.kill, close=True))
    with server:
        same(ended, [], "nothing is entered before the server answers")
        same(further.code, 0, f"the further run sends all ({further.said})")
        same(sorted(server.copies().values()), [1] * 4, "copies")


def after_the_attempt(space):
    for stage in ("rcpt", "data"):
        place, server, ended, further = killed_at(space, stage, lambda run: Act(before=run.kill, close=True))
        with server:
            same(ended, ["attempt"], f"the ledger, killed at {stage}")
            same(place.steps("clerk-0002"), ["attempt"], "the further run leaves it")
            same(len(server.kept), 3, f"the further run sends the others ({further.said})")
            same(place.states()["clerk-0002", "card/first-well"], "uncertain", "the plan")
            same(Killed(place, server, "--resume", "resend").end().code, 0, "it is sent again")
            same(sorted(server.copies().values()), [1] * 4, "copies")


def before_the_answer(space):
    place, server, ended, _ = killed_at(space, "content", lambda run: Act(before=run.kill, close=True, keep=True))
    with server:
        same(ended, ["attempt"], "the ledger")
        same(len(server.kept), 4, "the further run sends the others alone")
        same(place.run("distribute", "--resume", "sent").code, 0, "somebody says that it was sent")
        same(Killed(place, server).end().code, 0, "nothing is due")
        same(sorted(server.copies().values()), [1] * 4, "copies")


def after_the_answer(space):
    place, server, ended, _ = killed_at(space, "content", lambda run: Act(before=run.answer_and_kill))
    with server:
        same(ended, ["attempt"], "the ledger")
        same(len(server.kept), 4, "the further run sends the others alone")
        same(Killed(place, server, "--resume", "resend").end().code, 0, "somebody asks for it again")
        same(sorted(server.copies().values()), [1, 1, 1, 2], "copies: one is there twice, with the same Message-ID")


def at_any_moment(space):
    """Kills it a chosen moment after a chosen step of the conversation; the same ones in each run of the test, as far as a machine allows."""
    chance, hit = random.Random(1), 0
    for round in range(10):
        place, runs, steps = one_document(space, 12), [], [0]

        def decide(at, runs=runs, steps=steps):
            steps[0] -= 1
            if steps[0] == 0:
                threading.Timer(chance.uniform(0, 0.004), runs[-1].kill).start()

        with Server(decide) as server:
            for _ in range(3):
                runs.append(Killed(place, server))
                steps[0] = chance.randrange(1, 30)
                runs[-1].end()
            hit += sum(run.code == -signal.SIGKILL for run in runs)
            steps[0] = 0
            Killed(place, server).end()
            lines = place.lines()
            accepted = {line["delivery"] for line in lines if line["step"] == "accepted"}
            unknown, before = {line["delivery"] for line in lines} - accepted, server.copies()
            same(Killed(place, server, "--resume", "resend").end().code, 0, "the rest is sent again")
            same(set(place.states().values()), {"has"}, f"in the end, in round {round}")
            same(len({kept.address for kept in server.kept}), 12, "who was sent a message")
            same({id for id, number in server.copies().items() if number > 1}, unknown & set(before),
                 "what is there twice is what was unknown and had arrived")
    claim(hit >= 15, f"it was killed {hit} times")


TESTS = [before_the_attempt, after_the_attempt, before_the_answer, after_the_answer, at_any_moment]
