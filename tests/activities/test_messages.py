"""Follow-up messages against a real PostgreSQL and a scripted service: the dial's rules, and never two (law 2)."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio

from activities.messages import MessageActivities
from database.consents import WithdrawnConsent, withdraw_consents
from database.messages import record_message_report
from database.session import new_id
from database.suppressions import suppress
from domain.calls import MessageAnswer, MessageRequest
from domain.campaigns import CampaignPlan, CampaignState, CustomWindow, FollowUpRule
from domain.channels import Channel
from domain.connections import ConnectionRef
from domain.identifiers import CallId
from domain.preferences import PreferenceKind, PreferenceValue, WritingChannel
from providers.errors import (
    CredentialsRefused,
    OutcomeUnknown,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
    RecipientOptedOut,
    RecipientRefused,
    SendRefused,
)
from providers.messaging.contract import TextMessage
from providers.telephony import Telephony
from tests.activities.carrier import WorkerDied
from tests.activities.connections import FixedConnections, through
from tests.activities.scene import NUMBER, Scene, run
from tests.activities.test_preferences import DAYS, day_ahead, hours_on, prefers

RULE = FollowUpRule("Thank you, {{first_name}}!")


@dataclass
class ScriptedMessenger:
    """Errors are used up in order; after the last one every message is taken. lost: whether one with an error still left.

    away: what looking a message up raises meanwhile; before_answer: what happens while the sender waits. Like a service's
    list, it shows what came since a moment.
    """

    errors: list[Exception] = field(default_factory=list)
    lost: bool = False
    away: Exception | None = None
    before_answer: Callable[[TextMessage], Awaitable[object]] | None = None
    asked: list[TextMessage] = field(default_factory=list)
    delivered: list[TextMessage] = field(default_factory=list)
    came_at: dict[str, datetime] = field(default_factory=dict)

    async def send(self, message: TextMessage) -> str:
        """A message on its way, or the error that the script has in store."""
        self.asked.append(message)
        error = self.errors.pop(0) if self.errors else None
        if error is None or self.lost:
            self.delivered.append(message)
            self.came_at[message.message_id] = datetime.now(UTC)
        if self.before_answer is not None:
            await self.before_answer(message)
        if error is not None:
            raise error
        return f"SM-{message.message_id}"

    async def find(
        self, message: TextMessage, *, since: datetime, not_these: Collection[str] = ()
    ) -> str | None:
        """The message if it left since then."""
        if self.away is not None:
            raise self.away
        came_at = self.came_at.get(message.message_id)
        return f"SM-{message.message_id}" if came_at is not None and came_at >= since else None


@dataclass
class Texting:
    """One closed call with one follow-up, and the service that would send it."""

    scene: Scene
    messenger: ScriptedMessenger
    call_id: CallId

    async def send(self, rule: int = 0) -> MessageAnswer:
        """The activity."""
        tools = through(self.scene.tools, messenger=self.messenger)
        request = MessageRequest(self.scene.campaign.account_id, self.call_id, rule)
        return await run(MessageActivities(tools).send_message, request)

    async def send_until_it_answers(self) -> MessageAnswer:
        """As Temporal does it: an activity whose worker died is run again."""
        while True:
            try:
                return await self.send()
            except WorkerDied:
                continue

    async def row(self) -> dict[str, Any]:
        """The message as stored."""
        [row] = (await self.scene.campaign.snapshot())["messages"]
        return row


@pytest_asyncio.fixture
async def texting(scene: Scene) -> Texting:
    """A follow-up that may be sent."""
    await scene.campaign.set_plan(CampaignPlan(follow_ups=(RULE,)))
    return Texting(scene, ScriptedMessenger(), await scene.campaign.call(NUMBER))


async def test_a_service_is_told_all_that_the_rule_says(texting: Texting) -> None:
    """The second of two rules; nothing of a message is what it would be by itself."""
    await texting.scene.campaign.set_plan(CampaignPlan(follow_ups=(RULE, FollowUpRule("Again, {{name}}!"))))
    began = datetime.now(UTC)
    await texting.send(rule=1)
    [asked], row = texting.messenger.asked, await texting.row()
    assert asked == TextMessage(
        to=NUMBER,
        from_number="+14155552671",
        body="Again, Ada Moss!",
        message_id=row["id"],
        public_url="https://outbound.example",
        fictional=True,
        send_before=asked.send_before,
        proof=f"proof of {row['id']}",
    )
    assert asked.send_before - began < timedelta(seconds=2), "on a decision at most a second old (law 2)"
    assert ("sent", f"SM-{row['id']}", 1) == (row["state"], row["provider_id"], row["rule"])


async def test_an_allowed_message_is_sent_and_kept(texting: Texting) -> None:
    """Requirement 108."""
    assert MessageAnswer(sent=True, why="sent") == await texting.send()
    [message] = texting.messenger.delivered
    row = await texting.row()
    assert (NUMBER, "Thank you, Ada!", row["id"], True) == (
        message.to,
        message.body,
        message.message_id,
        message.fictional,
    )
    assert row["id"] == message.message_id
    assert ("sent", f"SM-{row['id']}") == (row["state"], row["provider_id"])
    assert ["allow"] == await _decisions(texting)
    [decided] = await texting.scene.campaign.rows(
        "SELECT attempt FROM decisions WHERE call_id = :call", call=texting.call_id
    )
    assert 0 == decided["attempt"], "behind the call's last attempt; this one had none"


async def test_a_message_that_was_sent_is_not_sent_again(texting: Texting) -> None:
    """Law 2: the answer was lost on its way to Temporal, so the activity runs again."""
    await texting.send()
    before = await texting.scene.campaign.snapshot()
    assert (await texting.send()).sent
    assert 1 == len(texting.messenger.asked)
    assert before == await texting.scene.campaign.snapshot()


async def test_the_rules_of_one_call_are_messages_of_their_own(texting: Texting) -> None:
    await texting.scene.campaign.set_plan(CampaignPlan(follow_ups=(RULE, FollowUpRule("Goodbye."))))
    await texting.send(0)
    await texting.send(1)
    assert ["Thank you, Ada!", "Goodbye."] == [message.body for message in texting.messenger.delivered]


@pytest.mark.parametrize(
    "error", [WorkerDied(), OutcomeUnknown()], ids=["the worker dies", "the answer is lost"]
)
@pytest.mark.parametrize("left", [True, False])
async def test_a_message_that_may_have_left_is_looked_up_and_never_sent_again(
    texting: Texting, error: Exception, left: bool
) -> None:
    """Law 2: better no message than two."""
    texting.messenger.errors, texting.messenger.lost = [error], left
    answer = await texting.send_until_it_answers()
    assert left == answer.sent
    assert answer.until is None
    assert left is (await texting.send()).sent, "asked once more"
    assert (1, "sent" if left else "unconfirmed") == (
        len(texting.messenger.asked),
        (await texting.row())["state"],
    )


async def test_a_message_of_unknown_fate_waits_for_a_service_that_is_away(texting: Texting) -> None:
    """Nothing is concluded from silence; Temporal asks again. Nor is what has left refused, whatever the rules say now."""
    texting.messenger.errors, texting.messenger.lost = [OutcomeUnknown()], True
    texting.messenger.away = ProviderUnavailable()
    for _ in range(2):
        with pytest.raises(ProviderUnavailable):
            await texting.send()
    texting.messenger.away = None
    await texting.scene.campaign.set_state(CampaignState.CANCELLED)
    assert (await texting.send()).sent
    assert 1 == len(texting.messenger.asked)


async def test_several_workers_with_the_same_message_send_it_once(texting: Texting) -> None:
    """Law 2: a stalled worker goes on beside the one that took over."""
    await asyncio.gather(*(texting.send() for _ in range(4)))
    assert 1 == len(texting.messenger.asked)


# Whether the person may be contacted, asked immediately before.


@pytest.mark.parametrize("channel, sent", [("all", False), ("sms", False), ("voice", True)])
async def test_a_do_not_call_list_stops_the_message_on_its_channels(
    texting: Texting, channel: str, sent: bool
) -> None:
    """Laws 2 and 4, requirement 113: an opt-out while the message waited out its delay."""
    campaign = texting.scene.campaign
    async with campaign.database.transaction() as session:
        await suppress(
            session, campaign.account_id, [NUMBER], campaign.key_ring, channel=channel, source="operator"
        )
    answer = await texting.send()
    assert (sent, None) == (answer.sent, answer.until)
    assert (int(sent), "sent" if sent else "refused") == (
        len(texting.messenger.asked),
        (await texting.row())["state"],
    )
    assert ["allow" if sent else "refuse"] == await _decisions(texting)


@pytest.mark.parametrize("channel, sent", [(Channel.SMS, False), (Channel.VOICE, True)])
async def test_a_consent_withdrawn_for_messages_stops_the_message(
    texting: Texting, channel: Channel, sent: bool
) -> None:
    """Laws 2 and 4, requirement 113: withdrawn while the message waited out its delay."""
    campaign = texting.scene.campaign
    withdrawn = WithdrawnConsent(channels=(channel,))
    async with campaign.database.transaction() as session:
        await withdraw_consents(
            session,
            campaign.account_id,
            new_id("cons"),
            NUMBER,
            withdrawn,
            campaign.key_ring,
            actor="key_1",
        )
    assert sent is (await texting.send()).sent
    assert ["allow" if sent else "refuse"] == await _decisions(texting)


@pytest.mark.parametrize("state", [CampaignState.CANCELLING, CampaignState.CANCELLED])
async def test_a_cancelled_campaign_sends_no_more(texting: Texting, state: CampaignState) -> None:
    """Requirement 102."""
    await texting.scene.campaign.set_state(state)
    assert MessageAnswer(sent=False, why=f"The campaign is {state}.") == await texting.send()
    assert [] == texting.messenger.asked


async def test_a_completed_campaign_still_sends_its_last_message(texting: Texting) -> None:
    """The campaign is completed when its calls are; their follow-ups may still wait out their delay."""
    await texting.scene.campaign.set_state(CampaignState.COMPLETED)
    assert (await texting.send()).sent


async def test_a_paused_campaign_postpones_the_message(texting: Texting) -> None:
    """Requirement 102, law 3: a postponement is no refusal, and leaves no trace that the message was tried."""
    await texting.scene.campaign.set_state(CampaignState.PAUSED)
    answer = await texting.send()
    assert answer.until is not None
    assert (False, []) == (answer.sent, texting.messenger.asked)
    assert "created" == (await texting.row())["state"]
    await texting.scene.campaign.set_state(CampaignState.RUNNING)
    assert (await texting.send()).sent
    assert ["defer", "allow"] == await _decisions(texting)


async def test_a_message_outside_hours_waits_for_the_next_opening(texting: Texting) -> None:
    """Requirement 102: messages keep the hours of calls."""
    opens = datetime.now(ZoneInfo("Europe/Berlin")).replace(second=0, microsecond=0) + timedelta(hours=2)
    window = CustomWindow(tuple(range(7)), f"{opens:%H:%M}", f"{opens + timedelta(hours=1):%H:%M}")
    await texting.scene.campaign.set_plan(CampaignPlan(hours=(window,), follow_ups=(RULE,)))
    answer = await texting.send()
    assert (False, opens.astimezone(UTC)) == (answer.sent, answer.until)
    assert [] == texting.messenger.asked


@pytest.mark.parametrize("channel, sent", [(WritingChannel.SMS, True), (WritingChannel.EMAIL, False)])
async def test_a_message_goes_by_the_way_the_person_wants_to_be_written_to(
    texting: Texting, channel: WritingChannel, sent: bool
) -> None:
    await prefers(texting.scene, PreferenceValue(PreferenceKind.WRITING, channels=(channel,)))
    answer = await texting.send()
    assert (sent, None) == (answer.sent, answer.until)
    assert sent or "written to by e-mail" in answer.why
    assert sent is bool(texting.messenger.delivered)


async def test_a_message_waits_for_the_hours_the_person_asked_for(texting: Texting) -> None:
    await prefers(texting.scene, hours_on(day_ahead(2)))
    answer = await texting.send()
    assert answer.until is not None
    assert day_ahead(2) == DAYS[answer.until.astimezone(ZoneInfo("Europe/Berlin")).weekday()]
    assert [] == texting.messenger.asked


# What the service may say.


@pytest.mark.parametrize(
    "error",
    [ProviderUnavailable(), ProviderThrottled(retry_after=7), SendRefused(code="too_late")],
    ids=["unavailable", "throttled", "too late"],
)
async def test_a_message_that_certainly_did_not_leave_is_sent_later(
    texting: Texting, error: Exception
) -> None:
    texting.messenger.errors = [error]
    answer = await texting.send()
    assert (False, 60.0) == (answer.sent, answer.wait_seconds)
    assert (await texting.send()).sent
    assert 1 == len(texting.messenger.delivered)


@pytest.mark.parametrize(
    "error",
    [
        RecipientRefused(code="21614"),
        ProviderRefused(code="21606"),
        SendRefused(code="not_loopback"),
    ],
)
async def test_a_message_that_is_refused_is_not_tried_again(texting: Texting, error: Exception) -> None:
    """Requirement 108: the vendor's code is kept as the reason."""
    texting.messenger.errors = [error]
    answer = await texting.send()
    assert (False, None) == (answer.sent, answer.until)
    row = await texting.row()
    assert ("refused", getattr(error, "code", None)) == (row["state"], row["reason"])
    assert not (await texting.send()).sent
    assert 1 == len(texting.messenger.asked)


async def test_a_refusal_of_our_credentials_is_not_the_messages_end(texting: Texting) -> None:
    """Requirement 108: it waits, and leaves when they are accepted again."""
    texting.messenger.errors = [CredentialsRefused(code="20003")]
    answer = await texting.send()
    assert (False, "The service refuses our credentials.") == (answer.sent, answer.why)
    assert (300.0, "created") == (answer.wait_seconds, (await texting.row())["state"])
    assert (await texting.send()).sent


@dataclass(frozen=True, slots=True)
class NotOpen(FixedConnections):
    """Not opened yet; credentials that cannot be read are counted here, others open."""

    refusals: list[str] = field(default_factory=list)
    is_open: list[bool] = field(default_factory=list)

    def opened(self, ref: ConnectionRef) -> Telephony | None:  # type: ignore[override]
        """Once it was asked for."""
        return FixedConnections.opened(self, ref) if self.is_open else None

    async def telephony(self, ref: ConnectionRef) -> Telephony:
        """Opens it, or cannot."""
        if self.refusals:
            self.refusals.pop()
            raise CredentialsRefused
        self.is_open.append(True)
        return FixedConnections.opened(self, ref)


async def test_a_message_waits_for_credentials_that_cannot_be_read(texting: Texting) -> None:
    """Nothing is decided or written meanwhile; then it is opened, and the message leaves once."""
    connections = NotOpen(texting.scene.carrier, texting.messenger, refusals=["once"])
    texting.scene.tools = replace(texting.scene.tools, connections=connections)
    request = MessageRequest(texting.scene.campaign.account_id, texting.call_id, 0)
    answer = await run(MessageActivities(texting.scene.tools).send_message, request)
    assert (False, "The service refuses our credentials.", 300.0) == (
        answer.sent,
        answer.why,
        answer.wait_seconds,
    )
    assert ([], []) == ((await texting.scene.campaign.snapshot())["messages"], await _decisions(texting))
    assert (await run(MessageActivities(texting.scene.tools).send_message, request)).sent
    assert (1, ["allow"]) == (len(texting.messenger.asked), await _decisions(texting))


@pytest.mark.parametrize("fate", ["delivered", "failed"])
@pytest.mark.parametrize("error", [None, OutcomeUnknown()], ids=["answered", "the answer is lost"])
async def test_a_report_that_overtakes_the_answer_to_the_send_holds(
    texting: Texting, fate: str, error: Exception | None
) -> None:
    """What became of a message for good is never written over: a failed one would look sent."""

    async def report(message: TextMessage) -> None:
        async with texting.scene.campaign.database.transaction() as session:
            await record_message_report(session, message.message_id, state=fate, reason=None)

    texting.messenger.errors, texting.messenger.lost = [error] if error else [], True
    texting.messenger.before_answer = report
    await texting.send()
    assert fate == (await texting.row())["state"]
    assert 1 == len(texting.messenger.asked)


@pytest.mark.parametrize("fates", [("delivered", "failed", "sent"), ("failed", "delivered", "sent")])
async def test_the_first_word_of_what_became_of_a_message_for_good_counts(
    texting: Texting, fates: tuple[str, ...]
) -> None:
    """Law 5: reports come in any order, and again."""
    await texting.send()
    message_id = (await texting.row())["id"]
    for fate in fates:
        async with texting.scene.campaign.database.transaction() as session:
            await record_message_report(session, message_id, state=fate, reason=None)
    assert fates[0] == (await texting.row())["state"]


async def test_a_person_who_told_the_service_to_stop_is_suppressed_everywhere(texting: Texting) -> None:
    """Law 4: an opt-out applies to every channel."""
    texting.messenger.errors = [RecipientOptedOut(code="21610")]
    assert not (await texting.send()).sent
    [suppression] = (await texting.scene.campaign.snapshot())["suppressions"]
    assert ("all", "carrier_opt_out", texting.call_id) == (
        suppression["channel"],
        suppression["source"],
        suppression["call_id"],
    )


async def test_no_call_no_message(texting: Texting) -> None:
    texting.call_id = CallId("call_of_somebody_else")
    assert MessageAnswer(sent=False, why="There is no such call.") == await texting.send()


async def _decisions(texting: Texting) -> list[str]:
    found = await texting.scene.campaign.rows(
        "SELECT verdict FROM decisions WHERE call_id = :call_id AND channel = 'sms' ORDER BY id",
        call_id=texting.call_id,
    )
    return [decision["verdict"] for decision in found]
