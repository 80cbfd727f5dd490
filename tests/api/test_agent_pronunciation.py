"""How an agent pronounces words, what it does with menus, and which key opts out: kept with it, refused with the reason, told to its calls."""

from typing import Any

import pytest

from domain.conversations import Menus
from tests.api.conftest import Operator


async def test_an_agent_keeps_its_words_and_its_way_with_menus(operator: Operator) -> None:
    wanted = {"name": "Maya", "pronunciation": {"SQL": "sequel"}, "menus": "navigate"}
    made = await operator.made("/api/agents", wanted)
    assert wanted == {key: made[key] for key in wanted}
    assert made == (await operator.client.get(f"/api/agents/{made['id']}")).json()
    profile = await operator.profile(made["id"])
    assert ({"SQL": "sequel"}, Menus.NAVIGATE) == (profile.pronunciation, profile.menus)


@pytest.mark.parametrize("key", ["2", ""])
async def test_an_agent_keeps_the_key_that_opts_out(operator: Operator, key: str) -> None:
    made = await operator.made("/api/agents", {"name": "Maya", "opt_out_key": key})
    assert (key, key) == (made["opt_out_key"], (await operator.profile(made["id"])).opt_out_key)


async def test_an_agent_has_no_words_of_its_own_and_leaves_menus_unless_told_so(operator: Operator) -> None:
    made = await operator.made("/api/agents", {"name": "Ava"})
    assert ({}, "hang_up", "9") == (made["pronunciation"], made["menus"], made["opt_out_key"])


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"pronunciation": {"SQL": ""}}, "needs a spoken form"),
        ({"pronunciation": {" SQL": "sequel"}}, "is no word"),
        ({"pronunciation": {"a": "b", "A": "c"}}, "stands twice"),
        ({"pronunciation": {f"w{n}": "x" for n in range(201)}}, "at most 200"),
        ({"menus": "dance"}, "/menus"),
        ({"opt_out_key": "#"}, "/opt_out_key"),
        ({"opt_out_key": "99"}, "/opt_out_key"),
    ],
)
async def test_what_cannot_be_spoken_is_refused_with_the_reason(
    operator: Operator, wanted: dict[str, Any], said: str
) -> None:
    refused = await operator.client.post("/api/agents", json={"name": "Nobody", **wanted})
    assert (422, True) == (refused.status_code, said in refused.text)
