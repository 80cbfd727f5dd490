"""Who answered a call, in a line for people: the class, how sure that is, and what it rests on."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

_STRONG: Final = 3.0  # alone enough, or nearly (domain/language/person_or_machine_words.py)
_IN_WORDS: Final = {"carrier": "the carrier says so", "model": "the model says so"}


def who_answered(conversation: Mapping[str, Any]) -> str:
    """A conversation of the API, as `voicemail (98%): a typical phrase (strong) at 2.1 s`; signs of another class name it."""
    found = conversation["answered_by"]
    signs = ", ".join(_signs(conversation["answer_evidence"], found))
    return f"{found} ({conversation['confidence']:.0%}): {signs or 'nothing was noticed'}"


def _signs(evidence: Iterable[Mapping[str, Any]], found: str) -> Iterable[str]:
    for sign in evidence:
        strength = "strong" if sign["weight"] >= _STRONG else "weak"
        other = "" if sign["answered_by"] == found else f" for {sign['answered_by']}"
        yield f"{_in_words(sign['what'])} ({strength}){other} at {sign['at_ms'] / 1000:.1f} s"


def _in_words(what: str) -> str:
    """Signs in somebody's words are numbered, so that none is quoted."""
    kind, _, number = what.rpartition(" ")
    return (
        f"a typical {kind}" if kind in ("phrase", "word") and number.isdigit() else _IN_WORDS.get(what, what)
    )


def disclosure(conversation: Mapping[str, Any]) -> str:
    """Whether they had been told what they must be, and by when."""
    at_ms = conversation["disclosed_at_ms"]
    return (
        "the disclosure was not heard"
        if at_ms is None
        else f"the disclosure was heard by {at_ms / 1000:.1f} s"
    )
