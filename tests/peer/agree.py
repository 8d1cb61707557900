"""Our answers and those of check-jsonschema, side by side.

A case is a folder that holds `data/` or `templates/`: files laid over the small foreign workspace. Below a folder `right` both must
accept it, below `seen` both must refuse it, below `unseen` only we.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
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
    found = defaultdict(set)
    run = chancery(workspace, "check", "--message-format", "json")
    if run.returncode in (0, 1):
        lines = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
        for one in lines:
            if one.get("severity") == "error":
                found[one.get("file")].add(one["code"])
        return found, bool(lines)
    run = chancery(workspace, "check")
    assert run.returncode in (0, 1), run.stderr
    code = None
    for line in run.stderr.splitlines():
        if told := re.match(r"(\w+)\[([a-z0-9-]+)\]", line):
            if code:
                found[None].add(code)
            code = told[2] if told[1] == "error" else None
        elif (place := re.match(r"\s*--> (.+?):\d+:\d+", line)) and code:
            found[place[1]].add(code)
            code = None
    if code:
        found[None].add(code)
    return found, bool(run.stderr.strip())


def schemas(workspace):
    """The published schemas by the files they are for."""
    settings = json.loads((workspace / ".vscode/settings.json").read_text("utf-8"))
    by_schema = {}
    for schema, patterns in settings["yaml.schemas"].items():
        files = {path for pattern in patterns for path in workspace.glob(pattern)}
        by_schema[workspace / schema] = sorted(files)
    return by_schema


def peer(schema, files):
    """The files that the peer refuses, each with the first thing it says."""
    if not files:
        return {}
    command = [PEER, "--output-format", "json", "--schemafile", str(schema), *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=600)
    if run.returncode not in (0, 1):
        return {str(file): f"it breaks down: {run.stderr[-200:]}" for file in files}
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


def lay(case, workspace):
    """Lays the files of a case over a fresh copy of the foreign workspace; returns their paths in it."""
    for name in ("data", "templates"):
        shutil.copytree(ROOT / "tests/foreign" / name, workspace / name)
    (workspace / "fonts").mkdir()
    shutil.copytree(case, workspace, dirs_exist_ok=True, symlinks=True)
    return [path.relative_to(case).as_posix() for path in sorted(case.rglob("*")) if path.is_file()]


def compare(case, used, reasons):
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
        refused = {Path(name).relative_to(workspace).as_posix(): said for name, said in refused.items()}
    told = []
    for file, said in refused.items():
        if not found.get(file) and None not in found:
            told.append(f"only the peer refuses {file}: {said}")
    for file, codes in found.items():
        if file not in refused:
            used.update(codes)
            told += [f"only we refuse {file} for {code}" for code in sorted(codes - reasons.keys())]
    right = "right" in case.parts
    if right and (found or refused):
        told.append(f"it should be right: {dict(found)} {refused}")
    if not right and not (spoke or refused):
        told.append("nobody says anything of it")
    for name, sees in (("seen", True), ("unseen", False)):
        if name in case.parts and bool(refused) != sees:
            told.append(f"the peer should {'' if sees else 'not '}see it")
    return told


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
    for folder in FOLDERS:
        for case in cases(folder):
            verdict(case.relative_to(folder.parent), compare(case, used, reasons))
    for code in sorted(reasons.keys() - used):
        verdict(f"unseen.txt: {code}", ["no case shows it"])
    print(f"{counts[True]} passed, {counts[False]} failed")
    sys.exit(1 if counts[False] else 0)


main()
