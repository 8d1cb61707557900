"""Runs a pipeline of GitLab: every line of shell as it stands, the keywords as far as we use them. What is not known here is refused."""

import json
import re

from machine import Outcome, fetch

KEYWORDS = {"stage", "rules", "script", "artifacts", "cache", "parallel", "needs"}
GLOBAL = {"variables", "stages", "default"}


def value(term, variables):
    return variables.get(term[1:], "") if term.startswith("$") else term.strip('"')


def rule(job, variables):
    """Returns the first rule that holds; every change counts as one of ours."""
    for one in job["rules"]:
        assert set(one) <= {"if", "changes", "when", "variables"}, one
        left, sign, right = re.fullmatch(r"(\S+) (==|!=) (\S+)", one["if"]).groups()
        if (value(left, variables) == value(right, variables)) == (sign == "=="):
            return one
    return {"when": "never"}


def filled(text, variables):
    return re.sub(r"\$(\w+)", lambda found: variables.get(found[1], ""), text)


def one_machine(host, outcome, job, variables, edits, arriving):
    """Runs a job on one machine; returns whether it failed and what it kept."""
    place = host.clone(edits)
    if "CI_PIPELINE_SOURCE" in variables:
        variables = {**variables, "CI_MERGE_REQUEST_DIFF_BASE_SHA": host.base}
    fetch(arriving, place / "out")
    cache = job.get("cache")
    if cache:
        key, policy = filled(cache["key"], variables), filled(cache["policy"], variables)
        assert policy in ("pull", "pull-push"), policy
        folder = place / cache["paths"][0]
        host.restore(key, folder)
    code, said = host.shell("\n".join(job["script"]), place, variables, ["-eo", "pipefail"])
    outcome.log += said
    if cache and policy == "pull-push" and (code == 0 or cache["when"] == "always"):
        host.save(key, folder)
    kept, artifacts = None, job["artifacts"]
    if code == 0 or artifacts["when"] == "always":
        if "paths" in artifacts:
            paths = artifacts["paths"]
            assert paths in (["out/"], ["out/", "compared/"])
            kept = host.keep(place / "out")
            if "compared/" in paths and (place / "compared").is_dir():
                outcome.kept["compared"] = host.keep(place / "compared")
        report = artifacts.get("reports", {}).get("codequality")
        if report:
            faults = json.loads((place / report).read_text(encoding="utf-8"))
            assert all({"description", "check_name", "fingerprint", "severity", "location"} <= set(fault) for fault in faults)
            outcome.report = [fault for fault in faults if fault["severity"] != "info"]
    return code != 0, kept


def run(host, pipeline, branch, edits, in_parts=False, lost=()):
    """Runs all jobs, stage by stage; what they keep under a name in `lost` never arrives."""
    outcome = Outcome()
    variables = {
        **pipeline["variables"], "CI_DEFAULT_BRANCH": "main", "IN_PARTS": "yes" if in_parts else "",
        **({"CI_COMMIT_BRANCH": branch} if branch == "main" else {"CI_PIPELINE_SOURCE": "merge_request_event"}),
    }
    jobs = {name: job for name, job in pipeline.items() if name not in GLOBAL and not name.startswith(".")}
    for name, job in sorted(jobs.items(), key=lambda one: pipeline["stages"].index(one[1]["stage"])):
        assert set(job) <= KEYWORDS, f"a keyword that this test does not know: {name}: {set(job) - KEYWORDS}"
        chosen = rule(job, variables)
        when = chosen.get("when", "on_success")
        if when == "never":
            continue
        if when == "on_success" and outcome.failed:
            outcome.skipped.append(name)
            continue
        arriving = [folder for key, folder in outcome.kept.items() if key.split(" ")[0] in job.get("needs", [])]
        total = job.get("parallel", 1)
        for index in range(1, total + 1):
            mine = {**variables, **chosen.get("variables", {})}
            if total > 1:
                mine |= {"CI_NODE_INDEX": str(index), "CI_NODE_TOTAL": str(total)}
            failed, kept = one_machine(host, outcome, job, mine, edits, arriving)
            if kept is not None:
                outcome.kept[f"{name} {index}" if total > 1 else name] = kept
            if failed and name not in outcome.failed:
                outcome.failed.append(name)
                outcome.first_failed = outcome.first_failed or name
        for gone in lost:
            outcome.kept.pop(gone, None)
    return outcome
