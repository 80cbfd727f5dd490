"""What holds an agent's conversations: chosen with the agent, told by the preflight when it cannot be had."""

import pytest

from domain.conversations import Engine, RecogniserName
from domain.permits import SpeechProvider, recogniser_of
from tests.api.conftest import Operator


@pytest.mark.parametrize("engine", [None, *Engine])
async def test_an_agent_keeps_its_engine(operator: Operator, engine: Engine | None) -> None:
    """Requirement 71."""
    wanted = {} if engine is None else {"engine": engine}
    made = await operator.made("/api/agents", {"name": f"Engine {engine}", **wanted})
    assert (engine or Engine.CASCADE) == made["engine"]
    assert made == (await operator.client.get(f"/api/agents/{made['id']}")).json()
    assert (engine or Engine.CASCADE) is (await operator.profile(made["id"])).engine


async def test_an_unknown_engine_is_refused_with_those_there_are(operator: Operator) -> None:
    refused = await operator.client.post("/api/agents", json={"name": "Steam", "engine": "steam"})
    assert 422 == refused.status_code
    assert all(engine in refused.text for engine in Engine)


@pytest.mark.parametrize("recogniser", RecogniserName)
def test_a_model_that_hears_by_itself_needs_a_permit_of_its_own_vendor(recogniser: RecogniserName) -> None:
    assert SpeechProvider.OPENAI is recogniser_of(recogniser, Engine.REALTIME)


@pytest.mark.parametrize(
    "engine, key, warned", [("realtime", "", 1), ("realtime", "a key", 0), ("cascade", "", 0)]
)
async def test_the_preflight_warns_of_an_engine_that_has_no_key(
    operator: Operator, monkeypatch: pytest.MonkeyPatch, engine: str, key: str, warned: int
) -> None:
    monkeypatch.setattr(operator.tools.settings.openai, "api_key", key)
    agent = await operator.made("/api/agents", {"name": "Voice", "engine": engine})
    campaign = await operator.campaign(agent_id=agent["id"])
    found = (await operator.client.get(f"/api/campaigns/{campaign['id']}/preflight")).json()
    assert warned == len(found["warnings"])
    assert all("OPENAI_API_KEY" in warning and "Voice" in warning for warning in found["warnings"])
