"""OpenAI's chat completions against the simulated vendor."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from providers.errors import CredentialsRefused
from providers.language_models.openai import OpenAIModel, OpenAISettings
from simulators import language_model
from simulators.faults import Fault, Faults
from simulators.journal import Journal
from simulators.language_model import ModelTiming
from tests.providers.model_suite import Minds, ModelSuite, person, reply_of
from tests.simulators.loopback import serving

KEY = "openai-key"


@pytest_asyncio.fixture(scope="module")
async def vendor() -> AsyncIterator[Minds]:
    faults, journal = Faults(), Journal()
    quick, slow = ModelTiming(20, 1), ModelTiming(0, 500)
    async with (
        serving(language_model.routes(KEY, faults, journal, quick)) as host,
        serving(language_model.routes(KEY, faults, journal, slow)) as slow_host,
    ):
        minds = Minds(
            model=OpenAIModel(OpenAISettings(KEY, f"http://{host}/v1")),
            leisurely=OpenAIModel(OpenAISettings(KEY, f"http://{slow_host}/v1")),
            stranger=OpenAIModel(OpenAISettings("stolen", f"http://{host}/v1")),
            unreachable=OpenAIModel(OpenAISettings(KEY, "http://127.0.0.1:9/v1")),
            name="gpt-4o-mini",
            faults=faults,
            journal=journal,
            service="openai",
        )
        yield minds
        for model in (minds.model, minds.leisurely, minds.stranger, minds.unreachable):
            await model.close()


class TestOpenAI(ModelSuite):
    async def test_an_account_without_credit_is_no_throttling(self, minds: Minds) -> None:
        """Both come with status 429; waiting mends only one of them."""
        minds.faults.add(Fault("openai", "insufficient_quota"))
        with pytest.raises(CredentialsRefused):
            await reply_of(minds.model, minds.asked(person("Hello?")))
