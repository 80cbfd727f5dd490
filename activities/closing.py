"""The end of an attempt: one result, one outcome, and what follows (law 5). Also the end of a cancelled call.

The retry: domain/retry_policy.py; the result: domain/result_rules.py; the rows: database/closing.py.
"""

from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.callback_promises import is_promised, promised_at
from activities.contact_facts import local_time, zones_of
from activities.line_queue import wanted_thing
from activities.tools import Tools
from database import attempts, closing
from database.attempts import AttemptEnd
from database.closing import AttemptVerdict
from database.conversations import ConversationContent, read_content, store_report
from database.json_columns import plan_of
from database.opt_outs import store_opt_out
from database.own_outcomes import outcome_of
from database.session import new_id
from domain.calls import AfterAttempt, AttemptRef, CallCancelled, CallRef, PlannedMessage
from domain.campaigns import CampaignPlan
from domain.connections import ConnectionRef
from domain.conversations import AnsweredBy, ConversationReport, EndReason
from domain.errors import Superseded
from domain.identifiers import AccountId, AttemptId, campaign_workflow_id
from domain.outcomes import BusinessOutcome, Outcome, TechnicalResult
from domain.permits import LINE
from domain.result_rules import technical_result
from domain.retry_policy import RetryAt, decide_retry
from domain.suppressions import OptOutEvidence, evidence_in, source_of
from domain.transcripts import Speaker, said_by
from providers.errors import CredentialsRefused, ProviderError

log = structlog.get_logger(__name__)


class ClosingActivities:
    """The steps that close attempts and calls."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    @activity.defn
    async def close_attempt(self, ref: AttemptRef) -> AfterAttempt:
        """Give the attempt its one result, free the line, and say what follows.

        Reads PostgreSQL only: both ends are there, or have been waited for. Repeated, it tells how the call stands, whatever was
        reported meanwhile.
        """
        async with self._tools.database.transaction() as session:
            end = await attempts.read_attempt_end(
                session, ref.account_id, ref.attempt_id, self._tools.key_ring, lock=True
            )
            if end is None:
                return await self._close_without_row(session, ref)
            verdict = await self._verdict(session, end)
            last = await closing.close_attempt(
                session, end, verdict, self._tools.key_ring, suppression_id=new_id("sup")
            )
        self._tools.free_lines.fell_free(
            wanted_thing(end.account_id, end.trunk_id, held) for held in (LINE, *end.permits)
        )
        if last and end.campaign_id is not None:
            await self._tools.starter.look_again(campaign_workflow_id(end.campaign_id))
        if not end.talking and end.media_control_url is not None:
            await self._release_stage(end.media_control_url, ref)
        outcome = _of_the_call(verdict.outcome, end)
        closed = verdict.next_at is None
        if end.result is not None:  # closed before: the row has heard what was reported since
            stands = await self.what_follows(CallRef(end.account_id, end.call_id))
            if stands.closed:
                return stands
            closed = False
        plan = plan_of(end.plan)
        return AfterAttempt(
            closed=closed,
            result=verdict.result,
            outcome=outcome.name,
            why=verdict.why,
            sync_crm=closed and await self._tells_crm(plan, end.crm),
            messages=_messages(plan, verdict.result, outcome) if closed else (),
        )

    @activity.defn
    async def what_follows(self, ref: CallRef) -> AfterAttempt:
        """What follows a call that another step closed: a late report, a refusal, a cancel, the sweep.

        The CRM is told if there was an attempt and it was not told before; messages follow an attempt's own end, or take the
        place of a call where the person wants writing.
        """
        async with self._tools.database.transaction() as session:
            end = await closing.read_call_end(session, ref.account_id, ref.call_id)
        if end is None:
            return AfterAttempt(
                closed=False, result=TechnicalResult.NEVER_DIALLED, outcome=BusinessOutcome.NONE
            )
        plan = plan_of(end.plan)
        return AfterAttempt(
            closed=True,
            result=end.result,
            outcome=end.outcome.name,
            why=end.why,
            sync_crm=end.was_dialled and not end.synced and await self._tells_crm(plan, end.crm),
            messages=_messages(plan, end.result, end.outcome)
            if end.by_attempt or end.result is TechnicalResult.WRITING_WANTED
            else (),
        )

    async def _tells_crm(self, plan: CampaignPlan, ref: ConnectionRef | None) -> bool:
        """Whether there is somebody to tell. Credentials that cannot be read may be mended: the step tries for days."""
        if not plan.sync_crm or ref is None:
            return False
        try:
            return await self._tools.connections.crm(ref) is not None
        except CredentialsRefused:
            return True

    @activity.defn
    async def store_report(self, report: ConversationReport) -> None:
        """Keep the report of a conversation whose media server could not reach the record. May be repeated.

        The close that follows makes an opt-out binding; a report that comes after the close does so itself (law 4).
        """
        try:
            async with self._tools.database.transaction() as session:
                await store_report(session, report, self._tools.key_ring, suppression_id=new_id("sup"))
        except Superseded:
            log.info("conversation.superseded", attempt_id=report.attempt_id)

    @activity.defn
    async def close_cancelled(self, cancelled: CallCancelled) -> None:
        """Close a cancelled call: its open attempt ends as cancelled, its line is free. May be repeated."""
        async with self._tools.database.transaction() as session:
            if cancelled.attempt_id is not None:
                await self._keep_opt_out(session, cancelled.account_id, cancelled.attempt_id)
                await closing.close_cancelled_attempt(
                    session, cancelled.account_id, cancelled.attempt_id, why=cancelled.reason
                )
            await closing.close_undialled(
                session,
                cancelled.account_id,
                cancelled.call_id,
                result=TechnicalResult.CANCELLED,
                why=cancelled.reason,
            )

    async def _close_without_row(self, session: AsyncSession, ref: AttemptRef) -> AfterAttempt:
        """The row of a dial is gone, and with it all that gaps and caps know of it: never dial this call again (law 1)."""
        why = "The row of its last dial is gone."
        await closing.close_undialled(
            session, ref.account_id, ref.call_id, result=TechnicalResult.UNCONFIRMED, why=why
        )
        return AfterAttempt(
            closed=True, result=TechnicalResult.UNCONFIRMED, outcome=BusinessOutcome.NONE, why=why
        )

    async def _keep_opt_out(
        self, session: AsyncSession, account_id: AccountId, attempt_id: AttemptId
    ) -> None:
        """What was said before the cancel binds all the same (law 4)."""
        end = await attempts.read_attempt_end(
            session, account_id, attempt_id, self._tools.key_ring, lock=True
        )
        if end is not None and _outcome(end)[0].flags.suppresses:
            await store_opt_out(
                session,
                account_id,
                attempt_id,
                _proof(end, self._content(end)),
                self._tools.key_ring,
                suppression_id=new_id("sup"),
                source=_source(end),
            )

    async def _verdict(self, session: AsyncSession, end: AttemptEnd) -> AttemptVerdict:
        content = self._content(end)
        result = end.result or _result(end, content)
        outcome, needs_review = _outcome(end)
        ended_at = end.ended_at or end.read_at
        plan, zones = plan_of(end.plan), zones_of(end.hours_key)
        callback = None
        may_wait = not _ends_with_messages(plan, result, outcome)
        if content is not None and zones and may_wait and is_promised(outcome, content):
            packs = await self._tools.rule_packs.now(session, end.account_id)
            callback = promised_at(end, content, plan, packs, ended_at)
        follows = decide_retry(
            result,
            end.call_outcome if end.call_outcome.flags.final else outcome,
            attempts_so={**end.ended_so, result: end.ended_so.get(result, 0) + 1},
            attempts_made=end.number,
            plan=plan,
            zones=zones,
            ended_at=ended_at,
            seed=end.attempt_id,
            callback_at=callback,
        )
        again = follows if isinstance(follows, RetryAt) else None
        puts_off = _puts_off(outcome, end)
        next_one = f" Next: {local_time(again.at, zones)}." if again else ""
        return AttemptVerdict(
            result=result,
            outcome=end.call_outcome if puts_off else outcome,
            why=follows.reason + next_one,
            because=follows.reason if again else None,
            next_at=again.at if again else None,
            backs_off=again is not None and again.backs_off,
            needs_review=needs_review
            or puts_off
            or (again is None and _of_the_call(outcome, end).name == BusinessOutcome.CALLBACK),
            suppress=outcome.flags.suppresses,
            source=_source(end),
            proof=_proof(end, content),
        )

    def _content(self, end: AttemptEnd) -> ConversationContent | None:
        if end.content_sealed is None:
            return None
        return read_content(end.content_sealed, end.account_id, self._tools.key_ring)

    async def _release_stage(self, control_url: str, ref: AttemptRef) -> None:
        try:
            await self._tools.stage.release(control_url, ref.attempt_id)
        except (OSError, TimeoutError, ProviderError) as error:
            log.info("stage.not_released", attempt_id=ref.attempt_id, error=type(error).__name__)


def _messages(plan: CampaignPlan, result: TechnicalResult, outcome: Outcome) -> tuple[PlannedMessage, ...]:
    """The follow-ups whose rule names this outcome or this result; a suppressed person gets none.

    An outcome of the script's own that is to be followed up has those for follow_up as well.
    """
    if outcome.flags.suppresses:
        return ()
    names = {outcome.name, *([BusinessOutcome.FOLLOW_UP] if outcome.flags.follows_up else [])}
    return tuple(
        PlannedMessage(rule=place, delay_seconds=rule.delay_seconds)
        for place, rule in enumerate(plan.follow_ups)
        if names.intersection(rule.outcomes) or result in rule.results
    )


def _ends_with_messages(plan: CampaignPlan, result: TechnicalResult, outcome: Outcome) -> bool:
    """Whether a final answer has messages to follow, which do not wait for a promised call."""
    return outcome.flags.final and bool(_messages(plan, result, outcome))


def _of_the_call(outcome: Outcome, end: AttemptEnd) -> Outcome:
    """An attempt that brought nothing takes nothing away from what an earlier one brought."""
    return end.call_outcome if outcome.name == BusinessOutcome.NONE else outcome


def _puts_off(outcome: Outcome, end: AttemptEnd) -> bool:
    """Whether a promised call came only to the wish for another: what was won before it stays won."""
    earlier = end.call_outcome.flags
    return outcome.name == BusinessOutcome.CALLBACK and earlier.final and earlier.leaves_promise


def _outcome(end: AttemptEnd) -> tuple[Outcome, bool]:
    """The business outcome and whether a person should look at it; nothing said means NONE."""
    if end.conversation is None:
        return Outcome.of(None), False
    return outcome_of(end.conversation), bool(end.conversation["needs_review"])


def _source(end: AttemptEnd) -> str:
    """What a do-not-call entry of this attempt names as its source."""
    return source_of(
        _outcome(end)[0].name, "" if end.conversation is None else end.conversation["decided_by"]
    )


def _proof(end: AttemptEnd, content: ConversationContent | None) -> OptOutEvidence:
    """What the person said that decided the outcome."""
    if end.conversation is None or content is None:
        return OptOutEvidence(attempt_id=end.attempt_id)
    began_at = datetime.fromisoformat(end.conversation["began_at"])
    return evidence_in(content.turns, content.evidence, began_at, end.attempt_id)


def _result(end: AttemptEnd, content: ConversationContent | None) -> TechnicalResult:
    """The one technical result from the two ends, read from the rows."""
    report = end.conversation
    if report is None or content is None:
        return technical_result(
            leg_result=end.leg_result,
            talking=end.talking,
            answered_by=None,
            end_reason=None,
            spoke_words=0,
            duration_ms=0,
            voicemail_proved=False,
        )
    lasted = datetime.fromisoformat(report["ended_at"]) - datetime.fromisoformat(report["began_at"])
    return technical_result(
        leg_result=end.leg_result,
        talking=end.talking,
        answered_by=AnsweredBy(report["answered_by"]),
        end_reason=EndReason(report["end_reason"]),
        spoke_words=len(" ".join(said_by(content.turns, Speaker.PERSON)).split()),
        duration_ms=round(lasted.total_seconds() * 1000),
        voicemail_proved=bool(report["voicemail_proved"]),
        vendor_failed=bool(report["failed_vendor"]),
        said_what=report["outcome"] != BusinessOutcome.NONE,
    )
