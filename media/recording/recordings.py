"""The recordings of each conversation: its sound, if that may be kept, and its flight. Nothing here ever waits."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import datetime
from typing import Final, Protocol

from domain.conversations import ConversationPlan
from domain.recordings import RecordingPermission, recording_permission
from domain.transcripts import Transcript
from media.recording.flight_recorder import FlightRecorder
from media.recording.keep_or_delete import Shelf, Storeroom
from media.recording.recorder import Recorder
from providers.recordings.archive import RecordingArchive
from providers.recordings.segments import Take

_THREADS: Final = 4
_MOST_WAITING: Final = 200  # segments of 160 kB; a hundred calls answered together are cut together


class Recordings:
    """All recordings of one process."""

    def __init__(
        self, archive: RecordingArchive, clock: Callable[[], datetime], *, most_waiting: int = _MOST_WAITING
    ) -> None:
        threads = ThreadPoolExecutor(_THREADS, "recordings")
        self._room = Storeroom(archive, clock, threads, threading.Lock(), most_waiting)

    def of_call(self, plan: ConversationPlan, stream_began_ms: float = 0) -> "CallRecording":
        """The recording of this conversation, which begins when it may; stream_began_ms: after the call's first stream."""
        return CallRecording(plan, self._room, stream_began_ms)

    def flight_of(self, plan: ConversationPlan) -> FlightRecorder:
        """What keeps this conversation's flight record, whether or not its sound may be kept."""
        return FlightRecorder(plan, self._room)

    def figures(self) -> dict[str, int]:
        """Counts since the process began."""
        with self._room.lock:
            return asdict(self._room.figures)

    def close(self) -> None:
        """Wait until everything is stored or given up; blocks."""
        self._room.threads.shutdown()


class Recorded(Protocol):
    """What a conversation tells of its sound. Times are milliseconds of the call."""

    def person(self, frames: Sequence[bytes], now_ms: float) -> None:
        """What came in, frame by frame."""

    def agent(self, audio: bytes, now_ms: float) -> None:
        """What went out now."""

    def cleared(self, now_ms: float) -> None:
        """The far end was told to forget what it had not played yet."""

    def follow(self, transcript: Transcript, now_ms: float) -> None:
        """The conversation went so far."""

    def end(self, now_ms: float) -> None:
        """The line is down."""


class Unrecorded:
    """Nothing is kept."""

    def person(self, frames: Sequence[bytes], now_ms: float) -> None:
        """Not kept."""

    def agent(self, audio: bytes, now_ms: float) -> None:
        """Not kept."""

    def cleared(self, now_ms: float) -> None:
        """Nothing to do."""

    def follow(self, transcript: Transcript, now_ms: float) -> None:
        """Nothing to do."""

    def end(self, now_ms: float) -> None:
        """Nothing to do."""


class CallRecording:
    """One conversation's recording."""

    def __init__(self, plan: ConversationPlan, room: Storeroom, stream_began_ms: float = 0) -> None:
        self._plan, self._room = plan, room
        self._recorder = Recorder(stream_began_ms)
        self._shelf: Shelf | None = None
        self._judged: Transcript | None = None
        self._permission = RecordingPermission.WAITING
        self._is_over = False

    def person(self, frames: Sequence[bytes], now_ms: float) -> None:
        """What came in."""
        self._recorder.person(b"".join(frames))
        if self._shelf is not None and (segment := self._recorder.full(now_ms)):
            self._shelf.keep(segment)

    def agent(self, audio: bytes, now_ms: float) -> None:
        """What went out now."""
        self._recorder.agent(audio, now_ms)

    def cleared(self, now_ms: float) -> None:
        """The far end was told to forget what it had not played yet."""
        self._recorder.cleared(now_ms)

    def follow(self, transcript: Transcript, now_ms: float) -> None:
        """The conversation went so far: begin when that is allowed, delete everything when it is refused."""
        if transcript is self._judged or self._permission is RecordingPermission.REFUSED:
            return
        self._judged = transcript
        was, self._permission = self._permission, recording_permission(self._plan, transcript)
        if self._permission is RecordingPermission.REFUSED:
            self._refuse()
        elif was is not self._permission and not self._is_over:
            self._shelf = self._open_shelf()
            self._recorder.begin(now_ms)

    def end(self, now_ms: float) -> None:
        """The line is down: store what is left, and say that this is all. A refusal may still follow."""
        if self._is_over:
            return
        self._is_over = True
        if self._shelf is not None and self._permission is RecordingPermission.GRANTED:
            for segment in self._recorder.rest(now_ms):
                self._shelf.keep(segment)
            self._shelf.finish()

    def _refuse(self) -> None:
        self._recorder = Recorder()
        self._shelf = self._shelf or self._open_shelf()
        self._shelf.refuse()

    def _open_shelf(self) -> Shelf:
        began_ms = int(self._room.clock().timestamp() * 1000)
        return Shelf(self._room, Take(self._plan.account_id, self._plan.attempt_id, began_ms))
