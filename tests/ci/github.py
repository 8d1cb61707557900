"""Runs a workflow of GitHub: every line of shell as it stands, the actions as far as we use them. What is not known here is refused."""

import hashlib
import json
import re

from machine import Outcome, fetch


class Job:
    """One job on one machine."""

    def __init__(self, host, outcome, context, edits):
        self.host, self.outcome, self.context, self.edits = host, outcome, dict(context), edits
        self.place = None
        self.paths = []
        self.has_failed = False

    def hash_files(self, patterns):
        files = {file for pattern in patterns for file in self.place.glob(pattern.replace("**", "**/*"))}
        files = sorted(file for file in files if file.is_file())
        digest = hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files))
        return digest.hexdigest() if files else ""

    def value(self, term):
        """Returns what a term of an expression stands for."""
        term = term.strip()
        if term == "!cancelled()":
            return True
        if text := re.fullmatch(r"'([^']*)'", term):
            return text[1]
        if call := re.fullmatch(r"hashFiles\((.*)\)", term):
            return self.hash_files(re.findall(r"'([^']*)'", call[1]))
        return self.context[term]

    def holds(self, expression):
        """Returns whether all parts of a condition hold: comparisons, joined by `&&`."""
        inner = re.fullmatch(r"\$\{\{(.*)\}\}", expression.strip())[1]
        for part in inner.split("&&"):
            if compared := re.fullmatch(r"(.*?)\s(==|!=)\s(.*)", part.strip()):
                holds = (self.value(compared[1]) == self.value(compared[3])) == (compared[2] == "==")
            else:
                holds = self.value(part)
            if not holds:
                return False
        return True

    def filled(self, text):
        return re.sub(r"\$\{\{(.*?)\}\}", lambda found: str(self.value(found[1])), str(text))

    def step(self, step, variables):
        condition = step.get("if", "")
        if self.has_failed and "cancelled()" not in condition:
            return
        if condition and not self.holds(condition):
            return
        if "run" in step:
            assert "${{" not in step["run"], f"an expression within shell: {step['run']}"
            added = self.host.folder("path") / "path"
            added.touch()
            self.context["github.event.pull_request.base.sha"] = self.host.base
            variables = {
                **variables, **{name: self.filled(text) for name, text in step.get("env", {}).items()},
                "GITHUB_PATH": str(added), "GITHUB_STEP_SUMMARY": str(added.parent / "summary"),
            }
            code, said = self.host.shell(step["run"], self.place, variables, ["-e"], self.paths)
            self.paths = [*added.read_text().split(), *self.paths]
            self.outcome.log += said
            if code != 0:
                self.outcome.first_failed = self.outcome.first_failed or step["name"]
                self.has_failed = True
        else:
            action, version = step["uses"].split("@")
            assert version, step
            options = {name: self.filled(value) for name, value in step.get("with", {}).items()}
            self.act(action, options, step.get("id"))

    def act(self, action, options, name):
        host, kept = self.host, self.outcome.kept
        if action == "actions/checkout":
            self.place = host.clone(self.edits)
        elif action == "actions/cache":
            assert options["path"] == ".program", "only the program is saved from every branch"
        elif action == "actions/cache/restore":
            key, beginning = options["key"], options.get("restore-keys")
            near = [one for one in host.caches if beginning and one.startswith(beginning)]
            self.context[f"steps.{name}.outputs.cache-hit"] = "true" if key in host.caches else "false"
            self.context[f"steps.{name}.outputs.cache-primary-key"] = key
            host.restore(key if key in host.caches else (near or [key])[-1], self.place / options["path"])
        elif action == "actions/cache/save":
            assert options["key"] not in host.caches, "a cache is never written over"
            host.save(options["key"], self.place / options["path"])
        elif action == "actions/upload-artifact":
            copy = host.keep(self.place / options["path"])
            if copy is None:
                self.has_failed |= options["if-no-files-found"] == "error"
            else:
                kept[options["name"]] = copy
        elif action == "actions/download-artifact":
            assert options["merge-multiple"] == "True"
            names = [one for one in sorted(kept) if one.startswith(options["pattern"].rstrip("*"))]
            fetch([kept[one] for one in names], self.place / options["path"])
        elif action == "github/codeql-action/upload-sarif":
            log = json.loads((self.place / options["sarif_file"]).read_text(encoding="utf-8"))
            assert log["version"] == "2.1.0"
            self.outcome.report = [result for run in log["runs"] for result in run["results"] if result["level"] == "error"]
        else:
            raise AssertionError(f"an action that this test does not know: {action}")


def run(host, workflow, branch, edits, lost=()):
    """Runs all jobs in the order of the file; what they keep under a name in `lost` never arrives."""
    outcome = Outcome()
    for name, job in workflow["jobs"].items():
        needed = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
        if any(one in outcome.failed + outcome.skipped for one in needed) and "cancelled()" not in job.get("if", ""):
            outcome.skipped.append(name)
            continue
        matrix = job.get("strategy", {}).get("matrix", {"": [""]})
        (axis, values), = matrix.items()
        for value in values:
            context = {
                "github.ref_name": branch, "github.event_name": "push" if branch == "main" else "pull_request", "github.event.repository.default_branch": "main", "runner.os": "Linux",
                f"matrix.{axis}": value, "strategy.job-total": len(values),
            }
            one = Job(host, outcome, context, edits)
            variables = {key: one.filled(text) for key, text in job.get("env", {}).items()}
            for step in job["steps"]:
                one.step(step, variables)
            if one.has_failed and name not in outcome.failed:
                outcome.failed.append(name)
        for gone in lost:
            outcome.kept.pop(gone, None)
    return outcome
