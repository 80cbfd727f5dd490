"""The whole system with an agent of two languages: what its call shows afterwards."""

from domain.language.fixed_texts import FIXED_TEXTS
from simulators.people.person import Person, Pickup, Reply
from tests.end_to_end.house import House, Lead
from tests.end_to_end.judge import judge

ASKS_FOR_SPANISH = Person(
    name="asks_for_spanish",
    pickup=Pickup(rings_s=0.3),
    greeting="Hello?",
    waits_ms=300,
    replies=(
        Reply(times=1, say="Can we speak Spanish, please?"),
        Reply(when="gracias", say="Por favor, no me llame más."),
        Reply(when="adiós", say="Adiós.", hang_up=True),
    ),
    patience_s=10,
)


async def test_a_call_shows_the_language_and_the_mood_in_which_it_ended(house: House) -> None:
    """Requirements 214 and 215: from the agent's languages to the call; the opt-out is confirmed in Spanish."""
    parts = await house.parts()
    agent = await house.post("/agents", {"name": f"Both for {parts['agent_id']}", "languages": ["es-MX"]})
    lead = Lead(ASKS_FOR_SPANISH)
    placed = await house.place(lead, parts={**parts, "agent_id": agent["id"]})
    call = await house.closed(placed.json()["id"])
    assert ("opt_out", "es-MX", "neutral") == (call["outcome"], call["language"], call["sentiment"])
    (said,) = (await house.get(f"/calls/{call['id']}/transcript"))["conversations"]
    assert ("es-MX", "neutral") == (said["language"], said["sentiment"])
    ours = [turn["text"] for turn in said["turns"] if turn["speaker"] == "agent"]
    assert FIXED_TEXTS["es"].opt_out_confirmation == ours[-1]
    await judge(house)
