"""Anthropic on loopback: the wire format of /v1/messages and what it refuses; what it says is tested elsewhere."""

import json
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import httpx
import pytest
from anthropic import AsyncAnthropic, BadRequestError, NotFoundError

from simulators import language_model
from simulators.language_model import ModelTiming
from simulators.ordered_faults import Fault, Faults
from simulators.vendor_journal import Journal
from tests.simulators.loopback import serving

KEY = "anthropic-key"
SYSTEM = "You are Ava.\n\nQuestions:\n1. How are you?\n\nClosing: Goodbye.\n"
TOOLS = [
    {"name": name, "description": "", "input_schema": {"type": "object"}}
    for name in ("end_call", "note_callback")
]
GOOD: dict[str, Any] = {
    "model": "claude-haiku-4-5",
    "max_tokens": 200,
    "system": [{"type": "text", "text": SYSTEM, "cache_control": {"type": "ephemeral"}}],
    "messages": [{"role": "user", "content": "Hello?"}],
    "tools": TOOLS,
}
QUICK = ModelTiming(first_token_ms=20, token_ms=0)
HEADERS = {"x-api-key": KEY, "anthropic-version": "2023-06-01"}


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
async def address(faults: Faults) -> AsyncIterator[str]:
    async with serving(language_model.message_routes(KEY, faults, Journal(), QUICK)) as host:
        yield host


async def post(address: str, headers: dict[str, str] | None = None, **change: Any) -> httpx.Response:
    body = {name: value for name, value in (GOOD | change).items() if value is not None}
    async with httpx.AsyncClient(timeout=5) as client:
        return await client.post(f"http://{address}/v1/messages", headers=headers or HEADERS, json=body)


def events_of(response: httpx.Response) -> list[dict[str, Any]]:
    """The events' data; each event's name is the type inside."""
    events = []
    for event in response.text.strip().split("\n\n"):
        name, data = event.split("\n")
        events.append(json.loads(data.removeprefix("data: ")))
        assert f"event: {events[-1]['type']}" == name
    return events


def outline(events: list[dict[str, Any]]) -> list[str]:
    """The types in order, repeated ones once."""
    kinds = [event["type"] for event in events]
    return [kind for place, kind in enumerate(kinds) if place == 0 or kinds[place - 1] != kind]


def said(*words: str) -> list[dict[str, str]]:
    roles = ("user", "assistant")
    return [{"role": roles[place % 2], "content": text} for place, text in enumerate(words)]


async def test_text_streams_in_one_block(address: str) -> None:
    response = await post(address, stream=True)
    events = events_of(response)
    assert "text/event-stream; charset=utf-8" == response.headers["content-type"]
    assert [
        "message_start",
        "ping",
        "content_block_start",
        "content_block_delta",
        "content_block_stop",
        "message_delta",
        "message_stop",
    ] == outline(events)
    deltas = [event["delta"]["text"] for event in events if event["type"] == "content_block_delta"]
    assert "".join(deltas).endswith("How are you?")
    assert "end_turn" == events[-2]["delta"]["stop_reason"]
    assert events[0]["message"]["usage"]["input_tokens"] > 10


async def test_each_tool_call_is_a_block_of_its_own(address: str) -> None:
    words = "Please call me back tomorrow at three."
    events = events_of(await post(address, stream=True, messages=said(words)))
    blocks = [event["content_block"] for event in events if event["type"] == "content_block_start"]
    assert [("text", None), ("tool_use", "note_callback"), ("tool_use", "end_call")] == [
        (block["type"], block.get("name")) for block in blocks
    ]
    fragments = [
        event["delta"].get("partial_json", "")
        for event in events
        if event["type"] == "content_block_delta" and event["index"] == 1
    ]
    assert {"phrase": words} == json.loads("".join(fragments))
    assert "tool_use" == events[-2]["delta"]["stop_reason"]


async def test_whole_answer_is_one_object(address: str) -> None:
    answer = (await post(address, messages=said("Stop calling me."))).json()
    assert ["text", "tool_use"] == [block["type"] for block in answer["content"]]
    assert {"reason": "opt_out"} == answer["content"][1]["input"]
    assert "tool_use" == answer["stop_reason"]


async def test_tool_that_must_be_called_is_filled_in(address: str) -> None:
    schema = {"type": "object", "properties": {"outcome": {"type": "string", "enum": ["opt_out", "none"]}}}
    answer = await post(
        address,
        messages=said("person: Stop calling me."),
        tools=[{"name": "verdict", "input_schema": schema}],
        tool_choice={"type": "tool", "name": "verdict"},
    )
    assert [{"outcome": "opt_out"}] == [block["input"] for block in answer.json()["content"]]


async def test_result_of_a_tool_is_answered(address: str) -> None:
    used = [{"type": "tool_use", "id": "t1", "name": "note_callback", "input": {"phrase": "at three"}}]
    result = [{"type": "tool_result", "tool_use_id": "t1", "content": "noted"}]
    messages = [
        *said("At three."),
        {"role": "assistant", "content": used},
        {"role": "user", "content": result},
    ]
    answer = (await post(address, messages=messages)).json()
    assert "I have noted that." in answer["content"][0]["text"]


async def test_answer_can_be_limited(address: str) -> None:
    answer = (await post(address, max_tokens=2)).json()
    assert ("max_tokens", 2) == (answer["stop_reason"], answer["usage"]["output_tokens"])


@pytest.mark.parametrize(
    "change, status, named",
    [
        ({"messages": []}, 400, "messages"),
        ({"messages": [{"role": "system", "content": "hi"}]}, 400, "messages.0.role"),
        ({"messages": [{"role": "user", "content": ""}]}, 400, "messages.0.content"),
        ({"messages": said("hi", "hello")}, 400, "prefill"),
        ({"messages": said("hi", "hello")[1:]}, 400, "first message"),
        ({"max_tokens": None}, 400, "max_tokens"),
        ({"model": "claude-unheard-of"}, 404, "claude-unheard-of"),
        ({"max_completion_tokens": 5}, 400, "max_completion_tokens"),
        ({"tools": [{"name": "no spaces", "input_schema": {}}]}, 400, "tools.0.name"),
        ({"tools": [{"name": "verdict"}]}, 400, "input_schema"),
        ({"tool_choice": {"type": "tool", "name": "missing"}}, 400, "missing"),
        ({"system": [{"type": "text", "text": ""}]}, 400, "system"),
        ({"model": "claude-opus-5-5", "thinking": {"type": "disabled"}}, 400, "thinking.type.disabled"),
        ({"model": "claude-sonnet-5-5", "thinking": {"type": "disabled"}}, 400, "thinking.type.disabled"),
        ({"model": "claude-haiku-4-5", "thinking": {"type": "between_tools"}}, 400, "between_tools"),
        ({"model": "claude-opus-5-5", "tool_choice": {"type": "any"}}, 400, "forced tool use"),
        ({"model": "claude-haiku-5-5", "temperature": 0.2}, 400, "temperature"),
        (
            {"output_config": {"format": {"type": "json_schema", "schema": {"type": "object"}}}},
            400,
            "additionalProperties",
        ),
    ],
)
async def test_bad_request_is_refused(address: str, change: dict[str, Any], status: int, named: str) -> None:
    response = await post(address, **change)
    error = response.json()["error"]
    assert (status, True) == (response.status_code, named in error["message"])
    assert {400: "invalid_request_error", 404: "not_found_error"}[status] == error["type"]


@pytest.mark.parametrize("day, status", [(date(2026, 11, 29), 200), (date(2026, 11, 30), 404)])
async def test_a_model_is_gone_from_the_day_its_vendor_named(faults: Faults, day: date, status: int) -> None:
    routes = language_model.message_routes(KEY, faults, Journal(), QUICK, lambda: day)
    async with serving(routes) as host:
        answer = await post(host, model="claude-sonnet-4-5-20250929")
    assert status == answer.status_code


async def test_thinking_is_paid_out_of_the_answers_limit(address: str) -> None:
    answer = (await post(address, model="claude-sonnet-5-5")).json()
    assert ("max_tokens", ["thinking"]) == (
        answer["stop_reason"],
        [block["type"] for block in answer["content"]],
    )


async def test_an_answer_keeps_to_a_form(address: str) -> None:
    schema = {
        "type": "object",
        "properties": {"outcome": {"type": "string", "enum": ["opt_out", "none"]}},
        "additionalProperties": False,
    }
    answer = await post(
        address,
        messages=said("person: Stop calling me."),
        output_config={"format": {"type": "json_schema", "schema": schema}},
    )
    assert {"outcome": "opt_out"} == json.loads(answer.json()["content"][0]["text"])


@pytest.fixture
async def sdk(address: str) -> AsyncIterator[AsyncAnthropic]:
    async with AsyncAnthropic(api_key=KEY, base_url=f"http://{address}", max_retries=0) as client:
        yield client


async def test_sdk_streams_words_and_a_tool_call(sdk: AsyncAnthropic) -> None:
    asked: Any = GOOD | {"messages": said("Stop calling me.")}
    async with sdk.messages.stream(**asked) as stream:
        message = await stream.get_final_message()
    assert ["text", "tool_use"] == [block.type for block in message.content]
    used = [block.input for block in message.content if block.type == "tool_use"]
    assert ("tool_use", [{"reason": "opt_out"}]) == (message.stop_reason, used)


async def test_sdk_sees_thinking_and_is_refused_what_the_model_refuses(sdk: AsyncAnthropic) -> None:
    asked: Any = GOOD | {"model": "claude-opus-5-5", "max_tokens": 2_000}
    async with sdk.messages.stream(**asked) as stream:
        message = await stream.get_final_message()
    assert ["thinking", "text"] == [block.type for block in message.content]
    with pytest.raises(BadRequestError, match=r"thinking\.type\.disabled"):
        await sdk.messages.create(**asked | {"thinking": {"type": "disabled"}})


async def test_sdk_finds_models_that_there_are(sdk: AsyncAnthropic) -> None:
    assert "claude-haiku-5-5" == (await sdk.models.retrieve("claude-haiku-5-5")).id
    with pytest.raises(NotFoundError):
        await sdk.models.retrieve("claude-unheard-of")


@pytest.mark.parametrize(
    "headers, status, named",
    [
        ({"anthropic-version": "2023-06-01"}, 401, "authentication_error"),
        (HEADERS | {"x-api-key": "stolen"}, 401, "authentication_error"),
        ({"x-api-key": KEY}, 400, "invalid_request_error"),
    ],
)
async def test_headers_are_checked(address: str, headers: dict[str, str], status: int, named: str) -> None:
    response = await post(address, headers)
    assert (status, named) == (response.status_code, response.json()["error"]["type"])


@pytest.mark.parametrize(
    "kind, named, retry_after",
    [("429", "rate_limit_error", "1"), ("529", "overloaded_error", None), ("500", "api_error", None)],
)
async def test_vendor_in_trouble_refuses_once(
    address: str, faults: Faults, kind: str, named: str, retry_after: str | None
) -> None:
    faults.add(Fault("anthropic", kind))
    refused = await post(address)
    assert (int(kind), named) == (refused.status_code, refused.json()["error"]["type"])
    assert retry_after == refused.headers.get("retry-after")
    assert 200 == (await post(address)).status_code


async def test_error_may_arrive_in_mid_answer(address: str, faults: Faults) -> None:
    faults.add(Fault("anthropic", "error"))
    events = events_of(await post(address, stream=True))
    assert ("error", "overloaded_error") == (events[-1]["type"], events[-1]["error"]["type"])


async def test_answer_may_stop_without_a_finish(address: str, faults: Faults) -> None:
    faults.add(Fault("anthropic", "eof"))
    assert "content_block_delta" == events_of(await post(address, stream=True))[-1]["type"]


async def test_connection_may_break_in_mid_answer(address: str, faults: Faults) -> None:
    faults.add(Fault("anthropic", "close"))
    with pytest.raises(httpx.RemoteProtocolError):
        await post(address, stream=True)
