"""Every language model service as one, on the days on which vendors end their models."""

from collections.abc import AsyncIterator
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.conversations import ConversationPlan
from providers.facts import anthropic, openai
from providers.facts.language_models import calls_tools, is_known, life_of, living_model
from providers.language_models.contract import ReplyRequest, TextPiece, ToolRequest
from providers.language_models.models_by_name import Models

DEFAULT = next(str(each.default) for each in fields(ConversationPlan) if each.name == "model")


class Listener:
    """A service that notes which models it is asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def reply(self, request: ReplyRequest) -> AsyncIterator[TextPiece | ToolRequest]:
        self.asked.append(request.model)
        yield TextPiece("Yes.")

    async def decide(self, request: ReplyRequest, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        self.asked.append(request.model)
        return {}

    async def warm(self, model: str) -> None:
        self.asked.append(model)

    async def close(self) -> None:
        pass


@pytest.mark.parametrize(
    "day, asked", [(date(2027, 1, 13), "gpt-4o-mini"), (date(2027, 1, 14), "gpt-6-luna")]
)
async def test_an_agent_whose_model_has_ended_goes_on_with_its_successor(day: date, asked: str) -> None:
    service = Listener()
    models = Models({"gpt": service}, lambda: datetime(day.year, day.month, day.day, tzinfo=UTC))
    request = ReplyRequest("gpt-4o-mini", ())
    assert [TextPiece("Yes.")] == [piece async for piece in models.reply(request)]
    await models.decide(request, "verdict", {})
    await models.warm("gpt-4o-mini")
    assert [asked] * 3 == service.asked


def test_the_default_model_has_no_announced_end_and_calls_tools() -> None:
    assert life_of(DEFAULT).ends_on is None
    assert is_known(DEFAULT)
    assert calls_tools(DEFAULT)


@pytest.mark.parametrize("name", [*openai.CHAT_MODELS, *anthropic.CLAUDE_MODELS])
def test_every_ending_model_leads_to_one_that_lives_and_can_hold_a_call(name: str) -> None:
    successor = living_model(name, date(2099, 1, 1))
    assert life_of(successor).ends_on is None
    assert is_known(successor)
    assert name == successor or calls_tools(successor)


@pytest.mark.parametrize(
    "name, known",
    [
        ("gpt-4o-mini-2024-07-18", True),
        ("ft:gpt-4o-mini-2024-07-18:acme::8xYz", True),
        ("claude-haiku-4-5-20251001", True),
        ("llama-3", False),
        ("gpt-6-lun", False),
        ("", False),
    ],
)
def test_snapshots_and_tuned_models_are_known_by_what_they_come_from(name: str, known: bool) -> None:
    assert known is is_known(name)
