"""pipecat's own virtualenv in .tools/pipecat, filled by requirements-bench.lock: its pins are not ours."""

import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parent.parent.parent
_LOCK: Final = _ROOT / "requirements-bench.lock"
_VENV: Final = _ROOT / ".tools" / "pipecat"
_STAMP: Final = _VENV / "installed.stamp"
BOT: Final = Path(__file__).with_name("pipecat_bot.py")


class NoPeer(RuntimeError):
    """pipecat could not be installed."""


def python_with_pipecat(say: Callable[[str], None]) -> Path:
    """The interpreter that runs the bot; installed if need be. Raises NoPeer."""
    python = _VENV / "bin" / "python"
    wanted = sha256(f"{sys.version} {_ROOT}".encode() + _LOCK.read_bytes()).hexdigest()
    if not (_STAMP.exists() and _STAMP.read_text(encoding="utf-8") == wanted):
        say(
            "installing pipecat into .tools/pipecat by requirements-bench.lock (1 to 3 minutes the first time)"
        )
        _run(sys.executable, "-m", "venv", "--clear", str(_VENV))
        quiet = ("-m", "pip", "install", "-q", "--disable-pip-version-check")
        _run(str(python), *quiet, "--require-hashes", "--no-deps", "-r", str(_LOCK))
        _STAMP.write_text(wanted, encoding="utf-8")
    return python


def _run(*command: str) -> None:
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise NoPeer(f"{' '.join(command[:4])} … failed:\n{ended.stderr[-2_000:]}")
