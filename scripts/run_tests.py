"""Runs the tests, as `make test` does: `python scripts/run_tests.py [paths …]`; exits as pytest does.

Live calls wait for real sound and take little of the cores; all others run beside them and give way to them: those with servers in
several processes, rules in one, since what thousands of small tests cost is being found and told of. The tests of the whole system
are judged by the clock, so they run after all others, on three systems. They wait for much of their time: the words that people say are
tried in it, by one process, which no clock judges and which gets only what the systems leave.
Of those few that fail, each is asked once more, by itself: a race shows again or is told by its name as unsteady, which is a defect to
be mended, not a build to be lost. A run of everything leaves .outbound/test-summary.json with its seconds, which the benchmarks report.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parent.parent
SOME_FAILED = 1
BROKE_DOWN = 3
NO_TESTS_IN_THIS_PART = 5
# More than this is no chance.
MOST_ASKED_AGAIN = 3


@dataclass(frozen=True, slots=True)
class Share:
    """What one pytest runs; how much it gives way to the other programs of the machine, as `nice` counts."""

    name: str
    options: tuple[str, ...]
    niceness: int = 0

    def command(self) -> list[str]:
        """Each has a cache of its own: they run side by side, and each remembers its own failures only."""
        cache = ("-o", f"cache_dir={self._cache}", "--cache-clear")
        return ["nice", "-n", str(self.niceness), sys.executable, "-m", "pytest", *cache, *self.options]

    def failed(self) -> list[str]:
        """The tests that failed in the last run."""
        remembered = ROOT / self._cache / "v" / "cache" / "lastfailed"
        return sorted(json.loads(remembered.read_text(encoding="utf-8"))) if remembered.exists() else []

    @property
    def _cache(self) -> str:
        return f".pytest_cache/{self.name}"


_NOT_WHOLE = ("-m", "not end_to_end")
_LIVE = "tests/media"
_RULES = ("tests/domain",)
_WORDS = ("tests/cases", "tests/words")
_OF_THE_WHOLE = ("-m", "end_to_end", "-n", "3")
# Where such tests are: finding all sixteen thousand, to leave most of them out, takes ten seconds.
_WHOLE = ("tests/chaos", "tests/end_to_end")
WHOLE_SYSTEM = Share("whole_system", (*_OF_THE_WHOLE, *_WHOLE))
OF_EVERYTHING = {
    "everything but the whole system": (
        Share(
            "servers",
            (*_NOT_WHOLE, "-n", "4", *(f"--ignore={place}" for place in (_LIVE, *_RULES, *_WORDS))),
            niceness=5,
        ),
        Share("rules", (*_NOT_WHOLE, "-n", "0", *_RULES), niceness=5),
        Share("live_calls", (*_NOT_WHOLE, "-n", "5", _LIVE)),
    ),
    "the whole system against the simulated world": (
        WHOLE_SYSTEM,
        Share("words", (*_NOT_WHOLE, "-n", "0", *_WORDS), niceness=19),
    ),
}


def run(paths: Sequence[str]) -> int:
    """The first exit code that is not zero, or zero."""
    seconds: dict[str, float] = {}
    unsteady: list[str] = []
    for part, shares in _parts(paths).items():
        print(f"[test] {part}", flush=True)
        began = time.monotonic()
        code = _passed(shares, unsteady)
        seconds[part] = round(time.monotonic() - began, 1)
        if code != 0:
            return code
    for test in unsteady:
        print(f"[test] UNSTEADY, failed once and passed by itself, to be mended: {test}", flush=True)
    if not paths:
        _write_summary(seconds, unsteady)
    return 0


def _parts(paths: Sequence[str]) -> dict[str, tuple[Share, ...]]:
    if not paths:
        return OF_EVERYTHING
    some = Share("some", (*_NOT_WHOLE, *paths))
    whole = Share(WHOLE_SYSTEM.name, (*_OF_THE_WHOLE, *paths))
    return dict(zip(OF_EVERYTHING, ((some,), (whole,)), strict=True))


def _passed(shares: Sequence[Share], unsteady: list[str]) -> int:
    """Zero if all tests of these shares passed, though a few of them at the second time; those are added."""
    codes = _side_by_side(shares)
    for share in [share for share in shares if codes[share] == BROKE_DOWN]:
        # as when a test's time is up while its failure is being written down
        print(f"[test] pytest itself broke down; {share.name} once more", flush=True)
        unsteady.append(share.name)
        codes |= _side_by_side([share])
    worst = [code for code in codes.values() if code not in (0, SOME_FAILED, NO_TESTS_IN_THIS_PART)]
    if worst:
        return worst[0]
    failed = [test for share, code in codes.items() if code == SOME_FAILED for test in share.failed()]
    return _ask_again(failed, unsteady) if SOME_FAILED in codes.values() else 0


def _side_by_side(shares: Sequence[Share]) -> dict[Share, int]:
    """Exit codes; the first share is seen as it runs, the others' output when all have ended."""
    with ExitStack() as files:
        outputs = [files.enter_context(tempfile.TemporaryFile()) for _ in shares[1:]]
        running = [_started(share, output) for share, output in zip(shares, (None, *outputs), strict=True)]
        codes = {share: process.wait() for share, process in zip(shares, running, strict=True)}
        for share, output in zip(shares[1:], outputs, strict=True):
            output.seek(0)
            print(f"[test] beside it, {share.name}:\n{output.read().decode()}", flush=True)
    return codes


def _started(share: Share, output: IO[bytes] | None = None) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        share.command(), cwd=ROOT, env=_environment(), stdout=output, stderr=output and subprocess.STDOUT
    )


def _environment() -> dict[str, str]:
    """Compiled files are kept even where PYTHONDONTWRITEBYTECODE is set: a run starts over a hundred processes of the same code."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _ask_again(failed: Sequence[str], unsteady: list[str]) -> int:
    """The exit code of the failed tests alone; what passes then is added."""
    if not 0 < len(failed) <= MOST_ASKED_AGAIN:
        return SOME_FAILED
    print(f"[test] {len(failed)} failed; each once more, by itself", flush=True)
    code = _started(Share("again", ("-n", "0", *failed))).wait()
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
