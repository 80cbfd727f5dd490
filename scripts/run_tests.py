"""Runs the tests, as `make test` does: `python scripts/run_tests.py [paths …]`; exits as pytest does.

The tests of the whole system are judged by the clock, so they run by themselves after all others, on two systems.
Thousands of tests wait for real sound and real servers beside each other. Of those few that fail, each is asked once more,
by itself: a race shows again or is told by its name as unsteady, which is a defect to be mended, not a build to be lost.
A run of everything leaves .outbound/test-summary.json with its seconds, which the benchmarks report.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARTS = {
    "everything but the whole system": ("-m", "not end_to_end"),
    "the whole system against the simulated world, by itself": ("-m", "end_to_end", "-n", "2"),
}
SOME_FAILED = 1
BROKE_DOWN = 3
NO_TESTS_IN_THIS_PART = 5
# More than this is no chance.
MOST_ASKED_AGAIN = 3
_LAST_FAILED = ROOT / ".pytest_cache" / "v" / "cache" / "lastfailed"


def run(paths: Sequence[str]) -> int:
    """The first part's exit code that is not zero, or zero."""
    seconds: dict[str, float] = {}
    unsteady: list[str] = []
    for part, options in PARTS.items():
        print(f"[test] {part}", flush=True)
        began = time.monotonic()
        code = _pytest(*options, *paths)
        if code == BROKE_DOWN:  # as when a test's time is up while its failure is being written down
            print("[test] pytest itself broke down; this part once more", flush=True)
            unsteady.append(part)
            code = _pytest(*options, *paths)
        if code == SOME_FAILED:
            code = _ask_again(unsteady)
        seconds[part] = round(time.monotonic() - began, 1)
        if code not in (0, NO_TESTS_IN_THIS_PART):
            return code
    for test in unsteady:
        print(f"[test] UNSTEADY, failed once and passed by itself, to be mended: {test}", flush=True)
    if not paths:
        _write_summary(seconds, unsteady)
    return 0


def _pytest(*arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=ROOT).returncode


def _ask_again(unsteady: list[str]) -> int:
    """The exit code of the failed tests alone; what passes then is added."""
    failed = sorted(json.loads(_LAST_FAILED.read_text(encoding="utf-8")))
    if len(failed) > MOST_ASKED_AGAIN:
        return SOME_FAILED
    print(f"[test] {len(failed)} failed; each once more, by itself", flush=True)
    code = _pytest("-n", "0", *failed)
    if code == 0:
        unsteady += failed
    return code


def _write_summary(seconds: dict[str, float], unsteady: Sequence[str]) -> None:
    summary = {"seconds": round(sum(seconds.values()), 1), "parts": seconds, "unsteady": list(unsteady)}
    home = ROOT / ".outbound"
    home.mkdir(exist_ok=True)
    (home / "test-summary.json").write_text(json.dumps(summary, indent=2) + "\n", encoding="utf-8")
    print(f"[test] all well in {summary['seconds']} s", flush=True)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
