"""Makes the same documents in every way in turn and prints medians, ratios and peak memory; see `tests/bench/build`."""

import argparse
import itertools
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from statistics import median, quantiles

import build_workspaces as workspaces

EVENTS = 100
GENERATED_EVENTS = 500
MADE_BY_ONE_CHANGE = 3
EDITS = 40
MEMORY_SECONDS = 0.05
# Too slow for all briefs: of so many, one.
SAMPLE = 20
BARE = "same, fonts cut in Python"

options = argparse.ArgumentParser()
options.add_argument("--chancery", required=True)
options.add_argument("--typst", required=True)
options.add_argument("--work", required=True, type=Path)
options.add_argument("--rounds", required=True, type=int)
options.add_argument("--long", action="store_true")
GIVEN = options.parse_args()
CHANCERY, WORK, ROUNDS = str(Path(GIVEN.chancery).resolve()), GIVEN.work, GIVEN.rounds
missed = []


def bar(name, value, limit, at_least=True):
    """Tells whether a bar is met."""
    met = value >= limit if at_least else value <= limit
    if not met:
        missed.append(name)
    print(f"  {name}: {value:.3g}, {'at least' if at_least else 'at most'} {limit:g}: {'met' if met else 'MISSED'}")


def chancery(*arguments, **how):
    return subprocess.run([CHANCERY, *map(str, arguments)], check=True, capture_output=True, text=True, **how)


def timed(work):
    """Seconds on the clock and seconds of processors, and what the work returns."""
    def used():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    before, begun = used(), time.perf_counter()
    result = work()
    return time.perf_counter() - begun, used() - before, result


def build(root, out, *arguments, fresh=True):
    if fresh:
        shutil.rmtree(out, ignore_errors=True)
    return chancery("build", "--root", root, "--out", out, *arguments).stdout


def made(said):
    """How many documents a build typeset. Its last line counts what came from the cache as well."""
    return len(re.findall(r"^made: ", said, re.MULTILINE))


# The ways of making the same briefs.


def pages(root):
    """A folder for each brief with templates and page data, for the peers."""
    plan = json.loads(chancery("build", "--plan", "--root", root).stdout)
    folders = []
    for at, document in enumerate(plan):
        folder = WORK / f"pages/{at}"
        shutil.copytree("templates", folder)
        asked = (document["report"], document["subject"], "--lang", document["language"])
        chancery("preview-data", *asked, "--root", root, "--out", folder / "page.json")
        folders.append(folder)
    return folders


def typst_loop(folders, jobs):
    """Calls the typst command for each document, so many at a time."""
    out = WORK / "typst"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    shared = ["--font-path", "fonts", "--ignore-system-fonts", "--features", "a11y-extras", "--pdf-standard", "a-2a"]
    waiting, slots, failed = iter(list(enumerate(folders))), threading.Semaphore(1), []

    def work():
        while True:
            with slots:
                at, folder = next(waiting, (None, None))
            if folder is None:
                return
            command = [GIVEN.typst, "compile", "--root", folder, *shared, folder / "event-brief/main.typ", out / f"{at}.pdf"]
            if subprocess.run(command, capture_output=True).returncode != 0:
                failed.append(folder)

    threads = [threading.Thread(target=work) for _ in range(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed, f"typst refuses {failed[0]}"


def in_python(peer, folders, out):
    """Seconds that a peer takes in one process of Python."""
    shutil.rmtree(out, ignore_errors=True)
    script = Path(__file__).with_name("build_peers.py")
    done = subprocess.run([sys.executable, script, peer, out, *folders], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-1000:]
    return float(done.stdout)


def against_peers():
    root = workspaces.of_briefs(WORK / "briefs", EVENTS)
    folders = pages(root)
    print(f"{len(folders)} briefs in English and Russian, {ROUNDS} rounds")
    ways = {
        "chancery build --jobs 2": ("out", lambda _, out: build(root, out, "--quiet", "--jobs", 2)),
        "chancery build --jobs 1": ("out", lambda _, out: build(root, out, "--quiet", "--jobs", 1)),
        "typst compile, 2 at a time": ("typst", lambda *_: typst_loop(folders, 2)),
        "typst for Python, 1 process": ("binding", lambda _, out: in_python("typst", folders, out)),
        "WeasyPrint, 1 process": ("weasyprint", lambda _, out: in_python("weasyprint", folders, out)),
        BARE: ("bare", lambda at, out: in_python("weasyprint-bare", folders[at::SAMPLE], out)),
    }
    clock, processors = ({name: [] for name in ways} for _ in range(2))
    for at, (name, (folder, way)) in itertools.product(range(ROUNDS), ways.items()):
        share, out = len(folders[at::SAMPLE] if name == BARE else folders), WORK / folder
        seconds, used, inner = timed(lambda: way(at, out))
        assert len(list(out.glob("*.pdf"))) == share, f"{name} leaves documents out"
        clock[name].append((inner if isinstance(inner, float) else seconds) / share)
        processors[name].append(used / share)
    for name in ways:
        rate, used = 1 / median(clock[name]), 1000 * median(processors[name])
        print(f"  {name:<28} {rate:7.2f} documents/s, {used:7.1f} ms of processors a document")

    def ratio(peer, ours):
        return median(clock[peer]) / median(clock[ours])

    one, two = "chancery build --jobs 1", "chancery build --jobs 2"
    bar("times as fast as a loop of typst compile, 2 at a time", ratio("typst compile, 2 at a time", two), 4)
    bar("times as fast as the typst binding, 1 job", ratio("typst for Python, 1 process", one), 2)
    bar("times as fast as WeasyPrint, 1 job", ratio("WeasyPrint, 1 process", one), 40)
    return root


# What the program adds, does again, and needs.


def stages(root):
    """The stages of one report on one processor, so that none waits for another."""
    own, cached = [], []
    for _ in range(ROUNDS):
        out = WORK / "stages"
        shutil.rmtree(out, ignore_errors=True)
        command = ["report", "event-brief", "--timings", "--root", root, "--out", out]
        said = chancery(*command, preexec_fn=lambda: os.sched_setaffinity(0, {0})).stderr
        own.append(json.loads(said[said.index("{"):])["stages"])
    print("stages of the report in ms: " + ", ".join(f"{name} {median(one[name] for one in own):.0f}" for name in own[0]))
    bar("own stages over layout and export", median((sum(one.values()) - one["render"]) / one["render"] for one in own), 0.1, False)
    for _ in range(ROUNDS):
        out = WORK / "cached"
        first = timed(lambda: build(root, out, "--jobs", 1))[0]
        for path in [*out.glob("*.pdf"), out / ".stamp"]:
            path.unlink()
        again = timed(lambda: build(root, out, "--jobs", 1, fresh=False))
        assert made(again[2]) == 0, again[2][-300:]
        cached.append(again[0] / first)
    print(f"  every brief taken from the cache: {median(cached):.3f} of the time of making it")


def again():
    """A build in which nothing changed, and one with a record changed that three documents print, against the first."""
    root, out = workspaces.of_copies(WORK / "copies", GENERATED_EVENTS), WORK / "copies-out"
    record = workspaces.parent_of(root, MADE_BY_ONE_CHANGE - 1)
    text, unchanged, changed, first = record.read_text("utf-8"), [], [], []
    for at in range(ROUNDS):
        record.write_text(text, "utf-8")
        seconds, _, said = timed(lambda: build(root, out))
        first.append(seconds)
        documents = made(said)
        seconds, _, said = timed(lambda: build(root, out, fresh=False))
        assert "nothing changed" in said, said
        unchanged.append(seconds)
        record.write_text(workspaces.with_words(text, "short", f"Round {at}:"), "utf-8")
        seconds, _, said = timed(lambda: build(root, out, fresh=False))
        changed.append((seconds, made(said)))
    middle = median(first)
    print(f"{documents} documents: first build {middle:.2f} s, nothing changed {median(unchanged):.3f} s, "
          f"{record.stem} changed {median(seconds for seconds, _ in changed):.3f} s")
    bar("nothing changed, of the first build", median(unchanged) / middle, 0.02, False)
    bar("one record changed, of the first build", median(seconds for seconds, _ in changed) / middle, 0.06, False)
    counts = sorted({count for _, count in changed})
    right = counts == [MADE_BY_ONE_CHANGE]
    print(f"  documents made by the change: {', '.join(map(str, counts))}, exactly {MADE_BY_ONE_CHANGE}: {'met' if right else 'MISSED'}")
    if not right:
        missed.append("documents made by the change")


def saved(root):
    """Seconds from a saved record to its PDF."""
    out, times = WORK / "saved", []
    record = sorted((root / "data/events").glob("*.yaml"))[0]
    text, only = record.read_text("utf-8"), f"event-brief/{record.stem}/en"
    build(root, out, "--only", only)
    for at in range(EDITS):
        record.write_text(workspaces.with_words(text, "title", f"Edit {at}:"), "utf-8")
        seconds, _, said = timed(lambda: build(root, out, "--only", only, fresh=False))
        assert made(said) == 1, said
        times.append(seconds * 1000)
    record.write_text(text, "utf-8")
    show_saved("build --only", times)


def watched(root):
    """Seconds from a saved record to its PDF while `watch` runs."""
    out, times = WORK / "watched", []
    record = sorted((root / "data/events").glob("*.yaml"))[0]
    text = record.read_text("utf-8")
    command = [CHANCERY, "watch", "event-brief", record.stem, "--lang", "en", "--root", root, "--out", out]
    with subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, text=True) as watch:
        next(line for line in watch.stdout if "http://" in line)
        (pdf,) = out.glob("*.pdf")
        for at in range(EDITS):
            # A person reads what he saved before he saves again; meanwhile the program gets ready.
            time.sleep(0.5)
            made_at, begun = pdf.stat().st_mtime_ns, time.perf_counter()
            record.write_text(workspaces.with_words(text, "title", f"Edit {at}:"), "utf-8")
            while pdf.stat().st_mtime_ns == made_at:
                time.sleep(0.001)
            times.append(1000 * (time.perf_counter() - begun))
        watch.kill()
    record.write_text(text, "utf-8")
    show_saved("watch", times)
    bar("p50 in ms", median(times), 100, False)


def show_saved(command, times):
    late = quantiles(times, n=20)[-1]
    print(f"from a saved record to its PDF, {command}, {EDITS} times: p50 {median(times):.0f} ms, p95 {late:.0f} ms")


def tree(process):
    """A process and those it started."""
    found = [process]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            found += map(int, children.read_text().split())
    return found


def resident(process):
    """Megabytes that a process holds: what it shares with others counts for each."""
    try:
        return int(re.search(r"VmRSS:\s*(\d+)", Path(f"/proc/{process}/status").read_text())[1]) / 1000
    except (OSError, TypeError):
        return 0


def memory():
    """The most that all processes held together, sampled, for many thin documents against a tenth."""
    peaks = {}
    for count in (1000, 10000):
        root, out = workspaces.of_slips(CHANCERY, WORK / f"slips-{count}", count), WORK / f"slips-{count}-out"
        command = [CHANCERY, "build", "--quiet", "--jobs", "2", "--root", root, "--out", out]
        begun, peak = time.perf_counter(), 0
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        while running.poll() is None:
            try:
                held = [resident(process) for process in tree(running.pid)]
            except OSError:
                continue
            peak = max(peak, sum(held))
            time.sleep(MEMORY_SECONDS)
        files = len(list(out.glob("*.pdf")))
        assert running.returncode == 0 and files == count, f"{files} of {count} slips are there"
        peaks[count] = peak
        print(f"{count} thin documents: {time.perf_counter() - begun:.1f} s, all processes together {peak:.0f} MB")
        shutil.rmtree(out)
    bar("memory of 10,000 documents over that of 1,000", peaks[10000] / peaks[1000], 1.2, False)
    bar("MB a job", peaks[10000] / 2, 400, False)


def main():
    print(f"{os.cpu_count()} processors; busy on average, before: {os.getloadavg()[0]:.1f}")
    root = against_peers()
    stages(root)
    again()
    saved(root)
    watched(root)
    if GIVEN.long:
        memory()
    print(f"busy on average, after: {os.getloadavg()[0]:.1f}")
    print(f"missed: {'; '.join(missed) or 'none'}")


main()
