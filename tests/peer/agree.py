"""Our answers and those of check-jsonschema, side by side.

A case is a folder that holds `data/` or `templates/`: files laid over the small foreign workspace. Below a folder `right` both must
accept it, below `seen` both must refuse it, below `unseen` only we.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CHANCERY, PEER = sys.argv[1:3]
ROOT = Path(sys.argv[3])
FOLDERS = [Path(folder) for folder in sys.argv[4:]]
UNSEEN = ROOT / "tests/peer/unseen.txt"

counts = {True: 0, False: 0}


def verdict(name, told):
    """Counts a test; prints what is wrong with it."""
    counts[not told] += 1
    if told:
        print(f"FAILED {name}\n" + "".join(f"  {line}\n" for line in told))


def chancery(workspace, *arguments):
    command = [CHANCERY, "--root", str(workspace), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


def ours(workspace):
    """The codes of our errors by file (None for no file), and whether anything at all was told."""
    run = chancery(workspace, "check", "--message-format", "json")
    assert run.returncode in (0, 1), run.stderr
    told = [json.loads(line) for line in run.stdout.splitlines()]
    found = defaultdict(set)
    for one in told:
        assert one["severity"] in ("error", "warning", "note"), one
        if one["severity"] == "error":
            found[one["file"]].add(one["code"])
    assert bool(found) == (run.returncode == 1), "the exit code tells of errors"
    return found, bool(told)


def made(workspace):
    """The codes of what shows only when documents are made, by file; of that we have no machine's form."""
    found = defaultdict(set)
    reports = sorted(path.parent.name for path in workspace.glob("templates/*/report.yaml"))
    runs = [("report", report, "--out", str(workspace / "out")) for report in reports]
    requests = sorted(path.stem for path in workspace.glob("data/requests/*.yaml"))
    if requests:
        # What is asked for goes out from a commit.
        for step in (["init", "--quiet"], ["add", "data", "templates", "fonts"], ["commit", "--quiet", "-m", "x"]):
            who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
            subprocess.run(["git", *who, *step], cwd=workspace, check=True)
        runs += [("release", request) for request in requests]
    for arguments in runs:
        run = chancery(workspace, *arguments)
        for part in re.split(r"^(?=\w+\[)", run.stderr, flags=re.MULTILINE):
            if fault := re.match(r"(?:error|warning)\[([a-z0-9-]+)\]", part):
                place = re.search(r"^\s*--> (.+?):\d+:\d+$", part, flags=re.MULTILINE)
                found[place[1] if place else None].add(fault[1])
    return found


def schemas(workspace):
    """The published schemas by the files they are for."""
    settings = json.loads((workspace / ".vscode/settings.json").read_text("utf-8"))
    by_schema = {}
    for schema, patterns in settings["yaml.schemas"].items():
        files = {path for pattern in patterns for path in workspace.glob(pattern)}
        by_schema[workspace / schema] = sorted(files)
    return by_schema


def peer(schema, files):
    """The files that the peer refuses, each with the last thing it says."""
    if not files:
        return {}
    command = [PEER, "--output-format", "json", "--schemafile", str(schema), *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=600)
    if run.returncode not in (0, 1) or not run.stdout:
        # Where it breaks down it names no file.
        if len(files) > 1:
            return {name: said for file in files for name, said in peer(schema, [file]).items()}
        return {str(files[0]): f"it breaks down: {run.stderr[-200:]}"}
    told = json.loads(run.stdout)
    refused = {error["filename"]: error["message"] for error in told.get("parse_errors", [])}
    refused |= {error["filename"]: f"{error['path']}: {error['message']}" for error in told.get("errors", [])}
    return refused


def unseen():
    """The codes that a plain validator cannot see, with the reason."""
    lines = [line for line in UNSEEN.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return dict(line.split(": ", 1) for line in lines)


def cases(folder):
    if (folder / "data").is_dir() or (folder / "templates").is_dir():
        yield folder
        return
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
        yield from cases(inner)


def linked(source, target):
    """Gives a file a second name, or copies it where the two lie on different disks: a workspace holds no links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy(source, target)


def lay(case, workspace):
    """Lays the files of a case over a fresh copy of the foreign workspace; returns their paths in it."""
    for name in ("data", "templates"):
        shutil.copytree(ROOT / "tests/foreign" / name, workspace / name)
    shutil.copytree(ROOT / "fonts", workspace / "fonts", copy_function=linked)
    shutil.copytree(case, workspace, dirs_exist_ok=True, symlinks=True)
    return [path.relative_to(case).as_posix() for path in sorted(case.rglob("*")) if path.is_file() or path.is_symlink()]


def asked(case):
    """What we and the peer say of the files of a case: our codes by file, whether we spoke at all, what the peer says by file."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder).resolve() / "workspace"
        workspace.mkdir()
        laid = lay(case, workspace)
        found, spoke = ours(workspace)
        refused = {}
        # Where the schema itself is wrong, the peer has nothing to check by.
        if chancery(workspace, "schema").returncode == 0:
            for schema, files in schemas(workspace).items():
                refused |= peer(schema, [file for file in files if file.relative_to(workspace).as_posix() in laid])
        if not (spoke or refused):
            found = made(workspace)
            spoke = bool(found)
        return found, spoke, {Path(name).relative_to(workspace).as_posix(): said for name, said in refused.items()}


def compare(case, reasons):
    """What is wrong with the answers to a case, and the codes that only we see in it."""
    found, spoke, refused = asked(case)
    told, used = [], set()
    for file, said in refused.items():
        if not found.get(file) and None not in found:
            told.append(f"only the peer refuses {file}: {said}")
    for file, codes in found.items():
        if file not in refused:
            used |= codes
            told += [f"only we refuse {file} for {code}" for code in sorted(codes - reasons.keys())]
    if "right" in case.parts and (found or refused):
        told.append(f"it should be right: {dict(found)} {refused}")
    if "right" not in case.parts and not (spoke or refused):
        told.append("nobody says anything of it")
    for name, sees in (("seen", True), ("unseen", False)):
        if name in case.parts and bool(refused) != sees:
            told.append(f"the peer should {'' if sees else 'not '}see it")
    return told, used


def main():
    published = sorted(ROOT.glob("data/schema/published/*.schema.json"))
    assert len(published) > 10, "the published schemas are there"
    run = subprocess.run([PEER, "--check-metaschema", *map(str, published)], capture_output=True, text=True)
    verdict("the peer accepts the published schemas", run.stdout.splitlines() if run.returncode else [])
    for schema, files in schemas(ROOT).items():
        for file, said in peer(schema, files).items():
            verdict(f"shipped {file}", [said])
        for _ in files:
            verdict(schema.name, [])
    reasons, used = unseen(), set()
    found = [(folder, case) for folder in FOLDERS for case in cases(folder)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = pool.map(lambda one: compare(one[1], reasons), found)
        for (folder, case), (told, seen_by_us) in zip(found, answers):
            verdict(case.relative_to(folder.parent), told)
            used |= seen_by_us
    for code in sorted(reasons.keys() - used):
        known = chancery(ROOT / "tests/foreign", "explain", code).returncode == 0
        verdict(f"unseen.txt: {code}", ["no case shows it" if known else "there is no such code"])
    print(f"check-jsonschema: {counts[True]} passed, {counts[False]} failed")
    sys.exit(1 if counts[False] else 0)


main()
