"""Deepgram Aura on loopback: through its SDK and by plain HTTP; what it says can be heard."""

from collections.abc import AsyncIterator

import httpx
import numpy as np
import pytest
from deepgram import AsyncDeepgramClient
from deepgram.environment import DeepgramClientEnvironment

from simulators import speech_synthesis
from simulators.ordered_faults import Fault, Faults
from simulators.speech_synthesis import SynthesisTiming
from simulators.vendor_journal import Journal
from simulators.words import mulaw, sounds
from simulators.words.ear import Ear
from tests.simulators.loopback import serving

KEY = "deepgram-key"
SENTENCE = "Hello, this is Ava. Do you have two minutes?"
GOOD = {"model": "aura-2-thalia-en", "encoding": "mulaw", "sample_rate": "8000", "container": "none"}


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
async def address(faults: Faults) -> AsyncIterator[str]:
    quick = SynthesisTiming(first_byte_ms=20, factor=100.0)
    async with serving(speech_synthesis.aura_routes(KEY, faults, Journal(), quick)) as host:
        yield host


def words_in(audio: bytes) -> str:
    return " ".join(word.text for word in Ear().feed(audio + sounds.silence(40)))


async def post(address: str, text: str = SENTENCE, key: str = KEY, **query: str) -> httpx.Response:
    wanted = {name: value for name, value in (GOOD | query).items() if value}
    async with httpx.AsyncClient(timeout=5) as client:
        return await client.post(
            f"http://{address}/v1/speak",
            params=wanted,
            headers={"Authorization": f"Token {key}"},
            json={"text": text} if text else {},
        )


async def test_deepgram_sdk_receives_speech_that_can_be_heard(address: str) -> None:
    base = f"http://{address}"
    client = AsyncDeepgramClient(
        api_key=KEY,
        environment=DeepgramClientEnvironment(base=base, production=base, agent=base, agent_rest=base),
    )
    stream = client.speak.v1.audio.generate(
        text=SENTENCE, model="aura-2-thalia-en", encoding="mulaw", sample_rate=8000, container="none"
    )
    assert SENTENCE == words_in(b"".join([chunk async for chunk in stream]))


async def test_answer_tells_what_was_spoken(address: str) -> None:
    headers = (await post(address)).headers
    assert (str(len(SENTENCE)), "aura-2-thalia-en") == (headers["dg-char-count"], headers["dg-model-name"])


async def test_linear_speech_is_the_same_speech(address: str) -> None:
    response = await post(address, encoding="linear16")
    assert SENTENCE == words_in(mulaw.encode(np.frombuffer(response.content, dtype="<i2")))


async def test_without_a_container_named_a_file_header_comes_first(address: str) -> None:
    assert (await post(address, container="")).content.startswith(b"RIFF")
    assert not (await post(address)).content.startswith(b"RIFF")


@pytest.mark.parametrize(
    "query, named",
    [
        ({"model": "eleven_flash_v2_5"}, "model"),
        ({"encoding": "mp3"}, "encoding"),
        ({"sample_rate": "44100"}, "sample_rate"),
        ({"container": "zip"}, "container"),
        ({"voice": "thalia"}, "voice"),
        ({"text": ""}, "text"),
    ],
)
async def test_bad_request_is_refused(address: str, query: dict[str, str], named: str) -> None:
    response = await post(address, **query)
    assert (400, True) == (response.status_code, named in response.json()["err_msg"])


async def test_too_long_a_text_is_refused(address: str) -> None:
    assert 413 == (await post(address, "a" * 2001)).status_code


async def test_wrong_key_is_refused(address: str) -> None:
    response = await post(address, key="stolen")
    assert (401, "INVALID_AUTH") == (response.status_code, response.json()["err_code"])


async def test_busy_vendor_refuses_once(address: str, faults: Faults) -> None:
    faults.add(Fault("deepgram.speak", "429"))
    assert [429, 200] == [(await post(address)).status_code for _ in range(2)]


async def test_broken_off_speech_is_an_error_and_not_a_short_sentence(address: str, faults: Faults) -> None:
    faults.add(Fault("deepgram.speak", "close"))
    with pytest.raises(httpx.RemoteProtocolError):
        await post(address)
