"""`ETag`: by which a client says what it saw. A thing that is unchanged is not sent again, and one that was changed is not overwritten.

A tag has two parts: of what can be edited, and of all that is shown. What changes by itself, such as how many of a trunk's lines are
taken, a response model names in `live`; it refuses no edit.
"""

import hashlib
import inspect
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Final

from fastapi import Header
from fastapi.responses import Response
from pydantic import BaseModel
from sqlalchemy.exc import DBAPIError

from api.errors import Outdated, TooBusy
from api.idempotency import as_answer
from api.tools import ApiTools
from database.one_transaction import one_transaction, take_turn, was_overtaken

Endpoint = Callable[..., Awaitable[Any]]

_TRIES: Final = 10
_ANY: Final = "*"


@dataclass(frozen=True, slots=True)
class Shown:
    """How an edit's thing is shown. in_turn: the edit is carried out by a workflow, not by a transaction."""

    by: Endpoint
    in_turn: bool


def edit_of(show: Endpoint, *, in_turn: bool = False) -> Callable[[Endpoint], Endpoint]:
    """Marks the endpoint that changes what `show` shows (see api.routing). in_turn: a workflow carries it out."""

    def marked(endpoint: Endpoint) -> Endpoint:
        endpoint.shown = Shown(show, in_turn)  # type: ignore[attr-defined]
        return endpoint

    return marked


def shown_of(endpoint: Endpoint) -> Shown | None:
    """How the thing that this endpoint edits is shown; None if it is no such edit."""
    return getattr(endpoint, "shown", None)


def tag_of(shown: BaseModel) -> str:
    """The ETag of a thing as it is shown."""
    whole = shown.model_dump(mode="json", by_alias=True)
    live: frozenset[str] = getattr(type(shown), "live", frozenset())
    edited = {name: value for name, value in whole.items() if name not in live}
    return f'"{_digest(edited)}.{_digest(whole)}"'


def _digest(shown: Mapping[str, Any]) -> str:
    text = json.dumps(shown, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def tagged(status: int, shown: BaseModel) -> Response:
    """The answer that shows a thing, with its ETag."""
    answer = as_answer(status, shown)
    answer.headers["ETag"] = tag_of(shown)
    return answer


def is_known(shown: BaseModel, if_none_match: str | None) -> bool:
    """Whether the client has what is shown (RFC 9110, 13.1.2)."""
    return bool({_ANY, tag_of(shown)} & {each.removeprefix("W/") for each in _tags(if_none_match)})


async def edit_if_unchanged(
    endpoint: Endpoint, shown: Shown, if_match: str, given: Mapping[str, Any]
) -> Response:
    """The answer of the edit, if what it changes is as one of these tags says; another edit comes before or after it, never between.

    Raises Outdated, and TooBusy.
    """
    tools: ApiTools = given["tools"]
    if shown.in_turn:
        async with tools.turns.place(), tools.database.transaction() as session:
            await take_turn(session, given["principal"].account_id, _address(shown, given))
            return await _edit(endpoint, shown, if_match, given, tools)
    for _ in range(_TRIES):
        try:
            async with one_transaction(tools.database, as_it_stood=True) as database:
                return await _edit(endpoint, shown, if_match, given, replace(tools, database=database))
        except DBAPIError as error:
            if not was_overtaken(error):
                raise
    raise TooBusy


async def _edit(
    endpoint: Endpoint, shown: Shown, if_match: str, given: Mapping[str, Any], tools: ApiTools
) -> Response:
    given = {**given, "tools": tools}
    if not _matches(await _show(shown, given), if_match):
        raise Outdated
    edited = await endpoint(**given)
    answer = as_answer(200, edited)
    answer.headers["ETag"] = tag_of(await _show(shown, given))
    return answer


async def _show(shown: Shown, given: Mapping[str, Any]) -> BaseModel:
    model = await shown.by(**{name: given[name] for name in inspect.signature(shown.by).parameters})
    assert isinstance(model, BaseModel)
    return model


def _matches(shown: BaseModel, if_match: str) -> bool:
    edited = _edited_part(tag_of(shown))
    return any(each == _ANY or _edited_part(each) == edited for each in _tags(if_match))


def _edited_part(tag: str) -> str:
    return tag.partition(".")[0]


def _tags(header: str | None) -> list[str]:
    return [each.strip() for each in (header or "").split(",")]


def _address(shown: Shown, given: Mapping[str, Any]) -> str:
    """What this edit's thing is called, among all things of its account."""
    parts = [
        given[name] for name in sorted(inspect.signature(shown.by).parameters) if isinstance(given[name], str)
    ]
    return "/".join([shown.by.__name__, *parts])


IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        max_length=2000,
        description="The ETag of what was seen: 412 if it was changed since. Without it the edit is made, whatever came between.",
    ),
]
IfNoneMatch = Annotated[
    str | None,
    Header(
        alias="If-None-Match", max_length=2000, description="The ETag of what is known: 304 if it is that."
    ),
]
