"""ElevenLabs with word times: a line of JSON for each piece of audio and the moments of its letters.

A third more bytes than the raw format, for which what was heard of a cut reply is known to the word. Wire format:
ElevenLabs' reference of /stream/with-timestamps, as the SDK 2.78 reads it.
"""

from collections.abc import AsyncIterator

import msgspec

from providers.errors import ProviderNonsense, ProviderUnavailable
from providers.speech.contract import SpeechRequest, WordTime
from providers.speech.elevenlabs import MULAW, WARM_PATH, ElevenLabsSettings, body_of
from providers.speech.word_clock import Letters, WordClock

_BYTES_PER_MS = 8


class _Piece(msgspec.Struct):
    audio_base64: bytes  # msgspec reads base64 into bytes
    alignment: Letters | None = None


_read = msgspec.json.Decoder(_Piece)


class ElevenLabsTimedSynthesiser:
    """Speaks through ElevenLabs and tells when each word ends."""

    def __init__(self, settings: ElevenLabsSettings) -> None:
        self._settings = settings
        self._connections = settings.connections()

    async def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        """The text as audio, as it comes. Raises as speak_timed does."""
        async for piece in self.speak_timed(request):
            if isinstance(piece, bytes):
                yield piece

    async def speak_timed(self, request: SpeechRequest) -> AsyncIterator[bytes | WordTime]:
        """The text as audio, as it comes, each piece followed by the words whose letters came with it.

        Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused, ProviderRefused, ProviderNonsense.
        """
        path, clock, spoken = f"{self._settings.path(request)}/with-timestamps", WordClock(request.text), 0
        async with self._connections.asked(path, body_of(request), params=MULAW) as answer:
            async for line in answer.aiter_lines():
                piece = _piece(line)
                if piece is None:
                    continue
                if piece.audio_base64:
                    yield piece.audio_base64
                for word in clock.take(piece.alignment, spoken // _BYTES_PER_MS):
                    yield word
                spoken += len(piece.audio_base64)
        if not spoken:
            raise ProviderUnavailable("Speech synthesis answered with no audio.")

    async def warm(self) -> None:
        """Have a connection open."""
        await self._connections.warm(WARM_PATH)

    async def close(self) -> None:
        """Close every connection."""
        await self._connections.close()


def _piece(line: str) -> _Piece | None:
    """One line of the answer; None for a blank one."""
    if not line.strip():
        return None
    try:
        return _read.decode(line)
    except msgspec.DecodeError as error:
        raise ProviderNonsense("Speech synthesis sent something unreadable.") from error
