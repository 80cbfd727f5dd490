"""The search for planted words finds each in every spelling, wherever it begins, and nothing that is not there."""

import base64
import hashlib
import os
from collections.abc import Callable
from urllib.parse import quote

import pytest

from benchmarks.access.planted import SECRETS, Planted, spellings

NUMBER, NAME, ADDRESS = "+14155550123", "Vexabwobble", "vexabwobble@example.org"


def found(content: bytes) -> dict[str, set[str]]:
    planted = Planted()
    planted.plant("number", NUMBER)
    planted.plant("name", NAME, "Vexacwobble")
    assert len(content) == planted.search([("there", content)])
    return planted.found


@pytest.mark.parametrize("word", [NUMBER, NAME])
@pytest.mark.parametrize("before", range(4))
@pytest.mark.parametrize(
    "written",
    [
        lambda raw: raw,
        lambda raw: raw.upper(),
        lambda raw: raw.hex().encode(),
        lambda raw: raw.hex().upper().encode(),
        lambda raw: quote(raw, safe="").encode(),
        lambda raw: raw.decode().encode("utf-16-le"),
        lambda raw: hashlib.sha256(raw).digest().hex().encode(),
    ],
    ids=["plain", "upper", "hex", "HEX", "percent", "utf-16", "hash"],
)
def test_it_is_found_as_it_was_written(word: str, before: int, written: Callable[[bytes], bytes]) -> None:
    assert {word: {"there"}} == found(b"\0" * before + written(word.encode()) + b"\xff")


@pytest.mark.parametrize("word", [NUMBER, NAME])
@pytest.mark.parametrize("before", range(6))
@pytest.mark.parametrize("after", range(4))
def test_in_base64_it_is_found_wherever_it_begins(word: str, before: int, after: int) -> None:
    raw = os.urandom(before) + word.encode() + os.urandom(after)
    for encoded in (base64.b64encode(raw), base64.urlsafe_b64encode(raw)):
        assert word in found(encoded)


@pytest.mark.parametrize("text", ["4155550123", "(415) 555-0123", "415-555-0123", "tel:+1%204155550123"])
def test_a_number_is_found_without_its_country_and_with_signs_between(text: str) -> None:
    assert [NUMBER] == list(found(text.encode()))


def test_nothing_is_found_where_nothing_is() -> None:
    """Nor another word that begins alike."""
    assert {} == found(
        os.urandom(2_000_000) + base64.b64encode(os.urandom(2_000_000)) + b"Vexadwobble 4155550124"
    )
    assert {"Vexacwobble": {"there"}} == found(b"of vexacwobble!")


def test_what_is_planted_is_counted() -> None:
    planted = Planted()
    planted.plant("number", NUMBER)
    planted.plant("address", ADDRESS, "vexacwobble@example.org")
    assert 3 == len(planted)
    assert len(set(spellings(ADDRESS))) >= 7


@pytest.mark.parametrize("place", [(1 << 22) - 6, (1 << 22) - 1, 1 << 22, (1 << 22) + 1, (1 << 23) - 3])
def test_it_is_found_where_two_pieces_meet_and_at_the_very_end(place: int) -> None:
    assert {NUMBER: {"there"}} == found(bytes(place) + NUMBER[2:].encode())
    assert {} == found(bytes(place) + NUMBER[2:-1].encode())


def test_what_is_random_may_be_kept_as_a_hash() -> None:
    planted = Planted()
    planted.plant(SECRETS, "ok_0123456789")
    planted.search([("there", hashlib.sha256(b"ok_0123456789").hexdigest().encode())])
    assert {} == planted.found
    planted.search([("there", b"ok_0123456789".hex().encode())])
    assert ["ok_0123456789"] == list(planted.found)
