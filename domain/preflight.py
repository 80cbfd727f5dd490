"""What a campaign would do if it started now: how many are callable now, how many later and by when, how many never.

Its facts: database/preflight_facts.py; its route: api/campaigns/preflight.py.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.contactability import Contactability, ContactVerdict, Reason, ReasonCode


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How many leads one reason holds or refuses; each sentence of a code counts by itself."""

    code: ReasonCode
    text: str
    leads: int


@dataclass(frozen=True, slots=True)
class Preflight:
    """Leads by answer; now + later + refused are all of them.

    later_from and later_by: the first and last moment (UTC) at which a deferred lead may be called, None without any;
    a lead with several reasons counts under each, so that the counts of reasons may exceed the leads.
    """

    now: int
    later: int
    refused: int
    later_from: datetime | None
    later_by: datetime | None
    later_because: tuple[ReasonCount, ...]
    refused_because: tuple[ReasonCount, ...]

    @property
    def total(self) -> int:
        """All leads that were looked at."""
        return self.now + self.later + self.refused

    def sentence(self) -> str:
        """ "12 callable now, 30 later (by 2026-11-23 14:00 UTC), 3 refused, because …"."""
        parts = [f"{self.now} callable now"]
        by = f" (by {self.later_by:%Y-%m-%d %H:%M} UTC)" if self.later_by else ""
        parts.append(f"{self.later} later{by}")
        parts.append(f"{self.refused} refused")
        text = ", ".join(parts)
        if self.refused_because:
            text += ", because: " + "; ".join(
                f"{why.leads} × {why.text.rstrip('.')}" for why in self.refused_because
            )
        return f"{text}."


def preflight(answers: Iterable[tuple[Contactability, int]]) -> Preflight:
    """Group answers, each with the number of leads it stands for (leads of one hours key share an answer)."""
    leads: Counter[ContactVerdict] = Counter()
    reasons: dict[ContactVerdict, Counter[Reason]] = {verdict: Counter() for verdict in ContactVerdict}
    moments: list[datetime] = []
    for answer, count in answers:
        if count <= 0:
            continue
        leads[answer.verdict] += count
        if answer.until is not None:
            moments.append(answer.until)
        for reason in set(answer.reasons):
            reasons[answer.verdict][reason] += count
    return Preflight(
        now=leads[ContactVerdict.ALLOW],
        later=leads[ContactVerdict.DEFER],
        refused=leads[ContactVerdict.REFUSE],
        later_from=min(moments, default=None),
        later_by=max(moments, default=None),
        later_because=_counted(reasons[ContactVerdict.DEFER]),
        refused_because=_counted(reasons[ContactVerdict.REFUSE]),
    )


def _counted(reasons: Counter[Reason]) -> tuple[ReasonCount, ...]:
    """Most frequent first, then by name, so that equal lists read alike."""
    ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0].code, item[0].text))
    return tuple(ReasonCount(reason.code, reason.text, count) for reason, count in ordered)
