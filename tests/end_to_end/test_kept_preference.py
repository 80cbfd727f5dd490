"""A wish about contact, through the processes of production: heard in one call, kept, and honoured by the next."""

from simulators.people.person import Person, Pickup, Reply
from tests.end_to_end.house import House, Lead, until
from tests.end_to_end.judge import judge

WANTS_WRITING = Person(
    name="wants_writing",
    pickup=Pickup(rings_s=0.3),
    greeting="Hello?",
    waits_ms=450,
    replies=(
        Reply(times=1, say="Please text me instead, I am at work."),
        Reply(when=r"\b(goodbye|bye)\b", say="Bye.", hang_up=True),
    ),
    otherwise=Reply(say="Bye.", hang_up=True),
    patience_s=10,
)


async def test_whoever_wants_to_be_written_to_is_written_to_and_not_called_again(house: House) -> None:
    """By no campaign of the account, and people are told why; the opt-out list knows nothing of them."""
    lead, parts = Lead(WANTS_WRITING), await house.parts()
    first = await house.closed((await house.place(lead, parts=parts)).json()["id"])
    (kept,) = (await house.get(f"/preferences?number=%2B{lead.number[1:]}"))["data"]
    assert ("writing", ["sms"]) == (kept["kind"], kept["writing"])
    assert ("said_on_call", first["id"]) == (kept["source"], kept["call_id"])
    assert "text me instead" in kept["words"].lower()
    instead = {"text": "As you wished, in writing.", "results": ["writing_wanted"], "delay_seconds": 0}
    campaign = await house.campaign_of([lead], parts=parts, follow_ups=[instead])
    await house.finished(campaign)
    call = (await house.calls_of(campaign))[lead.number]
    assert "writing_wanted" == call["result"]
    assert 1 == len(await house.dials(lead))

    async def is_written_to() -> bool:
        sent = (await house.ledger())["messages"]
        return ["As you wished, in writing."] == [each["body"] for each in sent if each["to"] == lead.number]

    await until(is_written_to)
    refused = await house.place(lead, parts=parts)
    assert (409, "may_not_be_called") == (refused.status_code, refused.json()["code"])
    assert "asked to be written to by text message" in refused.json()["detail"]
    assert [] == (await house.get(f"/dnc?number=%2B{lead.number[1:]}"))["data"]
    await judge(house, campaign)
