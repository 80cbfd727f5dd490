"""The shape that each line of each process's log must have (requirement 187); tests hold lines to it."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

KEYS: Final = ["timestamp", "level", "service", "callLogId", "event", "metadata"]
SERVICES: Final = frozenset({"api", "codec", "media", "migrate", "worker"})
_LEVELS: Final = frozenset({"ERROR", "WARN", "INFO"})
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_EVENT: Final = re.compile(r"[a-z]+(?:_[a-z]+)*\.[a-z]+(?:_[a-z]+)*")
_KEY: Final = re.compile(r"[a-z][a-zA-Z0-9]*")
_CALL: Final = re.compile(r"call_[0-9a-z]{26}")
# A telephone number or an e-mail address that stands by itself; ids, hashes and times have letters around their digits.
_PERSONAL: Final = re.compile(r"(?<![\w.:-])\+?\d{10,15}(?![\w.:-])|[\w.+-]+@[\w-]+\.\w+")


def flaws(text: str) -> list[str]:
    """What is wrong with this line; nothing, if it has the shape."""
    try:
        line = json.loads(text)
    except ValueError:
        return [f"no JSON: {text[:200]}"]
    return [f"{flaw}: {text[:300]}" for flaw in _flaws(line, text)]


def _flaws(line: Any, text: str) -> Iterator[str]:
    if not isinstance(line, dict) or list(line) != KEYS:
        yield "other keys"
        return
    if not _TIME.fullmatch(line["timestamp"]) or datetime.fromisoformat(line["timestamp"]).year < 2026:
        yield "no moment in UTC with milliseconds"
    if line["level"] not in _LEVELS:
        yield "no level"
    if line["service"] not in SERVICES:
        yield "no service"
    if line["callLogId"] is not None and not _CALL.fullmatch(line["callLogId"]):
        yield "no call's id"
    if not _EVENT.fullmatch(line["event"]):
        yield "no event"
    if not isinstance(line["metadata"], dict) or not all(map(_KEY.fullmatch, line["metadata"])):
        yield "no metadata in camel case"
    if _PERSONAL.search(text):
        yield "a number or an address"
