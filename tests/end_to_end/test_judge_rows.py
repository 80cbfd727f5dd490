"""What the judge asks PostgreSQL: a lead without an outcome, a line that stays taken and an opt-out, planted in real rows."""

from typing import Any

import pytest

from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Turn
from local.postgres import connect
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene
from tests.end_to_end.judge import LEAKED_LINES, OPT_OUTS, TRUNKS, UNFINISHED


async def test_a_finished_campaign_has_nothing_to_tell(scene: Scene, database_url: str) -> None:
    await _closed(scene, NUMBER)
    assert [] == await _asked(database_url, UNFINISHED, [scene.campaign.campaign_id])
    assert [] == await _leaked(scene, database_url)


async def test_a_lead_that_was_never_called_is_found(scene: Scene, database_url: str) -> None:
    """Nothing may be lost."""
    await _closed(scene, NUMBER)
    lead_id = await scene.campaign.lead(OTHER_NUMBER)
    assert [(lead_id, 0)] == await _unfinished(scene, database_url)


@pytest.mark.parametrize(
    "planted",
    ["state = 'waiting'", "state = 'live'", "result = NULL", "outcome = NULL"],
)
async def test_a_call_without_its_outcome_is_found(scene: Scene, database_url: str, planted: str) -> None:
    """Law 5."""
    call_id = await _closed(scene, NUMBER)
    await scene.campaign.run(f"UPDATE calls SET {planted} WHERE id = :call", call=call_id)
    lead_id = (await scene.campaign.row("calls", call_id))["lead_id"]
    assert [(lead_id, 1)] == await _unfinished(scene, database_url)


@pytest.mark.parametrize(
    "leaked, state",
    [
        *((False, state) for state in ("claimed", "queued", "dialling", "live")),
        *((True, state) for state in ("waiting", "closed")),
    ],
)
async def test_a_line_that_stays_taken_is_found(
    scene: Scene, database_url: str, state: str, leaked: bool
) -> None:
    """Law 6: only a call that is due holds a line."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    await scene.campaign.run("UPDATE calls SET state = :state WHERE id = :call", state=state, call=call_id)
    assert ([(1, state)] if leaked else []) == await _leaked(scene, database_url)


async def test_an_opt_out_is_known_by_its_leg_until_it_is_taken_back(scene: Scene, database_url: str) -> None:
    """Law 4."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await scene.converse(call_id, Verdict(BusinessOutcome.OPT_OUT, "Never again."), EndReason.OPT_OUT)
    scene.carrier.end(f"CA-{call_id}-1", None)
    await scene.hang_up(call_id)
    await scene.close(call_id)
    [suppression] = (await scene.campaign.snapshot())["suppressions"]
    legs = [(f"CA-{call_id}-1", suppression["created_at"])]
    assert legs == await _opt_outs(scene, database_url)
    await scene.campaign.run(
        "UPDATE suppressions SET removed_at = now() WHERE id = :sup", sup=suppression["id"]
    )
    assert [] == await _opt_outs(scene, database_url)


async def test_a_trunk_is_judged_by_its_own_cap_and_lines(scene: Scene, database_url: str) -> None:
    [trunk] = [row for row in await _asked(database_url, TRUNKS) if row["id"] == scene.campaign.trunk_id]
    assert (20.0, 2) == (trunk["cap"], trunk["lines"])


async def _closed(scene: Scene, number: str) -> CallId:
    """A call that talked and was closed."""
    call_id = await scene.campaign.call(number)
    await scene.prepared_dial(call_id)
    verdict, said = Verdict(BusinessOutcome.INTERESTED, "Gladly."), (Turn(Speaker.PERSON, "Gladly.", 0, 700),)
    await scene.converse(call_id, verdict, EndReason.FINISHED, said)
    scene.carrier.end(f"CA-{call_id}-1", None)
    await scene.hang_up(call_id)
    assert (await scene.close(call_id)).closed
    return call_id


async def _asked(database_url: str, question: str, *values: Any) -> list[Any]:
    connection = await connect(database_url)
    try:
        return list(await connection.fetch(question, *values))
    finally:
        await connection.close()


async def _unfinished(scene: Scene, database_url: str) -> list[tuple[str, int]]:
    rows = await _asked(database_url, UNFINISHED, [scene.campaign.campaign_id])
    return [(row["lead"], row["calls"]) for row in rows]


async def _leaked(scene: Scene, database_url: str) -> list[tuple[int, str]]:
    rows = await _asked(database_url, LEAKED_LINES)
    return [(row["number"], row["state"]) for row in rows if row["trunk_id"] == scene.campaign.trunk_id]


async def _opt_outs(scene: Scene, database_url: str) -> list[tuple[str, Any]]:
    legs = set(scene.carrier.dialled)
    return [(row["sid"], row["at"]) for row in await _asked(database_url, OPT_OUTS) if row["sid"] in legs]
