"""An agent's timeouts over the API."""

from dataclasses import fields

from api.agents.routes import TimeoutsBody
from domain.timeouts import Timeouts
from tests.api.conftest import Operator


async def test_every_wait_may_be_chosen_and_is_shown(operator: Operator) -> None:
    """Requirements 52–57: what tells a machine from a person are parameters."""
    wanted = {field.name: 1_234 for field in fields(Timeouts)} | {"prompts": [1_000, 2_000]}
    made = await operator.made("/api/agents", {"name": "Patient", "timeouts": wanted})
    assert wanted == made["timeouts"]
    assert made == (await operator.client.get(f"/api/agents/{made['id']}")).json()


def test_who_chooses_nothing_waits_as_the_domain_does() -> None:
    assert Timeouts() == TimeoutsBody().record()
