"""Builds the dashboard from dashboard/ into dashboard/built when its sources changed, which the API serves at `/`.

    python -m local.dashboard [check | format | test]     builds it; then does this with its sources

Node comes from the machine or from a wheel (toolchains.py), packages by dashboard/package-lock.json.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from local.toolchains import ROOT, NotHad, node, npm, run, say

FOLDER: Final = ROOT / "dashboard"
BUILT: Final = FOLDER / "built"
_DESCRIPTION: Final = ROOT / "api" / "openapi.json"
_TYPES: Final = "src/api/schema.d.ts"
_PACKAGES: Final = FOLDER / "node_modules"
_MADE: Final = frozenset({"node_modules", "built", ".building", Path(_TYPES).name})
# What each was made of, kept inside it: it goes when it goes.
_NOTE: Final = ".made-of"
_CHECKS: Final = (
    ("biome", "ci", "."),
    ("tsc", "--noEmit"),
    ("depcruise", "--config", ".dependency-cruiser.cjs", "src"),
)
_WORK: Final = {
    "check": _CHECKS,
    "format": (("biome", "check", "--write", "."),),
    "test": (("vitest", "run"),),
}


def build() -> Path:
    """The built files, made anew if a source changed. Raises NotHad with what is missing."""
    if not (FOLDER / "package.json").exists():
        return BUILT  # installed from a wheel, which holds them
    with _alone():
        made_of = _fingerprint(_sources())
        if _note_of(BUILT) != made_of:
            programs = _Programs()
            say("building the dashboard")
            programs.run(
                *("openapi-typescript", str(_DESCRIPTION), "--default-non-nullable=false"),
                *("-o", str(FOLDER / _TYPES)),
            )
            programs.run("vite", "build", str(FOLDER), "--logLevel=warn")
            _keep_note(BUILT, made_of)
    return BUILT


def run_all(commands: tuple[tuple[str, ...], ...]) -> int:
    """Run programs of the dashboard's packages one after another, seen as they run; the first exit code that is not zero."""
    programs = _Programs()
    for command in commands:
        if code := programs.shown(*command):
            return code
    return 0


class _Programs:
    """The programs of the locked packages, which are installed first if need be. Raises NotHad."""

    def __init__(self) -> None:
        self._node = node()
        made_of = _fingerprint([FOLDER / "package.json", FOLDER / "package-lock.json"])
        if _note_of(_PACKAGES) != made_of:
            say("installing the dashboard's packages (250 MB)")
            run([*npm(self._node), "ci", "--ignore-scripts", f"--prefix={FOLDER}"], **self._path())
            _keep_note(_PACKAGES, made_of)

    def run(self, *command: str) -> None:
        """To its end, unseen."""
        run(self._command(command), **self._path())

    def shown(self, *command: str) -> int:
        """To its end, seen; its exit code."""
        environment = {**os.environ, **self._path()}
        return subprocess.run(self._command(command), cwd=FOLDER, env=environment, check=False).returncode

    def _command(self, command: tuple[str, ...]) -> list[str]:
        program, *arguments = command
        return [str(self._node), str(_PACKAGES / ".bin" / program), *arguments]

    def _path(self) -> dict[str, str]:
        """What npm and its programs start is this Node as well."""
        return {"PATH": os.pathsep.join((str(self._node.parent), os.environ.get("PATH", "")))}


def _sources() -> list[Path]:
    found = [_DESCRIPTION]
    for folder, folders, files in os.walk(FOLDER):
        folders[:] = [name for name in folders if name not in _MADE]
        found += [Path(folder, name) for name in files if name not in _MADE]
    return sorted(found)


def _fingerprint(files: list[Path]) -> str:
    whole = hashlib.sha256()
    for path in files:
        whole.update(f"{path.relative_to(ROOT)}\n".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _note_of(folder: Path) -> str:
    note = folder / _NOTE
    return note.read_text(encoding="utf-8") if note.exists() else ""


def _keep_note(folder: Path, made_of: str) -> None:
    (folder / _NOTE).write_text(made_of, encoding="utf-8")


@contextmanager
def _alone() -> Iterator[None]:
    """One build at a time, whoever asks for it."""
    with (FOLDER / ".building").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def main(arguments: list[str]) -> int:
    try:
        build()
        return run_all(_WORK[arguments[0]]) if arguments else 0
    except NotHad as error:
        print(f"[dashboard] it could not be built: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
