"""`POST /calls/outbound` and `/calls/outbound/schedule`: single calls, served with and without the /api prefix."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Final

from fastapi.responses import Response
from pydantic import ConfigDict, Field
from pydantic.config import JsonDict
from sqlalchemy.ext.asyncio import AsyncSession

from activities.contact_facts import may_contact, why
from api.authentication import Principal
from api.calls.routes import CallResponse, show
from api.campaigns.plans import PlanBody
from api.chosen_moments import check_moment
from api.idempotency import Once
from api.leads.default_regions import Region
from api.leads.whereabouts import Located, Whereabouts, locate
from api.permissions import CallsPlace
from api.request_bodies import Body, Moment
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import call_views
from database.audit import record_act
from database.call_facts import read_facts
from database.direct_calls import DirectCall, add_direct_call
from database.leads import add_direct_lead
from database.people import Person
from database.scripts import get_version
from database.trunk_lines import take_line
from domain.calls import CallOrder
from domain.contactability import Channel, ContactVerdict
from domain.errors import Conflict, InvalidInput, NoLineFree
from domain.identifiers import CallId, LeadId, TrunkId
from domain.permits import wanted_text
from domain.phone_numbers import masked
from domain.plain_text import one_line
from domain.scripts import missing_variables

router = Routes(prefix="/calls/outbound", tags=["calls"])

_EXAMPLE: JsonDict = {
    "to": "+14155552671",
    "name": "Ada Lovelace",
    "variables": {"city": "San Francisco"},
    "script_version_id": "sv_01kaj0y5d7t8c9v0w1x2y3z4a5",
    "agent_id": "agent_01kaj0y5d7t8c9v0w1x2y3z4a6",
    "trunk_id": "trunk_01kaj0y5d7t8c9v0w1x2y3z4a7",
}
Short = Annotated[str, Field(max_length=200)]

# Who asks for a call now means these seconds: the dial itself waits at most five for its slot.
_AT_ONCE: Final = timedelta(seconds=4)


class MayNotBeCalled(Conflict):
    """The rules do not allow a call to this person."""

    code = "may_not_be_called"


class CallBody(Body):
    """Whom to call and with what. queue: wait for a line if none is free; rules: "simulation" for a rehearsal."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})
    to: str = Field(max_length=60)
    default_region: Region | None = None
    name: Short = ""
    email: Short = ""
    variables: dict[
        Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,49}$")], Annotated[str, Field(max_length=2000)]
    ] = Field(default_factory=dict, max_length=100)
    timezone: Short = ""
    country: Short = ""
    state: Short = ""
    postcode: Short = ""
    consents: list[Annotated[str, Field(pattern="^(express|written)$")]] = Field(default_factory=list)
    rules: Short = ""
    script_version_id: Short
    agent_id: Short
    trunk_id: Short
    plan: PlanBody = Field(default_factory=PlanBody)
    queue: bool = False


class ScheduleBody(CallBody):
    """A call at a chosen moment; hours and do-not-call lists are looked at again when it comes."""

    model_config = ConfigDict(json_schema_extra={"examples": [{**_EXAMPLE, "at": "2027-01-15T16:30:00Z"}]})
    at: Moment
    queue: bool = True


@dataclass(frozen=True, slots=True)
class _Wish:
    body: CallBody
    located: Located
    person: Person
    not_before: datetime | None


@router.post("", status_code=202, response_model=CallResponse)
async def place_call(body: CallBody, tools: Tools, principal: CallsPlace, once: Once) -> Response:
    """Call somebody now; refused at once when the rules forbid it.

    With `queue` false it is refused as well when the rules do not allow it at this moment, with the next moment at which
    they do, or when no line is free or the trunk cannot dial within seconds.
    """
    wish = _wish(body, None)
    return await once.run("call", 202, lambda call_id: _plan_call(tools, principal, wish, CallId(call_id)))


@router.post("/schedule", status_code=202, response_model=CallResponse)
async def schedule_call(body: ScheduleBody, tools: Tools, principal: CallsPlace, once: Once) -> Response:
    """Call somebody at a chosen moment of the next two years, or at the next one their hours allow after it."""
    wish = _wish(body, body.at)

    async def work(call_id: str) -> CallResponse:
        check_moment(body.at, tools.now())
        return await _plan_call(tools, principal, wish, CallId(call_id))

    return await once.run("call", 202, work)


def _wish(body: CallBody, not_before: datetime | None) -> _Wish:
    whereabouts = Whereabouts(body.to, body.email, body.timezone, body.country, body.state, body.postcode)
    located = locate(whereabouts, body.default_region, body.rules)
    values = {name: one_line(value) for name, value in body.variables.items()}
    person = Person(located.number.e164, one_line(body.name), body.email, values)
    return _Wish(body, located, person, not_before)


async def _plan_call(tools: ApiTools, principal: Principal, wish: _Wish, call_id: CallId) -> CallResponse:
    """The rows first, in one transaction with the line; then the workflow. A repeat finds the rows and goes on."""
    lead_id = LeadId(f"lead_{call_id.removeprefix('call_')}")
    async with tools.database.transaction() as session:
        await _check_variables(session, principal, wish)
        await add_direct_lead(
            session,
            principal.account_id,
            lead_id,
            wish.person,
            tools.key_ring,
            hours_key=wish.located.hours_key,
            consents=wish.body.consents,
            purpose=wish.body.plan.purpose,
        )
        await _add_call(session, tools, principal, wish, call_id, lead_id)
    order = CallOrder(principal.account_id, call_id, TrunkId(wish.body.trunk_id))
    await tools.workflows.start_call(
        order, lead_id, masked_number=masked(wish.person.number), not_before=wish.not_before
    )
    async with tools.database.transaction() as session:
        return show(await call_views.get_call(session, principal.account_id, call_id, tools.key_ring))


async def _add_call(
    session: AsyncSession,
    tools: ApiTools,
    principal: Principal,
    wish: _Wish,
    call_id: CallId,
    lead_id: LeadId,
) -> None:
    body = wish.body
    call = DirectCall(
        call_id=call_id,
        lead_id=lead_id,
        trunk_id=body.trunk_id,
        script_version_id=body.script_version_id,
        agent_id=body.agent_id,
        plan=body.plan.plan(),
        may_queue=body.queue,
        not_before=wish.not_before,
    )
    if not await add_direct_call(session, principal.account_id, call):
        return
    await record_act(session, principal.account_id, principal.actor, "call.placed", call_id)
    is_now = not body.queue and wish.not_before is None
    await _check_contact(session, tools, principal, call_id, is_now=is_now)
    if is_now:
        await _take_line(session, principal, TrunkId(body.trunk_id), call_id)


async def _take_line(session: AsyncSession, principal: Principal, trunk_id: TrunkId, call_id: CallId) -> None:
    reserved = await take_line(session, principal.account_id, trunk_id, call_id, ahead=_AT_ONCE)
    if reserved.waits_for is not None:
        raise NoLineFree(
            f"The call would have to wait for {wanted_text(reserved.waits_for)}; try again later or ask to queue."
        )


async def _check_variables(session: AsyncSession, principal: Principal, wish: _Wish) -> None:
    """Raises InvalidInput where the script or its messages would lack a value."""
    body = wish.body
    script = (await get_version(session, principal.account_id, body.script_version_id)).content
    needed = script.variables() | body.plan.plan().variables()
    missing = missing_variables(needed, wish.person.script_values())
    if missing:
        raise InvalidInput(
            f"The script and its messages need a value for {', '.join(sorted(missing))}.",
            pointer="/variables",
            code="missing_variable",
        )


async def _check_contact(
    session: AsyncSession, tools: ApiTools, principal: Principal, call_id: CallId, *, is_now: bool
) -> None:
    """Ask as the dial will, from the same rows, and refuse what can never be allowed; is_now: or not at this moment."""
    facts = await read_facts(session, principal.account_id, call_id, tools.key_ring)
    assert facts is not None, "the row was added in this transaction"
    packs = await tools.rule_packs.of(session, principal.account_id, facts.rule_versions)
    decision = may_contact(facts, packs, facts.now, channel=Channel.VOICE)
    if decision.verdict is ContactVerdict.REFUSE or (is_now and decision.verdict is ContactVerdict.DEFER):
        raise MayNotBeCalled(why(decision, facts))
