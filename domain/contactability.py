"""May this person be contacted now? One pure function, asked immediately before every dial and every message.

The answer is allow, defer until a moment, or refuse, with every reason that spoke against and the version of the rules
that were used. It fails closed: whatever is unknown, empty or contradictory holds or refuses. A deferral is not
an attempt and is counted nowhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final

from domain import contact_rules as rules
from domain.calling_hours import lead_day_bounds, zone_info
from domain.campaigns import AttemptCaps, CampaignState, CustomWindow, Purpose
from domain.channels import Channel
from domain.consents import EMPTY_LEDGER, ConsentLedger, Lack, Resting, consent_for, lacking
from domain.contact_hours import HORIZON_DAYS, closing_rules, next_callable
from domain.contact_limits import gap_needed, most_a_day
from domain.contact_reasons import Reason, ReasonCode
from domain.dial_conditions import NO_CONDITIONS, PAUSE_RECHECK, DialConditions, holding, refusing
from domain.errors import InvalidInput
from domain.lead_time_zones import HoursKey, ZoneReview, parse_hours_key
from domain.preferences import NO_PREFERENCES, Preferences, WritingChannel
from domain.rule_packs import RulePack
from domain.suppression_lists import NamedList, what_lists_lack

__all__ = [
    "CHOSEN",
    "LISTED",
    "PAUSE_RECHECK",
    "PROMISED",
    "PROMISED_MOVED",
    "PROMISES",
    "Channel",
    "ContactFacts",
    "ContactVerdict",
    "Contactability",
    "Reason",
    "ReasonCode",
    "decide_contact",
    "lead_day_bounds",
]


class ContactVerdict(StrEnum):
    """What may be done: now, later, or never."""

    ALLOW = "allow"
    DEFER = "defer"
    REFUSE = "refuse"


CHOSEN: Final = "Another time was chosen."
PROMISED: Final = "The person asked to be called then."
"""Why a call waits that was promised. Such a promise outlives the campaign's own caps and gap; the rules' hold."""
PROMISED_MOVED: Final = "The person asked for this call, and another time was chosen for it."
"""The same where somebody moved it: still promised, at a moment that the person has not agreed to."""
PROMISES: Final = (PROMISED, PROMISED_MOVED)
LISTED: Final = Reason(ReasonCode.SUPPRESSED, "The number is on a do-not-call list.", (rules.DO_NOT_CALL,))


@dataclass(frozen=True, slots=True)
class Contactability:
    """The answer: until is set (UTC) exactly for DEFER; reasons are empty exactly for ALLOW; rule_set is "us@2026-11-01".

    consent: the id of the consent entry that it rests on; None where none is needed, and for REFUSE.
    """

    verdict: ContactVerdict
    until: datetime | None
    reasons: tuple[Reason, ...]
    rule_set: str
    consent: str | None = None

    def refuses_for(self, code: ReasonCode) -> bool:
        """Whether it refuses, for this reason alone."""
        return self.verdict is ContactVerdict.REFUSE and [code] == [reason.code for reason in self.reasons]

    @property
    def again_at(self) -> datetime:
        """When a deferred contact is to be decided anew; only DEFER has that."""
        assert self.until is not None
        return self.until


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """Everything the decision looks at; read anew, in one transaction, for each decision.

    hours_key: as lead_time_zones.hours_key() made it, empty for unknown; suppressed: the number is on a do-not-call list
    for this channel or for all; consents: all that is on record of the person; attempts_made: of this lead in this
    campaign; attempts_today: to this number within lead_day_bounds(), counted by activities/contact_facts.py
    from the dials of 72 hours that database/sql/call_facts_v*.sql reads; last_attempt_at: to this number over all
    campaigns of the account; not_before_because: why the call waits for that moment, a sentence; unconfirmed_until: an
    attempt of unknown fate may still ring until then; preferences: those of the person that hold for this contact;
    last_talk_at: the end of the last conversation with them, over all campaigns of the account; lists: the account's named
    do-not-call lists; required_lists: ids of those without which the campaign contacts nobody.
    """

    channel: Channel
    hours_key: str
    purpose: Purpose = Purpose.SURVEY
    hours: tuple[CustomWindow, ...] = ()
    closed_on: tuple[str, ...] = ()
    caps: AttemptCaps = field(default_factory=AttemptCaps)
    campaign_state: CampaignState | None = None
    suppressed: bool = False
    consents: ConsentLedger = EMPTY_LEDGER
    attempts_made: int = 0
    attempts_today: int = 0
    last_attempt_at: datetime | None = None
    not_before: datetime | None = None
    not_before_because: str = CHOSEN
    missing_variables: frozenset[str] = frozenset()
    zone_review: ZoneReview | None = None
    live_leg_elsewhere: bool = False
    unconfirmed_until: datetime | None = None
    preferences: Preferences = NO_PREFERENCES
    last_talk_at: datetime | None = None
    lists: tuple[NamedList, ...] = ()
    required_lists: tuple[str, ...] = ()
    conditions: DialConditions = NO_CONDITIONS

    @property
    def is_promised(self) -> bool:
        """Whether the person asked for the call that is to be made."""
        return self.not_before_because in PROMISES


# How soon to look again at a live call; chosen by feel, its hang-up wakes the call sooner.
_LIVE_RECHECK: Final = timedelta(minutes=2)

_OVER: Final = frozenset({CampaignState.CANCELLING, CampaignState.CANCELLED})
_Hold = tuple[Reason, datetime]


def decide_contact(facts: ContactFacts, pack: RulePack | None, now: datetime) -> Contactability:
    """Say whether the person may be contacted at this moment.

    pack: the rules that the facts' hours key names, those of its state in force; None when there are none, which
    refuses. now must carry a time zone. A deferral lasts until the last of its reasons has passed, moved to the next
    opening; the one that ends last, and so holds the contact, comes first. Caps, gaps and live legs bind calls; messages
    answer to the same lists, consents, hours and campaign.
    Source: docs/laws.md, law 2.
    """
    if now.tzinfo is None:
        raise InvalidInput("A moment needs a time zone.", pointer="now")
    rule_set = pack.rule_set if pack is not None else "none"
    key = _key_of(facts)
    refusals = list(_refusals(facts, pack, key, now))
    if refusals or pack is None or key is None:
        return Contactability(ContactVerdict.REFUSE, None, tuple(refusals), rule_set)
    found = _consent(facts, pack, now)
    consent = found.entry.id if isinstance(found, Resting) and found.entry is not None else None
    holds = sorted(_holds(facts, pack, key, now), key=lambda hold: hold[1], reverse=True)
    earliest = holds[0][1] if holds else now
    lawful, opening = _lawful_opening(facts, pack, key, earliest), _opening(facts, pack, key, earliest)
    if opening is None:
        reason = _never_open(facts, pack) if lawful is None else _NO_WISHED_HOUR
        return Contactability(ContactVerdict.REFUSE, None, (reason,), rule_set)
    reasons = [reason for reason, _ in holds]
    if _opening(facts, pack, key, now) != now:
        is_lawful = lawful != opening or _lawful_opening(facts, pack, key, now) == now
        reasons.insert(
            0 if opening > earliest else len(reasons),
            _UNWANTED_HOUR if is_lawful else _outside_hours(facts, pack, key, now),
        )
    if not reasons:
        return Contactability(ContactVerdict.ALLOW, None, (), rule_set, consent)
    return Contactability(ContactVerdict.DEFER, opening.astimezone(UTC), tuple(reasons), rule_set, consent)


_NO_WISHED_HOUR: Final = Reason(
    ReasonCode.NO_WISHED_HOUR,
    "The hours that the person asked for and the calling hours have none in common.",
    (rules.WISHED_HOURS,),
)
_UNWANTED_HOUR: Final = Reason(
    ReasonCode.UNWANTED_HOUR, "The person asked not to be contacted at this hour.", (rules.WISHED_HOURS,)
)


def _never_open(facts: ContactFacts, pack: RulePack) -> Reason:
    text = f"The calling hours leave no moment in the next {HORIZON_DAYS} days."
    own = (rules.PLAN_HOURS,) if facts.hours else ()
    days = (rules.PLAN_CLOSED_ON,) if facts.closed_on else ()
    return Reason(ReasonCode.NEVER_OPEN, text, (pack.rule("hours"), *own, *days))


def _outside_hours(facts: ContactFacts, pack: RulePack, key: HoursKey, now: datetime) -> Reason:
    closing = tuple(closing_rules(key, pack, facts.hours, facts.closed_on, now))
    return Reason(ReasonCode.OUTSIDE_HOURS, "It is outside calling hours where the lead may be.", closing)


def _key_of(facts: ContactFacts) -> HoursKey | None:
    try:
        key = parse_hours_key(facts.hours_key)
    except InvalidInput:
        return None
    return key if key.zones else None


def _refusals(
    facts: ContactFacts, pack: RulePack | None, key: HoursKey | None, now: datetime
) -> Iterator[Reason]:
    if facts.suppressed:
        yield LISTED
    if _is_over(facts):
        yield Reason(
            ReasonCode.CAMPAIGN_OVER, f"The campaign is {facts.campaign_state}.", (rules.CAMPAIGN_STATE,)
        )
    if facts.zone_review is not None:
        yield Reason(ReasonCode.NEEDS_REVIEW, facts.zone_review.message, (rules.LEAD_REVIEW,))
    elif key is None:
        yield Reason(ReasonCode.UNKNOWN_ZONE, "The lead's time zone is not known.", (rules.LEAD_ZONES,))
    if pack is None:
        yield Reason(
            ReasonCode.UNKNOWN_RULES, "No rules are known for where the lead lives.", (rules.LEAD_RULES,)
        )
    elif isinstance(lack := _consent(facts, pack, now), Lack):
        yield _lacking(lack, pack, facts.purpose)
    writing = facts.preferences.writing
    if writing is not None and not _is_wished_for(facts.channel, writing):
        by = f" by {' or '.join(_SPOKEN_CHANNELS[channel] for channel in writing)}" if writing else ""
        yield Reason(
            ReasonCode.WRITING_WANTED,
            f"The person asked to be written to{by} instead of being called.",
            (rules.WISHED_WRITING,),
        )
    if facts.missing_variables:
        names = ", ".join(sorted(facts.missing_variables))
        yield Reason(
            ReasonCode.VARIABLES_MISSING, f"The script has no value for: {names}.", (rules.SCRIPT_VARIABLES,)
        )
    if facts.channel is Channel.VOICE and key is not None:
        yield from refusing(facts.conditions, facts.purpose, key, now)
    is_free = facts.channel is not Channel.VOICE or facts.is_promised
    if facts.attempts_made >= facts.caps.per_lead and not is_free:
        yield Reason(
            ReasonCode.ATTEMPTS_EXHAUSTED, f"All {facts.caps.per_lead} attempts are used.", (rules.PER_LEAD,)
        )


def _consent(facts: ContactFacts, pack: RulePack, now: datetime) -> Resting | Lack:
    needed = pack.consent_needed(facts.purpose)
    return consent_for(facts.consents, needed, facts.purpose, facts.channel, now)


def _lacking(lack: Lack, pack: RulePack, purpose: Purpose) -> Reason:
    is_withdrawn = lack is Lack.WITHDRAWN
    return Reason(
        ReasonCode.CONSENT_WITHDRAWN if is_withdrawn else ReasonCode.CONSENT_MISSING,
        lacking(lack, pack.consent_needed(purpose), purpose),
        (rules.CONSENT_WITHDRAWN if is_withdrawn else pack.rule(f"consent.{purpose}"),),
    )


_SPOKEN_CHANNELS: Final = {
    WritingChannel.SMS: "text message",
    WritingChannel.WHATSAPP: "WhatsApp",
    WritingChannel.EMAIL: "e-mail",
}


def _is_wished_for(channel: Channel, writing: tuple[WritingChannel, ...]) -> bool:
    """Whether somebody who wants writing may be contacted so; no channel named means that any will do."""
    return channel is Channel.SMS and (not writing or WritingChannel.SMS in writing)


def _is_over(facts: ContactFacts) -> bool:
    """A completed campaign dials nobody, but its last follow-up messages may still be due."""
    if facts.campaign_state is CampaignState.COMPLETED:
        return facts.channel is Channel.VOICE
    return facts.campaign_state in _OVER


def _holds(facts: ContactFacts, pack: RulePack, key: HoursKey, now: datetime) -> Iterator[_Hold]:
    if facts.campaign_state in (CampaignState.PAUSED, CampaignState.DRAFT):
        text = f"The campaign is {facts.campaign_state}."
        yield Reason(ReasonCode.CAMPAIGN_NOT_RUNNING, text, (rules.CAMPAIGN_STATE,)), now + PAUSE_RECHECK
    for text in what_lists_lack(
        facts.lists, facts.required_lists, facts.channel, facts.purpose, _latest_day(key, now)
    ):
        yield Reason(ReasonCode.LIST_STALE, text, (rules.LIST_AGE,)), now + PAUSE_RECHECK
    if facts.not_before is not None and facts.not_before > now:
        yield Reason(ReasonCode.NOT_BEFORE, facts.not_before_because, (rules.CALL_MOMENT,)), facts.not_before
    if facts.channel is Channel.VOICE:
        yield from _call_holds(facts, pack, key, now)


def _latest_day(key: HoursKey, now: datetime) -> date:
    """The day where the person may be; of several the latest, on which lists are oldest. UTC for a zone that nobody knows."""
    return max(now.astimezone(zone_info(zone) or UTC).date() for zone in key.zones)


def _call_holds(facts: ContactFacts, pack: RulePack, key: HoursKey, now: datetime) -> Iterator[_Hold]:
    yield from holding(facts.conditions, facts.purpose, key, now)
    if facts.live_leg_elsewhere:
        text = "Another call to this number is in progress."
        yield Reason(ReasonCode.LIVE_ELSEWHERE, text, (rules.LIVE_LEG,)), now + _LIVE_RECHECK
    if facts.unconfirmed_until is not None and facts.unconfirmed_until > now:
        text = "An earlier attempt of unknown fate may still ring."
        yield Reason(ReasonCode.UNCONFIRMED_ATTEMPT, text, (rules.UNCONFIRMED,)), facts.unconfirmed_until
    most = most_a_day(facts.caps, pack, is_promised=facts.is_promised)
    if most is not None and facts.attempts_today >= most.most:
        text = f"The number was called {facts.attempts_today} times today, of {most.most} allowed."
        yield Reason(ReasonCode.DAY_CAP, text, (most.rule,)), lead_day_bounds(key.zones, now)[1]
    gap = gap_needed(facts.caps, pack, is_promised=facts.is_promised)
    if facts.last_attempt_at is not None and facts.last_attempt_at + gap.least > now:
        text = f"The last call was less than {_spoken(gap.least)} ago."
        yield Reason(ReasonCode.TOO_SOON, text, (gap.rule,)), facts.last_attempt_at + gap.least
    wished = facts.preferences.gap
    if wished is not None and facts.last_talk_at is not None and facts.last_talk_at + wished > now:
        text = f"The person asked for no more than a call in {_spoken_days(wished)}."
        yield Reason(ReasonCode.TOO_OFTEN, text, (rules.WISHED_GAP,)), facts.last_talk_at + wished


def _spoken(gap: timedelta) -> str:
    seconds = int(gap.total_seconds())
    return f"{seconds // 60} minutes" if seconds >= 120 else f"{seconds} seconds"


def _spoken_days(gap: timedelta) -> str:
    days = round(gap.total_seconds() / 86_400, 1)
    return "a day" if days == 1 else f"{days:g} days"


def _lawful_opening(facts: ContactFacts, pack: RulePack, key: HoursKey, after: datetime) -> datetime | None:
    """The first callable moment from after on; None when the campaign's hours are unreadable or never meet the pack's."""
    return next_callable(key, pack, facts.hours, facts.closed_on, after)


def _opening(facts: ContactFacts, pack: RulePack, key: HoursKey, after: datetime) -> datetime | None:
    """The same, within the hours that the person asked for."""
    return next_callable(key, pack, facts.hours, facts.closed_on, after, wished=facts.preferences.hours)
