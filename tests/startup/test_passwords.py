"""Passwords are hashed in a few threads, and finding out that nobody is here takes as long as that a password is wrong."""

import asyncio
from collections.abc import Iterator
from contextlib import closing

import pytest

from startup import passwords
from startup.passwords import Passwords, TooManySignIns


@pytest.fixture
def kept() -> Iterator[Passwords]:
    with closing(Passwords()) as made:
        yield made


async def test_a_password_is_right_or_not(kept: Passwords) -> None:
    hashed = await kept.hash("sieben blaue Enten")
    assert hashed.startswith("$argon2id$")
    assert hashed != await kept.hash("sieben blaue Enten")
    assert [True, False, False, False] == [
        await kept.is_right(against, said)
        for against, said in (
            (hashed, "sieben blaue Enten"),
            (hashed, "sieben blaue enten"),
            (None, "nobody's password"),
            ("no hash", "sieben blaue Enten"),
        )
    ]


async def test_where_nobody_is_a_hash_is_compared_all_the_same(
    kept: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def is_right(hashed: str, _: str) -> bool:
        compared.append(hashed)
        return True

    monkeypatch.setattr(passwords, "_is_right", is_right)
    assert not await kept.is_right(None, "anything")
    assert ["$argon2id$"] == [each[:10] for each in compared]


async def test_more_than_can_be_served_are_told_to_come_back(
    kept: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "_MOST_WAITING", 3)
    answers = await asyncio.gather(
        *(kept.hash("sieben blaue Enten") for _ in range(5)), return_exceptions=True
    )
    assert [True, True] == [isinstance(each, TooManySignIns) for each in answers[3:]]
    assert [str] * 3 == [type(each) for each in answers[:3]]
    assert (await kept.hash("sieben blaue Enten")).startswith("$argon2id$")
