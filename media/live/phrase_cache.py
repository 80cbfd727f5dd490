"""Fixed phrases as audio: each is synthesised once, however many calls want it at the same time.

Keyed by voice, model (which names the provider), language and the text as it is pronounced, so neither a changed script
nor a changed dictionary is ever spoken stale.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from providers.errors import ProviderUnavailable
from providers.speech.contract import SpeechRequest, Synthesiser

_MOST_BYTES: Final = 64 * 1024 * 1024
"""About two hours of µ-law; chosen by feel."""

_MOST_NEW_BYTES: Final = 2 * 1024 * 1024
"""So much is kept of what was asked for once: a lead's own greeting is not wanted again, and must push nothing out."""

_LONGEST_SECONDS: Final = 24 * 3600
"""Vendors mend their voices: a phrase older than this is made anew; chosen by feel."""


_MAKING_SECONDS: Final = 15.0
"""A service may also fail by neither answering nor ending; whoever wants the phrase later must not wait for that."""


@dataclass(frozen=True, slots=True)
class CacheFigures:
    """How the cache does."""

    phrases: int
    bytes: int
    hits: int
    misses: int

    @property
    def hit_rate(self) -> float:
        """The share of requests that needed no synthesis; 0 before the first."""
        asked = self.hits + self.misses
        return self.hits / asked if asked else 0.0


@dataclass(frozen=True, slots=True)
class _Kept:
    audio: bytes
    made_at: float


class Phrases:
    """The phrase cache of one process; forgets what is old, what only one call wanted, and what was not used for longest."""

    def __init__(
        self,
        synthesiser: Synthesiser,
        most_bytes: int = _MOST_BYTES,
        now: Callable[[], float] | None = None,
        *,
        limit_seconds: float = _MAKING_SECONDS,
    ) -> None:
        """now: seconds, the event loop's where none is given; limit_seconds: for making one phrase."""
        self._limit_seconds = limit_seconds
        self._synthesiser = synthesiser
        self._most_bytes = most_bytes
        self._now = now or asyncio.get_running_loop().time
        self._kept: OrderedDict[SpeechRequest, _Kept] = OrderedDict()
        self._new: OrderedDict[SpeechRequest, _Kept] = OrderedDict()
        self._bytes = self._new_bytes = 0
        self._making: dict[SpeechRequest, asyncio.Task[bytes]] = {}
        self._hits = 0
        self._misses = 0

    def at_hand(self, request: SpeechRequest) -> bytes | None:
        """The phrase's audio if it is kept; never waits."""
        kept = self._kept.pop(request, None)
        if kept is not None:
            self._bytes -= len(kept.audio)
        elif request in self._new:
            kept = self._forget_new(request)
        if kept is None or self._now() - kept.made_at > _LONGEST_SECONDS:
            return None
        self._kept[request] = kept
        self._bytes += len(kept.audio)
        self._hits += 1
        return kept.audio

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

    def clear(self) -> int:
        """Forget every phrase; how many those were."""
        forgotten = len(self._kept) + len(self._new)
        self._kept.clear()
        self._new.clear()
        self._bytes = self._new_bytes = 0
        return forgotten

    def close(self) -> None:
        """Stop what is being made."""
        for making in self._making.values():
            making.cancel()

    def figures(self) -> CacheFigures:
        """Size and hits since the process began."""
        phrases = len(self._kept) + len(self._new)
        return CacheFigures(phrases, self._bytes + self._new_bytes, self._hits, self._misses)

    def _made(self, request: SpeechRequest, done: "asyncio.Task[bytes]") -> None:
        """Whoever waits gets the failure; when all have left, nobody misses it."""
        self._making.pop(request, None)
        if not done.cancelled():
            done.exception()

    async def _make(self, request: SpeechRequest) -> bytes:
        try:
            async with asyncio.timeout(self._limit_seconds):
                audio = b"".join([piece async for piece in self._synthesiser.speak(request)])
        except TimeoutError as error:
            raise ProviderUnavailable("The phrase was not synthesised in time.") from error
        self._new[request] = _Kept(audio, self._now())
        self._new_bytes += len(audio)
        while self._is_too_much():
            if len(self._new) > 1:
                self._forget_new(next(iter(self._new)))
            else:
                self._bytes -= len(self._kept.popitem(last=False)[1].audio)
        return audio

    def _is_too_much(self) -> bool:
        if len(self._kept) + len(self._new) <= 1:
            return False
        new_is = self._new_bytes > _MOST_NEW_BYTES and len(self._new) > 1
        return new_is or self._bytes + self._new_bytes > self._most_bytes

    def _forget_new(self, request: SpeechRequest) -> _Kept:
        kept = self._new.pop(request)
        self._new_bytes -= len(kept.audio)
        return kept
