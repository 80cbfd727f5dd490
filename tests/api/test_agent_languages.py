"""Languages of an agent: chosen with it, refused with those there are, told to its conversations."""

from typing import Any

import pytest

from domain.language.languages import LANGUAGES
from tests.api.conftest import Operator


async def test_an_agent_keeps_the_languages_it_may_change_to(operator: Operator) -> None:
    """Requirement 215."""
    wanted = {"name": "Maya", "language": "en-US", "languages": ["es-MX", "hi"]}
    made = await operator.made("/api/agents", wanted)
    assert ["es-MX", "hi"] == made["languages"]
    assert made == (await operator.client.get(f"/api/agents/{made['id']}")).json()
    assert ("es-MX", "hi") == (await operator.profile(made["id"])).languages


async def test_an_agent_has_one_language_unless_it_is_given_more(operator: Operator) -> None:
    assert [] == (await operator.made("/api/agents", {"name": "Ava"}))["languages"]


@pytest.mark.parametrize(
    "wanted, said",
    [
        ({"languages": ["it"]}, ["/languages/0", *LANGUAGES.values()]),
        ({"languages": ["es", "es-MX"]}, ["may stand once"]),
        ({"language": "en-US", "languages": ["en-GB"]}, ["may stand once"]),
        ({"languages": ["spanish"]}, ["/languages/0"]),
        ({"voice_model": "aura-2", "languages": ["es"]}, ["/voice", "not Spanish"]),
        ({"backup": {"voice_model": "aura-2"}, "languages": ["es"]}, ["/backup/voice", "not Spanish"]),
    ],
    ids=["unknown", "twice", "the first again", "no tag", "Aura", "Aura as backup"],
)
async def test_languages_that_cannot_be_spoken_are_refused_with_the_reason(
    operator: Operator, wanted: dict[str, Any], said: list[str]
) -> None:
    refused = await operator.client.post("/api/agents", json={"name": "Polyglot", **wanted})
    assert 422 == refused.status_code
    assert [] == [part for part in said if part not in refused.text]
