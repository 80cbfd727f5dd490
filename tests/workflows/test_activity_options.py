"""Temporal matches errors that are never retried by exact class name, so the list is held against the error trees."""

from datetime import timedelta
from typing import Any

import pytest
from temporalio.common import RetryPolicy
from temporalio.workflow import ActivityCancellationType

from activities.attempt_readiness import _BEAT_SECONDS
from activities.heartbeats import EVERY_SECONDS
from activities.legs import _HANG_UP_CHECKS, _HANG_UP_PAUSE_S
from database.sealing import CannotOpen
from domain import errors as domain_errors
from domain.errors import BeingErased, NoLineFree, OutboundError
from providers import errors as provider_errors
from providers.errors import ProviderError
from providers.webhooks import WHOLE
from startup.settings import Settings
from workflows.activity_options import (
    CAMPAIGN_WALK,
    CARRIER_QUESTION,
    CRM,
    DIAL,
    LINE_WAIT,
    MESSAGE,
    NEVER_RETRIED,
    PERSON_STEP,
    QUICK_STEP,
    WEBHOOK_ROUND,
)

# The root is too general to give up on; each of the others passes with time.
RETRIED: set[type[Exception]] = {OutboundError, BeingErased, CannotOpen, NoLineFree}


def test_every_error_is_either_retried_or_listed_by_its_exact_name() -> None:
    """Style guide, Errors: a new class must take a side here before it can be raised in an activity."""
    assert {error.__name__ for error in _our_errors() - RETRIED} == set(NEVER_RETRIED)


def test_no_refusal_of_a_provider_ends_a_workflow() -> None:
    """A key that was replaced is used again as soon as it is there; until then a live call is not given up."""
    refusals = {thing.__name__ for thing in vars(provider_errors).values() if _is_error(thing, ProviderError)}
    assert {"CredentialsRefused", "ProviderRefused"} <= refusals
    assert set() == refusals & set(NEVER_RETRIED)


def test_the_list_names_no_class_that_is_gone() -> None:
    assert set(NEVER_RETRIED) <= {error.__name__ for error in _our_errors()}
    assert sorted(NEVER_RETRIED) == NEVER_RETRIED


@pytest.mark.parametrize(
    "options",
    [
        QUICK_STEP,
        DIAL,
        LINE_WAIT,
        CARRIER_QUESTION,
        CRM,
        MESSAGE,
        CAMPAIGN_WALK,
        PERSON_STEP,
        WEBHOOK_ROUND,
    ],
)
def test_every_set_of_options_gives_up_on_them(options: dict[str, object]) -> None:
    policy = options["retry_policy"]
    assert NEVER_RETRIED == getattr(policy, "non_retryable_error_types", None)


def test_a_cancelled_dial_is_waited_for() -> None:
    """Law 1: whoever cancels it hears whether a telephone rings, before the call is closed and its line freed."""
    assert ActivityCancellationType.WAIT_CANCELLATION_COMPLETED is DIAL["cancellation_type"]


def test_a_step_that_tells_that_it_lives_is_missed_soon_and_not_too_soon() -> None:
    """Several beats in every limit, so that one that is late ends nothing; a dead worker's dial is looked up in seconds."""
    for options, beat in (
        (DIAL, EVERY_SECONDS),
        (LINE_WAIT, _BEAT_SECONDS),
        (CARRIER_QUESTION, _HANG_UP_PAUSE_S),
    ):
        assert timedelta(seconds=3 * beat) <= options["heartbeat_timeout"] <= timedelta(seconds=20)
    # One beats with each call that it comes to, and the database may be slow; the other by itself, and nobody waits for it.
    for options in (CAMPAIGN_WALK, PERSON_STEP):
        assert timedelta(seconds=20) <= options["heartbeat_timeout"] <= timedelta(minutes=1)


@pytest.mark.parametrize("options", [QUICK_STEP, CRM, MESSAGE, WEBHOOK_ROUND])
def test_a_step_that_tells_nothing_is_not_missed(options: dict[str, object]) -> None:
    assert "heartbeat_timeout" not in options


@pytest.mark.parametrize(
    "options",
    [QUICK_STEP, DIAL, LINE_WAIT, CARRIER_QUESTION, CAMPAIGN_WALK, PERSON_STEP, WEBHOOK_ROUND],
)
def test_what_a_call_cannot_do_without_is_tried_until_it_succeeds(options: dict[str, Any]) -> None:
    """Law 5: a database or carrier that is away for a day ends no call; it is asked again within seconds. Nor does it end what a person
    asked for, or what programs are told.
    """
    policy: RetryPolicy = options["retry_policy"]
    assert (0, False) == (policy.maximum_attempts, "schedule_to_close_timeout" in options)
    assert policy.initial_interval < timedelta(seconds=1)
    assert policy.maximum_interval is not None
    assert policy.maximum_interval <= timedelta(seconds=15)
    assert policy.backoff_coefficient > 1


def test_each_step_has_the_time_that_it_may_take() -> None:
    limits = Settings()
    dial = timedelta(seconds=5) + limits.send_limit + limits.unconfirmed_after
    assert dial + timedelta(minutes=1) < DIAL["start_to_close_timeout"], "slot, send limit, and the look-ups"
    assert timedelta(hours=1) <= LINE_WAIT["start_to_close_timeout"], "whoever waits keeps its place"
    assert timedelta(hours=1) <= CAMPAIGN_WALK["start_to_close_timeout"], "100,000 open calls"
    hang_up = timedelta(seconds=_HANG_UP_CHECKS * _HANG_UP_PAUSE_S)
    assert 2 * hang_up <= CARRIER_QUESTION["start_to_close_timeout"]
    assert timedelta(hours=1) <= PERSON_STEP["start_to_close_timeout"], "all recordings of a person"
    assert 2 * timedelta(seconds=WHOLE) <= WEBHOOK_ROUND["start_to_close_timeout"], "each program's own limit"


@pytest.mark.parametrize(("options", "days"), [(CRM, 7), (MESSAGE, 2)])
def test_what_follows_a_call_is_tried_for_days_and_asked_for_often(
    options: dict[str, Any], days: int
) -> None:
    policy: RetryPolicy = options["retry_policy"]
    assert timedelta(days=days) == options["schedule_to_close_timeout"]
    assert 0 == policy.maximum_attempts
    assert policy.maximum_interval is not None
    assert policy.maximum_interval <= timedelta(minutes=30)


def _our_errors() -> set[type[Exception]]:
    return {thing for thing in vars(domain_errors).values() if _is_error(thing, OutboundError)} | {CannotOpen}


def _is_error(thing: object, root: type[Exception]) -> bool:
    return isinstance(thing, type) and issubclass(thing, root)
