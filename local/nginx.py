"""Finds or obtains nginx, by which the tests try the shipped proxy configuration: nothing else of the system needs it.

    python -m local.nginx       prints the path of the program, or why it is not to be had

It is looked for on the path and in .tools; else Debian's package is unpacked there, which needs no rights and installs
nothing. Its origin is checked by apt, against the machine's own keys.
"""

import os
import shutil
import sys
from pathlib import Path

from local.errors import PartMissing
from local.temporal_programs import Way, first_that_works, kept
from local.toolchains import TOOLS, NotHad, run, say

_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))


def nginx() -> Path:
    """The program, obtained if need be. Raises PartMissing."""
    return first_that_works(
        "nginx",
        (*ways_to_find_nginx(), ("Debian's package", unpack_debians)),
        mend="install nginx (Debian and Ubuntu: apt-get install nginx)",
    )


def ways_to_find_nginx() -> tuple[Way, ...]:
    """Where it may be already: nothing is fetched."""
    return (("nginx on the path", on_path), (".tools/bin/nginx", lambda: kept("nginx", "-v")))


def on_path() -> Path:
    """The machine's own. Raises NotHad."""
    found = shutil.which("nginx", path=_PATH)
    if not found:
        raise NotHad("not there")
    return Path(found)


def unpack_debians() -> Path:
    """The program out of the package of the machine's own release, with lists of our own. Raises NotHad."""
    apt, folder = shutil.which("apt-get"), TOOLS / "nginx.new"
    if apt is None:
        raise NotHad("there is no apt-get")
    say("fetching Debian's nginx for the test of the shipped proxy (1 MB)")
    shutil.rmtree(folder, ignore_errors=True)
    for inside in ("lists/partial", "cache/archives/partial"):
        (folder / inside).mkdir(parents=True)
    try:
        ours = [
            *("-o", f"Dir::State::Lists={folder}/lists", "-o", f"Dir::Cache={folder}/cache"),
            *("-o", "APT::Sandbox::User="),
        ]
        run([apt, "-qq", *ours, "update"])
        run(
            [
                "sh",
                "-c",
                'cd "$1" && shift && exec "$@"',
                "fetch",
                str(folder),
                apt,
                "-qq",
                *ours,
                "download",
                "nginx",
            ]
        )
        package = next(folder.glob("nginx_*.deb"), None)
        if package is None:
            raise NotHad("apt-get downloaded no package of that name")
        run(["dpkg", "-x", str(package), str(folder / "root")])
        return _kept(folder / "root" / "usr" / "sbin" / "nginx")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _kept(program: Path) -> Path:
    target = TOOLS / "bin" / "nginx"
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        run([str(program), "-v"])
        return program.replace(target)
    except OSError as error:
        raise NotHad(str(error)) from error


def main() -> int:
    """Print the path; a machine that cannot have it goes on without the one test that needs it."""
    try:
        print(nginx())
    except PartMissing as error:
        print(error, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
