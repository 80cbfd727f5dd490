"""When a line's frames go to the recogniser one by one, and when several together. Pure; µ-law frames of 20 ms."""

from typing import Final

from media.audio.voice_activity import FRAME_BYTES, FRAME_MS

_PIECE_BYTES: Final = 3 * FRAME_BYTES
_ALERT_FRAMES: Final = 1_000 // FRAME_MS
"""So long after the last sound a recogniser may still be about to end a turn, or to tell its first words."""


class SilencePieces:
    """A turn is heard frame by frame; the silence after it in pieces of 60 ms, at a third of the writes.

    So nothing that a person waits for is late: a sound sends what waits along with it, and where words are not final
    yet, or a sound was not long ago, no frame waits.
    """

    def __init__(self) -> None:
        self._waiting = b""
        self._alert = _ALERT_FRAMES

    @property
    def may_wait(self) -> bool:
        """Whether the next frame, if it is silence, is of a pause that nobody waits in."""
        return not self._alert

    def frame(self, audio: bytes, *, is_quiet: bool) -> bytes:
        """Take the next frame; what is to be sent now, perhaps nothing."""
        if not is_quiet:
            self._alert = _ALERT_FRAMES
        piece = self._waiting + audio
        if self._alert:
            self._alert -= 1
        elif len(piece) < _PIECE_BYTES:
            self._waiting = piece
            return b""
        self._waiting = b""
        return piece

    def words(self, *, are_final: bool) -> None:
        """The recogniser told words; final ones end the turn."""
        self._alert = 0 if are_final else _ALERT_FRAMES
