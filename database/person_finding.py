"""Where one person is found: their leads and calls by the hash of their number, and how much each table of
domain/personal_data.py holds of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from domain.identifiers import AccountId, AttemptId, CallId, CampaignId, LeadId, TrunkId, planned_call_id
from domain.phone_numbers import national_digits

# By the campaigns' own index of numbers: none of all leads has to be looked at.
_LEADS: Final = """
    SELECT l.id, l.campaign_id FROM campaigns m JOIN leads l ON l.campaign_id = m.id AND l.number_hash = :hash
    WHERE m.account_id = :account_id
    UNION ALL
    SELECT l.id, l.campaign_id FROM leads l
    WHERE l.campaign_id IS NULL AND l.number_hash = :hash AND l.account_id = :account_id
"""
_CALLS: Final = f"""
    WITH theirs AS MATERIALIZED ({_LEADS})
    SELECT c.id FROM theirs JOIN calls c ON c.campaign_id = theirs.campaign_id AND c.lead_id = theirs.id
    UNION
    SELECT c.id FROM theirs JOIN calls c ON c.campaign_id IS NULL AND c.lead_id = theirs.id
    UNION
    SELECT call_id FROM attempts WHERE account_id = :account_id AND number_hash = :hash
"""


@dataclass(frozen=True, slots=True)
class Theirs:
    """The ids of somebody's leads and calls."""

    leads: tuple[str, ...]
    calls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TheirCall:
    """One of somebody's calls, by which its workflow is reached; is_open: it is not closed yet."""

    account_id: AccountId
    call_id: CallId
    campaign_id: CampaignId | None
    lead_id: LeadId
    trunk_id: TrunkId
    state: str

    @property
    def is_open(self) -> bool:
        """Whether it may still be dialled, or is being held."""
        return self.state != "closed"


async def find_person(session: AsyncSession, account_id: AccountId, number_hash: bytes) -> Theirs:
    """The leads that have this number now, and every call that was made to it or is planned."""
    parameters = {"account_id": account_id, "hash": number_hash}
    leads = await session.execute(text(f"{_LEADS} ORDER BY id"), parameters)
    calls = await session.execute(text(f"{_CALLS} ORDER BY 1"), parameters)
    return Theirs(tuple(leads.scalars()), tuple(calls.scalars()))


async def calls_of(session: AsyncSession, account_id: AccountId, call_ids: Sequence[str]) -> list[TheirCall]:
    """These calls."""
    rows = await session.execute(
        text("""
            SELECT c.account_id, c.id AS call_id, c.campaign_id, c.lead_id, w.trunk_id, c.state
            FROM calls c JOIN call_made_with_v1 w ON w.call_id = c.id
            WHERE c.id = ANY(:calls) AND c.account_id = :account_id ORDER BY c.id
        """),
        {"calls": list(call_ids), "account_id": account_id},
    )
    return [TheirCall(**row) for row in rows.mappings()]


async def attempts_of_calls(
    session: AsyncSession, account_id: AccountId, call_ids: Sequence[str]
) -> list[AttemptId]:
    """The attempts of these calls, by which recordings and flight records are kept."""
    rows = await session.execute(
        text("SELECT id FROM attempts WHERE call_id = ANY(:calls) AND account_id = :account_id ORDER BY id"),
        {"calls": list(call_ids), "account_id": account_id},
    )
    return [AttemptId(each) for each in rows.scalars()]


_OF_CALLS: Final = "account_id = :account_id AND call_id = ANY(:calls)"
_OF_NUMBER: Final = "account_id = :account_id AND number_hash = :hash"
_COUNTED: Final[Mapping[str, str]] = {
    "leads": "account_id = :account_id AND id = ANY(:leads)",
    "calls": "account_id = :account_id AND id = ANY(:calls)",
    **dict.fromkeys(
        ("attempts", "decisions", "call_events", "messages", "conversations", "crm_links"), _OF_CALLS
    ),
    "conversation_snapshots": """
        account_id = :account_id AND attempt_id IN (SELECT id FROM attempts WHERE call_id = ANY(:calls))
    """,
    **dict.fromkeys(
        ("suppressions", "limited_suppressions", "consents", "preferences", "legal_holds"), _OF_NUMBER
    ),
    "person_requests": f"{_OF_NUMBER} AND id <> :request_id",
    "import_barred": f"""
        import_id IN (SELECT id FROM lead_imports WHERE account_id = :account_id) AND {_OF_NUMBER}
    """,
    "import_files": "account_id = :account_id",
    "lead_imports": "account_id = :account_id AND question_sealed IS NOT NULL",
    "webhook_deliveries": """
        account_id = :account_id AND in_order_with = ANY(CAST(:calls AS text[]) || CAST(:planned AS text[]))
    """,
}


async def count_rows(
    session: AsyncSession, account_id: AccountId, number_hash: bytes, theirs: Theirs, *, request_id: str
) -> dict[str, int]:
    """How many rows of each table are about this person, besides the request that asks; a table without any is left out."""
    counts = " UNION ALL ".join(
        f"SELECT '{table}' AS store, count(*) AS n FROM {table} WHERE {condition}"
        for table, condition in _COUNTED.items()
    )
    rows = await session.execute(
        text(f"SELECT store, n FROM ({counts}) AS counted WHERE n > 0"),
        {
            "account_id": account_id,
            "hash": number_hash,
            "leads": list(theirs.leads),
            "calls": list(theirs.calls),
            "planned": [planned_call_id(LeadId(lead)) for lead in theirs.leads],
            "request_id": request_id,
        },
    )
    return {row.store: row.n for row in rows}


async def answers_about(
    session: AsyncSession,
    account_id: AccountId,
    number: str,
    theirs: Theirs,
    key_ring: KeyRing,
    *,
    after: str,
    limit: int,
) -> tuple[list[str], str | None]:
    """Of the next kept answers of requests, by key, those that name the person; and the last key looked at, None at the end.

    number: E.164, empty if it is not known any more. Each is opened: an answer is found by nothing else.
    """
    rows = (
        await session.execute(
            text("""
                SELECT key, answer_sealed, response->>'resource_id' AS resource FROM idempotency_keys
                WHERE account_id = :account_id AND key > :after AND answer_sealed IS NOT NULL ORDER BY key LIMIT :limit
            """),
            {"account_id": account_id, "after": after, "limit": limit},
        )
    ).all()
    digits = [national_digits(number)] if number else []
    named = [each.encode() for each in (*digits, *theirs.leads, *theirs.calls)]
    about = [
        row.key
        for row in rows
        if row.resource in theirs.calls or _names(row.answer_sealed, named, account_id, key_ring)
    ]
    return about, rows[-1].key if len(rows) == limit else None


def _names(sealed: bytes, named: Sequence[bytes], account_id: AccountId, key_ring: KeyRing) -> bool:
    answer = key_ring.open(bytes(sealed), account_id)
    return any(each in answer for each in named)
