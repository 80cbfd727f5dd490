"""What is explained is what a dial would be told: the same rows, the same rules, the same answer."""

from datetime import timedelta

import pytest

from activities.contact_explanations import explain
from database.call_facts import look_at_facts
from database.supposed_calls import facts_of_lead
from database.suppressions import suppress
from domain.calls import ReadinessKind
from domain.campaigns import AttemptCaps, CampaignPlan, CampaignState, CustomWindow, Purpose
from domain.contactability import Channel, ContactVerdict
from domain.identifiers import CallId, LeadId
from tests.activities.scene import NUMBER, Scene

SEOUL = "kr|Asia/Seoul|KR|"
MARKETING = CampaignPlan(Purpose.MARKETING)
NIGHT_ONLY = CampaignPlan(hours=(CustomWindow((0,), "03:00", "03:01"),), caps=AttemptCaps(per_day=1))
ARRANGED = {
    "nothing against it": "",
    "on the list": "listed",
    "the campaign is paused": "paused",
    "consent is missing": "marketing",
    "outside the campaign's hours": "night",
    "nobody knows where": "placeless",
    "a moment was chosen": "chosen",
}
_SAME = {
    ContactVerdict.ALLOW: ReadinessKind.READY,
    ContactVerdict.DEFER: ReadinessKind.WAIT,
    ContactVerdict.REFUSE: ReadinessKind.REFUSED,
}


async def _arranged(scene: Scene, what: str) -> CallId:
    place = {"marketing": SEOUL, "placeless": ""}.get(what, "simulation|Europe/Berlin|DE|")
    call_id = await scene.campaign.call(NUMBER, hours_key=place)
    if what == "listed":
        async with scene.campaign.database.transaction() as session:
            account_id, key_ring = scene.campaign.account_id, scene.campaign.key_ring
            await suppress(session, account_id, [NUMBER], key_ring, channel="all", source="api")
    elif what == "paused":
        await scene.campaign.set_state(CampaignState.PAUSED)
    elif what in ("marketing", "night"):
        await scene.campaign.set_plan(MARKETING if what == "marketing" else NIGHT_ONLY)
    elif what == "chosen":
        await scene.campaign.run(
            "UPDATE calls SET not_before = now() + interval '1 day' WHERE id = :call", call=call_id
        )
    return call_id


@pytest.mark.parametrize("what", ARRANGED.values(), ids=ARRANGED)
async def test_the_explanation_is_the_decision_that_the_call_then_meets(scene: Scene, what: str) -> None:
    call_id, campaign = await _arranged(scene, what), scene.campaign
    async with campaign.database.transaction() as session:
        facts = await look_at_facts(session, campaign.account_id, call_id, campaign.key_ring)
    assert facts is not None
    why = explain(facts, scene.tools.rule_packs.shipped, facts.now, channel=Channel.VOICE)
    assert _SAME[why.answer.verdict] is (await scene.prepare(call_id)).kind
    for stored in await campaign.rows("SELECT * FROM decisions WHERE call_id = :call", call=call_id):
        assert (str(why.answer.verdict), why.answer.rule_set) == (stored["verdict"], stored["rule_set"])
        assert [
            {"code": reason.code, "text": reason.text, "rules": [rule.name for rule in reason.rules]}
            for reason in why.answer.reasons
        ] == stored["reasons"]
        # What has no end of its own (a paused campaign) is looked at again from each look on.
        assert why.answer.until is None or abs(why.answer.until - stored["until"]) < timedelta(seconds=30)


async def test_a_lead_without_a_call_is_explained_as_its_call_would_be(scene: Scene) -> None:
    campaign = scene.campaign
    call_id = await campaign.call(NUMBER)
    lead_id = LeadId(f"lead_{call_id[5:]}")
    async with campaign.database.transaction() as session:
        planned = await facts_of_lead(session, campaign.account_id, lead_id, campaign.key_ring)
    await campaign.run("DELETE FROM calls WHERE id = :call", call=call_id)
    await campaign.run("UPDATE leads SET state = 'ready' WHERE id = :lead", lead=lead_id)
    async with campaign.database.transaction() as session:
        unplanned = await facts_of_lead(session, campaign.account_id, lead_id, campaign.key_ring)
        assert [] == await campaign.rows("SELECT id FROM calls WHERE id = :call", call=call_id)
    assert planned is not None
    assert unplanned is not None
    assert (True, False) == (planned[1], unplanned[1])
    now = planned[0].now
    first, second = (
        explain(facts, scene.tools.rule_packs.shipped, now, channel=Channel.VOICE)
        for facts in (planned[0], unplanned[0])
    )
    assert first == second
    assert [] == await campaign.rows("SELECT id FROM calls WHERE id = :call", call=call_id), "it was supposed"


async def test_a_stranger_is_told_of_nobodys_lead(scene: Scene) -> None:
    campaign = scene.campaign
    lead_id = await campaign.lead(NUMBER)
    async with campaign.database.transaction() as session:
        other = type(campaign.account_id)("acc_another")
        assert await facts_of_lead(session, other, lead_id, campaign.key_ring) is None
