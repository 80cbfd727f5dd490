"""The virtual loudspeaker at the far end of a media stream: what was sent is heard at 8,000 bytes a second.

µ-law, mono, 8 kHz; 20 ms = 160 bytes. Pure: the caller moves its time by playing frames.
"""

from collections import deque

FRAME_BYTES = 160
SILENCE = b"\xff" * FRAME_BYTES


class Speaker:
    """Audio and marks in one queue, played in order.

    received_bytes, played_bytes and cleared_bytes count audio; underruns counts the frames in which sound ran
    out in the middle.
    """

    def __init__(self) -> None:
        self._audio = bytearray()
        self._marks: deque[tuple[int, str]] = deque()
        self.received_bytes = 0
        self.played_bytes = 0
        self.cleared_bytes = 0
        self.underruns = 0

    @property
    def waiting_ms(self) -> int:
        """How much sound is queued, in milliseconds."""
        return len(self._audio) // 8

    def accept(self, audio: bytes) -> None:
        """Queue audio of any length."""
        self._audio += audio
        self.received_bytes += len(audio)

    def mark(self, name: str) -> list[str]:
        """Queue a mark; answers the marks that are due at once, because nothing is left to play before them."""
        self._marks.append((self.received_bytes, name))
        return self._due()

    def clear(self) -> list[str]:
        """Drop all queued audio; answers all pending marks, which Twilio returns at once."""
        self.cleared_bytes += len(self._audio)
        self._audio.clear()
        return self._due()

    def play(self) -> tuple[bytes | None, list[str]]:
        """Play the next 20 ms: the frame heard (None when silent, padded when it ran out) and the marks due."""
        if not self._audio:
            return None, []
        frame = bytes(self._audio[:FRAME_BYTES])
        del self._audio[:FRAME_BYTES]
        self.played_bytes += len(frame)
        if len(frame) < FRAME_BYTES:
            self.underruns += 1
            frame += SILENCE[len(frame) :]
        return frame, self._due()

    def _due(self) -> list[str]:
        reached = self.played_bytes + self.cleared_bytes
        due: list[str] = []
        while self._marks and self._marks[0][0] <= reached:
            due.append(self._marks.popleft()[1])
        return due
