"""How each error leaves: its status, what may be done about it, and nothing of what nobody foresaw. Pure, by the tables."""

import json
from types import SimpleNamespace
from typing import Any, Final, cast

import pytest
from fastapi import Request
from starlette.exceptions import HTTPException

from api import errors, middleware
from api.problems import STATUSES, answer_for, answer_for_any, status_of
from api.webhooks.legs import SignatureRefused
from domain.errors import (
    Conflict,
    IllegalTransition,
    InvalidInput,
    NoLineFree,
    NotFound,
    OnLegalHold,
    OutboundError,
    TamperedOrExpired,
)
from lists.errors import ReaderDied
from startup.passwords import TooManySignIns

REQUEST: Final = Request(
    {
        "type": "http",
        "method": "GET",
        "path": "/api/calls/1",
        "query_string": b"",
        "headers": [],
        "app": SimpleNamespace(routes=[]),
        "state": {"request_id": "req_1"},
    }
)
TOLD: Final[dict[OutboundError, tuple[int, str, bool]]] = {
    errors.NotAuthenticated(): (401, "not_authenticated", False),
    errors.SignInRefused(): (401, "sign_in_refused", False),
    errors.SecondFactorNeeded(): (401, "second_factor_needed", False),
    errors.RefreshRefused(): (401, "refresh_refused", False),
    errors.HookNotProven(): (401, "hook_not_proven", False),
    errors.HookNotFromHere(): (403, "address_not_allowed", False),
    errors.HooksBusy(): (503, "hooks_busy", True),
    errors.AddressNotAllowed(): (403, "address_not_allowed", False),
    errors.ProviderSignInRefused("No.", code="not_invited"): (403, "not_invited", False),
    errors.ProviderUnreachable(): (503, "provider_unreachable", True),
    errors.LinkRefused(): (403, "link_refused", False),
    errors.NotAllowed("calls:read"): (403, "not_allowed", False),
    errors.NotForMembers(): (403, "not_allowed", False),
    errors.TooManyRequests(20, {"RateLimit": "none"}): (429, "too_many_requests", True),
    errors.TooManyTries(20): (429, "too_many_tries", True),
    TooManySignIns(): (503, "too_many_sign_ins", True),
    errors.ForWhoRunsTheSystem(): (403, "not_allowed", False),
    TamperedOrExpired(): (403, "token_refused", False),
    SignatureRefused(): (403, "signature_refused", False),
    NotFound(): (404, "not_found", False),
    errors.WorkflowGone(): (404, "workflow_gone", False),
    errors.RecordingDeleted(): (410, "recording_deleted", False),
    errors.ExportGone(): (410, "export_gone", False),
    OnLegalHold(): (409, "on_legal_hold", False),
    Conflict(): (409, "conflict", False),
    NoLineFree(): (409, "no_line_free", True),
    errors.WorkflowRefused(): (409, "refused_by_workflow", False),
    errors.TooBusy(): (409, "changed_too_often", True),
    errors.KeyInProgress(): (409, "idempotency_key_in_progress", True),
    errors.Outdated(): (412, "changed_meanwhile", False),
    IllegalTransition("call", "closed", "cancel", ()): (409, "illegal_transition", False),
    InvalidInput("No."): (422, "invalid_input", False),
    errors.WorkflowsUnreachable(): (503, "workflows_unreachable", True),
    errors.DatabaseUnreachable(): (503, "database_unreachable", True),
    errors.TooSlow(): (503, "too_slow", True),
    ReaderDied(): (503, "reader_died", True),
    errors.MediaUnreachable(): (503, "media_unreachable", True),
    errors.RecordingsUnreachable(): (503, "recordings_unreachable", True),
    OutboundError(): (500, "internal_error", True),
}


def told(error: Exception) -> tuple[Any, dict[str, Any]]:
    """The answer, and its body."""
    answer = answer_for_any(REQUEST, error)
    return answer, json.loads(bytes(answer.body))


@pytest.mark.parametrize("error", TOLD, ids=lambda error: type(error).__name__)
def test_each_error_has_its_status_its_code_and_whether_to_try_again(error: OutboundError) -> None:
    answer, problem = told(error)
    status, code, retryable = TOLD[error]
    assert (status, status, code, retryable) == (
        answer.status_code,
        problem["status"],
        problem["code"],
        problem["retryable"],
    )
    assert (f"urn:outbound:problem:{code}", "urn:outbound:request:req_1", "req_1") == (
        problem["type"],
        problem["instance"],
        problem["request_id"],
    )
    assert {503: "2", 429: "20"}.get(status) == answer.headers.get("retry-after")
    assert ("Bearer" if status == 401 else None) == answer.headers.get("www-authenticate")
    assert problem["title"] != "Error"


def test_every_line_of_the_table_is_tried() -> None:
    assert {kind for kind, _ in STATUSES} <= {type(error) for error in TOLD}
    assert {kind: status_of(kind.__new__(kind)) for kind, _ in STATUSES} == dict(STATUSES)


def test_a_wrong_field_is_named_and_an_illegal_step_names_the_legal_ones() -> None:
    _, wrong = told(InvalidInput("Too long.", pointer="/name", code="too_long"))
    assert [{"pointer": "/name", "code": "too_long", "message": "Too long."}] == wrong["errors"]
    _, illegal = told(IllegalTransition("campaign", "paused", "pause", ("resume", "cancel")))
    assert ["resume", "cancel"] == illegal["legal_actions"]
    assert "legal_actions" not in wrong


@pytest.mark.parametrize("error", [ValueError("secret"), OutboundError("secret")])
def test_what_nobody_foresaw_tells_nothing(error: Exception) -> None:
    _, problem = told(error)
    assert "secret" not in str(problem)


@pytest.mark.parametrize(
    ("status", "code"),
    [(404, "no_such_route"), (405, "method_not_allowed"), (413, "too_large"), (400, "refused")],
)
def test_the_frameworks_own_refusals_are_problems_too(status: int, code: str) -> None:
    answer, problem = told(HTTPException(status, "No."))
    assert (status, code, "No.") == (answer.status_code, problem["code"], problem["detail"])


def test_an_answer_tells_the_same_by_either_way() -> None:
    """Of errors that a route's own work ends with, and of those that reach the door."""
    error = NotFound("No such call.")
    assert answer_for(REQUEST, error).body == answer_for_any(REQUEST, error).body


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/api/agents", 1_000_000),
        ("/api/lead-imports", 256_000_000),
        ("/api/lead-imports/imp_1/answer", 1_000_000),
        ("/api/dnc", 1_000_000),
        ("/api/dnc/imports", 256_000_000),
        ("/api/agents/agent_1/documents", 1_100_000),
        ("/api/agents/agent_1/documents/doc_1", 1_000_000),
        ("/api/webhooks/twilio", 1_000_000),
    ],
)
def test_only_files_may_be_long(path: str, most: int) -> None:
    assert most == middleware._longest(path)


@pytest.mark.parametrize(
    ("said", "length"),
    [("12", 12), ("", 0), ("-1", 0), ("1.5", 0), ("٣", 0), ("9" * 19, int("9" * 19)), ("9" * 20, 0)],
)
def test_a_length_is_believed_where_it_is_one(said: str, length: int) -> None:
    request = cast("Request", SimpleNamespace(headers={"content-length": said}))
    assert length == middleware._said_length(request)
