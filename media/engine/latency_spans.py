"""The steps by which a reply comes to be heard: stamped while they happen, and told as the delays between them. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, Literal

from domain.transcripts import Spans

Step = Literal["end_of_speech", "end_of_turn", "first_token", "first_clause", "first_audio", "first_frame"]
DELAYS: Final[Mapping[str, tuple[Step, Step]]] = {
    "end_of_turn_delay": ("end_of_speech", "end_of_turn"),
    "time_to_first_token": ("end_of_turn", "first_token"),
    "time_to_first_clause": ("first_token", "first_clause"),
    "time_to_first_audio": ("first_clause", "first_audio"),
    "time_to_first_frame": ("first_audio", "first_frame"),
    "voice_to_voice": ("end_of_speech", "first_frame"),
}
"""Each delay that is measured, in milliseconds: from which step to which."""


def stamp(spans: Spans, step: Step, now: int) -> Spans:
    """This step happened now, unless it had happened before."""
    return spans if getattr(spans, step) is not None else replace(spans, **{step: now})


def heard_from(spans: Spans, now: int, *, until: int | None, voice_until: int | None, since: int) -> Spans:
    """The reply is on the wire now. until: their turn's end was known then; since: it began then.

    A voice that ceased at another time than within that turn says nothing about it.
    """
    spoke_until = None
    if until is not None and voice_until is not None and since < voice_until <= until:
        spoke_until = voice_until
    return replace(spans, end_of_speech=spoke_until, end_of_turn=until, first_frame=now)


def delays_of(spans: Spans) -> Iterator[tuple[str, int]]:
    """Every delay of a reply that can be told; one that speculation spared counts as 0."""
    for name, (first, last) in DELAYS.items():
        began, ended = getattr(spans, first), getattr(spans, last)
        if began is not None and ended is not None:
            yield name, max(0, ended - began)
