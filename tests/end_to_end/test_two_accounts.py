"""An operator brings an account with the carrier: its trunk's calls, messages and callbacks are that account's alone.

The world's ledger says whose each was; the journal, what the product answered to each of the carrier's signed requests.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest_asyncio

from tests.end_to_end.house import OUR_NUMBER, House, Lead, until
from tests.end_to_end.judge import judge
from tests.end_to_end.people import SAYS_HELLO, YES

SID, NUMBER = f"AC{os.urandom(16).hex()}", "+14155552673"
FOLLOW_UPS = [{"text": "Thank you, {{first_name}}.", "delay_seconds": 0, "results": ["talked"]}]


@dataclass(frozen=True, slots=True)
class Brought:
    """The second account, as the product knows it: its connection, and what campaigns on its trunk are made of."""

    connection: dict[str, Any]
    parts: dict[str, str]

    async def put(self, house: House, token: str) -> None:
        """Tell the product another token."""
        path = f"/connections/{self.connection['id']}/credentials"
        answer = await house.api.put(path, json={"credentials": credentials(token)})
        assert answer.is_success, answer.text


def credentials(token: str) -> dict[str, str]:
    """What opens the second account."""
    return {"account_sid": SID, "auth_token": token}


async def rotate(house: House, token: str) -> None:
    """Open the second account at the carrier, or change its token there."""
    order = {SID: {"auth_token": token, "numbers": [NUMBER]}}
    assert (await house.world.put("/control/twilio-accounts", json=order)).is_success


@pytest_asyncio.fixture(scope="module")
async def brought(house: House) -> Brought:
    await rotate(house, "first-token")
    connection = await house.post(
        "/connections",
        {
            "name": "brought",
            "kind": "telephony",
            "vendor": "twilio",
            "credentials": credentials("first-token"),
        },
    )
    trunk = await house.trunk(caller_number=NUMBER, connection_id=connection["id"])
    return Brought(connection, await house.parts(trunk_id=trunk))


@dataclass(frozen=True, slots=True)
class Held:
    """A campaign on each account's trunk, side by side, told to the end: what the world says of both."""

    ours: Sequence[Lead]
    theirs: Sequence[Lead]
    campaigns: Sequence[str]
    ledger: dict[str, Any]
    requests: Sequence[dict[str, Any]]


@pytest_asyncio.fixture(scope="module")
async def held(house: House, brought: Brought) -> Held:
    ours, theirs = [Lead(YES), Lead(YES)], [Lead(YES), Lead(YES)]
    campaigns = [
        await house.campaign_of(leads, parts=parts, follow_ups=FOLLOW_UPS)
        for leads, parts in ((ours, None), (theirs, brought.parts))
    ]
    for campaign in campaigns:
        await house.finished(campaign)
    delivered = """
        SELECT count(*) FROM messages m JOIN calls c ON c.id = m.call_id
        WHERE m.state = 'delivered' AND c.campaign_id = ANY($1::text[]) HAVING count(*) = 4
    """
    await house.until_row(delivered, campaigns)
    return Held(ours, theirs, campaigns, await house.ledger(), await requests_of_the_carrier(house))


async def requests_of_the_carrier(house: House) -> list[dict[str, Any]]:
    """Those that were answered, each with the account that signed it."""
    told = (await house.world.get("/journal", params={"service": "twilio.webhook"})).json()
    return [each for each in told if each["event"] == "answered"]


def whose(entries: Sequence[dict[str, Any]], leads: Sequence[Lead]) -> list[tuple[str, bool]]:
    """The number and whether the second account did it, of each dial or message to these leads."""
    numbers = [lead.number for lead in leads]
    return sorted((each["to"], each["account"] == SID) for each in entries if each["to"] in numbers)


async def test_each_trunk_goes_through_its_own_account(house: House, held: Held) -> None:
    leads = (*held.ours, *held.theirs)
    once_each = sorted((lead.number, lead in held.theirs) for lead in leads)
    assert once_each == whose(held.ledger["calls"], leads)
    assert once_each == whose(held.ledger["messages"], leads)
    assert {lead.number for lead in held.theirs} == {
        each["to"] for kind in ("calls", "messages") for each in held.ledger[kind] if each["account"] == SID
    }
    for dial in await house.dials(*leads):
        assert (NUMBER if dial["account"] == SID else OUR_NUMBER) == dial["from"]
        assert ("Are you happy with us?" in dial["heard_text"], []) == (True, dial["violations"])
    for campaign in held.campaigns:
        for call in (await house.calls_of(campaign)).values():
            assert ("closed", "talked") == (call["state"], call["result"])
            turns = await house.transcript(call["id"])
            assert "Yes." in [turn["text"] for turn in turns if turn["speaker"] == "person"]
    await judge(house, *held.campaigns)


async def test_what_the_carrier_tells_is_told_by_the_account_that_it_concerns(
    house: House, brought: Brought, held: Held
) -> None:
    """Every request of the second account names an attempt or message of its campaign, proves it, and is believed."""
    statement = """
        SELECT a.id FROM attempts a JOIN calls c ON c.id = a.call_id WHERE c.campaign_id = $1
        UNION ALL SELECT m.id FROM messages m JOIN calls c ON c.id = m.call_id WHERE c.campaign_id = $1
    """
    ids = {row["id"] for row in await house.rows(statement, held.campaigns[1])}
    by_second = [told for told in held.requests if told["account"] == SID]
    assert (4, ids) == (
        len(ids),
        {known for told in by_second for known in ids if f"/{known}" in told["url"]},
    )
    for told in held.requests:
        is_theirs = any(f"/{known}" in told["url"] for known in ids)
        is_proven = f"through={brought.connection['id']}." in told["url"]
        assert {told["account"] == SID} == {is_theirs, is_proven}, told["url"]
    assert {200, 204} == {told["status"] for told in by_second}


async def test_a_stop_written_to_the_second_accounts_number_binds(house: House, brought: Brought) -> None:
    """Law 4: on every trunk."""
    person = Lead(YES)
    await house.cast([person])
    stop = {
        "from": person.number,
        "to": NUMBER,
        "body": "STOP",
        "webhook": brought.connection["addresses"]["messages"],
    }
    answer = await house.world.post("/control/inbound-sms", json=stop)
    assert {"webhook_status": 200} == answer.json()
    for parts in (None, brought.parts):
        campaign = await house.campaign_of([person], parts=parts)
        await house.finished(campaign)
        assert "never_dialled" == (await house.calls_of(campaign))[person.number]["result"]
    assert [] == await house.dials(person)


async def test_calls_that_a_changed_token_refuses_wait_for_it_and_are_dialled_once(
    house: House, brought: Brought
) -> None:
    """A leg that is up meanwhile ends as it would; nobody who answers after the change is sent away."""
    during, after = Lead(SAYS_HELLO), [Lead(YES), Lead(YES)]
    first = await house.campaign_of([during], parts=brought.parts)
    await house.until_row(
        "SELECT 1 FROM attempts a JOIN calls c ON c.id = a.call_id WHERE c.campaign_id = $1 AND a.stream_opened_at IS NOT NULL",
        first,
    )
    await rotate(house, "second-token")
    second = await house.campaign_of(after, parts=brought.parts)
    await house.until_row(
        "SELECT 1 FROM trunks WHERE id = $1 AND paused_until IS NOT NULL", brought.parts["trunk_id"]
    )

    async def is_refused() -> bool:
        return 403 in [
            told["status"] for told in await requests_of_the_carrier(house) if told["account"] == SID
        ]

    # The end of the leg that is up is told with the new token; so the API has looked at the old one a moment ago.
    await until(is_refused)
    assert [] == await house.dials(*after)
    await brought.put(house, "second-token")
    for campaign in (first, second):
        await house.finished(campaign)
    dials = await house.dials(during, *after)
    assert sorted((lead.number, True) for lead in (during, *after)) == whose(dials, (during, *after))
    assert [[]] * 3 == [dial["violations"] for dial in dials]
    calls = {**await house.calls_of(first), **await house.calls_of(second)}
    assert [("talked", 1)] * 2 == [
        (calls[lead.number]["result"], calls[lead.number]["attempts"]) for lead in after
    ]
    assert ("closed", 1) == (calls[during.number]["state"], calls[during.number]["attempts"])
    await judge(house, first, second)
