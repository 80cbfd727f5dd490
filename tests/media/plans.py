"""Conversation plans for tests."""

from dataclasses import replace
from typing import Any

from domain.conversations import ConversationPlan
from domain.identifiers import AccountId, AttemptId, CallId, CampaignId
from domain.prompts import system_prompt
from domain.prompts.rule import Brief
from domain.scripts import Question, Script
from domain.timeouts import Timeouts

SCRIPT = Script(
    opening="Hello, this is Ava, an automated assistant calling from Northwind.",
    disclosure="",
    instructions="You are Ava from Northwind. You make a short survey about the new service.",
    questions=(
        Question("satisfied", "Are you satisfied with our service?", "yes_no"),
        Question("score", "How many points from one to ten would you give us?", "number"),
    ),
    voicemail="Hello, this is Northwind. Please call us back when you have time. Goodbye.",
    closing="Thank you very much for your time. Goodbye.",
)


def plan(attempt: str = "call_1-1", **changes: Any) -> ConversationPlan:
    """A short survey; every field may be changed."""
    fields: dict[str, Any] = {
        "account_id": AccountId("acc_1"),
        "call_id": CallId("call_1"),
        "attempt_id": AttemptId(attempt),
        "campaign_id": CampaignId("camp_1"),
        "workflow_id": "call/camp_1/lead_1",
        "opening": SCRIPT.opening,
        "announcement": changes.get("opening", SCRIPT.opening),
        "system_prompt": system_prompt(Brief(SCRIPT), {}),
        "questions": SCRIPT.questions,
        "voicemail": SCRIPT.voicemail,
        "closing": SCRIPT.closing,
        "timeouts": Timeouts(),
    }
    return ConversationPlan(**(fields | changes))


def short_plan(attempt: str, **changes: Any) -> ConversationPlan:
    """One question, few words; every other field may be changed."""
    script = replace(SCRIPT, opening="Hello, Ava here.", questions=SCRIPT.questions[:1], closing="Goodbye.")
    return plan(
        attempt,
        opening=script.opening,
        questions=script.questions,
        closing=script.closing,
        system_prompt=system_prompt(Brief(script), {}),
        **changes,
    )
