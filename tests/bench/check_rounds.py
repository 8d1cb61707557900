"""Times the programs in turn and prints medians, ratios and peak memory; see `tests/bench/check`."""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

CHANCERY = str(Path(sys.argv[1]).resolve())
RIGHT, WRONG = (Path(sys.argv[2]) / name for name in ("right", "wrong"))
SHIPPED = Path(sys.argv[3])
ROUNDS = int(sys.argv[4])
PEERS = dict(peer.split("=", 1) for peer in sys.argv[5:])
SHIPPED_ROUNDS = 21


def run(command, folder):
    """Runs a command; returns seconds, peak memory in bytes, exit code and everything it said."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        start = time.monotonic()
        child = subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        return seconds, usage.ru_maxrss * 1024, child.returncode, said.read()


def places(said):
    """The code, file, line and column of every error that was told."""
    line = re.compile(r"(.+?):(\d+):(\d+): error\[([a-z0-9-]+)\]")
    told = filter(None, map(line.match, said.splitlines()))
    found = [(one[4], one[1], int(one[2]), int(one[3])) for one in told]
    return sorted(found)


def verdict(met):
    return "met" if met else "MISSED"


def against_peers():
    records = sorted(path.relative_to(RIGHT).as_posix() for path in RIGHT.glob("data/wells/*.yaml"))
    yaml = sum(path.stat().st_size for path in RIGHT.glob("data/**/*.yaml"))
    print(f"{len(records)} records, {yaml / 1e6:.1f} MB of YAML, {ROUNDS} rounds")
    schema = "data/schema/published/well.schema.json"
    commands = {"chancery check": [CHANCERY, "check"]}
    for name, program in PEERS.items():
        commands[f"check-jsonschema {name}"] = [program, "--quiet", "--schemafile", schema, *records]
    times, peaks = ({name: [] for name in commands} for _ in range(2))
    for _ in range(ROUNDS):
        for name, command in commands.items():
            seconds, peak, code, said = run(command, RIGHT)
            assert code == 0, f"{name}: {said[:2000]}"
            times[name].append(seconds)
            peaks[name].append(peak)
    ours = median(times["chancery check"])
    for name in commands:
        middle = median(times[name])
        print(f"{name:<38} {middle:8.2f} s  {max(peaks[name]) / 1e6:7.0f} MB  ratio {middle / ours:6.1f}")
    slowest = median(times[f"check-jsonschema {next(iter(PEERS))}"])
    print(f"at least 30 times as fast as the peer as installed: {verdict(slowest / ours >= 30)}")
    memory = max(peaks["chancery check"]) / yaml
    print(f"peak memory {memory:.1f} times the bytes of YAML, at most 12: {verdict(memory <= 12)}")


def every_fault_at_its_place():
    expected = []
    for line in (WRONG / "faults.tsv").read_text("utf-8").splitlines():
        code, path, row, column = line.split("\t")
        expected.append((code, path, int(row), int(column)))
    seconds, _, code, said = run([CHANCERY, "check", "--message-format", "short"], WRONG)
    found = places(said)
    missing = sorted(set(expected) - set(found))
    print(f"{len(expected)} faults: {len(expected) - len(missing)} told at their place, {seconds:.2f} s")
    for one in missing[:10]:
        print("  not told:", *one)
    for one in sorted(set(found) - set(expected))[:10]:
        print("  not expected:", *one)
    return code == 1 and sorted(expected) == found


def shipped():
    times = []
    for _ in range(SHIPPED_ROUNDS):
        seconds, _, code, said = run([CHANCERY, "check"], SHIPPED)
        assert code == 0, said[:2000]
        times.append(seconds)
    middle = median(times) * 1000
    print(f"the shipped workspace: {middle:.0f} ms (median of {SHIPPED_ROUNDS}), at most 100: {verdict(middle <= 100)}")


against_peers()
proven = every_fault_at_its_place()
shipped()
sys.exit(0 if proven else 1)
