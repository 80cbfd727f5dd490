"""The record of calls as the media server keeps it in PostgreSQL, before the workflow is told (call_notices.py).

The contract: media/tools.py; the statements: database/conversations.py.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from database import conversations, knowledge, media_processes, opt_outs
from database.conversation_plans import conversation_plan
from database.media_processes import Beat, TakenSnapshot
from database.sealing import KeyRing
from database.session import Database, new_id
from domain.conversations import ConversationPlan, ConversationReport
from domain.errors import TamperedOrExpired
from domain.knowledge import Passage
from domain.suppressions import OptOutEvidence, SuppressionSource
from startup.stream_tokens import StreamTokens


class CallRecords:
    """Opens streams, keeps opt-outs, reports and snapshots, for one media process."""

    def __init__(self, database: Database, key_ring: KeyRing, tokens: StreamTokens, process: str) -> None:
        self._database, self._key_ring, self._tokens, self._process = database, key_ring, tokens, process

    async def open_stream(self, token: str, carrier: str) -> ConversationPlan:
        """Use the token up at this carrier's door and say what to talk about. Raises TamperedOrExpired."""
        claim = self._tokens.read(token, datetime.now(UTC))
        if claim.carrier != carrier:
            raise TamperedOrExpired
        async with self._database.transaction() as session:
            opened = await conversations.open_stream(
                session,
                claim.attempt_id,
                self._key_ring,
                carrier_call_id=claim.carrier_call_id,
                epoch=claim.epoch,
                process=self._process,
            )
        if opened is None:
            raise TamperedOrExpired
        plan = conversation_plan(opened, claim.attempt_id, messages_left=opened.messages_left)
        return replace(
            plan,
            carrier_call_id=claim.carrier_call_id,
            epoch=claim.epoch,
            cut_off=opened.cut_off,
            account_language=opened.account_language or plan.language,
        )

    async def store_opt_out(self, plan: ConversationPlan, phrase: str, at: datetime, *, by_key: bool) -> None:
        """Suppress the person on every channel; durable when it returns (law 4)."""
        source = SuppressionSource.PRESSED_ON_CALL if by_key else SuppressionSource.SAID_ON_CALL
        async with self._database.transaction() as session:
            await opt_outs.store_opt_out(
                session,
                plan.account_id,
                plan.attempt_id,
                OptOutEvidence(phrase, at),
                self._key_ring,
                suppression_id=new_id("sup"),
                source=source,
            )

    async def take_back_opt_out(self, plan: ConversationPlan, phrase: str, at: datetime) -> None:
        """Lift what this conversation has bound; durable when it returns."""
        evidence = OptOutEvidence(phrase, at, plan.attempt_id)
        async with self._database.transaction() as session:
            await opt_outs.take_back_opt_out(session, plan.account_id, evidence, self._key_ring)

    async def find_passages(self, plan: ConversationPlan, question: str) -> tuple[Passage, ...]:
        """What the documents of the call's agent say about this."""
        if plan.agent_id is None:
            return ()
        async with self._database.transaction() as session:
            return await knowledge.find_passages(session, plan.account_id, plan.agent_id, question)

    async def store_report(self, report: ConversationReport) -> None:
        """Keep the report, once. Raises Superseded."""
        async with self._database.transaction() as session:
            await conversations.store_report(session, report, self._key_ring, suppression_id=new_id("sup"))

    async def beat(self, told: Beat, snapshots: Sequence[TakenSnapshot], *, age_seconds: float) -> None:
        """Tell that this process lives, and how its conversations stand."""
        async with self._database.transaction() as session:
            await media_processes.beat(session, told, snapshots, self._key_ring, age_seconds=age_seconds)
