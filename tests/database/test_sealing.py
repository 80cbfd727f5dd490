"""Numbers are found by a keyed hash that says nothing outside its account (law 8)."""

import hmac
import os

import pytest

from database.sealing import KeyRing

NUMBER = "+4930555001"


def test_one_number_has_another_hash_in_each_account(key_ring: KeyRing) -> None:
    """Otherwise one account's rows would tell whom another one calls."""
    assert key_ring.lookup(NUMBER, "acc_1") == key_ring.lookup(NUMBER, "acc_1")
    assert key_ring.lookup(NUMBER, "acc_1") != key_ring.lookup(NUMBER, "acc_2")


def test_another_lookup_key_finds_nothing() -> None:
    """The hash of a guessed number can be made by nobody else."""
    one, other = (KeyRing({1: b"k" * 32}, key * 32) for key in (b"a", b"b"))
    assert one.lookup(NUMBER, "acc_1") != other.lookup(NUMBER, "acc_1")


@pytest.mark.parametrize("length", [32, 64, 65, 200])
def test_a_number_is_found_by_the_hash_that_the_library_makes(length: int) -> None:
    """HMAC-SHA-256, under keys of any length: what was stored by it is found for ever."""
    key = os.urandom(length)
    expected = hmac.digest(key, f"acc_1/{NUMBER}".encode(), "sha256")
    assert expected == KeyRing({1: b"k" * 32}, key).lookup(NUMBER, "acc_1")
