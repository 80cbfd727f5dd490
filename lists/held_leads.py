"""Held leads are mended in place: their place, or a value the script needs; one, or all of a kind. Then they go on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from database.audit import record_act
from database.campaigns import CampaignView, get_campaign
from database.held_leads import HeldLead, hold_lead, hold_leads, store_mended
from database.lead_events import tell_of_mended
from database.lead_imports import hold_campaign
from database.leads import get_lead
from database.people import Person
from database.scripts import get_version
from domain.campaigns import CampaignState
from domain.errors import Conflict, InvalidInput
from domain.identifiers import AccountId
from domain.lead_headings import variable_name
from domain.lead_rows import DO_NOT_CALL, LeadRow, lead_of_row
from domain.lead_time_zones import MENDED_IN, parse_hours_key, review_named
from domain.plain_text import one_line
from domain.rule_packs import SIMULATION_PACK
from domain.scripts import missing_variables
from lists.tools import ListTools

_BATCH: Final = 500
_FIELDS: Final = ("number", "zone", "country", "state", "postcode")
_POINTERS: Final = {"zone": "timezone"}


@dataclass(frozen=True, slots=True)
class Mending:
    """What is put right. places: zone, country, state, postcode, as a list writes them; what is not named stays."""

    places: Mapping[str, str] = field(default_factory=dict)
    name: str | None = None
    email: str | None = None
    variables: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mended:
    """How many leads go on, and how many are held still."""

    mended: int
    held: int


async def mend_lead(
    tools: ListTools, account_id: AccountId, lead_id: str, mending: Mending, *, actor: str
) -> None:
    """Mend one held lead, which may have more to be mended after that. actor: whose act it is, for the audit log.

    Raises NotFound, Conflict for a lead that is not held or must not be called, or whose campaign is over; InvalidInput if what
    it was held for is not mended by this.
    """
    async with tools.database.transaction() as session:
        found = await get_lead(session, account_id, lead_id, tools.key_ring)
        if found.campaign_id is None:
            raise Conflict("This is the person of a single call; there is nothing to mend.")
        campaign, needed = await _campaign(session, account_id, found.campaign_id)
        lead = await hold_lead(session, account_id, lead_id, tools.key_ring)
        mended = _mended(lead, mending, needed)
        if mended.review == lead.review:
            raise _not_mended(lead.review)
        await store_mended(session, account_id, [mended], tools.key_ring)
        act = await record_act(session, account_id, actor, "lead.mended", lead_id)
        await tell_of_mended(session, account_id, campaign.id, [mended], review=lead.review, act=act)
    if not mended.review:
        await _go_on(tools, campaign)


async def mend_leads(
    tools: ListTools,
    account_id: AccountId,
    campaign_id: str,
    review: str,
    mending: Mending,
    *,
    said: Mapping[str, str],
    actor: str,
) -> Mended:
    """Mend all leads of a campaign that are held for one reason; said: only those whose rows say this of their place.

    In batches: what is mended stays mended if a later one fails. Raises NotFound, Conflict.
    """
    if review == DO_NOT_CALL:
        raise Conflict(_BARRED)
    counted, after, is_last = Mended(0, 0), "", False
    while not is_last:
        async with tools.database.transaction() as session:
            campaign, needed = await _campaign(session, account_id, campaign_id)
            leads = await hold_leads(
                session,
                account_id,
                campaign_id,
                review,
                tools.key_ring,
                after=after,
                limit=_BATCH,
            )
            meant = [lead for lead in leads if _says(lead.person, said)]
            changed = [_mended(lead, mending, needed) for lead in meant]
            await store_mended(session, account_id, changed, tools.key_ring)
            going = sum(not lead.review for lead in changed)
            counted = Mended(counted.mended + going, counted.held + len(changed) - going)
            if changed:
                act = await record_act(
                    session,
                    account_id,
                    actor,
                    "leads.mended",
                    campaign_id,
                    {"review": review, "mended": going},
                )
                await tell_of_mended(session, account_id, campaign.id, changed, review=review, act=act)
        is_last = len(leads) < _BATCH
        after = leads[-1].id if leads else after
    if counted.mended:
        await _go_on(tools, campaign)
    return counted


async def _campaign(
    session: AsyncSession, account_id: AccountId, campaign_id: str
) -> tuple[CampaignView, frozenset[str]]:
    """The campaign, which is not over until the transaction ends, and the variables that its leads need."""
    await hold_campaign(session, account_id, campaign_id)
    campaign = await get_campaign(session, account_id, campaign_id)
    version = await get_version(session, account_id, campaign.script_version_id)
    return campaign, frozenset(version.content.variables() | campaign.plan.variables())


def _says(person: Person, said: Mapping[str, str]) -> bool:
    return all(
        person.whereabouts.get(field, "").casefold() == one_line(text).strip().casefold()
        for field, text in said.items()
    )


def _mended(lead: HeldLead, mending: Mending, needed: frozenset[str]) -> HeldLead:
    """The lead as it is then; review is empty if nothing holds it any more. Raises Conflict."""
    if lead.review == DO_NOT_CALL:
        raise Conflict(_BARRED)
    person = replace(
        lead.person,
        name=lead.person.name if mending.name is None else one_line(mending.name).strip(),
        email=lead.person.email if mending.email is None else one_line(mending.email).strip(),
        variables={
            **lead.person.variables,
            **{variable_name(name): one_line(value).strip() for name, value in mending.variables.items()},
        },
        whereabouts={**lead.person.whereabouts, **mending.places},
    )
    key = lead.hours_key
    if mending.places or review_named(lead.review) is not None:
        row = _row(lead, person)
        key = row.hours_key
        if row.review is not None:
            return replace(lead, person=person, hours_key=key, review=str(row.review.reason))
    missing = sorted(missing_variables(needed, person.script_values()))
    review = f"variables_missing:{','.join(missing)}" if missing else ""
    return replace(lead, person=person, hours_key=key, review=review)


def _row(lead: HeldLead, person: Person) -> LeadRow:
    """The lead as a list of one row would have it."""
    key = parse_hours_key(lead.hours_key)
    known = {"country": key.country, "state": key.state} if not lead.person.whereabouts else {}
    said = {"number": person.number, **known, **person.whereabouts}
    row = lead_of_row(
        {name: said.get(name, "") for name in _FIELDS},
        {name: name for name in _FIELDS},
        default_region=None,
        rule_pack=SIMULATION_PACK if key.pack == SIMULATION_PACK else "",
    )
    assert isinstance(row, LeadRow), "a number that was read once is read again"
    return row


def _not_mended(review: str) -> InvalidInput:
    """The sentence that says what is still to be mended, and in which field."""
    zone = review_named(review)
    if zone is None:
        names = review.partition(":")[2].replace(",", ", ")
        return InvalidInput(f"It still needs a value for {names}.", pointer="/variables", code="not_mended")
    field_name = MENDED_IN.get(zone.reason, "zone")
    return InvalidInput(zone.message, pointer=f"/{_POINTERS.get(field_name, field_name)}", code="not_mended")


_BARRED: Final = "The list says that this person must not be called; nothing mends that."


async def _go_on(tools: ListTools, campaign: CampaignView) -> None:
    if campaign.state is CampaignState.RUNNING:
        await tools.tell_feeder(campaign.id)
