"""What proves an opt-out stands in the list's entry: what was said, pressed or written, when, and in which dial."""

from typing import Any

from simulators.people.person import Person, Pickup, Reply
from tests.end_to_end.house import House, Lead
from tests.end_to_end.judge import at, judge
from tests.end_to_end.people import OPTS_OUT

PRESSES_NINE = Person(
    name="presses_nine",
    pickup=Pickup(rings_s=0.3),
    greeting="Hello?",
    waits_ms=450,
    replies=(
        Reply(times=1, press="9"),
        Reply(when="again", times=1, press="9"),
        Reply(when=r"\b(not call|bye|goodbye)\b", say="Bye.", hang_up=True),
    ),
    patience_s=10,
)


async def _listed(house: House, lead: Lead) -> tuple[dict[str, Any], dict[str, Any]]:
    """A call to this person, and the entry that came of it."""
    placed = await house.place(lead, parts=await house.parts())
    call = await house.closed(placed.json()["id"])
    (entry,) = (await house.get(f"/dnc?number=%2B{lead.number[1:]}"))["data"]
    return call, entry


async def test_an_entry_tells_what_was_said_when_and_in_which_dial(house: House) -> None:
    """Law 4, through the processes of production."""
    call, entry = await _listed(house, Lead(OPTS_OUT))
    assert ("said_on_call", call["id"]) == (entry["source"], entry["call_id"])
    assert "take me off your list" in entry["words"].lower()
    (dial,) = await house.get(f"/calls/{call['id']}/attempts")
    assert dial["id"] == entry["attempt_id"]
    assert at(dial["answered_at"]) < at(entry["said_at"]) < at(entry["created_at"]) < at(dial["ended_at"])
    await judge(house)


async def test_an_entry_tells_that_a_key_was_pressed(house: House) -> None:
    _, entry = await _listed(house, Lead(PRESSES_NINE))
    assert ("pressed_on_call", "pressed 9") == (entry["source"], entry["words"])
    assert at(entry["said_at"]) < at(entry["created_at"])
    await judge(house)
