"""Recordings over the API: requirements 125 (plays and seeks) and 159 (links expire)."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from api.calls.byte_ranges import ByteRange, RangeNotSatisfiable, byte_range
from api.calls.recording_links import RecordingLink, read_link, sign_link
from database.conversations import store_report
from domain.calls import AttemptState
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Verdict
from domain.errors import TamperedOrExpired
from domain.identifiers import AccountId, AttemptId, CallId
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Turn
from providers.recordings.segments import SEGMENT_SAMPLES, Manifest, Take
from providers.recordings.wav import HEADER_BYTES, wav_frames
from startup.stream_tokens import StreamClaim, StreamTokens
from tests.api.conftest import SIGNING_KEY, Operator
from tests.api.test_outbound_calls import body
from tests.providers.recordings import segments, sound

SAMPLES = 2 * SEGMENT_SAMPLES + 777
WHOLE = HEADER_BYTES + 4 * SAMPLES
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@dataclass
class Recorded:
    """A call of the operator's with a recorded first attempt."""

    operator: Operator
    call_id: CallId
    attempt_id: AttemptId

    @property
    def path(self) -> str:
        return f"/api/calls/{self.call_id}/attempts/1/recording"

    def signed(self) -> str:
        """A link that plays it, made before anybody looked."""
        link = RecordingLink(self.operator.account_id, self.attempt_id)
        return f"/api/recordings/{sign_link(link, SIGNING_KEY, expires_at=datetime.now(UTC) + timedelta(minutes=1))}"

    async def link(self) -> str:
        """A link that plays it."""
        answer = await self.operator.client.get(self.path)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["url"])

    async def plays(self, wanted: str = "", method: str = "GET") -> httpx.Response:
        """What a player without a key gets."""
        headers = {"Authorization": "", **({"Range": wanted} if wanted else {})}
        return await self.operator.client.request(method, await self.link(), headers=headers)


async def attempted(operator: Operator, state: str = "closed") -> Recorded:
    """A call with an attempt, of which nothing is recorded."""
    call = await operator.made("/api/calls/outbound", await body(operator))
    attempt = f"{call['id']}-1"
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("""
                INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state)
                VALUES (:id, :account, :call, 1, :hash, :trunk, :state)
            """),
            {
                "id": attempt,
                "account": operator.account_id,
                "call": call["id"],
                "hash": os.urandom(8),
                "trunk": call["trunk_id"],
                "state": state,
            },
        )
    return Recorded(operator, CallId(call["id"]), AttemptId(attempt))


async def recorded(operator: Operator, state: str = "closed") -> Recorded:
    """A call with a recording that begins three seconds into it."""
    call = await attempted(operator, state)
    take = Take(operator.account_id, call.attempt_id, 1_790_000_000_000)
    archive = operator.tools.recordings
    for number, segment in enumerate(segments(SAMPLES, starts_at=24_000)):
        archive.keep_segment(take, number, segment)
    archive.keep_manifest(take, Manifest(24_000, SAMPLES))
    return call


async def test_a_recording_is_shown_and_its_link_plays_all_of_it(operator: Operator) -> None:
    """Requirement 117."""
    call = await recorded(operator)
    before = datetime.now(UTC)
    shown = (await operator.client.get(call.path)).json()
    lives = datetime.fromisoformat(shown["expires_at"]) - before
    assert timedelta(minutes=10) <= lives < timedelta(minutes=11)
    assert (3_000, SAMPLES / 8_000, WHOLE, True, 0) == tuple(
        shown[name] for name in ("starts_ms", "seconds", "bytes", "is_complete", "lost_segments")
    )
    sound_of_it = await call.plays()
    assert (200, "audio/wav", "bytes", "private, no-store") == (
        sound_of_it.status_code,
        *(sound_of_it.headers[name] for name in ("content-type", "accept-ranges", "cache-control")),
    )
    assert wav_frames(sound(SAMPLES), sound(SAMPLES, seed=1)) == sound_of_it.content[HEADER_BYTES:]


@pytest.mark.parametrize(
    "wanted, first, last",
    [
        ("bytes=0-1", 0, 1),
        ("bytes=0-", 0, WHOLE - 1),
        ("bytes=40-99999999", 40, WHOLE - 1),
        (f"bytes=40-{10**17}", 40, WHOLE - 1),
        (
            f"bytes={HEADER_BYTES + 4 * SEGMENT_SAMPLES - 3}-{HEADER_BYTES + 4 * SEGMENT_SAMPLES + 2}",
            320_041,
            320_046,
        ),
        ("bytes=-5", WHOLE - 5, WHOLE - 1),
        (f"bytes={WHOLE - 1}-", WHOLE - 1, WHOLE - 1),
    ],
)
async def test_a_player_seeks_by_ranges(operator: Operator, wanted: str, first: int, last: int) -> None:
    """Requirement 125."""
    call = await recorded(operator)
    whole = (await call.plays()).content
    part = await call.plays(wanted)
    assert (206, f"bytes {first}-{last}/{WHOLE}", str(last - first + 1)) == (
        part.status_code,
        part.headers["content-range"],
        part.headers["content-length"],
    )
    assert whole[first : last + 1] == part.content


async def test_a_range_behind_the_end_is_refused_with_the_size(operator: Operator) -> None:
    call = await recorded(operator)
    refused = await call.plays(f"bytes={WHOLE}-")
    assert (416, f"bytes */{WHOLE}", "range_not_satisfiable") == (
        refused.status_code,
        refused.headers["content-range"],
        refused.json()["code"],
    )


async def test_a_player_may_ask_for_the_size_alone(operator: Operator) -> None:
    call = await recorded(operator)
    answer = await call.plays(method="HEAD")
    assert (200, str(WHOLE), b"") == (answer.status_code, answer.headers["content-length"], answer.content)


async def test_a_link_expires_and_cannot_be_forged(operator: Operator) -> None:
    """Requirement 159."""
    call = await recorded(operator)
    link = RecordingLink(operator.account_id, call.attempt_id)
    for token in (
        sign_link(link, SIGNING_KEY, expires_at=datetime.now(UTC) - timedelta(seconds=2)),
        (await call.link()).rpartition("/")[2].replace(str(call.attempt_id), "call_other-1"),
        StreamTokens(SIGNING_KEY).issue(StreamClaim(call.attempt_id, "twilio", "CA1", 1), datetime.now(UTC)),
        "nonsense",
        "ä.b.c.d",
    ):
        refused = await operator.client.get(f"/api/recordings/{token}")
        assert (403, "token_refused") == (refused.status_code, refused.json()["code"])


async def test_another_account_sees_no_recording(operator: Operator, stranger: Operator) -> None:
    call = await recorded(operator)
    assert 404 == (await stranger.client.get(call.path)).status_code
    assert 404 == (await stranger.client.delete(call.path)).status_code
    assert 200 == (await call.plays()).status_code


async def test_what_was_not_recorded_is_not_found(operator: Operator) -> None:
    call = await attempted(operator)
    answers = [
        await operator.client.get(call.path),
        await operator.client.get(call.path.replace("attempts/1", "attempts/2")),
    ]
    assert [404, 404] == [answer.status_code for answer in answers]


async def test_a_deleted_recording_is_gone_for_every_link(operator: Operator) -> None:
    call = await recorded(operator)
    link = await call.link()
    assert [204, 204] == [(await operator.client.delete(call.path)).status_code for _ in range(2)]
    for path in (call.path, link):
        gone = await operator.client.get(path)
        assert (410, "recording_deleted") == (gone.status_code, gone.json()["code"])
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    assert 1 == [act["action"] for act in acts].count("recording.deleted")


async def test_a_recording_in_the_making_is_not_deleted(operator: Operator) -> None:
    """Once the leg has ended nothing more comes."""
    call = await recorded(operator)
    for state in AttemptState:
        if state in (AttemptState.ENDED, AttemptState.CLOSED):
            continue
        await _stands(call, state)
        assert 409 == (await operator.client.delete(call.path)).status_code, state
    assert 200 == (await call.plays()).status_code
    await _stands(call, AttemptState.ENDED)
    assert 204 == (await operator.client.delete(call.path)).status_code
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    assert [call.attempt_id] == [act["subject"] for act in acts if act["action"] == "recording.deleted"]


async def _stands(call: Recorded, state: AttemptState) -> None:
    async with call.operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE attempts SET state = :state WHERE id = :id"), {"state": state, "id": call.attempt_id}
        )


async def test_a_refusal_that_the_media_server_did_not_live_to_carry_out_is_carried_out(
    operator: Operator,
) -> None:
    call = await recorded(operator)
    report = ConversationReport(
        operator.account_id,
        call.call_id,
        call.attempt_id,
        AnsweredBy.PERSON,
        EndReason.BROKEN,
        Verdict(BusinessOutcome.NONE),
        (Turn(Speaker.PERSON, "Please do not record me.", 0, 1_000),),
        NOW,
        NOW + timedelta(seconds=20),
    )
    async with operator.tools.database.transaction() as session:
        await store_report(session, report, operator.tools.key_ring, suppression_id="sup_1")
    link = call.signed()
    assert [410, 410] == [(await operator.client.get(call.path)).status_code for _ in range(2)]
    gone = await operator.client.get(link)
    assert (410, True) == (gone.status_code, "refused by the person" in gone.json()["detail"])


@pytest.mark.parametrize(
    "speaker, attempt", [(Speaker.AGENT, 1), (Speaker.PERSON, 2)], ids=["our words", "another attempt"]
)
async def test_only_the_person_refuses_and_only_the_call_that_is_held(
    operator: Operator, speaker: Speaker, attempt: int
) -> None:
    call = await recorded(operator)
    held = AttemptId(f"{call.call_id}-{attempt}")
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("""
                INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state)
                SELECT :id, account_id, call_id, :number, number_hash || 'x', trunk_id, state FROM attempts
                WHERE call_id = :call ON CONFLICT DO NOTHING
            """),
            {"id": held, "number": attempt, "call": call.call_id},
        )
        report = ConversationReport(
            operator.account_id,
            call.call_id,
            held,
            AnsweredBy.PERSON,
            EndReason.FINISHED,
            Verdict(BusinessOutcome.NONE),
            (Turn(speaker, "Please do not record me.", 0, 1_000),),
            NOW,
            NOW + timedelta(seconds=20),
        )
        await store_report(session, report, operator.tools.key_ring, suppression_id="sup_1")
    assert 200 == (await operator.client.get(call.path)).status_code


def test_a_link_says_whose_recording_it_plays() -> None:
    link = RecordingLink(AccountId("acc_1"), AttemptId("call_1-1"))
    token = sign_link(link, SIGNING_KEY, expires_at=NOW)
    assert link == read_link(token, SIGNING_KEY, NOW)
    with pytest.raises(TamperedOrExpired):
        read_link(token, SIGNING_KEY, NOW + timedelta(seconds=1))
    with pytest.raises(TamperedOrExpired):
        StreamTokens(SIGNING_KEY).read(token, NOW)


@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 200))
def test_a_range_is_within_the_body(first: int, last: int, size: int) -> None:
    for header, begins in ((f"bytes={first}-{last}", first), (f"bytes={first}-", first)):
        try:
            found = byte_range(header, size)
        except RangeNotSatisfiable:
            assert begins >= size
            continue
        if found is None:
            assert header.endswith(str(last))
            assert last < first
        else:
            assert (first, True) == (found.first, first <= found.last < size)


@pytest.mark.parametrize(
    "header",
    [None, "", "bytes=-", "bytes=5-2", "bytes=0-1,5-6", "lines=0-1", "bytes=a-b", f"bytes={'9' * 5000}-"],
)
def test_what_is_no_single_range_is_answered_with_everything(header: str | None) -> None:
    assert byte_range(header, 100) is None


def test_a_suffix_may_be_longer_than_the_body() -> None:
    assert ByteRange(0, 99) == byte_range("bytes=-500", 100)
    with pytest.raises(RangeNotSatisfiable):
        byte_range("bytes=-0", 100)
