"""Everything that decides about a call's next contact, read at one moment behind the lock on its number (law 2)."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.abandonment import abandonment_of, count_abandoned, count_anew
from database.caller_identities import callers_of
from database.consents import ledger_of
from database.own_outcomes import FLAGS_OF_CALL, outcome_of
from database.people import Person
from database.placing import IS_PLACED
from database.predial_hooks import PredialHook, hook_of
from database.sealing import CannotOpen, KeyRing
from domain.abandonment import NOTHING_ANSWERED, Abandonment, is_limited
from domain.caller_identities import CallerIdentity
from domain.connections import ConnectionRef
from domain.consents import EMPTY_LEDGER, ConsentLedger
from domain.contactability import PROMISES
from domain.identifiers import AccountId, AttemptId, CallId, CampaignId, LeadId, TrunkId
from domain.outcomes import Outcome
from domain.preferences import PreferenceKind, PreferenceValue, value_of_json
from domain.suppression_lists import NamedList


@dataclass(frozen=True, slots=True)
class PastAttempt:
    """An earlier dial to the same number, over all campaigns of the account."""

    at: datetime
    call_id: CallId
    live: bool
    unconfirmed: bool


@dataclass(frozen=True, slots=True)
class KnownPreference:
    """How the person wants to be contacted, and when they said so; the last of its kind."""

    value: PreferenceValue
    said_at: datetime


@dataclass(frozen=True, slots=True)
class CallFacts:
    """Everything that decides about a call's next contact, read by the function call_facts_v7 of the database.

    attempts_made counts this call's attempts; past holds the number's dials of the last 72 hours and the last
    one before, newest first, and another call's attempt that still waits for its slot;
    outcome is what its attempts brought so far; is_placed: one of them was placed and is not closed;
    suppressed_on lists the channels ("all", "voice", "sms") the number is suppressed on;
    last_talk_at: the end of the last conversation with the number, known only where a preference says how often;
    promised_at: when the person asked for the call that is to be made, None where they did not;
    consents: what the list's row said of recordings; ledger: all consents on record of the person, on which contacts rest;
    plan, script and agent are the JSON records the call is to be made with; line is the line it holds;
    rule_versions: the account's own versions of rule packs that hold then (rule_packs.py);
    abandonment: of its campaign, as counted minutes ago at the most;
    caller_number: the trunk's; callers: of the numbers that the plan picks those that are there;
    predial_hook: the customer's program that is asked before the dial;
    now is the database's clock as it read them: the one by which everything about contacts is decided.
    """

    now: datetime

    account_id: AccountId
    call_id: CallId
    campaign_id: CampaignId | None
    lead_id: LeadId
    campaign_state: str | None
    call_state: str
    not_before: datetime | None
    not_before_because: str | None
    may_queue: bool
    person: Person
    number_hash: bytes
    hours_key: str
    review: str | None
    consents: frozenset[str]
    plan: dict[str, Any]
    script: dict[str, Any]
    agent: dict[str, Any]
    trunk_id: TrunkId
    connection: ConnectionRef
    caller_number: str
    calls_per_second: float
    trunk_paused_until: datetime | None
    trunk_paused_because: str | None
    line: int | None
    suppressed_on: frozenset[str]
    attempts_made: int
    past: tuple[PastAttempt, ...]
    attempt_state: str | None
    outcome: Outcome
    is_placed: bool
    preferences: tuple[KnownPreference, ...] = ()
    last_talk_at: datetime | None = None
    promised_at: datetime | None = None
    ledger: ConsentLedger = EMPTY_LEDGER
    rule_versions: tuple[str, ...] = ()
    lists: tuple[NamedList, ...] = ()
    abandonment: Abandonment = NOTHING_ANSWERED
    callers: tuple[CallerIdentity, ...] = ()
    predial_hook: PredialHook | None = None

    @property
    def is_answered(self) -> bool:
        """The person's answer is final, and no call was agreed on beside it."""
        is_promised = self.not_before_because in PROMISES and self.outcome.flags.leaves_promise
        return self.outcome.flags.final and not is_promised


_FACTS = text("""
    SELECT facts.*, clock_timestamp() AS now, rules_in_force_v1(facts.account_id) AS rule_versions
    FROM call_facts_v7(:account_id, :call_id, :attempt_id, :lock_number) AS facts
""")

_OF_NEW_CALLS = text("""
    SELECT facts.*, clock_timestamp() AS now, (SELECT rules_in_force_v1(:account_id)) AS rule_versions
    FROM calls c, call_facts_v7(c.account_id, c.id, NULL, false) AS facts
    WHERE c.account_id = :account_id AND c.id = ANY(:call_ids)
      AND facts.call_state = 'claimed' AND facts.attempts_made = 0 AND (facts.lists IS NULL OR facts.is_hashed)
""")


# Asked when the number is locked, so that a report that held the lock is seen.
_SO_FAR = text(f"""
    SELECT c.outcome, {FLAGS_OF_CALL} AS outcome_flags,
           EXISTS (SELECT FROM attempts a WHERE a.call_id = c.id AND a.state {IS_PLACED}) AS is_placed
    FROM calls c WHERE c.id = :call_id AND c.account_id = :account_id
""")


async def read_facts(
    session: AsyncSession,
    account_id: AccountId,
    call_id: CallId,
    key_ring: KeyRing,
    *,
    attempt_id: AttemptId | None = None,
) -> CallFacts | None:
    """What decides about this call now, and how this attempt stands; None if the account has no such call.

    Raises CannotOpen.

    First takes the advisory lock on the call's number until the transaction ends, so that there is one decision at a
    time for a number; what the lock waited for is then seen.
    """
    return await _read(session, account_id, call_id, key_ring, attempt_id=attempt_id, lock_number=True)


async def look_at_facts(
    session: AsyncSession, account_id: AccountId, call_id: CallId, key_ring: KeyRing
) -> CallFacts | None:
    """The same for whoever only wants to know, and holds no dial up: no number is locked. Raises CannotOpen."""
    return await _read(session, account_id, call_id, key_ring, attempt_id=None, lock_number=False)


async def _read(
    session: AsyncSession,
    account_id: AccountId,
    call_id: CallId,
    key_ring: KeyRing,
    *,
    attempt_id: AttemptId | None,
    lock_number: bool,
) -> CallFacts | None:
    parameters = {
        "account_id": account_id,
        "call_id": call_id,
        "attempt_id": attempt_id,
        "lock_number": lock_number,
    }
    row = (await session.execute(_FACTS, parameters)).mappings().one_or_none()
    if row is None:
        return None
    if row["lists"] and not row["is_hashed"]:
        await _hash_for_lists(session, row, key_ring)
        row = (await session.execute(_FACTS, parameters)).mappings().one()
    abandonment = abandonment_of(row["abandonment"], row["now"])
    if abandonment is None and row["campaign_id"] is not None and is_limited(row["hours_key"]):
        count = count_anew if lock_number else count_abandoned
        abandonment = await count(session, account_id, row["campaign_id"])
    outcome, is_placed = Outcome.of(None), False
    if row["attempts_made"]:
        found = await session.execute(_SO_FAR, {"account_id": account_id, "call_id": call_id})
        so_far = found.mappings().one()
        outcome, is_placed = outcome_of(so_far), so_far["is_placed"]
    facts = _facts(row, key_ring, outcome=outcome, is_placed=is_placed)
    return facts if abandonment is None else replace(facts, abandonment=abandonment)


async def _hash_for_lists(session: AsyncSession, row: RowMapping, key_ring: KeyRing) -> None:
    """A lead of before there were named lists: only who opens it can say under which hash they have it."""
    person = key_ring.open_record(row["person_sealed"], row["account_id"], Person)
    await session.execute(
        text("""
            UPDATE leads SET list_hash = :hash
            WHERE id = :lead_id AND account_id = :account_id AND list_hash IS NULL AND state <> 'erased'
        """),
        {
            "hash": key_ring.lookup_on_lists(person.number, row["account_id"]),
            "lead_id": row["lead_id"],
            "account_id": row["account_id"],
        },
    )


async def facts_of_new_calls(
    session: AsyncSession, account_id: AccountId, call_ids: Sequence[CallId], key_ring: KeyRing
) -> list[CallFacts]:
    """What decides about those of these calls that were claimed and never dialled; no number is locked.

    A row that cannot be opened, or that nobody has looked up in the named lists yet, is left out: its call finds so for itself, and
    holds up no other.
    """
    rows = await session.execute(_OF_NEW_CALLS, {"account_id": account_id, "call_ids": list(call_ids)})
    found = []
    for row in rows.mappings():
        with suppress(CannotOpen):
            found.append(_facts(row, key_ring, outcome=Outcome.of(None), is_placed=False))
    return found


def _facts(row: RowMapping, key_ring: KeyRing, *, outcome: Outcome, is_placed: bool) -> CallFacts:
    return CallFacts(
        now=row["now"],
        account_id=row["account_id"],
        call_id=row["call_id"],
        campaign_id=row["campaign_id"],
        lead_id=row["lead_id"],
        campaign_state=row["campaign_state"],
        call_state=row["call_state"],
        not_before=row["not_before"],
        not_before_because=row["not_before_because"],
        may_queue=row["may_queue"],
        person=key_ring.open_record(row["person_sealed"], row["account_id"], Person),
        number_hash=row["number_hash"],
        hours_key=row["hours_key"],
        review=row["review"],
        consents=frozenset(row["consents"]),
        plan=row["plan"],
        script=row["script"],
        agent=row["agent"],
        trunk_id=row["trunk_id"],
        connection=ConnectionRef(
            row["connection_id"], row["account_id"], row["carrier"], row["connection_version"]
        ),
        caller_number=row["caller_number"],
        calls_per_second=row["calls_per_second"],
        trunk_paused_until=row["paused_until"],
        trunk_paused_because=row["paused_because"],
        line=row["line"],
        suppressed_on=frozenset(row["suppressed_on"] or ()),
        attempts_made=row["attempts_made"],
        past=tuple(
            PastAttempt(
                at=datetime.fromisoformat(past["at"]),
                call_id=CallId(past["call_id"]),
                live=past["live"],
                unconfirmed=past["unconfirmed"],
            )
            for past in row["past"] or ()
        ),
        attempt_state=row["attempt_state"],
        outcome=outcome,
        is_placed=is_placed,
        preferences=tuple(
            KnownPreference(
                value_of_json(PreferenceKind(one["kind"]), one["value"]),
                datetime.fromisoformat(one["said_at"]),
            )
            for one in row["preferences"] or ()
        ),
        last_talk_at=row["last_talk_at"],
        promised_at=row["promised_at"],
        ledger=ledger_of(row["ledger"] or ()),
        rule_versions=tuple(row["rule_versions"] or ()),
        lists=tuple(msgspec.convert(row["lists"] or [], list[NamedList])),
        abandonment=abandonment_of(row["abandonment"], row["now"]) or NOTHING_ANSWERED,
        callers=callers_of(row["callers"]),
        predial_hook=hook_of(row["predial_hook"], row["account_id"], key_ring),
    )
