"""One person, forgotten: what domain/personal_data.py says of each table, in one transaction behind the number's lock.

What lies outside the database is deleted before (activities/people.py): the rows tell what that is. One call's conversations alone:
erasure.py.
"""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.conversations import nothing_said
from database.lead_hook_messages import messages_wait
from database.legal_holds import is_held, lock_number
from database.people import Person
from database.person_finding import Theirs, find_person
from database.sealing import KeyRing
from domain.identifiers import AccountId, LeadId, planned_call_id
from domain.import_notes import ImportQuestion
from domain.person_requests import Step

NOBODY: Final = Person("")
"""What stands in the place of a person who was forgotten."""
ERASED: Final = "erased"
"""The state of a lead that is nobody any more, and why a call of theirs ended."""

_GONE: Final = {
    "status": 409,
    "title": "Conflict",
    "detail": "The person that this answer told of was erased.",
    "code": "person_erased",
}
_CALLS_OF: Final = "call_id = ANY(:calls) AND account_id = :account_id"
_OF_NUMBER: Final = "account_id = :account_id AND number_hash = :hash"
# A lead that nobody called goes; one that was called keeps its row, under the hash of its own id, so that a later list may have the
# number again, and its lead is somebody new.
_STATEMENTS: Final = tuple(
    text(statement)
    for statement in (
        """
            INSERT INTO call_events (account_id, campaign_id, kind, dedupe_key, detail)
            SELECT account_id, campaign_id, 'lead.erased', id || '/erased', jsonb_build_object('lead_id', id)
            FROM leads WHERE id = ANY(:leads) AND account_id = :account_id AND campaign_id IS NOT NULL
            ON CONFLICT (account_id, dedupe_key) DO NOTHING
        """,
        "DELETE FROM conversation_snapshots s USING attempts a WHERE s.attempt_id = a.id AND a.call_id = ANY(:calls) AND a.account_id = :account_id",
        f"UPDATE conversations SET content_sealed = :nothing, sentiment = 'neutral', language = NULL WHERE {_CALLS_OF}",
        "UPDATE calls SET why = :erased, plan = plan - 'follow_ups' WHERE id = ANY(:calls) AND account_id = :account_id",
        f"DELETE FROM preferences WHERE {_OF_NUMBER}",
        f"""
            UPDATE suppressions SET number_sealed = :nobody, words_sealed = NULL, taken_back_sealed = NULL, note_sealed = NULL
            WHERE {_OF_NUMBER}
        """,
        # What was taken back binds the number for ever. What was given allows nothing to whoever has the number next, so its lines,
        # which are never changed, are entered anew under the hash of their own ids, where decisions find them.
        f"UPDATE consents SET number_sealed = :nobody, evidence_sealed = NULL WHERE {_OF_NUMBER} AND kind = 'withdrawn'",
        f"""
            WITH given AS (DELETE FROM consents WHERE {_OF_NUMBER} AND kind = 'given' RETURNING *)
            INSERT INTO consents (id, account_id, number_hash, number_sealed, lead_id, kind, basis, purposes, channels, text_id, source,
                                  import_id, actor, at, expires_at, created_at)
            SELECT id, account_id, sha256(convert_to(id, 'UTF8')), CAST(:nobody AS bytea), lead_id, kind, basis, purposes, channels, text_id,
                   source, import_id, actor, at, expires_at, created_at
            FROM given
        """,
        f"UPDATE limited_suppressions SET number_sealed = :nobody, note_sealed = NULL WHERE {_OF_NUMBER}",
        f"""
            UPDATE import_barred SET person_sealed = :nobody
            WHERE import_id IN (SELECT id FROM lead_imports WHERE account_id = :account_id) AND {_OF_NUMBER}
        """,
        "DELETE FROM import_files WHERE account_id = :account_id",
        """
            UPDATE webhook_deliveries SET answer_sealed = NULL
            WHERE account_id = :account_id AND in_order_with = ANY(CAST(:calls AS text[]) || CAST(:planned AS text[]))
        """,
        f"UPDATE legal_holds SET number_sealed = :nobody, reason_sealed = NULL WHERE {_OF_NUMBER}",
        f"""
            UPDATE person_requests SET bundle_sealed = NULL, number_sealed = CASE WHEN kind <> 'export' THEN number_sealed END
            WHERE {_OF_NUMBER}
        """,
        """
            DELETE FROM leads l WHERE l.id = ANY(:leads) AND l.account_id = :account_id
              AND NOT EXISTS (SELECT FROM calls c WHERE c.lead_id = l.id AND c.id = ANY(:calls))
        """,
        """
            UPDATE leads SET state = :erased, number_hash = sha256(convert_to(id, 'UTF8')), list_hash = NULL,
                person_sealed = :nobody, review = NULL
            WHERE id = ANY(:leads) AND account_id = :account_id
        """,
    )
)


async def keep_from_calling(session: AsyncSession, account_id: AccountId, leads: Sequence[str]) -> None:
    """Have nobody claim these leads, nor commit them: their calls are about to end."""
    await session.execute(
        text("""
            UPDATE leads SET state = :erased
            WHERE id = ANY(:leads) AND account_id = :account_id AND state IN ('ready', 'staged')
        """),
        {"leads": list(leads), "account_id": account_id, "erased": ERASED},
    )


async def erase_rows(
    session: AsyncSession,
    account_id: AccountId,
    number_hash: bytes,
    known: Theirs,
    key_ring: KeyRing,
    *,
    at: datetime,
) -> Step:
    """Forget the person at this number in every table, unless a legal hold forbids it. May be repeated.

    AGAIN, and nothing changed, while a call of theirs is not closed, while what a lead hook was sent is still to be read, or if there are
    leads or calls that are not among the known.
    """
    await lock_number(session, number_hash)
    if await is_held(session, account_id, number_hash):
        return Step.HELD
    now = await find_person(session, account_id, number_hash)
    if not (set(now.leads) <= set(known.leads) and set(now.calls) <= set(known.calls)):
        return Step.AGAIN
    if await messages_wait(session, account_id):
        return Step.AGAIN
    still_open = await session.execute(
        text(
            "SELECT true FROM calls WHERE id = ANY(:calls) AND account_id = :account_id AND state <> 'closed' LIMIT 1"
        ),
        {"calls": list(known.calls), "account_id": account_id},
    )
    if still_open.one_or_none() is not None:
        return Step.AGAIN
    parameters = {
        "account_id": account_id,
        "hash": number_hash,
        "leads": list(known.leads),
        "calls": list(known.calls),
        "planned": [planned_call_id(LeadId(lead)) for lead in known.leads],
        "nothing": key_ring.seal_record(asdict(nothing_said(at)), account_id),
        "nobody": key_ring.seal_record(asdict(NOBODY), account_id),
        "erased": ERASED,
    }
    for statement in _STATEMENTS:
        await session.execute(statement, parameters)
    await _forget_shown_cells(session, account_id, key_ring)
    return Step.DONE


async def _forget_shown_cells(session: AsyncSession, account_id: AccountId, key_ring: KeyRing) -> None:
    """A question about a list's columns shows cells of it; whose they are nobody can tell."""
    rows = await session.execute(
        text("""
            SELECT id, question_sealed FROM lead_imports
            WHERE account_id = :account_id AND question_sealed IS NOT NULL FOR UPDATE
        """),
        {"account_id": account_id},
    )
    for row in rows.all():
        question = key_ring.open_record(bytes(row.question_sealed), account_id, ImportQuestion)
        emptied = replace(question, samples=[replace(each, texts=[]) for each in question.samples])
        await session.execute(
            text(
                "UPDATE lead_imports SET question_sealed = :question WHERE id = :id AND account_id = :account_id"
            ),
            {
                "id": row.id,
                "account_id": account_id,
                "question": key_ring.seal_record(asdict(emptied), account_id),
            },
        )


async def forget_answers(
    session: AsyncSession, account_id: AccountId, keys: Sequence[str], key_ring: KeyRing
) -> None:
    """In the place of what these keys' requests were answered: that it is gone. The keys stay, so that nothing is done twice."""
    await session.execute(
        text("""
            UPDATE idempotency_keys SET status = 409, answer_sealed = :gone
            WHERE account_id = :account_id AND key = ANY(:keys) AND answer_sealed IS NOT NULL
        """),
        {"account_id": account_id, "keys": list(keys), "gone": key_ring.seal_record(_GONE, account_id)},
    )


async def forget_crm_links(session: AsyncSession, account_id: AccountId, calls: Sequence[str]) -> None:
    """The CRM has nothing of these calls any more."""
    await session.execute(
        text(f"DELETE FROM crm_links WHERE {_CALLS_OF}"), {"calls": list(calls), "account_id": account_id}
    )
