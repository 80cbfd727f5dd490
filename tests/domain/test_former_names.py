"""Plans and their parts as an earlier version wrote them."""

from typing import Any

import pytest

from domain.former_names import plan_with_present_names, with_present_names

FORMER: dict[str, Any] = {
    "attempt_id": "call_1-1",
    "ears": "nova",
    "backup": {"ears": "openai", "voice": "a"},
    "patience": {"prompts": [1_000], "ears_budget": 500},
    "pronunciation": {"ears": "eers"},
}
PRESENT: dict[str, Any] = {
    "attempt_id": "call_1-1",
    "recogniser": "nova",
    "backup": {"recogniser": "openai", "voice": "a"},
    "timeouts": {"prompts": [1_000], "recogniser_budget": 500},
    "pronunciation": {"ears": "eers"},
}


@pytest.mark.parametrize("plan", [FORMER, PRESENT])
def test_a_plan_has_the_names_of_now_and_every_word_it_says(plan: dict[str, Any]) -> None:
    assert PRESENT == plan_with_present_names(plan)


def test_the_name_of_now_goes_before_the_former_one() -> None:
    assert {"recogniser": "nova"} == with_present_names({"recogniser": "nova", "ears": "flux"})


@pytest.mark.parametrize("sent", [None, [], 5, {"timeouts": 5}, {"backup": None}])
def test_what_is_no_object_is_left_to_whoever_reads_it(sent: Any) -> None:
    assert sent == plan_with_present_names(sent)
