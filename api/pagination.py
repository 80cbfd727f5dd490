"""Keyset pages: a list's newest entries first, and an opaque signed cursor to those that follow."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Sequence
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query, Request
from pydantic import BaseModel

from api.authentication import principal_let_in
from api.tools import Tools
from domain.errors import InvalidInput
from startup.secrets import signing_bytes

Shown = TypeVar("Shown", bound=BaseModel)
Found = TypeVar("Found")
_TAG_BYTES = 9
_OF_THE_PAGE = ("limit", "cursor")


class Page(BaseModel, Generic[Shown]):
    """One page; next_cursor leads to the next while has_more."""

    data: list[Shown]
    next_cursor: str | None
    has_more: bool


class PageRequest:
    """Which page is wanted: the entries that follow `before`, limit of them (and one more, to know of a next).

    list_of: what a cursor is good for, whose list at which address with which filters.
    """

    def __init__(self, key: bytes, list_of: str, limit: int, cursor: str | None) -> None:
        self._key, self._list, self.limit = key, list_of, limit
        self.before = None if cursor is None else self._read(cursor)

    @property
    def fetch(self) -> int:
        """How many rows to ask the database for."""
        return self.limit + 1

    def of(
        self, found: Sequence[Found], show: Callable[[Found], Shown], key_of: Callable[[Found], object]
    ) -> Page[Shown]:
        """The page from what the database found."""
        shown = found[: self.limit]
        has_more = len(found) > self.limit
        cursor = self._write(str(key_of(shown[-1]))) if has_more else None
        return Page(data=[show(item) for item in shown], next_cursor=cursor, has_more=has_more)

    def _write(self, position: str) -> str:
        return base64.urlsafe_b64encode(self._tag(position) + position.encode()).decode().rstrip("=")

    def _read(self, cursor: str) -> str:
        try:
            raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
            position = raw[_TAG_BYTES:].decode()
        except ValueError as error:
            raise _refusal() from error
        if not hmac.compare_digest(raw[:_TAG_BYTES], self._tag(position)):
            raise _refusal()
        return position

    def _tag(self, position: str) -> bytes:
        """Binds a cursor to its list, so that one list's position is never taken for another's."""
        return hmac.digest(self._key, f"{self._list}\n{position}".encode(), hashlib.sha256)[:_TAG_BYTES]


def _refusal() -> InvalidInput:
    return InvalidInput(
        "This cursor is not one of this list with these filters; begin again without a cursor.",
        pointer="/query/cursor",
        code="cursor_refused",
    )


async def _wanted(
    request: Request,
    tools: Tools,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(max_length=400)] = None,
) -> PageRequest:
    key = signing_bytes(tools.settings.signing_key)
    return PageRequest(key, _list_of(request), limit, cursor)


def _list_of(request: Request) -> str:
    """Whose list this is, its address, and its filters in whatever order they were sent."""
    filters = sorted(each for each in request.query_params.multi_items() if each[0] not in _OF_THE_PAGE)
    return json.dumps(["cursor", principal_let_in(request).account_id, request.url.path, filters])


Paging = Annotated[PageRequest, Depends(_wanted)]
