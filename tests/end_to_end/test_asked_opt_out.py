"""A likely opt-out is asked about, and one by mistake taken back, through the processes of production; the ledger judges."""

from typing import Any

from simulators.people.person import Person, Pickup, Reply
from tests.end_to_end.house import House, Lead
from tests.end_to_end.judge import judge

_UNSURE: dict[str, Any] = {
    "pickup": Pickup(rings_s=0.3),
    "greeting": "Hello?",
    "waits_ms": 450,
    "patience_s": 12,
}
UNSURE = Person(
    name="unsure",
    replies=(
        Reply(times=1, say="I don't think I want these calls."),
        Reply(when="off our list", times=1, say="Yes."),
        Reply(when=r"\b(not call|bye|goodbye)\b", say="Bye.", hang_up=True),
    ),
    **_UNSURE,
)
MISTAKEN = Person(
    name="mistaken",
    replies=(
        Reply(times=1, say="Please stop calling me."),
        Reply(when="call you again", times=1, say="No, no, keep me on the list.", interrupt_after_ms=100),
        Reply(when="stays on our list", times=1, say="Goodbye.", hang_up=True),
    ),
    **_UNSURE,
)


async def _called(house: House, person: Person) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The closed call to this person, and what the do-not-call list says of them."""
    lead = Lead(person)
    placed = await house.place(lead, parts=await house.parts())
    call = await house.closed(placed.json()["id"])
    listed: list[dict[str, Any]] = (await house.get(f"/dnc?number=%2B{lead.number[1:]}"))["data"]
    return call, listed


async def test_a_likely_opt_out_binds_once_they_say_yes(house: House) -> None:
    """Law 4: with the sentence that led to the question as evidence."""
    call, (entry,) = await _called(house, UNSURE)
    assert "opt_out" == call["outcome"]
    assert "said_on_call" == entry["source"]
    assert "want these calls" in entry["words"].lower()
    await judge(house)


async def test_an_opt_out_by_mistake_is_taken_back_in_the_call(house: House) -> None:
    call, listed = await _called(house, MISTAKEN)
    assert [] == listed
    assert "opt_out" != call["outcome"]
    assert call["needs_review"]
    await judge(house)
