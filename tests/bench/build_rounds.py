"""The rounds of tests/bench/build: every way of making the same briefs, in turn; medians and ratios at the end."""
import json
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import time

OURS, PEER, WORK, ROUNDS = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), int(sys.argv[4])


def run(*arguments, root="."):
    return subprocess.run([OURS, *arguments, "--root", root], check=True, capture_output=True, text=True)


def timed(work):
    """Seconds on the clock and seconds of processors."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    work()
    took, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def pages(plan):
    """The page data of every document, as the cache of a build keeps them, each a root with the templates."""
    roots = []
    for at, document in enumerate(plan):
        root = WORK / "pages" / str(at)
        shutil.copytree("templates", root)
        arguments = [document["report"], *([document["subject"]] if document["subject"] else [])]
        run("preview-data", *arguments, "--lang", document["language"], "--out", str(root / "page.json"))
        roots.append(root)
    return roots


def typst_loop(roots, jobs):
    """Calls the typst command for each document, so many at a time."""
    running = []
    for at, root in enumerate(roots):
        while len(running) >= jobs:
            running.pop(0).wait()
        shared = ["--font-path", "fonts", "--ignore-system-fonts", "--features", "a11y-extras", "--pdf-standard", "a-2a"]
        running.append(subprocess.Popen(
            [PEER, "compile", "--root", root, *shared, root / "event-brief/main.typ", WORK / f"peer-{at}.pdf"],
            stderr=subprocess.DEVNULL))
    for process in running:
        process.wait()


def build(jobs, root=".", fresh=True, only="event-brief"):
    out = WORK / f"out-{jobs}"
    if fresh:
        shutil.rmtree(out, ignore_errors=True)
    narrowed = ["--only", only] if only else []
    return run("build", "--quiet", "--jobs", str(jobs), "--out", str(out), *narrowed, root=root)


def workspace():
    """A copy of the records in one edition, so that the peers make as many documents as we do."""
    root = WORK / "workspace"
    root.mkdir()
    for name in ["data", "templates", "fonts"]:
        shutil.copytree(name, root / name)
    settings = root / "data/settings.yaml"
    settings.write_text(settings.read_text() + "build:\n  - report: event-brief\n    editions: [internal]\n")
    return str(root)


def main():
    root = workspace()
    plan = [d for d in json.loads(run("build", "--plan", root=root).stdout) if d["edition"] == "internal"]
    roots = pages(plan)
    ways = {
        "build, 2 jobs": lambda: build(2, root),
        "build, 1 job": lambda: build(1, root),
        "typst compile, 1 at a time": lambda: typst_loop(roots, 1),
        "typst compile, 2 at a time": lambda: typst_loop(roots, 2),
    }
    times = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, work in ways.items():
            times[name].append(timed(work))
    median = {name: statistics.median(took for took, _ in rounds) for name, rounds in times.items()}
    for name, rounds in times.items():
        cpu = statistics.median(cpu for _, cpu in rounds)
        rate = len(plan) / median[name]
        print(f"{name:28} {len(plan)} documents {median[name]:6.2f} s {rate:6.1f} a second, processors {cpu:6.2f} s")
    for peer, ours in [("typst compile, 1 at a time", "build, 1 job"), ("typst compile, 2 at a time", "build, 2 jobs")]:
        print(f"{peer} / {ours}: {median[peer] / median[ours]:.2f}")
    again(root)


def again(root):
    """A build in which nothing changed, and one with one record changed, against the first; two documents print the record."""
    record = pathlib.Path(root) / "data/events/ws2-media-bishkek-2014.yaml"
    text, firsts, seconds, thirds = record.read_text(), [], [], []
    for at in range(ROUNDS):
        firsts.append(timed(lambda: build(2, root, only=None))[0])
        seconds.append(timed(lambda: build(2, root, fresh=False, only=None))[0])
        changed = text.replace('en: "', f'en: "{at} ', 1)
        record.write_text(changed)
        thirds.append(timed(lambda: build(2, root, fresh=False, only=None))[0])
        record.write_text(text)
    first, second, third = map(statistics.median, (firsts, seconds, thirds))
    print(f"first build {first:.2f} s; nothing changed {second:.3f} s, {100 * second / first:.1f} %; "
          f"one record changed {third:.3f} s, {100 * third / first:.1f} %")


main()
