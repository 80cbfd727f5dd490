"""The audit of dependencies finds what is known, and never passes over what it could not ask."""

import json
import subprocess
import sys
import urllib.error
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scripts.audit import NotAudited, Package, ask_export, ask_service, audit, is_affected, packages_in

ROOT = Path(__file__).resolve().parent.parent.parent
TODAY = date(2026, 12, 1)
HASH = "    --hash=sha256:" + "0" * 64
LOCK = (
    f"jinja2==3.1.2 \\\n{HASH} \\\n{HASH}\nUvloop==0.23.0 ; sys_platform != 'win32' \\\n{HASH}\n# a comment\n"
)
JINJA, UVLOOP = Package("jinja2", "3.1.2"), Package("uvloop", "0.23.0")

# As OSV answered for these two, and as its export tells of the first, shortened.
ANSWER = {"results": [{"vulns": [{"id": "GHSA-h5c8-rqwp-cp95", "modified": "2024-11-13T16:21:18Z"}]}, {}]}
ADVISORY: dict[str, Any] = {
    "id": "GHSA-h5c8-rqwp-cp95",
    "modified": "2026-11-30T16:21:18.123456Z",
    "affected": [
        {
            "package": {"name": "Jinja2", "ecosystem": "PyPI", "purl": "pkg:pypi/jinja2"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "3.1.3"}]}],
            "versions": ["2.0", "3.1.1"],
        }
    ],
}


def locked(folder: Path, text: str = LOCK) -> list[Path]:
    (folder / "requirements.lock").write_text(text)
    return [folder / "requirements.lock"]


def exported(folder: Path, *advisories: Mapping[str, Any]) -> Path:
    with zipfile.ZipFile(folder / "all.zip", "w") as file:
        for advisory in advisories:
            file.writestr(f"{advisory['id']}.json", json.dumps(advisory))
    return folder / "all.zip"


def test_every_package_of_a_lock_is_read() -> None:
    assert [JINJA, UVLOOP] == list(packages_in("requirements.lock", LOCK))
    for lock in ROOT.glob("*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert text.count("==") >= len(list(packages_in(lock.name, text))) > 10


@pytest.mark.parametrize(
    "line",
    [
        "jinja2>=3",
        "jinja2",
        "-e .",
        "jinja2 @ https://example.org/jinja2.whl",
        "-r more.lock",
        "./jinja2.whl",
        "--pre",
    ],
)
def test_a_line_without_an_exact_version_is_not_passed_over(line: str, tmp_path: Path) -> None:
    assert 2 == audit(locked(tmp_path, f"{LOCK}{line}\n"), lambda asked: dict.fromkeys(asked, ()), {}, TODAY)


def test_the_service_is_asked_for_all_and_its_findings_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[Any] = []

    def post(body: bytes) -> bytes:
        asked.append(json.loads(body))
        return json.dumps(ANSWER).encode()

    assert 1 == audit(locked(tmp_path), lambda packages: ask_service(packages, post), {}, TODAY)
    assert [["jinja2", "uvloop"]] == [[each["package"]["name"] for each in one["queries"]] for one in asked]
    assert "jinja2 3.1.2 has GHSA-h5c8-rqwp-cp95" in capsys.readouterr().out


def test_many_packages_are_asked_for_in_parts() -> None:
    many = [Package(f"p{number}", "1") for number in range(1_201)]
    sizes: list[int] = []

    def post(body: bytes) -> bytes:
        sizes.append(len(json.loads(body)["queries"]))
        return json.dumps({"results": [{}] * sizes[-1]}).encode()

    assert 1_201 == len(ask_service(many, post))
    assert [500, 500, 201] == sizes


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>proxy</html>",
        b"[]",
        b"{}",
        b'{"results": null}',
        b'{"results": [{}]}',
        b'{"results": [{}, {}, {}]}',
        b'{"results": [{}, {"next_page_token": "x"}]}',
        b'{"results": [{}, {"vulns": [{}]}]}',
        b'{"results": [{}, null]}',
    ],
)
def test_an_answer_that_is_not_whole_audits_nothing(answer: bytes, tmp_path: Path) -> None:
    source = lambda packages: ask_service(packages, lambda _: answer)  # noqa: E731
    assert 2 == audit(locked(tmp_path), source, {}, TODAY)


@pytest.mark.parametrize(
    "error", [urllib.error.URLError("no route"), TimeoutError(), ConnectionResetError(), OSError("proxy")]
)
def test_where_nobody_answers_nothing_passes(
    error: OSError, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def post(_: bytes) -> bytes:
        raise error

    assert 2 == audit(locked(tmp_path), lambda packages: ask_service(packages, post), {}, TODAY)
    told = capsys.readouterr().out
    assert "could not audit" in told
    assert "--db" in told


def test_a_package_that_was_not_answered_for_fails(tmp_path: Path) -> None:
    assert 2 == audit(locked(tmp_path), lambda packages: {packages[0]: ()}, {}, TODAY)
    assert 2 == audit([], lambda packages: {}, {}, TODAY)


def test_an_export_is_asked_without_a_network(tmp_path: Path) -> None:
    """In whatever case its names are; what was withdrawn, or is of another ecosystem, means nobody."""
    elsewhere = {**ADVISORY, "id": "A", "affected": [{"package": {"name": "uvloop", "ecosystem": "npm"}}]}
    withdrawn = {**ADVISORY, "id": "B", "withdrawn": "2024-01-01T00:00:00Z"}
    export = exported(tmp_path, ADVISORY, elsewhere, withdrawn)
    found = ask_export([JINJA, UVLOOP, Package("jinja2", "3.1.3")], export, TODAY)
    assert {JINJA: ["GHSA-h5c8-rqwp-cp95"], UVLOOP: [], Package("jinja2", "3.1.3"): []} == found


@pytest.mark.parametrize(
    "name", ["typing_extensions", "Typing.Extensions", "typing-extensions", "typing-_.extensions"]
)
def test_an_advisory_names_a_package_in_any_spelling(name: str, tmp_path: Path) -> None:
    package = Package("typing-extensions", "1.0")
    affected = {"package": {"name": name, "ecosystem": "PyPI"}, "versions": ["1.0"]}
    export = exported(tmp_path, {**ADVISORY, "affected": [affected]})
    assert {package: [ADVISORY["id"]]} == ask_export([package], export, TODAY)


@pytest.mark.parametrize(
    ("version", "events", "is_meant"),
    [
        ("1.0", [{"introduced": "0"}], True),
        ("1.0", [{"introduced": "1.0"}, {"fixed": "1.1"}], True),
        ("1.1", [{"introduced": "1.0"}, {"fixed": "1.1"}], False),
        ("1.10", [{"introduced": "1.2"}, {"fixed": "1.11"}], True),
        ("1.1", [{"introduced": "0"}, {"last_affected": "1.1"}], True),
        ("1.1.1", [{"introduced": "0"}, {"last_affected": "1.1"}], False),
        ("2.5", [{"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "2.0"}, {"fixed": "2.6"}], True),
        ("1.5", [{"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "2.0"}, {"fixed": "2.6"}], False),
        ("1.0rc1", [{"introduced": "0"}, {"fixed": "1.0"}], True),
    ],
)
def test_which_versions_an_advisory_means(
    version: str, events: Sequence[Mapping[str, str]], is_meant: bool
) -> None:
    entry = {"id": "X", "ranges": [{"type": "ECOSYSTEM", "events": events}]}
    assert is_meant == is_affected(Package("p", version), entry)


@pytest.mark.parametrize(
    "entry",
    [
        {"id": "X"},
        {"id": "X", "ranges": [{"type": "GIT", "events": [{"introduced": "0"}]}]},
        {"id": "X", "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "yesterday"}]}]},
    ],
)
def test_an_advisory_that_cannot_be_judged_is_not_passed_over(entry: Mapping[str, Any]) -> None:
    with pytest.raises(NotAudited):
        is_affected(Package("p", "1.0"), entry)


def test_an_export_that_is_old_empty_or_none_audits_nothing(tmp_path: Path) -> None:
    just = {**ADVISORY, "modified": "2026-11-24T00:00:00Z"}
    assert [] == ask_export([UVLOOP], exported(tmp_path, just), TODAY)[UVLOOP]
    old = {**ADVISORY, "modified": "2026-11-23T23:59:59Z"}
    (tmp_path / "none.zip").write_text("none")
    for export in (exported(tmp_path, old), tmp_path / "none.zip", tmp_path / "missing.zip"):
        with pytest.raises(NotAudited):
            ask_export([UVLOOP], export, TODAY)
    with pytest.raises(NotAudited):
        ask_export([UVLOOP], exported(tmp_path), TODAY)


@pytest.mark.parametrize(
    ("until", "status"), [(date(2026, 12, 1), 0), (date(2026, 12, 31), 0), (date(2026, 11, 30), 1)]
)
def test_a_weakness_is_accepted_for_a_time_and_for_a_reason(until: date, status: int, tmp_path: Path) -> None:
    accepted = {"GHSA-1": {"until": until, "why": "nothing of ours calls it"}}
    found = {JINJA: ["GHSA-1"], UVLOOP: []}
    assert status == audit(locked(tmp_path), lambda _: found, accepted, TODAY)


def test_what_nothing_has_any_more_is_not_accepted_on(tmp_path: Path) -> None:
    accepted = {"GHSA-1": {"until": date(2027, 1, 1), "why": "x"}}
    assert 1 == audit(locked(tmp_path), lambda packages: dict.fromkeys(packages, ()), accepted, TODAY)


def test_as_a_command_it_says_what_it_could_not_do(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "scripts/audit.py", "--db", str(tmp_path / "none.zip")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (2, True) == (ended.returncode, "could not audit" in ended.stdout)
