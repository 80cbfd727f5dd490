"""Routes for named do-not-call lists: which there are, how old their numbers are, and new numbers for them.

Their rows: database/suppression_lists.py; how a file is read: lists/hashed_numbers.py; what an old list holds: domain/suppression_lists.py.
"""

import asyncio
import zlib
from datetime import date, datetime, timedelta
from typing import Annotated, Final, Literal

from fastapi import File, Form, Response, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from api.authentication import Principal
from api.leads.default_regions import Region
from api.pagination import Page, Paging
from api.permissions import SuppressionsLift, SuppressionsRead, SuppressionsWrite
from api.request_bodies import Body, Name, Whole
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import suppression_lists
from database.audit import record_act
from database.suppression_lists import ListView
from domain.campaigns import Purpose
from domain.errors import InvalidInput
from domain.suppression_lists import REGISTRY_DAYS, ListKind, NamedList
from lists.hashed_numbers import Piece, pieces_of

router = Routes(prefix="/dnc/lists", tags=["do not call"])

Channel = Literal["all", "voice", "sms"]
# A heading, a few slips: more, beyond one line in a hundred, would let numbers off the list that nobody looked at.
_SLIPS: Final = 10
_ANY_ZONE: Final = timedelta(days=1)


class ListBody(Body):
    """A list that is to be filled. kind: "registry" may be 31 days old unless `max_age_days` says less; "own" as old as that says, any age
    without it. category: for campaigns and calls with this purpose alone. source: where its numbers come from.

    A list that has a limit holds every contact that it applies to until it has numbers.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"name": "National registry", "kind": "registry", "channel": "voice"}]
        }
    )
    name: Name
    kind: ListKind = ListKind.OWN
    channel: Channel = "all"
    category: Purpose | None = None
    max_age_days: Annotated[Whole, Field(ge=1, le=3660)] | None = None
    source: Annotated[str, Field(max_length=500)] = ""

    def wanted(self) -> NamedList:
        """The list that is meant. Raises InvalidInput for a registry that may be older than any."""
        days = self.max_age_days
        if self.kind is ListKind.REGISTRY:
            days = days or REGISTRY_DAYS
            if days > REGISTRY_DAYS:
                raise InvalidInput(
                    f"A registry may be {REGISTRY_DAYS} days old at most; write less, or leave it out.",
                    pointer="/max_age_days",
                    code="too_old",
                )
        return NamedList("", self.name, self.channel, self.category, None, days)


class ListProblemResponse(BaseModel):
    """A line that is no number."""

    model_config = ConfigDict(from_attributes=True)
    line: int
    code: str
    message: str


class ListVersionResponse(BaseModel):
    """A list's numbers as they were on one day. state: "reading" (numbers and rejected tell how far), "in_force", "replaced" by a later one,
    or "failed", which never bound anybody; problems: the first hundred lines that are no numbers.
    """

    model_config = ConfigDict(from_attributes=True)
    number: int
    as_of: date
    state: str
    numbers: int
    rejected: int
    problems: list[ListProblemResponse]
    added_by: str
    created_at: datetime


class ListResponse(BaseModel):
    """A list as it stands. as_of: the day of its numbers, null before it has any; is_stale: today it is older than it may be, so what it
    applies to waits; versions: the newest, newest first.
    """

    id: str
    name: str
    kind: ListKind
    channel: str
    category: str | None
    max_age_days: int | None
    source: str
    as_of: date | None
    is_stale: bool
    versions: list[ListVersionResponse]
    added_by: str
    created_at: datetime

    @classmethod
    def of(cls, view: ListView, today: date) -> "ListResponse":
        """The list as it is shown."""
        there = view.list
        return cls(
            id=there.id,
            name=there.name,
            kind=view.kind,
            channel=there.channel,
            category=there.category,
            max_age_days=there.max_age_days,
            source=view.source,
            as_of=there.as_of,
            is_stale=there.is_stale(today),
            versions=[ListVersionResponse.model_validate(each) for each in view.versions],
            added_by=view.added_by,
            created_at=view.created_at,
        )


@router.post("", status_code=201)
async def create_list(body: ListBody, tools: Tools, principal: SuppressionsWrite) -> ListResponse:
    """Make a list without numbers."""
    wanted = body.wanted()
    async with tools.database.transaction() as session:
        list_id = await suppression_lists.add_list(
            session,
            principal.account_id,
            wanted,
            body.kind,
            source=body.source,
            added_by=principal.actor,
        )
        await record_act(session, principal.account_id, principal.actor, "dnc_list.created", list_id)
    return await _shown(tools, principal, list_id)


@router.get("")
async def list_lists(tools: Tools, principal: SuppressionsRead, paging: Paging) -> Page[ListResponse]:
    """The account's lists, newest first."""
    async with tools.database.transaction() as session:
        found = await suppression_lists.list_lists(
            session, principal.account_id, before=paging.before, limit=paging.fetch
        )
    today = tools.now().date()
    return paging.of(found, lambda view: ListResponse.of(view, today), lambda view: view.list.id)


@router.get("/{list_id}")
async def show_list(list_id: str, tools: Tools, principal: SuppressionsRead) -> ListResponse:
    """One list; while numbers are read, how far that is."""
    return await _shown(tools, principal, list_id)


@router.post("/{list_id}/versions", status_code=201)
async def fill_list(
    list_id: str,
    tools: Tools,
    principal: SuppressionsWrite,
    file: Annotated[
        UploadFile,
        File(
            description="One a line, the SHA-256 of a number as E.164 (+14155552671) in hexadecimal digits, or the number; gzip as well"
        ),
    ],
    as_of: Annotated[date, Form(description="the day of these numbers, such as 2026-12-01")],
    default_region: Annotated[Region | None, Form()] = None,
) -> ListResponse:
    """Put these numbers in the place of the list's; those before bind until all are read. Lines that are no numbers are reported.

    It is answered when they are in force; ten million take minutes, and `GET /api/dnc/lists/{list_id}` tells how far it is.
    """
    if as_of > (tools.now() + _ANY_ZONE).date():
        raise InvalidInput("This day is still to come.", pointer="/as_of", code="future")
    account_id = principal.account_id
    async with tools.database.transaction() as session:
        version = await suppression_lists.begin_version(session, account_id, list_id, as_of, principal.actor)
    try:
        read = await _read(tools, principal, version, file, default_region)
        async with tools.database.transaction() as session:
            await suppression_lists.put_in_force(session, account_id, list_id, version)
            detail = {"as_of": str(as_of), "numbers": read.numbers, "rejected": read.rejected}
            await record_act(session, account_id, principal.actor, "dnc_list.filled", list_id, detail)
    except BaseException:
        await asyncio.shield(_fail(tools, principal, version))
        raise
    return await _shown(tools, principal, list_id)


@router.delete("/{list_id}", status_code=204)
async def remove_list(list_id: str, tools: Tools, principal: SuppressionsLift) -> Response:
    """Let the list forbid nothing any more; campaigns that require it wait for another."""
    async with tools.database.transaction() as session:
        await suppression_lists.remove_list(session, principal.account_id, list_id)
        await record_act(session, principal.account_id, principal.actor, "dnc_list.removed", list_id)
    return Response(status_code=204)


async def _read(
    tools: ApiTools, principal: Principal, version: int, file: UploadFile, region: str | None
) -> Piece:
    """Keep the file's numbers piece by piece; what was read in all. Raises InvalidInput for what is no list."""
    pieces = pieces_of(file.file, region, principal.account_id, tools.key_ring)
    read = Piece()
    try:
        while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
            read = piece
            async with tools.database.transaction() as session:
                await suppression_lists.add_numbers(
                    session,
                    principal.account_id,
                    version,
                    read.hashes,
                    read.problems,
                    numbers=read.numbers,
                    rejected=read.rejected,
                )
    except (OSError, EOFError, zlib.error) as error:
        raise InvalidInput(
            "The file is packed, and broken; pack it again.", pointer="/file", code="unreadable_file"
        ) from error
    if read.numbers <= read.rejected or read.rejected > max(_SLIPS, read.numbers // 100):
        first = read.problems[0] if read.problems else None
        where = "" if first is None else f" Line {first.line}: {first.message}"
        raise InvalidInput(
            f"Of this file {read.numbers} lines are numbers and {read.rejected} are none: too many to let it stand for the list.{where}",
            pointer="/file",
            code="no_numbers",
        )
    return read


async def _fail(tools: ApiTools, principal: Principal, version: int) -> None:
    async with tools.database.transaction() as session:
        await suppression_lists.fail_version(session, principal.account_id, version)


async def _shown(tools: ApiTools, principal: Principal, list_id: str) -> ListResponse:
    async with tools.database.transaction() as session:
        view = await suppression_lists.get_list(session, principal.account_id, list_id)
    return ListResponse.of(view, tools.now().date())
