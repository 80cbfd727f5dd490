"""Logs as JSON lines on standard output, one event on each, all of one shape, whoever writes it:

    {"timestamp": "2026-11-01T14:30:15.000Z", "level": "INFO", "service": "worker", "callLogId": "call_01k8…",
     "event": "call.placed", "metadata": {"attemptId": "call_01k8…-1", "carrierCallId": "CA…"}}

timestamp: UTC. level: ERROR is a failure that somebody has to look at, WARN is unusual and was dealt with, INFO is a key
event, DEBUG is for developers (production refuses it). callLogId: null where no call is concerned. event: of ours,
"what.happened"; a library's is "library.told", with its name and text. metadata: the event's own keys, in camel case.

Law 8: of an exception its kind and place are told and never its words, which may quote what was sent; of a library's line
the text that stands in its source; and no telephone number or e-mail address leaves in clear, whoever wrote it.
"""

import json
import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterator, Mapping, MutableMapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal

import structlog

from domain.phone_numbers import masked

Service = Literal["api", "media", "worker", "codec", "migrate"]
"""Which of our processes wrote the line."""

_LEVELS: Final = {
    "debug": "DEBUG",
    "info": "INFO",
    "warn": "WARN",
    "warning": "WARN",
    "error": "ERROR",
    "exception": "ERROR",
    "critical": "ERROR",
}
_OURS: Final = re.compile(r"([a-z]+(?:_[a-z]+)*\.[a-z]+(?:_[a-z]+)*)(?: \(.*\))?", re.DOTALL)
_NUMBER: Final = re.compile(r"\+[1-9]\d{7,14}(?!\d)")
_ADDRESS: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ROOT: Final = f"{Path(__file__).resolve().parent.parent}/"
_MOST_FRAMES: Final = 5
_OF_WORKFLOWS: Final = ("workflow_id", "workflow_type", "attempt")


def configure_logs(level: str, service: Service) -> None:
    """Write events of this level and above; of libraries, and of what ends the process, only what is amiss."""
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            _Shape(service),
            _written,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.WriteLoggerFactory(sys.stdout),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_LibraryLines(service))
    logging.captureWarnings(True)
    logging.basicConfig(level=max(number, logging.WARNING), handlers=[handler], force=True)
    sys.excepthook = _tell_of_the_end
    threading.excepthook = lambda args: _tell_of_the_end(args.exc_type, args.exc_value, args.exc_traceback)


def _tell_of_the_end(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    """What nobody caught ends as a line like all others."""
    if issubclass(kind, Exception):
        structlog.get_logger().error("process.broke", exc_info=error or kind())
    else:
        sys.__excepthook__(kind, error or kind(), trace)


class _Shape:
    """Brings an event into the shape of a line."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def __call__(
        self, logger: object, method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        what, level = str(event.pop("event")), event.pop("level")
        error = _error_of(event.pop("exc_info", None))
        return self.line(datetime.now(UTC), level, what, {**_told(error), **event})

    def line(self, at: datetime, level: str, what: str, keys: Mapping[str, Any]) -> dict[str, Any]:
        """The line of an event with these keys."""
        own = {name: value for name, value in keys.items() if name != "call_id"}
        return {
            "timestamp": f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03}Z",
            "level": _LEVELS[level],
            "service": self._service,
            "callLogId": _call_of(keys),
            "event": what,
            "metadata": {_in_camel_case(name): _without_people(value) for name, value in own.items()},
        }


class _LibraryLines(logging.Formatter):
    """Lines of libraries, and of workflows, which write by the library's own logger."""

    def __init__(self, service: Service) -> None:
        super().__init__()
        self._shape = _Shape(service)

    def format(self, record: logging.LogRecord) -> str:
        text = str(record.msg).partition("\n")[0]  # as it stands in the source: its arguments may be anything
        ours = _OURS.fullmatch(text) if record.name.startswith("temporalio.") else None
        known = getattr(record, "temporal_workflow", None) or getattr(record, "temporal_activity", None) or {}
        keys = {name: known[name] for name in _OF_WORKFLOWS if name in known}
        if hasattr(record, "call_id"):
            keys["call_id"] = record.call_id
        if ours is None:
            keys |= {"logger": record.name, "text": text.partition(" ({")[0]}
        error = record.exc_info[1] if record.exc_info else None
        at, level = datetime.fromtimestamp(record.created, UTC), logging.getLevelName(record.levelno).lower()
        what = "library.told" if ours is None else ours[1]
        context = structlog.contextvars.get_contextvars()
        return _written(None, "", self._shape.line(at, level, what, {**context, **_told(error), **keys}))


def _written(logger: object, method: str, line: MutableMapping[str, Any]) -> str:
    return json.dumps(line, ensure_ascii=False, default=str)


def _call_of(keys: Mapping[str, Any]) -> str | None:
    """The call's id; an attempt's begins with it (domain.identifiers.attempt_id)."""
    call = keys.get("call_id") or str(keys.get("attempt_id") or "").rpartition("-")[0]
    return str(call) if call else None


def _error_of(given: object) -> BaseException | None:
    """What structlog was given to tell of: True for the exception that is handled just now."""
    if isinstance(given, BaseException):
        return given
    found = given if isinstance(given, tuple) else sys.exc_info() if given else (None, None, None)
    return found[1] if isinstance(found[1], BaseException) else None


def _told(error: BaseException | None) -> dict[str, Any]:
    """Kinds of an exception and of what led to it, and where it came from: our own last lines on the way to it."""
    if error is None:
        return {}
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "site-packages" not in frame.filename] or list(frames)
    where = [f"{frame.filename.removeprefix(_ROOT)}:{frame.lineno} {frame.name}" for frame in ours]
    return {"error": " < ".join(_kinds(error)), "where": where[-_MOST_FRAMES:]}


def _kinds(error: BaseException) -> Iterator[str]:
    """The names of its class, of what it was raised from, and so on; a group's members in brackets."""
    seen: set[int] = set()
    led: BaseException | None = error
    while led is not None and id(led) not in seen:
        seen.add(id(led))
        name = type(led).__name__
        if isinstance(led, BaseExceptionGroup):
            name += f"({', '.join(' < '.join(_kinds(each)) for each in led.exceptions)})"
        yield name
        led = led.__cause__ or (None if led.__suppress_context__ else led.__context__)


def _without_people(value: Any) -> Any:
    """The value with numbers masked and e-mail addresses left out, wherever within it they stand."""
    if isinstance(value, str):
        return _ADDRESS.sub("***@***", _NUMBER.sub(lambda found: masked(found[0]), value))
    if isinstance(value, bool | int | float) or value is None:
        return value
    if isinstance(value, Mapping):
        return {str(name): _without_people(each) for name, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_without_people(each) for each in value]
    return _without_people(str(value))


def _in_camel_case(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))
