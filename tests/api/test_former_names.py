"""Fields of an agent by the names that they had before: read for one version more, and told to nobody."""

import json
import re
from typing import Any

import pytest

from domain.conversations import RecogniserName
from tests.api.conftest import Operator

FORMER: dict[str, Any] = {
    "ears": "nova",
    "patience": {"ears_budget": 2_500, "moment": 30_000},
    "backup": {"ears": "openai"},
}
PRESENT: dict[str, Any] = {
    "recogniser": "nova",
    "timeouts": {"recogniser_budget": 2_500, "moment": 30_000},
    "backup": {"recogniser": "openai"},
}


@pytest.mark.parametrize("body", [FORMER, PRESENT, {**FORMER, "recogniser": "nova"}])
async def test_an_agent_may_be_wanted_by_either_names_and_is_shown_by_those_of_now(
    operator: Operator, body: dict[str, Any]
) -> None:
    made = await operator.made("/api/agents", {"name": "Maya", **body})
    [listed] = (await operator.client.get("/api/agents")).json()["data"]
    assert made == listed == (await operator.client.get(f"/api/agents/{made['id']}")).json()
    assert ("nova", "openai") == (made["recogniser"], made["backup"]["recogniser"])
    assert (2_500, 30_000) == (made["timeouts"]["recogniser_budget"], made["timeouts"]["moment"])
    assert [] == _former_names_in(made)
    profile = await operator.profile(made["id"])
    assert (RecogniserName.NOVA, RecogniserName.OPENAI) == (profile.recogniser, profile.backup.recogniser)
    assert (2_500, 30_000) == (profile.timeouts.recogniser_budget, profile.timeouts.moment)


@pytest.mark.parametrize(
    "body, pointer, former, present",
    [
        ({"ears": "nova", "recogniser": "flux"}, "/", "ears", "recogniser"),
        ({"patience": {"moment": 1_000}, "timeouts": {"moment": 2_000}}, "/", "patience", "timeouts"),
        ({"backup": {"ears": "nova", "recogniser": None}}, "/backup", "ears", "recogniser"),
        (
            {"timeouts": {"ears_budget": 1_000, "recogniser_budget": 2_000}},
            "/timeouts",
            "ears_budget",
            "recogniser_budget",
        ),
    ],
)
async def test_two_names_with_two_values_are_refused_with_the_one_to_give(
    operator: Operator, body: dict[str, Any], pointer: str, former: str, present: str
) -> None:
    refused = await operator.client.post("/api/agents", json={"name": "Maya", **body})
    [problem] = refused.json()["errors"]
    assert (422, pointer) == (refused.status_code, problem["pointer"])
    said = f"{former} is the former name of {present}, and they differ here; give {present} alone."
    assert said == problem["message"]
    assert [] == (await operator.client.get("/api/agents")).json()["data"]


@pytest.mark.parametrize(
    "body, pointer",
    [
        ({"ears": "cat"}, "/ears"),
        ({"patience": {"ears_budget": -1}}, "/patience/ears_budget"),
        ({"ears_budget": 1_000}, "/ears_budget"),
        ({"backup": {"patience": {}}}, "/backup/patience"),
        ({"backup": 5}, "/backup"),
    ],
)
async def test_what_is_wrong_is_told_by_the_name_that_was_given(
    operator: Operator, body: dict[str, Any], pointer: str
) -> None:
    refused = await operator.client.post("/api/agents", json={"name": "Maya", **body})
    assert (422, pointer) == (refused.status_code, refused.json()["errors"][0]["pointer"])


async def test_the_words_of_a_pronunciation_are_no_names(operator: Operator) -> None:
    words = {"ears": "eers", "patience": "pay shence"}
    made = await operator.made("/api/agents", {"name": "Maya", "pronunciation": words})
    assert words == made["pronunciation"] == (await operator.profile(made["id"])).pronunciation


async def test_the_description_knows_the_names_of_now_alone(operator: Operator) -> None:
    described = (await operator.client.get("/openapi.json")).json()
    schemas = described["components"]["schemas"]
    for answer_or_body in ("AgentBody", "AgentResponse"):
        assert {"recogniser", "timeouts"} <= schemas[answer_or_body]["properties"].keys()
    assert [] == _former_names_in(described)


def _former_names_in(record: dict[str, Any]) -> list[str]:
    return re.findall(r"\b(?:ears|patience)(?:_\w+|body)?\b", json.dumps(record).casefold())
