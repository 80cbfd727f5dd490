"""Routes for the limits on what calls use of speech providers at once.

Which permits there are: domain/permits.py; they are taken with the line: database/trunk_lines.py.
"""

from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncSession

from api.etags import edit_of
from api.permissions import LimitsRead, LimitsWrite
from api.request_bodies import Body, Whole
from api.routing import Routes
from api.tools import Tools
from database.audit import record_act
from database.provider_limits import permit_use, set_limit
from database.vendor_breakers import failing_vendors
from domain.errors import NotFound
from domain.identifiers import AccountId
from domain.permits import PERMITS, Permit, PermitKind, SpeechProvider

router = Routes(prefix="/provider-limits", tags=["provider limits"])

_MOST = 100_000


class LimitBody(Body):
    """How many calls at once may use the provider so: null for any number, 0 for no new ones.

    A vendor limits what one customer has open: take its plan's number, divided among the accounts that share its key.
    """

    model_config = ConfigDict(json_schema_extra={"examples": [{"most": 50}]})
    most: Annotated[Whole, Field(ge=0, le=_MOST)] | None


class LimitResponse(BaseModel):
    """A limit and its use. waiting: queued calls that are short of this; utilisation: in_use / most."""

    model_config = ConfigDict(from_attributes=True)
    live: ClassVar = frozenset({"in_use", "waiting", "utilisation"})
    kind: PermitKind
    provider: SpeechProvider
    most: int | None
    in_use: int
    waiting: int
    utilisation: float | None


@router.get("")
async def list_limits(tools: Tools, principal: LimitsRead) -> list[LimitResponse]:
    """Every limit, with how many calls use it and how many wait for it."""
    async with tools.database.transaction() as session:
        return [LimitResponse.model_validate(use) for use in await permit_use(session, principal.account_id)]


class FailingResponse(BaseModel):
    """A vendor that failed the account's last conversations: failures in a row, the last one at failed_at.

    held_until: from three in a row on, calls of agents with no other vendor in its place wait; then one at a time tries,
    until it serves one. waiting: queued calls that wait for it.
    """

    model_config = ConfigDict(from_attributes=True)
    vendor: str
    failures: int
    failed_at: datetime
    held_until: datetime | None
    waiting: int


@router.get("/failing")
async def list_failing(tools: Tools, principal: LimitsRead) -> list[FailingResponse]:
    """The models, recognisers and voices that failed the last conversations, and whether calls wait for them."""
    async with tools.database.transaction() as session:
        found = await failing_vendors(session, principal.account_id)
    return [FailingResponse.model_validate(vendor) for vendor in found]


@router.get("/{kind}/{provider}")
async def show_limit(
    kind: PermitKind, provider: SpeechProvider, tools: Tools, principal: LimitsRead
) -> LimitResponse:
    """One limit."""
    permit = _permit(kind, provider)
    async with tools.database.transaction() as session:
        return await _shown(session, principal.account_id, permit)


@router.put("/{kind}/{provider}")
@edit_of(show_limit)
async def change_limit(
    kind: PermitKind, provider: SpeechProvider, body: LimitBody, tools: Tools, principal: LimitsWrite
) -> LimitResponse:
    """Change a limit; it binds from the next dial on, and no live call is ended by it."""
    permit = _permit(kind, provider)
    async with tools.database.transaction() as session:
        await set_limit(session, principal.account_id, permit, body.most)
        detail = {"most": body.most}
        await record_act(
            session, principal.account_id, principal.actor, "provider_limit.changed", permit.name, detail
        )
        return await _shown(session, principal.account_id, permit)


def _permit(kind: PermitKind, provider: SpeechProvider) -> Permit:
    """Raises NotFound."""
    permit = Permit(kind, provider)
    if permit not in PERMITS:
        raise NotFound(f"{provider} has no {kind} here.")
    return permit


async def _shown(session: AsyncSession, account_id: AccountId, permit: Permit) -> LimitResponse:
    [shown] = [use for use in await permit_use(session, account_id) if use.permit == permit]
    return LimitResponse.model_validate(shown)
