"""The dial against a real PostgreSQL and a scripted carrier: laws 1, 2 and 3, broken on purpose."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import structlog
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from activities import dialling
from activities.dialling import LEAST_LEFT, MOST_SLOTS
from activities.head_start import HeadStart
from activities.slot_clock import SlotClock
from database import placing, suppression_lists, trunks
from database.connections import CREDENTIALS_REFUSED
from database.consents import WithdrawnConsent, withdraw_consents
from database.limited_suppressions import suppress_within
from database.sealing import KeyRing
from database.session import Database, new_id
from database.suppressions import suppress
from database.trunks import pause_trunk
from domain.calls import DialAnswer, DialKind, ReadinessKind
from domain.campaigns import AttemptCaps, CampaignPlan, CampaignState, CustomWindow, Purpose
from domain.channels import Channel
from domain.identifiers import AccountId, CallId
from domain.outcomes import TechnicalResult
from domain.permits import MEDIA, PACE, TRUNK
from domain.suppression_lists import ListKind, NamedList
from domain.suppressions import AddedSuppression, SuppressionScope
from providers.carriers.contract import CallbackAddress, PlaceRequest
from providers.errors import (
    CredentialsRefused,
    OutcomeUnknown,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
    RecipientRefused,
    SendRefused,
)
from tests.activities.carrier import Answer, WorkerDied
from tests.activities.connections import Unreadable
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, scene_of
from tests.database.campaign_rows import CampaignRows, running_campaign

LIMIT = timedelta(seconds=10)


async def test_an_allowed_call_is_placed_once_and_its_attempt_is_kept(scene: Scene) -> None:
    """Requirements 1 and 14."""
    call_id = await scene.campaign.call(NUMBER)
    answer = await scene.prepared_dial(call_id)
    assert DialKind.PLACED is answer.kind
    [request] = scene.carrier.requests
    assert (NUMBER, f"{call_id}-1", True) == (request.to, request.correlation, request.fictional)
    known = await scene.known(call_id)
    assert known is not None
    assert ("placed", f"CA-{call_id}-1") == (known.state, known.carrier_call_id)
    assert [f"{call_id}-1"] == scene.stage.prepared


@pytest.mark.parametrize("detects_machines", [True, False])
async def test_a_carrier_is_told_all_that_the_campaign_says(scene: Scene, detects_machines: bool) -> None:
    """Requirement 14: nothing of a request is what it would be by itself."""
    await scene.campaign.set_plan(CampaignPlan(ring_seconds=31, longest_call_seconds=777))
    scene.carrier.detects_machines = detects_machines
    call_id = await scene.campaign.call(NUMBER)
    began = datetime.now(UTC)
    await scene.prepared_dial(call_id)
    [request] = scene.carrier.requests
    attempt = await scene.campaign.row("attempts", f"{call_id}-1")
    assert request == PlaceRequest(
        to=NUMBER,
        from_number="+14155552671",
        callbacks=CallbackAddress(
            "https://outbound.example", attempt["id"], attempt["media_process"], f"proof of {attempt['id']}"
        ),
        ring_seconds=31,
        longest_call_seconds=777,
        fictional=True,
        due=request.due,
        send_before=request.send_before,
        machine_detection=detects_machines,
    )
    assert request.send_before - began < timedelta(seconds=2), "not long after its slot, which was the next"
    [process] = await scene.campaign.rows(
        "SELECT control_url FROM media_processes WHERE process = :name", name=attempt["media_process"]
    )
    assert [process["control_url"]] == scene.stage.asked_at


@pytest.mark.parametrize(
    ("error", "refusal", "told"),
    [
        (None, None, [("call.placed",)]),
        (ProviderThrottled(code="20429"), None, [("dial.failed", "ProviderThrottled", "20429")]),
        (ProviderUnavailable(), None, [("dial.failed", "ProviderUnavailable", "")]),
        (RecipientRefused(code="21211"), None, [("dial.failed", "RecipientRefused", "21211")]),
        (OutcomeUnknown(), None, [("dial.failed", "OutcomeUnknown", "")]),
        (None, OSError("away"), [("call.placed",), ("dial.not_prepared", "OSError")]),
        (None, ProviderThrottled(), [("call.placed",), ("dial.vendor_full",)]),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
async def test_no_line_of_the_log_names_the_number(
    scene: Scene, error: Exception | None, refusal: Exception | None, told: list[tuple[str, ...]]
) -> None:
    """Law 8, requirement 157, however the dial goes: it says how, with the code that the carrier's support asks for."""
    scene.carrier.answers = [Answer(error, dials=isinstance(error, OutcomeUnknown | None))]
    scene.stage.refusal = refusal
    call_id = await scene.campaign.call(NUMBER)
    with structlog.testing.capture_logs() as lines:
        await scene.prepared_dial(call_id)
    assert told == sorted(
        (line["event"], *(line[name] for name in ("error", "code") if name in line)) for line in lines
    )
    assert {f"{call_id}-1"} == {line["attempt_id"] for line in lines}
    assert {f"CA-{call_id}-1"} >= {line["carrier_call_id"] for line in lines if "carrier_call_id" in line}
    assert NUMBER not in repr(lines)


async def test_the_attempt_exists_and_is_placing_before_the_carrier_is_asked(scene: Scene) -> None:
    """Law 1, requirement 17: the row first, the telephone afterwards."""
    call_id = await scene.campaign.call(NUMBER)
    seen: list[str] = []

    async def look(request: PlaceRequest) -> None:
        seen.append((await scene.campaign.row("attempts", request.correlation))["state"])

    scene.carrier.before_answer = look
    await scene.prepared_dial(call_id)
    assert ["placing"] == seen


@pytest.mark.parametrize(
    "error",
    [WorkerDied(), OutcomeUnknown()],
    ids=["the worker dies after placing", "the answer is lost"],
)
async def test_a_dial_of_unknown_fate_is_found_and_never_sent_again(scene: Scene, error: Exception) -> None:
    """Law 1, requirements 14 and 121: repeated until it answers, the telephone rang once."""
    call_id = await scene.campaign.call(NUMBER)
    scene.carrier.answers = [Answer(error, found_after=1)]
    answer = await _until_it_answers(scene, call_id)
    assert DialKind.PLACED is answer
    assert 1 == len(scene.carrier.requests)
    known = await scene.known(call_id)
    assert known is not None
    assert f"CA-{call_id}-1" == known.carrier_call_id


@pytest.mark.parametrize("error", [WorkerDied(), OutcomeUnknown()], ids=["the worker dies", "no answer"])
async def test_a_dial_that_is_never_found_is_unconfirmed_and_not_sent_again(
    scene: Scene, error: Exception
) -> None:
    """Law 1: the next attempt waits at least ring limit and longest call, so that a stalled sender cannot ring beside it."""
    scene.within(send_limit=timedelta(seconds=1), unconfirmed_after=timedelta(milliseconds=100))
    plan = CampaignPlan(ring_seconds=30, longest_call_seconds=7200, caps=AttemptCaps(gap_seconds=0))
    await scene.campaign.set_plan(plan)
    call_id = await scene.campaign.call(NUMBER)
    scene.carrier.answers = [Answer(error, dials=False)]
    assert DialKind.UNCONFIRMED is await _until_it_answers(scene, call_id)
    assert 1 == len(scene.carrier.requests)
    after = await scene.close(call_id)
    assert (False, TechnicalResult.UNCONFIRMED) == (after.closed, after.result)
    call = await scene.campaign.row("calls", call_id)
    attempt = await scene.campaign.row("attempts", f"{call_id}-1")
    assert timedelta(seconds=7230) <= call["next_attempt_at"] - attempt["ended_at"]
    assert 0 == await scene.lines_taken()


async def test_a_repeated_dial_of_a_placed_attempt_places_nothing(scene: Scene) -> None:
    """Law 1: the answer was lost on its way to Temporal, so the activity runs again."""
    call_id = await scene.campaign.call(NUMBER)
    first = await scene.prepared_dial(call_id)
    again = await scene.dial(call_id)
    assert (DialKind.PLACED, DialKind.PLACED) == (first.kind, again.kind)
    assert 1 == len(scene.carrier.requests)


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        *((state, DialKind.PLACED) for state in ("placing", "placed", "ringing", "answered")),
        *((state, DialKind.FAILED) for state in ("ended", "closed")),
    ],
)
async def test_an_attempt_that_left_is_never_sent_again_wherever_it_stands(
    scene: Scene, state: str, kind: DialKind
) -> None:
    """Law 1: by a step that runs again, or late."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await scene.campaign.run(
        "UPDATE attempts SET state = :state WHERE call_id = :call", state=state, call=call_id
    )
    assert kind is (await scene.dial(call_id)).kind
    assert 1 == len(scene.carrier.requests)


async def test_an_attempt_of_a_call_that_was_closed_meanwhile_is_taken_back(scene: Scene) -> None:
    """Law 3: it waited for its slot when its worker died; nothing of it may be left to be placed."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await scene.campaign.run("UPDATE attempts SET state = 'created' WHERE call_id = :call", call=call_id)
    await scene.campaign.run("UPDATE calls SET state = 'closed' WHERE id = :call", call=call_id)
    assert DialAnswer(DialKind.REFUSED, why="The call is closed.") == await scene.dial(call_id)
    assert (1, 0) == (len(scene.carrier.requests), await scene.attempts())


async def test_a_leg_that_is_over_when_it_is_found_has_its_end_kept(scene: Scene) -> None:
    """Law 5: its callbacks named an attempt that we did not know by then; the look-up stands in for them."""
    call_id = await scene.campaign.call(NUMBER)
    scene.carrier.answers = [Answer(WorkerDied())]
    with pytest.raises(WorkerDied):
        await scene.prepared_dial(call_id)
    scene.carrier.end(f"CA-{call_id}-1", TechnicalResult.BUSY)
    assert DialKind.PLACED is (await scene.dial(call_id)).kind
    known = await scene.known(call_id)
    assert known is not None
    assert ("ended", TechnicalResult.BUSY) == (known.state, known.leg_result)


async def test_an_attempt_that_was_created_and_never_placed_is_placed_once(scene: Scene) -> None:
    """Laws 1 and 3: the worker died while the dial waited for its slot, and an attempt that never left is not used up."""
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(per_lead=1, gap_seconds=0)))
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    await _next_slot_in(scene, 0.6)
    dying = asyncio.create_task(scene.dial(call_id))
    await _until(lambda: _is_created(scene, call_id))
    dying.cancel()
    with pytest.raises(asyncio.CancelledError):
        await dying
    assert [] == scene.carrier.requests
    assert DialKind.PLACED is (await scene.dial(call_id)).kind
    assert 1 == len(scene.carrier.requests)
    assert 1 == await scene.attempts()


async def test_two_workers_with_the_same_dial_place_it_once(scene: Scene) -> None:
    """Law 1, requirement 121: a stalled worker goes on beside the one that took over; the compare-and-set lets one through."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    answers = await asyncio.gather(*(scene.dial(call_id) for _ in range(4)))
    assert {DialKind.PLACED} == {answer.kind for answer in answers}
    assert 1 == len(scene.carrier.requests)


async def test_two_campaigns_that_dial_one_number_at_once_ring_it_once(
    scene: Scene, database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Law 1: one live leg for each number, over all campaigns of the account."""
    other = scene_of(await running_campaign(database, key_ring, account_id), scene.carrier)
    calls = [await scene.campaign.call(NUMBER), await other.campaign.call(NUMBER)]
    await scene.prepare(calls[0])
    await other.prepare(calls[1])
    answers = await asyncio.gather(scene.dial(calls[0]), other.dial(calls[1]))
    assert [DialKind.DEFERRED, DialKind.PLACED] == sorted(answer.kind for answer in answers)
    assert 1 == len(scene.carrier.requests)
    assert 1 == await scene.attempts()


async def test_two_single_calls_that_dial_one_number_at_once_ring_it_once(scene: Scene) -> None:
    """Law 1: single calls are dialled under the same lock as all others; the second waits for the first one's end."""
    calls = [await scene.campaign.single_call(NUMBER) for _ in range(2)]
    for call_id in calls:
        assert ReadinessKind.READY is (await scene.prepare(call_id)).kind
    answers = await asyncio.gather(*(scene.dial(call_id) for call_id in calls))
    assert [DialKind.DEFERRED, DialKind.PLACED] == sorted(answer.kind for answer in answers)
    assert (1, 1) == (len(scene.carrier.requests), await scene.attempts())
    [waits] = [
        row["reasons"]
        for call_id in calls
        for row in await _decisions(scene, call_id)
        if row["verdict"] == "defer"
    ]
    assert "live_elsewhere" in {reason["code"] for reason in waits}


async def test_a_number_whose_attempt_waits_for_its_slot_is_not_dialled_from_elsewhere(
    scene: Scene, database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Law 1: an attempt that exists counts, even before it is sent."""
    other = scene_of(await running_campaign(database, key_ring, account_id), scene.carrier)
    calls = [await scene.campaign.call(NUMBER), await other.campaign.call(NUMBER)]
    await scene.prepare(calls[0])
    await other.prepare(calls[1])
    await _next_slot_in(scene, 0.6)
    waiting = asyncio.create_task(scene.dial(calls[0]))
    await _until(lambda: _is_created(scene, calls[0]))
    assert DialKind.DEFERRED is (await other.dial(calls[1])).kind
    assert DialKind.PLACED is (await waiting).kind
    assert 1 == len(scene.carrier.requests)


# Law 2: contactability is decided immediately before the dial.


async def test_an_opt_out_between_preparation_and_dial_stops_the_dial(
    scene: Scene, key_ring: KeyRing
) -> None:
    """Laws 2 and 4, requirement 113."""
    call_id = await scene.campaign.call(NUMBER)
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind
    await _opt_out(scene, NUMBER)
    assert DialKind.REFUSED is (await scene.dial(call_id)).kind
    assert ([], 0, 0) == (scene.carrier.requests, await scene.attempts(), await scene.lines_taken())
    call = await scene.campaign.row("calls", call_id)
    assert ("closed", "never_dialled") == (call["state"], call["result"])
    [decision] = await _decisions(scene, call_id)
    assert "refuse" == decision["verdict"]
    assert ["suppressed"] == [reason["code"] for reason in decision["reasons"]]


@pytest.mark.parametrize(
    ("limit", "stops"),
    [
        ("this campaign", True),
        ("another campaign", False),
        ("its purpose", True),
        ("another purpose", False),
        ("an hour from now", True),
        ("a moment ago", False),
        ("text messages", False),
    ],
)
async def test_an_entry_between_preparation_and_dial_stops_the_dial_within_its_limits(
    scene: Scene, limit: str, stops: bool
) -> None:
    """Laws 2 and 4: it is effective at once on what is queued."""
    await scene.campaign.set_plan(CampaignPlan(Purpose.SERVICE))
    call_id = await scene.campaign.call(NUMBER)
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind
    rows = scene.campaign
    other = await running_campaign(rows.database, rows.key_ring, rows.account_id)
    soon = datetime.now(UTC) + timedelta(hours=1)
    scopes = {
        "this campaign": SuppressionScope(campaign_id=rows.campaign_id),
        "another campaign": SuppressionScope(campaign_id=other.campaign_id),
        "its purpose": SuppressionScope(category=Purpose.SERVICE),
        "another purpose": SuppressionScope(category=Purpose.MARKETING),
        "an hour from now": SuppressionScope(expires_at=soon),
        "a moment ago": SuppressionScope(expires_at=datetime.now(UTC) - timedelta(seconds=1)),
        "text messages": SuppressionScope("sms", campaign_id=rows.campaign_id),
    }
    async with rows.database.transaction() as session:
        await suppress_within(
            session,
            rows.account_id,
            [NUMBER],
            rows.key_ring,
            scopes[limit],
            source="api",
            added=AddedSuppression(),
        )
    answer = await scene.dial(call_id)
    assert (DialKind.REFUSED if stops else DialKind.PLACED) is answer.kind
    assert ([] if stops else [NUMBER]) == [request.to for request in scene.carrier.requests]


async def test_a_consent_withdrawn_between_preparation_and_dial_stops_the_dial(scene: Scene) -> None:
    """Laws 2 and 4, requirement 113: even under rules that ask for none."""
    call_id = await scene.campaign.call(NUMBER, consents=("written",))
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind
    await _withdraw(scene)
    assert DialKind.REFUSED is (await scene.dial(call_id)).kind
    assert ([], 0, 0) == (scene.carrier.requests, await scene.attempts(), await scene.lines_taken())
    [decision] = await _decisions(scene, call_id)
    assert ("refuse", None) == (decision["verdict"], decision["consent_id"])
    assert ["consent_withdrawn"] == [reason["code"] for reason in decision["reasons"]]


@pytest.mark.parametrize(
    "withdrawn",
    [{"channels": (Channel.SMS,)}, {"purposes": (Purpose.MARKETING,)}],
    ids=["channel", "purpose"],
)
async def test_a_dial_names_the_consent_it_rests_on_which_nothing_withdrew(
    scene: Scene, withdrawn: dict[str, Any]
) -> None:
    """Law 2: the consent of the list's row; of another purpose or channel nothing is withdrawn from it."""
    call_id = await scene.campaign.call(NUMBER, consents=("express",))
    await _withdraw(scene, **withdrawn)
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind
    [decision] = await _decisions(scene, call_id)
    assert ("allow", f"cons_{call_id[5:]}") == (decision["verdict"], decision["consent_id"])


async def test_a_consent_withdrawn_while_the_dial_waits_for_its_slot_stops_it(scene: Scene) -> None:
    """Law 2: the decision of a second ago rested on it."""
    call_id = await scene.campaign.call(NUMBER, consents=("express",))
    await scene.prepare(call_id)
    await _next_slot_in(scene, 1.2)
    waiting = asyncio.create_task(scene.dial(call_id))
    await _until(lambda: _is_created(scene, call_id))
    await _withdraw(scene)
    assert DialKind.REFUSED is (await waiting).kind
    assert ([], 0) == (scene.carrier.requests, await scene.attempts())
    assert [f"cons_{call_id[5:]}", None] == [row["consent_id"] for row in await _decisions(scene, call_id)]


@pytest.mark.parametrize("is_hashed", [True, False])
@pytest.mark.parametrize(
    ("number", "age_days", "kind"),
    [
        (NUMBER, 0, DialKind.REFUSED),
        (OTHER_NUMBER, 0, DialKind.PLACED),
        (OTHER_NUMBER, 40, DialKind.DEFERRED),
        (NUMBER, 40, DialKind.REFUSED),
    ],
)
async def test_a_list_between_preparation_and_dial_stops_or_holds_the_dial(
    scene: Scene, number: str, age_days: int, kind: DialKind, is_hashed: bool
) -> None:
    """Laws 2 and 3: effective at once on what is queued, also on leads of before there were lists; an old list costs no attempt, and
    the dial goes on by itself when it is refreshed."""
    rows = scene.campaign
    call_id = await rows.call(NUMBER)
    if is_hashed:
        hashed = rows.key_ring.lookup_on_lists(NUMBER, rows.account_id)
        await rows.run("UPDATE leads SET list_hash = :hash WHERE campaign_id = :id", hash=hashed)
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind
    today = datetime.now(UTC).date()
    wanted = NamedList("", "Registry", max_age_days=31)
    async with rows.database.transaction() as session:
        list_id = await suppression_lists.add_list(
            session, rows.account_id, wanted, ListKind.REGISTRY, source="", added_by="key_1"
        )
    await _fill(rows, list_id, number, today - timedelta(days=age_days))
    answer = await scene.dial(call_id)
    assert (kind, int(kind is DialKind.PLACED)) == (answer.kind, await scene.attempts())
    if kind is DialKind.DEFERRED:
        assert "Registry" in answer.why
        assert 0 < (answer.wait_seconds or 0) <= 15 * 60
        await _fill(rows, list_id, number, today)
        assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind


async def _fill(rows: CampaignRows, list_id: str, number: str, as_of: date) -> None:
    async with rows.database.transaction() as session:
        version = await suppression_lists.begin_version(session, rows.account_id, list_id, as_of, "key_1")
        hashes = [rows.key_ring.lookup_on_lists(number, rows.account_id)]
        await suppression_lists.add_numbers(
            session, rows.account_id, version, hashes, [], numbers=1, rejected=0
        )
        await suppression_lists.put_in_force(session, rows.account_id, list_id, version)


async def test_an_opt_out_while_the_dial_waits_for_its_slot_stops_it(scene: Scene) -> None:
    """Law 2: a wait of over a second for the slot means that the rules are asked again."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    await _next_slot_in(scene, 1.2)
    waiting = asyncio.create_task(scene.dial(call_id))
    await _until(lambda: _is_created(scene, call_id))
    await _opt_out(scene, NUMBER)
    assert DialKind.REFUSED is (await waiting).kind
    assert ([], 0, 0) == (scene.carrier.requests, await scene.attempts(), await scene.lines_taken())
    assert ["allow", "refuse"] == [row["verdict"] for row in await _decisions(scene, call_id)]


async def test_a_dial_that_waits_long_for_its_slot_leaves_in_it_on_a_decision_of_its_own(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 2, requirement 43: both decisions are kept, one slot is used, and the attempt is placing before it comes."""
    monkeypatch.setattr(dialling, "LATE", timedelta(seconds=0.9))
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    slot = await _next_slot_in(scene, 1.2)
    assert DialKind.PLACED is (await scene.dial(call_id)).kind
    decided = await scene.campaign.rows(
        "SELECT verdict, attempt, channel FROM decisions WHERE call_id = :call", call=call_id
    )
    assert (1, [("allow", 1, "voice")] * 2) == (
        len(scene.carrier.requests),
        [tuple(each.values()) for each in decided],
    )
    trunk = await scene.campaign.row("trunks", scene.campaign.trunk_id)
    assert trunk["next_dial_at"] < slot + timedelta(seconds=2 / 20), "one slot, of twenty a second"
    assert (await scene.campaign.row("attempts", f"{call_id}-1"))["placing_at"] < slot


async def test_a_decision_that_would_be_too_old_in_the_slot_is_made_again_before_it(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 2, requirement 43: when the dial begins it is young enough, and the slot is not lost for it."""
    monkeypatch.setattr(HeadStart, "seconds", property(lambda _: 0.6))
    monkeypatch.setattr(SlotClock, "is_sure", property(lambda _: True))
    monkeypatch.setattr(dialling, "LATE", timedelta(seconds=0.2))
    monkeypatch.setattr(dialling, "MOST_SLOTS", 1)
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    await _next_slot_in(scene, 1.2)
    assert DialKind.PLACED is (await scene.dial(call_id)).kind
    assert 2 == len(await _decisions(scene, call_id))


@pytest.mark.parametrize("limit_seconds, sent", [(30.0, 1), (0.3, 0)])
async def test_a_dial_may_leave_so_long_after_its_slot_and_never_past_its_limit(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, limit_seconds: float, sent: int
) -> None:
    """Law 1: the limit counts from before the row says that the attempt is placing, though the database stalls then."""
    monkeypatch.setattr(dialling, "LATE", timedelta(seconds=20))
    monkeypatch.setattr(dialling, "OLDEST_DECISION", timedelta(seconds=60))
    scene.within(send_limit=timedelta(seconds=limit_seconds))
    begin = placing.begin_placing

    async def stall(session: AsyncSession, *of: Any) -> str | None:
        token = await begin(session, *of)
        await session.execute(text("SELECT pg_sleep(0.4)"))
        return token

    monkeypatch.setattr(placing, "begin_placing", stall)
    monkeypatch.setattr(dialling, "MOST_SLOTS", 1)
    call_id = await scene.campaign.call(NUMBER)
    began = datetime.now(UTC)
    await scene.prepared_dial(call_id)
    assert sent == len(scene.carrier.requests)
    for request in scene.carrier.requests:
        assert timedelta(seconds=15) < request.send_before - began < timedelta(seconds=25)


async def test_credentials_that_cannot_be_read_are_no_attempt_and_pause_the_trunk(scene: Scene) -> None:
    """Law 3: nothing is asked of the carrier; the call is back in line."""
    call_id = await scene.campaign.call(NUMBER)
    scene.tools = replace(scene.tools, connections=Unreadable(scene.carrier))
    before = datetime.now(UTC)
    assert DialKind.DEFERRED is (await scene.prepared_dial(call_id)).kind
    trunk = await scene.campaign.row("trunks", scene.campaign.trunk_id)
    assert timedelta(minutes=5) <= trunk["paused_until"] - before < timedelta(minutes=6)
    assert ([], 0, 0) == (scene.carrier.requests, await scene.attempts(), await scene.lines_taken())


async def test_a_dial_is_done_when_the_media_server_is_ready_too(scene: Scene) -> None:
    """What it says, that a vendor is full, would be lost with the step."""
    call_id, may_answer = await scene.campaign.call(NUMBER), asyncio.Event()
    scene.stage.before_answer = may_answer.wait
    await scene.prepare(call_id)
    dial = asyncio.create_task(scene.dial(call_id))
    await _until(lambda: _is(scene, call_id, "placed"))
    assert not dial.done()
    may_answer.set()
    assert DialKind.PLACED is (await dial).kind
    assert [f"{call_id}-1"] == scene.stage.ready


async def test_a_pause_that_cannot_be_stored_costs_no_call(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A vendor is full, and the database goes away in the same moment: the telephone rings all the same."""

    async def away(*_: object, **__: object) -> None:
        raise OperationalError("away", None, Exception())

    monkeypatch.setattr(trunks, "pause_trunk", away)
    scene.stage.refusal = ProviderThrottled()
    assert DialKind.PLACED is (await scene.prepared_dial(await scene.campaign.call(NUMBER))).kind


async def test_a_window_that_closes_before_the_dial_defers_it_and_frees_the_line(scene: Scene) -> None:
    """Laws 2 and 3, requirements 23 and 80."""
    call_id = await scene.campaign.call(NUMBER)
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind
    assert 1 == await scene.lines_taken()
    opens = await _close_the_hours(scene)
    answer = await scene.dial(call_id)
    assert (DialKind.DEFERRED, opens) == (answer.kind, answer.until)
    assert ([], 0, 0) == (scene.carrier.requests, await scene.attempts(), await scene.lines_taken())
    call = await scene.campaign.row("calls", call_id)
    assert ("waiting", opens) == (call["state"], call["next_attempt_at"])


@pytest.mark.parametrize(
    "state, kind",
    [
        (CampaignState.PAUSED, DialKind.DEFERRED),
        (CampaignState.CANCELLING, DialKind.REFUSED),
        (CampaignState.CANCELLED, DialKind.REFUSED),
    ],
)
async def test_a_campaign_that_stops_before_the_dial_stops_the_dial(
    scene: Scene, state: CampaignState, kind: DialKind
) -> None:
    """Law 2, requirement 101."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    await scene.campaign.set_state(state)
    assert kind is (await scene.dial(call_id)).kind
    assert ([], 0, 0) == (scene.carrier.requests, await scene.attempts(), await scene.lines_taken())


@pytest.mark.parametrize(
    "hours_key", ["", "nobody|Europe/Berlin|DE|", "simulation||DE|", "us|America/New_York|US|NY"]
)
async def test_what_is_unknown_is_never_dialled(scene: Scene, hours_key: str) -> None:
    """Law 2 fails closed: no zone, no rules, no consent. Requirement 24."""
    call_id = await scene.campaign.call(NUMBER, hours_key=hours_key)
    assert DialKind.REFUSED is (await scene.dial(call_id)).kind
    assert ([], 0) == (scene.carrier.requests, await scene.attempts())


async def test_a_dial_without_a_line_is_no_attempt(scene: Scene) -> None:
    """Laws 2 and 3: the line is confirmed inside the dial."""
    call_id = await scene.campaign.call(NUMBER)
    assert DialKind.DEFERRED is (await scene.dial(call_id)).kind
    assert ([], 0) == (scene.carrier.requests, await scene.attempts())


# Law 3: postponed is not attempted.


@pytest.mark.parametrize(
    "error, pause, because",
    [
        (ProviderThrottled(retry_after=7), timedelta(seconds=7), "the carrier asks us to slow down"),
        (ProviderThrottled(), timedelta(seconds=1), "the carrier asks us to slow down"),
        # A trunk is not lost to a slip of the carrier.
        (ProviderThrottled(retry_after=86_400), timedelta(hours=1), "the carrier asks us to slow down"),
        (ProviderUnavailable(), timedelta(seconds=15), "the carrier cannot be reached"),
        (CredentialsRefused(), timedelta(minutes=5), CREDENTIALS_REFUSED),
    ],
    ids=["throttled", "throttled for a moment", "throttled for a day", "unavailable", "credentials"],
)
async def test_what_certainly_did_not_ring_is_no_attempt_and_pauses_the_trunk(
    scene: Scene, error: Exception, pause: timedelta, because: str
) -> None:
    """Laws 1 and 3, requirement 44: the call is back in line, and nobody is dialled meanwhile."""
    call_id = await scene.campaign.call(NUMBER)
    scene.carrier.answers = [Answer(error, dials=False)]
    before = datetime.now(UTC)
    answer = await scene.prepared_dial(call_id)
    assert (DialKind.DEFERRED, None) == (answer.kind, answer.until)
    trunk = await scene.campaign.row("trunks", scene.campaign.trunk_id)
    assert before + pause <= trunk["paused_until"] <= datetime.now(UTC) + pause
    assert because == trunk["paused_because"]
    assert (0, 0) == (await scene.attempts(), await scene.lines_taken())
    call = await scene.campaign.row("calls", call_id)
    assert ("queued", "trunk") == (call["state"], call["waits_for"])


async def test_refused_credentials_that_are_others_by_now_pause_nothing(scene: Scene) -> None:
    """Whoever has just changed them would else wait for five minutes."""
    call_id = await scene.campaign.call(NUMBER)
    scene.carrier.answers = [Answer(CredentialsRefused(), dials=False)]
    asked, changed = asyncio.Event(), asyncio.Event()

    async def refuse_later(_request: PlaceRequest) -> None:
        asked.set()
        await changed.wait()

    scene.carrier.before_answer = refuse_later
    async with asyncio.TaskGroup() as group:
        dial = group.create_task(scene.prepared_dial(call_id))
        await asked.wait()
        async with scene.tools.database.transaction() as session:
            await session.execute(
                text("UPDATE connections SET version = version + 1 WHERE account_id = :account_id"),
                {"account_id": scene.campaign.account_id},
            )
            changed.set()
            await _until_it_waits(scene, dial)  # to see which they are now
    assert DialKind.DEFERRED is dial.result().kind
    trunk = await scene.campaign.row("trunks", scene.campaign.trunk_id)
    assert (None, None) == (trunk["paused_until"], trunk["paused_because"])
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind


async def _until_it_waits(scene: Scene, dial: asyncio.Task[DialAnswer]) -> None:
    """Until the dial waits for a lock, or has come to its end without."""
    waiting = "SELECT 1 AS found FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    async with asyncio.timeout(10):
        while not (dial.done() or await scene.campaign.rows(waiting)):
            continue


async def test_a_call_that_was_throttled_dials_its_first_attempt_later(scene: Scene) -> None:
    """Law 3: the number of the attempt does not grow."""
    call_id = await scene.campaign.call(NUMBER)
    scene.carrier.answers = [Answer(ProviderThrottled(retry_after=0.2), dials=False)]
    await scene.prepared_dial(call_id)
    assert ReadinessKind.WAIT_FOR_LINE is (await scene.prepare(call_id)).kind
    readiness = await scene.wait_for_line(call_id)
    assert (ReadinessKind.READY, 1) == (readiness.kind, readiness.attempt)
    assert DialKind.PLACED is (await scene.dial(call_id)).kind
    assert [f"{call_id}-1"] * 2 == [request.correlation for request in scene.carrier.requests]


@pytest.mark.parametrize("error", [ProviderUnavailable(), CredentialsRefused()])
async def test_an_open_breaker_gives_no_call_a_line(scene: Scene, error: Exception) -> None:
    """Requirement 44: a call that meets the open breaker waits in line, and contacts nobody."""
    scene.carrier.answers = [Answer(error, dials=False)]
    await scene.prepared_dial(await scene.campaign.call(NUMBER))
    other = await scene.campaign.call(OTHER_NUMBER)
    assert (ReadinessKind.WAIT_FOR_LINE, TRUNK) == await _waits_for(scene, other)
    assert 1 == len(scene.carrier.requests)
    assert (0, 0) == (await scene.attempts(), await scene.lines_taken())


async def test_a_breaker_that_opens_behind_a_call_with_a_line_sends_it_back_in_line(scene: Scene) -> None:
    """Requirement 44, law 3: its turn came, and was lost before the dial; nothing was decided, nothing is written."""
    call_id = await scene.campaign.call(NUMBER)
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind
    await _pause_the_trunk(scene)
    answer = await scene.dial(call_id)
    assert (DialKind.DEFERRED, None) == (answer.kind, answer.until)
    assert TRUNK == (await scene.campaign.row("calls", call_id))["waits_for"]
    assert (ReadinessKind.WAIT_FOR_LINE, TRUNK) == await _waits_for(scene, call_id)
    assert ([], 0, 0) == (scene.carrier.requests, await scene.attempts(), await scene.lines_taken())
    assert [] == await _decisions(scene, call_id)


async def test_a_dial_that_missed_its_slot_takes_none_on_a_trunk_that_was_paused(scene: Scene) -> None:
    """Requirement 44: the breaker may open while a dial waits for its slot."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    slot = await _next_slot_in(scene, 2)
    waiting = asyncio.create_task(scene.dial(call_id))
    await _until(lambda: _is_created(scene, call_id))
    await _pause_the_trunk(scene)
    missed_by = slot + timedelta(seconds=0.2) - datetime.now(UTC)
    assert missed_by > timedelta(seconds=0.2), "the trunk was paused too late for the slot to be waited for"
    asyncio.get_running_loop().call_soon(time.sleep, missed_by.total_seconds())
    assert DialKind.DEFERRED is (await waiting).kind
    assert ([], 0, 0) == (scene.carrier.requests, await scene.attempts(), await scene.lines_taken())


async def test_a_pace_without_a_slot_within_five_seconds_sends_the_call_back_in_line(scene: Scene) -> None:
    """Requirement 43, law 3."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    await _next_slot_in(scene, 6)
    assert DialKind.DEFERRED is (await scene.dial(call_id)).kind
    assert PACE == (await scene.campaign.row("calls", call_id))["waits_for"]
    assert (ReadinessKind.WAIT_FOR_LINE, PACE) == await _waits_for(scene, call_id)
    assert ([], 0, 0) == (scene.carrier.requests, await scene.attempts(), await scene.lines_taken())
    assert [] == await _decisions(scene, call_id)


async def test_a_dial_that_no_media_process_would_take_sends_the_call_back_in_line(scene: Scene) -> None:
    """Law 3: it waits for such a process, not for the trunk."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    await scene.campaign.run("UPDATE media_processes SET accepts = false")
    try:
        assert DialKind.DEFERRED is (await scene.dial(call_id)).kind
    finally:
        await scene.campaign.run("UPDATE media_processes SET accepts = true")
    assert MEDIA == (await scene.campaign.row("calls", call_id))["waits_for"]
    assert ([], 0, 0) == (scene.carrier.requests, await scene.attempts(), await scene.lines_taken())


async def test_a_dial_that_wakes_late_gives_its_slot_up_and_takes_the_next(scene: Scene) -> None:
    """Requirement 43: a dial that leaves late would land in a later dial's place."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    slot = await _next_slot_in(scene, 0.3)
    asyncio.get_running_loop().call_later(0.2, time.sleep, 0.4)
    assert DialKind.PLACED is (await scene.dial(call_id)).kind
    trunk = await scene.campaign.row("trunks", scene.campaign.trunk_id)
    one_slot = timedelta(seconds=1 / 20)
    assert slot + 2 * one_slot < trunk["next_dial_at"]
    assert 1 == len(scene.carrier.requests)


@pytest.mark.parametrize(("times", "kind"), [(1, DialKind.PLACED), (MOST_SLOTS, DialKind.DEFERRED)])
async def test_a_slot_is_not_used_by_a_clock_that_is_not_sure(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, times: int, kind: DialKind
) -> None:
    """Requirement 43, law 3: it would leave as late as the clock is wrong. Each dial tells the next how long it needed."""
    unsure = iter([False] * 4 * times)  # before each of the three questions, and then at the slot
    monkeypatch.setattr(SlotClock, "is_sure", property(lambda _: next(unsure, True)))
    needed: list[float] = []
    monkeypatch.setattr(HeadStart, "needed", lambda _, seconds: needed.append(seconds))
    call_id = await scene.campaign.call(NUMBER)
    with structlog.testing.capture_logs() as lines:
        assert kind is (await scene.prepared_dial(call_id)).kind
    left = 1 if kind is DialKind.PLACED else 0
    assert (left, left) == (await scene.attempts(), len(scene.carrier.requests))
    assert times + left == len(needed)
    assert all(seconds >= LEAST_LEFT.total_seconds() for seconds in needed[:times])
    told = [line["call_id"] for line in lines if line["event"] == "dial.too_busy"]
    waits_for = (await scene.campaign.row("calls", call_id))["waits_for"]
    assert (([], None) if left else ([call_id], PACE)) == (told, waits_for)


async def test_a_slot_missed_on_the_way_to_the_carrier_is_made_up_for_by_the_next(scene: Scene) -> None:
    """Requirement 43, law 1: it is certain that nothing left, so the same attempt takes the next slot."""
    call_id = await scene.campaign.call(NUMBER)
    scene.carrier.answers = [Answer(SendRefused(code="too_late"), dials=False)]
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind
    assert [f"{call_id}-1"] * 2 == [request.correlation for request in scene.carrier.requests]
    assert 1 == len(scene.carrier.dialled)
    assert [f"{call_id}-1"] == scene.stage.prepared, "the media server is ready since the first"


async def test_a_media_server_that_was_not_ready_is_asked_again_with_the_next_slot(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    scene.carrier.answers = [Answer(SendRefused(code="too_late"), dials=False)]
    scene.stage.refusal = OSError()
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind
    assert [f"{call_id}-1"] * 2 == scene.stage.prepared


async def test_a_process_that_needs_longer_dials_in_a_later_slot(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Requirement 43: what is to be done before a dial fits between its decision and its slot."""
    monkeypatch.setattr(HeadStart, "seconds", property(lambda _: 0.6))
    call_id = await scene.campaign.call(NUMBER)
    began = time.monotonic()
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind
    [request] = scene.carrier.requests
    assert request.due - began >= 0.6


async def test_a_sender_past_its_deadline_sends_nothing(scene: Scene) -> None:
    """Laws 1 and 3."""
    scene.within(send_limit=timedelta(0))
    call_id = await scene.campaign.call(NUMBER)
    assert DialKind.DEFERRED is (await scene.prepared_dial(call_id)).kind
    assert ([], 0, 0) == (scene.carrier.requests, await scene.attempts(), await scene.lines_taken())


# What ends an attempt at once.


@pytest.mark.parametrize(
    "error, result, closed",
    [
        (RecipientRefused(code="21211"), TechnicalResult.INVALID_NUMBER, True),
        (ProviderRefused(code="13224"), TechnicalResult.CARRIER_FAILED, False),
        (ProviderRefused(), TechnicalResult.CARRIER_FAILED, False),
        (SendRefused(code="not_loopback"), TechnicalResult.CARRIER_FAILED, False),
    ],
)
async def test_a_refused_number_ends_its_attempt(
    scene: Scene, error: Exception, result: TechnicalResult, closed: bool
) -> None:
    call_id = await scene.campaign.call(NUMBER)
    scene.carrier.answers = [Answer(error, dials=False)]
    reason = f"The carrier refused the call ({getattr(error, 'code', None) or type(error).__name__})."
    assert DialAnswer(DialKind.FAILED, why=reason) == await scene.prepared_dial(call_id)
    assert reason == (await scene.campaign.row("attempts", f"{call_id}-1"))["reason"]
    after = await scene.close(call_id)
    assert (result, closed) == (after.result, after.closed)
    assert (await scene.dial(call_id)).kind in (DialKind.FAILED, DialKind.REFUSED)
    assert 1 == len(scene.carrier.requests)


async def _until_it_answers(scene: Scene, call_id: CallId) -> DialKind:
    """As Temporal does it: a dial whose worker died is run again."""
    await scene.prepare(call_id)
    while True:
        try:
            return (await scene.dial(call_id)).kind
        except WorkerDied:
            continue


async def _until(condition: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(LIMIT.total_seconds()):
        while not await condition():
            continue


async def _is_created(scene: Scene, call_id: CallId) -> bool:
    return await _is(scene, call_id, "created")


async def _is(scene: Scene, call_id: CallId, state: str) -> bool:
    known = await scene.known(call_id)
    return known is not None and known.state == state


async def _opt_out(scene: Scene, number: str) -> None:
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        await suppress(
            session, campaign.account_id, [number], campaign.key_ring, channel="all", source="operator"
        )


async def _withdraw(scene: Scene, **of: Any) -> None:
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        await withdraw_consents(
            session,
            campaign.account_id,
            new_id("cons"),
            NUMBER,
            WithdrawnConsent(**of),
            campaign.key_ring,
            actor="key_1",
        )


async def _next_slot_in(scene: Scene, seconds: float) -> datetime:
    """Let the trunk's next free slot be so far away; the slot."""
    await scene.campaign.run(
        "UPDATE trunks SET next_dial_at = clock_timestamp() + CAST(:wait AS interval) WHERE id = :trunk",
        wait=timedelta(seconds=seconds),
        trunk=scene.campaign.trunk_id,
    )
    slot: datetime = (await scene.campaign.row("trunks", scene.campaign.trunk_id))["next_dial_at"]
    return slot


async def _pause_the_trunk(scene: Scene) -> None:
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        await pause_trunk(
            session, campaign.account_id, campaign.trunk_id, pause=timedelta(minutes=5), because="a test"
        )


async def _waits_for(scene: Scene, call_id: CallId) -> tuple[ReadinessKind, str]:
    readiness = await scene.prepare(call_id)
    return readiness.kind, readiness.waits_for


async def _close_the_hours(scene: Scene) -> datetime:
    """Change the campaign's hours to a window that opens in about two hours; when that is."""
    opens = datetime.now(ZoneInfo("Europe/Berlin")).replace(second=0, microsecond=0) + timedelta(hours=2)
    closes = opens + timedelta(hours=1)
    window = CustomWindow(tuple(range(7)), f"{opens:%H:%M}", f"{closes:%H:%M}")
    await scene.campaign.set_plan(CampaignPlan(hours=(window,)))
    return opens.astimezone(UTC)


async def _decisions(scene: Scene, call_id: CallId) -> list[dict[str, Any]]:
    return await scene.campaign.rows(
        "SELECT verdict, reasons, consent_id FROM decisions WHERE call_id = :call_id ORDER BY id",
        call_id=call_id,
    )
