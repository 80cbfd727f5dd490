"""Routes for do-not-call numbers; an entry binds the next dial and message, also of calls already queued.

Its rows: database/suppressions.py; opt-outs by text message: webhooks/text_opt_outs.py.
"""

import asyncio
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, Query, Response, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from api.leads.default_regions import Region
from api.leads.form_fields import ColumnMapping, read_mapping
from api.pagination import Page, Paging
from api.permissions import SuppressionsLift, SuppressionsRead, SuppressionsWrite
from api.request_bodies import Body, Text
from api.tools import Tools
from database import suppressions
from database.audit import record_act
from database.suppressions import SuppressionView
from domain.errors import InvalidInput
from domain.phone_numbers import NumberRefusal, parse_number
from domain.suppressions import SuppressionSource
from lists.number_lists import read_numbers

router = APIRouter(prefix="/dnc", tags=["do not call"])

Channel = Literal["all", "voice", "sms"]
_MOST_PROBLEMS = 100
_BATCH = 5000


class NumbersBody(Body):
    """Numbers that must not be contacted; default_region is the country of numbers written without one."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"numbers": ["+14155552671"], "channel": "all"}]}
    )
    numbers: list[Annotated[str, Field(max_length=60)]] = Field(min_length=1, max_length=10_000)
    channel: Channel = "all"
    default_region: Region | None = None


class Added(BaseModel):
    """How many numbers are new on the list, and how many stood on it before."""

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

    words, said_at and attempt_id are the evidence: what the person said, pressed or wrote, when by the call's or the message's
    clock, and in the conversation of which dial; null where it is not known, as in entries of before it was kept.
    """

    id: str
    number: str
    channel: str
    source: str
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
            channel=entry.channel,
            source=entry.source,
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
    async with tools.database.transaction() as session:
        added = await suppressions.suppress(
            session,
            principal.account_id,
            numbers,
            tools.key_ring,
            channel=body.channel,
            source=SuppressionSource.OPERATOR,
        )
        await record_act(session, principal.account_id, principal.actor, "dnc.added", "dnc", {"added": added})
    return Added(added=added, already_listed=len(numbers) - added)


def number_of(text: str, region: str | None, pointer: str) -> str:
    """The number (E.164) that is meant. Raises InvalidInput at the pointer."""
    number = parse_number(text, region)
    if isinstance(number, NumberRefusal):
        raise InvalidInput(number.message, pointer=pointer, code=str(number.reason))
    return number.e164


@router.get("")
async def list_numbers(
    tools: Tools,
    principal: SuppressionsRead,
    paging: Paging,
    number: Annotated[str | None, Query(max_length=60)] = None,
) -> Page[SuppressionResponse]:
    """The list, newest first, or the entries of one number."""
    wanted = None if number is None else number_of(number, None, "/query/number")
    async with tools.database.transaction() as session:
        found = await suppressions.list_suppressions(
            session,
            principal.account_id,
            tools.key_ring,
            number=wanted,
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


@router.post("/imports", status_code=201)
async def import_numbers(
    tools: Tools,
    principal: SuppressionsWrite,
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
) -> Imported:
    """Put a file's numbers on the list; rows that cannot be read are reported."""
    given = read_mapping(mapping)
    numbers, unread = await asyncio.to_thread(read_numbers, file.file, given, default_region, sheet)
    added = 0
    async with tools.database.transaction() as session:
        for start in range(0, len(numbers), _BATCH):
            batch = numbers[start : start + _BATCH]
            added += await suppressions.suppress(
                session,
                principal.account_id,
                batch,
                tools.key_ring,
                channel=channel,
                source=SuppressionSource.LIST,
            )
        await record_act(
            session, principal.account_id, principal.actor, "dnc.imported", "dnc", {"added": added}
        )
    return Imported(
        rows=len(numbers) + len(unread),
        added=added,
        already_listed=len(numbers) - added,
        rejected=len(unread),
        problems=[RejectedNumber.model_validate(row) for row in unread[:_MOST_PROBLEMS]],
    )
