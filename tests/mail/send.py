"""Sends documents to real mail servers and to one that misbehaves, and looks at what they hold and at what the ledger says."""

import pathlib
import signal
import sys
import tempfile
import time
import traceback

import answers
import authority
import killed
import many
import place
import real
import recalled
import size


class Space:
    """A temporary folder with a workspace in which documents were released, and an authority."""

    def __init__(self, program, wrapper, root, folder):
        self.folder, self.root, self.number = pathlib.Path(folder), root, 0
        hosts = self.folder / "hosts"
        hosts.write_text("127.0.0.1 localhost\n127.0.0.1 mail.nowhere.example\n127.0.0.1 other.nowhere.example\n")
        self.program = place.Program(program, str(hosts), wrapper)
        self.authority = authority.Authority(self.folder / "authority")
        self.made = {}

    def place(self, kind="small", edges=None):
        """Returns a workspace of its own, with everything released and no recipient."""
        if kind not in self.made:
            self.made[kind] = place.made(self.program, self.root, self.folder / kind, edges)
        self.number += 1
        return place.copied(self.made[kind], self.folder / f"{kind}-{self.number}")


def main():
    program, wrapper, root, *names = sys.argv[1:]
    # What was started is ended, whoever ends the test.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    modules = [real, answers, killed, many, size, recalled]
    tests = [test for module in modules for test in module.TESTS if not names or test.__name__ in names]
    if not tests:
        sys.exit("there is no such test")
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        # The server of the system delivers as another user.
        pathlib.Path(folder).chmod(0o755)
        space = Space(program, wrapper, pathlib.Path(root), folder)
        for test in tests:
            started = time.monotonic()
            try:
                test(space)
            except Exception:
                failed.append(test.__name__)
                print(f"failed: {test.__name__}", file=sys.stderr)
                traceback.print_exc(limit=-2)
            else:
                print(f"{test.__name__}: {time.monotonic() - started:.1f} s", flush=True)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


main()
