"""Every voice service as one: whose model begins so speaks, and only who knows when words sound tells it."""

from collections.abc import AsyncIterator

import pytest

from domain.transcripts import WordTime
from providers.speech.contract import SpeechRequest
from providers.speech.voices_by_name import Voices

WORD = WordTime(6, 400)


class Plain:
    """A voice without word times, which notes what it is asked for."""

    def __init__(self, sound: bytes) -> None:
        self.sound = sound
        self.done: list[str] = []

    async def speak(self, request: SpeechRequest) -> AsyncIterator[bytes]:
        self.done.append(request.model)
        yield self.sound

    async def warm(self) -> None:
        self.done.append("warm")

    async def close(self) -> None:
        self.done.append("close")


class Timed(Plain):
    """A voice that knows when its words sound."""

    async def speak_timed(self, request: SpeechRequest) -> AsyncIterator[bytes | WordTime]:
        async for piece in self.speak(request):
            yield piece
        yield WORD


@pytest.mark.parametrize(
    ("model", "spoken", "timed"),
    [
        ("eleven_flash_v2_5", [b"eleven"], [b"eleven", WORD]),
        ("aura-2", [b"aura"], [b"aura"]),
        ("of-nobody", [b"eleven"], [b"eleven", WORD]),
        ("", [b"eleven"], [b"eleven", WORD]),
    ],
)
async def test_the_name_of_the_model_tells_who_speaks(
    model: str, spoken: list[bytes], timed: list[bytes | WordTime]
) -> None:
    """The first of them for a name that tells nobody."""
    voices = Voices({"eleven": Timed(b"eleven"), "aura": Plain(b"aura")})
    request = SpeechRequest("Hello.", "ava", model)
    assert spoken == [piece async for piece in voices.speak(request)]
    assert timed == [piece async for piece in voices.speak_timed(request)]


async def test_all_of_them_are_warmed_and_closed() -> None:
    services = {"eleven": Timed(b""), "aura": Plain(b"")}
    voices = Voices(services)
    await voices.warm()
    await voices.close()
    assert [["warm", "close"]] * 2 == [service.done for service in services.values()]
