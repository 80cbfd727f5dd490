"""The record of calls as a media process keeps it: who may open a stream, what is stored of whom, and what is told."""

import base64
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio

from database import knowledge
from database.suppressions import is_suppressed, list_suppressions
from domain.calls import ConversationReported
from domain.conversations import ConversationPlan, EndReason, Verdict
from domain.errors import TamperedOrExpired
from domain.identifiers import AgentId, CallId, attempt_id
from domain.knowledge import Passage, Source
from domain.outcomes import BusinessOutcome
from domain.suppressions import SuppressionSource
from startup import call_notices
from startup.call_notices import CallNotices
from startup.media_records import CallRecords
from startup.stream_tokens import StreamClaim, StreamTokens
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene
from tests.database.test_media_processes import STANDS

TOKENS = StreamTokens(base64.b64encode(b"s" * 32).decode())
SAID_AT = datetime(2026, 11, 30, 9, tzinfo=UTC)


class Ringing:
    """A call that rings, and the record that the process `media-7` keeps."""

    def __init__(self, scene: Scene, records: CallRecords, call_id: CallId) -> None:
        self.scene, self.records, self.call_id = scene, records, call_id
        attempt = attempt_id(call_id, 1)
        self.claim = StreamClaim(attempt, "twilio", f"CA-{attempt}", 2)

    async def opened(self, carrier: str = "twilio") -> ConversationPlan:
        return await self.records.open_stream(TOKENS.issue(self.claim, datetime.now(UTC)), carrier)

    async def listed(self) -> list[tuple[Any, ...]]:
        """The account's do-not-call list."""
        campaign = self.scene.campaign
        async with campaign.database.transaction() as session:
            found = await list_suppressions(
                session, campaign.account_id, campaign.key_ring, number=None, before=None, limit=9
            )
        return [
            (each.number, each.scope.channel, each.source, each.evidence.words, each.evidence.said_at)
            for each in found
        ]


@pytest_asyncio.fixture
async def ringing(scene: Scene) -> Ringing:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    records = CallRecords(scene.campaign.database, scene.campaign.key_ring, TOKENS, "media-7")
    return Ringing(scene, records, call_id)


async def test_a_token_opens_its_own_carriers_door_and_once(ringing: Ringing) -> None:
    """Requirement 46: only one carrier signs, so another's door would make its signature worth nothing."""
    with pytest.raises(TamperedOrExpired):
        await ringing.opened("exotel")
    plan = await ringing.opened()
    assert (ringing.claim.attempt_id, ringing.claim.carrier_call_id, 2, None) == (
        plan.attempt_id,
        plan.carrier_call_id,
        plan.epoch,
        plan.cut_off,
    )
    row = await ringing.scene.campaign.row("attempts", plan.attempt_id)
    assert ("media-7", 2) == (row["media_process"], row["stream_epoch"])
    with pytest.raises(TamperedOrExpired):
        await ringing.opened()


async def test_who_takes_a_conversation_over_is_told_where_it_was_cut_off(ringing: Ringing) -> None:
    """And which of its texts are still to be said: one voicemail is the campaign's, and an earlier attempt has left it."""
    scene, campaign = ringing.scene, ringing.scene.campaign
    account_id, attempt = campaign.account_id, ringing.claim.attempt_id
    await campaign.run("UPDATE accounts SET language = 'de' WHERE id = :account", account=account_id)
    await scene.converse(ringing.call_id, Verdict(BusinessOutcome.NONE), EndReason.FINISHED)
    await campaign.run(
        """
        WITH earlier AS (
            INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state)
            SELECT call_id || '-9', account_id, call_id, 9, number_hash, trunk_id, 'closed' FROM attempts WHERE id = :attempt
            RETURNING id
        )
        UPDATE conversations SET voicemail_proved = true, attempt_id = earlier.id FROM earlier WHERE attempt_id = :attempt
        """,
        attempt=attempt,
    )
    await campaign.run(
        "INSERT INTO conversation_snapshots (attempt_id, account_id, epoch, content_sealed) VALUES (:a, :b, 1, :c)",
        a=attempt,
        b=account_id,
        c=campaign.key_ring.seal_record(STANDS, account_id),
    )
    plan = await ringing.opened()
    assert ("de", STANDS, "") == (plan.account_language, plan.cut_off, plan.voicemail)


async def test_a_conversation_that_begins_has_its_voicemail_and_its_agents_language(ringing: Ringing) -> None:
    plan = await ringing.opened()
    assert ("en", None, "Please call us.") == (plan.account_language, plan.cut_off, plan.voicemail)


@pytest.mark.parametrize("agent_id", [None, AgentId("agent_7")])
async def test_passages_are_those_of_the_calls_own_agent(
    ringing: Ringing, agent_id: AgentId | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Any, ...]] = []

    async def find(session: object, *about: Any) -> tuple[Passage, ...]:
        asked.append(about)
        return (Passage(Source("doc_1", "prices", 1), "Ten a month."),)

    monkeypatch.setattr(knowledge, "find_passages", find)
    plan = replace(await ringing.opened(), agent_id=agent_id)
    found = await ringing.records.find_passages(plan, "How much?")
    expected = [] if agent_id is None else [(plan.account_id, agent_id, "How much?")]
    assert (expected, len(expected)) == (asked, len(found))


@pytest.mark.parametrize(
    ("by_key", "source"),
    [(False, SuppressionSource.SAID_ON_CALL), (True, SuppressionSource.PRESSED_ON_CALL)],
)
async def test_an_opt_out_binds_with_its_proof_and_is_lifted_by_who_made_it(
    ringing: Ringing, by_key: bool, source: SuppressionSource
) -> None:
    """Law 4; taken back in the same conversation alone."""
    plan = await ringing.opened()
    await ringing.records.store_opt_out(plan, "never again", SAID_AT, by_key=by_key)
    assert [(NUMBER, "all", source, "never again", SAID_AT)] == await ringing.listed()
    await ringing.records.take_back_opt_out(plan, "wait, do call", SAID_AT + timedelta(seconds=5))
    campaign = ringing.scene.campaign
    async with campaign.database.transaction() as session:
        assert not await is_suppressed(session, campaign.account_id, NUMBER, campaign.key_ring, "voice")


@pytest.mark.parametrize("stored", [True, False])
async def test_a_workflow_is_given_what_the_record_could_not_store(
    ringing: Ringing, stored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Laws 4 and 8: what is stored travels no further."""
    told: list[tuple[Any, ...]] = []

    async def tell(client: object, workflow_id: str, signal: Any, news: ConversationReported) -> None:
        told.append((workflow_id, signal.name, news))

    monkeypatch.setattr(call_notices, "tell", tell)
    plan = await ringing.opened()
    report = ringing.scene.report(plan.call_id, Verdict(BusinessOutcome.OPT_OUT, "no"), EndReason.OPT_OUT)
    await CallNotices(None).conversation_reported(plan, report, stored=stored)  # type: ignore[arg-type]
    attempt = report.attempt_id
    news = ConversationReported(f"{attempt}/reported", attempt, None if stored else report)
    assert [(await ringing.scene.workflow_of(plan.call_id), "conversation_reported", news)] == told
