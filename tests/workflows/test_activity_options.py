"""Temporal matches errors that are never retried by exact class name, so the list is held against the error trees."""

import pytest
from temporalio.workflow import ActivityCancellationType

from database.sealing import CannotOpen
from domain import errors as domain_errors
from domain.errors import NoLineFree, OutboundError
from providers import errors as provider_errors
from providers.errors import ProviderError
from workflows.activity_options import (
    CAMPAIGN_WALK,
    CARRIER_QUESTION,
    CRM,
    DIAL,
    LINE_WAIT,
    MESSAGE,
    NEVER_RETRIED,
    QUICK_STEP,
)

# The root is too general to give up on; each of the others passes with time.
RETRIED: set[type[Exception]] = {OutboundError, CannotOpen, NoLineFree}


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
    "options", [QUICK_STEP, DIAL, LINE_WAIT, CARRIER_QUESTION, CRM, MESSAGE, CAMPAIGN_WALK]
)
def test_every_set_of_options_gives_up_on_them(options: dict[str, object]) -> None:
    policy = options["retry_policy"]
    assert NEVER_RETRIED == getattr(policy, "non_retryable_error_types", None)


def test_a_cancelled_dial_is_waited_for() -> None:
    """Law 1: whoever cancels it hears whether a telephone rings, before the call is closed and its line freed."""
    assert ActivityCancellationType.WAIT_CANCELLATION_COMPLETED is DIAL["cancellation_type"]


def _our_errors() -> set[type[Exception]]:
    return {thing for thing in vars(domain_errors).values() if _is_error(thing, OutboundError)} | {CannotOpen}


def _is_error(thing: object, root: type[Exception]) -> bool:
    return isinstance(thing, type) and issubclass(thing, root)
