"""What people asked for: to be given, or rid of, what is known of them; how far it has come, and the receipt.

What is found: person_finding.py; given out: person_export.py; forgotten: person_erasure.py. The workflows: workflows/person.py.
"""

import zlib
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.people import Person
from database.sealing import KeyRing
from domain.errors import NotFound
from domain.identifiers import AccountId
from domain.person_requests import InCrm, PersonOrder, Progress, Receipt, RequestKind, RequestState

_COLUMNS = "id, kind, in_crm, state, asked_by, created_at, finished_at, receipt_sealed, expires_at"


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request as people see it; receipt: None until there is one; expires_at: until when an export can be fetched."""

    id: str
    kind: RequestKind
    in_crm: InCrm
    state: RequestState
    asked_by: str
    created_at: datetime
    finished_at: datetime | None
    expires_at: datetime | None
    receipt: Receipt | None


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A request as its workflow's steps work on it. number is E.164, empty once the person is forgotten."""

    state: RequestState
    in_crm: InCrm
    number_hash: bytes
    number: str
    progress: Progress


async def add_request(
    session: AsyncSession,
    account_id: AccountId,
    request_id: str,
    kind: RequestKind,
    number: str,
    key_ring: KeyRing,
    *,
    in_crm: InCrm,
    asked_by: str,
) -> bool:
    """Keep what is asked for of the person at this number (E.164); False if a request of this id is kept already."""
    added = await session.execute(
        text("""
            INSERT INTO person_requests (id, account_id, kind, in_crm, number_hash, number_sealed, asked_by)
            VALUES (:id, :account_id, :kind, :in_crm, :hash, :number, :asked_by)
            ON CONFLICT (id) DO NOTHING RETURNING id
        """),
        {
            "id": request_id,
            "account_id": account_id,
            "kind": str(kind),
            "in_crm": str(in_crm),
            "hash": key_ring.lookup(number, account_id),
            "number": key_ring.seal_record(Person(number), account_id),
            "asked_by": asked_by,
        },
    )
    return added.one_or_none() is not None


async def get_request(
    session: AsyncSession, account_id: AccountId, request_id: str, key_ring: KeyRing
) -> RequestView:
    """The request. Raises NotFound."""
    found = await session.execute(
        text(f"SELECT {_COLUMNS} FROM person_requests WHERE id = :id AND account_id = :account_id"),
        {"id": request_id, "account_id": account_id},
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such request.")
    return _view(row, account_id, key_ring)


async def list_requests(
    session: AsyncSession, account_id: AccountId, key_ring: KeyRing, *, before: str | None, limit: int
) -> list[RequestView]:
    """The newest requests, or those older than the one named by before."""
    rows = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM person_requests
            WHERE account_id = :account_id AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [_view(row, account_id, key_ring) for row in rows.mappings()]


async def read_asked(
    session: AsyncSession, account_id: AccountId, request_id: str, key_ring: KeyRing
) -> AskedFor:
    """The request for a step of its workflow; its row is locked until the transaction ends. Raises NotFound, CannotOpen."""
    found = await session.execute(
        text("""
            SELECT state, in_crm, number_hash, number_sealed, progress_sealed FROM person_requests
            WHERE id = :id AND account_id = :account_id FOR UPDATE
        """),
        {"id": request_id, "account_id": account_id},
    )
    row = found.one_or_none()
    if row is None:
        raise NotFound("This account has no such request.")
    return AskedFor(
        state=RequestState(row.state),
        in_crm=InCrm(row.in_crm),
        number_hash=bytes(row.number_hash),
        number=key_ring.open_record(row.number_sealed, account_id, Person).number
        if row.number_sealed
        else "",
        progress=key_ring.open_record(row.progress_sealed, account_id, Progress)
        if row.progress_sealed
        else Progress(),
    )


async def store_progress(
    session: AsyncSession, account_id: AccountId, request_id: str, progress: Progress, key_ring: KeyRing
) -> None:
    """How far the request has come."""
    await session.execute(
        text(
            "UPDATE person_requests SET progress_sealed = :progress WHERE id = :id AND account_id = :account_id"
        ),
        {
            "id": request_id,
            "account_id": account_id,
            "progress": key_ring.seal_record(asdict(progress), account_id),
        },
    )


async def store_receipt(
    session: AsyncSession,
    account_id: AccountId,
    request_id: str,
    receipt: Receipt,
    key_ring: KeyRing,
    *,
    state: RequestState,
) -> bool:
    """The receipt as it is by now; False if the request had come to its end before.

    With a final state the request is over: neither the number nor whose rows were theirs is kept any longer.
    """
    stored = await session.execute(
        text("""
            UPDATE person_requests SET receipt_sealed = :receipt, state = :state,
                finished_at = CASE WHEN :over THEN clock_timestamp() END,
                number_sealed = CASE WHEN :over THEN NULL ELSE number_sealed END,
                progress_sealed = CASE WHEN :over THEN NULL ELSE progress_sealed END
            WHERE id = :id AND account_id = :account_id AND state = 'waiting' RETURNING id
        """),
        {
            "id": request_id,
            "account_id": account_id,
            "state": str(state),
            "over": state is not RequestState.WAITING,
            "receipt": key_ring.seal_record(asdict(receipt), account_id),
        },
    )
    return stored.one_or_none() is not None


async def store_bundle(
    session: AsyncSession,
    account_id: AccountId,
    request_id: str,
    bundle: bytes,
    key_ring: KeyRing,
    *,
    expires_at: datetime,
) -> None:
    """What an export gives out, to be fetched until then."""
    await session.execute(
        text("""
            UPDATE person_requests SET bundle_sealed = :bundle, expires_at = :expires_at
            WHERE id = :id AND account_id = :account_id AND state = 'waiting'
        """),
        {
            "id": request_id,
            "account_id": account_id,
            "bundle": key_ring.seal(zlib.compress(bundle), account_id),
            "expires_at": expires_at,
        },
    )


async def read_bundle(
    session: AsyncSession, account_id: AccountId, request_id: str, key_ring: KeyRing, *, at: datetime
) -> bytes | None:
    """What the export gives out; None if there is nothing (yet, or any more). Raises CannotOpen."""
    found = await session.execute(
        text("""
            SELECT bundle_sealed FROM person_requests
            WHERE id = :id AND account_id = :account_id AND state = 'done' AND expires_at > :at
        """),
        {"id": request_id, "account_id": account_id, "at": at},
    )
    sealed = found.scalar_one_or_none()
    return None if sealed is None else zlib.decompress(key_ring.open(bytes(sealed), account_id))


async def unbegun_requests(session: AsyncSession) -> list[tuple[RequestKind, PersonOrder]]:
    """Every account's requests that have waited for over 20 seconds: their workflows may never have been started."""
    rows = await session.execute(
        text("""
            SELECT kind, account_id, id FROM person_requests
            WHERE state = 'waiting' AND created_at < clock_timestamp() - interval '20 s' ORDER BY created_at LIMIT 100
        """)
    )
    return [(RequestKind(row.kind), PersonOrder(row.account_id, row.id)) for row in rows]


async def forget_old_bundles(session: AsyncSession) -> None:
    """Keep nothing that was given out for longer than it can be fetched: every account's, the system's own upkeep."""
    await session.execute(
        text("""
            UPDATE person_requests SET bundle_sealed = NULL
            WHERE bundle_sealed IS NOT NULL AND expires_at < clock_timestamp()
        """)
    )


def _view(row: RowMapping, account_id: AccountId, key_ring: KeyRing) -> RequestView:
    sealed = row["receipt_sealed"]
    return RequestView(
        id=row["id"],
        kind=RequestKind(row["kind"]),
        in_crm=InCrm(row["in_crm"]),
        state=RequestState(row["state"]),
        asked_by=row["asked_by"],
        created_at=row["created_at"],
        finished_at=row["finished_at"],
        expires_at=row["expires_at"],
        receipt=None if sealed is None else key_ring.open_record(sealed, account_id, Receipt),
    )
