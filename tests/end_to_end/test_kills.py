"""Nothing twice, nothing lost: processes are killed at named points and at seeded random times.

Every test watches that its point is reached, and fails if it never is.
"""

import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode

from local.postgres import connect
from simulators.people.person import Person
from tests.end_to_end.house import House, Lead, until
from tests.end_to_end.judge import judge
from tests.end_to_end.people import LINGERS, OPTS_OUT, SAYS_HELLO, VOICEMAIL, YES

ALL = ("postgres", "temporal", "codec", "api", "media-1", "media-2", "worker")


@dataclass(frozen=True, slots=True)
class Scene:
    """Calls that stand at each named point of a call's life at this moment."""

    campaigns: Sequence[str]
    leads: Sequence[Lead]
    claimed: str

    @property
    def everybody(self) -> Sequence[str]:
        """All campaigns."""
        return (*self.campaigns, self.claimed)


@asynccontextmanager
async def at_every_point(house: House) -> AsyncIterator[Scene]:
    """One call each before it is placed, while it is being placed, after it and in conversation, and fresh claims."""
    before, asking, placed, talking = Lead(SAYS_HELLO), Lead(SAYS_HELLO), Lead(LINGERS), Lead(LINGERS)
    first_out, claims = Lead(SAYS_HELLO), [Lead(SAYS_HELLO) for _ in range(20)]
    slow = await house.parts(trunk_id=await house.trunk(calls_per_second=1))
    quick = await house.parts()
    await house.fault(
        "twilio.place", "slow_before_effect", match={"to": asking.number}, parameters={"seconds": 3}
    )
    await house.fault("twilio.place", "slow", match={"to": placed.number}, parameters={"seconds": 8})

    live = await house.campaign_of([talking], parts=quick)
    await house.until_row("SELECT 1 FROM calls WHERE campaign_id = $1 AND state = 'live'", live)
    drafts = [
        await house.draft([first_out, before], parts=slow),
        await house.draft([placed], parts=quick),
        await house.draft([asking], parts=quick),
    ]
    claimed = await house.draft(claims, parts=quick)
    async with held_before_place(house, drafts[0]):
        await house.post(f"/campaigns/{drafts[1]}/start")
        await until(lambda: is_dialled(house, placed))
        await house.post(f"/campaigns/{drafts[2]}/start")
        await house.until_row(f"{ATTEMPTS_OF} AND a.state = 'placing'", drafts[2])
        assert [] == await house.dials(asking)
        await house.post(f"/campaigns/{claimed}/start")
        await house.until_row("SELECT 1 FROM calls WHERE campaign_id = $1 AND state = 'claimed'", claimed)
        yield Scene([live, *drafts], [before, asking, placed, talking, first_out, *claims], claimed)


UNCONFIRMED = "SELECT 1 FROM calls WHERE campaign_id = ANY($1::text[]) AND result = 'unconfirmed'"
ATTEMPTS_OF = "SELECT a.id, a.state FROM attempts a JOIN calls c ON c.id = a.call_id WHERE c.campaign_id = $1"


# Stops the compare-and-set of one campaign's attempts for as long as somebody holds the lock of this number.
HOLD = 20_261_129
HOLDING = """
    CREATE OR REPLACE FUNCTION held_before_place() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT FROM calls c WHERE c.id = NEW.call_id AND c.campaign_id = '{campaign}') THEN
            PERFORM pg_advisory_xact_lock({hold});
        END IF;
        RETURN NEW;
    END $$;
    CREATE OR REPLACE TRIGGER held_before_place BEFORE UPDATE ON attempts FOR EACH ROW
    WHEN (OLD.state = 'created' AND NEW.state = 'placing') EXECUTE FUNCTION held_before_place();
"""


@asynccontextmanager
async def held_before_place(house: House, campaign: str) -> AsyncIterator[None]:
    """Start the campaign and stop one of its attempts between its creation and its placing."""
    connection = await connect(house.system.environment["DATABASE_URL"])
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", HOLD)
        await connection.execute(HOLDING.format(campaign=campaign, hold=HOLD))
        await house.post(f"/campaigns/{campaign}/start")
        await house.until_row(
            "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted", HOLD
        )
        yield
    finally:
        connection.terminate()


async def is_dialled(house: House, lead: Lead) -> bool:
    return bool(await house.dials(lead))


async def not_begun(house: House, campaign: str) -> int:
    """How many of the campaign's claimed calls Temporal has never heard of."""
    environment = house.system.environment
    client = await Client.connect(
        environment["TEMPORAL_ADDRESS"], namespace=environment["TEMPORAL_NAMESPACE"]
    )
    missing = 0
    for row in await house.rows("SELECT lead_id FROM calls WHERE campaign_id = $1", campaign):
        try:
            await client.get_workflow_handle(f"call/{campaign}/{row['lead_id']}").describe()
        except RPCError as error:
            if error.status is not RPCStatusCode.NOT_FOUND:
                raise
            missing += 1
    return missing


@pytest.mark.timeout(200)
async def test_killed_at_every_point(house: House) -> None:
    """The worker, each server and everything at once; what one kill left open lives through the next one as well.

    Requirement 88.
    """
    scenes = []
    for victims in (("worker",), ("postgres",), ("temporal",), ALL):
        async with at_every_point(house) as scene:
            house.record_was_away |= victims is ALL or "postgres" in victims
            if victims is ALL:
                house.system.kill_all()
            else:
                await house.system.kill(victims[0])
        await start_again(house, scene, victims)
        scenes.append(scene)
    for scene in scenes:
        for campaign in scene.everybody:
            await house.finished(campaign, 90)
        dialled = {dial["to"] for dial in await house.dials(*scene.leads)}
        undialled = {lead.number for lead in scene.leads} - dialled
        # Killed between its mark and its request, a dial is never sent again: it ends as unconfirmed (law 1).
        unconfirmed = await house.rows(UNCONFIRMED, scene.everybody)
        assert len(undialled) <= len(unconfirmed)
    await judge(house, *(campaign for scene in scenes for campaign in scene.everybody))


async def start_again(house: House, scene: Scene, victims: Sequence[str]) -> None:
    """The servers first; while no worker runs, some claimed calls must be unknown to Temporal: the point was reached."""
    for name in victims:
        if name == "worker":
            assert await not_begun(house, scene.claimed) > 0
        await house.system.restart(name)


async def test_api_is_killed_between_store_and_signal(house: House) -> None:
    """Temporal is stopped, so that the API stands between the two; then the API is killed, and nothing is lost.

    Requirement 216.
    """
    leads = [Lead(SAYS_HELLO) for _ in range(3)]
    campaign = await house.campaign_of(leads)
    await until(lambda: has_answered(house, leads))
    house.system.pause("temporal")
    try:
        waiting = (
            "SELECT 1 FROM call_events WHERE campaign_id = $1 AND kind = 'leg.ended' AND delivered_at IS NULL"
        )
        await house.until_row(waiting, campaign)
        await house.system.kill("api")
        assert 1 <= len(await house.rows(waiting, campaign))
    finally:
        house.system.resume("temporal")
    await house.system.restart("api")
    await house.finished(campaign)
    late = "SELECT 1 FROM call_events WHERE campaign_id = $1 AND kind = 'leg.ended' AND delivered_at IS NULL"
    assert [] == await house.rows(late, campaign)
    await judge(house, campaign)


async def has_answered(house: House, leads: list[Lead]) -> bool:
    dials = await house.dials(*leads)
    return len(dials) == len(leads) and all(dial["streams"] for dial in dials)


@pytest.mark.parametrize("seed", [20261121])
async def test_killed_at_random_times(house: House, seed: int) -> None:
    """Requirement 88."""
    dice = random.Random(seed)
    people: list[str | Person] = [YES, SAYS_HELLO, VOICEMAIL, OPTS_OUT, "busy_then_cooperative", "busy"]
    leads = [Lead(people[place % len(people)]) for place in range(18)]
    parts = await house.parts(trunk_id=await house.trunk(lines=6, calls_per_second=4))
    campaign = await house.campaign_of(leads, parts=parts)
    for _ in range(5):
        await house.after(dice.uniform(0.2, 2.5))
        victim = dice.choice(ALL)
        house.record_was_away |= victim == "postgres"
        await house.system.kill(victim)
        await house.system.restart(victim)
    await house.finished(campaign, 100)
    await judge(house, campaign)
