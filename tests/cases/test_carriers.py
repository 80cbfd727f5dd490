"""What carriers report, and when is dialled again, as operators of other systems had it go wrong."""

import ast
import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest

from domain.call_events import meaning_of
from domain.campaigns import CampaignPlan
from domain.errors import InvalidInput
from domain.outcomes import Outcome, TechnicalResult
from domain.result_rules import result_of_leg
from domain.retry_policy import GiveUp, PartOfDay, RetryAt, decide_retry, part_of_day
from domain.scripts import fill
from media.live.verdict import verdict_in
from providers.carriers.exotel.statuses import MEANINGS as EXOTEL
from providers.carriers.twilio.callbacks import read_machine, read_status
from providers.carriers.twilio.documents import connect_stream
from providers.carriers.twilio.statuses import MEANINGS as TWILIO
from tests.cases.files import tried

_FILE = "guards_dictation_messages"
_NEW_YORK = ("America/New_York",)
_ENDED = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)


def after(
    result: TechnicalResult,
    so: Mapping[TechnicalResult, int] | None = None,
    *,
    made: int = 1,
    seed: str = "1",
    ended_at: datetime = _ENDED,
) -> RetryAt | GiveUp:
    """What follows the last of so many attempts; so: finished ones by result, this one included."""
    return decide_retry(
        result,
        Outcome.of(None),
        attempts_so=so or {result: 1},
        attempts_made=made,
        plan=CampaignPlan(),
        zones=_NEW_YORK,
        ended_at=ended_at,
        seed=seed,
        callback_at=None,
    )


@pytest.mark.parametrize("case", tried(_FILE, "Twilio status form"))
def test_a_status_of_twilio_is_read(case: Mapping[str, Any]) -> None:
    moved = read_status(ast.literal_eval(case["input"]))
    assert case["expected"] == f"{moved.state}/{moved.result}/{moved.status}/seq={moved.sequence}"


@pytest.mark.parametrize("case", tried(_FILE, "Exotel status"))
def test_a_status_of_exotel_is_known(case: Mapping[str, Any]) -> None:
    assert meaning_of(case["input"], EXOTEL) is not None


@pytest.mark.parametrize("case", tried(_FILE, "Twilio AMD verdict"))
def test_a_verdict_of_twilio_is_known(case: Mapping[str, Any]) -> None:
    assert case["input"] == read_machine({"CallSid": "CA1", "AnsweredBy": case["input"]}).word


@pytest.mark.parametrize("case", tried(_FILE, "SIP final answer"))
def test_a_call_that_was_marked_as_unwanted_is_not_dialled_again_soon(case: Mapping[str, Any]) -> None:
    code = int(re.findall(r"\d+", case["input"])[0])
    result = result_of_leg(meaning_of("failed", TWILIO), answered=False, sip_code=code)
    assert result is not None
    follows = after(result)
    if case["expected"] == "not retryable":
        assert isinstance(follows, GiveUp)
    else:
        assert isinstance(follows, GiveUp) or follows.at - _ENDED > timedelta(hours=12)


def test_nobody_who_declines_is_dialled_again_at_once() -> None:
    """misc-160: the gap of one number, an hour by default, is kept beside the wait of a busy line."""
    result = result_of_leg(meaning_of("failed", TWILIO), answered=False, sip_code=603)
    assert TechnicalResult.BUSY is result
    assert CampaignPlan().caps.gap_seconds >= 3600


def test_late_events_change_nothing_and_repeated_ones_are_one() -> None:
    """misc-161, misc-162 and misc-163."""
    forms = [
        {"CallSid": "CA1", "CallStatus": status, "SequenceNumber": str(sequence)}
        for status, sequence in (("completed", 4), ("completed", 4), ("queued", 0))
    ]
    keys = [read_status(form).dedupe_key for form in forms]
    assert keys[0] == keys[1] != keys[2]


def test_budgets_of_several_results_do_not_add_up() -> None:
    """misc-214."""
    results = ("busy", "no_answer", "voicemail_silent", "carrier_failed", "no_response", "busy")
    so: Counter[TechnicalResult] = Counter()
    for made, result in enumerate(map(TechnicalResult, results), 1):
        so[result] += 1
        follows = after(result, so, made=made)
        assert isinstance(follows, RetryAt) == (made < 6)


@pytest.mark.parametrize("seed", range(200))
def test_nobody_is_dialled_sooner_than_was_asked_for(seed: int) -> None:
    """misc-215."""
    follows = after(TechnicalResult.CONVERSATION_LOST, seed=str(seed))
    assert isinstance(follows, RetryAt)
    assert follows.at - _ENDED >= timedelta(hours=1)


def test_who_did_not_answer_in_the_evening_is_tried_at_another_part_of_a_day() -> None:
    """misc-216."""
    evening = datetime(2026, 11, 19, 0, 30, tzinfo=UTC)  # 19:30 in New York
    follows = after(TechnicalResult.NO_ANSWER, ended_at=evening)
    assert isinstance(follows, RetryAt)
    assert part_of_day(follows.at, _NEW_YORK[0]) not in (
        part_of_day(evening, _NEW_YORK[0]),
        PartOfDay.NIGHT,
    )


@pytest.mark.parametrize("case", tried(_FILE, "model's verdict malformed"))
def test_a_malformed_verdict_is_one_or_an_error_that_is_handled(case: Mapping[str, Any]) -> None:
    confidence = ast.literal_eval(case["input"].partition("=")[2])
    answer = {"outcome": "interested", "evidence": "Yes.", "confidence": confidence}
    verdict = verdict_in(answer, ())
    assert verdict is not None
    assert verdict.needs_review


def test_after_the_stream_comes_a_step_that_ends_the_call() -> None:
    """misc-234: and the stream is heard in both directions (misc-259)."""
    document = ElementTree.fromstring(connect_stream("wss://a.example/s", {}, "https://a.example/after"))
    assert ["Connect", "Redirect"] == [verb.tag for verb in document]


def test_a_script_without_its_values_is_refused_and_values_are_filled_in_once() -> None:
    """misc-250, misc-251 and misc-252."""
    with pytest.raises(InvalidInput):
        fill("Your order {{order}}.", {"order": ""})
    assert "Ann, 42" == fill("{{name}}, {{order}}", {"name": "Ann", "order": "42"})
    assert "Hello code, 7." == fill("Hello {{name}}, {{code}}.", {"name": "{{code}}", "code": "7"})
