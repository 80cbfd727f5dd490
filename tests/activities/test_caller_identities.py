"""Which number a dial shows: one of the account's own that fits, the same for a lead each time, and never one that is not its own."""

from dataclasses import replace
from typing import Any

import pytest

from activities.contact_facts import number_shown
from database.call_facts import read_facts
from database.caller_identities import add_caller, remove_caller, store_answer
from database.finished_calls import read_call_record
from database.sealing import KeyRing
from database.session import Database, new_id
from database.trunks import accounts_of_caller
from domain.caller_identities import CallerIdentity
from domain.calls import DialKind
from domain.campaigns import CampaignPlan, Purpose
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId
from domain.outcomes import BusinessOutcome
from providers.errors import OutcomeUnknown
from startup.first_connections import open_account
from tests.activities.carrier import Answer
from tests.activities.scene import NUMBER, Scene, scene_of
from tests.database.campaign_rows import running_campaign

OURS, SECOND = "+14155552690", "+14155552691"
TRUNKS = "+14155552671"


async def identity(scene: Scene, number: str, *, held_as: str | None = "owned", **more: Any) -> str:
    """A number of the scene's connection, with its carrier's word."""
    trunk = await scene.campaign.row("trunks", scene.campaign.trunk_id)
    caller = replace(CallerIdentity("", number, trunk["connection_id"], tuple(Purpose)), **more)
    async with scene.tools.database.transaction() as session:
        added = (await add_caller(session, scene.campaign.account_id, caller)).identity.id
        await store_answer(session, scene.campaign.account_id, added, held_as=held_as)
    return added


async def picks(scene: Scene, *ids: str, purpose: Purpose = Purpose.SURVEY) -> None:
    await scene.campaign.set_plan(CampaignPlan(purpose=purpose, caller_identities=ids))


async def reasons(scene: Scene, call_id: CallId) -> list[str]:
    found = await scene.campaign.rows(
        "SELECT reasons FROM decisions WHERE call_id = :call ORDER BY id DESC LIMIT 1", call=call_id
    )
    return [reason["code"] for row in found for reason in row["reasons"]]


async def test_a_campaign_of_before_shows_its_trunks_number(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind
    assert [TRUNKS] == [request.from_number for request in scene.carrier.requests]


async def test_the_picked_number_is_shown_and_known_for_everything_that_follows(scene: Scene) -> None:
    """A dial of unknown fate is found by it, the CRM is told it, and whoever answers it by text means this account."""
    await picks(scene, await identity(scene, OURS))
    scene.carrier.answers = [Answer(OutcomeUnknown())]
    scene.carrier.shows_correlation = False
    call_id = await scene.campaign.call(NUMBER)
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind
    assert [OURS] == [request.from_number for request in scene.carrier.requests]
    assert [OURS] == [search["from_number"] for search in scene.carrier.searches]
    known = await scene.known(call_id)
    assert known is not None
    assert OURS == known.caller_number
    await scene.converse(call_id, Verdict(BusinessOutcome.INTERESTED, "yes"), EndReason.FINISHED)
    scene.carrier.end(f"CA-{call_id}-1", None)
    await scene.hang_up(call_id)
    await scene.close(call_id)
    async with scene.tools.database.transaction() as session:
        account_id, key_ring = scene.campaign.account_id, scene.campaign.key_ring
        record = await read_call_record(session, account_id, call_id, key_ring)
        assert record is not None
        assert OURS == record.caller_number
        assert account_id in await accounts_of_caller(session, OURS)


@pytest.mark.parametrize(
    ("more", "kind", "code"),
    [
        ({"held_as": None}, DialKind.DEFERRED, "caller_unverified"),
        ({"purposes": (Purpose.MARKETING,)}, DialKind.REFUSED, "caller_unfit"),
        ({"countries": ("US",)}, DialKind.REFUSED, "caller_unfit"),
        ({"countries": ("DE",)}, DialKind.PLACED, None),
    ],
)
async def test_a_number_that_does_not_fit_is_not_dialled_with(
    scene: Scene, more: dict[str, Any], kind: DialKind, code: str | None
) -> None:
    """Held while the carrier may still say that it is ours, refused where it never fits; the trunk's number takes no place."""
    await picks(scene, await identity(scene, OURS, **more))
    call_id = await scene.campaign.call(NUMBER)
    assert kind is (await scene.prepared_dial(call_id)).kind
    if code is not None:
        assert [code] == await reasons(scene, call_id)
        assert (0, []) == (await scene.lines_taken(), scene.carrier.requests)


async def test_a_number_that_is_lost_between_the_look_and_the_dial_is_not_shown(scene: Scene) -> None:
    """Law 2: and goes on by itself when its carrier calls it the account's again."""
    caller = await identity(scene, OURS)
    await picks(scene, caller)
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    async with scene.tools.database.transaction() as session:
        assert await store_answer(session, scene.campaign.account_id, caller, held_as=None)
    assert DialKind.DEFERRED is (await scene.dial(call_id)).kind
    async with scene.tools.database.transaction() as session:
        assert await store_answer(session, scene.campaign.account_id, caller, held_as="verified")
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind


async def test_a_removed_number_is_shown_no_more(scene: Scene) -> None:
    caller = await identity(scene, OURS)
    await picks(scene, caller)
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    async with scene.tools.database.transaction() as session:
        await remove_caller(session, scene.campaign.account_id, caller)
    assert DialKind.REFUSED is (await scene.dial(call_id)).kind
    assert [] == scene.carrier.requests


async def test_of_a_pool_a_lead_always_sees_the_same(scene: Scene) -> None:
    await picks(scene, await identity(scene, OURS), await identity(scene, SECOND))
    seen: dict[str, str] = {}
    for at in range(12):
        call_id = await scene.campaign.call(f"+4930555{at:03}")
        async with scene.tools.database.transaction() as session:
            facts = await read_facts(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
            again = await read_facts(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
        assert facts is not None
        assert again is not None
        seen[call_id] = number_shown(facts)
        assert seen[call_id] == number_shown(again)
    assert {OURS, SECOND} == set(seen.values())


async def test_another_accounts_number_is_not_shown(
    scene: Scene, database: Database, key_ring: KeyRing
) -> None:
    """Named in a plan by whatever way."""
    async with database.transaction() as session:
        other = await open_account(session, new_id("acc"))
    stranger = scene_of(await running_campaign(database, key_ring, other))
    await picks(scene, await identity(stranger, OURS))
    call_id = await scene.campaign.call(NUMBER)
    assert DialKind.REFUSED is (await scene.prepared_dial(call_id)).kind
    assert [] == scene.carrier.requests
