"""One live call: the engine's shell. It owns every socket, task and timer of the call, and ends them all in one place.

Nothing here decides what to say or when; `media.engine.conversation` does.
"""

import asyncio
from collections import deque
from collections.abc import Coroutine
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final, assert_never

import structlog

from database.media_processes import TakenSnapshot
from domain.conversations import ConversationPlan, EndReason, Engine
from domain.language.verdicts import judge_by_rules
from domain.transcripts import words_in
from media.audio.playout import Playout
from media.carriers import stream
from media.carriers.carrier_socket import CarrierSocket
from media.engine import actions
from media.engine.conversation import begin, step
from media.engine.events import (
    CarrierHint,
    Drain,
    Event,
    Gone,
    Key,
    Part,
    Played,
    Started,
    TimePassed,
)
from media.engine.reporting import report_of
from media.engine.resuming import snapshot_of
from media.engine.state import Conversation, Phase, is_over, wake_at, with_last_words
from media.live.durability import Durability
from media.live.model_replies import ReplyWriter, offered
from media.live.prewarming import Prepared
from media.live.recognition import Transcriber
from media.live.sending import Sender
from media.live.side_questions import SideQuestions
from media.live.speech_to_speech import SpeakingModel
from media.live.synthesis import VoiceOutput
from media.live.ticker import Ticker
from media.metrics import Figures
from media.recording.flight import Marked, Note
from media.recording.flight_recorder import FlightRecorder
from media.recording.recordings import Recorded, Unrecorded
from media.tools import MediaTools

log = structlog.get_logger()

_QUIET_SECONDS: Final = 10.0  # Twilio sends a frame every 20 ms; a stream silent for this long is half open


class LiveCall:
    """One conversation over one carrier stream."""

    def __init__(
        self,
        plan: ConversationPlan,
        socket: CarrierSocket,
        tools: MediaTools,
        *,
        ticker: Ticker,
        figures: Figures,
        prepared: Prepared,
        dialect: stream.Dialect,
    ) -> None:
        self.plan = plan
        self._dialect = dialect
        self._socket = socket
        self._tools = tools
        self._ticker = ticker
        self._figures = figures
        self._early: list[Event] = [] if prepared.hint is None else [prepared.hint]
        self._loop = asyncio.get_running_loop()
        self._last_frame_at = self._loop.time()
        self._flight = (
            FlightRecorder(plan, None) if tools.recordings is None else tools.recordings.flight_of(plan)
        )
        self._zero, self._state = self._begin()
        self._waiting: deque[Event] = deque()
        self._stepping = False
        self._timer: asyncio.TimerHandle | None = None
        self._due_at: float | None = None
        self._over = asyncio.Event()
        self._defect: Exception | None = None
        self._playout = Playout(self._dialect.ahead_ms, self._dialect.piece_ms)
        self._recording: Recorded = Unrecorded()
        self._durability = Durability(plan, tools, self.handle, figures)
        self._questions = SideQuestions(plan, tools, self.handle, self._note)
        opened = prepared.session or prepared.recognition
        self._ear = Transcriber(
            plan, tools.recognisers, self.handle, opened, figures, self._speaks, self._note
        )
        self._sender = Sender(
            plan.attempt_id,
            socket,
            self._playout,
            tell=self.handle,
            now=self._exactly_now,
            spoke=self._ear.spoke,
            wake=lambda: ticker.wake(self),
        )
        self._mind = ReplyWriter(plan, tools.model, self.handle, figures, self._note)
        self._speaking: SpeakingModel | None = None
        if prepared.session is not None:
            self._speaking = SpeakingModel(
                prepared.session, self._mind, self._playout, self.handle, self._sender.pump, figures
            )
        elif plan.engine is Engine.REALTIME:
            figures.health.speech_to_speech().switches += 1
            figures.count_switch(Part.SPEECH_TO_SPEECH)
        self._mouth = VoiceOutput(
            plan,
            tools.synthesiser,
            prepared.audio,
            self._playout,
            self.handle,
            self._sender.pump,
            figures,
            self._note,
        )
        self._group = asyncio.TaskGroup()

    @property
    def words(self) -> int:
        """How many words were spoken so far."""
        return words_in(self._state.transcript)

    def standing(self) -> TakenSnapshot | None:
        """How the conversation stands, for another process to go on from; None when there is nothing to go on with."""
        snapshot = None if not self._sender.has_begun else snapshot_of(self._state, self._now())
        plan = self.plan
        if snapshot is None:
            return None
        return TakenSnapshot(plan.account_id, plan.attempt_id, plan.epoch, snapshot)

    async def run(self) -> None:
        """Hold the conversation; returns when its report is durable or given up, with everything closed."""
        log.info("conversation.began", attempt_id=self.plan.attempt_id)
        try:
            async with self._group:
                self._set_timer()
                self._start(self._ear.listen(), "ear")
                await self._read_carrier()
                self._recording.end(self._now())
                self.handle(Gone())
                await self._over.wait()
                if self._defect is not None:
                    raise self._defect
                self._stop_working()
        except* Exception:
            log.exception("conversation.broke", attempt_id=self.plan.attempt_id)
            await self._report_defect()
        finally:
            self._ticker.forget(self)
            self._socket.read_at_once()
            if self._timer is not None:
                self._timer.cancel()
            await self._ear.close()
            self._flight.end()
            self._recording.end(self._now())
        log.info(
            "conversation.ended",
            attempt_id=self.plan.attempt_id,
            reason=self._state.end_reason,
            report=self._state.report,
        )

    def handle(self, event: Event) -> None:
        """Let the engine take this event, and do what it asks for, before anything else happens.

        Whoever tells it never gets an error: a defect ends the call.
        """
        if not self._sender.has_begun and isinstance(event, CarrierHint | Drain):
            self._early.append(event)  # nothing counts before the stream begins
        self._waiting.append(event)
        if self._stepping or self._defect is not None:
            return
        try:
            self._let_happen()
        except Exception as error:
            self._break(error)

    def _let_happen(self) -> None:
        self._stepping = True
        try:
            while self._waiting:
                event, now = self._waiting.popleft(), self._now()
                happened = self._flight.happens(now, event)
                self._state, happened.actions = step(self._state, event, now)
                for action in happened.actions:
                    self._do(action)
        finally:
            self._stepping = False
        self._flight.follow(self._now())
        if self._sender.has_begun:  # times count from the stream
            self._recording.follow(self._state.transcript, self._now())
        self._set_timer()
        if is_over(self._state):
            self._over.set()

    def tick(self) -> bool:
        """Read a silent line, and send the audio that is due; False when neither is to be done by the clock."""
        try:
            self._socket.look()
            self._sender.send_what_is_due()
        except Exception as error:
            self._break(error)
            return False
        return self._socket.is_read_by_clock or not self._playout.idle

    def _break(self, defect: Exception) -> None:
        """Nothing happens in this call any more; run ends it."""
        log.error("conversation.defect", attempt_id=self.plan.attempt_id, exc_info=defect)
        self._defect = defect
        self._over.set()
        self._socket.fail(defect)

    def _note(self, note: Note) -> None:
        self._flight.note(self._now(), note)

    def _speaks(self) -> bool:
        return not self._playout.idle

    def _begin(self) -> tuple[float, Conversation]:
        """The call's time counts from now, or from where the first process that held it began to count."""
        now, cut_off = datetime.now(UTC), self.plan.cut_off
        before = 0.0 if cut_off is None else (now - cut_off.began_at).total_seconds()
        self._flight.begin(now)
        return self._loop.time() - before, begin(self.plan, now)

    def _now(self) -> int:
        return int(self._exactly_now())

    def _exactly_now(self) -> float:
        """Milliseconds of the call."""
        return (self._loop.time() - self._zero) * 1000

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> "asyncio.Task[None]":
        return self._group.create_task(work, name=f"{name} {self.plan.attempt_id}")

    def _set_timer(self) -> None:
        at = wake_at(self._state)
        due_at = None if at is None else self._zero + at / 1000 + 0.001
        if due_at == self._due_at:  # most events move no deadline
            return
        if self._timer is not None:
            self._timer.cancel()
        self._due_at = due_at
        self._timer = None if due_at is None else self._loop.call_at(due_at, self._wake)

    def _wake(self) -> None:
        self._due_at = None
        if self._loop.time() - self._last_frame_at > _QUIET_SECONDS and self._state.line_up:
            self._socket.transport.abort()
        self.handle(TimePassed())

    def _stop_working(self) -> None:
        self._ear.stop()
        self._mind.stop()
        self._mouth.stop()

    # The carrier's side

    async def _read_carrier(self) -> None:
        try:
            await self._socket.deliver(self._take)
        except stream.MalformedMessage as error:
            log.warning("stream.nonsense", attempt_id=self.plan.attempt_id, error=str(error))
            await self._socket.close(1002)

    def _take(self, message: bytes | str) -> None:
        self._last_frame_at = self._loop.time()
        match self._dialect.read(message):
            case stream.Media(frames):
                self._hear(frames)
            case stream.Mark(name):
                self._note(Marked(name))
                if reply := self._playout.mark_returned(name):
                    self.handle(Played(reply))
            case stream.Start(stream_sid, call_sid):
                if self.plan.carrier_call_id not in ("", call_sid):
                    raise stream.MalformedMessage("the start of another call's stream")
                self._stream_started(stream_sid)
            case stream.Digit(digit):
                self.handle(Key(digit))
            case stream.Stop():
                self.handle(Gone())
                self._start(self._socket.close(), "close")  # some carriers wait for us to do so
            case _:
                return

    def _hear(self, frames: tuple[bytes, ...]) -> None:
        for frame in frames:
            self._ear.hear(frame)
        if frames:
            self._recording.person(frames, self._now())
        if self._ear.hears_silence:
            self._socket.read_by_clock()
            self._ticker.wake(self)
        else:
            self._socket.read_at_once()

    def _stream_started(self, stream_sid: str) -> None:
        if self._sender.has_begun or self._state.phase is Phase.ENDED:
            return
        self._zero, self._state = self._begin()
        if self.plan.record and self._tools.recordings is not None:
            self._recording = self._tools.recordings.of_call(self.plan, self._now())
        self._sender.begin(self._dialect.composer(stream_sid), self._recording)
        self.handle(Started())
        for event in self._early:
            self.handle(event)

    # What the engine asks for

    def _do(self, action: actions.Action) -> None:
        match action:
            case actions.Ask(reply, history, notes, menu, look_up, note, found):
                mind = self._mind if menu else self._speaking or self._mind
                tools = offered(menu=menu, look_up=look_up, note=note)
                mind.ask(self._group, reply, history, notes, tools, found)
            case actions.Speak(reply, text):
                self._mouth.speak(self._group, reply, text)
                if self._speaking is not None:
                    self._speaking.said(reply, text)
                self._sender.feed()
            case actions.SpeakIn(language):
                self._mouth.speak_in(language)
            case actions.Cancel(reply):
                (self._speaking or self._mind).cancel(reply)
                self._mouth.cancel(reply)
                self._sender.obey(action)
            case actions.Clear(reply):
                if self._speaking is not None:
                    self._speaking.cut(reply, self._exactly_now())
                self._sender.obey(action)
            case (
                actions.PressKeys()
                | actions.Complete()
                | actions.Release()
                | actions.Hold()
                | actions.Resume()
            ):
                self._sender.obey(action)
            case actions.Discard():
                self._figures.discard(action)
            case _:
                self._do_beside(action)

    def _do_beside(self, action: actions.Beside) -> None:
        match action:
            case actions.LookUp(reply, question):
                self._start(self._questions.look_up(reply, question), "look-up")
            case actions.Judge(transcript, held_on):
                self._start(self._questions.judge(transcript, held_on), "verdict")
            case actions.Identify(words):
                self._start(self._questions.identify(words), "identify")
            case actions.StoreOptOut():
                at = self._state.began_at + timedelta(milliseconds=action.said_ms)
                self._start(self._durability.store_opt_out(action, at), "opt-out")
            case actions.TakeBackOptOut(phrase, said_ms):
                at = self._state.began_at + timedelta(milliseconds=said_ms)
                self._start(self._durability.take_back_opt_out(phrase, at), "opt-out-taken-back")
            case actions.StoreReport(report):
                self._start(self._durability.store_report(report), "report")
            case actions.Notify(report, stored):
                self._start(self._durability.notify(report, stored=stored), "notice")
            case actions.Close():
                self._start(self._socket.close(), "close")
            case _:
                assert_never(action)

    async def _report_defect(self) -> None:
        """A defect of ours ended the conversation: it has its one report all the same."""
        await self._socket.close(1011)
        if self._state.report.is_settled:
            return
        broken = replace(
            self._state,
            end_reason=EndReason.BROKEN,
            ended_ms=self._now(),
            transcript=with_last_words(self._state, self._now()),
        )
        verdict = broken.verdict or judge_by_rules(
            broken.transcript, *self.plan.spoken, own=self.plan.outcomes
        )
        await self._durability.store_and_notify(report_of(broken, replace(verdict, needs_review=True)))
