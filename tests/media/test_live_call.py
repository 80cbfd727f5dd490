"""One live call's shell in skipped time: what it owns is told, timed and ended, with a line, vendors and a record that are modelled."""

import asyncio
import json
from base64 import b64decode, b64encode
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from websockets.protocol import State

from domain.conversations import AnsweredBy, ConversationPlan, EndReason, RecogniserName
from domain.timeouts import Timeouts
from domain.transcripts import Speaker, Transcript, said_by
from media.carriers.twilio_stream import TwilioStream
from media.engine.events import CarrierHint, Drain, Hearing, Key, Words
from media.live.call import LiveCall
from media.live.prewarming import Prepared
from media.live.ticker import Ticker
from media.metrics import Figures
from media.recording.flight_recorder import FlightRecorder
from media.tools import MediaTools
from media.vendor_health import Health
from providers.language_models.contract import ReplyRequest, TextPiece, ToolRequest
from providers.speech.contract import SpeechRequest
from tests.media.house import MemoryRecords
from tests.media.plans import plan
from tests.media.script import BEGAN_AT
from tests.media.skipped_time import skipped_time
from tests.media.test_live_parts import Ear, Vendor

SILENCE = b"\xff" * 160
OPT_OUT = "Please do not call me again."


@pytest.fixture(autouse=True)
async def skipped() -> AsyncIterator[None]:
    with skipped_time():
        yield


def now() -> float:
    """Seconds of the loop's clock."""
    return asyncio.get_running_loop().time()


class Line:
    """A carrier's socket and what is behind it: audio plays, marks come back when theirs has, a clear returns all of them."""

    def __init__(self) -> None:
        self.unsent = 0
        self.transport = SimpleNamespace(abort=self._abort, get_write_buffer_size=lambda: self.unsent)
        self.protocol = SimpleNamespace(state=State.OPEN, send_text=self._send)
        self.is_read_by_clock = self.is_dead = False
        self.codes: list[int] = []
        self.aborted_at: float | None = None
        self.sent: list[dict[str, Any]] = []
        self.heard = b""
        self._over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._take: Callable[[bytes | str], None] = lambda _: None
        self._plays_until = 0.0
        self._marks: list[str] = []

    async def deliver(self, take: Callable[[bytes | str], None]) -> None:
        self._take = take
        await self._over

    def says(self, **message: Any) -> None:
        """The carrier sends this."""
        try:
            self._take(json.dumps(message))
        except Exception as error:
            self.fail(error)

    def starts(self, call_sid: str = "CA1") -> None:
        """Its stream begins."""
        sound = {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1}
        start = {"streamSid": "MZ1", "callSid": call_sid, "mediaFormat": sound}
        self.says(event="start", start=start)

    def fail(self, error: Exception) -> None:
        if not self._over.done():
            self._over.set_exception(error)

    async def close(self, code: int = 1000) -> None:
        self.codes.append(code)
        self._end()

    def read_by_clock(self) -> None:
        self.is_read_by_clock = True

    def read_at_once(self) -> None:
        self.is_read_by_clock = False

    def look(self) -> None: ...

    def send_data(self) -> None: ...

    def _abort(self) -> None:
        self.aborted_at = now()
        self._end()

    def _end(self) -> None:
        if not self._over.done():
            self._over.set_result(None)

    def _send(self, message: bytes) -> None:
        told = json.loads(message)
        self.sent.append(told)
        if told["event"] == "media":
            audio = b64decode(told["media"]["payload"])
            self.heard += audio
            self._plays_until = max(now(), self._plays_until) + len(audio) / 8_000
        elif told["event"] == "mark":
            self._marks.append(told["mark"]["name"])
            asyncio.get_running_loop().call_at(self._plays_until, self._return, told["mark"]["name"])
        else:
            self._plays_until = now()
            for mark in list(self._marks):
                asyncio.get_running_loop().call_soon(self._return, mark)

    def _return(self, mark: str) -> None:
        if mark in self._marks and not self.is_dead:
            self._marks.remove(mark)
            self.says(event="mark", mark={"name": mark})


@dataclass
class Voice:
    """Says everything at once, at 10 ms a character; a text that hangs never ends."""

    hangs: str = ""
    asked: list[SpeechRequest] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)

    async def speak_timed(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        self.asked.append(request)
        yield b"\x00" * 80 * len(request.text)
        if request.text == self.hangs:
            try:
                await asyncio.sleep(2)
            except asyncio.CancelledError:
                self.stopped.append(request.text)
                raise


@dataclass
class Model:
    """Answers each question with the next of these; decides nothing."""

    replies: list[list[str | ToolRequest]] = field(default_factory=list)
    asked: list[ReplyRequest] = field(default_factory=list)

    async def reply(self, request: ReplyRequest) -> AsyncIterator[TextPiece | ToolRequest]:
        self.asked.append(request)
        if not self.replies:
            await asyncio.Event().wait()
        for piece in self.replies.pop(0):
            yield TextPiece(piece) if isinstance(piece, str) else piece

    async def decide(self, *asked: Any) -> dict[str, Any]:
        return {"outcome": "none", "confidence": 1}


@dataclass
class Call:
    """A live call and all that is around it."""

    plan: ConversationPlan
    live: LiveCall
    line: Line
    ear: Ear
    records: MemoryRecords
    voice: Voice
    model: Model
    figures: Figures
    ticker: Ticker
    running: "asyncio.Task[None]"

    def happens(self, hearing: Hearing, text: str) -> None:
        """The recogniser tells this."""
        self.live.handle(Words(hearing, text))

    async def ends(self, within_s: float = 400) -> None:
        """Let it come to its end."""
        await asyncio.wait_for(self.running, within_s)

    @property
    def state(self) -> Any:
        return self.live._state


@asynccontextmanager
async def calling(
    here: ConversationPlan | None = None,
    *,
    starts: bool = True,
    replies: list[list[str | ToolRequest]] | None = None,
    hint: CarrierHint | None = None,
    hangs: str = "",
    recordings: Any = None,
) -> AsyncIterator[Call]:
    """A call whose opening is prepared; it begins with the carrier's stream."""
    here = here or plan()
    line, ear, records, voice = Line(), Ear(), MemoryRecords(), Voice(hangs)
    model, figures, ticker = Model(replies or []), Figures(Health(lambda: BEGAN_AT)), Ticker()
    nobody = cast("Any", None)
    recognisers = cast("Any", {RecogniserName.FLUX: Vendor()})
    tools = MediaTools(
        records, records, nobody, recognisers, cast("Any", voice), cast("Any", model), recordings
    )
    prepared = Prepared(here, {here.opening: b"\x00" * 8_000}, ear, hint=hint)
    live = LiveCall(
        here,
        cast("Any", line),
        tools,
        ticker=ticker,
        figures=figures,
        prepared=prepared,
        dialect=TwilioStream(),
    )
    running = asyncio.create_task(live.run())
    await asyncio.sleep(0.01)
    if starts:
        line.starts()
    yield Call(here, live, line, ear, records, voice, model, figures, ticker, running)
    if not running.done():
        await line.close()
        await asyncio.wait_for(running, 60)
    assert (False, [], None) == (
        ear.is_open,
        [*ticker._ticking],
        (live._timer and not live._timer.cancelled()) or None,
    )


async def test_a_silent_line_is_greeted_prompted_and_left_with_one_report() -> None:
    """Every deadline of the engine comes by itself."""
    async with calling() as call:
        await call.ends()
        (report,), (told,) = call.records.reports, call.records.notices
    assert (EndReason.NO_RESPONSE, report) == (report.end_reason, told)
    assert [1000] == call.line.codes
    here = call.plan
    assert [here.opening, here.silence_prompt, here.silence_prompt, here.silence_goodbye] == said_by(
        report.transcript, Speaker.AGENT
    )
    began, ended = report.transcript[0].began_ms, report.transcript[0].ended_ms
    assert (0, 1_000) == (round(began, -2), round(ended, -2))
    assert 6_000 <= report.transcript[1].began_ms - ended <= 6_100
    assert 1 == call.figures.conversations


async def test_what_the_model_writes_is_said_and_what_is_interrupted_is_not() -> None:
    replies: list[list[str | ToolRequest]] = [
        ["We sell shoes. ", "We sell boots. ", "We sell hats."],
        ["Yes."],
    ]
    async with calling(replies=replies, hangs="We sell boots.") as call:
        await asyncio.sleep(1.5)
        call.happens(Hearing.FINAL, "What do you sell?")
        await asyncio.sleep(0.6)
        assert ["We sell shoes.", "We sell boots."] == [request.text for request in call.voice.asked]
        call.happens(Hearing.STARTED, "Stop")
        call.happens(Hearing.INTERIM, "Stop it there please")
        await asyncio.sleep(0.1)
        assert ["We sell boots."] == call.voice.stopped
        assert "clear" == call.line.sent[-1]["event"]
        call.happens(Hearing.FINAL, "Stop it there please, do you sell hats?")
        await asyncio.sleep(1)
        said = [turn.text for turn in call.state.transcript]
    assert ["What do you sell?", "We sell shoes.", "Yes."] == [said[1], said[2], said[4]]
    assert ["We sell shoes.", "We sell boots.", "Yes."] == [request.text for request in call.voice.asked]


async def test_the_model_is_stopped_by_who_goes_on_before_it_writes() -> None:
    async with calling(replies=[["I see."]]) as call:
        model, call.model.replies = call.model, []
        await asyncio.sleep(1.5)
        call.happens(Hearing.FINAL, "What do you sell?")
        await asyncio.sleep(0.5)
        call.happens(Hearing.INTERIM, "And what does it cost?")
        await asyncio.sleep(0.1)
        assert {"replies": 1} == {"replies": call.figures.discarded["replies"]}
        model.replies = [["I see."]]
        call.happens(Hearing.FINAL, "And what does it cost?")
        await asyncio.sleep(0.5)
    assert 2 == len(model.asked)


async def test_a_demand_is_stored_at_the_moment_it_was_said() -> None:
    """Law 4."""
    async with calling() as call:
        await asyncio.sleep(2)
        call.happens(Hearing.FINAL, OPT_OUT)
        said_at = call.state.began_at + timedelta(seconds=2)
        await asyncio.sleep(0.3)
        call.happens(Hearing.FINAL, "No, no, keep me on the list.")
        await asyncio.sleep(0.1)
        ((_, phrase, at),) = call.records.opt_outs
        ((_, kept, taken_back_at),) = call.records.taken_back
    assert (OPT_OUT, "No, no, keep me on the list.") == (phrase, kept)
    assert abs(at - said_at) < timedelta(milliseconds=100)
    assert abs(taken_back_at - said_at - timedelta(milliseconds=300)) < timedelta(milliseconds=100)


@pytest.mark.parametrize("how", ["prepared", "told"])
async def test_what_is_told_before_the_stream_begins_counts_when_it_has(how: str) -> None:
    hint = CarrierHint(AnsweredBy.PERSON, word="human")
    async with calling(starts=False, hint=hint if how == "prepared" else None) as call:
        if how == "told":
            call.live.handle(hint)
        call.live.handle(Drain())
        assert () == call.state.evidence or how == "told"
        await asyncio.sleep(1)
        call.line.starts()
        assert ("human", True) == (call.state.carrier_hint, call.state.draining)
        await call.ends()
    (report,) = call.records.reports
    assert (EndReason.DRAINED, "human") == (report.end_reason, report.carrier_hint)


async def test_times_count_from_the_stream() -> None:
    async with calling(starts=False) as call:
        await asyncio.sleep(5)
        assert call.live.standing() is None
        call.line.starts()
        await asyncio.sleep(0.5)
        standing = call.live.standing()
        assert standing is not None
        assert 500 <= standing.snapshot.taken_ms <= 600
        call.line.starts()  # as some carriers do when they move a stream
        await asyncio.sleep(0.3)
        standing = call.live.standing()
        assert standing is not None
        assert 800 <= standing.snapshot.taken_ms <= 900
        assert (call.plan.attempt_id, call.plan.epoch) == (standing.attempt_id, standing.epoch)


async def test_a_conversation_that_is_taken_up_counts_from_its_first_beginning() -> None:
    async with calling() as first:
        await asyncio.sleep(3)
        lost = first.live.standing()
    assert lost is not None
    cut_off = replace(lost.snapshot, began_at=datetime.now(UTC) - timedelta(seconds=20))
    async with calling(plan(epoch=2, cut_off=cut_off)) as call:
        await asyncio.sleep(1)
        standing = call.live.standing()
    assert standing is not None
    assert 21_000 <= standing.snapshot.taken_ms <= 23_000
    assert cut_off.began_at == call.records.reports[0].began_at


@pytest.mark.parametrize(("expected", "told"), [("", "CA1"), ("CA1", "CA1"), ("CA9", "CA1")])
async def test_a_stream_is_of_the_call_that_was_placed(expected: str, told: str) -> None:
    async with calling(plan(carrier_call_id=expected), starts=False) as call:
        call.line.starts(told)
        await asyncio.sleep(0.1)
        assert call.live._sender.has_begun is (expected in ("", told))
        assert ([] if expected in ("", told) else [1002]) == call.line.codes


async def test_nonsense_ends_the_line_and_keeps_the_conversation() -> None:
    async with calling() as call:
        await asyncio.sleep(1.5)
        call.line.says(event="media", media={"payload": "é"})
        await call.ends(20)
        assert [1002] == call.line.codes[:1]
    assert call.plan.opening == call.records.reports[0].transcript[0].text


async def test_a_stop_of_the_carriers_ends_it_and_is_answered() -> None:
    async with calling() as call:
        await asyncio.sleep(1.5)
        call.line.says(event="stop")
        await call.ends(20)
    assert (EndReason.PERSON_HUNG_UP, [1000]) == (call.records.reports[0].end_reason, call.line.codes)


async def test_a_line_that_breaks_off_is_a_person_who_hung_up() -> None:
    async with calling() as call:
        await asyncio.sleep(1.5)
        call.line._end()
        await call.ends(20)
    assert EndReason.PERSON_HUNG_UP is call.records.reports[0].end_reason


async def test_a_line_on_which_nothing_comes_for_ten_seconds_is_given_up() -> None:
    """It is half open: even of a silent person frames come."""
    here = plan(timeouts=Timeouts(prompts=(9_000, 9_000)))
    async with calling(here) as call:
        began = now()
        await asyncio.sleep(9)
        call.line.says(event="media", media={"payload": b64encode(SILENCE).decode()})
        call.line.is_dead = True
        await call.ends()
    assert call.line.aborted_at is not None
    assert 19 <= call.line.aborted_at - began <= 24


async def test_keys_and_frames_reach_the_call() -> None:
    async with calling() as call:
        await asyncio.sleep(1.5)
        call.line.says(event="dtmf", dtmf={"digit": "4"})
        for _ in range(80):
            call.line.says(event="media", media={"payload": b64encode(SILENCE).decode()})
        assert ("4", True) == (call.state.keys, call.line.is_read_by_clock)
        assert call.live in call.ticker._ticking
        assert 80 == sum(map(len, call.ear.fed)) // len(SILENCE) + len(
            call.live._ear._pieces._waiting
        ) // len(SILENCE)
        loud = bytes(range(160))
        call.line.says(event="media", media={"payload": b64encode(loud).decode()})
        assert not call.line.is_read_by_clock


async def test_a_defect_of_ours_leaves_a_report_of_what_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async with calling() as call:
        await asyncio.sleep(1.5)
        call.happens(Hearing.STARTED, "I")
        call.happens(Hearing.INTERIM, "I am not interested")
        monkeypatch.setattr("media.live.call.step", lambda *_: 1 / 0)
        call.live.handle(Key("4"))
        call.live.handle(Key("4"))
        await call.ends(20)
    (report,), (told,) = call.records.reports, call.records.notices
    assert (EndReason.BROKEN, True, report) == (report.end_reason, report.verdict.needs_review, told)
    assert "I am not interested" == report.transcript[-1].text
    assert "not_interested" == report.verdict.outcome
    assert 1011 in call.line.codes


async def test_a_defect_behind_the_report_makes_no_second_one(monkeypatch: pytest.MonkeyPatch) -> None:
    async with calling() as call:
        await asyncio.sleep(1.5)
        call.line._end()
        await asyncio.sleep(0.5)
        await call.ends(20)
        call.live._break(ZeroDivisionError())
    assert (1, 1) == (len(call.records.reports), len(call.records.notices))


async def test_what_is_said_after_a_change_of_language_is_said_in_it() -> None:
    replies: list[list[str | ToolRequest]] = [["Claro que sí."]]
    async with calling(plan(languages=("es-MX",)), replies=replies) as call:
        await asyncio.sleep(1.5)
        call.happens(Hearing.FINAL, "Can we speak Spanish please?")
        await asyncio.sleep(1)
        assert [("Claro que sí.", "es-MX")] == [(each.text, each.language) for each in call.voice.asked]


async def test_a_record_that_is_away_hands_the_report_to_the_workflow() -> None:
    async with calling() as call:
        await asyncio.sleep(1.5)
        call.records.failures = 10_000
        call.line._end()
        await call.ends(80)
    assert ([], 0, 1) == (call.records.reports, len(call.records.notices), len(call.records.handed_over))


async def test_a_call_that_is_over_stops_its_vendors() -> None:
    async with calling() as call:
        await asyncio.sleep(1.5)
        call.happens(Hearing.FINAL, "What do you sell?")
        await asyncio.sleep(0.1)
        call.line._end()
        await call.ends(20)
        assert not [
            task
            for task in asyncio.all_tasks()
            if call.plan.attempt_id in task.get_name() and not task.done()
        ]


@dataclass
class Recorded:
    """What a recording is told: milliseconds of each side, and the rest by name."""

    theirs: int = 0
    ours: int = 0
    told: list[str] = field(default_factory=list)

    def of_call(self, here: ConversationPlan, began_ms: float) -> "Recorded":
        self.told.append("begun")
        return self

    def flight_of(self, here: ConversationPlan) -> FlightRecorder:
        return FlightRecorder(here, None)

    def person(self, frames: Sequence[bytes], now_ms: float) -> None:
        self.theirs += sum(map(len, frames)) // 8

    def agent(self, audio: bytes, now_ms: float) -> None:
        self.ours += len(audio) // 8

    def cleared(self, now_ms: float) -> None:
        self.told.append("cleared")

    def follow(self, transcript: Transcript, now_ms: float) -> None:
        if transcript:
            self.told.append("followed")

    def end(self, now_ms: float) -> None:
        self.told.append("ended")


@pytest.mark.parametrize("records", [True, False])
async def test_both_sides_of_a_call_that_is_recorded_are_told_to_its_recording(records: bool) -> None:
    recorded = Recorded()
    async with calling(plan(record=records), recordings=recorded) as call:
        await asyncio.sleep(0.5)
        call.line.says(event="media", media={"payload": b64encode(SILENCE * 2).decode()})
        call.happens(Hearing.STARTED, "Stop")
        call.happens(Hearing.INTERIM, "Stop it there please")
        await asyncio.sleep(0.1)
        call.line._end()
        await call.ends(20)
    if not records:
        assert (0, 0, []) == (recorded.theirs, recorded.ours, recorded.told)
        return
    assert 40 == recorded.theirs
    assert 500 <= recorded.ours <= 800
    told = list(dict.fromkeys(recorded.told))
    assert ["begun", "cleared", "followed", "ended"] == told


async def test_the_last_second_of_what_we_say_is_told_to_the_engine() -> None:
    """A short answer in it is one to the whole of it."""
    async with calling(plan(opening="Hello, this is Ava. Are you well?")) as call:
        await asyncio.sleep(0.9)
        assert call.state.reply.ending
        call.happens(Hearing.STARTED, "Yes")
        call.happens(Hearing.FINAL, "Yes.")
        assert "clear" not in [message["event"] for message in call.line.sent]


async def test_a_guess_that_comes_true_is_heard_at_once() -> None:
    async with calling(replies=[["We sell shoes."]]) as call:
        await asyncio.sleep(1.5)
        call.happens(Hearing.STARTED, "What")
        call.happens(Hearing.EAGER, "What do you sell?")
        await asyncio.sleep(0.5)
        before = len(call.line.heard)
        call.happens(Hearing.FINAL, "What do you sell?")
        assert len(call.line.heard) > before


async def test_a_defect_while_we_take_leave_is_one_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    async with calling() as call:
        await asyncio.sleep(1.5)
        call.happens(Hearing.FINAL, "Goodbye then.")
        assert EndReason.FINISHED is call.state.end_reason

        def broken(*told: Any) -> Any:
            seen.append(told)
            raise ZeroDivisionError

        monkeypatch.setattr("media.live.call.step", broken)
        for _ in range(3):
            call.live.handle(Key("4"))
        await call.ends(20)
    assert (EndReason.BROKEN, 1) == (call.records.reports[0].end_reason, len(seen))


async def test_what_comes_back_of_us_is_nobodys_voice() -> None:
    """The gate is told what we send."""
    echo = {"payload": b64encode(b"\x30" * 160).decode()}
    async with calling() as call:
        for _ in range(20):
            await asyncio.sleep(0.02)
            call.line.says(event="media", media=echo)
        assert not call.state.sound.is_on
        for _ in range(150):
            await asyncio.sleep(0.02)
            call.line.says(event="media", media={"payload": b64encode(SILENCE).decode()})
        for _ in range(20):
            await asyncio.sleep(0.02)
            call.line.says(event="media", media=echo)
        assert call.state.sound.is_on


@pytest.mark.parametrize(("unsent", "is_dead"), [(200_000, False), (300_000, True)])
async def test_a_line_that_is_far_behind_is_dead(unsent: int, is_dead: bool) -> None:
    async with calling(starts=False) as call:
        call.line.unsent = unsent
        call.line.starts()
        await asyncio.sleep(0.5)
        assert is_dead is (call.line.aborted_at is not None)
