"""The routes of the API beside their own work: what makes or spends takes an `Idempotency-Key`, what shows one thing has an `ETag`,
what edits one takes `If-Match`, without writing it down again. Decision 0062.

A route whose work reaches beyond the database takes `Once` itself (idempotency.py). The work of any other POST is one
transaction together with its answer. An edit names what shows its thing (`edit_of`, etags.py).
"""

import functools
import inspect
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from fastapi import APIRouter
from fastapi.responses import Response
from fastapi.routing import APIRoute
from pydantic import BaseModel

from api.etags import (
    IfMatch,
    IfNoneMatch,
    Shown,
    edit_if_unchanged,
    is_known,
    shown_of,
    tag_of,
    tagged,
)
from api.idempotency import Once, OnlyOnce, as_answer
from api.pagination import Page
from api.tools import ApiTools

Endpoint = Callable[..., Awaitable[Any]]

WITHOUT_KEY: Final[Mapping[str, str]] = {
    "/auth/logout": "ends the session that asks; who asks again is not let in",
    "/calls/{call_id}/cancel": "names the state that is wanted, and answers as it is where it is there already",
    "/campaigns/{campaign_id}/pause": "names the state that is wanted",
    "/campaigns/{campaign_id}/resume": "names the state that is wanted",
    "/campaigns/{campaign_id}/cancel": "names the state that is wanted, for good",
    "/dnc/lists/{list_id}/versions": "puts the same numbers in the place of the same numbers",
    "/me/password": "needs the password so far, which a repeat does not have any more",
    "/me/second-factor": "its answer is a secret that only the latest of is good",
    "/me/second-factor/confirm": "needs a code, which is good once",
    "/me/second-factor/remove": "needs the second factor, which a repeat does not have any more",
}
"""The POST routes under somebody's key that take none, and why a repeat does no harm. Signing in is open, and has tokens that are
good once."""


WITHOUT_MATCH: Final[Mapping[str, str]] = {
    "/campaigns/{campaign_id}/members/{user_id}": "somebody is a member or is not; there is nothing to overwrite",
    "/identity-provider": "the provider is asked first, for seconds through which no transaction is held; it is replaced as a whole",
}
"""The PUT and PATCH routes that take no `If-Match`, and why."""

_KNOWN: Final = {304: {"description": "It is what the client has"}}


class Route(APIRoute):
    """A route of the API. Its endpoint names `tools` where it reads or writes."""

    def __init__(self, path: str, endpoint: Endpoint, **declared: Any) -> None:
        methods = declared.get("methods") or ()
        if "POST" in methods and path not in WITHOUT_KEY and not _takes_a_key(endpoint):
            endpoint = _once(endpoint, declared.get("status_code") or 200)
        elif "GET" in methods and _shows_one_thing(endpoint):
            declared["responses"] = {**(declared.get("responses") or {}), **_KNOWN}
            endpoint = _known(endpoint)
        elif (shown := shown_of(endpoint)) is not None:
            endpoint = _unchanged(endpoint, shown)
        super().__init__(path, endpoint, **declared)


class Routes(APIRouter):
    """A noun's routes."""

    def __init__(self, *, prefix: str = "", tags: list[str]) -> None:
        super().__init__(prefix=prefix, tags=list(tags), route_class=Route)


def _takes_a_key(endpoint: Endpoint) -> bool:
    return any(each.annotation is Once for each in inspect.signature(endpoint).parameters.values())


def _once(endpoint: Endpoint, status: int) -> Endpoint:
    """The endpoint, which answers a repeat as it answered before; what it does and its answer are one transaction."""

    async def done(*, once_for_its_key: OnlyOnce, **given: Any) -> Response:
        async def work(tools: ApiTools) -> Response:
            answer = await endpoint(**given | ({"tools": tools} if "tools" in given else {}))
            assert isinstance(answer, Response | BaseModel)
            return as_answer(status, answer) if isinstance(answer, BaseModel) else answer

        return await once_for_its_key.run_in_one_transaction(work)

    return _with(endpoint, done, once_for_its_key=Once)


def _shows_one_thing(endpoint: Endpoint) -> bool:
    answer = inspect.signature(endpoint).return_annotation
    return isinstance(answer, type) and issubclass(answer, BaseModel) and not issubclass(answer, Page)


def _known(endpoint: Endpoint) -> Endpoint:
    """The endpoint, whose answer has an ETag, and no content for whoever has it."""

    async def done(*, if_none_match: str | None, **given: Any) -> Response:
        shown = await endpoint(**given)
        assert isinstance(shown, BaseModel)
        if is_known(shown, if_none_match):
            return Response(status_code=304, headers={"ETag": tag_of(shown)})
        return tagged(200, shown)

    return _with(endpoint, done, if_none_match=IfNoneMatch)


def _unchanged(endpoint: Endpoint, shown: Shown) -> Endpoint:
    """The endpoint, which edits nothing that is not as the client saw it, where they say what they saw."""

    async def done(*, if_match: str | None, **given: Any) -> Any:
        if if_match is None:
            return await endpoint(**given)
        return await edit_if_unchanged(endpoint, shown, if_match, given)

    return _with(endpoint, done, if_match=IfMatch)


def _with(endpoint: Endpoint, wrapped: Endpoint, **more: object) -> Endpoint:
    """`wrapped` as the framework reads it: the endpoint's name, words, parameters and answer, and more parameters."""
    described = inspect.signature(endpoint)
    added = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            annotation=of,
            default=inspect.Parameter.empty if of is Once else None,  # a header may be left out
        )
        for name, of in more.items()
    ]
    functools.update_wrapper(wrapped, endpoint)
    signature = described.replace(parameters=[*described.parameters.values(), *added])
    wrapped.__signature__ = signature  # type: ignore[attr-defined]
    return wrapped
