"""The loudspeaker at the far end of an Exotel stream: it plays chunk by chunk, and a clear spares the one it plays."""

from collections import deque

from simulators.phone_network.playout import Speaker


class ChunkSpeaker(Speaker):
    """Audio and marks in one queue as for Twilio; what was accepted at once is one chunk."""

    def __init__(self) -> None:
        super().__init__()
        self._chunks: deque[tuple[int, int]] = deque()

    def accept(self, audio: bytes) -> None:
        """Queue one chunk."""
        self._chunks.append((self.received_bytes, self.received_bytes + len(audio)))
        super().accept(audio)

    def clear(self) -> list[str]:
        """Drop every chunk that has not begun; answers all pending marks."""
        reached = self.played_bytes + self.cleared_bytes
        while self._chunks and self._chunks[0][1] <= reached:
            self._chunks.popleft()
        began, ends = self._chunks[0] if self._chunks else (reached, reached)
        left = ends - reached if began < reached else 0
        self.cleared_bytes += len(self._audio) - left
        del self._audio[left:]
        self._chunks = deque([(0, self.received_bytes)] if left else [])
        pending = [name for _, name in self._marks]
        self._marks.clear()
        return pending
