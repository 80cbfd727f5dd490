"""What is written to the log, and what never is."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from startup.logs import configure_logs


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    """The other tests' logs are left as they were."""
    configured, root = structlog.get_config(), logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    structlog.configure(**configured)
    root.handlers, root.level = handlers, level


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """What was written, an event on each line."""
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(("level", "written"), [("INFO", ["said", "failed"]), ("ERROR", ["failed"])])
def test_events_below_the_level_are_not_written(
    level: str, written: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logs(level)
    log = structlog.get_logger("of its own")
    log.debug("whispered")
    log.info("said")
    log.error("failed")
    assert written == [line["event"] for line in lines(capsys)]


def test_a_servers_exception_is_told_by_its_kind_and_not_its_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    sent = "+14155559999"
    configure_logs("INFO")
    try:
        raise ValueError(sent)
    except ValueError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application\n")
    [line] = lines(capsys)
    assert "Exception in ASGI application: ValueError" == line["event"]
    assert sent not in str(line)


def test_a_line_says_when_how_bad_and_of_which_call(capsys: pytest.CaptureFixture[str]) -> None:
    """In UTC; what is bound once per task stands in each line, and an exception with its trace."""
    configure_logs("info")
    log = structlog.get_logger("of its own")
    with structlog.contextvars.bound_contextvars(attempt_id="call_1-1"):
        try:
            raise ValueError("wrong")
        except ValueError:
            log.exception("failed", code=7)
    [line] = lines(capsys)
    told: list[object] = [line[name] for name in ("event", "level", "attempt_id", "code")]
    assert ["failed", "error", "call_1-1", 7] == told
    assert line["timestamp"].endswith("Z")
    assert "ValueError: wrong" in line["exception"]


@pytest.mark.parametrize(("level", "written"), [("DEBUG", ["amiss", "broken"]), ("ERROR", ["broken"])])
def test_libraries_write_the_same_lines_and_only_what_is_amiss(
    level: str, written: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logs(level)
    library = logging.getLogger("some.library")
    library.info("chatter")
    library.warning("amiss")
    library.error("broken")
    assert written == [line["event"] for line in lines(capsys)]


def test_warnings_of_the_interpreter_are_lines_too(monkeypatch: pytest.MonkeyPatch) -> None:
    captured: list[bool] = []
    monkeypatch.setattr(logging, "captureWarnings", captured.append)
    configure_logs("INFO")
    assert [True] == captured
