"""Makes .venv and fills it from the lock. Runs on a bare Python, so it imports the standard library only.

Running it again costs a few milliseconds: a stamp in .venv remembers what was installed, by which Python.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements-dev.lock"
STAMP = VENV / "installed.stamp"
SECONDS_BETWEEN_REPORTS = 5.0


def main() -> int:
    wanted = fingerprint()
    if is_installed(wanted):
        return 0
    started = time.monotonic()
    try:
        make_environment()
        install_locked_packages()
        install_project()
    except subprocess.CalledProcessError as failure:
        say(
            f"FAILED: {' '.join(map(str, failure.cmd))} ended with status {failure.returncode}; see its output above."
        )
        return 1
    STAMP.write_text(wanted, encoding="utf-8")
    say(f"ready in {time.monotonic() - started:.0f} s")
    return 0


def fingerprint() -> str:
    """What the stamp must hold: the place, and everything that decides what is installed."""
    digest = hashlib.sha256(str(ROOT).encode())
    for source in (LOCK, ROOT / "pyproject.toml"):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def is_installed(wanted: str) -> bool:
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted


def make_environment() -> None:
    if PYTHON.exists() and answers([str(PYTHON), "-m", "pip", "--version"]):
        return
    if VENV.exists():
        say("removing .venv: its Python or pip no longer runs")
        shutil.rmtree(VENV)
    version = ".".join(map(str, sys.version_info[:3]))
    say(f"making .venv with Python {version}, so that nothing outside this folder changes")
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        say("To mend: install Python's venv module (Debian and Ubuntu: apt-get install python3-venv).")
        made.check_returncode()


def answers(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def install_locked_packages() -> None:
    total = sum(1 for line in LOCK.read_text(encoding="utf-8").splitlines() if line[:1].isalnum())
    say(
        f"installing up to {total} packages by {LOCK.name}, each checked by its hash (1 to 3 minutes the first time)"
    )
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--no-deps", "-r", str(LOCK)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=pip_environment(), text=True
    )
    assert process.stdout is not None
    found, reported_at = 0, time.monotonic()
    last_lines: deque[str] = deque(maxlen=25)
    for line in process.stdout:
        last_lines.append(line)
        if line.startswith(("Collecting ", "Requirement already satisfied", "Ignoring ")):
            found += 1
        if line.startswith("Installing collected packages"):
            say("all packages are here; unpacking them")
        elif time.monotonic() - reported_at >= SECONDS_BETWEEN_REPORTS:
            say(f"{found} of {total}: {line.strip()[:90]}")
            reported_at = time.monotonic()
    if process.wait():
        print(*last_lines, sep="", flush=True)
        raise subprocess.CalledProcessError(process.returncode, command)


def install_project() -> None:
    """Editable, so that the `outbound` command runs the files of this folder."""
    say("adding the outbound command to .venv/bin")
    command = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-e",
        str(ROOT),
    ]
    subprocess.run(command, check=True, env=pip_environment())


def pip_environment() -> dict[str, str]:
    """The user's own pip settings stay in force; only remarks that do not concern them are turned off."""
    return {**os.environ, "PIP_ROOT_USER_ACTION": "ignore", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def say(line: str) -> None:
    print(f"[setup] {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
