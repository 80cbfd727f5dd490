"""Requests made up from the API's own description (schemathesis), and what is wrong about their answers."""

import logging
from collections.abc import Container, Mapping
from contextlib import suppress
from functools import cache
from typing import Any, Final

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api.operations import DESCRIPTION, Operation, named

AnyCase = Case[Any]
CHECKS: Final = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
# Whoever is signed in would ask for the rest as nobody; a recording is asked for by whoever has its link.
_ENDS_THE_SESSION: Final = ("/api/auth/logout", "/api/me/password", "/api/recordings/{token}")
logging.getLogger("urllib3").setLevel(logging.ERROR)


@cache
def _description() -> Any:
    return schemathesis.openapi.from_dict(DESCRIPTION)


def made_up(operation: Operation, count: int, number: int) -> list[AnyCase]:
    """So many requests, valid ones and others, always the same of one number."""
    described = _description()[operation.path][operation.method]
    cases: list[AnyCase] = []
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

        @seed(number)
        @settings(
            max_examples=(count + 1) // 2,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=described.as_strategy(generation_mode=mode))
        def collect(case: AnyCase) -> None:
            cases.append(case)

        with suppress(Unsatisfiable):  # nothing can be wrong with what has no parameter and no body
            collect()
    return cases[:count]


def may_be_asked(operation: Operation, *, signed_in: bool) -> bool:
    """Whether this can be asked without an end to all that is asked afterwards."""
    return not (signed_in and operation.path in _ENDS_THE_SESSION)


def wrong_with(
    case: AnyCase,
    operation: Operation,
    base_url: str,
    secret: str | None,
    names: Mapping[str, str],
    *,
    away: Container[str] = (),
) -> list[str]:
    """What is wrong about the answer. Blocks until it is answered.

    names: of what there is, put into its address; away: codes of refusals by which it says what is not running here.
    """
    case.path_parameters = {
        **(case.path_parameters or {}),
        **{name: names[name] for name in operation.path_names if name in names},
    }
    headers = {} if secret is None else {"Authorization": f"Bearer {secret}"}
    try:
        answer = case.call(base_url=base_url, headers=headers, timeout=60)
    except (requests.exceptions.InvalidHeader, UnicodeError):
        return []  # nothing that can be sent
    if answer.status_code == 503 and answer.json()["code"] in away:
        return []
    try:
        case.validate_response(answer, checks=CHECKS)
    except FailureGroup as failures:
        told = "; ".join(f"{each.title}: {each.message}" for each in failures.exceptions)
        return [f"{named(operation)} answered {answer.status_code}: {told}\n{case.as_curl_command()}"]
    return []
