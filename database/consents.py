"""The consent ledger (domain/consents.py). A contact's facts are read from it (database/sql), so a line binds from its commit on.

Append-only: whoever withdraws adds a line. What a list's row or a single call says is entered here as well, by its lead.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.people import Person
from database.sealing import KeyRing
from domain.campaigns import Purpose
from domain.channels import Channel
from domain.consents import (
    ConsentBasis,
    ConsentEntry,
    ConsentLedger,
    ConsentSource,
    ConsentWithdrawal,
    holds_still,
)
from domain.errors import InvalidInput, NotFound
from domain.identifiers import AccountId


def entering(rows: str) -> str:
    """The statement, or part of one, that enters what leads agreed to, as far as they did; an entry that is there stays as it is.

    The query's columns: id, account_id, number_hash, consents and import_id of the lead, purpose of the contact, source. Nobody
    knows when it was given, nor for which channel: it is for all.
    """
    return f"""
        INSERT INTO consents (id, account_id, number_hash, lead_id, kind, basis, purposes, channels, source, import_id)
        SELECT 'cons_' || substr(r.id, 6), r.account_id, r.number_hash, r.id, 'given',
               CASE WHEN 'written' = ANY(r.consents) THEN 'written' ELSE 'express' END,
               ARRAY[r.purpose], ARRAY['voice', 'sms'], r.source, r.import_id
        FROM ({rows}) r WHERE r.consents && ARRAY['express', 'written']
        ON CONFLICT (id) DO NOTHING
    """


@dataclass(frozen=True, slots=True)
class GivenConsent:
    """A consent to be entered. given_at: None for now; text_id: the words that were agreed to; evidence: what proves it."""

    basis: ConsentBasis
    purposes: Collection[Purpose]
    channels: Collection[Channel]
    text_id: str | None = None
    given_at: datetime | None = None
    expires_at: datetime | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawnConsent:
    """A withdrawal to be entered; purposes, channels: empty for all; withdrawn_at: None for now."""

    purposes: Collection[Purpose] = ()
    channels: Collection[Channel] = ()
    withdrawn_at: datetime | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class ConsentView:
    """One line of the ledger. kind: "given" or "withdrawn"; at: when, None where nobody knows; number: E.164.

    holds: of one that was given, whether it allows anything still; actor: who entered it, a key or a person.
    """

    id: str
    number: str
    kind: str
    basis: str | None
    purposes: Sequence[str]
    channels: Sequence[str]
    text_id: str | None
    source: str
    import_id: str | None
    lead_id: str | None
    actor: str | None
    at: datetime | None
    expires_at: datetime | None
    evidence: str
    withdraws: str | None
    holds: bool
    created_at: datetime


_COLUMNS: Final = (
    "id, account_id, number_hash, number_sealed, kind, basis, purposes, channels, text_id, source, actor, at, expires_at,"
    " evidence_sealed"
)
_VALUES: Final = (
    ":id, :account_id, :number_hash, :number_sealed, :kind, CAST(:basis AS text), CAST(:purposes AS text[]),"
    " CAST(:channels AS text[]), CAST(:text_id AS text), :source, :actor,"
    " COALESCE(CAST(:at AS timestamptz), clock_timestamp()), CAST(:expires_at AS timestamptz), CAST(:evidence_sealed AS bytea)"
)
_ENTER: Final = text(f"INSERT INTO consents ({_COLUMNS}) VALUES ({_VALUES})")
_WITHDRAW_ONE: Final = text("""
    INSERT INTO consents (id, account_id, number_hash, number_sealed, lead_id, kind, purposes, channels, source, actor, at,
                          evidence_sealed, withdraws)
    SELECT :id, c.account_id, c.number_hash, c.number_sealed, c.lead_id, 'withdrawn', c.purposes, c.channels, :source, :actor,
           COALESCE(CAST(:at AS timestamptz), clock_timestamp()), CAST(:evidence_sealed AS bytea), c.id
    FROM consents c WHERE c.id = :consent_id AND c.account_id = :account_id AND c.kind = 'given'
    RETURNING (SELECT c.at FROM consents c WHERE c.id = :consent_id) > at AS is_too_early
""")


async def give_consent(
    session: AsyncSession,
    account_id: AccountId,
    consent_id: str,
    number: str,
    given: GivenConsent,
    key_ring: KeyRing,
    *,
    actor: str,
) -> None:
    """Enter what the person at this number (E.164) agreed to. Raises InvalidInput for a text that the account does not have."""
    if given.text_id is not None:
        await _check_text(session, account_id, given.text_id)
    parameters = {
        **_line(account_id, consent_id, number, key_ring, given.evidence, actor),
        "kind": "given",
        "basis": str(given.basis),
        "purposes": sorted(set(given.purposes)),
        "channels": sorted(set(given.channels)),
        "text_id": given.text_id,
        "at": given.given_at,
        "expires_at": given.expires_at,
    }
    await session.execute(_ENTER, parameters)


async def _check_text(session: AsyncSession, account_id: AccountId, text_id: str) -> None:
    found = await session.execute(
        text("SELECT true FROM consent_texts WHERE id = :id AND account_id = :account_id"),
        {"id": text_id, "account_id": account_id},
    )
    if found.one_or_none() is None:
        raise InvalidInput("This account has no such consent text.", pointer="/text_id", code="unknown_text")


async def withdraw_consents(
    session: AsyncSession,
    account_id: AccountId,
    withdrawal_id: str,
    number: str,
    withdrawn: WithdrawnConsent,
    key_ring: KeyRing,
    *,
    actor: str,
) -> None:
    """Enter that the person at this number (E.164) takes back what they agreed to, be it on record or not."""
    parameters = {
        **_line(account_id, withdrawal_id, number, key_ring, withdrawn.evidence, actor),
        "kind": "withdrawn",
        "basis": None,
        "purposes": sorted(set(withdrawn.purposes)),
        "channels": sorted(set(withdrawn.channels)),
        "text_id": None,
        "at": withdrawn.withdrawn_at,
        "expires_at": None,
    }
    await session.execute(_ENTER, parameters)


async def withdraw_entry(
    session: AsyncSession,
    account_id: AccountId,
    withdrawal_id: str,
    consent_id: str,
    withdrawn: WithdrawnConsent,
    key_ring: KeyRing,
    *,
    actor: str,
) -> None:
    """Enter that the person takes this consent back, and with it all others for its purposes and channels.

    Raises NotFound, and InvalidInput for a moment before it was given.
    """
    parameters = {
        "id": withdrawal_id,
        "account_id": account_id,
        "consent_id": consent_id,
        "source": str(ConsentSource.OPERATOR),
        "actor": actor,
        "at": withdrawn.withdrawn_at,
        "evidence_sealed": _sealed(withdrawn.evidence, account_id, key_ring),
    }
    entered = (await session.execute(_WITHDRAW_ONE, parameters)).one_or_none()
    if entered is None:
        raise NotFound("This account has no such consent.")
    if entered.is_too_early:
        raise InvalidInput(
            "It was given later than that; name a later moment, or leave it out for now.",
            pointer="/withdrawn_at",
            code="before_it_was_given",
        )


def _line(
    account_id: AccountId, line_id: str, number: str, key_ring: KeyRing, evidence: str, actor: str
) -> dict[str, object]:
    return {
        "id": line_id,
        "account_id": account_id,
        "number_hash": key_ring.lookup(number, account_id),
        "number_sealed": key_ring.seal_record(Person(number), account_id),
        "source": str(ConsentSource.OPERATOR),
        "actor": actor,
        "evidence_sealed": _sealed(evidence, account_id, key_ring),
    }


def _sealed(evidence: str, account_id: AccountId, key_ring: KeyRing) -> bytes | None:
    return key_ring.seal(evidence.encode(), account_id) if evidence else None


async def list_consents(
    session: AsyncSession,
    account_id: AccountId,
    key_ring: KeyRing,
    *,
    number: str | None,
    before: str | None,
    limit: int,
    now: datetime,
) -> list[ConsentView]:
    """The newest lines, or those older than the one named by before; only those of a number (E.164) if given."""
    found = await session.execute(
        text("""
            SELECT c.id, c.number_hash, COALESCE(c.number_sealed, l.person_sealed) AS number_sealed, c.kind, c.basis, c.purposes,
                   c.channels, c.text_id, c.source, c.import_id, c.lead_id, c.actor, c.at, c.expires_at, c.evidence_sealed,
                   c.withdraws, c.created_at
            FROM consents c LEFT JOIN leads l ON l.id = c.lead_id
            WHERE c.account_id = :account_id AND (CAST(:before AS text) IS NULL OR c.id < :before)
              AND (CAST(:hash AS bytea) IS NULL OR c.number_hash = :hash)
            ORDER BY c.id DESC LIMIT :limit
        """),
        {
            "account_id": account_id,
            "before": before,
            "limit": limit,
            "hash": None if number is None else key_ring.lookup(number, account_id),
        },
    )
    rows = found.all()
    ledgers = await ledgers_of(session, account_id, {row.number_hash for row in rows})
    return [_view(row, account_id, key_ring, ledgers[row.number_hash], now) for row in rows]


async def ledgers_of(
    session: AsyncSession, account_id: AccountId, hashes: Iterable[bytes]
) -> Mapping[bytes, ConsentLedger]:
    """All that is on record of the persons at these numbers, by their hashes."""
    rows = await session.execute(
        text("""
            SELECT number_hash, id, kind, basis, purposes, channels, at, expires_at FROM consents
            WHERE account_id = :account_id AND number_hash = ANY(:hashes)
        """),
        {"account_id": account_id, "hashes": list(hashes)},
    )
    lines = defaultdict(list)
    for row in rows.mappings():
        lines[row["number_hash"]].append(dict(row))
    return {number_hash: ledger_of(each) for number_hash, each in lines.items()}


def ledger_of(lines: Iterable[Mapping[str, Any]]) -> ConsentLedger:
    """The ledger of one number from its lines: id, kind, basis, purposes, channels, at, expires_at; moments may be texts."""
    entries, withdrawals = [], []
    for line in lines:
        purposes = frozenset(map(Purpose, line["purposes"]))
        channels = frozenset(map(Channel, line["channels"]))
        at = _moment(line["at"])
        if line["kind"] == "given":
            expires_at = _moment(line["expires_at"])
            basis = ConsentBasis(line["basis"])
            entries.append(ConsentEntry(line["id"], basis, purposes, channels, at, expires_at))
        else:
            assert at is not None, "a withdrawal has its moment"
            withdrawals.append(ConsentWithdrawal(purposes, channels, at))
    return ConsentLedger(tuple(entries), tuple(withdrawals))


def _moment(kept: datetime | str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if isinstance(kept, str) else kept


def _view(
    row: Any, account_id: AccountId, key_ring: KeyRing, ledger: ConsentLedger, now: datetime
) -> ConsentView:
    sealed = row.evidence_sealed
    holding = {entry.id for entry in ledger.entries if holds_still(ledger, entry, now)}
    return ConsentView(
        id=row.id,
        number=key_ring.open_record(row.number_sealed, account_id, Person).number,
        kind=row.kind,
        basis=row.basis,
        purposes=row.purposes,
        channels=row.channels,
        text_id=row.text_id,
        source=row.source,
        import_id=row.import_id,
        lead_id=row.lead_id,
        actor=row.actor,
        at=row.at,
        expires_at=row.expires_at,
        evidence="" if sealed is None else key_ring.open(sealed, account_id).decode(),
        withdraws=row.withdraws,
        holds=row.id in holding,
        created_at=row.created_at,
    )
