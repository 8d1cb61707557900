"""A machine as a pipeline finds it: a fresh clone, a shell with the program in its PATH, and stores for caches and for kept files."""

import os
import pathlib
import shutil
import subprocess


class Outcome:
    """What a run of a pipeline left."""

    def __init__(self):
        self.failed = []
        # What failed first: a step where jobs have steps with names, else a job.
        self.first_failed = None
        self.skipped = []
        self.log = ""
        # By name, the folders and files that were kept, and the report of the check.
        self.kept = {}
        self.report = None


class Machines:
    """The machines of one host, with what they share: `caches` by key, the oldest first."""

    def __init__(self, program, root, space):
        self.program, self.root, self.space = program, root, space
        self.caches = {}
        self.count = 0
        self.place = None
        # The commit that a change is to be merged into.
        self.base = None

    def folder(self, name):
        self.count += 1
        path = self.space / f"{self.count:03}-{name}"
        path.mkdir(parents=True)
        return path

    def clone(self, edits):
        """Returns a fresh clone in which each file that `edits` names reads as its function says. The first of them is committed: it is what
        the others are a change of. The one before goes."""
        if self.place:
            shutil.rmtree(self.place)
        path = self.place = self.folder("clone")
        subprocess.run(["git", "clone", "--quiet", self.root, path], check=True)
        git = ["git", "-C", path, "-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
        for at, (name, edit) in enumerate(edits.items()):
            file = path / name
            file.write_text(edit(file.read_text(encoding="utf-8")), encoding="utf-8")
            if at == 0:
                subprocess.run([*git, "commit", "--quiet", "--all", "--message", "base"], check=True)
        subprocess.run([*git, "remote", "set-url", "origin", "."], check=True)
        self.base = subprocess.run([*git, "rev-parse", "HEAD"], check=True, text=True, capture_output=True).stdout.strip()
        return path

    def shell(self, script, place, variables, options, more_path=()):
        """Runs lines of a pipeline in a shell; returns the exit code and what it said."""
        tools = self.space / "tools"
        if not tools.exists():
            tools.mkdir()
            (tools / "chancery").symlink_to(self.program)
        path = [str(tools), *more_path, os.environ["PATH"]]
        environment = {**os.environ, **variables, "PATH": os.pathsep.join(path)}
        run = subprocess.run(
            ["bash", *options, "-c", script], cwd=place, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )
        return run.returncode, run.stdout

    def save(self, key, folder):
        """Keeps a folder as a cache, if there is one."""
        if folder.is_dir():
            copy = self.folder("cache")
            shutil.copytree(folder, copy, dirs_exist_ok=True, copy_function=os.link)
            self.caches.pop(key, None)
            self.caches[key] = copy

    def restore(self, key, folder):
        if key in self.caches:
            shutil.copytree(self.caches[key], folder, dirs_exist_ok=True)

    def keep(self, folder):
        """Returns a copy of what lies in a folder, without hidden files, or `None` where nothing does."""
        files = [file for file in folder.rglob("*") if file.is_file()]
        files = [file for file in files if not any(part.startswith(".") for part in file.relative_to(folder).parts)]
        if not files:
            return None
        copy = self.folder("kept")
        for file in files:
            aim = copy / file.relative_to(folder)
            aim.parent.mkdir(parents=True, exist_ok=True)
            os.link(file, aim)
        return copy


def fetch(kept, folder):
    """Lays kept folders over each other."""
    for one in kept:
        shutil.copytree(pathlib.Path(one), folder, dirs_exist_ok=True)
