"""Why somebody may or may not be contacted, for people: the decision that a dial would meet, with all that it looks at.

It decides as the dial does (contact_facts.py) and changes nothing. Its routes: api/contactability.py.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from activities.contact_facts import Weighed, weigh, why
from database.call_facts import CallFacts
from domain.calls import CallState
from domain.contact_hours import ClosedDay, Today, closed_days_from, todays_hours
from domain.contact_limits import DayCap, Gap, gap_needed, most_a_day
from domain.contact_rules import CALL_STATE
from domain.contactability import Channel, Contactability, ContactFacts, ContactVerdict, Reason, ReasonCode
from domain.rule_packs import Consent, RulePacks

CLOSED_DAYS_AHEAD: Final = 14
_CLOSED: Final = Reason(ReasonCode.CALL_OVER, "The call is closed.", (CALL_STATE,))
_ANSWERED: Final = Reason(ReasonCode.CALL_OVER, "The person's answer is final.", (CALL_STATE,))


@dataclass(frozen=True, slots=True)
class Place:
    """What holds where the lead may live: pack and state; today for each zone; the closed days ahead; the limits of calls, None
    where there are none and for messages; what they must have agreed to."""

    rules: str
    state: str
    today: tuple[Today, ...]
    closed_days: tuple[ClosedDay, ...]
    most_today: DayCap | None
    gap: Gap | None
    consent_needed: Consent


@dataclass(frozen=True, slots=True)
class Explanation:
    """A decision, and what it was made from: place is None where the lead's zones or rules are not known.

    sentence: all that refuses, or what holds the contact until when; most_in_all: calls of this lead, None for no limit.
    """

    at: datetime
    answer: Contactability
    sentence: str
    facts: ContactFacts
    place: Place | None
    most_in_all: int | None

    @property
    def next_at(self) -> datetime | None:
        """The next moment at which they may be contacted, as far as is known now; None where no moment mends it."""
        return self.at if self.answer.verdict is ContactVerdict.ALLOW else self.answer.until


def explain(facts: CallFacts, packs: RulePacks, at: datetime, *, channel: Channel) -> Explanation:
    """Why they may or may not be contacted so at this moment, from facts that were just read."""
    weighed = weigh(facts, packs, at, channel=channel)
    answer, told = _with_the_call(facts, weighed.answer, channel), weighed.facts
    is_limited = channel is Channel.VOICE and not told.is_promised
    return Explanation(
        at=at,
        answer=answer,
        sentence=why(answer, facts) if answer.reasons else "They may be contacted at this moment.",
        facts=told,
        place=_place(weighed, at, channel),
        most_in_all=told.caps.per_lead if is_limited else None,
    )


def _place(weighed: Weighed, at: datetime, channel: Channel) -> Place | None:
    told, pack, key = weighed.facts, weighed.pack, weighed.key
    if pack is None or key is None:
        return None
    is_call, is_promised = channel is Channel.VOICE, told.is_promised
    gap = gap_needed(told.caps, pack, is_promised=is_promised)
    return Place(
        rules=pack.name,
        state=pack.state,
        today=tuple(todays_hours(key, pack, told.hours, told.closed_on, told.preferences.hours, at)),
        closed_days=closed_days_from(key, pack, told.closed_on, at, CLOSED_DAYS_AHEAD),
        most_today=most_a_day(told.caps, pack, is_promised=is_promised) if is_call else None,
        gap=gap if is_call and gap.least > timedelta(0) else None,
        consent_needed=pack.consent_needed(told.purpose),
    )


def _with_the_call(facts: CallFacts, answer: Contactability, channel: Channel) -> Contactability:
    """A call that is over is never made, whatever the rules say; its messages may still be due."""
    if channel is not Channel.VOICE:
        return answer
    if facts.call_state == CallState.CLOSED:
        over = _CLOSED
    elif facts.is_answered:
        over = _ANSWERED
    else:
        return answer
    refusing = answer.reasons if answer.verdict is ContactVerdict.REFUSE else ()
    return Contactability(ContactVerdict.REFUSE, None, (over, *refusing), answer.rule_set)
