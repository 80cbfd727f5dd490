"""Asks whether a locked package has a known weakness: python scripts/audit.py [--db all.zip] [LOCK …], or make audit.

Every package of every lock file is asked for at OSV (osv.dev), which gathers the advisories of the Python ecosystem; --db asks
its export for PyPI instead, a file that may have been brought to a machine without a network.

It ends with 0 only if every package was asked for and none has a weakness that is not accepted. 1: there is one. 2: something could
not be audited: no answer, a line that names no exact version, an advisory that cannot be judged, an export that is old. What is
accepted stands in pyproject.toml, [tool.audit.accepted], by its id: until when, and why; one that is over, or that nothing needs any
more, fails too.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple

from packaging.version import InvalidVersion, Version

ROOT: Final = Path(__file__).resolve().parent.parent
SERVICE: Final = "https://api.osv.dev/v1/querybatch"
OLDEST_EXPORT: Final = timedelta(days=7)
_MOST_AT_ONCE: Final = 500  # the service takes a thousand
_SECONDS: Final = 30
_PINNED: Final = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[\w,-]+\])?==([^\s;\\]+)(?:\s*;[^\\]*)?\s*\\?")
_HASH: Final = re.compile(r"--hash=sha256:[0-9a-f]{64}\s*\\?")


class NotAudited(Exception):
    """Something could not be asked, or its answer not be read; the text says what and how to mend it."""


class Package(NamedTuple):
    """One that is locked: its name as indexes spell it, and its version."""

    name: str
    version: str


Source = Callable[[Sequence[Package]], Mapping[Package, Sequence[str]]]
"""Gives the ids of each package's weaknesses; every package is in the answer. Raises NotAudited."""


def packages_in(lock: str, text: str) -> Iterator[Package]:
    """The packages of a lock file. Raises NotAudited for a line that names no exact version."""
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#") or _HASH.fullmatch(stripped):
            continue
        pinned = _PINNED.fullmatch(stripped)
        if pinned is None:
            raise NotAudited(f"{lock}:{number} names no exact version: {stripped[:80]}. To mend: make lock.")
        yield Package(_spelled(pinned[1]), pinned[2])


def _spelled(name: str) -> str:
    """A package's name as indexes spell it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def ask_service(
    packages: Sequence[Package], post: Callable[[bytes], bytes]
) -> Mapping[Package, Sequence[str]]:
    """Ask OSV. post: sends a body to its querybatch and gives the answer; raises OSError."""
    found: dict[Package, Sequence[str]] = {}
    for first in range(0, len(packages), _MOST_AT_ONCE):
        some = packages[first : first + _MOST_AT_ONCE]
        queries = [
            {"package": {"name": each.name, "ecosystem": "PyPI"}, "version": each.version} for each in some
        ]
        try:
            answer = json.loads(post(json.dumps({"queries": queries}).encode()))
            results = answer["results"]
            if len(results) != len(some) or any("next_page_token" in each for each in results):
                raise NotAudited("OSV answered for some packages only. To mend: run it again.")
            found |= {
                package: [told["id"] for told in result.get("vulns", ())]
                for package, result in zip(some, results, strict=True)
            }
        except OSError as error:
            raise NotAudited(
                f"OSV does not answer ({type(error).__name__}): nothing was audited. To mend: run it where the network reaches "
                "api.osv.dev, or bring its export for PyPI (all.zip) and give it with --db."
            ) from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise NotAudited(
                f"OSV's answer cannot be read ({type(error).__name__}): nothing was audited."
            ) from error
    return found


def ask_export(packages: Sequence[Package], export: Path, today: date) -> Mapping[Package, Sequence[str]]:
    """Ask an export of OSV's advisories for PyPI."""
    wanted = {each.name for each in packages}
    known: dict[str, list[Mapping[str, Any]]] = {}
    newest = ""
    try:
        with zipfile.ZipFile(export) as file:
            for name in file.namelist():
                advisory = json.loads(file.read(name))
                newest = max(newest, advisory["modified"])
                for affected in () if "withdrawn" in advisory else advisory["affected"]:
                    of = affected["package"]
                    if of["ecosystem"] == "PyPI" and _spelled(of["name"]) in wanted:
                        known.setdefault(_spelled(of["name"]), []).append({**affected, "id": advisory["id"]})
        told_at = datetime.fromisoformat(newest).date()
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError) as error:
        raise NotAudited(f"{export} cannot be read as OSV's export ({type(error).__name__}).") from error
    if today - told_at > OLDEST_EXPORT:
        raise NotAudited(
            f"{export} ends on {told_at}: newer weaknesses are not in it. To mend: bring a new one."
        )
    return {
        each: sorted({entry["id"] for entry in known.get(each.name, ()) if is_affected(each, entry)})
        for each in packages
    }


def is_affected(package: Package, affected: Mapping[str, Any]) -> bool:
    """Whether an advisory's entry means this version. Raises NotAudited where it cannot be judged."""
    versions, ranges = affected.get("versions", ()), affected.get("ranges", ())
    ordered = [each for each in ranges if each["type"] == "ECOSYSTEM"]
    if package.version in versions:
        return True
    if not versions and not ordered:
        raise NotAudited(
            f"{affected['id']} names no versions: whether {package.name} is meant cannot be told."
        )
    try:
        return any(_is_within(Version(package.version), each["events"]) for each in ordered)
    except (InvalidVersion, KeyError) as error:
        raise NotAudited(f"{affected['id']}: its versions of {package.name} cannot be compared.") from error


def _is_within(version: Version, events: Iterable[Mapping[str, str]]) -> bool:
    within = False
    for at, what in sorted((Version(value), name) for event in events for name, value in event.items()):
        if what == "introduced" and version >= at:
            within = True
        elif (what == "fixed" and version >= at) or (what == "last_affected" and version > at):
            within = False
    return within


def unaccepted(
    found: Mapping[Package, Sequence[str]], accepted: Mapping[str, Mapping[str, Any]], today: date
) -> list[str]:
    """A sentence for each weakness that is not accepted, and for each acceptance that is over or in vain."""
    told = [
        f"{package.name} {package.version} has {weakness}: https://osv.dev/vulnerability/{weakness}"
        for package, weaknesses in sorted(found.items())
        for weakness in weaknesses
        if weakness not in accepted or accepted[weakness]["until"] < today
    ]
    met = {weakness for weaknesses in found.values() for weakness in weaknesses}
    return told + [
        f"{each} is accepted, and nothing has it any more: take it out."
        for each in sorted(accepted.keys() - met)
    ]


def audit(
    locks: Sequence[Path], source: Source, accepted: Mapping[str, Mapping[str, Any]], today: date
) -> int:
    """Audit, tell, and give the status to end with."""
    try:
        if not locks:
            raise NotAudited("There is no lock file. To mend: make lock.")
        packages = sorted(
            {each for lock in locks for each in packages_in(lock.name, lock.read_text(encoding="utf-8"))}
        )
        found = source(packages)
        if missing := [each.name for each in packages if each not in found]:
            raise NotAudited(f"Not answered for: {', '.join(missing)}.")
    except NotAudited as error:
        print(f"audit: could not audit. {error}")
        return 2
    weak = unaccepted(found, accepted, today)
    print(
        "\n".join(
            [*weak, f"audit: {len(packages)} packages in {len(locks)} lock files, {len(weak)} to look at"]
        )
    )
    return 1 if weak else 0


def post_to_service(body: bytes) -> bytes:
    """Send a body to OSV."""
    request = urllib.request.Request(SERVICE, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # nosec B310 # one address, https
        told: bytes = answer.read()
    return told


def main() -> int:
    """Read the command line and audit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("locks", nargs="*", type=Path, metavar="LOCK")
    parser.add_argument("--db", type=Path, help="OSV's export for PyPI (all.zip)")
    given = parser.parse_args()
    today = datetime.now(UTC).date()
    accepted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"].get("audit", {})

    def source(packages: Sequence[Package]) -> Mapping[Package, Sequence[str]]:
        if given.db is not None:
            return ask_export(packages, given.db, today)
        return ask_service(packages, post_to_service)

    return audit(given.locks or sorted(ROOT.glob("*.lock")), source, accepted.get("accepted", {}), today)


if __name__ == "__main__":
    sys.exit(main())
