"""A script's texts, the variables they need, and the plan that is made of them for one lead."""

import pytest

from domain.conversations import ConversationPlan, plan_conversation
from domain.errors import InvalidInput
from domain.identifiers import AccountId, AttemptId, CallId
from domain.scripts import Script, missing_variables

SCRIPT = Script(
    opening="Hello {{first_name}}.",
    disclosure="I am an automated assistant.",
    instructions="Ask.",
    questions=(),
    voicemail="We called.",
    closing="Goodbye.",
    screening="Maya from Acme, about order {{order}}.",
)
BARE = ConversationPlan(
    AccountId("acc_1"), CallId("call_1"), AttemptId("call_1-1"), None, "call/direct/call_1"
)


def test_what_a_screening_is_told_is_filled_in_for_the_lead() -> None:
    plan = plan_conversation(BARE, SCRIPT, {"first_name": "Ann", "order": "17"})
    assert "Maya from Acme, about order 17." == plan.screening


def test_a_lead_without_a_value_that_only_the_screening_needs_is_never_dialled() -> None:
    assert {"order"} == missing_variables(SCRIPT.variables(), {"first_name": "Ann"})
    with pytest.raises(InvalidInput, match="order"):
        plan_conversation(BARE, SCRIPT, {"first_name": "Ann"})
