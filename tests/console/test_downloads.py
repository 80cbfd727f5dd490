"""Files that a command fetches: whole or as they were before, and a connection that is lost is told in sentences."""

import os
import threading
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app
from console.client import Address, ApiClient
from console.exit_codes import CommandFailed, Exit
from tests.console.breaking_api import breaking_api, response

TERMINAL = CliRunner(env={"OUTBOUND_URL": None, "OUTBOUND_API_KEY": None, "OUTBOUND_HOME": None})
REPORT = b'{"id":"imp_1","state":"staged","rows":2,"problems":[]}'
RECORDING = b'{"attempt_id":"att_1","url":"http://nowhere/api/recordings/token"}'
RECORDS = {"/api/lead-imports/imp_1": REPORT, "/api/calls/call_1/attempts/1/recording": RECORDING}
PROBLEM = b'{"detail":"This import was discarded.","code":"gone"}'
WHOLE = b"row,problem\r\n2,emergency_or_short\r\n"
BEFORE = b"what stood here before"

BROKEN = {
    "at opening": b"",
    "in mid-body": response(200, WHOLE[:14], length=len(WHOLE)),
    "in a refusal": response(409, PROBLEM[:9], length=len(PROBLEM)),
}
every_break = pytest.mark.parametrize("answer", BROKEN.values(), ids=BROKEN)


def serving(answer: bytes) -> AbstractContextManager[str]:
    """The address of an API that sends this when it is asked for a file."""
    return breaking_api(lambda path: response(200, RECORDS[path]) if path in RECORDS else answer)


def run(url: str, *words: str) -> Result:
    """What the command did."""
    return TERMINAL.invoke(app, ["--url", url, "--key", "key", *words])


def report(url: str, file: Path) -> Result:
    """`outbound leads report` into this file."""
    return run(url, "leads", "report", "imp_1", "--output", str(file))


def broken_download(answer: bytes) -> CommandFailed:
    """How a download ends whose line breaks so."""
    with (
        serving(answer) as url,
        ApiClient(Address(url, "key")) as api,
        pytest.raises(CommandFailed) as failed,
    ):
        list(api.download("/file"))
    return failed.value


@every_break
def test_a_lost_connection_is_told_and_not_thrown(answer: bytes) -> None:
    """Law 10: what happened, and how to go on."""
    failed = broken_download(answer)
    assert (Exit.UNREACHABLE, True) == (failed.exit_code, bool(failed.hint))
    assert "API at http://127.0.0.1:" in str(failed)


def test_what_broke_off_says_so() -> None:
    """It is no API that is not there."""
    failed = broken_download(BROKEN["in mid-body"])
    assert "broke off" in str(failed)
    assert "Give the same command again" in failed.hint


@every_break
@pytest.mark.parametrize("before", [None, BEFORE], ids=["a new file", "a file that is there"])
def test_a_report_that_does_not_come_whole_leaves_the_folder_as_it_was(
    tmp_path: Path, answer: bytes, before: bytes | None
) -> None:
    file = tmp_path / "problems.csv"
    if before is not None:
        file.write_bytes(before)
    with serving(answer) as url:
        result = report(url, file)
    assert (Exit.UNREACHABLE, True) == (result.exit_code, "Traceback" not in result.output)
    assert isinstance(result.exception, SystemExit)
    assert ["problems.csv"] * (before is not None) == os.listdir(tmp_path)
    assert before is None or before == file.read_bytes()


def test_a_report_that_is_refused_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "problems.csv"
    file.write_bytes(BEFORE)
    with serving(response(409, PROBLEM)) as url:
        refused = report(url, file)
    assert (Exit.REFUSED, BEFORE) == (refused.exit_code, file.read_bytes())
    assert "This import was discarded." in refused.output
    assert ["problems.csv"] == os.listdir(tmp_path)


@every_break
def test_a_recording_that_does_not_come_whole_leaves_nothing(tmp_path: Path, answer: bytes) -> None:
    with serving(answer) as url:
        result = run(url, "calls", "recording", "call_1", "--out", str(tmp_path / "first.wav"))
    assert (Exit.UNREACHABLE, []) == (result.exit_code, os.listdir(tmp_path))


def test_a_whole_report_replaces_the_file_behind_a_link_and_keeps_its_rights(tmp_path: Path) -> None:
    """As writing into it would have."""
    file, link = tmp_path / "problems.csv", tmp_path / "link.csv"
    file.write_bytes(BEFORE)
    file.chmod(0o640)
    link.symlink_to(file)
    with serving(response(200, WHOLE)) as url:
        assert 0 == report(url, link).exit_code
    assert (WHOLE, 0o640, True) == (file.read_bytes(), file.stat().st_mode & 0o777, link.is_symlink())


def test_a_new_file_has_the_rights_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "any").touch()
    with serving(response(200, WHOLE)) as url:
        assert 0 == report(url, tmp_path / "problems.csv").exit_code
    assert (tmp_path / "any").stat().st_mode == (tmp_path / "problems.csv").stat().st_mode


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """A pipe, as /dev/stdout may be one."""
    pipe, read = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with serving(response(200, WHOLE)) as url:
        assert 0 == report(url, pipe).exit_code
    reader.join()
    assert ([WHOLE], True) == (read, pipe.is_fifo())


@pytest.mark.parametrize("place", ["missing/problems.csv", "."], ids=["in no folder", "a folder"])
def test_a_file_that_cannot_be_written_is_told_with_how_to_mend_it(tmp_path: Path, place: str) -> None:
    with serving(response(200, WHOLE)) as url:
        result = report(url, tmp_path / place)
    assert (Exit.USAGE, []) == (result.exit_code, os.listdir(tmp_path))
    assert "Name another file" in " ".join(result.output.split())
