"""The signal of a media server to a call's workflow: its conversation is over; the record is media_records.py's."""

from temporalio.client import Client

from domain.calls import ConversationReported
from domain.conversations import ConversationPlan, ConversationReport
from domain.workflow_messages import CONVERSATION_REPORTED
from startup.temporal import tell


class CallNotices:
    """Tells the call's workflow that its conversation is reported."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def conversation_reported(
        self, plan: ConversationPlan, report: ConversationReport, *, stored: bool
    ) -> None:
        """Signal the workflow, which stores what is not stored; Temporal's payloads are sealed (law 8)."""
        unstored = None if stored else report
        news = ConversationReported(f"{report.attempt_id}/reported", report.attempt_id, unstored)
        await tell(self._client, plan.workflow_id, CONVERSATION_REPORTED, news)
