"""A database that is away for a moment."""

from contextlib import AbstractAsyncContextManager

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from database.session import Database


def be_away(database: Database, failures: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next so many transactions find no server."""
    transaction, left = database.transaction, iter(range(failures))

    def begin() -> AbstractAsyncContextManager[AsyncSession]:
        if next(left, None) is not None:
            raise ConnectionRefusedError
        return transaction()

    monkeypatch.setattr(database, "transaction", begin)
