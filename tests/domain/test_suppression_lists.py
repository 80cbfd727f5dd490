"""How old named do-not-call lists may be, and what an old one holds. Design.md law 2."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.campaigns import Purpose
from domain.contactability import Channel, ContactFacts, ContactVerdict, ReasonCode, decide_contact
from domain.suppression_lists import REGISTRY_DAYS, NamedList, what_lists_lack
from tests.domain.test_contactability import BERLIN, PACK

TODAY = date(2026, 12, 1)
REGISTRY = NamedList("list_1", "Registry", "voice", Purpose.MARKETING, TODAY, REGISTRY_DAYS)


@pytest.mark.parametrize(
    ("age", "limit", "stale"),
    [
        (31, 31, False),
        (32, 31, True),
        (0, 31, False),
        (-1, 31, False),
        (1, 1, False),
        (2, 1, True),
        (9999, None, False),
        (None, None, False),
        (None, 31, True),
    ],
)
def test_a_list_is_stale_the_day_after_its_last(age: int | None, limit: int | None, stale: bool) -> None:
    """age: days since its numbers' day, None without numbers."""
    as_of = None if age is None else TODAY - timedelta(days=age)
    assert stale is NamedList("list_1", "Ours", as_of=as_of, max_age_days=limit).is_stale(TODAY)


@pytest.mark.parametrize("is_stale", [True, False])
@pytest.mark.parametrize("required", [True, False])
@pytest.mark.parametrize("channel", ["voice", "sms"])
@pytest.mark.parametrize("purpose", [Purpose.MARKETING, Purpose.SERVICE])
def test_an_old_list_holds_what_it_applies_to_and_what_requires_it(
    is_stale: bool, required: bool, channel: str, purpose: Purpose
) -> None:
    there = replace(REGISTRY, as_of=TODAY - timedelta(days=32 if is_stale else 31))
    lacks = list(what_lists_lack([there], ["list_1"] if required else [], channel, purpose, TODAY))
    applies = channel == "voice" and purpose is Purpose.MARKETING
    assert (is_stale and (required or applies)) is bool(lacks)
    assert all("Registry" in each and "2026-10-30" in each for each in lacks)


@pytest.mark.parametrize(
    ("lists", "required", "lacks"),
    [
        ([], [], 0),
        ([], ["list_1"], 1),
        ([NamedList("list_1", "Ours", as_of=TODAY)], ["list_1"], 0),
        ([NamedList("list_1", "Ours")], [], 0),
        ([NamedList("list_1", "Ours")], ["list_1"], 1),
        ([NamedList("list_1", "Ours", max_age_days=9)], ["list_1"], 1),
        ([NamedList("list_2", "Ours", as_of=TODAY)], ["list_1"], 1),
        ([NamedList("list_1", "A", max_age_days=1), NamedList("list_2", "B", max_age_days=1)], [], 2),
    ],
)
def test_a_required_list_that_is_empty_or_gone_is_lacking(
    lists: list[NamedList], required: list[str], lacks: int
) -> None:
    assert lacks == len(list(what_lists_lack(lists, required, "voice", Purpose.SURVEY, TODAY)))


OPEN = datetime(2026, 12, 1, 10, tzinfo=UTC)
HELD = ContactFacts(Channel.VOICE, BERLIN, lists=(NamedList("list_1", "Ours", max_age_days=3),))


@pytest.mark.parametrize("channel", list(Channel))
def test_a_contact_waits_for_the_list_and_asks_again_soon(channel: Channel) -> None:
    """It is no refusal: the campaign goes on by itself when the list is refreshed."""
    answer = decide_contact(replace(HELD, channel=channel), PACK, OPEN)
    assert (ContactVerdict.DEFER, OPEN + timedelta(minutes=15)) == (answer.verdict, answer.until)
    [reason] = answer.reasons
    assert (ReasonCode.LIST_STALE, ["do_not_call.lists"]) == (
        reason.code,
        [rule.name for rule in reason.rules],
    )
    fresh = replace(HELD.lists[0], as_of=TODAY)
    assert ContactVerdict.ALLOW is decide_contact(replace(HELD, lists=(fresh,)), PACK, OPEN).verdict


def test_what_a_campaign_requires_reaches_the_decision() -> None:
    facts = replace(HELD, lists=(), required_lists=("list_1",))
    assert ContactVerdict.DEFER is decide_contact(facts, PACK, OPEN).verdict


@pytest.mark.parametrize(
    ("zones", "held"),
    [("Europe/Berlin", False), ("Asia/Kolkata", True), ("Europe/Berlin,Asia/Kolkata", True)],
)
def test_the_day_is_the_latest_that_it_may_be_where_the_person_is(zones: str, held: bool) -> None:
    """In the evening of the third day in Berlin the fourth has begun in Kolkata."""
    facts = replace(HELD, hours_key=f"test|{zones}|DE|", lists=(replace(HELD.lists[0], as_of=TODAY),))
    now = datetime(2026, 12, 4, 20, tzinfo=UTC)
    answer = decide_contact(facts, PACK, now)
    assert held is (ReasonCode.LIST_STALE in [reason.code for reason in answer.reasons])
