"""Other people's software that we are measured beside, each in a virtualenv of its own in .tools: its pins are not ours."""

import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parent.parent
PIPECAT: Final = "pipecat"
DATE_LIBRARIES: Final = "dates"
_LOCKS: Final = {PIPECAT: "requirements-bench.lock", DATE_LIBRARIES: "requirements-dates.lock"}


class NoPeer(RuntimeError):
    """The others could not be installed."""


def python_with(peer: str, say: Callable[[str], None]) -> Path:
    """The interpreter that runs this peer; installed by its lock file if need be. Raises NoPeer."""
    venv, lock = _ROOT / ".tools" / peer, _ROOT / _LOCKS[peer]
    python, stamp = venv / "bin" / "python", venv / "installed.stamp"
    wanted = sha256(f"{sys.version} {_ROOT}".encode() + lock.read_bytes()).hexdigest()
    if not (stamp.exists() and stamp.read_text(encoding="utf-8") == wanted):
        say(f"installing {peer} into .tools/{peer} by {lock.name} (1 to 3 minutes the first time)")
        _run(sys.executable, "-m", "venv", "--clear", str(venv))
        quiet = ("-m", "pip", "install", "-q", "--disable-pip-version-check")
        _run(str(python), *quiet, "--require-hashes", "--no-deps", "-r", str(lock))
        stamp.write_text(wanted, encoding="utf-8")
    return python


def _run(*command: str) -> None:
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise NoPeer(f"{' '.join(command[:4])} … failed:\n{ended.stderr[-2_000:]}")
