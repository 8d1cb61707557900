"""What the pipelines must do, on both hosts: usage is in `run`."""

import fnmatch
import json
import pathlib
import subprocess
import sys
import tempfile

import github
import gitlab
from machine import Machines
from ruamel.yaml import YAML

RECORD = "data/events/tashkent-conf-2022.yaml"
TEMPLATE = "templates/anniversary/main.typ"
SETTINGS = "data/settings.yaml"


def few(text):
    """Narrows what is made, so that the test does not take minutes."""
    return text + "build:\n  - {report: anniversary}\n  - {report: event-brief, languages: [en], editions: [internal]}\n"


def documents(folder):
    """Returns state and digest of every document, by file, of the first edition and the others."""
    found = {}
    for manifest in [folder / "manifest.json", *folder.glob("*/manifest.json")]:
        for one in json.loads(manifest.read_text(encoding="utf-8"))["documents"]:
            file = manifest.parent.relative_to(folder) / one["file"]
            is_there = (folder / file).is_file()
            assert is_there == (one["state"] == "current"), f"{file}: {one['state']}, and there: {is_there}"
            found[str(file)] = (one["state"], one.get("sha256"))
    return found


class Host:
    """One host with its pipelines: `whole` and `parts` run them and return what they left."""

    def __init__(self, name, machines, whole, parts, joined):
        self.name, self.machines, self.whole, self.parts, self.joined = name, machines, whole, parts, joined


def check(host):
    def expect(condition, what, outcome):
        if not condition:
            sys.exit(f"{host.name}: {what}; failed: {outcome.failed}, skipped: {outcome.skipped}\n{outcome.log[-3000:]}")

    edits = {SETTINGS: few}

    first = host.whole("main", edits)
    expect(not first.failed, "records without fault", first)
    expect(first.report == [], "the report of a check without faults holds faults", first)
    expect(host.machines.caches, "the default branch adds to the cache", first)
    made = documents(first.kept["documents"])
    expect(len(made) > 50 and all(state == "current" for state, _ in made.values()), "all documents", first)

    saved = list(host.machines.caches.items())
    changed = {**edits, RECORD: lambda text: text.replace("Regional Cooperation", "Closer Cooperation", 1)}
    second = host.whole("branch", changed)
    expect(not second.failed, "a record that changed", second)
    now = documents(second.kept["documents"])
    differing = [file for file in now if now[file] != made[file]]
    expect(differing and len(differing) < 10, f"documents of the record changed: {differing}", second)
    expect(second.log.count("\nmade: ") + second.log.startswith("made: ") < 10, "the rest comes from the cache", second)
    expect(list(host.machines.caches.items()) == saved, "a branch adds nothing to the cache", second)

    expect("compared" not in first.kept and "compared" in second.kept, "a change that is proposed is compared, and no other", second)
    summary = (second.kept["compared"] / "summary.md").read_text(encoding="utf-8")
    expect("Closer Cooperation" in summary and "| changed |" in summary, f"what changed is said: {summary}", second)

    wrong = host.whole("branch", {**edits, RECORD: lambda text: text + "no-such-field: 1\n"})
    expect(wrong.failed and wrong.report, "a wrong record fails the run and is in the report", wrong)
    expect(wrong.first_failed.lower() == "check", f"the check stops the run, not: {wrong.first_failed}", wrong)
    expect("documents" not in wrong.kept, "of wrong records nothing is made", wrong)
    expect("no-such-field" in wrong.log, "the fault is in the log for people", wrong)

    broken = host.whole("branch", {**edits, TEMPLATE: lambda text: text + "\n#panic()\n"})
    expect(broken.failed, "a document that fails fails the run", broken)
    states = documents(broken.kept["documents"])
    expect({state for state, _ in states.values()} == {"current", "failed"}, "the others are kept", broken)

    parts = host.parts("main", edits)
    expect(not parts.failed, "parts", parts)
    expect(documents(parts.kept[host.joined]) == made, "the parts, joined, are the whole", parts)
    again = host.parts("branch", edits)
    expect(not again.failed and "made: /" not in again.log and "\nmade: " not in again.log, "each part has its cache", again)

    torn = host.parts("branch", edits, lost=["part-2", "part 2"])
    expect(torn.failed == ["join"] and "in no part: " in torn.log, "a part that is lost is named and fails the run", torn)


def triggers(name, patterns, root):
    """Returns the tracked files that none of the patterns for changes covers, and refuses patterns that cover nothing."""
    files = subprocess.run(["git", "-C", root, "ls-files"], text=True, capture_output=True, check=True).stdout.split("\n")
    for pattern in patterns:
        assert any(fnmatch.fnmatch(file, pattern) for file in files), f"{name}: nothing is like {pattern}"
    covered = {file.split("/")[0] for file in files for pattern in patterns if fnmatch.fnmatch(file, pattern)}
    assert covered == {"data", "templates", "fonts"}, f"{name}: {covered}"


def main(program, root):
    yaml = YAML(typ="safe", pure=True)
    folder = root / ".github" / "workflows"
    whole, parts = (yaml.load((folder / name).read_text()) for name in ("reports.yml", "reports-in-parts.yml"))
    pipeline = yaml.load((root / ".gitlab-ci.yml").read_text())
    for event in ("push", "pull_request"):
        triggers(f"reports.yml, {event}", whole["on"][event]["paths"], root)
    triggers(".gitlab-ci.yml", pipeline[".changes"], root)
    with tempfile.TemporaryDirectory() as space:
        space = pathlib.Path(space)
        machines = Machines(program, root, space / "github")
        check(Host(
            "GitHub", machines,
            lambda *given: github.run(machines, whole, *given),
            lambda *given, **more: github.run(machines, parts, *given, **more), "documents",
        ))
        others = Machines(program, root, space / "gitlab")
        check(Host(
            "GitLab", others,
            lambda *given: gitlab.run(others, pipeline, *given),
            lambda *given, **more: gitlab.run(others, pipeline, *given, in_parts=True, **more), "join",
        ))
    print("The steps of the pipelines do what they are for.")


main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]))
