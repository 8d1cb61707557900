"""Runs the containers' commands of our jobs here: usage is in `run`."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml


def commands(manifest, program, plan):
    """Returns for each index of a job its command with its variables; the volume is the folder `plan`."""
    job = yaml.safe_load(manifest.read_text(encoding="utf-8"))["spec"]
    (container,) = job["template"]["spec"]["containers"]
    mounts = {mount["mountPath"] for mount in container["volumeMounts"]}
    assert all(argument.split("/")[1] in {mount.strip("/") for mount in mounts} for argument in container["args"] if "/" in argument)
    command = [program, *(re.sub("^/plan", str(plan), argument) for argument in container["args"])]
    variables = {one["name"]: one["value"] for one in container.get("env", [])}
    if job.get("completionMode") != "Indexed":
        return [(command, variables)]
    assert variables["CHANCERY_SHARDS"] == str(job["completions"]), "as many shards as completions"
    return [(command, {**variables, "JOB_COMPLETION_INDEX": str(index)}) for index in range(job["completions"])]


def run(command, variables):
    return subprocess.run(
        command, env={**os.environ, **variables}, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )


def expect(condition, what, said=""):
    if not condition:
        sys.exit(f"{what}\n{said}")


def rehearse(program, root, plan):
    workspace = plan / "workspace"
    subprocess.run(["git", "clone", "--quiet", root, workspace], check=True)
    with (workspace / "data/settings.yaml").open("a", encoding="utf-8") as settings:
        settings.write("build:\n  - {report: event-brief, languages: [en], editions: [internal]}\n")
    here = root / "tests" / "kubernetes"
    parts = commands(here / "job.yaml", program, plan)
    (merge,) = commands(here / "merge.yaml", program, plan)
    # All but one: the dead machine is seen.
    for part in parts[:-1]:
        made = run(*part)
        expect(made.returncode == 0, "a part", made.stdout)
    torn = run(*merge)
    expect(torn.returncode == 1 and "in no part: " in torn.stdout, "a part that is missing is named", torn.stdout)
    made = run(*parts[-1])
    expect(made.returncode == 0, "the last part", made.stdout)
    joined = run(*merge)
    expect(joined.returncode == 0, "the parts are joined", joined.stdout)
    out = plan / "out"
    documents = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["documents"]
    expect(len(documents) > 20 and all(one["state"] == "current" for one in documents), "all documents", joined.stdout)
    expect({one["file"] for one in documents} == {file.name for file in out.glob("*.pdf")}, "every document has its file")
    shares = [len(json.loads(part.read_text(encoding="utf-8"))["documents"]) for part in out.glob("manifest.*-of-*.json")]
    expect(len(shares) == len(parts) and all(shares), f"every index makes a part of its own: {shares}")
    again = run(*parts[0])
    expect(again.returncode == 0 and "made: /" not in again.stdout, "a part that runs again makes nothing twice", again.stdout)


def dockerfile(program, root):
    """Looks whether what the compiler read is in the container of the build. The compiler lists it beside the program."""
    text = (root / "Dockerfile").read_text(encoding="utf-8")
    copied = [source for line in re.findall(r"^COPY (?!--from)(.*) \S+$", text, re.M) for source in line.split()]
    for source in copied:
        expect((root / source).exists(), f"the Dockerfile copies {source}, which is not there")
    version = re.search(r'^rust-version = "(.*)"', (root / "Cargo.toml").read_text(encoding="utf-8"), re.M)[1]
    expect(f"FROM rust:{version}-" in text, f"the Dockerfile builds with the oldest Rust that will do, {version}")
    read = pathlib.Path(f"{program}.d").read_text(encoding="utf-8").replace("\\ ", "\0").split()[1:]
    read = [file.replace("\0", " ") for file in read]
    # The root as the compiler saw it: where the sources lie.
    home = next(file for file in read if file.endswith("/src/lib.rs"))[: -len("src/lib.rs")]
    names = [file[len(home):] for file in read if file.startswith(home)]
    names = [name for name in names if (root / name).is_file() and not name.startswith("target/")]
    expect(len(names) > 100, "what the compiler read is listed beside the program")
    missing = [name for name in names if not any(name == one or name.startswith(f"{one}/") for one in copied)]
    expect(not missing, f"the Dockerfile does not copy what the program is built from: {missing}")


def main(program, root):
    dockerfile(program, root)
    plan = pathlib.Path(tempfile.mkdtemp())
    try:
        rehearse(program, root, plan)
    finally:
        shutil.rmtree(plan)
    print("The jobs are valid, and their commands do what they are for.")


main(sys.argv[1], pathlib.Path(sys.argv[2]))
