"""Single calls: at once, at a chosen moment, cancelled; and the words that travel in the audio alone."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.end_to_end.house import House, Lead, until
from tests.end_to_end.judge import at, judge
from tests.end_to_end.people import RING_ON, RINGS_ON, SAYS_HELLO, YES, says


async def test_call_without_a_free_line_is_refused_at_once(house: House) -> None:
    """Requirements 15 and 75: the caller who is ready to queue is called as soon as the line is free.

    It is taken until both have been answered, however long that takes.
    """
    parts = await house.parts(trunk_id=await house.trunk(lines=1))
    first, refused, queued = Lead(RINGS_ON), Lead(YES), Lead(SAYS_HELLO)
    placed = await house.place(first, parts=parts, plan=RING_ON)
    assert (202, "outbound") == (placed.status_code, placed.json()["direction"])
    answer = await house.place(refused, parts=parts)
    assert (409, "no_line_free") == (answer.status_code, answer.json()["code"])
    waiting = await house.place(queued, parts=parts, queue=True)
    assert 202 == waiting.status_code
    await house.post(f"/calls/{placed.json()['id']}/cancel")
    assert "closed" == (await house.closed(waiting.json()["id"]))["state"]
    (call,), (before,) = await house.dials(queued), await house.dials(first)
    assert at(call["requested_at"]) > at(before["ended_at"])
    assert [] == await house.dials(refused)
    await judge(house)


async def test_scheduled_calls_go_at_their_times(house: House) -> None:
    """Requirements 22, 27, 79 and 120: on time, moved, and never."""
    parts = await house.parts()
    soon = datetime.now(UTC) + timedelta(seconds=4)
    later = soon + timedelta(seconds=3)
    on_time, moved, dropped = Lead(SAYS_HELLO), Lead(SAYS_HELLO), Lead(SAYS_HELLO)
    calls = [
        (await house.place(lead, parts=parts, at=soon.isoformat())).json()
        for lead in (on_time, moved, dropped)
    ]
    listed = {call["id"] for call in (await house.get("/scheduled-calls"))["data"]}
    assert {call["id"] for call in calls} <= listed
    change = await house.api.patch(f"/scheduled-calls/{calls[1]['id']}", json={"at": later.isoformat()})
    assert 200 == change.status_code, change.text
    assert 202 == (await house.api.delete(f"/scheduled-calls/{calls[2]['id']}")).status_code
    for call in calls:
        await house.closed(call["id"])
    assert abs(at((await only(house, on_time))["requested_at"]) - soon) < timedelta(seconds=2)
    assert abs(at((await only(house, moved))["requested_at"]) - later) < timedelta(seconds=2)
    assert [] == await house.dials(dropped)
    await judge(house)


async def only(house: House, lead: Lead) -> dict[str, Any]:
    """The one dial to this lead."""
    (dial,) = await house.dials(lead)
    return dial


async def test_cancel_while_it_rings_hangs_up(house: House) -> None:
    """Requirements 18, 19 and 84 as well: the carrier's first callback comes before its answer to our request."""
    lead = Lead(RINGS_ON)
    await house.fault("twilio.place", "callback_first", match={"to": lead.number})
    call = (await house.place(lead, parts=await house.parts(), plan=RING_ON)).json()

    async def rings() -> bool:
        return any(dial["status"] == "ringing" for dial in await house.dials(lead))

    await until(rings)
    await house.post(f"/calls/{call['id']}/cancel")
    assert "cancelled" == (await house.closed(call["id"], 10))["result"]
    dial = await only(house, lead)
    assert ("api", None) == (dial["ended_by"], dial["answered_at"])
    await judge(house)


async def test_words_come_from_the_audio_alone(house: House) -> None:
    """Swapped sockets swap the transcripts; a corrupted stretch of sound loses its words and no others."""
    parts = await house.parts()
    rivers, bananas = Lead(says("Rivers run downhill.")), Lead(says("Bananas are yellow."))
    spoiled = Lead(
        YES.model_copy(update={"greeting": "Apples cherries dates everywhere.", "greeting_after_ms": 300})
    )
    for lead in (rivers, bananas):
        await house.fault("twilio.stream", "swap", match={"to": lead.number})
    await house.fault("twilio.stream", "drop_frame", match={"to": spoiled.number}, parameters={"frames": 30})
    campaign = await house.campaign_of([rivers, bananas, spoiled], parts=parts)
    await house.finished(campaign)
    calls = await house.calls_of(campaign)
    by_rivers, by_bananas, by_spoiled = [
        await said(house, calls[lead.number]["id"]) for lead in (rivers, bananas, spoiled)
    ]
    assert ("Bananas are yellow." in by_rivers, "Rivers run downhill." in by_rivers) == (True, False)
    assert ("Rivers run downhill." in by_bananas, "Bananas are yellow." in by_bananas) == (True, False)
    assert "Apples cherries dates everywhere." in (await only(house, spoiled))["said_text"]
    assert ("Apples" in by_spoiled, "everywhere." in by_spoiled) == (False, True)
    await judge(house, campaign)


async def said(house: House, call_id: str) -> str:
    """What the person said, as the product heard it."""
    return " ".join(turn["text"] for turn in await house.transcript(call_id) if turn["speaker"] == "person")


async def test_crm_that_is_down_delays_nothing_and_loses_nothing(house: House) -> None:
    """Requirement 91."""
    await house.fault("hubspot", "503", times=None)
    leads = [Lead(SAYS_HELLO, email=f"down{place}@example.org") for place in range(3)]
    campaign = await house.campaign_of(leads, sync_crm=True)
    await house.finished(campaign)
    links = "SELECT l.call_id FROM crm_links l JOIN calls c ON c.id = l.call_id WHERE c.campaign_id = $1"
    assert [] == await house.rows(links, campaign)
    assert (await house.world.delete("/control/faults")).is_success
    three = f"{links} HAVING count(*) = 3".replace("SELECT l.call_id", "SELECT count(*)")
    await house.until_row(three, campaign, limit=60)
    found = (await house.ledger())["crm"]
    for lead in leads:
        assert 1 == len([contact for contact in found["contacts"] if lead.email in str(contact)])
    records = [str(record) for record in found["calls"]]
    for call in (await house.calls_of(campaign)).values():
        assert 1 == len([record for record in records if call["id"] in record])
    await judge(house, campaign)
