"""Do-not-call numbers. The dial transaction reads this table, so an entry binds from its commit on.

What is demanded in a call is stored by `sql/store_report_v*.sql` too (conversations.py), in words of its own. Entries are read
with the other facts (`sql/call_facts_v*.sql`, by `activities/dialling.py`). A call that waits is not woken: it ends when its
rules are asked again, within a day (`workflows/call.py`). What people say or write themselves: opt_outs.py. Entries with limits are
made by limited_suppressions.py; which of all these, and of the named lists, forbid a contact, `sql/suppressing_v*.sql` says alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.lead_events import tell_of_suppressed
from database.people import Person
from database.sealing import KeyRing
from database.session import new_id
from domain.campaigns import Purpose
from domain.errors import NotFound
from domain.identifiers import AccountId, CallId, CampaignId
from domain.suppressions import AddedSuppression, OptOutEvidence, SuppressionScope, SuppressionSource

# As suppressions_in_force_v1 has them. A page of each table is found by its index; of both as one view all entries would be read.
_PAGE: Final = """
    account_id = :account_id AND (CAST(:before AS text) IS NULL OR id < :before) AND (CAST(:hash AS bytea) IS NULL OR number_hash = :hash)
    ORDER BY id DESC LIMIT :limit
"""
_LIST: Final = text(f"""
    (SELECT id, number_sealed, channel, NULL::text AS campaign_id, NULL::text AS category, NULL::timestamptz AS expires_at, source, call_id,
            attempt_id, words_sealed, said_at, added_by, note_sealed, created_at
     FROM suppressions WHERE removed_at IS NULL AND {_PAGE})
    UNION ALL
    (SELECT id, number_sealed, channel, campaign_id, category, expires_at, source, NULL, NULL, NULL, NULL, added_by, note_sealed, created_at
     FROM limited_suppressions WHERE removed_at IS NULL AND (expires_at IS NULL OR expires_at > now()) AND {_PAGE})
    ORDER BY id DESC LIMIT :limit
""")
_NOTHING: Final = OptOutEvidence()
_BY_NOBODY: Final = AddedSuppression()


def suppressing(rows: str, *more: str) -> str:
    """The statement, or part of one, that puts on the list what this query finds, with new ids; an entry that is there stays as it is.

    The query's columns: id, account, hash and seal of the number, channel, source, call, attempt, sealed words, when said, and
    more of the table's.
    """
    return f"""
        INSERT INTO suppressions (id, account_id, number_hash, number_sealed, channel, source, call_id, attempt_id,
                                  {", ".join(("words_sealed", "said_at", *more))})
        {rows}
        ON CONFLICT (account_id, number_hash, channel) WHERE removed_at IS NULL DO NOTHING RETURNING id
    """


def barring_calls(lead: str, purpose: str) -> str:
    """A query for EXISTS: what forbids to call this lead (the alias of its row) for its campaign, whose purpose this is: no
    subquery, behind which the planner would read the function row by row."""
    return f"""
        SELECT FROM suppressing_v1({lead}.account_id, {lead}.number_hash, {lead}.list_hash, {lead}.campaign_id, {purpose}) s
        WHERE s.channel IN ('all', 'voice')
    """


def evidence_parameters(
    evidence: OptOutEvidence, account_id: AccountId, key_ring: KeyRing
) -> dict[str, object]:
    """words_sealed, said_at and attempt_id, as they are kept with an entry."""
    sealed = key_ring.seal(evidence.words.encode(), account_id) if evidence.words else None
    return {"words_sealed": sealed, "said_at": evidence.said_at, "attempt_id": evidence.attempt_id}


def number_parameters(numbers: Sequence[str], account_id: AccountId, key_ring: KeyRing) -> dict[str, object]:
    """account_id, and ids, hashes and sealed: an entry's for each number (E.164), for one that stands twice once. In the order
    of the numbers: whoever stores some of them at the same time waits, and not each for the other."""
    distinct = sorted(set(numbers))
    return {
        "account_id": account_id,
        "ids": [new_id("sup") for _ in distinct],
        "hashes": [key_ring.lookup(number, account_id) for number in distinct],
        "sealed": [key_ring.seal_record(Person(number), account_id) for number in distinct],
    }


def added_parameters(added: AddedSuppression, account_id: AccountId, key_ring: KeyRing) -> dict[str, object]:
    """added_by and note_sealed, as they are kept with an entry."""
    sealed = key_ring.seal(added.note.encode(), account_id) if added.note else None
    return {"added_by": added.by, "note_sealed": sealed}


_SUPPRESS = text(
    suppressing(
        """
        SELECT n.id, :account_id, n.hash, n.sealed, :channel, :source, :call_id, CAST(:attempt_id AS text),
               CAST(:words_sealed AS bytea), CAST(:said_at AS timestamptz), CAST(:added_by AS text), CAST(:note_sealed AS bytea)
        FROM unnest(CAST(:ids AS text[]), CAST(:hashes AS bytea[]), CAST(:sealed AS bytea[])) AS n(id, hash, sealed)
        """,
        "added_by",
        "note_sealed",
    )
)
_SUPPRESS_BARRED = text(
    suppressing("""
        SELECT suppression_id, :account_id, number_hash, person_sealed, 'all', :source, CAST(NULL AS text), CAST(NULL AS text),
               CAST(NULL AS bytea), CAST(NULL AS timestamptz)
        FROM import_barred WHERE import_id = :import_id AND account_id = :account_id
    """)
)
_SUPPRESS_PERSON = text(
    suppressing("""
        SELECT :id, :account_id, l.number_hash, l.person_sealed, :channel, :source, c.id, NULL, NULL, NULL
        FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call_id AND c.account_id = :account_id
    """)
)


@dataclass(frozen=True, slots=True)
class SuppressionView:
    """A number nobody may contact within the scope. number is E.164; evidence: what the person said; added: who put it there
    otherwise, and what they noted.
    """

    id: str
    number: str
    scope: SuppressionScope
    source: str
    call_id: str | None
    evidence: OptOutEvidence
    added: AddedSuppression
    created_at: datetime


async def suppress(
    session: AsyncSession,
    account_id: AccountId,
    numbers: Sequence[str],
    key_ring: KeyRing,
    *,
    channel: str,
    source: str,
    call_id: CallId | None = None,
    evidence: OptOutEvidence = _NOTHING,
    added: AddedSuppression = _BY_NOBODY,
) -> int:
    """Let nobody contact these numbers (E.164) on this channel; returns how many were not on the list before."""
    parameters = {
        "channel": channel,
        "source": source,
        "call_id": call_id,
        **number_parameters(numbers, account_id, key_ring),
        **evidence_parameters(evidence, account_id, key_ring),
        **added_parameters(added, account_id, key_ring),
    }
    return await tell_of_suppressed(session, account_id, await session.execute(_SUPPRESS, parameters))


async def suppress_barred(session: AsyncSession, account_id: AccountId, import_id: str) -> None:
    """Let nobody contact the numbers that an import bars (import_barred) on any channel; harmless when repeated."""
    parameters = {"account_id": account_id, "import_id": import_id, "source": SuppressionSource.LIST}
    await tell_of_suppressed(session, account_id, await session.execute(_SUPPRESS_BARRED, parameters))


async def suppress_number(
    session: AsyncSession,
    account_id: AccountId,
    call_id: CallId,
    *,
    channel: str,
    source: str,
    suppression_id: str,
) -> None:
    """Suppress the number of this call's person; harmless when repeated."""
    parameters = {
        "id": suppression_id,
        "account_id": account_id,
        "call_id": call_id,
        "channel": channel,
        "source": source,
    }
    await session.execute(_SUPPRESS_PERSON, parameters)


async def is_suppressed(
    session: AsyncSession,
    account_id: AccountId,
    number: str,
    key_ring: KeyRing,
    channel: str,
    *,
    campaign_id: CampaignId | None = None,
    purpose: Purpose | None = None,
) -> bool:
    """Whether this number (E.164) may not be contacted on this channel for this campaign, None for none, and for this purpose, None
    where it is not known."""
    found = await session.execute(
        text("""
            SELECT true FROM suppressing_v1(:account_id, :hash, :list_hash, :campaign_id, :purpose)
            WHERE channel IN ('all', :channel) LIMIT 1
        """),
        {
            "account_id": account_id,
            "hash": key_ring.lookup(number, account_id),
            "list_hash": key_ring.lookup_on_lists(number, account_id),
            "campaign_id": campaign_id,
            "purpose": purpose,
            "channel": channel,
        },
    )
    return found.one_or_none() is not None


# An entry that was there when somebody opted out stood for both, since a number is listed once for a channel.
_ENTER_OPT_OUT_BEHIND: Final = text(
    suppressing("""
        SELECT :new_id, s.account_id, s.number_hash, s.number_sealed, 'all', :source, e.call_id, e.attempt_id, CAST(NULL AS bytea),
               e.occurred_at
        FROM suppressions s
        JOIN attempts a ON a.account_id = s.account_id AND a.number_hash = s.number_hash AND a.id IS DISTINCT FROM s.attempt_id
        JOIN call_events e ON e.account_id = s.account_id AND e.dedupe_key = a.id || '/opt_out' AND e.occurred_at >= s.created_at
        WHERE s.id = :id AND s.account_id = :account_id AND s.removed_at = :at AND s.channel = 'all' AND NOT EXISTS (
            SELECT FROM call_events b WHERE b.account_id = s.account_id AND b.dedupe_key = a.id || '/opt_out.taken_back'
        )
        ORDER BY e.occurred_at DESC LIMIT 1
    """)
)


async def remove_suppression(
    session: AsyncSession, account_id: AccountId, suppression_id: str, at: datetime
) -> None:
    """Let the number be contacted again; the row stays as evidence. Raises NotFound if there is no such entry.

    Whoever opted out in a call while the entry stood is on the list still, by an entry for that.
    """
    found = await session.execute(
        text("""
            WITH limited AS (
                UPDATE limited_suppressions SET removed_at = COALESCE(removed_at, :at)
                WHERE id = :id AND account_id = :account_id RETURNING id
            ),
            whole AS (
                UPDATE suppressions SET removed_at = COALESCE(removed_at, :at)
                WHERE id = :id AND account_id = :account_id RETURNING id
            )
            SELECT id FROM limited UNION ALL SELECT id FROM whole
        """),
        {"id": suppression_id, "account_id": account_id, "at": at},
    )
    if found.one_or_none() is None:
        raise NotFound("The do-not-call list has no such entry.")
    parameters = {
        "id": suppression_id,
        "account_id": account_id,
        "at": at,
        "new_id": new_id("sup"),
        "source": SuppressionSource.SAID_ON_CALL,
    }
    await session.execute(_ENTER_OPT_OUT_BEHIND, parameters)


async def list_suppressions(
    session: AsyncSession,
    account_id: AccountId,
    key_ring: KeyRing,
    *,
    number: str | None,
    before: str | None,
    limit: int,
) -> list[SuppressionView]:
    """The newest entries, or those older than the one named by before; only those of a number (E.164) if given."""
    rows = await session.execute(
        _LIST,
        {
            "account_id": account_id,
            "before": before,
            "limit": limit,
            "hash": None if number is None else key_ring.lookup(number, account_id),
        },
    )
    return [_view(row, account_id, key_ring) for row in rows]


def _view(row: Any, account_id: AccountId, key_ring: KeyRing) -> SuppressionView:
    words, note = (
        "" if sealed is None else key_ring.open(sealed, account_id).decode()
        for sealed in (row.words_sealed, row.note_sealed)
    )
    category = None if row.category is None else Purpose(row.category)
    return SuppressionView(
        id=row.id,
        number=key_ring.open_record(row.number_sealed, account_id, Person).number,
        scope=SuppressionScope(row.channel, row.campaign_id, category, row.expires_at),
        source=row.source,
        call_id=row.call_id,
        evidence=OptOutEvidence(words, row.said_at, row.attempt_id),
        added=AddedSuppression(row.added_by, note),
        created_at=row.created_at,
    )
