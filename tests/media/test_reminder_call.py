"""A reminder of examples/, held by the real media server: its own outcome, its fields and a summary, and no mere interest."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from api.campaigns.plans import PlanBody
from api.scripts import ContentBody
from domain.campaigns import check_outcomes_named
from domain.conversations import plan_conversation
from domain.scripts import Script
from tests.media.house import House
from tests.media.plans import plan

EXAMPLES = Path(__file__).parents[2] / "examples"
VALUES = {"first_name": "Ada", "day": "Tuesday"}


def example(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((EXAMPLES / name).read_text(encoding="utf-8"))
    return read


def reminder() -> Script:
    return ContentBody.model_validate(example("reminder.yaml")).record("")


def test_the_examples_plan_goes_with_its_script() -> None:
    made = PlanBody.model_validate(example("reminder_plan.yaml")).plan()
    check_outcomes_named(made, reminder().outcomes)
    assert made.variables() | reminder().variables() == set(VALUES)


@pytest.mark.long
async def test_a_yes_to_a_reminder_is_its_own_outcome(house: House) -> None:
    """Requirement 74: with the fields told and the call summed up, by one question in the model's own wire format."""
    made = plan_conversation(plan("call_r-1", account_language="de"), reminder(), VALUES)
    await house.prepare(made)
    await house.dial("cooperative", made)
    report = await house.report_of(made)
    verdict = report.verdict
    assert ("confirmed", True) == (verdict.outcome, verdict.means.success)
    assert {"comes": "true", "other_day": "", "reason": ""} == {
        each.name: each.value for each in report.fields
    }
    assert verdict.summary.startswith("Der Anruf ergab confirmed.")
