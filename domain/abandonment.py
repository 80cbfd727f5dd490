"""Abandoned calls: a person answered, and our first word came too late. How many a campaign has, and what that means for its dials.

The limits are dated data with their sources, beside the rule packs (dialling_rules/abandonment.toml). Counted by database/abandonment.py;
slowed by activities/campaigns.py, held by contactability.py. Source: decision 0068.
"""

import math
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from domain.contact_rules import Rule
from domain.errors import InvalidInput
from domain.lead_time_zones import HoursKey, parse_hours_key
from domain.transcripts import Speaker, Transcript

FILE: Final = Path(__file__).with_name("dialling_rules") / "abandonment.toml"
# In the simulated world nobody is left waiting: its calls are counted, and never held.
_SIMULATION: Final = "simulation"


class AbandonmentStanding(StrEnum):
    """What a campaign's share means: too few calls to tell, within the limits, near them so that it slows, at them so that it holds."""

    TOO_FEW = "too_few"
    WITHIN = "within"
    SLOWED = "slowed"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class AbandonmentLimit:
    """The shares, 0 to 1, from which a campaign slows and holds, and the rule that says so."""

    slow_from: float
    most: float
    rule: Rule


@dataclass(frozen=True, slots=True)
class AbandonmentRules:
    """What is counted, and the limits by ISO country. version: "2026-12-01"."""

    version: str
    within: timedelta
    period: timedelta
    least_calls: int
    otherwise: AbandonmentLimit
    by_country: dict[str, AbandonmentLimit]

    def limit_of(self, key: HoursKey) -> AbandonmentLimit | None:
        """The limit where these people live; None in the simulated world."""
        if key.pack == _SIMULATION:
            return None
        return self.by_country.get(key.country, self.otherwise)

    def strictest(self, hours_keys: Iterable[str]) -> AbandonmentLimit | None:
        """The lowest of theirs, for what concerns all of them; None where none has any. Who has a key that cannot be read counts as
        living somewhere."""
        limits = [limit for key in hours_keys if (limit := self._limit_of_text(key)) is not None]
        return min(limits, key=lambda limit: (limit.most, limit.slow_from), default=None)

    def _limit_of_text(self, key: str) -> AbandonmentLimit | None:
        try:
            return self.limit_of(parse_hours_key(key))
        except InvalidInput:
            return self.otherwise


@dataclass(frozen=True, slots=True)
class Abandonment:
    """Calls of the period that a person answered, and those of them that were abandoned."""

    answered: int = 0
    abandoned: int = 0

    @property
    def share(self) -> float | None:
        """0 to 1; None before the first answered call."""
        return self.abandoned / self.answered if self.answered else None

    def standing(self, limit: AbandonmentLimit | None) -> AbandonmentStanding:
        """What it means under this limit; within it where there is none."""
        share = self.share
        if share is None or self.answered < abandonment_rules().least_calls:
            return AbandonmentStanding.TOO_FEW
        if limit is None or share < limit.slow_from:
            return AbandonmentStanding.WITHIN
        return AbandonmentStanding.HELD if share >= limit.most else AbandonmentStanding.SLOWED

    def slowed(self, window: int, limit: AbandonmentLimit | None) -> int:
        """How many calls may be due at once instead of window: evenly fewer from slow_from on, one just below the limit, none at it."""
        standing, share = self.standing(limit), self.share
        if (
            limit is None
            or share is None
            or standing
            not in (
                AbandonmentStanding.SLOWED,
                AbandonmentStanding.HELD,
            )
        ):
            return window
        left = (limit.most - share) / (limit.most - limit.slow_from)
        return math.ceil(window * left) if standing is AbandonmentStanding.SLOWED else 0

    def sentence(self, limit: AbandonmentLimit) -> str:
        """The share and the limit for people."""
        seconds = abandonment_rules().within.total_seconds()
        return (
            f"Of {self.answered} calls that a person answered {self.abandoned} had no word of ours within {seconds:g} seconds: "
            f"{100 * (self.share or 0):.1f} %, of {100 * limit.most:g} % allowed."
        )


NOTHING_ANSWERED: Final = Abandonment()


def greeted_until(transcript: Transcript, first_word_ms: int) -> int | None:
    """The millisecond of the call at which the greeting of whoever answered was over; None if they said nothing before our first word.

    first_word_ms: when that was heard, or the call's end if it never was. Who is still greeting then has not been waiting. Who greets
    again and again was greeting once.
    """
    for turn in transcript:
        if turn.speaker is Speaker.PERSON and turn.began_ms < first_word_ms:
            return min(turn.ended_ms, first_word_ms)
    return None


def is_limited(hours_key: str) -> bool:
    """Whether anybody could be held for abandoned calls who has this key: not in the simulated world."""
    return abandonment_rules().strictest([hours_key]) is not None


@cache
def abandonment_rules() -> AbandonmentRules:
    """What the file says, the same each time."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    version = table["version"].isoformat()

    def limit(of: dict[str, float | str], name: str) -> AbandonmentLimit:
        rule = Rule(f"abandonment@{version} {name}.most", str(of["source"]))
        return AbandonmentLimit(float(of["slow_from"]), float(of["most"]), rule)

    return AbandonmentRules(
        version=version,
        within=timedelta(milliseconds=table["within_ms"]),
        period=timedelta(days=table["days"]),
        least_calls=table["least_calls"],
        otherwise=limit(table["default"], "default"),
        by_country={
            country: limit(one, one["countries"][0].lower())
            for one in table["limits"]
            for country in one["countries"]
        },
    )
