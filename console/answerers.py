"""Who answered a call, in a line for people: the class, how sure that is, and what it rests on."""

from collections.abc import Iterable, Mapping
from typing import Any


def who_answered(conversation: Mapping[str, Any]) -> str:
    """A conversation of the API, as `voicemail (98%): phrase 3 +4.0 at 2.1 s`; signs of another class name it."""
    found = conversation["answered_by"]
    signs = ", ".join(_signs(conversation["answer_evidence"], found))
    return f"{found} ({conversation['confidence']:.0%}): {signs or 'nothing was noticed'}"


def _signs(evidence: Iterable[Mapping[str, Any]], found: str) -> Iterable[str]:
    for sign in evidence:
        other = "" if sign["answered_by"] == found else f" for {sign['answered_by']}"
        yield f"{sign['what']} +{sign['weight']:.1f}{other} at {sign['at_ms'] / 1000:.1f} s"
