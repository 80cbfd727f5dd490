"""All that the tables know of one person, opened, as it is given out to them: by the tables' own names, so that nothing is retold."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.conversations import read_content
from database.people import Person
from database.person_finding import Theirs
from database.sealing import KeyRing
from domain.identifiers import AccountId

_OF_CALLS: Final = "account_id = :account_id AND call_id = ANY(:calls)"
_OF_NUMBER: Final = "account_id = :account_id AND number_hash = :hash"
# By name: what is read, in which order. Hashes, tokens and the order of our own work tell a person nothing.
_READ: Final[Mapping[str, str]] = {
    "leads": """
        SELECT id, campaign_id, import_id, state, hours_key, review, consents, created_at, person_sealed FROM leads
        WHERE account_id = :account_id AND id = ANY(:leads) ORDER BY id
    """,
    "calls": """
        SELECT id, campaign_id, lead_id, direction, state, why, result, outcome, not_before, not_before_because, created_at, closed_at
        FROM calls WHERE account_id = :account_id AND id = ANY(:calls) ORDER BY id
    """,
    "attempts": f"""
        SELECT id, call_id, number, state, placed_at, answered_at, ended_at, duration_seconds, result, reason FROM attempts
        WHERE {_OF_CALLS} ORDER BY call_id, number
    """,
    "conversations": f"""
        SELECT attempt_id, call_id, answered_by, end_reason, outcome, sentiment, language, began_at, ended_at, content_sealed
        FROM conversations WHERE {_OF_CALLS} ORDER BY began_at
    """,
    "messages": f"""
        SELECT id, call_id, channel, state, reason, created_at, sent_at FROM messages WHERE {_OF_CALLS} ORDER BY id
    """,
    "decisions": f"""
        SELECT call_id, attempt, channel, verdict, until, reasons, rule_set, decided_at FROM decisions WHERE {_OF_CALLS} ORDER BY id
    """,
    "events": f"SELECT call_id, kind, detail, occurred_at FROM call_events WHERE {_OF_CALLS} ORDER BY id",
    "suppressions": f"""
        SELECT id, channel, source, call_id, said_at, created_at, removed_at, words_sealed, taken_back_sealed, note_sealed
        FROM suppressions WHERE {_OF_NUMBER} ORDER BY id
    """,
    "limited_suppressions": f"""
        SELECT id, channel, campaign_id, category, expires_at, source, created_at, removed_at, note_sealed FROM limited_suppressions
        WHERE {_OF_NUMBER} ORDER BY id
    """,
    "consents": f"""
        SELECT id, kind, basis, purposes, channels, source, at, expires_at, withdraws, created_at, evidence_sealed FROM consents
        WHERE {_OF_NUMBER} ORDER BY id
    """,
    "preferences": f"""
        SELECT id, kind, value, understood, source, call_id, said_at, created_at, removed_at, phrase_sealed FROM preferences
        WHERE {_OF_NUMBER} ORDER BY id
    """,
    "crm": f"SELECT call_id, contact_id, record_id, synced_at FROM crm_links WHERE {_OF_CALLS} ORDER BY call_id",
}

Opening = Callable[[bytes, AccountId, KeyRing], Any]


def _person(sealed: bytes, account_id: AccountId, key_ring: KeyRing) -> dict[str, Any]:
    return asdict(key_ring.open_record(sealed, account_id, Person))


def _content(sealed: bytes, account_id: AccountId, key_ring: KeyRing) -> dict[str, Any]:
    return asdict(read_content(sealed, account_id, key_ring))


def _words(sealed: bytes, account_id: AccountId, key_ring: KeyRing) -> str:
    return key_ring.open(sealed, account_id).decode()


_OPENED: Final[Mapping[str, tuple[str, Opening]]] = {
    "person_sealed": ("person", _person),
    "content_sealed": ("content", _content),
    "words_sealed": ("words", _words),
    "taken_back_sealed": ("taken_back", _words),
    "phrase_sealed": ("words", _words),
    "note_sealed": ("note", _words),
    "evidence_sealed": ("evidence", _words),
}


async def gather(
    session: AsyncSession, account_id: AccountId, number_hash: bytes, theirs: Theirs, key_ring: KeyRing
) -> dict[str, Any]:
    """Every row about the person, by table. Raises CannotOpen."""
    parameters = {
        "account_id": account_id,
        "hash": number_hash,
        "leads": list(theirs.leads),
        "calls": list(theirs.calls),
    }
    gathered = {}
    for name, query in _READ.items():
        rows = await session.execute(text(query), parameters)
        gathered[name] = [_opened(dict(row), account_id, key_ring) for row in rows.mappings()]
    return gathered


def _opened(row: Mapping[str, Any], account_id: AccountId, key_ring: KeyRing) -> dict[str, Any]:
    shown = {}
    for name, value in row.items():
        if name not in _OPENED:
            shown[name] = value
        elif value is not None:
            plain_name, opening = _OPENED[name]
            shown[plain_name] = opening(bytes(value), account_id, key_ring)
    return shown
