"""What is looked for, or goes, once it is so old: a little younger it is not, a little older it is. One row of each age, of every kind.

Moments that the clock gives are tried some seconds before and behind, those of the transaction's beginning to the millisecond.
"""

import os
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

import pytest

from database import (
    attempts,
    campaigns,
    claims,
    direct_calls,
    idempotency,
    import_files,
    legal_holds,
    media_processes,
    person_requests,
    request_limits,
    sealing_keys,
    suppression_lists,
)
from database.idempotency import Standing
from database.people import Person
from domain.errors import BeingErased
from domain.identifiers import AttemptId
from tests.database.drafts import draft_in
from tests.database.neighbours import A_MOMENT, Neighbours

SECOND, MINUTE, HOUR, DAY = (
    timedelta(seconds=1),
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
)
NUMBER: Final = "+4930555777100"
Is = Callable[[], Awaitable[bool]]
Made = Callable[[Neighbours, datetime], Awaitable[Is]]


def _id(prefix: str) -> str:
    return f"{prefix}_{os.urandom(8).hex()}"


async def _call(beside: Neighbours, at: datetime, **columns: object) -> str:
    """A call that nobody dialled yet, with its person; planned at this moment."""
    call, lead, campaign = _id("call"), _id("lead"), await draft_in(beside.session, beside.ours)
    await beside.run(
        """INSERT INTO leads (id, account_id, campaign_id, state, number_hash, person_sealed, hours_key)
           VALUES (:lead, :account, :campaign, 'claimed', :hash, :person, 'us')""",
        lead=lead,
        account=beside.ours,
        campaign=campaign,
        hash=beside.ring.lookup(NUMBER, beside.ours),
        person=beside.ring.seal_record(Person(NUMBER), beside.ours),
    )
    await beside.run(
        """INSERT INTO calls (id, account_id, campaign_id, lead_id, trunk_id, state, why, created_at)
           SELECT :call, :account, id, :lead, trunk_id, 'claimed', '', :at FROM campaigns WHERE id = :campaign""",
        call=call,
        account=beside.ours,
        lead=lead,
        campaign=campaign,
        at=at,
    )
    for name, value in columns.items():
        await beside.run(f"UPDATE calls SET {name} = :value WHERE id = :id", value=value, id=call)
    return call


async def _open_call(
    beside: Neighbours, call: str, *, stale_claims: bool = False, overdue: bool = False
) -> bool:
    found = await claims.open_calls(
        beside.session, beside.ours, beside.ring, stale_claims=stale_claims, overdue=overdue
    )
    return call in {each.call_id for each in found}


async def _claimed(beside: Neighbours, at: datetime) -> Is:
    call = await _call(beside, at)
    return lambda: _open_call(beside, call, stale_claims=True)


async def _not_begun(beside: Neighbours, at: datetime) -> Is:
    call = await _call(beside, at)
    return lambda: _open_call(beside, call, overdue=True)


async def _due(beside: Neighbours, at: datetime) -> Is:
    call = await _call(beside, beside.now - DAY, state="waiting", next_attempt_at=at)
    return lambda: _open_call(beside, call, overdue=True)


async def _single(beside: Neighbours, at: datetime) -> Is:
    call = await _call(beside, at, campaign_id=None)

    async def is_found() -> bool:
        return call in {each.call_id for each in await direct_calls.unbegun_calls(beside.session)}

    return is_found


async def _campaign(beside: Neighbours, at: datetime) -> Is:
    campaign = await draft_in(beside.session, beside.ours)
    await beside.run(
        "UPDATE campaigns SET state = 'running', started_at = :at WHERE id = :id", at=at, id=campaign
    )

    async def is_found() -> bool:
        return campaign in {each.campaign_id for each in await campaigns.running_campaigns(beside.session)}

    return is_found


async def _request(beside: Neighbours, **columns: object) -> str:
    request = _id("preq")
    await beside.run(
        """INSERT INTO person_requests (id, account_id, kind, number_hash, asked_by)
           VALUES (:id, :account, 'export', :hash, 'key')""",
        id=request,
        account=beside.ours,
        hash=beside.ring.lookup(NUMBER, beside.ours),
    )
    for name, value in columns.items():
        await beside.run(
            f"UPDATE person_requests SET {name} = :value WHERE id = :id", value=value, id=request
        )
    return request


async def _asked(beside: Neighbours, at: datetime) -> Is:
    request = await _request(beside, created_at=at)

    async def is_found() -> bool:
        return request in {
            order.request_id for _, order in await person_requests.unbegun_requests(beside.session)
        }

    return is_found


async def _given_out(beside: Neighbours, at: datetime) -> Is:
    request = await _request(beside, bundle_sealed=b"{}", expires_at=at)

    async def is_gone() -> bool:
        await person_requests.forget_old_bundles(beside.session)
        return [None] == await beside.found(
            "SELECT bundle_sealed FROM person_requests WHERE id = :id", id=request
        )

    return is_gone


async def _marked(beside: Neighbours, at: datetime) -> Is:
    """That somebody deletes: a hold may be set once that is over."""
    request = await _request(beside)
    mark = (
        "UPDATE person_requests SET deleting = jsonb_build_object('mark', CAST(:at AS text)) WHERE id = :id"
    )
    await beside.run(mark, at=at.isoformat(), id=request)

    async def may_be_held() -> bool:
        try:
            await legal_holds.set_hold(
                beside.session, beside.ours, NUMBER, "claim 17", beside.ring, set_by="key"
            )
        except BeingErased:
            return False
        finally:
            await beside.run("DELETE FROM person_requests WHERE id = :id", id=request)
        return True

    return may_be_held


def _claim_of(request_hash: bytes, *, answered: bool = False, **columns: object) -> Made:
    """A key of this age may be used for another request, or again."""

    async def made(beside: Neighbours, at: datetime) -> Is:
        key = _id("once")
        await idempotency.claim_key(beside.session, beside.ours, key, b"one", "call_1", beside.ring)
        answer = {"status": 201, "answer_sealed": beside.ring.seal_record({}, beside.ours)}
        for name, value in {**(answer if answered else {}), **columns, "created_at": at}.items():
            await beside.run(
                f"UPDATE idempotency_keys SET {name} = :value WHERE key = :key", value=value, key=key
            )

        async def is_free() -> bool:
            claim = await idempotency.claim_key(
                beside.session, beside.ours, key, request_hash, "call_2", beside.ring
            )
            return claim.standing is Standing.MINE

        return is_free

    return made


async def _heard(beside: Neighbours, at: datetime) -> Is:
    return await _claim_of(b"one", heard_at=at)(beside, beside.now - HOUR)


async def _key(beside: Neighbours, at: datetime) -> Is:
    key = _id("once")
    await beside.run(
        "INSERT INTO idempotency_keys (account_id, key, request_hash, created_at) VALUES (:id, :key, 'h', :at)",
        id=beside.ours,
        key=key,
        at=at,
    )

    async def is_gone() -> bool:
        await idempotency.forget_old_keys(beside.session)
        return [] == await beside.found("SELECT key FROM idempotency_keys WHERE key = :key", key=key)

    return is_gone


async def _file(beside: Neighbours, at: datetime) -> Is:
    made, campaign = _id("imp"), await draft_in(beside.session, beside.ours)
    await beside.run(
        "INSERT INTO lead_imports (id, account_id, campaign_id, file_name) VALUES (:id, :account, :campaign, 'f')",
        id=made,
        account=beside.ours,
        campaign=campaign,
    )
    await beside.run(
        "INSERT INTO import_files (import_id, place, account_id, content_sealed, created_at) VALUES (:id, 0, :account, 'c', :at)",
        id=made,
        account=beside.ours,
        at=at,
    )

    async def is_gone() -> bool:
        await import_files.forget_old_files(beside.session)
        return [] == await beside.found("SELECT place FROM import_files WHERE import_id = :id", id=made)

    return is_gone


async def _counted(beside: Neighbours, at: datetime) -> Is:
    actor = _id("key")
    await beside.run("INSERT INTO requests_taken (actor, at) VALUES (:actor, :at)", actor=actor, at=at)

    async def is_gone() -> bool:
        await request_limits.forget_old_requests(beside.session)
        return [] == await beside.found("SELECT id FROM requests_taken WHERE actor = :actor", actor=actor)

    return is_gone


async def _holder(beside: Neighbours, at: datetime) -> str:
    process = _id("api")
    await beside.run(
        """INSERT INTO key_holders (process, ring, known, seals_with, seen_at) VALUES (:process, 'ages', '{1}', 1, :at)""",
        process=process,
        at=at,
    )
    return process


async def _silent(beside: Neighbours, at: datetime) -> Is:
    process = await _holder(beside, at)

    async def is_gone() -> bool:
        return process not in {each.process for each in await sealing_keys.holders(beside.session, "ages")}

    return is_gone


async def _killed(beside: Neighbours, at: datetime) -> Is:
    process = await _holder(beside, at)

    async def is_forgotten() -> bool:
        await sealing_keys.forget_silent(beside.session)
        kept = "SELECT process FROM key_holders WHERE process = :process"
        return [] == await beside.found(kept, process=process)

    return is_forgotten


async def _media(beside: Neighbours, at: datetime) -> Is:
    process = _id("media")
    await beside.run(
        "INSERT INTO media_processes (process, stream_url, control_url, seen_at) VALUES (:process, 's', 'c', :at)",
        process=process,
        at=at,
    )

    async def is_silent() -> bool:
        return process not in await media_processes.all_places(beside.session)

    return is_silent


async def _read(beside: Neighbours, at: datetime) -> Is:
    """A version of a list that somebody reads."""
    named = _id("list")
    await beside.run(
        "INSERT INTO suppression_lists (id, account_id, name, kind, source, added_by) VALUES (:id, :account, :id, 'own', '', 'key')",
        id=named,
        account=beside.ours,
    )
    await beside.run(
        """INSERT INTO suppression_list_versions (account_id, list_id, as_of, added_by, heard_at)
           VALUES (:account, :id, current_date, 'key', :at)""",
        account=beside.ours,
        id=named,
        at=at,
    )

    async def has_failed() -> bool:
        await suppression_lists.forget_replaced(beside.session)
        states = "SELECT state FROM suppression_list_versions WHERE list_id = :id"
        return ["failed"] == await beside.found(states, id=named)

    return has_failed


async def _dialled(beside: Neighbours, at: datetime) -> Is:
    """Another dial of the number, which a look-up must not take for its own."""
    calls = [await _call(beside, beside.now) for _ in range(2)]
    for place, call in enumerate(calls):
        await beside.run(
            """INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, carrier_call_id, placing_at, state)
               SELECT :id, account_id, id, 1, 'one number', trunk_id, :leg, :at, 'closed' FROM calls WHERE id = :call""",
            id=f"{call}-1",
            leg=f"CA{place}",
            at=at,
            call=call,
        )

    async def is_forgotten() -> bool:
        found = await attempts.carrier_calls_of_number(
            beside.session, beside.ours, AttemptId(f"{calls[0]}-1")
        )
        await beside.run("UPDATE attempts SET number_hash = id::bytea WHERE account_id = :id", id=beside.ours)
        return found == []

    return is_forgotten


KINDS: Final = [
    (_claimed, 20 * SECOND, 9 * SECOND),
    (_not_begun, MINUTE, 20 * SECOND),
    (_due, 5 * MINUTE, MINUTE),
    (_single, 20 * SECOND, 9 * SECOND),
    (_campaign, 10 * SECOND, 8 * SECOND),
    (_asked, 20 * SECOND, 9 * SECOND),
    (_given_out, 0 * SECOND, 20 * SECOND),
    (_marked, 6 * MINUTE, A_MOMENT),
    (_claim_of(b"another"), DAY, A_MOMENT),
    (_claim_of(b"one"), MINUTE, A_MOMENT),
    (_claim_of(b"one", answered=True), DAY, A_MOMENT),
    (_heard, MINUTE, A_MOMENT),
    (_key, DAY, A_MOMENT),
    (_file, 7 * DAY, A_MOMENT),
    (_counted, HOUR, A_MOMENT),
    (_silent, 30 * SECOND, 9 * SECOND),
    (_killed, DAY, MINUTE),
    (_media, 3 * SECOND, 2.5 * SECOND),
    (_read, 10 * MINUTE, MINUTE),
    (_dialled, DAY, A_MOMENT),
]


@pytest.mark.parametrize(("made", "limit", "near"), KINDS, ids=lambda each: getattr(each, "__name__", None))
async def test_what_is_so_old_is_and_what_is_younger_is_not(
    beside: Neighbours, made: Made, limit: timedelta, near: timedelta
) -> None:
    told = []
    for age in (limit - near, limit + near):
        [clock] = await beside.found("SELECT clock_timestamp()")
        now = beside.now if near == A_MOMENT else clock
        told.append(await (await made(beside, now - age))())
    assert [False, True] == told
