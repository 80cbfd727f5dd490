"""One live call: the engine's shell. It owns every socket, task and timer of the call, and ends them all in one place.

Nothing here decides what to say or when; `media.engine.conversation` does.
"""

import asyncio
from collections import deque
from collections.abc import Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

import structlog
from websockets.protocol import State

from database.media_processes import TakenSnapshot
from domain.conversations import ConversationPlan, ConversationReport, EndReason, Engine
from domain.errors import Superseded
from domain.knowledge import Passage
from domain.language.verdicts import judge_by_rules
from domain.transcripts import Transcript, words_in
from media.audio.keypad import tones
from media.audio.playout import Playout
from media.carriers import stream
from media.carriers.carrier_socket import CarrierSocket
from media.engine import actions
from media.engine.conversation import begin, step
from media.engine.events import (
    Began,
    CarrierHint,
    Cut,
    Drain,
    Ending,
    Event,
    Found,
    Gone,
    Identified,
    Judged,
    Key,
    NotStored,
    Part,
    Played,
    Started,
    Store,
    Stored,
    Synthesised,
    TimePassed,
)
from media.engine.returning import snapshot_of
from media.engine.turns import Conversation, Durable, Phase, is_over, report_of, wake_at, with_last_words
from media.figures import Figures
from media.live.identify import who_speaks, who_speaks_request
from media.live.listening import Ear
from media.live.open_answers import answers_request, open_answers
from media.live.prepared import Prepared
from media.live.speaking import Mouth
from media.live.speech_to_speech import SpeakingMind
from media.live.thinking import Mind, offered
from media.live.ticker import Ticker
from media.live.verdict import judge, verdict_request
from media.recording.flight import Marked, Note, Requested, Wanted
from media.recording.flight_recorder import FlightRecorder
from media.recording.recordings import CallRecording
from media.tools import MediaTools

log = structlog.get_logger()

_MOST_UNSENT: Final = 256_000  # bytes; Twilio takes 11 kB a second, so a socket this far behind is dead
_QUIET_SECONDS: Final = 10.0  # Twilio sends a frame every 20 ms; a stream silent for this long is half open
_STORE_SECONDS: Final = 5.0
_LOOK_UP_SECONDS: Final = 1.0  # the person waits
# With neither the record nor Temporal within reach: how long a report is held on to, and how often it is tried.
_INSIST_SECONDS: Final = 60.0
_INSIST_AGAIN_SECONDS: Final = 1.0


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
        self._composer: stream.Composer | None = None
        self._playout = Playout(self._dialect.ahead_ms, self._dialect.piece_ms)
        self._recording: CallRecording | None = None
        self._is_superseded = False
        opened = prepared.session or prepared.recognition
        self._ear = Ear(plan, tools.recognisers, self.happen, opened, figures, self._speaks, self._note)
        self._mind = Mind(plan, tools.model, self.happen, figures, self._note)
        self._speaking: SpeakingMind | None = None
        if prepared.session is not None:
            self._speaking = SpeakingMind(
                prepared.session, self._mind, self._playout, self.happen, self._pump, figures
            )
        elif plan.engine is Engine.REALTIME:
            figures.health.speech_to_speech().switches += 1
            figures.count_switch(Part.SPEECH_TO_SPEECH)
        self._mouth = Mouth(
            plan,
            tools.synthesiser,
            prepared.audio,
            self._playout,
            self.happen,
            self._pump,
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
        snapshot = None if self._composer is None else snapshot_of(self._state, self._now())
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
                if self._recording is not None:
                    self._recording.end(self._now())
                self.happen(Gone())
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
            if self._recording is not None:
                self._recording.end(self._now())
        log.info(
            "conversation.ended",
            attempt_id=self.plan.attempt_id,
            reason=self._state.end_reason,
            report=self._state.report,
        )

    def happen(self, event: Event) -> None:
        """Let the engine take this event, and do what it asks for, before anything else happens.

        Whoever tells it never gets an error: a defect ends the call.
        """
        if self._composer is None and isinstance(event, CarrierHint | Drain):
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
        if self._recording is not None and self._composer is not None:  # times count from the stream
            self._recording.follow(self._state.transcript, self._now())
        self._set_timer()
        if is_over(self._state):
            self._over.set()

    def tick(self) -> bool:
        """Read a silent line, and send the audio that is due; False when neither is to be done by the clock."""
        try:
            self._socket.look()
            self._send_what_is_due()
        except Exception as error:
            self._break(error)
            return False
        return self._socket.is_read_by_clock or not self._playout.idle

    def _send_what_is_due(self) -> None:
        now = self._exactly_now()
        if now >= self._playout.next_due():
            self._pump()
        elif self._composer is not None:
            self._write(*self._composer.overdue(now))

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
        self.happen(TimePassed())

    def _stop_working(self) -> None:
        self._ear.stop()
        self._mind.stop()
        self._mouth.stop()

    # The carrier's side

    async def _read_carrier(self) -> None:
        try:
            await self._socket.deliver(self._take)
        except stream.StreamNonsense as error:
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
                    self.happen(Played(reply))
            case stream.Start(stream_sid, call_sid):
                if self.plan.carrier_call_id not in ("", call_sid):
                    raise stream.StreamNonsense("the start of another call's stream")
                self._stream_started(stream_sid)
            case stream.Digit(digit):
                self.happen(Key(digit))
            case stream.Stop():
                self.happen(Gone())
                self._start(self._socket.close(), "close")  # some carriers wait for us to do so
            case _:
                return

    def _hear(self, frames: tuple[bytes, ...]) -> None:
        for frame in frames:
            self._ear.hear(frame)
        if self._recording is not None and frames:
            self._recording.person(b"".join(frames), self._now())
        if self._ear.hears_silence:
            self._socket.read_by_clock()
            self._ticker.wake(self)
        else:
            self._socket.read_at_once()

    def _stream_started(self, stream_sid: str) -> None:
        if self._composer is not None or self._state.phase is Phase.ENDED:
            return
        self._composer = self._dialect.composer(stream_sid)
        self._zero, self._state = self._begin()
        if self.plan.record and self._tools.recordings is not None:
            self._recording = self._tools.recordings.of_call(self.plan, self._now())
        self.happen(Started())
        for event in self._early:
            self.happen(event)

    def _pump(self) -> None:
        """Send what is due, and tell what came of it."""
        now = self._exactly_now()
        sending = self._playout.due(now)
        if self._composer is None:
            return
        for audio in sending.audio:
            self._write(*self._composer.media(audio, now))
            self._ear.spoke(audio)
            if self._recording is not None:
                self._recording.agent(audio, now)
        for mark in sending.marks:
            self._write(*self._composer.mark(mark))
        self._write(*self._composer.overdue(now))
        if sending.began:
            self.happen(Began(sending.began))
        if sending.ending:
            self.happen(Ending(sending.ending))

    def _write(self, *messages: bytes) -> None:
        """Straight to the transport, never waiting; a socket that takes nothing is given up."""
        socket = self._socket
        if not messages or socket.protocol.state is not State.OPEN:
            return
        if socket.transport.get_write_buffer_size() > _MOST_UNSENT:
            log.warning("stream.stuck", attempt_id=self.plan.attempt_id)
            socket.transport.abort()
            return
        for message in messages:
            socket.protocol.send_text(message)
        socket.send_data()

    def _feed(self) -> None:
        self._pump()
        if not self._playout.idle:
            self._ticker.wake(self)

    def _press(self, reply: int, keys: str, text: str) -> None:
        clause = self._playout.clause(reply, text)
        clause.audio += tones(keys)
        self.happen(Synthesised(reply, clause.end()))
        self._feed()

    def _clear(self, reply: int) -> None:
        now = self._exactly_now()
        if self._speaking is not None:
            self._speaking.cut(reply, now)
        heard = self._playout.clear(reply, now)
        if self._composer is not None:
            self._write(*self._composer.clear())
        if self._recording is not None:
            self._recording.cleared(now)
        self.happen(Cut(reply, heard))

    # What the engine asks for

    def _do(self, action: actions.Action) -> None:
        match action:
            case actions.Ask(reply, history, notes, menu, look_up, note, found):
                mind = self._mind if menu else self._speaking or self._mind
                tools = offered(menu=menu, look_up=look_up, note=note)
                mind.ask(self._group, reply, history, notes, tools, found)
            case actions.LookUp(reply, question):
                self._start(self._look_up(reply, question), "look-up")
            case actions.Speak(reply, text):
                self._mouth.speak(self._group, reply, text)
                if self._speaking is not None:
                    self._speaking.said(reply, text)
                self._feed()
            case actions.PressKeys(reply, keys, text):
                self._press(reply, keys, text)
            case actions.SpeakIn(language):
                self._mouth.speak_in(language)
            case actions.Complete(reply):
                self._playout.complete(reply)
                self._feed()
            case actions.Release(reply):
                self._playout.release(reply)
                self._feed()
            case actions.Hold():
                self._playout.hold()
            case actions.Resume():
                self._playout.resume(self._exactly_now())
                self._feed()
            case actions.Cancel(reply):
                (self._speaking or self._mind).cancel(reply)
                self._mouth.cancel(reply)
                self._playout.drop(reply)
            case actions.Clear(reply):
                self._clear(reply)
            case actions.Discard():
                self._figures.discard(action)
            case actions.Close():
                self._start(self._socket.close(), "close")
            case _:
                self._conclude(action)

    def _conclude(
        self,
        action: actions.StoreOptOut | actions.Judge | actions.Identify | actions.StoreReport | actions.Notify,
    ) -> None:
        match action:
            case actions.StoreOptOut(phrase):
                at = datetime.now(UTC)
                work = self._tools.records.store_opt_out(self.plan, phrase, at)
                self._start(self._store(Store.OPT_OUT, work), "opt-out")
            case actions.Judge(transcript):
                self._start(self._judge(transcript), "verdict")
            case actions.Identify(words):
                self._start(self._identify(words), "identify")
            case actions.StoreReport(report):
                self._start(self._store(Store.REPORT, self._tools.records.store_report(report)), "report")
            case actions.Notify(report, stored):
                self._start(self._notify(report, stored), "notice")

    async def _judge(self, transcript: Transcript) -> None:
        self._note(Requested(Wanted.VERDICT, verdict_request(self.plan, transcript)))
        verdict, answers = await asyncio.gather(
            judge(self.plan, transcript, self._tools.model), self._open_answers(transcript)
        )
        self.happen(Judged(replace(verdict, answers=answers)))

    async def _open_answers(self, transcript: Transcript) -> dict[str, str]:
        request = answers_request(self.plan, transcript)
        if request is None:
            return {}
        self._note(Requested(Wanted.ANSWERS, request))
        return await open_answers(self.plan, transcript, self._tools.model)

    async def _identify(self, words: str) -> None:
        self._note(Requested(Wanted.WHO_SPEAKS, who_speaks_request(self.plan, words)))
        self.happen(Identified(await who_speaks(self.plan, words, self._tools.model)))

    async def _look_up(self, reply: int, question: str) -> None:
        passages: tuple[Passage, ...] = ()
        try:
            async with asyncio.timeout(_LOOK_UP_SECONDS):
                passages = await self._tools.records.find_passages(self.plan, question)
        except Exception:  # whatever the record's failure is, the agent says that it does not know
            log.warning("conversation.not_looked_up", attempt_id=self.plan.attempt_id, exc_info=True)
        self.happen(Found(reply, passages))

    async def _store(self, what: Store, work: Coroutine[Any, Any, None]) -> None:
        try:
            async with asyncio.timeout(_STORE_SECONDS):
                await work
        except Superseded:
            log.warning("conversation.superseded", attempt_id=self.plan.attempt_id, what=what)
            self._is_superseded = True
            self.happen(Stored(what))
        except Exception:  # whatever the record's failure is, the engine decides how long to insist
            log.exception("conversation.not_stored", attempt_id=self.plan.attempt_id, what=what)
            self.happen(NotStored(what))
        else:
            self.happen(Stored(what))

    async def _notify(self, report: ConversationReport, stored: bool) -> None:
        if self._is_superseded:
            return
        self._figures.reported(report)
        self._figures.not_stored += not stored
        if await self._told(report, stored=stored) or stored:  # a sweep delivers what was stored
            return
        give_up_at = self._loop.time() + _INSIST_SECONDS
        while self._loop.time() < give_up_at:
            if await self._stores(report) or await self._told(report, stored=False):
                return
            await asyncio.sleep(_INSIST_AGAIN_SECONDS)
        log.error("conversation.lost", attempt_id=self.plan.attempt_id)

    async def _told(self, report: ConversationReport, *, stored: bool) -> bool:
        try:
            async with asyncio.timeout(_STORE_SECONDS):
                await self._tools.notices.conversation_reported(self.plan, report, stored=stored)
        except Exception:  # whatever Temporal's failure is, the call goes on without it
            self._figures.not_notified += 1
            log.warning("conversation.not_notified", attempt_id=self.plan.attempt_id, exc_info=True)
            return False
        return True

    async def _stores(self, report: ConversationReport) -> bool:
        try:
            async with asyncio.timeout(_STORE_SECONDS):
                await self._tools.records.store_report(report)
        except Superseded:
            self._is_superseded = True
        except Exception:  # whatever the record's failure is
            return False
        return True

    async def _report_defect(self) -> None:
        """A defect of ours ended the conversation: it has its one report all the same."""
        await self._socket.close(1011)
        if self._state.report in (Durable.STORED, Durable.GIVEN_UP):
            return
        broken = replace(
            self._state,
            end_reason=EndReason.BROKEN,
            ended_ms=self._now(),
            transcript=with_last_words(self._state, self._now()),
        )
        verdict = broken.verdict or judge_by_rules(broken.transcript, *self.plan.spoken)
        report = report_of(broken, replace(verdict, needs_review=True))
        await self._notify(report, stored=await self._stores(report))
