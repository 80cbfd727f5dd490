"""Retries: requirements 30, 31, 33, 34, 36, 37 and 81."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.campaigns import DEFAULT_RETRIES, AttemptCaps, CampaignPlan, RetryRule
from domain.contactability import PROMISED
from domain.outcomes import (
    OUTCOME_FLAGS,
    RESULT_FLAGS,
    BusinessOutcome,
    Outcome,
    OutcomeFlags,
    TechnicalResult,
)
from domain.retry_policy import (
    GiveUp,
    GiveUpCode,
    PartOfDay,
    RetryAt,
    decide_retry,
    part_of_day,
    retry_wait,
)

ENDED = datetime(2026, 11, 24, 10, tzinfo=UTC)
BERLIN = ("Europe/Berlin",)
PLAN = CampaignPlan(caps=AttemptCaps(per_lead=10))


def decide(
    result: TechnicalResult,
    outcome: str = BusinessOutcome.NONE,
    *,
    own: OutcomeFlags | None = None,
    so_far: int = 1,
    made: int = 1,
    plan: CampaignPlan = PLAN,
    zones: tuple[str, ...] = BERLIN,
    ended_at: datetime = ENDED,
    seed: str = "call_1-1",
    callback_at: datetime | None = None,
) -> RetryAt | GiveUp:
    return decide_retry(
        result,
        Outcome.of(outcome, own),
        attempts_so={result: so_far},
        attempts_made=made,
        plan=plan,
        zones=zones,
        ended_at=ended_at,
        seed=seed,
        callback_at=callback_at,
    )


@pytest.mark.parametrize("result", list(TechnicalResult))
def test_each_result_has_its_own_limit(result: TechnicalResult) -> None:
    """Requirements 30, 33 and 36: what is retried, and how often."""
    rule = DEFAULT_RETRIES.get(result)
    if rule is None or not RESULT_FLAGS[result].retryable:
        answer = decide(result)
        assert isinstance(answer, GiveUp)
        assert answer.code is GiveUpCode.RESULT_FINAL
        return
    for so_far in range(1, rule.attempts):
        assert isinstance(decide(result, so_far=so_far), RetryAt)
    last = decide(result, so_far=rule.attempts)
    assert isinstance(last, GiveUp)
    assert last.code is GiveUpCode.RETRIES_USED


@pytest.mark.parametrize("outcome", list(BusinessOutcome))
def test_a_final_answer_ends_all_attempts(outcome: BusinessOutcome) -> None:
    answer = decide(TechnicalResult.HUNG_UP_EARLY, outcome)
    is_final = isinstance(answer, GiveUp) and answer.code is GiveUpCode.OUTCOME_FINAL
    assert OUTCOME_FLAGS[outcome].final is is_final


_KEPT_BESIDE = {
    BusinessOutcome.INTERESTED,
    BusinessOutcome.FOLLOW_UP,
    BusinessOutcome.CALLBACK,
    BusinessOutcome.NONE,
}


@pytest.mark.parametrize("outcome", list(BusinessOutcome))
def test_a_promise_outlives_every_outcome_but_a_refusal(outcome: BusinessOutcome) -> None:
    """They were told that they are called then."""
    at = ENDED + timedelta(hours=5)
    answer = decide(TechnicalResult.TALKED, outcome, callback_at=at)
    assert (RetryAt(at, PROMISED) == answer) is (outcome in _KEPT_BESIDE)
    assert isinstance(answer, RetryAt) or answer.code is GiveUpCode.OUTCOME_FINAL


@pytest.mark.parametrize(
    ("own", "is_kept"),
    [
        (OutcomeFlags(final=True, suppresses=False, success=True), True),
        (OutcomeFlags(final=True, suppresses=False, success=False, follows_up=True), True),
        (OutcomeFlags(final=True, suppresses=False, success=False, retries=True), True),
        (OutcomeFlags(final=False, suppresses=False, success=False), True),
        (OutcomeFlags(final=True, suppresses=False, success=False), False),
        (OutcomeFlags(final=False, suppresses=True, success=True), False),
    ],
)
def test_a_promise_beside_an_outcome_of_the_scripts_own(own: OutcomeFlags, is_kept: bool) -> None:
    answer = decide(TechnicalResult.TALKED, "their_own", own=own, callback_at=ENDED + timedelta(hours=5))
    assert (isinstance(answer, RetryAt) and answer.reason == PROMISED) is is_kept


def test_an_outcome_that_retries_is_followed_by_another_call_after_a_talk() -> None:
    """By the plan's rule for talks, an older plan's by the default one, and not for ever."""
    undecided = OutcomeFlags(final=False, suppresses=False, success=False, retries=True)
    older = replace(PLAN, retries={TechnicalResult.BUSY: RetryRule()})
    for plan in (PLAN, older):
        again = decide(TechnicalResult.TALKED, "undecided", own=undecided, plan=plan)
        assert isinstance(again, RetryAt)
        assert timedelta(days=1) <= again.at - ENDED <= timedelta(days=2)
    soon = replace(
        PLAN, retries={TechnicalResult.TALKED: RetryRule(attempts=9, first_wait_seconds=60, jitter=0)}
    )
    at = decide(TechnicalResult.TALKED, "undecided", own=undecided, plan=soon)
    assert isinstance(at, RetryAt)
    assert ENDED + timedelta(seconds=60) == at.at
    last = decide(TechnicalResult.TALKED, "undecided", own=undecided, so_far=2)
    assert isinstance(last, GiveUp)
    assert GiveUpCode.RETRIES_USED is last.code


def test_attempts_that_ended_otherwise_use_up_no_retries_and_make_no_wait_longer() -> None:
    """Requirement 36."""
    plan = replace(
        PLAN, retries={TechnicalResult.BUSY: RetryRule(attempts=2, first_wait_seconds=60, jitter=0)}
    )
    answer = decide(TechnicalResult.BUSY, so_far=1, made=5, plan=plan)
    assert isinstance(answer, RetryAt)
    assert (ENDED + timedelta(seconds=60), True) == (answer.at, answer.backs_off)


def test_the_cap_of_all_attempts_counts() -> None:
    answer = decide(TechnicalResult.BUSY, made=10)
    assert isinstance(answer, GiveUp)
    assert answer.code is GiveUpCode.ATTEMPTS_USED


def test_waits_grow_exponentially_up_to_the_longest() -> None:
    """Requirements 31 and 37, without jitter."""
    rule = RetryRule(first_wait_seconds=600, factor=2, longest_wait_seconds=3000, jitter=0)
    waits = [retry_wait(rule, so_far, "seed").total_seconds() for so_far in range(1, 6)]
    assert waits == [600, 1200, 2400, 3000, 3000]
    assert retry_wait(rule, 5000, "seed") == timedelta(seconds=3000)
    assert retry_wait(replace(rule, factor=2.5), 5000, "seed") == timedelta(seconds=3000)


def test_jitter_comes_from_the_seed() -> None:
    """Requirement 31: exact delays, the same at every repetition."""
    rule = RetryRule(first_wait_seconds=1000, jitter=0.1)
    assert timedelta(seconds=1098.664) == retry_wait(rule, 1, "call_1-1")
    assert retry_wait(rule, 1, "call_1-1") != retry_wait(rule, 1, "call_2-1")


@given(st.text(max_size=20), st.floats(0, 1), st.integers(1, 12))
def test_jitter_only_lengthens_and_by_its_share(seed: str, jitter: float, so_far: int) -> None:
    rule = RetryRule(first_wait_seconds=60, jitter=jitter)
    plain = retry_wait(replace(rule, jitter=0), so_far, seed)
    assert plain <= retry_wait(rule, so_far, seed) <= plain * (1 + jitter) + timedelta(milliseconds=1)


zone_sets = st.sampled_from(
    [
        BERLIN,
        ("Asia/Kolkata",),
        ("America/Chicago", "America/New_York"),
        ("Pacific/Auckland",),
        ("America/St_Johns",),
    ]
)
days = st.integers(0, 365 * 24 * 60).map(lambda m: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=m))


@given(zone_sets, days, st.integers(1, 3), st.text(max_size=8))
def test_the_next_attempt_is_in_another_part_of_the_day(
    zones: tuple[str, ...], ended_at: datetime, so_far: int, seed: str
) -> None:
    """Requirement 34."""
    answer = decide(TechnicalResult.NO_ANSWER, so_far=so_far, zones=zones, ended_at=ended_at, seed=seed)
    assert isinstance(answer, RetryAt)
    assert answer.at > ended_at
    for zone in zones:
        assert part_of_day(answer.at, zone) not in (part_of_day(ended_at, zone), PartOfDay.NIGHT)


@pytest.mark.parametrize("seed", ["call_1-1", "call_2-1", "call_3-1"])
def test_the_next_attempt_comes_as_soon_as_the_part_of_the_day_is_another(seed: str) -> None:
    """Midday ends in Berlin at two, and the wait a few minutes before; the calls that wait so do not all leave in one second."""
    at = {}
    for each in (seed, "call_4-1", "call_5-1"):
        answer = decide(TechnicalResult.NO_ANSWER, seed=each, ended_at=ENDED.replace(minute=45))
        assert isinstance(answer, RetryAt)
        at[each] = answer.at - ENDED.replace(hour=13)
    assert all(timedelta(0) < past < timedelta(minutes=15) for past in at.values())
    assert 3 == len(set(at.values()))


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        (PartOfDay.NIGHT, 0, 5),
        (PartOfDay.MORNING, 6, 10),
        (PartOfDay.MIDDAY, 11, 13),
        (PartOfDay.AFTERNOON, 14, 16),
        (PartOfDay.EVENING, 17, 20),
        (PartOfDay.NIGHT, 21, 23),
    ],
)
def test_a_part_of_the_day_lasts_from_its_first_hour_to_its_last(
    part: PartOfDay, first: int, last: int
) -> None:
    """On the lead's clock, which is half past when UTC's is not; where there is none, nobody is called."""
    for hour in (first, last):
        there = datetime(2026, 11, 24, hour, 59, tzinfo=ZoneInfo("Asia/Kolkata"))
        assert part is part_of_day(there.astimezone(UTC), "Asia/Kolkata")
    assert PartOfDay.NIGHT is part_of_day(ENDED, "Mars/Olympus")


def test_without_a_known_zone_only_the_wait_counts() -> None:
    answer = decide(TechnicalResult.NO_ANSWER, zones=("Mars/Olympus",))
    assert isinstance(answer, RetryAt)
    assert ENDED + timedelta(hours=2) <= answer.at <= ENDED + timedelta(hours=2.2)


def test_a_callback_is_made_when_it_was_asked_for() -> None:
    chosen = ENDED + timedelta(days=1, hours=5)
    answer = decide(TechnicalResult.TALKED, BusinessOutcome.CALLBACK, callback_at=chosen)
    assert isinstance(answer, RetryAt)
    assert chosen == answer.at


def test_a_callback_for_a_moment_that_went_by_while_they_talked_is_made_at_once() -> None:
    answer = decide(
        TechnicalResult.TALKED, BusinessOutcome.CALLBACK, callback_at=ENDED - timedelta(minutes=3)
    )
    assert RetryAt(ENDED, PROMISED) == answer


def test_a_callback_without_a_clear_time_is_a_person_s_to_settle() -> None:
    """Nobody is dialled on a guess."""
    for made in (1, 6):
        answer = decide(TechnicalResult.TALKED, BusinessOutcome.CALLBACK, made=made, plan=CampaignPlan())
        assert isinstance(answer, GiveUp)
        assert answer.code is GiveUpCode.CALLBACK_UNCLEAR


def test_a_campaign_may_choose_when_an_unclear_callback_is_made() -> None:
    plan = CampaignPlan(callback_default_seconds=7200)
    answer = decide(TechnicalResult.TALKED, BusinessOutcome.CALLBACK, plan=plan)
    assert isinstance(answer, RetryAt)
    assert ENDED + timedelta(hours=2) == answer.at
    assert "default" in answer.reason
    assert not answer.backs_off, "somebody chose the moment"
    assert answer.reason != PROMISED, "a default is no promise, which the campaign's limits would spare"


def test_a_promise_outlives_the_cap_on_attempts_and_a_default_does_not() -> None:
    plan = CampaignPlan(callback_default_seconds=7200)
    chosen = ENDED + timedelta(days=1)
    for plan_of in (CampaignPlan(), plan):
        kept = decide(
            TechnicalResult.TALKED, BusinessOutcome.CALLBACK, made=6, callback_at=chosen, plan=plan_of
        )
        assert isinstance(kept, RetryAt)
        assert (chosen, PROMISED) == (kept.at, kept.reason)
    given_up = decide(TechnicalResult.TALKED, BusinessOutcome.CALLBACK, made=6, plan=plan)
    assert isinstance(given_up, GiveUp)
    assert given_up.code is GiveUpCode.ATTEMPTS_USED


def test_after_an_unconfirmed_attempt_nothing_rings_beside_it() -> None:
    """Law 1: at least ring limit and longest call."""
    hasty = {TechnicalResult.UNCONFIRMED: RetryRule(attempts=3, first_wait_seconds=1)}
    plan = replace(PLAN, retries=hasty, ring_seconds=25, longest_call_seconds=300)
    answer = decide(TechnicalResult.UNCONFIRMED, plan=plan)
    assert isinstance(answer, RetryAt)
    assert answer.at >= ENDED + timedelta(seconds=325)


def test_people_read_how_often_it_was_tried_and_how_often_it_may_be() -> None:
    three = {TechnicalResult.NO_ANSWER: RetryRule(attempts=3, another_part_of_day=False)}
    plan = replace(PLAN, retries=three, caps=AttemptCaps(per_lead=6))
    told = [
        decide(TechnicalResult.NO_ANSWER, so_far=so_far, made=made, plan=plan).reason
        for so_far, made in ((1, 3), (2, 2), (3, 5), (1, 6))
    ]
    assert [
        "No answer, 1 of 3.",
        "No answer, 2 of 3.",
        "No answer 3 times, of 3 allowed.",
        "All 6 attempts are used.",
    ] == told
    assert "Invalid number is not tried again." == decide(TechnicalResult.INVALID_NUMBER, plan=plan).reason


def test_the_same_question_has_the_same_answer() -> None:
    assert decide(TechnicalResult.NO_ANSWER) == decide(TechnicalResult.NO_ANSWER)


def test_a_plan_from_before_vendors_failures_retries_them_as_lost_conversations() -> None:
    """Requirement 36: an older plan names every result of its time, and not this one."""
    lost = {TechnicalResult.CONVERSATION_LOST: RetryRule(attempts=2, first_wait_seconds=60)}
    again = decide(TechnicalResult.VENDOR_FAILED, plan=replace(PLAN, retries=lost))
    assert isinstance(again, RetryAt)
    assert timedelta(seconds=60) <= again.at - ENDED < timedelta(seconds=120)
    assert isinstance(decide(TechnicalResult.VENDOR_FAILED, plan=replace(PLAN, retries={})), GiveUp)
