"""Anthropic's messages against the simulated vendor."""

import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from providers.errors import MalformedMessage, ProviderError, ProviderRefused, ProviderUnavailable
from providers.facts.anthropic import CLAUDE_MODELS
from providers.language_models.anthropic import AnthropicModel, AnthropicSettings
from providers.language_models.contract import Line, ReplyRequest, Role, TextPiece, ToolRequest
from simulators import language_model
from simulators.ordered_faults import Fault
from tests.providers.listeners import answer, events, listening
from tests.providers.model_suite import (
    FACTS_READ,
    KEY,
    OPENING,
    SCRIPT,
    Minds,
    ModelSuite,
    minds_of,
    person,
    reply_of,
)


@pytest_asyncio.fixture(scope="module")
async def vendor() -> AsyncIterator[Minds]:
    def connect(key: str, url: str) -> AnthropicModel:
        return AnthropicModel(AnthropicSettings(key, url))

    names = [name for name, model in CLAUDE_MODELS.items() if not model.life.is_over(FACTS_READ)]
    async with minds_of(
        language_model.message_routes, connect, name="claude-haiku-4-5", names=names, service="anthropic"
    ) as minds:
        yield minds


class TestAnthropic(ModelSuite):
    @pytest.mark.parametrize("kind", ["529", "error"])
    async def test_an_overloaded_service_is_unavailable(self, minds: Minds, kind: str) -> None:
        minds.faults.add(Fault("anthropic", kind))
        with pytest.raises(ProviderUnavailable) as unavailable:
            await reply_of(minds.model, minds.asked(person("Hello?")))
        assert "overloaded_error" == unavailable.value.code

    async def test_the_script_is_kept_by_the_service_and_facts_are_not(self, minds: Minds) -> None:
        """The prompt cache holds what stays the same for the whole call."""
        fact = Line(Role.SYSTEM, "Noted: it is late.")
        async with listening(says=answer(status="500 Internal Server Error")) as seen:
            model = AnthropicModel(AnthropicSettings(KEY, seen.url))
            with pytest.raises(ProviderUnavailable):
                await reply_of(model, minds.asked(OPENING, fact, person("Yes?")))
            await model.close()
        body = json.loads(seen.exchanges[0].body)
        assert [SCRIPT.text, fact.text] == [block["text"] for block in body["system"]]
        assert ["cache_control" in block for block in body["system"]] == [True, False]
        assert ["user", "assistant", "user"] == [message["role"] for message in body["messages"]]


def asked() -> ReplyRequest:
    return ReplyRequest("claude-haiku-4-5", (SCRIPT, person("Hello?")))


TOOL = {"type": "tool_use", "id": "t", "name": "f", "input": {}}
BEGIN_TOOL = json.dumps({"type": "content_block_start", "index": 1, "content_block": TOOL})
END_TOOL = '{"type":"content_block_stop","index":1}'
STOP = '{"type":"message_stop"}'


def json_delta(fragment: str) -> str:
    delta = {"type": "input_json_delta", "partial_json": fragment}
    return json.dumps({"type": "content_block_delta", "index": 1, "delta": delta})


@pytest.mark.parametrize(
    "told, pieces",
    [
        pytest.param(
            [BEGIN_TOOL, json_delta('{"a": "\\'), json_delta('u00e9"}'), END_TOOL],
            [ToolRequest("f", {"a": "é"}, "t")],
            id="arguments cut in the middle of an escape",
        ),
        pytest.param([BEGIN_TOOL, END_TOOL], [ToolRequest("f", {}, "t")], id="no arguments"),
        pytest.param(
            [BEGIN_TOOL, json_delta('{"a": '), END_TOOL], [ToolRequest("f", {}, "t")], id="broken arguments"
        ),
        pytest.param(
            [
                '{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}}',
                '{"type":"something_new","index":0}',
                '{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Yes."}}',
            ],
            [TextPiece("Yes.")],
            id="what is not known is passed over",
        ),
    ],
)
async def test_events_become_pieces(told: list[str], pieces: list[TextPiece | ToolRequest]) -> None:
    async with listening(says=events(*told, STOP)) as seen:
        model = AnthropicModel(AnthropicSettings(KEY, seen.url))
        assert pieces == [piece async for piece in model.reply(asked())]
        await model.close()


@pytest.mark.parametrize(
    "reason, before, error, code",
    [
        ("max_tokens", [], ProviderUnavailable, "length"),
        ("refusal", [], ProviderRefused, "refusal"),
        ("max_tokens", [BEGIN_TOOL, json_delta('{"a": '), END_TOOL], ProviderUnavailable, "length"),
    ],
    ids=["all limit spent on thinking", "refused", "cut within a tool call"],
)
async def test_an_answer_that_was_stopped_is_a_failure(
    reason: str, before: list[str], error: type[ProviderError], code: str
) -> None:
    """Nothing that the call could go on with came: a backup must learn of it."""
    end = json.dumps({"type": "message_delta", "delta": {"stop_reason": reason, "stop_sequence": None}})
    async with listening(says=events(*before, end, STOP)) as seen:
        model = AnthropicModel(AnthropicSettings(KEY, seen.url))
        with pytest.raises(error) as stopped:
            await reply_of(model, asked())
        await model.close()
    assert code == stopped.value.code


@pytest.mark.parametrize("body", ["not json", '{"index": 1}'])
async def test_unreadable_events_are_nonsense(body: str) -> None:
    async with listening(says=events(body)) as seen:
        model = AnthropicModel(AnthropicSettings(KEY, seen.url))
        with pytest.raises(MalformedMessage):
            await reply_of(model, asked())
        await model.close()


async def test_a_decision_in_prose_is_nonsense() -> None:
    prose = b'{"content":[{"type":"text","text":"No."}]}'
    async with listening(says=answer(prose, status="200 OK")) as seen:
        model = AnthropicModel(AnthropicSettings(KEY, seen.url))
        with pytest.raises(MalformedMessage):
            await model.decide(asked(), "verdict", {"type": "object"})
        await model.close()
