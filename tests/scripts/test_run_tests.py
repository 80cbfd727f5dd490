"""What a test that fails means for the run: asked once more by itself, told if it then passes, and never excused in numbers."""

import json
import subprocess
from pathlib import Path

import pytest

from scripts import run_tests

FIRST = ("-m", "not end_to_end")
SECOND = ("-m", "end_to_end", "-n", "2")


class Runs:
    """Stands for pytest: what each run of it answers, and which tests failed in it."""

    def __init__(self, folder: Path, *answers: tuple[int, list[str]]) -> None:
        self._folder, self._answers, self.asked = folder, list(answers), list[list[str]]()

    def __call__(self, command: list[str], *, cwd: Path) -> "subprocess.CompletedProcess[bytes]":
        self.asked.append(command[3:])
        code, failed = self._answers.pop(0)
        (self._folder / "lastfailed").write_text(json.dumps(dict.fromkeys(failed, True)))
        return subprocess.CompletedProcess(command, code)


def ran(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *answers: tuple[int, list[str]],
    paths: tuple[str, ...] = (),
) -> tuple[int, Runs]:
    """The exit code of a run, and what was asked of pytest."""
    runs = Runs(folder, *answers)
    monkeypatch.setattr(subprocess, "run", runs)
    monkeypatch.setattr(run_tests, "_LAST_FAILED", folder / "lastfailed")
    monkeypatch.setattr(run_tests, "ROOT", folder)
    return run_tests.run(paths), runs


def test_what_passes_is_not_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, runs = ran(tmp_path, monkeypatch, (0, []), (0, []))
    assert (0, [[*FIRST], [*SECOND]]) == (code, runs.asked)
    summary = json.loads((tmp_path / ".outbound" / "test-summary.json").read_text())
    assert [] == summary["unsteady"]


def test_a_race_is_told_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, runs = ran(tmp_path, monkeypatch, (1, ["tests/a.py::test_b"]), (0, []), (0, []))
    assert (0, [[*FIRST], ["-n", "0", "tests/a.py::test_b"], [*SECOND]]) == (code, runs.asked)
    assert "UNSTEADY" in capsys.readouterr().out
    summary = json.loads((tmp_path / ".outbound" / "test-summary.json").read_text())
    assert ["tests/a.py::test_b"] == summary["unsteady"]


def test_a_part_in_which_pytest_broke_down_is_run_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, runs = ran(tmp_path, monkeypatch, (3, ["a"]), (0, []), (0, []))
    assert (0, [[*FIRST], [*FIRST], [*SECOND]]) == (code, runs.asked)
    assert "UNSTEADY" in capsys.readouterr().out


@pytest.mark.parametrize(
    "answers",
    [
        [(3, []), (3, [])],
        [(1, ["a"]), (1, ["a"])],
        [(1, ["a", "b", "c", "d"])],
        [(2, ["a"])],
        [(0, []), (1, ["a"]), (1, ["a"])],
    ],
    ids=["breaks down again", "fails again", "many at once", "broken off", "of the whole system, again"],
)
def test_what_is_no_chance_fails_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: list[tuple[int, list[str]]]
) -> None:
    code, runs = ran(tmp_path, monkeypatch, *answers)
    assert (answers[-1][0], len(answers)) == (code, len(runs.asked))
    assert not (tmp_path / ".outbound").exists()


def test_a_part_without_tests_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, runs = ran(tmp_path, monkeypatch, (0, []), (5, []), paths=("tests/domain",))
    assert (0, [*FIRST, "tests/domain"]) == (code, runs.asked[0])
    assert not (tmp_path / ".outbound").exists()
