"""The API as commands speak to it: lists are asked for page by page."""

from typing import Any

import pytest

from console.client import Address, ApiClient


def test_a_list_has_no_more_entries_than_were_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last page too."""
    asked: list[int] = []

    def get(_: ApiClient, path: str, *, limit: int, cursor: str | None) -> dict[str, Any]:
        asked.append(limit)
        return {"data": [{}] * limit, "next_cursor": "next", "has_more": True}

    monkeypatch.setattr(ApiClient, "get", get)
    with ApiClient(Address("http://nowhere", "key")) as api:
        assert 450 == len(api.pages("/api/calls", 450))
    assert [200, 200, 50] == asked
