"""Errors as problem details (RFC 9457): one table from the domain's errors to statuses. No answer repeats personal data.

What can go wrong: errors.py beside it, lists/errors.py, domain/errors.py, providers/errors.py.
"""

import traceback
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.routing import Match

from api.errors import (
    AddressNotAllowed,
    DatabaseUnreachable,
    ExportGone,
    ForWhoRunsTheSystem,
    HookNotFromHere,
    HookNotProven,
    HooksBusy,
    KeyInProgress,
    LinkRefused,
    MediaUnreachable,
    NotAllowed,
    NotAuthenticated,
    NotForMembers,
    Outdated,
    ProviderSignInRefused,
    ProviderUnreachable,
    RecordingDeleted,
    RecordingsUnreachable,
    RefreshRefused,
    SecondFactorNeeded,
    SignInRefused,
    TooBusy,
    TooManyRequests,
    TooManyTries,
    TooSlow,
    WorkflowsUnreachable,
)
from database.outages import OUTAGES, is_outage, is_slow
from domain.errors import (
    Conflict,
    IllegalTransition,
    InvalidInput,
    NoLineFree,
    NotFound,
    OutboundError,
    TamperedOrExpired,
)
from lists.errors import ReaderDied
from startup.passwords import TooManySignIns

PROBLEM_JSON: Final = "application/problem+json"
log = structlog.get_logger()


# The first class that fits decides; a class stands before the classes it is derived from.
STATUSES: Final[tuple[tuple[type[OutboundError], int], ...]] = (
    (NotAuthenticated, 401),
    (SignInRefused, 401),
    (SecondFactorNeeded, 401),
    (RefreshRefused, 401),
    (HookNotProven, 401),
    (HookNotFromHere, 403),
    (AddressNotAllowed, 403),
    (ProviderSignInRefused, 403),
    (LinkRefused, 403),
    (NotAllowed, 403),
    (NotForMembers, 403),
    (ForWhoRunsTheSystem, 403),
    (TamperedOrExpired, 403),
    (RecordingDeleted, 410),
    (ExportGone, 410),
    (NotFound, 404),
    (NoLineFree, 409),
    (IllegalTransition, 409),
    (Conflict, 409),
    (Outdated, 412),
    (InvalidInput, 422),
    (TooManyTries, 429),
    (TooManyRequests, 429),
    (TooManySignIns, 503),
    (HooksBusy, 503),
    (WorkflowsUnreachable, 503),
    (DatabaseUnreachable, 503),
    (TooSlow, 503),
    (ReaderDied, 503),
    (MediaUnreachable, 503),
    (ProviderUnreachable, 503),
    (RecordingsUnreachable, 503),
    (OutboundError, 500),
)
_NOT_JSON: Final = "json_invalid"  # pydantic names a character's number as its place
_PASSES: Final = tuple(
    each.code for each in (NoLineFree, TooManyTries, TooManyRequests, KeyInProgress, TooBusy)
)
_OUR_OWN: Final = "Value error, "  # pydantic puts this before what a validator of ours says
_TITLES: Final = {
    400: "The request cannot be understood",
    401: "Not authenticated",
    403: "Refused",
    404: "Not found",
    405: "Method not allowed",
    409: "Not possible in the present state",
    410: "Gone",
    412: "Changed by somebody else",
    413: "Too large",
    415: "This kind of content is not taken",
    416: "The content has no such part",
    422: "The data given is not valid",
    429: "Too many requests",
    500: "Something went wrong here",
    503: "Not available at the moment",
}


class FieldProblem(BaseModel):
    """One field that is wrong; pointer is a JSON pointer into the body, or names the parameter."""

    pointer: str
    code: str
    message: str


class Problem(BaseModel):
    """What went wrong. code is stable; legal_actions is present for an illegal transition only."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str = Field(examples=["illegal_transition"])
    request_id: str
    retryable: bool
    errors: list[FieldProblem] = Field(default_factory=list)
    legal_actions: list[str] | None = None


def problem(
    request: Request,
    status: int,
    code: str,
    detail: str,
    *,
    errors: Sequence[FieldProblem] = (),
    legal_actions: Sequence[str] | None = None,
) -> JSONResponse:
    """The answer that tells of one problem."""
    body = Problem(
        type=f"urn:outbound:problem:{code}",
        title=_TITLES.get(status, "Error"),
        status=status,
        detail=detail,
        instance=f"urn:outbound:request:{request_id_of(request)}",  # not its path, in which a number may stand
        code=code,
        request_id=request_id_of(request),
        retryable=status >= 500 or code in _PASSES,
        errors=list(errors),
        legal_actions=None if legal_actions is None else list(legal_actions),
    )
    headers = {"Retry-After": "2"} if status == 503 else {}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return JSONResponse(body.model_dump(exclude_none=True), status, headers=headers, media_type=PROBLEM_JSON)


def request_id_of(request: Request) -> str:
    """The id under which this request stands in the log."""
    return str(getattr(request.state, "request_id", ""))


def status_of(error: OutboundError) -> int:
    """The HTTP status that tells of this error."""
    return next(status for kind, status in STATUSES if isinstance(error, kind))


def answer_for(request: Request, error: OutboundError) -> JSONResponse:
    """The answer that tells of an error of ours; of one that nobody foresaw only that it happened."""
    status = status_of(error)
    if status == 500:
        log.error("api.failed", path=route_of(request), error=type(error).__name__)
        return problem(request, 500, "internal_error", "The request failed; the log knows its request_id.")
    errors = []
    if isinstance(error, InvalidInput) and error.pointer:
        errors.append(FieldProblem(pointer=error.pointer, code=error.code, message=str(error)))
    legal = error.legal if isinstance(error, IllegalTransition) else None
    answer = problem(request, status, error.code, str(error), errors=errors, legal_actions=legal)
    if isinstance(error, TooManyTries | TooManyRequests):
        answer.headers["Retry-After"] = str(error.seconds)
    return answer


def answer_for_any(request: Request, error: Exception) -> JSONResponse:
    """The answer to whatever went wrong. Of what nobody foresaw the log is told, without its message: that may quote
    what was sent, such as a statement's parameters."""
    if isinstance(error, OutboundError):
        return answer_for(request, error)
    if isinstance(error, HTTPException):
        return _http_problem(request, error)
    if isinstance(error, OUTAGES) and is_outage(error):
        outage = TooSlow() if is_slow(error) else DatabaseUnreachable()
        log.warning("api.outage", code=outage.code, path=route_of(request), error=type(error).__name__)
        return answer_for(request, outage)
    log.error("api.failed", path=route_of(request), error=type(error).__name__, where=_where(error))
    return problem(request, 500, "internal_error", "The request failed; the log knows its request_id.")


def _where(error: Exception) -> list[str]:
    """The last three lines of ours on the way to it: a failed statement's own last lines are a library's."""
    lines = traceback.format_tb(error.__traceback__)
    return ([line for line in lines if "site-packages" not in line] or lines)[-3:]


def install(app: FastAPI) -> None:
    """Let the framework's own errors leave as problem details; all others reach the door (api.middleware)."""
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(HTTPException, _on_http_error)


async def _on_invalid_request(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    errors = list(_field_problems(error.errors()))
    places = ", ".join(problem.pointer for problem in errors[:5])
    return problem(request, 422, "invalid_request", f"Not valid: {places}.", errors=errors)


def _field_problems(errors: Sequence[Mapping[str, Any]]) -> Iterator[FieldProblem]:
    """Without pydantic's `input` and `ctx`, which repeat what was sent."""
    for error in errors:
        place = [str(part) for part in error["loc"]] if error["type"] != _NOT_JSON else []
        inside = place[1:] if place[:1] == ["body"] else place
        pointer = "/" + "/".join(part.replace("~", "~0").replace("/", "~1") for part in inside)
        yield FieldProblem(pointer=pointer, code=str(error["type"]), message=_sentence(error))


def _sentence(error: Mapping[str, Any]) -> str:
    # A validator of ours writes its own sentence and never repeats the value; pydantic's JSON errors quote the text.
    if error["type"] == _NOT_JSON:
        return "This is not valid JSON."
    return str(error["msg"]).removeprefix(_OUR_OWN)


async def _on_http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return _http_problem(request, error)


def _http_problem(request: Request, error: HTTPException) -> JSONResponse:
    codes = {404: "no_such_route", 405: "method_not_allowed", 413: "too_large"}
    answer = problem(request, error.status_code, codes.get(error.status_code, "refused"), str(error.detail))
    if error.status_code == 405:
        answer.headers["Allow"] = ", ".join(_methods_at(request))
    return answer


def _methods_at(request: Request) -> list[str]:
    """The methods that this address takes, whichever route serves each."""
    return [
        method
        for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL
            for route in request.app.routes
        )
    ]


def route_of(request: Request) -> str:
    """The address with the names of its parts, /api/calls/{call_id}, for the log; a part itself might be a number."""
    if "route" not in request.scope:
        return "unknown"
    path = request.url.path
    for name, part in request.path_params.items():
        path = path.replace(f"/{part}", f"/{{{name}}}", 1)
    return path
