"""Many recipients, a server that fails for every twentieth message, and three kills: each recipient stands as the plan says."""

import os
import random
import time

from killed import Killed
from place import claim, same
from server import Act, Server

SEED = 1


def fate(address, attempt):
    """Returns what becomes of an attempt: the same in each run of the test."""
    chance = random.Random(f"{SEED} {address} {attempt}").random()
    kinds = ["deferred", "refused", "lost", "kept"]
    return kinds[int(chance * 80)] if chance < 0.05 else "taken"


ACTS = {
    "deferred": ("content", Act("451 4.3.0 come again")),
    "refused": ("rcpt", Act("550 5.7.1 not today")),
    "lost": ("content", Act(close=True, keep=False)),
    "kept": ("content", Act(close=True, keep=True)),
}


def many(space):
    number = 1000 if os.environ.get("LONG") else 100
    place = space.place()
    names = place.recipients(number, wants="card\n    subjects: [first-well]")
    kills, killed, running = [number // 4, number // 2, number * 3 // 4], {}, []

    def decide(at):
        if at.name == "content" and kills and len(server.kept) >= kills[0]:
            kills.pop(0)
            # Of three that are killed, the server took two.
            killed[at.address, at.attempt] = len(kills) != 1
            return Act(before=running[-1].kill, close=True, keep=len(kills) != 1)
        stage, act = ACTS.get(fate(at.address, at.attempt), (None, None))
        return act if at.name == stage else None

    def stands(address):
        """Returns how it stands with a recipient by what the server did at its last attempt."""
        attempt = server.attempts[address]
        if (address, attempt) in killed:
            return "uncertain"
        return {"taken": "has", "refused": "failed", "deferred": "new"}.get(fate(address, attempt), "uncertain")

    def as_planned(when):
        wanted = {(name, "card/first-well"): stands(f"{name}@upper.example") for name in names}
        found = place.states()
        wrong = {key: (found[key], wanted[key]) for key in wanted if found[key] != wanted[key]}
        same(wrong, {}, f"how it stands {when}: found, and wanted")
        return wanted

    with Server(decide) as server:
        started = time.monotonic()
        for _ in range(4):
            running.append(None)
            running[-1] = Killed(place, server)
            running[-1].end()
        same(kills, [], "the program was killed three times")
        same([run.code for run in running[:3]], [-9] * 3, "how the first runs ended")
        first = as_planned("after the kills")
        claim("new" not in first.values(), "what was deferred was attempted again")
        unknown = {key[0] for key, state in first.items() if state == "uncertain"}
        claim({"uncertain", "failed", "has"} == set(first.values()), f"all that can happen happened: {first}")
        same({line["recipient"] for line in place.lines()}, set(names), "recipients in the ledger")
        same({id: copies for id, copies in server.copies().items() if copies > 1}, {}, "copies, before anything is resent")
        resumed = 0
        while set(as_planned("after a run").values()) != {"has"}:
            resumed += 1
            claim(resumed < 10, "in the end everybody has it")
            Killed(place, server, "--resume", "resend").end()
            unknown |= {key[0] for key, state in place.states().items() if state == "uncertain"}
        took = time.monotonic() - started
        twice = {}
        for kept in server.kept:
            twice[kept.address.partition("@")[0]] = twice.get(kept.address.partition("@")[0], 0) + 1
        same(set(twice), set(names), "who was sent a message")
        arrived = [address for address, taken in killed.items() if taken]
        arrived += [(address, attempt) for address, last in server.attempts.items() for attempt in range(1, last + 1)
                    if fate(address, attempt) == "kept" and (address, attempt) not in killed]
        wanted = {name: 1 + sum(address.startswith(name) for address, _ in arrived) for name in names}
        same(twice, wanted, "copies: one, and one more for each that arrived without an answer and was sent again")
        claim({name for name, copies in twice.items() if copies > 1} <= unknown, "who has two copies was uncertain")
        print(f"  {number} recipients, {sum(server.attempts.values())} attempts, {len(unknown)} uncertain, "
              f"{sum(twice.values()) - number} sent twice, three kills: {took:.1f} s", flush=True)


TESTS = [many]
