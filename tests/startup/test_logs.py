"""What is written to the log, in which shape, and what never is; requirements 157, 186 and 187."""

import json
import logging
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from startup.logs import configure_logs
from tests.log_lines import KEYS, flaws

ROOT = Path(__file__).resolve().parent.parent.parent
CALL = "call_01k8zq5t3v6m9x2c4b7n0s1d8f"
NUMBER = "+14155550123"


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    """The other tests' logs are left as they were."""
    configured, root = structlog.get_config(), logging.getLogger()
    handlers, level, hooks = list(root.handlers), root.level, (sys.excepthook, threading.excepthook)
    yield
    structlog.configure(**configured)
    root.handlers, root.level = handlers, level
    sys.excepthook, threading.excepthook = hooks
    logging.captureWarnings(False)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What was written, an event on each line, each of the one shape."""
    written = capsys.readouterr().out.splitlines()
    assert [] == [flaw for line in written for flaw in flaws(line)]
    return [json.loads(line) for line in written]


@pytest.mark.parametrize(
    ("level", "written"), [("INFO", ["was.said", "has.failed"]), ("ERROR", ["has.failed"])]
)
def test_events_below_the_level_are_not_written(
    level: str, written: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logs(level, "api")
    log = structlog.get_logger("of its own")
    log.debug("was.whispered")
    log.info("was.said")
    log.error("has.failed")
    assert written == [line["event"] for line in lines(capsys)]


def test_a_line_is_as_the_sample(capsys: pytest.CaptureFixture[str]) -> None:
    """Its keys and their order are the first document's own; what is told beside them stands in metadata, in camel case."""
    configure_logs("info", "worker")
    structlog.get_logger("a").info("call.placed", call_id=CALL, agent_id="agent_1", phone_number=NUMBER)
    [line] = lines(capsys)
    assert KEYS == list(line)
    assert ["INFO", "worker", CALL, "call.placed"] == [
        line[name] for name in ("level", "service", "callLogId", "event")
    ]
    assert {"agentId": "agent_1", "phoneNumber": "+1***0123"} == line["metadata"]


@pytest.mark.parametrize(
    ("method", "level"),
    [
        ("info", "INFO"),
        ("warning", "WARN"),
        ("error", "ERROR"),
        ("exception", "ERROR"),
        ("critical", "ERROR"),
    ],
)
def test_levels_are_named_as_in_the_sample(
    method: str, level: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logs("INFO", "media")
    getattr(structlog.get_logger("b"), method)("a.line")
    getattr(logging.getLogger("temporalio.workflow"), method)("a.line")
    assert level in {line["level"] for line in lines(capsys)}


def test_a_line_about_an_attempt_names_its_call(capsys: pytest.CaptureFixture[str]) -> None:
    """Also if it is bound to the task, so that a vendor's client need not know; and of none it says none."""
    configure_logs("INFO", "media")
    log = structlog.get_logger("c")
    log.info("a.line", attempt_id=f"{CALL}-2")
    with structlog.contextvars.bound_contextvars(attempt_id=f"{CALL}-12"):
        log.info("a.line")
        logging.getLogger("a.library").warning("of it")
    log.info("a.line", attempt_id=None)
    log.info("a.line")
    told = lines(capsys)
    assert [CALL, CALL, CALL, None, None] == [line["callLogId"] for line in told]
    assert f"{CALL}-12" == told[1]["metadata"]["attemptId"]


def fails() -> None:
    try:
        raise ValueError(f"who: {NUMBER}")
    except ValueError as error:
        raise KeyError(f"secret of ann@example.org {NUMBER[2:]}") from error


@pytest.mark.parametrize("by", ["structlog", "library"])
def test_an_exception_is_told_by_its_kind_and_place_and_not_its_words(
    by: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logs("INFO", "api")
    try:
        fails()
    except KeyError as error:
        if by == "library":
            logging.getLogger("uvicorn.error").exception("Exception in ASGI application\n%s", error)
        else:
            structlog.get_logger("d").exception("api.failed", code=7)
            structlog.get_logger("d").error("api.failed", code=7, exc_info=error)
    for line in lines(capsys):
        assert "KeyError < ValueError" == line["metadata"]["error"]
        assert [True, True] == [
            place.startswith("tests/startup/test_logs.py:") for place in line["metadata"]["where"]
        ]
        assert line["metadata"]["where"][-1].endswith(" fails")
        assert not any(word in str(line) for word in (NUMBER[2:], "ann@", "secret", "who"))


def test_each_of_a_group_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("INFO", "api")
    group = ExceptionGroup(NUMBER, [ValueError(NUMBER), OSError(NUMBER)])
    structlog.get_logger("e").error("a.group", exc_info=group)
    [line] = lines(capsys)
    assert "ExceptionGroup(ValueError, OSError)" == line["metadata"]["error"]


def test_no_number_and_no_address_leaves_in_clear(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever wrote it, wherever it stands in what was told."""
    configure_logs("INFO", "api")
    told = {
        "a": f"to {NUMBER}, ann.lee+x@mail.example.org",
        "b": [{"c": NUMBER}],
        "d": {NUMBER},
        "e": KeyError(NUMBER),
    }
    structlog.get_logger("f").warning("a.line", **told)
    logging.getLogger("a.library").warning(f"to {NUMBER}")
    logging.getLogger("a.library").warning("to %s", NUMBER)
    written = lines(capsys)
    assert "to +1***0123, ***@***" == written[0]["metadata"]["a"]
    assert "to +1***0123" == written[1]["metadata"]["text"]
    assert "to %s" == written[2]["metadata"]["text"]


@pytest.mark.parametrize(("level", "written"), [("DEBUG", ["amiss", "broken"]), ("ERROR", ["broken"])])
def test_libraries_write_the_same_lines_and_only_what_is_amiss(
    level: str, written: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logs(level, "worker")
    library = logging.getLogger("some.library")
    library.info("chatter")
    library.warning("amiss")
    library.error("broken")
    told = lines(capsys)
    assert [("library.told", "some.library", text) for text in written] == [
        (line["event"], line["metadata"]["logger"], line["metadata"]["text"]) for line in told
    ]


def test_a_workflow_writes_the_same_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """By the library's own logger, which adds to the text what we tell as metadata."""
    configure_logs("INFO", "worker")
    known = {
        "workflow_id": "call/campaign_1/lead_1",
        "workflow_type": "CallWorkflow",
        "attempt": 1,
        "namespace": "n",
    }
    extra = {"temporal_workflow": known, "call_id": CALL}
    logger = logging.getLogger("temporalio.workflow")
    logger.warning(f"crm.not_synced ({known})", extra=extra)
    logger.warning(f"Something of its own ({known})", extra=extra)
    ours, theirs = lines(capsys)
    assert ("crm.not_synced", CALL) == (ours["event"], ours["callLogId"])
    assert {"workflowId": "call/campaign_1/lead_1", "workflowType": "CallWorkflow", "attempt": 1} == ours[
        "metadata"
    ]
    assert ("library.told", "Something of its own") == (theirs["event"], theirs["metadata"]["text"])


def test_warnings_of_the_interpreter_are_lines_too(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("INFO", "codec")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn("old", DeprecationWarning, stacklevel=1)
        logging.captureWarnings(False)
    [line] = lines(capsys)
    assert "py.warnings" == line["metadata"]["logger"]


def test_a_process_that_breaks_ends_with_a_line(tmp_path: Path) -> None:
    """In the main thread and in any other."""
    program = (
        "import threading; from startup.logs import configure_logs; configure_logs('INFO', 'media')\n"
        "def breaks(): raise ValueError('+14155550123')\n"
        "t = threading.Thread(target=breaks); t.start(); t.join(); breaks()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    written = ended.stdout.splitlines()
    assert (1, "", [[], []]) == (ended.returncode, ended.stderr, [flaws(line) for line in written])
    assert ["process.broke", "process.broke"] == [json.loads(line)["event"] for line in written]
    assert "4155550123" not in ended.stdout
