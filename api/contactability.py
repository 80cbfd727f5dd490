"""`GET /leads/{id}/contactability` and `/calls/{id}/contactability`: whether a person may be contacted at a moment, by which rules,
and when next. It is the decision that a dial would meet then; asking takes no line, waits for no lock and stores nothing.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, ConfigDict
from sqlalchemy.ext.asyncio import AsyncSession

from activities.contact_explanations import Explanation, Place, explain
from api.authentication import Principal
from api.chosen_moments import check_moment
from api.permissions import CallsRead, LeadsRead
from api.request_bodies import Moment
from api.routing import Routes
from api.tools import ApiTools, Tools
from database.call_facts import CallFacts, look_at_facts
from database.preferences import PreferenceView, list_preferences
from database.supposed_calls import facts_of_lead
from database.suppressions import SuppressionView, list_suppressions
from domain.access import Permission
from domain.campaigns import Purpose
from domain.consents import standing_for
from domain.contactability import Channel, ContactVerdict
from domain.errors import NotFound
from domain.identifiers import CallId, LeadId
from domain.preferences import Preferences, hours_as_text

router = Routes(tags=["compliance"])
_MOST_ENTRIES = 50

At = Annotated[
    Moment | None, Query(description="A moment ahead, with what is known now; without it, this moment.")
]


class ContactRule(BaseModel):
    """A rule: where it stands and can be changed, and who says so. Of a rule pack: its version and the field."""

    model_config = ConfigDict(from_attributes=True)
    name: str
    source: str


class ContactReason(BaseModel):
    """One reason against a contact, and the rules that it comes from."""

    model_config = ConfigDict(from_attributes=True)
    code: str
    text: str
    rules: Sequence[ContactRule]


class ZoneToday(BaseModel):
    """A zone in which the person may live: its clock, and the hours of that day in which all rules, the plan's and the person's
    own included, are open. Where there are several zones, every one must be open.
    """

    zone: str
    local_time: datetime
    hours: Sequence[str]


class ClosedDayResponse(BaseModel):
    """A day of the next fortnight on which nobody is contacted, and the rule that closes it."""

    on: date
    rule: ContactRule


class ListedResponse(BaseModel):
    """An entry of the do-not-call list for this number that holds for the channel, the campaign and its purpose."""

    id: str
    channel: str
    campaign_id: str | None
    category: str | None
    expires_at: datetime | None
    source: str
    since: datetime


class WishResponse(BaseModel):
    """A preference of the person's that holds."""

    id: str
    kind: str
    source: str
    said_at: datetime
    hours: dict[str, list[str]] | None
    writing: Sequence[str] | None
    every_days: float | None


class LookedAt(BaseModel):
    """What the decision looked at.

    call_id: null while no call is planned for the lead; rules: the name of the rule pack, null where none is known; attempts are
    of this lead's call in all, and of the number on the lead's day, over all campaigns; a limit that is null is none; gap_seconds
    counts from last_attempt_at; consents: on what bases those rest that hold for such a contact, consent_id: which of them it rests on,
    null where it rests on none; predial_hook: the customer's program that a dial asks as well, which an explanation does not; do_not_call and preferences: null for whoever may not read those.
    """

    call_id: str | None
    call_state: str | None
    campaign_state: str | None
    purpose: str
    rules: str | None
    state: str | None
    zones: Sequence[ZoneToday]
    closed_days: Sequence[ClosedDayResponse]
    attempts: int
    attempts_allowed: int | None
    attempts_today: int
    attempts_allowed_today: int | None
    last_attempt_at: datetime | None
    gap_seconds: float | None
    not_before: datetime | None
    consents: Sequence[str]
    consent_needed: str | None
    consent_id: str | None
    predial_hook: str | None
    do_not_call: Sequence[ListedResponse] | None
    preferences: Sequence[WishResponse] | None


class ContactabilityResponse(BaseModel):
    """May this person be contacted so, at this moment?

    until: when a deferred contact is decided anew; next_at: the next moment at which they may be contacted as far as is known, null
    where no moment mends it. rule_set: the version of the rules. sentence: the answer for people, moments on the person's clock.
    """

    lead_id: str
    channel: Channel
    at: datetime
    verdict: ContactVerdict
    until: datetime | None
    next_at: datetime | None
    rule_set: str
    sentence: str
    reasons: Sequence[ContactReason]
    looked_at: LookedAt


@router.get("/leads/{lead_id}/contactability")
async def explain_lead(
    lead_id: str, tools: Tools, principal: LeadsRead, channel: Channel = Channel.VOICE, at: At = None
) -> ContactabilityResponse:
    """Why this lead may or may not be contacted: by which rules, with their sources, and when next.

    It is answered as well for a lead that no call is planned for yet.
    """
    _check(at, tools)
    async with tools.database.transaction() as session:
        found = await facts_of_lead(session, principal.account_id, LeadId(lead_id), tools.key_ring)
        if found is None:
            raise NotFound("This account has no such lead.")
        facts, is_planned = found
        return await _explained(session, tools, principal, facts, channel, at, is_planned=is_planned)


@router.get("/calls/{call_id}/contactability")
async def explain_call(
    call_id: str, tools: Tools, principal: CallsRead, channel: Channel = Channel.VOICE, at: At = None
) -> ContactabilityResponse:
    """The same for the person of a call."""
    _check(at, tools)
    async with tools.database.transaction() as session:
        facts = await look_at_facts(session, principal.account_id, CallId(call_id), tools.key_ring)
        if facts is None:
            raise NotFound("This account has no such call.")
        return await _explained(session, tools, principal, facts, channel, at, is_planned=True)


def _check(at: datetime | None, tools: ApiTools) -> None:
    if at is not None:
        check_moment(at, tools.now(), "/query/at")


async def _explained(
    session: AsyncSession,
    tools: ApiTools,
    principal: Principal,
    facts: CallFacts,
    channel: Channel,
    at: datetime | None,
    *,
    is_planned: bool,
) -> ContactabilityResponse:
    packs = await tools.rule_packs.of(session, facts.account_id, facts.rule_versions)
    why = explain(facts, packs, at or facts.now, channel=channel)
    listed, wishes = None, None
    if Permission.SUPPRESSIONS_READ in principal.permissions:
        listed = await _listed(session, tools, facts, channel, why.facts.purpose)
    if Permission.PREFERENCES_READ in principal.permissions:
        wishes = await _wishes(session, tools, facts, why.facts.preferences)
    return ContactabilityResponse(
        lead_id=facts.lead_id,
        channel=channel,
        at=why.at,
        verdict=why.answer.verdict,
        until=why.answer.until,
        next_at=why.next_at,
        rule_set=why.answer.rule_set,
        sentence=why.sentence,
        reasons=[ContactReason.model_validate(reason) for reason in why.answer.reasons],
        looked_at=_looked_at(why, facts, listed, wishes, is_planned=is_planned),
    )


def _looked_at(
    why: Explanation,
    facts: CallFacts,
    listed: Sequence[ListedResponse] | None,
    wishes: Sequence[WishResponse] | None,
    *,
    is_planned: bool,
) -> LookedAt:
    told, place = why.facts, why.place
    return LookedAt(
        call_id=facts.call_id if is_planned else None,
        call_state=facts.call_state if is_planned else None,
        campaign_state=facts.campaign_state,
        purpose=told.purpose,
        rules=place and place.rules,
        state=(place and place.state) or None,
        zones=[] if place is None else _zones(place),
        closed_days=[] if place is None else _closed_days(place),
        attempts=told.attempts_made,
        attempts_allowed=why.most_in_all,
        attempts_today=told.attempts_today,
        attempts_allowed_today=place and place.most_today and place.most_today.most,
        last_attempt_at=told.last_attempt_at,
        gap_seconds=None if place is None or place.gap is None else place.gap.least.total_seconds(),
        not_before=told.not_before,
        consents=sorted(
            {entry.basis for entry in standing_for(told.consents, told.purpose, told.channel, why.at)}
        ),
        consent_needed=place and place.consent_needed,
        consent_id=why.answer.consent,
        predial_hook=None if facts.predial_hook is None else facts.predial_hook.id,
        do_not_call=listed,
        preferences=wishes,
    )


def _zones(place: Place) -> list[ZoneToday]:
    return [
        ZoneToday(zone=one.zone, local_time=one.at, hours=[window.shown for window in one.windows])
        for one in place.today
    ]


def _closed_days(place: Place) -> list[ClosedDayResponse]:
    return [
        ClosedDayResponse(on=day.on, rule=ContactRule.model_validate(day.rule)) for day in place.closed_days
    ]


async def _listed(
    session: AsyncSession, tools: ApiTools, facts: CallFacts, channel: Channel, purpose: Purpose
) -> list[ListedResponse]:
    entries = await list_suppressions(
        session,
        facts.account_id,
        tools.key_ring,
        number=facts.person.number,
        before=None,
        limit=_MOST_ENTRIES,
    )
    return [
        _entry(entry)
        for entry in entries
        if entry.scope.channel in ("all", channel)
        and entry.scope.campaign_id in (None, facts.campaign_id)
        and entry.scope.category in (None, purpose)
    ]


def _entry(entry: SuppressionView) -> ListedResponse:
    return ListedResponse(
        id=entry.id,
        channel=entry.scope.channel,
        campaign_id=entry.scope.campaign_id,
        category=entry.scope.category,
        expires_at=entry.scope.expires_at,
        source=entry.source,
        since=entry.created_at,
    )


async def _wishes(
    session: AsyncSession, tools: ApiTools, facts: CallFacts, heeded: Preferences
) -> list[WishResponse]:
    known = await list_preferences(
        session,
        facts.account_id,
        tools.key_ring,
        number=facts.person.number,
        before=None,
        limit=_MOST_ENTRIES,
    )
    return [
        _wish(one)
        for one in known
        if one.is_current and one.value.has_effect and heeded.holds(one.value.kind)
    ]


def _wish(known: PreferenceView) -> WishResponse:
    value = known.value
    return WishResponse(
        id=known.id,
        kind=value.kind,
        source=known.source,
        said_at=known.said_at,
        hours=None if value.hours is None else hours_as_text(value.hours),
        writing=[str(way) for way in value.channels] if value.kind == "writing" else None,
        every_days=None if value.gap is None else value.gap.total_seconds() / 86_400,
    )
