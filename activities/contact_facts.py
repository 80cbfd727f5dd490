"""From rows to the contactability decision: the one place where the facts of a call become the facts of the rule.

The rule: domain/contactability.py; the rows: database/call_facts.py.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from database.call_facts import CallFacts
from database.json_columns import plan_of, script_of
from domain.caller_identities import CallerChoice, CallerIdentity, caller_for
from domain.calling_hours import zone_info
from domain.campaigns import CampaignPlan, CampaignState
from domain.contactability import (
    CHOSEN,
    Channel,
    Contactability,
    ContactFacts,
    ReasonCode,
    decide_contact,
    lead_day_bounds,
)
from domain.dial_conditions import DialConditions
from domain.errors import InvalidInput
from domain.lead_time_zones import HoursKey, ZoneReview, ZoneReviewReason, parse_hours_key, review_named
from domain.predial import PredialAnswer
from domain.preferences import Preferences
from domain.rule_packs import RulePack, RulePacks
from domain.scripts import missing_variables

# The unconfirmed dial may have left as late as its send deadline; it rings and talks no longer than this after it.
_UNCONFIRMED_SLACK = timedelta(seconds=90)
SIMULATION_PACK = "simulation"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A decision with what it was made from: key and pack are None where the lead's place or its rules are not known."""

    facts: ContactFacts
    key: HoursKey | None
    pack: RulePack | None
    answer: Contactability


def may_contact(
    facts: CallFacts,
    packs: RulePacks,
    now: datetime,
    *,
    channel: Channel,
    predial: PredialAnswer | None = None,
) -> Contactability:
    """Decide about this call's person now, from facts that were just read. predial: what the customer's program said just now."""
    return weigh(facts, packs, now, channel=channel, predial=predial).answer


def weigh(
    facts: CallFacts,
    packs: RulePacks,
    now: datetime,
    *,
    channel: Channel,
    predial: PredialAnswer | None = None,
) -> Weighed:
    """The same decision, with what it was made from."""
    key = _key_of(facts)
    told, pack = contact_facts(facts, key, now, channel=channel), _pack_of(key, packs)
    told = replace(told, conditions=replace(told.conditions, predial=predial))
    return Weighed(told, key, pack, decide_contact(told, pack, now))


def contact_facts(facts: CallFacts, key: HoursKey | None, now: datetime, *, channel: Channel) -> ContactFacts:
    """The rule's view of a call's rows."""
    plan = plan_of(facts.plan)
    own = [past for past in facts.past if past.call_id == facts.call_id]
    since = lead_day_bounds(key.zones, now)[0] if key and key.zones else now - timedelta(days=2)
    is_voice = channel is Channel.VOICE
    return ContactFacts(
        channel=channel,
        hours_key=facts.hours_key,
        purpose=plan.purpose,
        hours=plan.hours,
        closed_on=plan.closed_on,
        caps=plan.caps,
        campaign_state=CampaignState(facts.campaign_state) if facts.campaign_state else None,
        suppressed=bool(facts.suppressed_on & {"all", str(channel)}),
        consents=facts.ledger,
        attempts_made=facts.attempts_made,
        attempts_today=sum(past.at >= since for past in facts.past),
        last_attempt_at=facts.past[0].at if facts.past else None,
        not_before=facts.not_before if is_voice else None,
        not_before_because=facts.not_before_because or CHOSEN,
        missing_variables=missing_variables(
            script_of(facts.script).variables(), facts.person.script_values()
        ),
        zone_review=_review(facts.review),
        live_leg_elsewhere=any(past.live for past in facts.past if past not in own),
        unconfirmed_until=_unconfirmed_until(facts, plan),
        preferences=_preferences(facts, is_voice=is_voice),
        last_talk_at=facts.last_talk_at,
        lists=facts.lists,
        required_lists=plan.required_lists,
        conditions=DialConditions(
            facts.abandonment,
            _callers(facts, plan),
            predial_failures=0 if facts.predial_hook is None else facts.predial_hook.failures,
        ),
    )


def number_shown(facts: CallFacts) -> str:
    """The number that the person of an allowed call sees: one that the plan picks, or the trunk's."""
    plan, key = plan_of(facts.plan), _key_of(facts)
    found = caller_for(_callers(facts, plan), plan.purpose, "" if key is None else key.country, facts.now)
    return found.number if isinstance(found, CallerIdentity) else facts.caller_number


def _callers(facts: CallFacts, plan: CampaignPlan) -> CallerChoice:
    return CallerChoice(plan.caller_identities, facts.callers, facts.connection.id, facts.lead_id)


def _preferences(facts: CallFacts, *, is_voice: bool) -> Preferences:
    """Those that hold: of a call that the person asked for, only what they said since."""
    promised_at = facts.promised_at if is_voice else None
    return Preferences.of(
        known.value for known in facts.preferences if promised_at is None or known.said_at > promised_at
    )


def is_fictional(facts: CallFacts) -> bool:
    """Whether the attempt is made under the simulation rules, which only a loopback peer may ever see."""
    key = _key_of(facts)
    return key is None or key.pack == SIMULATION_PACK


def zones_of(hours_key: str) -> tuple[str, ...]:
    """The candidate zones an hours key names; none when it is unreadable."""
    try:
        return parse_hours_key(hours_key).zones
    except InvalidInput:
        return ()


def why(decision: Contactability, facts: CallFacts) -> str:
    """The decision in sentences for people: everything that refuses, or what holds the contact until when, in the lead's
    own time. What ends sooner would be read long after it is over; only what made another call necessary stays true.
    """
    if decision.until is None:
        return " ".join(reason.text for reason in decision.reasons)
    holds, *sooner = decision.reasons
    word = "Next:" if holds.code is ReasonCode.NOT_BEFORE else "Until"
    until = f"{holds.text} {word} {local_time(decision.until, zones_of(facts.hours_key))}."
    backs_off = any(reason.code is ReasonCode.NOT_BEFORE for reason in sooner)
    return f"{facts.not_before_because} {until}" if backs_off and facts.not_before_because else until


def local_time(at: datetime, zones: tuple[str, ...]) -> str:
    """A moment as the lead's clock shows it, such as "Tue 17 Nov 09:00 IST", with the year if it is not this one; UTC
    where the zone is not known.
    """
    local = at.astimezone((zone_info(zones[0]) if zones else None) or UTC)
    year = "" if local.year == datetime.now(UTC).year else f" {local.year}"
    return f"{local:%a %d %b}{year} {local:%H:%M %Z}"


def _unconfirmed_until(facts: CallFacts, plan: CampaignPlan) -> datetime | None:
    longest = timedelta(seconds=plan.ring_seconds + plan.longest_call_seconds) + _UNCONFIRMED_SLACK
    return max((past.at + longest for past in facts.past if past.unconfirmed), default=None)


def _review(reason: str | None) -> ZoneReview | None:
    if reason is None:
        return None
    return review_named(reason) or ZoneReview(
        next(iter(ZoneReviewReason)), f"The lead needs a person's review: {reason.replace('_', ' ')}."
    )


def _key_of(facts: CallFacts) -> HoursKey | None:
    try:
        return parse_hours_key(facts.hours_key)
    except InvalidInput:
        return None


def _pack_of(key: HoursKey | None, packs: RulePacks) -> RulePack | None:
    return None if key is None else packs.for_hours(key)
