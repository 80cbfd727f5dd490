"""Opt-outs as people say them, and what only sounds like one: on a live turn and in the judgement after the call."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from domain.language.intents import Demand
from domain.language.utterance import Utterance
from domain.language.verdicts import judge_by_rules
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Turn
from tests.cases.files import tried


@pytest.mark.parametrize("case", tried("opt_outs"))
def test_an_opt_out_binds_or_is_asked_about_and_nothing_else_does(case: Mapping[str, Any]) -> None:
    found = re.fullmatch(r"\[(?P<language>\w+)\] (?P<said>.*)", case["input"], re.DOTALL)
    assert found, case["input"]
    language, said = found["language"], found["said"]
    demand = Utterance(said, language, (language,)).demand
    after_the_call = judge_by_rules((Turn(Speaker.PERSON, said, 0, 1_000),), language).outcome
    if (case["ours"] or case["expected"]).startswith("no opt-out"):
        assert demand is Demand.NONE
        assert after_the_call is not BusinessOutcome.OPT_OUT
    else:
        assert demand in (Demand.CERTAIN, Demand.LIKELY)
        assert (after_the_call is BusinessOutcome.OPT_OUT) == (demand is Demand.CERTAIN)
