"""A document goes in over the API, and a person who asks for what it says hears it, with its source in the transcript."""

from simulators.people.person import Person, Reply
from tests.end_to_end.house import House, Lead
from tests.end_to_end.judge import judge

QUESTION = "How long does delivery take?"
DOCUMENT = """# Shops

Our shops in Reno and Oslo open at nine.

# Delivery

Delivery takes three working days. Large parcels need a week.
"""
ANSWER = "Delivery takes three working days."
CURIOUS = Person(
    name="curious",
    greeting="Hello?",
    replies=(Reply(when="happy", say=QUESTION, times=1), Reply(when="happy", say="Yes, I am.")),
    otherwise=Reply(say="Okay."),
)


async def test_a_question_is_answered_from_an_uploaded_document(house: House) -> None:
    """Requirement 69: the answer cites the right passage."""
    parts = await house.parts()
    upload = {"file": ("terms.md", DOCUMENT.encode(), "text/markdown")}
    added = await house.api.post(f"/agents/{parts['agent_id']}/documents", files=upload)
    assert 201 == added.status_code, added.text
    placed = await house.place(Lead(CURIOUS), parts=parts)
    assert 202 == placed.status_code, placed.text
    call = await house.closed(placed.json()["id"])
    turns = await house.transcript(call["id"])
    answers = [turn for turn in turns if ANSWER in turn["text"]]
    assert answers, turns
    assert {"document_id": added.json()["id"], "name": "terms.md", "place": 2} == answers[0]["sources"][0]
    assert not any(turn["sources"] for turn in turns if turn is not answers[0])
    await judge(house)
