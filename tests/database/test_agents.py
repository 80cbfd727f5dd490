"""What an agent is stored as: columns and records that processes of this version and of the one before can read."""

import json
from typing import Any

import pytest

from database.agents import add_agent, get_agent, list_agents
from database.conversation_plans import conversation_plan
from database.conversations import open_stream
from domain.conversations import Backup, Engine, RecogniserName
from domain.identifiers import attempt_id
from domain.timeouts import Timeouts
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene

TIMEOUTS, BACKUP = Timeouts(recogniser_budget=1_234, moment=5_000), Backup(RecogniserName.FLUX, voice="a")


async def test_an_agents_choice_and_whose_permit_it_takes_are_two_columns(scene: Scene) -> None:
    async with scene.campaign.database.transaction() as session:
        made = await add_agent(
            session,
            scene.campaign.account_id,
            name="Nova",
            voice="default",
            voice_model="eleven_flash_v2_5",
            model="gpt-6-luna",
            language="en",
            timeouts=TIMEOUTS,
            recogniser=RecogniserName.NOVA,
            backup=BACKUP,
        )
        got = await get_agent(session, scene.campaign.account_id, made.id)
        listed = await list_agents(session, scene.campaign.account_id, before=None, limit=1)
    assert (RecogniserName.NOVA, TIMEOUTS, BACKUP) == (made.recogniser, made.timeouts, made.backup)
    assert [made] == [got] == listed
    row = await scene.campaign.row("agents", made.id)
    assert ("nova", "deepgram") == (row["ears"], row["recogniser"])
    assert (1_234, "flux") == (row["patience"]["recogniser_budget"], row["backup"]["recogniser"])
    assert "ears_budget" not in row["patience"]
    assert "ears" not in row["backup"]


CLAUDE_BEHIND = Backup(model="claude-haiku-4-5")


@pytest.mark.parametrize(
    ("chosen", "row"),
    [
        (
            {},
            (
                "flux",
                "deepgram",
                "elevenlabs",
                ["model/openai", "recogniser/deepgram", "synthesiser/elevenlabs"],
            ),
        ),
        (
            {
                "recogniser": RecogniserName.OPENAI,
                "voice": "eleven",
                "voice_model": "aura-2",
                "backup": CLAUDE_BEHIND,
            },
            ("openai", "openai", "deepgram", ["recogniser/openai", "synthesiser/deepgram"]),
        ),
        (
            {"engine": Engine.REALTIME, "voice": "aura", "backup": CLAUDE_BEHIND},
            ("flux", "openai", "elevenlabs", ["synthesiser/elevenlabs"]),
        ),
        (
            {"model": "claude-haiku-4-5", "recogniser": RecogniserName.NOVA},
            (
                "nova",
                "deepgram",
                "elevenlabs",
                ["model/anthropic", "recogniser/deepgram", "synthesiser/elevenlabs"],
            ),
        ),
    ],
)
async def test_an_agents_row_says_whose_permits_it_takes_and_whom_it_cannot_do_without(
    scene: Scene, chosen: dict[str, Any], row: tuple[str, str, str, list[str]]
) -> None:
    agent: dict[str, Any] = {
        "voice": "default",
        "voice_model": "eleven_flash_v2_5",
        "model": "gpt-6-luna",
        "language": "en",
        "timeouts": TIMEOUTS,
        "opt_out_key": "",
        **chosen,
    }
    async with scene.campaign.database.transaction() as session:
        made = await add_agent(session, scene.campaign.account_id, name="any", **agent)
    stored = await scene.campaign.row("agents", made.id)
    assert row == tuple(stored[name] for name in ("ears", "recogniser", "synthesiser", "relies_on"))
    assert ("", [], {}) == (stored["opt_out_key"], stored["languages"], stored["pronunciation"])


@pytest.mark.parametrize(
    ("timeouts", "backup"),
    [
        ({"ears_budget": 1_234, "moment": 5_000}, {"ears": "flux", "voice": "a"}),
        ({"recogniser_budget": 1_234, "moment": 5_000}, {"recogniser": "flux", "voice": "a"}),
    ],
    ids=["of the version before", "of this one"],
)
async def test_conversations_are_held_as_the_stored_agent_wishes(
    scene: Scene, timeouts: dict[str, Any], backup: dict[str, Any]
) -> None:
    await scene.campaign.run(
        """
        UPDATE agents SET ears = 'nova', patience = CAST(:timeouts AS jsonb), backup = CAST(:backup AS jsonb)
        FROM campaigns m WHERE m.id = :id AND agents.id = m.agent_id
        """,
        timeouts=json.dumps(timeouts),
        backup=json.dumps(backup),
    )
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    leg = (await scene.campaign.row("attempts", attempt))["carrier_call_id"]
    async with scene.campaign.database.transaction() as session:
        opened = await open_stream(
            session, attempt, scene.campaign.key_ring, carrier_call_id=leg, epoch=1, process="media-1"
        )
        assert opened is not None
        plan = conversation_plan(opened, attempt)
        shown = await get_agent(session, scene.campaign.account_id, str(plan.agent_id))
    assert (RecogniserName.NOVA, BACKUP) == (plan.recogniser, plan.backup)
    assert (1_234, 5_000) == (plan.timeouts.recogniser_budget, plan.timeouts.moment)
    assert (RecogniserName.NOVA, TIMEOUTS, BACKUP) == (shown.recogniser, shown.timeouts, shown.backup)
