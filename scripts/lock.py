"""Writes the lock files from pyproject.toml: exact versions with hashes, for Python 3.11 to 3.13, without addresses.

uv only computes them (it resolves for several Pythons at once); installing needs plain pip.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OWN_UV = ROOT / ".tools" / "uv"
SHAPE = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
)


def main() -> int:
    uv = find_uv()
    for target, wanted in {
        "requirements.lock": ("--extra=local", "pyproject.toml"),
        "requirements-dev.lock": ("--all-extras", "pyproject.toml"),
        "requirements-bench.lock": ("--group=bench",),
        "requirements-dates.lock": ("--group=dates",),
    }.items():
        print(f"[lock] {target}", flush=True)
        command = [
            *uv,
            "pip",
            "compile",
            "--quiet",
            *SHAPE,
            *wanted,
            *sys.argv[1:],
            "-o",
            target,
        ]
        subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, **the_users_index()})
    return 0


def find_uv() -> list[str]:
    """uv from the path, else a copy of our own beside the other tools."""
    if on_path := shutil.which("uv"):
        return [on_path]
    if not (OWN_UV / "bin" / "uv").exists():
        print("[lock] installing uv into .tools/uv, because none is on the path", flush=True)
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "-q", "--target", str(OWN_UV), "uv"], check=True
        )
    return [str(OWN_UV / "bin" / "uv")]


def the_users_index() -> dict[str, str]:
    """uv does not read pip's configuration, so the package index the user chose there is passed on."""
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"],
        capture_output=True,
        text=True,
        check=False,
    )
    return {"UV_DEFAULT_INDEX": asked.stdout.strip()} if asked.returncode == 0 else {}


if __name__ == "__main__":
    sys.exit(main())
