"""What the media server is told of a call: all that its agent was given, the same while it rings as when it is answered."""

from dataclasses import replace
from inspect import signature
from typing import Any, Final

from database.agents import add_agent
from database.call_facts import read_facts
from database.conversation_plans import conversation_plan
from database.conversations import open_stream
from domain.campaigns import CampaignPlan
from domain.conversations import Backup, ConversationPlan, Engine, Menus, RecogniserName
from domain.identifiers import attempt_id
from domain.timeouts import Timeouts
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene

# Of each something else than what an agent has by itself, or a plan.
GIVEN: Final[dict[str, Any]] = {
    "voice": "aura-2-celeste-es",
    "voice_model": "aura-2",
    "model": "claude-haiku-4-5",
    "engine": Engine.REALTIME,
    "recogniser": RecogniserName.NOVA,
    "backup": Backup(RecogniserName.OPENAI, "gpt-6-luna", "a voice", "eleven_flash_v2_5"),
    "language": "es-MX",
    "languages": ("en-US", "de"),
    "pronunciation": {"SQL": "ess cue ell"},
    "menus": Menus.NAVIGATE,
    "opt_out_key": "2",
    "timeouts": Timeouts(prompts=(1_000, 2_000), moment=7_000, voice_budget=500),
}
CALLED: Final = CampaignPlan(longest_call_seconds=120, record=True)


async def test_all_that_an_agent_was_given_reaches_its_conversations(scene: Scene) -> None:
    """A setting that is left out on the way is shown to the operator, and does nothing."""
    campaign = scene.campaign
    assert set(GIVEN) == set(signature(add_agent).parameters) - {"session", "account_id", "name"}
    async with campaign.database.transaction() as session:
        agent = await add_agent(session, campaign.account_id, name="Lucía", **GIVEN)
    await campaign.run("UPDATE campaigns SET agent_id = :agent WHERE id = :id", agent=agent.id)
    await campaign.set_plan(CALLED)
    call_id = await campaign.call(NUMBER, consents=("recording",))
    await scene.prepared_dial(call_id)
    attempt, key_ring = attempt_id(call_id, 1), campaign.key_ring
    async with campaign.database.transaction() as session:
        facts = await read_facts(session, campaign.account_id, call_id, key_ring, attempt_id=attempt)
        opened = await open_stream(
            session, attempt, key_ring, carrier_call_id=f"CA-{attempt}", epoch=1, process="media-1"
        )
    assert facts is not None
    assert opened is not None
    told = conversation_plan(opened, attempt)
    assert told == conversation_plan(facts, attempt)
    expected = {
        **GIVEN,
        "timeouts": replace(GIVEN["timeouts"], longest_call=120_000),
        "agent_id": agent.id,
        "record": True,
        "recording_consent": True,
    }
    assert expected == {name: getattr(told, name) for name in expected}
    bare = ConversationPlan(told.account_id, call_id, attempt, told.campaign_id, told.workflow_id)
    assert [] == [name for name in expected if getattr(bare, name) == expected[name]]
    # What else somebody agreed to is no consent to be recorded; where they live follows from country and state.
    elsewhere = replace(
        facts, consents=frozenset(("express",)), hours_key="us|America/Chicago,America/Denver|US|TX"
    )
    plain = conversation_plan(replace(elsewhere, plan={}), attempt)
    assert (False, False) == (plain.recording_consent, plain.record)
    assert (("America/Chicago", "America/Denver"), "America/Chicago") == (plain.zones, plain.lives_in)
    nowhere = conversation_plan(replace(facts, hours_key=""), attempt)
    assert ((), None) == (nowhere.zones, nowhere.lives_in)
    lead = replace(facts.person, name="Siobhan Lee", variables={"phonetic_first_name": "shivawn"})
    named = conversation_plan(replace(facts, person=lead), attempt)
    assert GIVEN["pronunciation"] | {"Siobhan": "shivawn"} == named.pronunciation
    # What the operator taught the agent has the last word.
    taught = replace(facts.person, name="SQL Lee", variables={"phonetic_first_name": "sequel"})
    assert GIVEN["pronunciation"] == conversation_plan(replace(facts, person=taught), attempt).pronunciation
