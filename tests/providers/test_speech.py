"""The model client against the simulated vendors: what they send, understand and make of failures."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from providers.errors import CredentialsRefused, ProviderError, ProviderThrottled, ProviderUnavailable
from providers.language_models.contract import Line, ReplyRequest, Role, TextPiece, ToolRequest
from providers.language_models.openai import OpenAIModel, OpenAISettings
from simulators.faults import Fault
from simulators.serving import ServedWorld, serve_world
from simulators.settings import Credentials, WorldSettings

KEYS = Credentials()


@pytest_asyncio.fixture(scope="module")
async def world() -> AsyncIterator[ServedWorld]:
    async with serve_world(WorldSettings()) as served:
        yield served


@pytest_asyncio.fixture
async def model(world: ServedWorld) -> AsyncIterator[OpenAIModel]:
    opened = OpenAIModel(OpenAISettings(KEYS.openai_api_key, f"{world.base_url}/v1"))
    yield opened
    await opened.close()
    world.faults.clear()


def asked(*lines: Line) -> ReplyRequest:
    return ReplyRequest(
        "gpt-4o-mini", (Line(Role.SYSTEM, "Questions:\n1. How are you?\n\nClosing: Goodbye.\n"), *lines)
    )


async def test_a_reply_streams_in_pieces(model: OpenAIModel) -> None:
    """Requirement 68."""
    pieces = [piece async for piece in model.reply(asked(Line(Role.PERSON, "Hello?")))]
    text = "".join(piece.text for piece in pieces if isinstance(piece, TextPiece))
    assert len(pieces) > 2
    assert "How are you?" in text
    assert not [piece for piece in pieces if isinstance(piece, ToolRequest)]


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("401", CredentialsRefused),
        ("429", ProviderThrottled),
        ("insufficient_quota", CredentialsRefused),
        ("500", ProviderUnavailable),
        ("eof", ProviderUnavailable),
        ("close", ProviderUnavailable),
        ("error", ProviderUnavailable),
    ],
)
async def test_a_reply_that_fails_says_why(
    world: ServedWorld, model: OpenAIModel, kind: str, error: type[ProviderError]
) -> None:
    world.faults.add(Fault("openai", kind))
    with pytest.raises(error):
        async for _ in model.reply(asked(Line(Role.PERSON, "Hello?"))):
            pass
