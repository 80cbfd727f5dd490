"""Routes for trunks: caller number, lines, calls per second.

Lines: database/trunk_lines.py; calls per second: database/trunk_pace.py; its breaker: database/trunks.py.
"""

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncSession

from api.etags import edit_of
from api.pagination import Page, Paging
from api.permissions import TrunksRead, TrunksWrite
from api.request_bodies import Body, Real, Whole
from api.routing import Routes
from api.tools import Tools
from database import trunks
from database.audit import record_act
from database.connections import get_connection
from database.trunk_pace import set_pace
from domain.connections import ConnectionKind
from domain.errors import InvalidInput, NotFound
from domain.identifiers import AccountId, ConnectionId
from domain.phone_numbers import NumberRefusal, parse_number
from providers.carriers.registry import CARRIERS

router = Routes(prefix="/trunks", tags=["trunks"])
# One call in a minute and a half: whoever wants fewer wants none, and pauses the campaign.
SLOWEST: Final = 0.01

if TYPE_CHECKING:
    CarrierName = str
else:
    CarrierName = Literal[CARRIERS]


class TrunkBody(Body):
    """A new trunk. calls_per_second: Twilio gives an account 1 unless it was raised; lines: calls at the same time.

    connection_id: whose carrier account it dials through; without it, the installation's own account with the carrier.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"name": "main", "caller_number": "+14155552671", "lines": 10, "calls_per_second": 1}
            ]
        },
    )
    name: str = Field(min_length=1, max_length=100)
    carrier: CarrierName = CARRIERS[0]
    connection_id: str | None = Field(None, max_length=60)
    caller_number: str = Field(max_length=60)
    lines: Whole = Field(ge=1, le=5000)
    calls_per_second: Real = Field(1.0, ge=SLOWEST, le=20)


class PaceBody(Body):
    """How often the trunk may dial."""

    calls_per_second: Real = Field(ge=SLOWEST, le=20)


class TrunkResponse(BaseModel):
    """A trunk; paused_until is set while its breaker is open."""

    model_config = ConfigDict(from_attributes=True)
    live: ClassVar = frozenset({"lines_taken", "paused_until", "paused_because"})
    id: str
    name: str
    carrier: str
    connection_id: str
    caller_number: str
    calls_per_second: float
    lines: int
    lines_taken: int
    paused_until: datetime | None
    paused_because: str | None
    created_at: datetime


@router.post("", status_code=201)
async def create_trunk(body: TrunkBody, tools: Tools, principal: TrunksWrite) -> TrunkResponse:
    """Make a trunk with its lines."""
    number = parse_number(body.caller_number, None)
    if isinstance(number, NumberRefusal):
        raise InvalidInput(number.message, pointer="/caller_number", code=str(number.reason))
    async with tools.database.transaction() as session:
        if body.connection_id is not None:
            await _check_connection(session, principal.account_id, body.connection_id, body.carrier)
        trunk = await trunks.add_trunk(
            session,
            principal.account_id,
            name=body.name,
            carrier=body.carrier,
            caller_number=number.e164,
            calls_per_second=body.calls_per_second,
            lines=body.lines,
            connection_id=None if body.connection_id is None else ConnectionId(body.connection_id),
        )
        await record_act(session, principal.account_id, principal.actor, "trunk.created", trunk.id)
    return TrunkResponse.model_validate(trunk)


@router.get("")
async def list_trunks(tools: Tools, principal: TrunksRead, paging: Paging) -> Page[TrunkResponse]:
    """The account's trunks, newest first."""
    async with tools.database.transaction() as session:
        found = await trunks.list_trunks(
            session, principal.account_id, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, TrunkResponse.model_validate, lambda trunk: trunk.id)


@router.get("/{trunk_id}")
async def show_trunk(trunk_id: str, tools: Tools, principal: TrunksRead) -> TrunkResponse:
    """One trunk, with how many of its lines are taken."""
    async with tools.database.transaction() as session:
        return TrunkResponse.model_validate(await trunks.get_trunk(session, principal.account_id, trunk_id))


@router.put("/{trunk_id}/pace")
@edit_of(show_trunk)
async def change_trunk_pace(
    trunk_id: str, body: PaceBody, tools: Tools, principal: TrunksWrite
) -> TrunkResponse:
    """Change the calls per second; it binds at once: the next dial follows the last one by the new distance."""
    async with tools.database.transaction() as session:
        was = await set_pace(session, principal.account_id, trunk_id, body.calls_per_second)
        trunk = await trunks.get_trunk(session, principal.account_id, trunk_id)
        detail = {"calls_per_second": body.calls_per_second, "was": {"calls_per_second": was}}
        await record_act(
            session, principal.account_id, principal.actor, "trunk.pace_changed", trunk.id, detail
        )
    return TrunkResponse.model_validate(trunk)


async def _check_connection(
    session: AsyncSession, account_id: AccountId, connection_id: str, carrier: str
) -> None:
    """Raises InvalidInput unless it is a connection of the account to this carrier."""
    try:
        found = await get_connection(session, account_id, connection_id)
    except NotFound as error:
        raise InvalidInput(str(error), pointer="/connection_id", code="unknown_connection") from error
    if (found.kind, found.vendor) != (ConnectionKind.TELEPHONY, carrier):
        raise InvalidInput(
            f"This connection goes to {found.vendor}, not through {carrier}.",
            pointer="/connection_id",
            code="other_vendor",
        )
