"""Routes for leads one by one: shown, added, and mended where they are held."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated

from fastapi import BackgroundTasks, Query
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from api.etags import edit_of
from api.idempotency import Once
from api.leads.default_regions import Region
from api.leads.import_routes import ImportReport, report_of
from api.leads.list_tools import list_tools, list_tools_telling_later
from api.leads.whereabouts import knows_rules
from api.pagination import Page, Paging
from api.permissions import LeadsRead, LeadsWrite
from api.preferences import PreferenceResponse
from api.request_bodies import Body
from api.routing import Routes
from api.tools import Tools
from database import leads
from database.campaigns import get_campaign
from database.leads import LeadView
from database.preferences import list_preferences
from domain.errors import InvalidInput
from domain.lead_headings import variable_name
from domain.lead_rows import BARRED, DO_NOT_CALL
from domain.lead_time_zones import parse_hours_key, review_named
from lists.held_leads import Mending, mend_lead, mend_leads
from lists.one_lead import OneLead, add_lead

router = Routes(tags=["leads"])
_MOST_PREFERENCES = 50


class LeadResponse(BaseModel):
    """A lead; review says why a person has to look before it is called, review_message the same as a sentence; zones are all it
    may live in; whereabouts: of a held lead, what its row says of its place.
    """

    id: str
    campaign_id: str | None
    import_id: str | None
    state: str
    number: str
    name: str
    email: str
    variables: Mapping[str, str]
    rules: str
    zones: Sequence[str]
    review: str | None
    review_message: str
    whereabouts: Mapping[str, str]
    consents: Sequence[str]
    created_at: datetime


class LeadWithPreferences(LeadResponse):
    """A lead, with the person's preferences, newest first."""

    preferences: list[PreferenceResponse]


def show(lead: LeadView) -> LeadResponse:
    """A lead for people."""
    rules, zones = _hours(lead.hours_key)
    return LeadResponse(
        id=lead.id,
        campaign_id=lead.campaign_id,
        import_id=lead.import_id,
        state=lead.state,
        number=lead.person.number,
        name=lead.person.name,
        email=lead.person.email,
        variables=lead.person.variables,
        rules=rules,
        zones=zones,
        review=lead.review,
        review_message=_message(lead.review) if lead.review else "",
        whereabouts=lead.person.whereabouts if lead.review else {},
        consents=lead.consents,
        created_at=lead.created_at,
    )


def _hours(key: str) -> tuple[str, Sequence[str]]:
    try:
        parsed = parse_hours_key(key)
    except InvalidInput:  # a lead in review has no hours yet
        return "", ()
    return parsed.pack, parsed.zones


def _message(review: str) -> str:
    if review == DO_NOT_CALL:
        return BARRED
    if (zone := review_named(review)) is not None:
        return zone.message
    names = review.partition(":")[2].replace(",", ", ")
    return f"The script or a message needs a value for {names}; fill it in."


Said = Annotated[str, Field(max_length=2000)]


class PlaceBody(Body):
    """Where people live, written as a list writes it; what is left out stays as it was, an empty text says nothing."""

    timezone: Said | None = None
    country: Said | None = None
    state: Said | None = None
    postcode: Said | None = None

    def places(self) -> dict[str, str]:
        """What is said, by the names of a lead's fields."""
        said = {
            "zone": self.timezone,
            "country": self.country,
            "state": self.state,
            "postcode": self.postcode,
        }
        return {name: value for name, value in said.items() if value is not None}


class MendBody(PlaceBody):
    """What is put right of a held lead."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"country": "US", "variables": {"city": "Reno"}}]}
    )
    name: Said | None = None
    email: Said | None = None
    variables: dict[Annotated[str, Field(max_length=100)], Said] = Field(default_factory=dict, max_length=200)


class MendAllBody(Body):
    """All leads that are held for one reason (review), and what is put right of them; where: only those whose rows say this."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"review": "unknown_country", "where": {"country": "Merica"}, "mend": {"country": "US"}}
            ]
        }
    )
    review: Annotated[str, Field(min_length=1, max_length=2000)]
    where: PlaceBody = PlaceBody()
    mend: MendBody


class MendedResponse(BaseModel):
    """How many leads go on, and how many are held still, for another reason or for the same."""

    mended: int
    held: int


class LeadBody(PlaceBody):
    """One lead, read by the rules of a list with one row; consents: "express", "written", or what a list would say."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"number": "+14155552671", "name": "Ada Lovelace", "variables": {"city": "Reno"}}]
        }
    )
    number: Annotated[str, Field(max_length=100)]
    default_region: Region | None = None
    name: Said = ""
    email: Said = ""
    external_id: Said = ""
    consents: Said = ""
    rules: Annotated[str, Field(max_length=30)] = ""
    variables: dict[Annotated[str, Field(min_length=1, max_length=100)], Said] = Field(
        default_factory=dict, max_length=190
    )


class AddedLead(BaseModel):
    """The lead, and the report of its list of one row."""

    lead: LeadResponse
    report: ImportReport


@router.post("/campaigns/{campaign_id}/leads", status_code=201, response_model=AddedLead)
async def add_one_lead(
    campaign_id: str, body: LeadBody, tools: Tools, principal: LeadsWrite, once: Once
) -> Response:
    """Add one lead as a file of one row would, and commit it: it is called when the campaign runs, or held until it is mended.

    A row that would be refused is refused here (422) with the same reason, a number that the campaign has already with 409.
    """
    if not knows_rules(body.rules):
        raise InvalidInput('Rules are left empty, or "simulation".', pointer="/rules", code="unknown_rules")
    said = {"number": body.number, "name": body.name, "email": body.email, **body.places()}
    said |= {"external_id": body.external_id, "consents": body.consents}
    fields = {"number": body.number, **{name: value for name, value in said.items() if value}}
    lead = OneLead(fields, body.variables, body.default_region, body.rules)

    async def work(lead_id: str) -> AddedLead:
        committed = await add_lead(
            list_tools(tools),
            principal.account_id,
            campaign_id,
            lead,
            lead_id,
            {"zone": "timezone"},
            actor=principal.actor,
        )
        async with tools.database.transaction() as session:
            stored = await leads.get_lead(session, principal.account_id, lead_id, tools.key_ring)
        return AddedLead(lead=show(stored), report=await report_of(tools, principal.account_id, committed))

    return await once.run("lead", 201, work)


@router.get("/leads/{lead_id}")
async def show_lead(lead_id: str, tools: Tools, principal: LeadsRead) -> LeadWithPreferences:
    """One lead, with how the person wants to be contacted."""
    async with tools.database.transaction() as session:
        lead = await leads.get_lead(session, principal.account_id, lead_id, tools.key_ring)
        known = await list_preferences(
            session,
            principal.account_id,
            tools.key_ring,
            number=lead.person.number,
            before=None,
            limit=_MOST_PREFERENCES,
        )
    preferences = [PreferenceResponse.of(one) for one in known]
    return LeadWithPreferences(**show(lead).model_dump(), preferences=preferences)


@router.patch("/leads/{lead_id}")
@edit_of(show_lead)
async def mend_one_lead(
    lead_id: str, body: MendBody, tools: Tools, principal: LeadsWrite, afterwards: BackgroundTasks
) -> LeadResponse:
    """Mend a held lead: its place, or a value that is missing. Nothing holds it then: it is called when its campaign runs;
    else its review says what is still to be mended.
    """
    await mend_lead(
        list_tools_telling_later(tools, afterwards),
        principal.account_id,
        lead_id,
        _mending(body),
        actor=principal.actor,
    )
    async with tools.database.transaction() as session:
        return show(await leads.get_lead(session, principal.account_id, lead_id, tools.key_ring))


@router.post("/campaigns/{campaign_id}/leads/mend", response_model=MendedResponse)
async def mend_all_leads(
    campaign_id: str, body: MendAllBody, tools: Tools, principal: LeadsWrite, once: Once
) -> Response:
    """Mend all leads of a campaign that are held for the same reason."""
    mending = _mending(body.mend)

    async def work(_: str) -> MendedResponse:
        mended = await mend_leads(
            list_tools(tools),
            principal.account_id,
            campaign_id,
            body.review,
            mending,
            said=body.where.places(),
            actor=principal.actor,
        )
        return MendedResponse(mended=mended.mended, held=mended.held)

    return await once.run("lead", 200, work)


def _mending(body: MendBody) -> Mending:
    for name in body.variables:
        if not variable_name(name):
            raise InvalidInput(
                "A variable's name begins with a letter.", pointer="/variables", code="unknown_variable"
            )
    return Mending(body.places(), body.name, body.email, body.variables)


@router.get("/campaigns/{campaign_id}/leads")
async def list_leads(
    campaign_id: str,
    tools: Tools,
    principal: LeadsRead,
    paging: Paging,
    state: Annotated[str | None, Query(pattern=r"^[a-z_]{1,30}$")] = None,
    review: Annotated[
        str | None, Query(max_length=2000, description="only those held for this reason")
    ] = None,
) -> Page[LeadResponse]:
    """The campaign's leads, newest first."""
    async with tools.database.transaction() as session:
        await get_campaign(session, principal.account_id, campaign_id)
        found = await leads.list_leads(
            session,
            principal.account_id,
            campaign_id,
            tools.key_ring,
            state=state,
            review=review,
            before=paging.before,
            limit=paging.fetch,
        )
    return paging.of(found, show, lambda lead: lead.id)
