"""Routes for do-not-call numbers; an entry binds the next dial and message, also of calls already queued.

Its rows: database/suppressions.py; opt-outs by text message: webhooks/text_opt_outs.py.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Annotated, Literal

from fastapi import File, Form, Response, UploadFile
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncSession

from api.authentication import Principal
from api.idempotency import Once
from api.leads.default_regions import Region
from api.leads.form_fields import ColumnMapping, read_mapping
from api.numbers import OfNumber, number_of
from api.pagination import Page, Paging
from api.permissions import SuppressionsLift, SuppressionsRead, SuppressionsWrite
from api.request_bodies import Body, Moment, Text
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import suppressions
from database.audit import record_act
from database.limited_suppressions import suppress_within
from database.outages import OUTAGES
from database.suppressions import SuppressionView
from domain.campaigns import Purpose
from domain.errors import InvalidInput
from domain.identifiers import CampaignId
from domain.suppressions import AddedSuppression, SuppressionScope, SuppressionSource
from lists.number_lists import read_numbers

router = Routes(prefix="/dnc", tags=["do not call"])

Channel = Literal["all", "voice", "sms"]
Note = Annotated[Text, Field(max_length=500)]
_MOST_PROBLEMS = 100
_BATCH = 5000


class NumbersBody(Body):
    """Numbers that must not be contacted; default_region is the country of numbers written without one.

    campaign_id: by this campaign, category: by campaigns and calls with this purpose, expires_at: until then; without any of them
    by nobody, for good. note: where the numbers come from, or whatever else should stand beside them.
    """

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"numbers": ["+14155552671"], "channel": "all"}]}
    )
    numbers: list[Annotated[str, Field(max_length=60)]] = Field(min_length=1, max_length=10_000)
    channel: Channel = "all"
    default_region: Region | None = None
    campaign_id: Annotated[str, Field(max_length=100)] | None = None
    category: Purpose | None = None
    expires_at: Moment | None = None
    note: Note = ""

    @property
    def scope(self) -> SuppressionScope:
        """What is forbidden."""
        campaign_id = None if self.campaign_id is None else CampaignId(self.campaign_id)
        return SuppressionScope(self.channel, campaign_id, self.category, self.expires_at)


class Added(BaseModel):
    """How many numbers are new on the list, or stand on it for longer, and how many stood on it so before."""

    added: int
    already_listed: int


class RejectedNumber(BaseModel):
    """A row whose number cannot be read."""

    model_config = ConfigDict(from_attributes=True)
    row_number: int
    code: str
    message: str


class Imported(Added):
    """The import's figures: added + already_listed + rejected = rows; the first hundred problems are listed."""

    rows: int
    rejected: int
    problems: list[RejectedNumber]


class SuppressionResponse(BaseModel):
    """An entry of the list; source tells how it came there: "api" (an operator), "import" (a list), "sms" (a text message),
    "carrier_opt_out", "said_on_call", "pressed_on_call" (a key), or the outcome that was found in a call, such as
    "wrong_number".

    campaign_id, category and expires_at limit it to a campaign, a purpose and a time; null: without that limit. added_by and note: whose
    key or which person put it there, and what they wrote beside it; null for what a contacted person said.
    words, said_at and attempt_id are the evidence: what the person said, pressed or wrote, when by the call's or the message's
    clock, and in the conversation of which dial; null where it is not known, as in entries of before it was kept.
    """

    id: str
    number: str
    channel: str
    campaign_id: str | None
    category: str | None
    expires_at: datetime | None
    source: str
    added_by: str | None
    note: str | None
    call_id: str | None
    attempt_id: str | None
    words: str | None
    said_at: datetime | None
    created_at: datetime

    @classmethod
    def of(cls, entry: SuppressionView) -> "SuppressionResponse":
        """The entry as it is shown."""
        return cls(
            id=entry.id,
            number=entry.number,
            channel=entry.scope.channel,
            campaign_id=entry.scope.campaign_id,
            category=entry.scope.category,
            expires_at=entry.scope.expires_at,
            source=entry.source,
            added_by=entry.added.by,
            note=entry.added.note or None,
            call_id=entry.call_id,
            attempt_id=entry.evidence.attempt_id,
            words=entry.evidence.words or None,
            said_at=entry.evidence.said_at,
            created_at=entry.created_at,
        )


@router.post("", status_code=201)
async def add_numbers(body: NumbersBody, tools: Tools, principal: SuppressionsWrite) -> Added:
    """Put numbers on the list. All or none: a number that cannot be read refuses the request."""
    numbers = [
        number_of(text, body.default_region, f"/numbers/{place}") for place, text in enumerate(body.numbers)
    ]
    _check_end(body.expires_at, tools)
    by = AddedSuppression(principal.actor, body.note)
    async with tools.database.transaction() as session:
        added = await _suppress(
            session, principal, numbers, tools, body.scope, SuppressionSource.OPERATOR, by
        )
        detail = {"added": added, **_limits(body.scope)}
        await record_act(session, principal.account_id, principal.actor, "dnc.added", "dnc", detail)
    return Added(added=added, already_listed=len(numbers) - added)


async def _suppress(
    session: AsyncSession,
    principal: Principal,
    numbers: Sequence[str],
    tools: ApiTools,
    scope: SuppressionScope,
    source: SuppressionSource,
    added: AddedSuppression,
) -> int:
    """Put the numbers on the list, with the limits of the scope or without; for how many that is new."""
    account_id, ring = principal.account_id, tools.key_ring
    if scope.is_limited:
        return await suppress_within(session, account_id, numbers, ring, scope, source=source, added=added)
    return await suppressions.suppress(
        session, account_id, numbers, ring, channel=scope.channel, source=source, added=added
    )


def _check_end(expires_at: datetime | None, tools: ApiTools) -> None:
    if expires_at is not None and expires_at <= tools.now():
        raise InvalidInput(
            "This moment has passed; choose a later one, or none for good.",
            pointer="/expires_at",
            code="past",
        )


def _limits(scope: SuppressionScope) -> dict[str, str]:
    """What is limited, for the audit log."""
    expires_at = scope.expires_at and scope.expires_at.isoformat()
    limits = {"campaign_id": scope.campaign_id, "category": scope.category, "expires_at": expires_at}
    return {name: str(limit) for name, limit in limits.items() if limit is not None}


@router.get("")
async def list_numbers(
    tools: Tools,
    principal: SuppressionsRead,
    paging: Paging,
    number: OfNumber,
) -> Page[SuppressionResponse]:
    """The list, newest first, or the entries of one number."""
    async with tools.database.transaction() as session:
        found = await suppressions.list_suppressions(
            session,
            principal.account_id,
            tools.key_ring,
            number=number,
            before=paging.before,
            limit=paging.fetch,
        )
    return paging.of(found, SuppressionResponse.of, lambda entry: entry.id)


@router.delete("/{suppression_id}", status_code=204)
async def remove_number(suppression_id: str, tools: Tools, principal: SuppressionsLift) -> Response:
    """Take an entry off the list; removing it twice is no error."""
    async with tools.database.transaction() as session:
        await suppressions.remove_suppression(session, principal.account_id, suppression_id, tools.now())
        await record_act(session, principal.account_id, principal.actor, "dnc.removed", suppression_id)
    return Response(status_code=204)


@router.post("/imports", status_code=201, response_model=Imported)
async def import_numbers(
    tools: Tools,
    principal: SuppressionsWrite,
    once: Once,
    file: Annotated[
        UploadFile,
        File(
            description="CSV or a workbook (.xlsx), with a header; gzip as well; the phone column is guessed"
        ),
    ],
    mapping: ColumnMapping = "{}",
    channel: Annotated[Channel, Form()] = "all",
    default_region: Annotated[Region | None, Form()] = None,
    sheet: Annotated[Text, Form(max_length=100, description="of a workbook; else the first with rows")] = "",
    campaign_id: Annotated[
        Text | None, Form(max_length=100, description="of no other campaign's contacts")
    ] = None,
    category: Annotated[Purpose | None, Form(description="of no other purpose's contacts")] = None,
    expires_at: Annotated[Moment | None, Form(description="until then; else for good")] = None,
    note: Annotated[Note, Form(description="where the numbers come from")] = "",
) -> Response:
    """Put a file's numbers on the list; rows that cannot be read are reported.

    Numbers bind some thousands at a time, while the rest is stored. If that is cut off, send the file again: those that are listed count
    as such. For millions, or hashes, fill a list of their own (`/api/dnc/lists`).
    """
    given = read_mapping(mapping)
    _check_end(expires_at, tools)
    campaign = None if campaign_id is None else CampaignId(campaign_id)
    scope, by = (
        SuppressionScope(channel, campaign, category, expires_at),
        AddedSuppression(principal.actor, note),
    )

    async def work(_: str) -> Imported:
        numbers, unread = await asyncio.to_thread(read_numbers, file.file, given, default_region, sheet)
        added = await _import(tools, principal, numbers, scope, by)
        return Imported(
            rows=len(numbers) + len(unread),
            added=added,
            already_listed=len(numbers) - added,
            rejected=len(unread),
            problems=[RejectedNumber.model_validate(row) for row in unread[:_MOST_PROBLEMS]],
        )

    return await once.run("sup", 201, work)


async def _import(
    tools: ApiTools,
    principal: Principal,
    numbers: Sequence[str],
    scope: SuppressionScope,
    by: AddedSuppression,
) -> int:
    """How many were not on the list. A batch is a transaction: whoever opts out meanwhile waits for no longer than one, and what was
    stored when something goes wrong stays; the act tells how many that were."""
    added, ordered = 0, sorted(numbers)
    try:
        for start in range(0, len(ordered), _BATCH):
            async with tools.database.transaction() as session:
                batch = ordered[start : start + _BATCH]
                added += await _suppress(session, principal, batch, tools, scope, SuppressionSource.LIST, by)
    except BaseException:
        with suppress(*OUTAGES):
            await asyncio.shield(_note_import(tools, principal, added, scope))
        raise
    await _note_import(tools, principal, added, scope)
    return added


async def _note_import(tools: ApiTools, principal: Principal, added: int, scope: SuppressionScope) -> None:
    async with tools.database.transaction() as session:
        detail = {"added": added, **_limits(scope)}
        await record_act(session, principal.account_id, principal.actor, "dnc.imported", "dnc", detail)
