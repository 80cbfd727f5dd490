"""The agent's audio on its way to the carrier: what is due is sent, and what came of it is told."""

from collections.abc import Callable
from typing import Final, assert_never

import structlog
from websockets.protocol import State

from domain.identifiers import AttemptId
from media.audio.dtmf import tones
from media.audio.playout import Playout
from media.carriers import stream
from media.carriers.carrier_socket import CarrierSocket
from media.engine import actions
from media.engine.events import Began, Cut, Ending, Event, Synthesised
from media.recording.recordings import Recorded, Unrecorded

log = structlog.get_logger()

_MOST_UNSENT: Final = 256_000  # bytes; a carrier takes 11 kB a second, so a socket this far behind is dead


class Sender:
    """One call's. Nothing leaves before the stream has begun.

    tell: takes what came of it; now: milliseconds of the call; spoke: hears what is sent, for whoever must tell our own
    sound from the person's; wake: has the clock's beat begin for this call.
    """

    def __init__(
        self,
        attempt_id: AttemptId,
        socket: CarrierSocket,
        playout: Playout,
        *,
        tell: Callable[[Event], None],
        now: Callable[[], float],
        spoke: Callable[[bytes], None],
        wake: Callable[[], None],
    ) -> None:
        self._attempt_id = attempt_id
        self._socket = socket
        self._playout = playout
        self._tell = tell
        self._now = now
        self._spoke = spoke
        self._wake = wake
        self._composer: stream.Composer | None = None
        self._recording: Recorded = Unrecorded()

    @property
    def has_begun(self) -> bool:
        """The stream is there."""
        return self._composer is not None

    def begin(self, composer: stream.Composer, recording: Recorded) -> None:
        """The stream is there, this writes its messages, and this hears what is sent."""
        self._composer, self._recording = composer, recording

    def send_what_is_due(self) -> None:
        """By the clock's beat."""
        now = self._now()
        if now >= self._playout.next_due():
            self.pump()
        elif self._composer is not None:
            self._write(*self._composer.overdue(now))

    def pump(self) -> None:
        """Send what is due, and tell what came of it."""
        now = self._now()
        sending = self._playout.due(now)
        if self._composer is None:
            return
        for audio in sending.audio:
            self._write(*self._composer.media(audio, now))
            self._spoke(audio)
            self._recording.agent(audio, now)
        for mark in sending.marks:
            self._write(*self._composer.mark(mark))
        self._write(*self._composer.overdue(now))
        if sending.began:
            self._tell(Began(sending.began))
        if sending.ending:
            self._tell(Ending(sending.ending))

    def feed(self) -> None:
        """There is something new to be sent, now and by the clock."""
        self.pump()
        if not self._playout.idle:
            self._wake()

    def obey(self, action: actions.Playing) -> None:
        """What the engine asks of our own audio."""
        match action:
            case actions.PressKeys(reply, keys, text):
                self._press(reply, keys, text)
            case actions.Complete(reply):
                self._playout.complete(reply)
                self.feed()
            case actions.Release(reply):
                self._playout.release(reply)
                self.feed()
            case actions.Hold():
                self._playout.hold()
            case actions.Resume():
                self._playout.resume(self._now())
                self.feed()
            case actions.Cancel(reply):
                self._playout.drop(reply)
            case actions.Clear(reply):
                self._clear(reply)
            case _:
                assert_never(action)

    def _press(self, reply: int, keys: str, text: str) -> None:
        """The tones of these keys, as a clause of the reply."""
        clause = self._playout.clause(reply, text)
        clause.audio += tones(keys)
        self._tell(Synthesised(reply, clause.end()))
        self.feed()

    def _clear(self, reply: int) -> None:
        """Take back what the person has not heard of it, and tell what they have."""
        now = self._now()
        heard = self._playout.clear(reply, now)
        if self._composer is not None:
            self._write(*self._composer.clear())
        self._recording.cleared(now)
        self._tell(Cut(reply, heard))

    def _write(self, *messages: bytes) -> None:
        """Straight to the transport, never waiting; a socket that takes nothing is given up."""
        socket = self._socket
        if not messages or socket.protocol.state is not State.OPEN:
            return
        if socket.transport.get_write_buffer_size() > _MOST_UNSENT:
            log.warning("stream.stuck", attempt_id=self._attempt_id)
            socket.transport.abort()
            return
        for message in messages:
            socket.protocol.send_text(message)
        socket.send_data()
