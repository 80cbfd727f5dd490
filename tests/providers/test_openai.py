"""OpenAI's chat completions against the simulated vendor."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest
import pytest_asyncio

from providers.errors import CredentialsRefused, ProviderError, ProviderRefused, ProviderUnavailable
from providers.facts.openai import CHAT_MODELS
from providers.language_models.contract import ReplyRequest
from providers.language_models.models_by_name import Models
from providers.language_models.openai import OpenAIModel, OpenAISettings
from simulators import language_model
from simulators.language_model import ModelTiming
from simulators.ordered_faults import Fault, Faults
from simulators.vendor_journal import Journal
from tests.providers.listeners import events, listening
from tests.providers.model_suite import (
    FACTS_READ,
    KEY,
    SCRIPT,
    TOOLS,
    Minds,
    ModelSuite,
    minds_of,
    person,
    reply_of,
)
from tests.simulators.loopback import serving


@pytest_asyncio.fixture(scope="module")
async def vendor() -> AsyncIterator[Minds]:
    def connect(key: str, url: str) -> OpenAIModel:
        return OpenAIModel(OpenAISettings(key, f"{url}/v1"))

    names = [
        name
        for name, model in CHAT_MODELS.items()
        if model.calls_tools and not model.life.is_over(FACTS_READ)
    ]
    async with minds_of(
        language_model.routes, connect, name="gpt-6-luna", names=names, service="openai"
    ) as minds:
        yield minds


class TestOpenAI(ModelSuite):
    async def test_an_account_without_credit_is_no_throttling(self, minds: Minds) -> None:
        """Both come with status 429; waiting mends only one of them."""
        minds.faults.add(Fault("openai", "insufficient_quota"))
        with pytest.raises(CredentialsRefused):
            await reply_of(minds.model, minds.asked(person("Hello?")))


def chunk(finish: str | None = None, **delta: object) -> str:
    return json.dumps({"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})


async def test_a_tool_call_that_never_got_a_name_is_none() -> None:
    nameless = {"index": 0, "id": "c", "function": {"arguments": "{}"}}
    named = {"index": 1, "id": "d", "function": {"name": "end_call", "arguments": "{}"}}
    async with listening(says=events(chunk(tool_calls=[nameless, named]), chunk("tool_calls"))) as seen:
        model = OpenAIModel(OpenAISettings(KEY, seen.url))
        _, tools = await reply_of(model, ReplyRequest("gpt-6-luna", (person("Goodbye."),)))
        await model.close()
    assert [("end_call", "d")] == [(tool.name, tool.id) for tool in tools]


@pytest.mark.parametrize(
    "chunks, error, code",
    [
        ([chunk(content=""), chunk("length")], ProviderUnavailable, "length"),
        ([chunk("content_filter")], ProviderRefused, "content_filter"),
        ([chunk(refusal="I cannot help with that."), chunk("stop")], ProviderRefused, "refusal"),
        (
            [
                chunk(content="One moment."),
                chunk(
                    tool_calls=[{"index": 0, "id": "c", "function": {"name": "end_call", "arguments": "{"}}]
                ),
                chunk("length"),
            ],
            ProviderUnavailable,
            "length",
        ),
    ],
    ids=["all limit spent on thinking", "filtered", "refused", "cut within a tool call"],
)
async def test_an_answer_that_was_stopped_is_a_failure(
    chunks: list[str], error: type[ProviderError], code: str
) -> None:
    """Nothing that the call could go on with came: a backup must learn of it."""
    async with listening(says=events(*chunks, "[DONE]")) as seen:
        model = OpenAIModel(OpenAISettings(KEY, seen.url))
        with pytest.raises(error) as stopped:
            await reply_of(model, ReplyRequest("gpt-6-luna", (person("Hello?"),)))
        await model.close()
    assert code == stopped.value.code


@pytest.mark.parametrize("day", [date(2027, 1, 13), date(2027, 1, 14), date(2027, 4, 1)])
@pytest.mark.parametrize("model", ["gpt-4o-mini", "gpt-4o-2024-08-06", "gpt-5.1", "gpt-5-mini"])
async def test_an_agent_made_long_ago_still_talks_and_judges_when_its_model_has_ended(
    model: str, day: date
) -> None:
    routes = language_model.routes(KEY, Faults(), Journal(), ModelTiming(20, 0), lambda: day)
    async with serving(routes) as host:
        service = OpenAIModel(OpenAISettings(KEY, f"http://{host}/v1"))
        models = Models({"gpt": service}, lambda: datetime(day.year, day.month, day.day, tzinfo=UTC))
        text, tools = await reply_of(models, ReplyRequest(model, (SCRIPT, person("Stop calling me.")), TOOLS))
        judged = await ModelSuite.decide(models, model, "person: No thank you.")
        await models.close()
    assert (True, ["end_call"], "not_interested") == (
        bool(text),
        [tool.name for tool in tools],
        judged["outcome"],
    )
