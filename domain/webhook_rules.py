"""When other people's programs are told again, and when we stop; which kinds of events there are."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from domain.call_events import CallEventKind
from domain.identifiers import LeadId, planned_call_id

WAITS: Final = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
"""After each try that failed: Standard Webhooks, "Deliverability and reliability", read 2026-11-30; 75.6 hours in all."""

LONGEST_FAILURE: Final = timedelta(days=7)
TWO_SECRETS: Final = timedelta(hours=24)


class DeliveryState(StrEnum):
    """Where one notice to one program stands."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"


class WhyDisabled(StrEnum):
    """Why a program is told nothing."""

    ASKED = "asked"
    GONE = "gone"
    FAILING = "failing"


EVENT_KINDS: Final = frozenset(
    {
        "attempt.created",
        *CallEventKind,
        "conversation.reported",
        "preference",
        "call.waiting",
        "call.closed",
        "campaign.running",
        "campaign.paused",
        "campaign.cancelling",
        "campaign.cancelled",
        "campaign.completed",
        "message.sent",
        "message.delivered",
        "message.refused",
        "message.failed",
        "message.unconfirmed",
        "opt_out",
        "opt_out.taken_back",
        "lead.created",
        "lead.held",
        "lead.mended",
        "lead.suppressed",
        "lead.erased",
        "leads.imported",
        "leads.mended",
        "webhook_endpoint.disabled",
    }
)


def in_order_with(event: Mapping[str, Any]) -> str:
    """What an event is told in order with: the call, for a lead's the one that is planned for it, else the campaign, else the account."""
    lead_id = event["detail"].get("lead_id")
    call_id = event["call_id"] or (planned_call_id(LeadId(lead_id)) if lead_id else None)
    return str(call_id or event["campaign_id"] or event["account_id"])


def next_try(attempts: int, now: datetime) -> datetime | None:
    """When to try again after so many tries (1 or more) that failed; None when there were enough."""
    return now + WAITS[attempts - 1] if attempts <= len(WAITS) else None


def why_to_stop(status: int | None, failing_since: datetime, now: datetime) -> WhyDisabled | None:
    """Whether this failure is the program's last. status: of its answer, None where there was none."""
    if status == 410:
        return WhyDisabled.GONE
    return WhyDisabled.FAILING if now - failing_since >= LONGEST_FAILURE else None
