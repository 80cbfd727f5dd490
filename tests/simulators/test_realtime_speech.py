"""OpenAI's realtime models on loopback: the order of events, what is refused, and the SDK's view of it."""

import base64
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from openai import AsyncOpenAI
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus

from simulators import speech_recognition, speech_to_speech
from simulators.ordered_faults import Faults
from simulators.speech_to_speech import RealtimeTiming
from simulators.vendor_journal import Journal
from tests.providers.recogniser_suite import said
from tests.simulators.loopback import serving

KEY = "openai-key"
MODEL = "model=gpt-realtime-2.1"
FAST = RealtimeTiming(first_audio_ms=10, factor=50, transcript_ms=300)
ENDLESS = RealtimeTiming(first_audio_ms=10, factor=0.01, transcript_ms=300)
INSTRUCTIONS = "You are Ava.\nQuestions:\n1. Are you well?\nClosing: Goodbye."


@pytest.fixture
async def address(request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """A session's address; a test may give the timing of what answers there."""
    routes = [
        *speech_to_speech.routes(KEY, Faults(), Journal(), getattr(request, "param", FAST)),
        *speech_recognition.transcription_routes(KEY, Faults(), Journal()),
    ]
    async with serving(routes) as host:
        yield host


def talking(address: str, query: str = MODEL, key: str = KEY) -> connect:
    headers = {"Authorization": f"Bearer {key}"}
    return connect(f"ws://{address}/v1/realtime?{query}", additional_headers=headers, compression=None)


def session(create_response: bool = False, **fields: Any) -> dict[str, Any]:
    detection = {
        "type": "server_vad",
        "create_response": create_response,
        "interrupt_response": create_response,
    }
    spoken = {
        "format": {"type": "audio/pcmu"},
        "transcription": {"model": "gpt-transcribe"},
        "turn_detection": detection,
    }
    wanted = {"type": "realtime", "instructions": INSTRUCTIONS, "audio": {"input": spoken}}
    return {"type": "session.update", "session": wanted | fields}


def append(audio: bytes) -> dict[str, Any]:
    return {"type": "input_audio_buffer.append", "audio": base64.b64encode(audio).decode()}


def message(role: str, text: str, kind: str, **fields: Any) -> dict[str, Any]:
    item = {"type": "message", "role": role, "content": [{"type": kind, "text": text}]}
    return {"type": "conversation.item.create", "item": item | fields}


async def tell(socket: ClientConnection, *messages: dict[str, Any]) -> None:
    for each in messages:
        await socket.send(json.dumps(each))


async def events_until(socket: ClientConnection, kind: str) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []
    while not events or events[-1]["type"] != kind:
        events.append(json.loads(await socket.recv()))
    return events


async def test_a_response_is_told_in_the_vendors_order_and_the_transcript_trails_it(address: str) -> None:
    async with talking(address) as socket:
        await tell(socket, session(), append(said("Good morning", 700)))
        await events_until(socket, "input_audio_buffer.committed")
        await tell(socket, {"type": "response.create", "response": {"metadata": {"reply": "3"}}})
        events = await events_until(socket, "conversation.item.input_audio_transcription.completed")
    kinds = list(dict.fromkeys(event["type"] for event in events))
    assert [
        "conversation.item.added",
        "response.created",
        "response.output_item.added",
        "response.content_part.added",
        "response.output_audio_transcript.delta",
        "response.output_audio.delta",
        "response.output_audio.done",
        "response.output_audio_transcript.done",
        "response.content_part.done",
        "response.output_item.done",
        "conversation.item.done",
        "response.done",
        "conversation.item.input_audio_transcription.delta",
        "conversation.item.input_audio_transcription.completed",
    ] == kinds
    (done,) = [event["response"] for event in events if event["type"] == "response.done"]
    assert ("completed", {"reply": "3"}) == (done["status"], done["metadata"])


@pytest.mark.parametrize("address", [ENDLESS], indirect=True)
async def test_unless_it_is_told_otherwise_it_answers_and_falls_silent_by_itself(address: str) -> None:
    """So a client that leaves that on is found out."""
    async with talking(address) as socket:
        await tell(socket, session(create_response=True), append(said("Good morning", 700)))
        await events_until(socket, "response.created")
        await tell(socket, append(said("Stop!", 100)))
        assert "cancelled" == (await events_until(socket, "response.done"))[-1]["response"]["status"]


async def test_openai_sdk_understands_every_event(address: str) -> None:
    kinds: list[str] = []
    client = AsyncOpenAI(api_key=KEY, base_url=f"http://{address}/v1", max_retries=0)
    async with client, client.realtime.connect(model="gpt-realtime-2.1") as connection:
        await connection.send(session())  # type: ignore[arg-type]
        await connection.input_audio_buffer.append(audio=append(said("Good morning", 700))["audio"])
        async for event in connection:
            kinds.append(event.type)
            if event.type == "input_audio_buffer.committed":
                await connection.response.create()
            if event.type == "response.done":
                assert "completed" == event.response.status
                break
    assert {"session.updated", "response.output_audio.delta"} < set(kinds)


@pytest.mark.parametrize(
    "wrong, code",
    [
        (session(tools=[{"type": "function", "name": "no good name!"}]), "invalid_value"),
        (session(audio={"output": {"voice": "nobody"}}), "invalid_value"),
        (session(type="transcription"), "invalid_value"),
        ({"type": "session.update", "session": {}}, "invalid_value"),
        ({"type": "response.cancel"}, "response_cancel_not_active"),
        ({"type": "input_audio_buffer.commit"}, "input_audio_buffer_commit_empty"),
        ({"type": "conversation.item.delete", "item_id": "none"}, "item_delete_invalid_item_id"),
        (
            {"type": "conversation.item.truncate", "item_id": "x", "content_index": 0, "audio_end_ms": 9},
            "item_truncate_invalid_item_id",
        ),
        (message("assistant", "Hello", "input_text"), "invalid_value"),
        (message("user", "Hello", "input_text", id="x" * 33), "string_above_max_length"),
        (
            message("user", "Hello", "input_text") | {"previous_item_id": "none"},
            "item_create_invalid_previous_item_id",
        ),
        (
            {
                "type": "conversation.item.create",
                "item": {"type": "function_call_output", "call_id": "none", "output": ""},
            },
            "invalid_tool_call_id",
        ),
        ({"type": "KeepAlive"}, "invalid_value"),
    ],
)
async def test_a_bad_message_is_an_error_and_changes_nothing(
    address: str, wrong: dict[str, Any], code: str
) -> None:
    async with talking(address) as socket:
        await tell(socket, wrong | {"event_id": "mine"})
        error = (await events_until(socket, "error"))[-1]["error"]
        assert (code, "mine") == (error["code"], error["event_id"])
        await tell(socket, session(), {"type": "response.create"})
        assert "completed" == (await events_until(socket, "response.done"))[-1]["response"]["status"]


async def test_what_is_under_way_or_over_refuses_what_does_not_fit(address: str) -> None:
    async with talking(address) as socket:
        await tell(socket, session(), {"type": "response.create"}, {"type": "response.create"})
        error = (await events_until(socket, "error"))[-1]["error"]
        assert "conversation_already_has_active_response" == error["code"]
        done = (await events_until(socket, "response.done"))[-1]["response"]
        item = done["output"][0]["id"]
        too_long = {"type": "conversation.item.truncate", "item_id": item, "content_index": 0}
        await tell(socket, too_long | {"audio_end_ms": 3_600_000})
        assert "invalid_value" == (await events_until(socket, "error"))[-1]["error"]["code"]
        await tell(socket, session(audio={"output": {"voice": "cedar"}}))
        assert "cannot_update_voice" == (await events_until(socket, "error"))[-1]["error"]["code"]
        await tell(socket, message("user", "Hi", "input_text", id=item))
        error = (await events_until(socket, "error"))[-1]["error"]
        assert "item_create_duplicate_item_id" == error["code"]


@pytest.mark.parametrize(
    "query, key, status", [(MODEL, "stolen", 401), ("model=whisper-1", KEY, 403), ("intent=", KEY, 400)]
)
async def test_a_bad_handshake_is_refused(address: str, query: str, key: str, status: int) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await talking(address, query, key)
    assert status == refused.value.response.status_code
