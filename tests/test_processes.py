"""What pytest is told of tests that other processes run is what happened to them."""

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).parents[1]
FILES = {
    "conftest.py": """
        import os
        import pytest

        @pytest.fixture(scope="session", autouse=True)
        def opened(pytestconfig):
            yield
            with (pytestconfig.rootpath / "closed").open("a") as file:
                file.write(f"{os.getpid()}\\n")

        @pytest.fixture(autouse=True)
        def noted(request, pytestconfig):
            with (pytestconfig.rootpath / "ran").open("a") as file:
                file.write(f"{request.node.nodeid} {os.getpid()}\\n")
        """,
    "test_dies.py": """
        import os
        import pytest

        def test_before():
            pass

        def test_dies():
            os._exit(7)

        @pytest.mark.parametrize("times", [1, 2])
        def test_after(times):
            pass
        """,
    "test_fails.py": """
        import warnings

        def test_warns():
            warnings.warn("mind the gap", UserWarning)

        def test_fails(tmp_path):
            print("said before")
            assert 6 * 7 == 41, "the answer"
        """,
    "test_small.py": "def test_small(): pass",
    "test_third.py": "def test_third(): pass",
}
TESTS = [
    "test_dies.py::test_after[1]",
    "test_dies.py::test_after[2]",
    "test_dies.py::test_before",
    "test_dies.py::test_dies",
    "test_fails.py::test_fails",
    "test_fails.py::test_warns",
    "test_small.py::test_small",
    "test_third.py::test_third",
]


def pytest_of(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """What pytest answers on these files."""
    for name, content in FILES.items():
        (folder / name).write_text(dedent(content), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.processes",
        "-p",
        "no:xdist",
        "-p",
        "no:cacheprovider",
    ]
    bare = [
        "-o",
        "asyncio_default_fixture_loop_scope=session",
        "--rootdir",
        str(folder),
        "-c",
        "/dev/null",
        "--basetemp",
        str(folder / "temporary"),
    ]
    return subprocess.run(
        [*command, *bare, *options, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def ran(folder: Path) -> dict[str, str]:
    """Which process ran each test; none ran twice."""
    told = [line.split() for line in (folder / "ran").read_text().splitlines()]
    assert len(told) == len({test for test, _ in told})
    return dict(told)


def test_each_test_runs_once_and_is_told_of_though_a_process_dies(tmp_path: Path) -> None:
    answer = pytest_of(tmp_path, "-n", "2")
    assert (1, "") == (answer.returncode, answer.stderr), answer.stdout
    for told in (
        "2 failed, 6 passed, 1 warning",
        "the process of this test ended with exit code 7",
        "AssertionError: the answer",
        "said before",
        "mind the gap",
        "test_small.py . ",
    ):
        assert told in answer.stdout, answer.stdout
    processes = ran(tmp_path)
    assert TESTS == sorted(processes)
    of_failing = {process for test, process in processes.items() if test.startswith("test_fails")}
    of_dying = {process for test, process in processes.items() if test.startswith("test_dies")}
    assert (1, 2) == (len(of_failing), len(of_dying))
    died = processes["test_dies.py::test_dies"]
    assert {*processes.values()} - {died} == {*(tmp_path / "closed").read_text().split()}


def test_the_first_failure_ends_the_run_where_that_is_wished(tmp_path: Path) -> None:
    answer = pytest_of(tmp_path, "-n", "2", "-x")
    assert 1 == answer.returncode, answer.stdout
    assert "stopping after 1 failures" in answer.stdout
    processes = ran(tmp_path)
    died = processes.get("test_dies.py::test_dies")
    assert {*processes.values()} - {died} <= {*(tmp_path / "closed").read_text().split()}


@pytest.mark.parametrize("options", [("-n", "0"), ()])
def test_without_processes_pytest_runs_them_itself(tmp_path: Path, options: tuple[str, ...]) -> None:
    answer = pytest_of(tmp_path, *options, "-k", "not dies")
    assert "1 failed, 3 passed, 4 deselected, 1 warning" in answer.stdout
    assert 1 == len({*ran(tmp_path).values()})
