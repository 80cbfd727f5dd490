"""Every configured speech service as one: the name of the voice's model tells whose it is.

Which services there are: startup/speech_wiring.py.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping

from domain.transcripts import WordTime
from providers.speech.contract import SpeechRequest, Synthesiser, TimedSynthesiser


class Voices:
    """Speaks through the service whose models begin like the request's; through the first for any other name."""

    def __init__(self, services: Mapping[str, Synthesiser]) -> None:
        """services: by how their models' names begin, such as "eleven" and "aura"."""
        self._services = dict(services)
        self._former: list[Synthesiser] = []

    def renew(self, services: Mapping[str, Synthesiser]) -> None:
        """Speak through these from now on; what is being said is said to its end."""
        self._former += self._services.values()
        self._services = dict(services)

    async def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        """The text as audio, in pieces as they come."""
        async for piece in self._of(request).speak(request):
            yield piece

    async def speak_timed(self, request: SpeechRequest) -> AsyncIterator[bytes | WordTime]:
        """The text as audio, and its words where the service knows when they sound."""
        service = self._of(request)
        if isinstance(service, TimedSynthesiser):
            async for piece in service.speak_timed(request):
                yield piece
            return
        async for audio in service.speak(request):
            yield audio

    async def warm(self) -> None:
        """Have a connection open to each."""
        await asyncio.gather(*(service.warm() for service in self._services.values()))

    async def close(self) -> None:
        """Close every connection."""
        await asyncio.gather(*(service.close() for service in (*self._services.values(), *self._former)))

    def _of(self, request: SpeechRequest) -> Synthesiser:
        first = next(iter(self._services.values()))
        named = (service for name, service in self._services.items() if request.model.startswith(name))
        return next(named, first)
