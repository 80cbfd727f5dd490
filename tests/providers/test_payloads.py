"""Vendors' JSON whose optional fields come as null, and clients that are sent elsewhere with a key in their hands."""

import importlib
import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest

from providers.errors import ProviderRefused
from providers.language_models.contract import Line, ReplyRequest, Role
from providers.language_models.openai import OpenAIModel, OpenAISettings
from providers.payloads import Reader, fields_of, without_nulls
from providers.speech.contract import Recogniser, SpeechRequest
from providers.speech.deepgram_flux import FluxRecogniser, FluxSettings
from providers.speech.deepgram_nova import NovaRecogniser, NovaSettings
from providers.speech.elevenlabs import ElevenLabsSettings, ElevenLabsSynthesiser
from tests.providers.listeners import answer, listening

PROVIDERS: Final = Path(__file__).parents[2] / "providers"
WORD = {"word": "yes", "start": 0.1, "end": 0.4, "punctuated_word": "Yes.", "language": "en"}
# As the vendors' SDKs state them; the fields named second must be there.
RECORDED: Final = {
    "providers.speech.deepgram_flux": (
        {"type": "TurnInfo", "event": "EndOfTurn", "transcript": "Yes.", "languages": ["en"], "code": "x"},
        {"type"},
    ),
    "providers.speech.deepgram_nova": (
        {
            "type": "Results",
            "channel": {"alternatives": [{"transcript": "Yes.", "words": [WORD]}]},
            "is_final": True,
            "speech_final": True,
            "from_finalize": False,
            "last_word_end": 0.4,
            "variant": "",
        },
        {"type", "word", "start", "end", "transcript"},
    ),
    "providers.speech.elevenlabs": (
        {
            "audio_base64": "//8=",
            "alignment": {
                "characters": ["Y"],
                "character_start_times_seconds": [0.0],
                "character_end_times_seconds": [0.1],
            },
        },
        {"characters", "character_start_times_seconds", "character_end_times_seconds"},
    ),
    "providers.speech.openai_socket": (
        {"type": "error", "error": {"type": "server_error", "code": "x"}},
        {"type"},
    ),
    "providers.speech.openai_transcription": (
        {"type": "x", "item_id": "i", "delta": "d", "transcript": "t", "error": {"code": "c"}},
        {"type"},
    ),
    "providers.speech_to_speech.openai_realtime": (
        {
            "type": "response.done",
            "item_id": "i",
            "response_id": "r",
            "call_id": "c",
            "name": "n",
            "arguments": "{}",
            "delta": "d",
            "transcript": "t",
            "item": {"id": "i"},
            "response": {"id": "r", "status": "completed", "metadata": {"reply": "1"}},
            "error": {"type": "t", "code": "c"},
        },
        {"type"},
    ),
    "providers.language_models.openai": (
        {
            "choices": [
                {
                    "delta": {
                        "content": "Yes.",
                        "refusal": "no",
                        "tool_calls": [{"index": 0, "id": "c", "function": {"name": "n", "arguments": "{}"}}],
                    },
                    "finish_reason": "stop",
                }
            ],
            "error": {"code": "x"},
        },
        set(),
    ),
    "providers.language_models.anthropic": (
        {
            "type": "content_block_delta",
            "index": 0,
            "content_block": {"type": "text", "id": "i", "name": "n", "text": "t"},
            "delta": {"text": "t", "partial_json": "{", "stop_reason": "end_turn"},
            "error": {"type": "overloaded_error"},
        },
        {"type"},
    ),
}


def with_a_null(value: Any, needed: set[str]) -> Iterator[tuple[str, Any]]:
    """The same value with one field as null, for each field of it that need not be there."""
    inside: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inside = list(value.items())
        yield from ((name, {**value, name: None}) for name in value if name not in needed)
    elif isinstance(value, list):
        inside = list(enumerate(value))
    for place, inner in inside:
        for path, changed in with_a_null(inner, needed):
            copy = deepcopy(value)
            copy[place] = changed
            yield f"{place}.{path}", copy


@pytest.mark.parametrize("module", RECORDED)
def test_no_optional_field_of_a_vendor_may_be_null_and_end_a_call(module: str) -> None:
    payload, needed = RECORDED[module]
    read = vars(importlib.import_module(module))["_read"]
    read.decode(json.dumps(payload))
    refused = []
    for path, changed in with_a_null(payload, needed):
        try:
            read.decode(json.dumps(changed))
        except msgspec.DecodeError as error:
            refused.append(f"{path}: {error}")
    assert [] == refused


def test_every_adapter_reads_its_vendors_json_so() -> None:
    sources = {
        path: path.read_text(encoding="utf-8")
        for path in PROVIDERS.rglob("*.py")
        if path.parent.name != "recordings"  # what is read there was written by us
    }
    unsafe = ("msgspec.json.Decoder(", "model_validate_json(", "msgspec.json.decode(")
    found = {path.name for path, source in sources.items() if any(part in source for part in unsafe)}
    assert {"payloads.py"} == found, "read it with Reader or without_nulls of providers/payloads.py"
    readers = {
        f"providers.{'.'.join(path.relative_to(PROVIDERS).with_suffix('').parts)}"
        for path, source in sources.items()
        if "= Reader(" in source
    }
    assert readers == set(RECORDED), "a payload of each is recorded above, as its vendor's SDK states it"


class _Record(msgspec.Struct):
    text: str
    more: list[str] = []


def test_a_field_that_must_be_there_may_not_be_null() -> None:
    with pytest.raises(msgspec.DecodeError):
        Reader(_Record).decode(b'{"text": null}')
    assert {"a": [{"b": 1}, None]} == without_nulls({"a": [{"b": 1, "c": None}, None], "d": None})


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        (b'{"id": "c1", "n": 3, "s": 1.5, "over": true}', {"id": "c1", "n": "3", "s": "1.5", "over": "true"}),
        (b'{"data": {"call": {"id": "c1"}, "at": null}}', {"data.call.id": "c1"}),
        (b'{"tries": [1, 2], "id": ""}', {"id": ""}),
        (b'{"a":' * 9 + b"1" + b"}" * 9, {}),
        (b"[1]", {}),
        (b"7", {}),
        (b"", {}),
        (b"id=c1&status=busy", {}),
        (b"\xff", {}),
        (b"[" * 100_000, {}),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, {}),
    ],
    ids=lambda value: value[:24] if isinstance(value, bytes) else None,
)
def test_a_body_in_json_is_read_as_a_form_is(content: bytes, fields: dict[str, str]) -> None:
    assert fields == dict(fields_of(content))


REDIRECTS: Final = ["301 Moved Permanently", "307 Temporary Redirect", "308 Permanent Redirect"]
HELLO: Final = SpeechRequest("Hello.", "default", "eleven_flash_v2_5")


@pytest.mark.parametrize("status", REDIRECTS)
@pytest.mark.parametrize("asked", ["speech", "reply", "warm", "flux", "nova"])
async def test_no_vendor_can_send_our_key_elsewhere(status: str, asked: str) -> None:
    async with listening() as elsewhere:
        location = f"Location: {elsewhere.url}/stolen\r\n"
        async with listening(says=answer(b"", status=status, headers=location)) as vendor:
            await ask(asked, vendor.url)
        assert 1 == vendor.requests
    assert (0, 0) == (elsewhere.connections, elsewhere.requests)


async def ask(what: str, url: str) -> None:
    """A request of this kind, which fails; warming never does."""
    sockets = url.replace("http", "ws", 1)
    voice, model = (
        ElevenLabsSynthesiser(ElevenLabsSettings("key", url)),
        OpenAIModel(OpenAISettings("key", url)),
    )
    ears: dict[str, Recogniser] = {
        "flux": FluxRecogniser(FluxSettings("key", sockets)),
        "nova": NovaRecogniser(NovaSettings("key", sockets)),
    }
    if what == "warm":
        await voice.warm()
    elif what in ears:
        with pytest.raises(ProviderRefused):
            await ears[what].open("en")
    elif what == "speech":
        with pytest.raises(ProviderRefused):
            await anext(aiter(voice.speak(HELLO)))
    else:
        with pytest.raises(ProviderRefused):
            await anext(aiter(model.reply(ReplyRequest("gpt-6-luna", (Line(Role.PERSON, "Hello?"),)))))
    await voice.close()
    await model.close()
