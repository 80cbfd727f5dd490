"""Runs the tests in several processes side by side, all of a file in one: `pytest -n 4`. With 0 they run in pytest's own.

The processes are forked off when all tests have been found: to import the code and to find thousands of tests costs as much as hundreds
of them, and is done once, not in each process.
"""

import gc
import multiprocessing
import warnings
from collections import deque
from collections.abc import Sequence
from itertools import groupby, pairwise
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Final

import pytest
from _pytest.runner import runtestprotocol

_FORKS: Final = multiprocessing.get_context("fork")


def pytest_addoption(parser: pytest.Parser) -> None:
    """-n, a letter that pytest keeps for itself and does not use."""
    parser.getgroup("processes")._addoption(
        "-n", dest="processes", type=int, default=0, help="how many processes run the tests; 0: pytest's own"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Run the tests in other processes, if that is wished and there is more than one file."""
    options = session.config.option
    files: dict[Path, list[pytest.Item]] = {}
    for item in session.items:
        files.setdefault(item.path, []).append(item)
    count = min(options.processes, len(files))
    if count < 2 or options.collectonly or options.usepdb or session.testsfailed:
        return None
    # One folder for them all, which pytest makes where it is asked first.
    session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    gc.collect()
    gc.freeze()  # what was found stays; no process looks through it for garbage, or copies it by looking
    _Run(session, list(files.values())).run(count)
    return True


class _Run:
    """The files that wait, and the processes that run the others."""

    def __init__(self, session: pytest.Session, files: Sequence[Sequence[pytest.Item]]) -> None:
        self._session = session
        self._files = deque(files)
        self._processes: dict[Connection, _Process] = {}

    def run(self, count: int) -> None:
        """Return when all tests have run. Raises what pytest raises when the session is to stop before."""
        try:
            for _ in range(count):
                self._start()
            while self._processes:
                for connection in wait(list(self._processes)):
                    assert isinstance(connection, Connection)
                    self._hear(self._processes[connection])
                self._stop_if_told()
        finally:
            for process in self._processes.values():
                process.end()

    def _start(self) -> None:
        process = _Process(self._session, list(self._processes))
        self._processes[process.connection] = process

    def _hear(self, process: "_Process") -> None:
        hook = self._session.config.hook
        try:
            kind, told = process.connection.recv()
        except (EOFError, ConnectionResetError):
            self._ended(process)
            return
        if kind == "next":
            process.give(self._files.popleft() if self._files else ())
        elif kind == "report":
            report = hook.pytest_report_from_serializable(config=self._session.config, data=told)
            self._tell(process.reported(report))
        else:
            hook.pytest_warning_recorded.call_historic(kwargs=told)

    def _ended(self, process: "_Process") -> None:
        """If it died: the test that it ran has failed, and another process runs what was left to it."""
        del self._processes[process.connection]
        code = process.end()
        if not process.given:
            return
        died, *left = process.given
        why = f"the process of this test ended with exit code {code}"
        self._tell([*process.told, pytest.TestReport(died.nodeid, died.location, {}, "failed", why, "call")])
        self._files.extendleft([list(items) for _, items in groupby(left, key=lambda item: item.path)])
        self._start()

    def _tell(self, reports: Sequence[pytest.TestReport]) -> None:
        """Tell these as pytest tells its own."""
        hook = self._session.config.hook
        for nodeid, of_test in groupby(reports, key=lambda report: report.nodeid):
            told = list(of_test)
            hook.pytest_runtest_logstart(nodeid=nodeid, location=told[0].location)
            for report in told:
                hook.pytest_runtest_logreport(report=report)
            hook.pytest_runtest_logfinish(nodeid=nodeid, location=told[0].location)

    def _stop_if_told(self) -> None:
        if self._session.shouldfail:
            raise self._session.Failed(self._session.shouldfail)
        if self._session.shouldstop:
            raise self._session.Interrupted(self._session.shouldstop)


class _Process:
    """One that runs the files that it is given; what it tells of a file is kept until the file is through, and read together."""

    def __init__(self, session: pytest.Session, others: Sequence[Connection]) -> None:
        """others: those that it shall not hold open beside us."""
        self.connection, theirs = _FORKS.Pipe()
        self.given: deque[pytest.Item] = deque()
        self.told: list[pytest.TestReport] = []
        self._places = {item: place for place, item in enumerate(session.items)}
        self._process = _FORKS.Process(target=_serve, args=(session, theirs, [*others, self.connection]))
        self._process.start()
        theirs.close()

    def give(self, file: Sequence[pytest.Item]) -> None:
        """Hand it one more file; none of its tests means the end."""
        self.given.extend(file)
        self.connection.send([self._places[item] for item in file])

    def reported(self, report: pytest.TestReport) -> list[pytest.TestReport]:
        """All that it told of a file if the file is through, else nothing yet."""
        self.told.append(report)
        if report.when != "teardown":
            return []
        done = self.given.popleft()
        if self.given and self.given[0].path == done.path:
            return []
        told, self.told = self.told, []
        return told

    def end(self) -> int | None:
        """Its exit code, once it has ended what its tests had open; it does so when it finds nobody to tell."""
        self.connection.close()
        self._process.join()
        return self._process.exitcode


def _serve(session: pytest.Session, connection: Connection, foreign: Sequence[Connection]) -> None:
    """In a process of its own: run the files that come through the connection until one comes without tests."""
    for other in foreign:  # or nobody would be found to have gone
        other.close()
    plugins = session.config.pluginmanager
    capturing: Any = plugins.getplugin("capturemanager")
    capturing.stop_global_capturing()  # what it captures is its own
    capturing.start_global_capturing()
    telling = _Telling(session, connection)
    plugins.register(telling)
    telling.is_on = True
    try:
        file = _next_file(session, connection)
        while file:
            for item, next_item in pairwise(file):
                _run(item, next_item)
            following = _next_file(session, connection)
            _run(file[-1], following[0] if following else None)
            file = following
    except (BrokenPipeError, EOFError, KeyboardInterrupt):
        pass  # nobody waits for the rest
    finally:
        session._setupstate.teardown_exact(None)


def _next_file(session: pytest.Session, connection: Connection) -> list[pytest.Item]:
    connection.send(("next", None))
    return [session.items[place] for place in connection.recv()]


def _run(item: pytest.Item, next_item: pytest.Item | None) -> None:
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=next_item)


class _Telling:
    """Tells what a test comes to, and what it warns of, to the process that reports it.

    Whoever comes to pytest later is given all earlier warnings, which are told already: it is put on after that.
    """

    is_on = False

    def __init__(self, session: pytest.Session, connection: Connection) -> None:
        self._hook, self._config, self._connection = session.config.hook, session.config, connection

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool:
        """In the place of pytest's own, which reports."""
        for report in runtestprotocol(item, log=False, nextitem=nextitem):
            data = self._hook.pytest_report_to_serializable(config=self._config, report=report)
            self._connection.send(("report", data))
        return True

    def pytest_warning_recorded(
        self,
        warning_message: warnings.WarningMessage,
        when: str,
        nodeid: str,
        location: tuple[str, int, str] | None,
    ) -> None:
        """Its words, since a warning may hold what cannot be sent."""
        if not self.is_on:
            return
        told = warnings.WarningMessage(
            message=str(warning_message.message),
            category=warning_message.category,
            filename=warning_message.filename,
            lineno=warning_message.lineno,
        )
        self._connection.send(
            ("warning", {"warning_message": told, "when": when, "nodeid": nodeid, "location": location})
        )
