"""What a test that fails means for the run: asked once more by itself, told if it then passes, and never excused in numbers."""

import json
import subprocess
from pathlib import Path
from typing import IO

import pytest

from scripts import run_tests

SERVERS, RULES, LIVE, WHOLE, WORDS = "servers", "rules", "live_calls", "whole_system", "words"
AGAIN, SOME = "again", "some"
Answer = tuple[int, list[str]]


class Runs:
    """Stands for pytest: what each run of a share answers, one after the other, and which tests failed in it."""

    def __init__(self, folder: Path, answers: dict[str, list[Answer]]) -> None:
        self._folder, self._answers = folder, {share: list(given) for share, given in answers.items()}
        self.asked: list[tuple[str, list[str]]] = []
        self.environments: list[dict[str, str]] = []

    def __call__(
        self,
        command: list[str],
        *,
        cwd: Path,
        env: dict[str, str],
        stdout: IO[bytes] | None,
        stderr: int | None,
    ) -> "Runs.Process":
        cache = self._folder / next(word for word in command if word.startswith("cache_dir=")).removeprefix(
            "cache_dir="
        )
        self.environments.append(env)
        self.asked.append((cache.name, command[command.index("--cache-clear") + 1 :]))
        code, failed = (self._answers.get(cache.name) or [(0, [])]).pop(0)
        (cache / "v" / "cache").mkdir(parents=True, exist_ok=True)
        (cache / "v" / "cache" / "lastfailed").write_text(json.dumps(dict.fromkeys(failed, True)))
        if stdout is not None:
            stdout.write(f"{cache.name} passed".encode())
        return self.Process(code)

    class Process:
        """One that has ended."""

        def __init__(self, code: int) -> None:
            self.code = code

        def wait(self) -> int:
            """Its exit code."""
            return self.code


def ran(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    answers: dict[str, list[Answer]],
    paths: tuple[str, ...] = (),
) -> tuple[int, list[str], Runs]:
    """The exit code of a run, which shares were run, and what was asked of pytest."""
    runs = Runs(folder, answers)
    monkeypatch.setattr(subprocess, "Popen", runs)
    monkeypatch.setattr(run_tests, "ROOT", folder)
    code = run_tests.run(paths)
    return code, [share for share, _ in runs.asked], runs


def rooms() -> list[Path]:
    """The folders of tests, as the project's root sees them."""
    root = Path(__file__).parents[2]
    return [room.relative_to(root) for room in (root / "tests").iterdir() if room.is_dir()]


def rooms_of_the_whole_system() -> set[str]:
    """Those in which a file or a conftest.py marks tests as such."""
    root = Path(__file__).parents[2]
    mark = "pytest.mark." + "end_to_end"
    return {
        str(room) for room in rooms() if any(mark in file.read_text() for file in (root / room).rglob("*.py"))
    }


def test_compiled_files_are_kept_whatever_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere")
    _, _, runs = ran(tmp_path, monkeypatch, {})
    assert [(None, "postgresql://somewhere")] * 5 == [
        (environment.get("PYTHONDONTWRITEBYTECODE"), environment.get("DATABASE_URL"))
        for environment in runs.environments
    ]


def summary_of(folder: Path) -> dict[str, object]:
    """What the run left for the benchmarks."""
    summary: dict[str, object] = json.loads((folder / ".outbound" / "test-summary.json").read_text())
    return summary


def test_every_test_is_run_once_and_what_passes_is_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, shares, runs = ran(tmp_path, monkeypatch, {})
    assert (0, [SERVERS, RULES, LIVE, WHOLE, WORDS]) == (code, shares)
    options = dict(runs.asked)
    beside = [option for share in (RULES, LIVE, WORDS) for option in options[share][2:]]
    elsewhere = {*beside} & {str(room) for room in rooms()}
    assert {"tests/domain", "tests/media", "tests/words"} < elsewhere
    assert elsewhere == {
        option.removeprefix("--ignore=") for option in options[SERVERS] if option.startswith("--ignore=")
    }
    assert all(options[share][:2] == ["-m", "not end_to_end"] for share in (SERVERS, RULES, LIVE, WORDS))
    assert ["-m", "end_to_end"] == options[WHOLE][:2]
    assert set(options[WHOLE]) & {str(room) for room in rooms()} == rooms_of_the_whole_system()
    assert "live_calls passed" in capsys.readouterr().out
    assert [] == summary_of(tmp_path)["unsteady"]


@pytest.mark.parametrize("share", [SERVERS, RULES, LIVE, WHOLE, WORDS])
def test_a_race_is_told_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], share: str
) -> None:
    code, shares, runs = ran(tmp_path, monkeypatch, {share: [(1, ["tests/a.py::test_b"])]})
    assert (0, 6) == (code, len(shares))
    assert (AGAIN, ["-n", "0", "tests/a.py::test_b"]) in runs.asked
    assert "UNSTEADY" in capsys.readouterr().out
    assert ["tests/a.py::test_b"] == summary_of(tmp_path)["unsteady"]


def test_a_share_in_which_pytest_broke_down_is_run_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, shares, _ = ran(tmp_path, monkeypatch, {LIVE: [(3, ["a"]), (0, [])]})
    assert (0, [SERVERS, RULES, LIVE, LIVE, WHOLE, WORDS]) == (code, shares)
    assert "UNSTEADY" in capsys.readouterr().out


@pytest.mark.parametrize(
    "answers, code, runs",
    [
        ({SERVERS: [(3, []), (3, [])]}, 3, 4),
        ({RULES: [(1, ["a"])], AGAIN: [(1, ["a"])]}, 1, 4),
        ({SERVERS: [(1, ["a", "b"])], LIVE: [(1, ["c", "d"])]}, 1, 3),
        ({LIVE: [(2, ["a"])]}, 2, 3),
        ({LIVE: [(1, [])]}, 1, 3),
        ({WHOLE: [(1, ["a"])], AGAIN: [(1, ["a"])]}, 1, 6),
    ],
    ids=[
        "breaks down again",
        "fails again",
        "many at once",
        "broken off",
        "nobody knows which",
        "of the whole system, again",
    ],
)
def test_what_is_no_chance_fails_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: dict[str, list[Answer]], code: int, runs: int
) -> None:
    told, shares, _ = ran(tmp_path, monkeypatch, answers)
    assert (code, runs) == (told, len(shares))
    assert not (tmp_path / ".outbound").exists()


def test_a_part_without_tests_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, shares, runs = ran(tmp_path, monkeypatch, {WHOLE: [(5, [])]}, paths=("tests/domain",))
    assert (0, [SOME, WHOLE]) == (code, shares)
    assert ["-m", "not end_to_end", "tests/domain"] == runs.asked[0][1]
    assert not (tmp_path / ".outbound").exists()
