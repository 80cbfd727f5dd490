"""Fixed phrases as audio: each is synthesised once, however many calls want it at the same time.

Keyed by voice, model, language and text, so a changed script is never spoken stale.
"""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from providers.speech.contract import SpeechRequest, Synthesiser

_MOST_BYTES: Final = 64 * 1024 * 1024
"""About two hours of µ-law; chosen by feel."""


@dataclass(frozen=True, slots=True)
class CacheFigures:
    """How the cache does."""

    phrases: int
    bytes: int
    hits: int
    misses: int


class Phrases:
    """The phrase cache of one process; forgets what was not used for longest."""

    def __init__(self, synthesiser: Synthesiser, most_bytes: int = _MOST_BYTES) -> None:
        self._synthesiser = synthesiser
        self._most_bytes = most_bytes
        self._kept: OrderedDict[SpeechRequest, bytes] = OrderedDict()
        self._bytes = 0
        self._making: dict[SpeechRequest, asyncio.Task[bytes]] = {}
        self._hits = 0
        self._misses = 0

    def at_hand(self, request: SpeechRequest) -> bytes | None:
        """The phrase's audio if it is kept; never waits."""
        audio = self._kept.get(request)
        if audio is not None:
            self._kept.move_to_end(request)
            self._hits += 1
        return audio

    async def audio(self, request: SpeechRequest) -> bytes:
        """The phrase's audio, made if need be. Raises the synthesiser's errors."""
        audio = self.at_hand(request)
        if audio is not None:
            return audio
        making = self._making.get(request)
        if making is None:
            self._misses += 1
            making = asyncio.create_task(self._make(request), name="phrase")
            self._making[request] = making
            making.add_done_callback(lambda done: self._made(request, done))
        else:
            self._hits += 1
        return await asyncio.shield(making)

    def close(self) -> None:
        """Stop what is being made."""
        for making in self._making.values():
            making.cancel()

    def figures(self) -> CacheFigures:
        """Size and hits since the process began."""
        return CacheFigures(len(self._kept), self._bytes, self._hits, self._misses)

    def _made(self, request: SpeechRequest, done: "asyncio.Task[bytes]") -> None:
        """Whoever waits gets the failure; when all have left, nobody misses it."""
        self._making.pop(request, None)
        if not done.cancelled():
            done.exception()

    async def _make(self, request: SpeechRequest) -> bytes:
        audio = b"".join([piece async for piece in self._synthesiser.speak(request)])
        self._kept[request] = audio
        self._bytes += len(audio)
        while self._bytes > self._most_bytes and len(self._kept) > 1:
            _, forgotten = self._kept.popitem(last=False)
            self._bytes -= len(forgotten)
        return audio
