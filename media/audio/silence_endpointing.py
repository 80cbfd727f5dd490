"""When the line's own silence should end a turn, for a recogniser that would wait for more of it. Pure; in seconds.

Endpointing is else the recogniser's own: providers/speech/deepgram_flux.py, deepgram_nova.py, openai_transcription.py.
"""

from typing import Final

_LATE_WORDS_SECONDS: Final = 1.0
"""Words come up to so long after the silence that follows them; chosen by feel, three times the usual."""


class LocalSilence:
    """Tells of each silence once, while a turn has words and none has ended it.

    The line's voice ceases after 300 ms without one (media.audio.voice_activity), so a silence is that old when it is told.
    """

    def __init__(self) -> None:
        self._since: float | None = None
        self._has_words = False

    def voice(self, is_on: bool, now: float) -> bool:
        """A voice began or ceased on the line; whether the turn should be ended."""
        self._since = None if is_on else now
        return self._is_due(now)

    def words(self, are_final: bool, now: float) -> bool:
        """The recogniser told words, perhaps a turn's last; whether the turn should be ended."""
        self._has_words = not are_final
        return self._is_due(now)

    def _is_due(self, now: float) -> bool:
        if not self._has_words or self._since is None or now - self._since > _LATE_WORDS_SECONDS:
            return False
        self._since = None
        return True
