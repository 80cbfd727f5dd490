"""The voice is given words as they are pronounced; what was heard is told as it is written."""

import asyncio
from collections.abc import AsyncIterator

from domain.transcripts import WordTime
from media.audio.playout import Playout
from media.live.prewarming import speech_request
from media.live.synthesis import VoiceOutput
from media.metrics import Figures
from media.vendor_health import Health
from providers.speech.contract import SpeechRequest
from tests.media.plans import plan
from tests.media.script import BEGAN_AT

TEXT = "We like SQL very much."
PLAN = plan(pronunciation={"SQL": "ess cue ell"})
MS_PER_CHARACTER = 50


class Voice:
    """Takes 50 ms a character, and tells when each word ends."""

    async def speak_timed(self, request: SpeechRequest) -> AsyncIterator[bytes | WordTime]:
        self.said = request.text
        yield b"\x00" * (len(request.text) * MS_PER_CHARACTER * 8)
        for at in [place for place, sign in enumerate(request.text) if sign == " "] + [len(request.text)]:
            yield WordTime(at, at * MS_PER_CHARACTER)

    async def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        yield request.text.encode()

    async def warm(self) -> None:
        """It is warm."""

    async def close(self) -> None:
        """Nothing is open."""


async def test_what_was_heard_is_told_as_it_is_written() -> None:
    voice, playout = Voice(), Playout(ahead_ms=60_000, piece_ms=100)
    mouth = VoiceOutput(
        PLAN,
        voice,
        {},
        playout,
        lambda _: None,
        lambda: None,
        Figures(Health(lambda: BEGAN_AT)),
        lambda _: None,
    )
    async with asyncio.TaskGroup() as group:
        mouth.speak(group, 1, TEXT)
    playout.complete(1)
    playout.release(1)
    playout.due(0)
    spoken = "We like ess cue ell very much."
    assert spoken == voice.said
    heard = [playout.heard(1, len(until) * MS_PER_CHARACTER + 10) for until in ("We like", "We like ess", "We like ess cue", "We like ess cue ell", spoken)]  # fmt: skip
    assert ["We like", "We like", "We like", "We like SQL", TEXT] == heard


def test_another_pronunciation_is_another_phrase_of_the_cache() -> None:
    """Requirement 60."""
    plain, changed = plan(), plan(pronunciation={"Northwind": "north wind"})
    assert speech_request(plain, plain.opening) != speech_request(changed, plain.opening)
    assert speech_request(plain, "Goodbye.") == speech_request(changed, "Goodbye.")
