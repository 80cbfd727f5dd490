"""What people demand themselves, in a call or in writing: their own word goes before what lists and operators entered.

What the verdict after a call finds is stored with its report (conversations.py); the list itself: suppressions.py.
"""

from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from database.suppressions import evidence_parameters, suppress, suppressing
from domain.identifiers import AccountId, AttemptId, CallId
from domain.suppressions import OptOutEvidence, SuppressionSource

_NOTHING: Final = OptOutEvidence()
# As whoever forgets a person takes it, in a statement of its own: the next one sees what was waited for.
_LOCK = text("SELECT lock_attempt_v1(:attempt_id)")
_OPT_OUT_ROWS = """
    SELECT :suppression_id, :account_id, number_hash, person_sealed, 'all', :source, call_id, :attempt_id,
           CASE WHEN NOT is_nobodys THEN CAST(:words_sealed AS bytea) END, CAST(:said_at AS timestamptz)
    FROM attempt
"""
_OPT_OUT = text(f"""
    WITH attempt AS (
        SELECT a.number_hash, a.call_id, c.campaign_id, l.person_sealed, is_nobodys_v2(a.id, a.account_id) AS is_nobodys
        FROM attempts a JOIN calls c ON c.id = a.call_id JOIN leads l ON l.id = c.lead_id
        WHERE a.id = :attempt_id AND a.account_id = :account_id
    ),
    suppressed AS ({suppressing(_OPT_OUT_ROWS)})
    INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key)
    SELECT :account_id, campaign_id, call_id, :attempt_id, 'opt_out', :attempt_id || '/opt_out' FROM attempt
    ON CONFLICT (account_id, dedupe_key) DO NOTHING
""")


_TAKE_BACK = text("""
    WITH lifted AS (
        UPDATE suppressions SET removed_at = :at, taken_back_sealed =
            CASE WHEN NOT is_nobodys_v2(:attempt_id, :account_id) THEN CAST(:words_sealed AS bytea) END
        WHERE account_id = :account_id AND attempt_id = :attempt_id AND source = ANY(:sources) AND removed_at IS NULL
        RETURNING call_id
    )
    INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key)
    SELECT :account_id, c.campaign_id, c.id, :attempt_id, 'opt_out.taken_back', :attempt_id || '/opt_out.taken_back'
    FROM lifted JOIN calls c ON c.id = lifted.call_id
    ON CONFLICT (account_id, dedupe_key) DO NOTHING
""")
_OWN_WORDS: Final = [
    str(source)
    for source in SuppressionSource
    if source not in (SuppressionSource.LIST, SuppressionSource.OPERATOR)
]
_OF_A_CONVERSATION: Final = [SuppressionSource.SAID_ON_CALL, SuppressionSource.PRESSED_ON_CALL]


async def store_opt_out(
    session: AsyncSession,
    account_id: AccountId,
    attempt_id: AttemptId,
    evidence: OptOutEvidence,
    key_ring: KeyRing,
    *,
    suppression_id: str,
    source: str,
) -> None:
    """Suppress the number of this attempt on every channel, at once (law 4); harmless when repeated.

    Of a person who was erased meanwhile the number's hash is kept, and nothing else.
    """
    parameters = {
        "account_id": account_id,
        "suppression_id": suppression_id,
        "source": source,
        **evidence_parameters(evidence, account_id, key_ring),
        "attempt_id": attempt_id,
    }
    await session.execute(_LOCK, {"attempt_id": attempt_id})
    await session.execute(_OPT_OUT, parameters)


async def take_back_opt_out(
    session: AsyncSession, account_id: AccountId, evidence: OptOutEvidence, key_ring: KeyRing
) -> None:
    """Lift what the person demanded in this conversation, with the words that took it back; the row stays as evidence.

    An entry that was there before the conversation stays. Of a person who was erased meanwhile no words are kept. Harmless
    when repeated.
    """
    parameters = {
        **evidence_parameters(evidence, account_id, key_ring),
        "account_id": account_id,
        "at": evidence.said_at,
        "sources": [str(source) for source in _OF_A_CONVERSATION],
    }
    del parameters["said_at"]
    await session.execute(_LOCK, {"attempt_id": evidence.attempt_id})
    await session.execute(_TAKE_BACK, parameters)


async def suppress_by_own_word(
    session: AsyncSession,
    account_id: AccountId,
    number: str,
    key_ring: KeyRing,
    *,
    source: SuppressionSource,
    call_id: CallId | None = None,
    evidence: OptOutEvidence = _NOTHING,
) -> None:
    """Let nobody contact this number (E.164) on any channel, as the person there wrote. Harmless when repeated.

    What a list or an operator entered before ends in its favour: who later takes that off the list would take the person's word with it.
    """
    await session.execute(
        text("""
            UPDATE suppressions SET removed_at = now()
            WHERE account_id = :account_id AND number_hash = :hash AND channel = 'all' AND removed_at IS NULL
              AND source <> ALL(:own)
        """),
        {"account_id": account_id, "hash": key_ring.lookup(number, account_id), "own": _OWN_WORDS},
    )
    await suppress(
        session,
        account_id,
        [number],
        key_ring,
        channel="all",
        source=source,
        call_id=call_id,
        evidence=evidence,
    )


async def refused_since(
    session: AsyncSession, account_id: AccountId, number: str, key_ring: KeyRing, moment: datetime
) -> bool:
    """Whether the person at this number (E.164) refused all channels, in words of their own, since then, be the entry removed again."""
    found = await session.execute(
        text("""
            SELECT true FROM suppressions
            WHERE account_id = :account_id AND number_hash = :hash AND channel = 'all' AND created_at >= :moment
              AND source = ANY(:own)
            LIMIT 1
        """),
        {
            "account_id": account_id,
            "hash": key_ring.lookup(number, account_id),
            "moment": moment,
            "own": _OWN_WORDS,
        },
    )
    return found.one_or_none() is not None


async def lift_channel(
    session: AsyncSession, account_id: AccountId, number: str, key_ring: KeyRing, channel: str, at: datetime
) -> None:
    """The person allowed this one channel again at that moment; later entries stay, those for all channels, and those that somebody
    made for one campaign, one purpose or a time."""
    await session.execute(
        text("""
            UPDATE suppressions SET removed_at = :at
            WHERE account_id = :account_id AND number_hash = :hash AND channel = :channel AND removed_at IS NULL
              AND created_at <= :at
        """),
        {
            "account_id": account_id,
            "hash": key_ring.lookup(number, account_id),
            "channel": channel,
            "at": at,
        },
    )
