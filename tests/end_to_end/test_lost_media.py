"""A media process is lost in mid-conversation: another goes on with its calls, and nobody is dialled twice (requirement 123)."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from domain.outcomes import TechnicalResult
from tests.end_to_end.house import House, Lead, until
from tests.end_to_end.judge import judge
from tests.end_to_end.people import LINGERS, STAYS, YES

PROCESSES = ("media-1", "media-2")
_TALKING = """
    SELECT a.id, a.media_process FROM attempts a JOIN calls c ON c.id = a.call_id JOIN conversation_snapshots s
    ON s.attempt_id = a.id WHERE c.campaign_id = $1
"""
_RESULTS = "SELECT a.result, a.stream_epoch FROM attempts a JOIN calls c ON c.id = a.call_id WHERE c.campaign_id = $1"


async def _silent_seconds(house: House, lead: Lead, lost_at: datetime) -> float:
    """How long after the loss the person heard us again."""
    [dial] = await house.dials(lead)
    answered_at = datetime.fromisoformat(dial["answered_at"])
    lost_ms = 1000 * (lost_at - answered_at).total_seconds()
    return (
        min(float(word["at_ms"]) - lost_ms for word in dial["heard"] if word["at_ms"] > lost_ms + 300) / 1000
    )


async def _in_conversation(house: House, lead: Lead, seconds: float, **plan: Any) -> tuple[str, str]:
    """The campaign of one call that heard its opening so long ago, and the process that holds it."""
    parts = await house.parts(script={"disclosure": "I am automated. This call is recorded."})
    campaign = await house.campaign_of([lead], parts=parts, **plan)
    await until(lambda: _has_heard(house, lead, "recorded"))
    await house.after(seconds)
    row = await house.until_row(f"{_TALKING} AND a.stream_epoch > 0", campaign)
    return campaign, row["media_process"]


async def _has_heard(house: House, lead: Lead, word: str) -> bool:
    dials = await house.dials(lead)
    return bool(dials) and any(word in heard["text"].lower() for heard in dials[0]["heard"])


async def _goes_on(house: House, lead: Lead, campaign: str, lost: str) -> str:
    """The id of the call, once it went on in another process and came to its end."""
    await until(lambda: _has_heard(house, lead, "sorry"), 20)
    await house.system.restart(lost)
    await house.finished(campaign)
    [row] = await house.rows(_RESULTS, campaign)
    assert (TechnicalResult.TALKED, 2) == (row["result"], row["stream_epoch"])
    assert 1 == len(await house.dials(lead))
    [call] = (await house.calls_of(campaign)).values()
    said = [turn["text"] for turn in await house.transcript(call["id"])]
    assert any("automated" in text for text in said), said
    assert any("happy" in text.lower() for text in said), said
    await judge(house, campaign)
    return str(call["id"])


async def test_another_process_goes_on_after_a_kill_and_what_was_recorded_plays(house: House) -> None:
    """Requirements 125, 159: a kill costs the open segment, never a closed one; the next process records on."""
    lead = Lead(STAYS)
    campaign, lost = await _in_conversation(house, lead, 11, record=True)
    lost_at = datetime.now(UTC)
    await house.system.kill(lost)
    call_id = await _goes_on(house, lead, campaign, lost)
    assert await _silent_seconds(house, lead, lost_at) < 3
    recording = await house.get(f"/calls/{call_id}/attempts/1/recording")
    assert 12 <= recording["seconds"]
    assert (False, 0) == (recording["is_complete"], recording["lost_segments"])
    sound = await house.api.get(recording["url"])
    assert (200, recording["bytes"]) == (sound.status_code, len(sound.content))


async def test_another_process_goes_on_when_one_stands_still(house: House) -> None:
    """The supervisor kills it after two silent seconds; only then does the carrier notice."""
    lead = Lead(STAYS)
    campaign, lost = await _in_conversation(house, lead, 2)  # a snapshot is taken once a second
    lost_at = datetime.now(UTC)
    house.system.pause(lost)
    await _goes_on(house, lead, campaign, lost)
    assert await _silent_seconds(house, lead, lost_at) < 6


async def test_with_every_process_lost_the_call_ends_and_is_tried_again(house: House) -> None:
    leads = [Lead(LINGERS), Lead(LINGERS)]
    campaign = await house.campaign_of(leads)
    talking = "SELECT 1 FROM attempts a JOIN calls c ON c.id = a.call_id WHERE c.campaign_id = $1 HAVING count(a.stream_opened_at) = 2"
    await house.until_row(talking, campaign)
    for name in PROCESSES:
        await house.system.kill(name)
    await until(lambda: _all_hung_up(house, leads), 30)
    for name in PROCESSES:
        await house.system.restart(name)
    await house.finished(campaign)
    results = [row["result"] for row in await house.rows(_RESULTS, campaign)]
    assert 2 == results.count(TechnicalResult.CONVERSATION_LOST)
    assert len(await house.dials(*leads)) > 2
    await judge(house, campaign)


async def _all_hung_up(house: House, leads: list[Lead]) -> bool:
    return all(dial["ended_at"] for dial in await house.dials(*leads))


async def test_a_process_that_is_told_to_stop_ends_its_calls_and_gets_no_new_ones(house: House) -> None:
    staying, coming = Lead(LINGERS), [Lead(YES) for _ in range(3)]
    first = await house.campaign_of([staying])
    row = await house.until_row(f"{_TALKING} AND a.stream_epoch > 0", first)
    stopping = asyncio.create_task(house.system.restart(row["media_process"]))
    await house.until_row(
        "SELECT 1 FROM media_processes WHERE process = $1 AND NOT accepts", row["media_process"]
    )
    second = await house.campaign_of(coming)
    await house.finished(first)
    await house.finished(second)
    await stopping
    [stayed] = await house.rows(_RESULTS, first)
    assert 1 == stayed["stream_epoch"]
    assert TechnicalResult.CONVERSATION_LOST != stayed["result"]
    assert [(TechnicalResult.TALKED, 1)] * 3 == [
        (row["result"], row["stream_epoch"]) for row in await house.rows(_RESULTS, second)
    ]
    await judge(house, first, second)
