"""Runs the tests, as `make test` does: `python scripts/run_tests.py [paths …]`; exits as pytest does.

The tests of the whole system are judged by the clock, so they run by themselves after all others, on two systems.
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
NO_TESTS_IN_THIS_PART = 5


def run(paths: Sequence[str]) -> int:
    """The first part's exit code that is not zero, or zero."""
    seconds: dict[str, float] = {}
    for part, options in PARTS.items():
        print(f"[test] {part}", flush=True)
        began = time.monotonic()
        code = subprocess.run([sys.executable, "-m", "pytest", *options, *paths], cwd=ROOT).returncode
        seconds[part] = round(time.monotonic() - began, 1)
        if code not in (0, NO_TESTS_IN_THIS_PART):
            return code
    if not paths:
        _write_summary(seconds)
    return 0


def _write_summary(seconds: dict[str, float]) -> None:
    summary = {"seconds": round(sum(seconds.values()), 1), "parts": seconds}
    home = ROOT / ".outbound"
    home.mkdir(exist_ok=True)
    (home / "test-summary.json").write_text(json.dumps(summary, indent=2) + "\n", encoding="utf-8")
    print(f"[test] all well in {summary['seconds']} s", flush=True)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
