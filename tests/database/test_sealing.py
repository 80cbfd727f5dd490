"""Numbers are found by a keyed hash that says nothing outside its account (law 8)."""

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
