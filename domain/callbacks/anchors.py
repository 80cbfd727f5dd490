"""When a mere number is an hour: by what stands around it."""

from collections.abc import Sequence
from typing import Final

from domain.callbacks.day_names import day_at
from domain.callbacks.items import Item, Span, Time
from domain.callbacks.lexicon.shape import Kind
from domain.callbacks.tokens import Token

BOUNDS: Final = (Kind.AFTER, Kind.FROM, Kind.BEFORE, Kind.BY, Kind.UNTIL, Kind.BETWEEN)
"""Words that limit the time behind them."""
_ANCHORS: Final = (Kind.AT, Kind.ABOUT, Kind.CORRECT, Kind.WISH, Kind.END_OF_EVENT, *BOUNDS)


def is_anchored(
    tokens: Sequence[Token], place: int, items: Sequence[Item], *, joined: bool, refusing: bool
) -> bool:
    """Whether what stands around a mere number makes it an hour."""
    before = place - 1
    while before >= 0 and tokens[before].has(Kind.THE) and not tokens[before].has(Kind.AT, Kind.ABOUT):
        before -= 1
    if before >= 0 and all(
        token.has(Kind.STOP, Kind.NOT, Kind.EXCEPT, Kind.BUT, Kind.SO) for token in tokens[: before + 1]
    ):
        before = -1
    if before < 0 and _is_all(tokens, place):
        return True
    if before >= 0 and tokens[before].has(*_ANCHORS):
        return not _counts_something(tokens, place + 1)
    if joined and items and isinstance(items[-1].said, Time):
        return True
    if before >= 0 and tokens[before].has(Kind.NOT) and any(isinstance(item.said, Time) for item in items):
        return True
    if before >= 0 and tokens[before].has(Kind.AND) and refusing:
        return True
    return is_beside_a_day(tokens, items, before, place + 1)


def is_beside_a_day(tokens: Sequence[Token], items: Sequence[Item], before: int, after: int) -> bool:
    """Whether a day or a part of the day stands right before or behind."""
    if items and items[-1].end == before + 1 and not isinstance(items[-1].said, Span):
        return not _counts_something(tokens, after)
    while after < len(tokens) and tokens[after].has(Kind.THE):
        after += 1
    return day_at(tokens, after) is not None or (
        after < len(tokens) and tokens[after].has(Kind.PART, Kind.TODAYS_PART)
    )


def _counts_something(tokens: Sequence[Token], after: int) -> bool:
    """Whether a noun follows that the number counts: "Monday two people"; what merely goes on is none."""
    return (
        after < len(tokens)
        and tokens[after].has(Kind.UNIT, Kind.MORE_HALF)
        and not tokens[after].has(Kind.OCLOCK)
    )


def _is_all(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number is all that is said: "five", "maybe five or six"."""
    rest = tokens[place + 1 :]
    return not any(token.has(Kind.WORD, Kind.UNIT) for token in rest)
