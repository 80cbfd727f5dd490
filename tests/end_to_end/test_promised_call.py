"""A promised callback, through the processes of production: read back in the call, confirmed, and planned for that moment."""

from tests.end_to_end.house import House, Lead, until
from tests.end_to_end.judge import at, judge
from tests.end_to_end.people import ASKS_LATER


async def test_a_promise_is_read_back_confirmed_and_planned(house: House) -> None:
    placed = await house.place(Lead(ASKS_LATER), parts=await house.parts())
    call_id = placed.json()["id"]

    async def is_planned() -> bool:
        return str((await house.get(f"/calls/{call_id}"))["state"]) == "waiting"

    await until(is_planned)
    call = await house.get(f"/calls/{call_id}")
    said = [f"{turn['speaker']}: {turn['text']}" for turn in await house.transcript(call_id)]
    read_back = next(place for place, words in enumerate(said) if "I will call you again on" in words)
    assert "at 3 pm" in said[read_back]
    assert said[read_back + 1].startswith("person: Yes")
    assert "callback" == call["outcome"]
    assert not call["needs_review"]
    assert 0 == at(call["next_attempt_at"]).minute
    await judge(house)
