"""An account's own rules bind every step that asks the rules: the next one, also of what is queued already."""

import asyncio
from typing import Any, Final

import pytest
from sqlalchemy import text

from activities.account_rules import AccountRules
from activities.campaigns import CampaignActivities
from activities.messages import MessageActivities
from database.abandonment import kept_count
from database.call_facts import facts_of_new_calls, read_facts
from database.rule_packs import NewVersion, add_rule_version
from database.session import Database, new_id
from database.suppressions import suppress
from domain.calls import DialKind, MessageRequest, ReadinessKind
from domain.campaigns import CampaignPlan, FeedRound, FollowUpRule
from domain.conversations import EndReason, Verdict
from domain.identifiers import AccountId, CallId
from domain.outcomes import BusinessOutcome
from domain.rule_packs import RulePack, parse_rule_pack
from startup.first_connections import open_account
from startup.rule_packs import read_rule_packs
from tests.activities.connections import through
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run
from tests.activities.test_feeding import _until_blocked
from tests.activities.test_messages import ScriptedMessenger
from tests.activities.test_statement_cost import _sent

KENYA: Final = "ke|Africa/Nairobi|KE|"
_PACK = """
name = "ke"
version = 2026-12-01
source = "{source}"
countries = ["KE"]
holidays = "KE"
closed_on_holidays = false
consent = {{ survey = "none", service = "none", marketing = "none" }}
hours = {{ {hours} }}
"""
OPEN: Final = parse_rule_pack(_PACK.format(source="open", hours='mon-sun = ["00:00-24:00"]'))
SHUT: Final = parse_rule_pack(_PACK.format(source="shut", hours=""))
TEXT: Final = CampaignPlan(follow_ups=(FollowUpRule("Thank you."),))


async def put(scene: Scene, pack: RulePack, account_id: AccountId | None = None) -> str:
    """The account's next version, which somebody has answered for; its rule set."""
    shipped = read_rule_packs().named("ke")
    assert shipped is not None
    new = NewVersion(
        new_id("rpv"), pack, shipped.rule_set, ("hours",), "A test needs it at any hour.", "key_1", None
    )
    async with scene.tools.database.transaction() as session:
        added = await add_rule_version(session, account_id or scene.campaign.account_id, new)
    return f"{shipped.rule_set}+own.{added.revision}"


async def decisions(scene: Scene, call_id: CallId) -> list[tuple[str, str]]:
    found = await scene.campaign.rows(
        "SELECT verdict, rule_set FROM decisions WHERE call_id = :call ORDER BY id", call=call_id
    )
    return [(row["verdict"], row["rule_set"]) for row in found]


async def test_a_version_made_between_the_look_and_the_dial_binds_the_dial(scene: Scene) -> None:
    """Law 2. Each decision names the version it was made by."""
    opened = await put(scene, OPEN)
    first = await scene.campaign.call(NUMBER, hours_key=KENYA)
    assert DialKind.PLACED is (await scene.prepared_dial(first)).kind
    second = await scene.campaign.call(OTHER_NUMBER, hours_key=KENYA)
    assert ReadinessKind.READY is (await scene.prepare(second)).kind
    shut = await put(scene, SHUT)
    assert DialKind.REFUSED is (await scene.dial(second)).kind
    assert [("allow", opened)] == await decisions(scene, first)
    assert [("refuse", shut)] == await decisions(scene, second)
    assert 1 == len(scene.carrier.requests)


async def test_a_version_made_while_the_dial_waits_for_its_number_binds_it(scene: Scene) -> None:
    """What the lock waited for is seen: the version is read behind it, not when the statement began."""
    await put(scene, OPEN)
    call_id, campaign = await scene.campaign.call(NUMBER, hours_key=KENYA), scene.campaign

    async def read() -> Any:
        async with campaign.database.transaction() as session:
            return await read_facts(session, campaign.account_id, call_id, campaign.key_ring)

    async with campaign.database.transaction() as session:
        await session.execute(
            text("""
                SELECT pg_advisory_xact_lock(('x' || left(encode(l.number_hash, 'hex'), 16))::bit(64)::bigint)
                FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
            """),
            {"call": call_id},
        )
        reading = asyncio.create_task(read())
        await _until_blocked(scene)
        shut = await put(scene, SHUT)
    facts = await reading
    async with campaign.database.transaction() as session:
        packs = await scene.tools.rule_packs.of(session, campaign.account_id, facts.rule_versions)
    held = packs.named("ke")
    assert held is not None
    assert shut == held.rule_set


async def test_the_feeder_takes_the_accounts_hours_and_names_its_rules(scene: Scene) -> None:
    """Whatever the hour is: these rules are open, and the shipped ones need not be."""
    opened = await put(scene, OPEN)
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        await suppress(session, campaign.account_id, [NUMBER], campaign.key_ring, channel="all", source="api")
    listed = await campaign.lead(NUMBER, hours_key=KENYA)
    await campaign.lead(OTHER_NUMBER, hours_key=KENYA)
    await run(CampaignActivities(scene.tools).feed, FeedRound(campaign.account_id, campaign.campaign_id, 1))
    [order] = scene.temporal.orders.values()
    assert order.ready is not None
    assert ReadinessKind.READY is order.ready.kind, (
        "it was claimed with a line, as one that may be called now"
    )
    assert [("refuse", opened)] == await decisions(scene, CallId(f"call_{listed[5:]}"))


async def test_the_feeder_finds_nobody_ready_whom_the_accounts_rules_forbid(scene: Scene) -> None:
    await put(scene, SHUT)
    await scene.campaign.lead(NUMBER, hours_key=KENYA)
    account_id, campaign_id = scene.campaign.account_id, scene.campaign.campaign_id
    await run(CampaignActivities(scene.tools).feed, FeedRound(account_id, campaign_id, 1))
    assert [None] == [order.ready for order in scene.temporal.orders.values()]
    assert 0 == await scene.lines_taken()


@pytest.mark.parametrize(("pack", "sent"), [(OPEN, True), (SHUT, False)], ids=["open", "shut"])
async def test_a_message_answers_to_the_accounts_rules(scene: Scene, pack: RulePack, sent: bool) -> None:
    rule_set = await put(scene, pack)
    await scene.campaign.set_plan(TEXT)
    call_id = await scene.campaign.call(NUMBER, hours_key=KENYA)
    tools = through(scene.tools, messenger=ScriptedMessenger())
    request = MessageRequest(scene.campaign.account_id, call_id, 0)
    assert sent is (await run(MessageActivities(tools).send_message, request)).sent
    assert [("allow" if sent else "refuse", rule_set)] == await decisions(scene, call_id)


@pytest.mark.parametrize(("pack", "state"), [(OPEN, "waiting"), (SHUT, "closed")], ids=["open", "shut"])
async def test_a_promise_is_kept_within_the_accounts_hours(scene: Scene, pack: RulePack, state: str) -> None:
    await put(scene, OPEN)
    call_id = await scene.campaign.call(NUMBER, hours_key=KENYA)
    await scene.prepared_dial(call_id)
    verdict = Verdict(BusinessOutcome.CALLBACK, "Call me.", callback_phrase="the day after tomorrow at four")
    await scene.converse(call_id, verdict, EndReason.FINISHED)
    await put(scene, pack)
    await scene.close(call_id)
    assert state == (await scene.campaign.row("calls", call_id))["state"]


async def test_another_accounts_rules_are_its_own(scene: Scene, database: Database) -> None:
    async with database.transaction() as session:
        other = await open_account(session, "another")
    await put(scene, OPEN)
    await put(scene, SHUT, other)
    call_id = await scene.campaign.call(NUMBER, hours_key=KENYA)
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind


async def test_what_a_version_says_is_read_once_and_asked_for_with_the_facts(scene: Scene) -> None:
    """A decision costs no statement more for an account with rules of its own."""
    await put(scene, OPEN)
    campaign = scene.campaign
    call_ids = [await campaign.call(number, hours_key=KENYA) for number in (NUMBER, OTHER_NUMBER)]
    rules = AccountRules(read_rule_packs())
    async with campaign.database.transaction() as session:  # as its feeder does each minute
        await kept_count(session, campaign.account_id, campaign.campaign_id)
    asked, versions = [], set()
    for call_id in call_ids:
        with _sent(campaign.database) as sent:
            async with campaign.database.transaction() as session:
                facts = await read_facts(session, campaign.account_id, call_id, campaign.key_ring)
                assert facts is not None
                await rules.of(session, campaign.account_id, facts.rule_versions)
                versions.add(facts.rule_versions)
        asked.append(len(sent))
    assert [2, 1] == asked
    async with campaign.database.transaction() as session:
        found = await facts_of_new_calls(session, campaign.account_id, call_ids, campaign.key_ring)
    assert 2 == len(found)
    assert versions == {facts.rule_versions for facts in found}


async def test_a_version_that_is_not_there_is_never_taken_for_the_shipped_rules(scene: Scene) -> None:
    """Law 2: what is not known is not called."""
    rules = AccountRules(read_rule_packs())
    async with scene.tools.database.transaction() as session:
        with pytest.raises(AssertionError):
            await rules.of(session, scene.campaign.account_id, ["rpv_of_nobody"])
