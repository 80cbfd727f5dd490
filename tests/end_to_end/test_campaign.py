"""Campaigns from the upload to the last outcome, through real audio, with all kinds of people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest_asyncio

from tests.end_to_end.house import House, Lead, until
from tests.end_to_end.judge import at, judge, most_at_once, most_in_a_second
from tests.end_to_end.people import (
    ASKS_LATER,
    OPTS_OUT,
    RING_ON,
    RINGS_ON,
    SAYS_HELLO,
    SAYS_NO_MORE,
    VOICEMAIL,
    YES,
)

NEW_YORK = ZoneInfo("America/New_York")


@dataclass(frozen=True, slots=True)
class Mixed:
    """A campaign that met all kinds of people, and a second one that wanted one of them as well."""

    leads: Mapping[str, Lead]
    calls: Mapping[str, Mapping[str, Any]]
    second_calls: Mapping[str, Mapping[str, Any]]
    ledger: Mapping[str, Any]

    def call(self, who: str) -> Mapping[str, Any]:
        """The first campaign's call to this lead."""
        return self.calls[self.leads[who].number]

    def dials(self, who: str) -> list[Mapping[str, Any]]:
        """The ledger's calls to this lead."""
        return [call for call in self.ledger["calls"] if call["to"] == self.leads[who].number]


@pytest_asyncio.fixture(scope="session")
async def mixed(house: House) -> Mixed:
    now = datetime.now(NEW_YORK)
    opens, closes = ((now + timedelta(hours=hours)).strftime("%H:%M") for hours in (-1, 1))
    leads = {
        "yes": Lead(YES, "Ada Lovelace", "ada@example.org"),
        "busy twice": Lead("busy_then_cooperative"),
        "voicemail": Lead(VOICEMAIL),
        "opting out": Lead(OPTS_OUT),
        "later": Lead(ASKS_LATER),
        "invalid": Lead("invalid_number"),
        "never there": Lead("no_answer"),
        "in New York": Lead(SAYS_HELLO, number="+12125550100", hours=("America/New_York", opens, closes)),
        "in Honolulu": Lead(SAYS_HELLO, number="+18085550100", hours=("Pacific/Honolulu", opens, closes)),
    }
    around_the_world = [leads.pop("in New York"), leads.pop("in Honolulu")]
    first = await house.campaign_of(
        list(leads.values()),
        sync_crm=True,
        follow_ups=[{"text": "Thank you, {{first_name}}.", "delay_seconds": 0, "results": ["talked"]}],
    )
    await until(lambda: has_dialled(house, [leads["opting out"]], 1))
    second = await house.campaign_of([leads["opting out"]])
    hours = [{"weekdays": list(range(7)), "opens": opens, "closes": closes}]
    third = await house.campaign_of(around_the_world, hours=hours)
    leads |= {"in New York": around_the_world[0], "in Honolulu": around_the_world[1]}

    async def is_still() -> bool:
        """All is done but what waits for another hour."""
        return [1, 0, 1] == [
            sum(call["state"] != "closed" for call in (await house.calls_of(campaign)).values())
            for campaign in (first, second, third)
        ]

    async def is_followed_through() -> bool:
        """The last call's text message and CRM record are there."""
        ledger = await house.ledger()
        numbers = {lead.number for lead in leads.values()}
        return (
            len([m for m in ledger["messages"] if m["to"] in numbers]) >= 2
            and len(ledger["crm"]["calls"]) >= 6
        )

    await house.until_row(
        "SELECT 1 FROM suppressions s JOIN calls c ON c.id = s.call_id WHERE campaign_id = $1", first
    )
    # The second call waits for the first one's end; resuming a campaign has its waiting calls look again at once.
    await house.post(f"/campaigns/{second}/pause")
    await house.post(f"/campaigns/{second}/resume")
    await until(is_still, 60, every=0.3)
    await until(is_followed_through, 20, every=0.3)
    calls = {**await house.calls_of(third), **await house.calls_of(first)}
    return Mixed(leads, calls, await house.calls_of(second), await house.ledger())


async def test_every_law_holds_for_a_mixed_campaign(house: House, mixed: Mixed) -> None:
    await judge(house)


async def test_mvp(house: House, mixed: Mixed) -> None:
    """Requirements 1, 144 and 212: lead upload, a spoken call, its log, CRM sync."""
    call, (dial,), ada = mixed.call("yes"), mixed.dials("yes"), mixed.leads["yes"]
    assert ("closed", "talked", 1) == (call["state"], call["result"], call["attempts"])
    assert "Hi Ada, Maya here." in dial["heard_text"]
    turns = await house.transcript(call["id"])
    assert "Yes." in [turn["text"] for turn in turns if turn["speaker"] == "person"]
    assert any("Are you happy with us?" in turn["text"] for turn in turns if turn["speaker"] == "agent")
    kinds = [event["kind"] for event in (await house.get(f"/calls/{call['id']}/events"))["data"]]
    assert {"attempt.created", "leg.ended", "conversation.reported"} <= set(kinds)
    contacts = [c for c in mixed.ledger["crm"]["contacts"] if ada.email in str(c)]
    records = [c for c in mixed.ledger["crm"]["calls"] if call["id"] in str(c)]
    assert (1, 1) == (len(contacts), len(records))


def test_busy_is_called_again_until_somebody_answers(mixed: Mixed) -> None:
    """Requirements 30 and 83."""
    assert ["busy", "busy", "completed"] == [dial["status"] for dial in mixed.dials("busy twice")]
    assert ("talked", 3) == (mixed.call("busy twice")["result"], mixed.call("busy twice")["attempts"])


def test_voicemail_hears_its_message_after_the_beep(mixed: Mixed) -> None:
    """Requirement 56."""
    (dial,) = mixed.dials("voicemail")
    assert "voicemail_left" == mixed.call("voicemail")["result"]
    assert "Maya called, goodbye." in dial["heard_text"]
    assert (
        min(word["at_ms"] for word in dial["heard"] if word["text"] == "called,") > dial["said"][0]["at_ms"]
    )


async def test_opt_out_stops_the_other_campaigns_call(house: House, mixed: Mixed) -> None:
    """Law 4, requirement 113: durable before the call ended, one dial in all; the call that came second was refused for good."""
    number = mixed.leads["opting out"].number
    first, second = mixed.calls[number], mixed.second_calls[number]
    (dial,) = mixed.dials("opting out")
    (stored,) = await house.rows("SELECT created_at FROM suppressions WHERE call_id = $1", first["id"])
    assert stored["created_at"] < at(dial["ended_at"])
    assert {"talked", "never_dialled"} == {first["result"], second["result"]}
    assert [] == [message for message in mixed.ledger["messages"] if message["to"] == number]


def test_callback_waits_for_the_moment_that_was_asked_for(mixed: Mixed) -> None:
    call = mixed.call("later")
    asked = datetime.fromisoformat(call["next_attempt_at"])
    assert ("waiting", "callback", 1) == (call["state"], call["outcome"], len(mixed.dials("later")))
    assert asked > datetime.now(UTC)
    assert 0 == asked.minute


def test_invalid_number_is_never_dialled(mixed: Mixed) -> None:
    assert ("closed", "invalid_number", []) == (
        mixed.call("invalid")["state"],
        mixed.call("invalid")["result"],
        mixed.dials("invalid"),
    )


def test_nobody_there_is_tried_as_often_as_planned(mixed: Mixed) -> None:
    assert ["no-answer"] * 3 == [dial["status"] for dial in mixed.dials("never there")]
    assert "no_answer" == mixed.call("never there")["result"]


def test_one_closed_zone_does_not_hold_up_an_open_one(mixed: Mixed) -> None:
    assert 1 == len(mixed.dials("in New York"))
    assert ("waiting", []) == (mixed.call("in Honolulu")["state"], mixed.dials("in Honolulu"))


def test_follow_up_reaches_only_those_who_talked(mixed: Mixed) -> None:
    """Requirement 102."""
    numbers = {lead.number: who for who, lead in mixed.leads.items()}
    sent = [(numbers[m["to"]], m["body"]) for m in mixed.ledger["messages"] if m["to"] in numbers]
    assert [("busy twice", "Thank you, Ann."), ("yes", "Thank you, Ada.")] == sorted(sent)


async def test_caps_and_lines_are_used_fully_and_never_exceeded(house: House) -> None:
    """Requirement 15: far more leads than lines."""
    parts = await house.parts(trunk_id=await house.trunk(lines=2, calls_per_second=5))
    leads = [Lead("busy") for _ in range(14)]
    campaign = await house.campaign_of(leads, parts=parts, retries={"busy": {"attempts": 1}})
    await house.finished(campaign)
    dials = await house.dials(*leads)
    assert (14, 2) == (len(dials), most_at_once(dials))
    assert most_in_a_second([dial["requested_ms"] for dial in dials]) in (3, 4, 5)
    await judge(house, campaign)


async def test_paused_campaign_dials_nobody_until_it_is_resumed(house: House) -> None:
    """The one line is taken until the pause was answered, however long that takes."""
    parts = await house.parts(trunk_id=await house.trunk(lines=1))
    leads = [Lead(RINGS_ON) for _ in range(3)]
    campaign = await house.campaign_of(leads, parts=parts, **RING_ON)
    await until(lambda: has_dialled(house, leads, 1))
    await house.post(f"/campaigns/{campaign}/pause")
    [ringing] = await house.dials(*leads)
    await house.cast([Lead(SAYS_HELLO, number=lead.number) for lead in leads])
    await house.cancel(campaign, ringing["to"])
    statement = "SELECT 1 FROM calls WHERE campaign_id = $1 HAVING bool_and(state IN ('waiting', 'closed')) AND count(*) FILTER (WHERE state = 'closed') = 1"
    await house.until_row(statement, campaign)
    assert 1 == len(await house.dials(*leads))
    await house.post(f"/campaigns/{campaign}/resume")
    closed = "SELECT 1 FROM calls WHERE campaign_id = $1 HAVING count(*) FILTER (WHERE state = 'closed') = 3"
    await house.until_row(closed, campaign)
    assert 3 == len(await house.dials(*leads))
    await judge(house, campaign)


async def has_dialled(house: House, leads: list[Lead], dials: int) -> bool:
    return len(await house.dials(*leads)) >= dials


async def test_cancelled_campaign_hangs_up_and_calls_nobody_else(house: House) -> None:
    """Both lines talk until the cancel is heard, however long that takes."""
    parts = await house.parts(trunk_id=await house.trunk(lines=2))
    patient = await house.post("/agents", {"name": "Patience", "timeouts": {"prompts": [60_000]}})
    leads = [Lead(SAYS_NO_MORE) for _ in range(4)]
    campaign = await house.campaign_of(
        leads, parts={**parts, "agent_id": patient["id"]}, longest_call_seconds=120
    )
    live = "SELECT 1 FROM calls WHERE campaign_id = $1 AND state = 'live' HAVING count(*) = 2"
    await house.until_row(live, campaign)
    await house.post(f"/campaigns/{campaign}/cancel")
    await house.finished(campaign)
    dials = await house.dials(*leads)
    assert {"api"} == {dial["ended_by"] for dial in dials}
    assert 2 == len(dials)
    await judge(house)
