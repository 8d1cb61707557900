"""Times `distribute` over many recipients and prints medians and peak memory; see `tests/bench/distribute`."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import place

CHANCERY, ROOT, WORK = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
ROUNDS, RECIPIENTS, DOCUMENTS = map(int, sys.argv[4:])
SAMPLE_SECONDS = 0.005
missed = []


def bar(what, measured, most):
    """Prints a figure beside its bar."""
    met = measured <= most
    print(f"{what}: {measured:.2f}, bar {most}: {'met' if met else 'MISSED'}")
    if not met:
        missed.append(what)


def tree(process):
    """A process and those it started."""
    found = [process]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            found += map(int, children.read_text().split())
    return found


def held(process, field, file="status"):
    """Megabytes that a process holds, or held at most: what it shares with others counts for each, but for `Pss`."""
    try:
        return int(re.search(rf"{field}:\s*(\d+)", Path(f"/proc/{process}/{file}").read_text())[1]) / 1000
    except (OSError, TypeError):
        return 0


def run(here, *arguments):
    """Runs the program; returns seconds, and in megabytes the most that all processes held together, shared pages once, and that each one held."""
    begun, peak, once, each = time.perf_counter(), 0, 0, {}
    child = here.program.start(["distribute", *arguments], here.folder, stdout=subprocess.DEVNULL)
    while child.poll() is None:
        try:
            processes = tree(child.pid)
        except OSError:
            continue
        peak = max(peak, sum(held(process, "VmRSS") for process in processes))
        once = max(once, sum(held(process, "Pss", "smaps_rollup") for process in processes))
        for process in processes:
            each[process] = max(each.get(process, 0), held(process, "VmHWM"))
        time.sleep(SAMPLE_SECONDS)
    seconds = time.perf_counter() - begun
    assert child.returncode == 0, f"distribute {arguments} ends with {child.returncode}"
    return seconds, peak, once, list(each.values())


def main():
    wells = {f"first{at:03}-well" if at else "first-well": f"NOW-2001-{at + 1:03}" for at in range(DOCUMENTS)}
    here = place.made(place.Program(CHANCERY), ROOT, WORK / "workspace", wells=wells)
    here.recipients(RECIPIENTS, channel="folder", highest="paper/open")
    states = [line["state"] for line in here.plan()]
    assert states == ["new"] * RECIPIENTS * DOCUMENTS, "all is due"
    print(f"{os.cpu_count()} processors, busy on average {os.getloadavg()[0]:.1f}; {Path(CHANCERY).name} of "
          f"{Path(CHANCERY).stat().st_size / 1e6:.0f} MB; {RECIPIENTS} recipients, {DOCUMENTS} documents, {ROUNDS} rounds")
    looked, written = [], []
    for _ in range(ROUNDS):
        looked.append(run(here))
        out = WORK / "out"
        written.append(run(here, "--to", str(out)))
        files = sum(path.suffix == ".pdf" for path in out.glob("*/*"))
        assert files == RECIPIENTS * (DOCUMENTS + 1), f"{files} files are there, the notes among them"
        again = run(here)
        shutil.rmtree(out)
        here.ledger.unlink()
    bar("seconds to say what is due", median(one[0] for one in looked), 2)
    print(f"seconds to say that all is there: {again[0]:.2f}")
    print(f"megabytes of that: {median(one[1] for one in looked):.0f}")
    print(f"seconds to write the folders: {median(one[0] for one in written):.1f}")
    bar("megabytes of all processes that write the folders", median(one[1] for one in written), 200)
    print(f"megabytes of them, pages that they share counted once: {median(one[2] for one in written):.0f}")
    print(f"megabytes of each of them at most: {', '.join(f'{one:.0f}' for one in sorted(written[-1][3], reverse=True))}")
    print(f"missed: {'; '.join(missed) or 'none'}")


main()
