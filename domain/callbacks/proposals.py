"""What the call's language model takes a wish to be called again to mean, held against the grammar's answer.

The model alone is never unsure, so it settles nothing: where it differs from the grammar, the person is asked.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from domain.callbacks.answers import Answer, Ask, Moment, Unclear
from domain.calling_hours import zone_info

_DIFFER = "The language model understood another moment."


def compared(answer: Answer, proposal: str, zones: Iterable[str]) -> Answer:
    """The grammar's answer, or a question where the proposal keeps what was said in none of the person's time zones.

    proposal: ISO date and time on the person's clock, or a date alone; what is none is no opinion.
    """
    if not isinstance(answer, Moment):
        return answer
    try:
        wall = datetime.fromisoformat(proposal.strip()).replace(tzinfo=None)
    except ValueError:
        return answer
    clocks = [clock for zone in zones if (clock := zone_info(zone)) is not None]
    is_date = len(proposal.strip()) <= len("2026-11-24")
    days = {answer.at.astimezone(clock).date() for clock in clocks}
    meant = [wall.replace(tzinfo=clock).astimezone(UTC) for clock in clocks]
    if is_date and wall.date() in days:
        return answer
    if not is_date and any(answer.earliest <= one <= answer.latest for one in meant):
        return answer
    return Ask(Unclear.TIME if wall.date() in days else Unclear.DAY, answer.phrase, _DIFFER)
