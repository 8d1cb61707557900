"""The workspaces of tests/bench/build: real records narrowed to some briefs, the same with copies of events, and one of thin pages."""

import re
import shutil
import subprocess
from pathlib import Path

PARENT = re.compile(r"^parent: *(\S+)", re.MULTILINE)

THIN_TEMPLATE = """#import "/house/page.typ": house, page-data
#let page = page-data()
#show: house.with(page.value.document.lang)
#heading(level: 1, page.value.document.title)
#page.value.subject.title
"""

THIN_REPORT = """type: {en: "Slip", ru: "Листок"}
template: main.typ
file: slip
for-each: [activity]
called-by: title
subject: [title, sources]
languages: [en, ru]
"""


def shipped(root):
    """Copies the shipped workspace."""
    root.mkdir(parents=True)
    for name in ("data", "templates", "fonts"):
        shutil.copytree(name, root / name)
    return root


def narrow(root, subjects=None):
    """Lets a workspace ask for briefs in the first edition alone, so that the peers make as many documents."""
    chosen = f"    subjects: [{', '.join(subjects)}]\n" if subjects else ""
    with (root / "data/settings.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"build:\n  - report: event-brief\n    editions: [internal]\n{chosen}")


def of_briefs(root, count):
    """The shipped records, narrowed to the briefs of the first events."""
    shipped(root)
    narrow(root, [path.stem for path in sorted((root / "data/events").glob("*.yaml"))[:count]])
    return root


def of_copies(root, count):
    """The shipped records with copies of events under other ids, until there are so many events."""
    shipped(root)
    narrow(root)
    events = {path.stem: path.read_text("utf-8") for path in sorted((root / "data/events").glob("*.yaml"))}
    names = list(events)
    for at in range(count - len(names)):
        name, suffix = names[at % len(names)], f"-copy-{at // len(names) + 1}"
        # A copy is held within the copy of its parent, so that no brief grows; where that is still to come, within none.
        text = re.sub(rf"^id: {name}$", f"id: {name}{suffix}", events[name], flags=re.MULTILINE)
        parent = PARENT.search(text)
        if parent:
            is_there = names.index(parent[1]) + at // len(names) * len(names) < count - len(names)
            text = PARENT.sub(f"parent: {parent[1]}{suffix}" if is_there else "", text)
        (root / f"data/events/{name}{suffix}.yaml").write_text(text, "utf-8")
    return root


def parent_of(root, children):
    """The file of an event within which so many others are held, and which is no copy."""
    held = [found[1] for path in (root / "data/events").glob("*.yaml") if (found := PARENT.search(path.read_text("utf-8")))]
    events = sorted(event for event in set(held) if held.count(event) == children and "-copy-" not in event)
    return root / f"data/events/{events[0]}.yaml"


def with_words(text, field, words):
    """A record with other English words at the beginning of a field."""
    changed, times = re.subn(rf'^({field}: *(?:\{{|\n *)en: *")', rf"\g<1>{words} ", text, count=1, flags=re.MULTILINE)
    if times != 1:
        raise ValueError(f"{field} has no English words in quotes")
    return changed


def of_slips(chancery, root, count):
    """A workspace begun with `init`, with a report of one line for each of so many records in two languages."""
    subprocess.run([chancery, "init", root], check=True, capture_output=True)
    report = root / "templates/slip"
    report.mkdir()
    (report / "main.typ").write_text(THIN_TEMPLATE, "utf-8")
    (report / "report.yaml").write_text(THIN_REPORT, "utf-8")
    with (root / "data/settings.yaml").open("a", encoding="utf-8") as settings:
        settings.write("build:\n  - report: slip\n")
    example: Path = root / "data/activities/example-activity.yaml"
    example.unlink()
    for at in range(count // 2):
        text = f'id: slip-{at}\ntitle: {{en: "Slip {at}", ru: "Листок {at}"}}\nsources: [s1]\n'
        example.with_name(f"slip-{at}.yaml").write_text(text, "utf-8")
    return root
