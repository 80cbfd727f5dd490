"""Wishes to be called again as people say them: each comes to a moment within what they said, never to another one."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.callbacks import Moment, resolve
from domain.campaigns import CampaignPlan
from domain.main_time_zones import main_zone
from domain.outcomes import BusinessOutcome, Outcome, TechnicalResult
from domain.retry_policy import RetryAt, decide_retry
from tests.cases.files import tried

_SAID = re.compile(r"said (?P<now>\w{3} .{11} \d\d:\d\d) (?P<zone>\S+): “(?P<phrase>.*)”")
_OF_STATE = re.compile(r"lead in (?P<state>\w+), zones \((?P<zones>.*)\): “(?P<phrase>.*)”")
_EXPECTED = re.compile(
    r"\w{3} (?P<on>\d\d \w{3} \d{4}) (?P<at>\d\d:\d\d)(?:–(?P<last>\d\d \w{3}) (?P<until>\d\d:\d\d))?"
)
_STATES = {"Oregon": "OR", "Alaska": "AK", "Indiana": "IN"}


def _ranges(expected: str, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    """Each alternative from its first moment to its last."""
    for found in _EXPECTED.finditer(expected):
        first = datetime.strptime(f"{found['on']} {found['at']}", "%d %b %Y %H:%M").replace(tzinfo=zone)
        last = first
        if found["last"]:
            until = f"{found['last']} {first.year} {found['until']}"
            last = datetime.strptime(until, "%d %b %Y %H:%M").replace(tzinfo=zone)
            last = last.replace(year=first.year + (last < first))
        yield first, last


@pytest.mark.parametrize("case", tried("callbacks", "callback phrase"))
def test_words_about_when_mean_what_people_mean(case: Mapping[str, Any]) -> None:
    said = _SAID.fullmatch(case["input"])
    assert said, case["input"]
    zone = ZoneInfo(said["zone"])
    now = datetime.strptime(said["now"], "%a %d %b %Y %H:%M").replace(tzinfo=zone)
    answer = resolve(said["phrase"], (said["zone"],), now)
    assert isinstance(answer, Moment), answer
    ranges = list(_ranges(case["ours"] or case["expected"], zone))
    assert ranges
    assert any(first <= answer.at <= last for first, last in ranges), answer


@pytest.mark.parametrize(
    "case", tried("guards_dictation_messages", "a promised callback after the last attempt")
)
def test_a_promise_outlives_the_last_attempt(case: Mapping[str, Any]) -> None:
    said = re.search("“(.*)”", case["input"])
    assert said
    ended = datetime(2026, 11, 18, 15, 20, tzinfo=ZoneInfo("America/New_York"))
    answer = resolve(said[1], ("America/New_York",), ended)
    assert isinstance(answer, Moment)
    plan = CampaignPlan()
    follows = decide_retry(
        TechnicalResult.TALKED,
        Outcome.of(BusinessOutcome.CALLBACK),
        attempts_so={TechnicalResult.TALKED: plan.caps.per_lead},
        attempts_made=plan.caps.per_lead,
        plan=plan,
        zones=("America/New_York",),
        ended_at=ended,
        seed="call_1-6",
        callback_at=answer.at,
    )
    assert isinstance(follows, RetryAt)
    assert ended + timedelta(days=1, hours=-3, minutes=-20) == follows.at


@pytest.mark.parametrize("case", tried("callbacks", "callback phrase, several candidate zones"))
def test_of_several_zones_the_one_is_meant_in_which_nearly_everybody_lives(case: Mapping[str, Any]) -> None:
    said = _OF_STATE.fullmatch(case["input"])
    assert said, case["input"]
    zones = tuple(zone.strip(" '") for zone in said["zones"].split(","))
    now = datetime(2026, 11, 18, 9, tzinfo=ZoneInfo(zones[0]))
    answer = resolve(said["phrase"], zones, now, lives_in=main_zone("US", _STATES[said["state"]], zones))
    assert isinstance(answer, Moment), answer
    hour, zone = re.fullmatch(r"(\d\d):00 in (\S+), .*", case["expected"]).groups()  # type: ignore[union-attr]
    expected = now.astimezone(ZoneInfo(zone)).replace(hour=int(hour), minute=0)
    assert expected == answer.at
    assert timedelta(0) < answer.at - now < timedelta(days=1)
