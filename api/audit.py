"""Who did what; whether the log is whole, and all of it as a file (the chain: domain/audit_chain.py)."""

from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from typing import Annotated, Any, Final

import msgspec
from fastapi import Query
from fastapi.responses import StreamingResponse
from pydantic import AwareDatetime, BaseModel, ConfigDict, field_serializer

from api.pagination import Page, Paging
from api.permissions import AuditRead
from api.routing import Routes
from api.tools import ApiTools, Tools
from database.audit import list_acts
from database.audit_chain import FIRST, acts_behind, place_of
from database.audit_verification import BATCH, verify_log
from domain.audit_chain import Break, ChainedAct, Flaw, Link
from domain.audit_seals import PURPOSE
from domain.audit_verification import Judge, Verified
from domain.identifiers import AccountId

router = Routes(prefix="/audit-log", tags=["audit"])
_NDJSON: Final = "application/x-ndjson"


class ActResponse(BaseModel):
    """One act: actor is the id of the key or person, subject the thing it was done to; network tells whether two came from the same one.

    seq and hash (hexadecimal): its place in the chain; null of one that stands outside, which verification tells of.
    """

    model_config = ConfigDict(from_attributes=True)
    id: int
    seq: int | None
    hash: bytes | None
    actor: str
    action: str
    subject: str
    detail: Mapping[str, Any]
    network: str
    at: datetime

    @field_serializer("hash")
    def _hex(self, value: bytes | None) -> str | None:
        return None if value is None else value.hex()


class BreakResponse(BaseModel):
    """The first place where the log does not hold. act_id: the entry there, null where it is missing."""

    model_config = ConfigDict(from_attributes=True)
    flaw: Flaw
    seq: int
    act_id: int | None


class VerificationResponse(BaseModel):
    """Whether the log is whole. head: SEQ:HASH of its last entry, to be written down elsewhere and asked for as `known` later.

    sealed_to, sealed_at: up to which entry it is sealed, and when that was. late_from, late_to: between them stand entries that were not
    sealed within an hour of when they say they were done, as those of before there were seals. All are null if it is broken.
    """

    is_whole: bool
    broken: BreakResponse | None = None
    entries: int | None = None
    head: str | None = None
    sealed_to: int | None = None
    sealed_at: datetime | None = None
    late_from: int | None = None
    late_to: int | None = None


@router.get("")
async def list_audit(tools: Tools, principal: AuditRead, paging: Paging) -> Page[ActResponse]:
    """Every act of the account's keys and people, newest first."""
    before = None if paging.before is None else int(paging.before)
    async with tools.database.transaction() as session:
        found = await list_acts(session, principal.account_id, before=before, limit=paging.fetch)
    return paging.of(found, ActResponse.model_validate, lambda act: act.id)


@router.get("/verification")
async def verify_audit(
    tools: Tools,
    principal: AuditRead,
    known: Annotated[str | None, Query(pattern=r"^[0-9]{1,18}:[0-9a-f]{64}$")] = None,
) -> VerificationResponse:
    """Look at every entry: whether one was changed, taken away, put in or moved since it was written, and whether the end is there."""
    judge = Judge(tools.key_ring.derived(PURPOSE), tools.now(), None if known is None else _link(known))
    async with tools.database.transaction() as session:
        found = await verify_log(session, principal.account_id, judge)
    return _shown(found)


@router.get(
    "/export",
    response_class=StreamingResponse,
    responses={200: {"content": {_NDJSON: {}}, "description": "One line of JSON for each act, oldest first"}},
)
async def export_audit(
    tools: Tools,
    principal: AuditRead,
    since: AwareDatetime | None = None,
    until: AwareDatetime | None = None,
) -> StreamingResponse:
    """The log as a file, with all that its hashes are made of; of the acts from since to before until, if they are told."""
    headers = {"Content-Disposition": f'attachment; filename="{principal.account_id}-audit-log.jsonl"'}
    lines = _lines(tools, principal.account_id, since, until)
    return StreamingResponse(lines, media_type=_NDJSON, headers=headers)


def _link(known: str) -> Link:
    seq, _, digest = known.partition(":")
    return Link(int(seq), bytes.fromhex(digest))


def _shown(found: Verified | Break) -> VerificationResponse:
    if isinstance(found, Break):
        return VerificationResponse(is_whole=False, broken=BreakResponse.model_validate(found))
    return VerificationResponse(
        is_whole=True,
        entries=found.link.seq,
        head=f"{found.link.seq}:{found.link.hash.hex()}",
        sealed_to=found.sealed_to,
        sealed_at=found.sealed_at,
        late_from=found.late_from,
        late_to=found.late_to,
    )


async def _lines(
    tools: ApiTools, account_id: AccountId, since: datetime | None, until: datetime | None
) -> AsyncIterator[bytes]:
    place = FIRST
    while True:
        async with tools.database.transaction() as session:
            acts = await acts_behind(session, account_id, place, BATCH, since=since, until=until)
        if not acts:
            return
        yield b"".join(_line(act) for act in acts)
        place = place_of(acts[-1])


def _line(act: ChainedAct) -> bytes:
    """detail byte for byte as it is hashed."""
    shown = {
        "account_id": act.account_id,
        "seq": act.seq,
        "id": act.id,
        "at": act.at,
        "actor": act.actor,
        "action": act.action,
        "subject": act.subject,
        "network": act.network,
        "detail": msgspec.Raw(act.detail.encode()),
        "previous_hash": (act.previous_hash or b"").hex(),
        "hash": (act.hash or b"").hex(),
    }
    return msgspec.json.encode(shown) + b"\n"
