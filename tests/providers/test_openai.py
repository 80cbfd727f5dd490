"""OpenAI's chat completions against the simulated vendor."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from providers.errors import CredentialsRefused
from providers.language_models.openai import OpenAIModel, OpenAISettings
from simulators import language_model
from simulators.faults import Fault
from tests.providers.model_suite import Minds, ModelSuite, minds_of, person, reply_of


@pytest_asyncio.fixture(scope="module")
async def vendor() -> AsyncIterator[Minds]:
    def connect(key: str, url: str) -> OpenAIModel:
        return OpenAIModel(OpenAISettings(key, f"{url}/v1"))

    async with minds_of(language_model.routes, connect, name="gpt-4o-mini", service="openai") as minds:
        yield minds


class TestOpenAI(ModelSuite):
    async def test_an_account_without_credit_is_no_throttling(self, minds: Minds) -> None:
        """Both come with status 429; waiting mends only one of them."""
        minds.faults.add(Fault("openai", "insufficient_quota"))
        with pytest.raises(CredentialsRefused):
            await reply_of(minds.model, minds.asked(person("Hello?")))
