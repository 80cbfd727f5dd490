"""Numbers are found by a keyed hash that says nothing outside its account (law 8)."""

import hmac
import os
import pickle
import traceback

import pytest
from structlog.testing import capture_logs

from database.people import Person, masked_number
from database.sealing import CannotOpen, KeyRing
from domain.errors import InvalidInput
from domain.identifiers import AccountId, LeadId

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


def test_what_any_key_of_the_ring_sealed_opens_and_the_newest_seals(key_ring: KeyRing) -> None:
    old, new = KeyRing({2: b"a" * 32}, b"l" * 32), KeyRing({10: b"b" * 32, 2: b"a" * 32}, b"l" * 32)
    assert b"said" == new.open(old.seal(b"said", "acc_1"), "acc_1")
    assert b"said" == new.open(new.seal(b"said", "acc_1"), "acc_1")
    with pytest.raises(CannotOpen):
        old.open(new.seal(b"said", "acc_1"), "acc_1")


def test_a_ring_learns_a_key_before_it_seals_with_it() -> None:
    """Otherwise a process that does not know it yet could not read what this one writes."""
    ring, both = KeyRing({1: b"a" * 32}, b"l" * 32), KeyRing({1: b"a" * 32, 2: b"b" * 32}, b"l" * 32)
    with pytest.raises(InvalidInput):
        ring.seal_with(2)
    ring.renew(both)
    assert (1, frozenset({1, 2})) == (ring.sealing, ring.known)
    assert b"said" == ring.open(both.seal(b"said", "a"), "a")
    assert 1 == ring.seal(b"said", "a")[0]
    ring.seal_with(2)
    assert 2 == ring.seal(b"said", "a")[0] == pickle.loads(pickle.dumps(ring)).seal(b"said", "a")[0]


@pytest.mark.parametrize("keys", [{2: b"b" * 32}, {1: b"x" * 32, 2: b"b" * 32}, {1: b"a" * 32, 2: b"b"}])
def test_a_ring_does_not_lose_or_change_what_it_seals_with(keys: dict[int, bytes]) -> None:
    """Law 10: a mistake in a file of keys leaves the process as it was."""
    ring = KeyRing({1: b"a" * 32}, b"l" * 32)
    sealed = ring.seal(b"said", "a")
    with pytest.raises(InvalidInput):
        ring.renew(KeyRing(keys, b"l" * 32))
    assert b"said" == ring.open(sealed, "a")
    assert frozenset({1}) == ring.known


def test_no_key_is_shown_by_a_ring_that_cannot_be_read() -> None:
    """Whoever forgot the id in front finds the sentence in the log, and not the key."""
    key = "c2VjcmV0"
    with pytest.raises(InvalidInput) as refused:
        KeyRing.parse(f"{key}:1", key)
    assert key not in "".join(traceback.format_exception(refused.value))


@pytest.mark.parametrize("altered", [b"", b"\x01", b"\x01short", b"\x02" + b"0" * 40, b"\x01" + b"0" * 40])
def test_what_was_not_sealed_so_does_not_open(key_ring: KeyRing, altered: bytes) -> None:
    with pytest.raises(CannotOpen):
        key_ring.open(altered, "acc_1")
    with pytest.raises(CannotOpen):
        key_ring.open(key_ring.seal(b"said", "acc_2"), "acc_1")


@pytest.mark.parametrize(
    ("keys", "lookup_key", "is_fit"),
    [
        ({1: b"k" * 32, 255: b"k" * 32}, b"l" * 32, True),
        ({0: b"k" * 32}, b"l" * 32, False),
        ({256: b"k" * 32}, b"l" * 32, False),
        ({1: b"k" * 31}, b"l" * 32, False),
        ({1: b"k" * 32, 2: b"k" * 16}, b"l" * 32, False),
        ({}, b"l" * 32, False),
        ({1: b"k" * 32}, b"l" * 31, False),
    ],
)
def test_keys_that_are_unfit_are_refused(keys: dict[int, bytes], lookup_key: bytes, is_fit: bool) -> None:
    """Law 10."""
    if is_fit:
        assert b"said" == KeyRing(keys, lookup_key).open(KeyRing(keys, lookup_key).seal(b"said", "a"), "a")
    else:
        with pytest.raises(InvalidInput):
            KeyRing(keys, lookup_key)


def test_a_script_is_filled_with_a_persons_columns() -> None:
    """A column of the list has the last word."""
    filled = Person(NUMBER, "  Ada  Maria Moss ", "ada@example.com", {"city": "Reno"}).script_values()
    assert {
        "name": "  Ada  Maria Moss ",
        "first_name": "Ada",
        "email": "ada@example.com",
        "city": "Reno",
    } == filled
    named = Person(NUMBER, "Ada Moss", "", {"name": "Dr Moss", "first_name": "Dr", "email": "x@example.com"})
    assert named.variables == named.script_values()
    assert {"name": "", "first_name": "", "email": ""} == Person(NUMBER).script_values()


def test_a_number_is_shown_masked_and_one_that_cannot_be_opened_not_at_all(key_ring: KeyRing) -> None:
    """Law 8."""
    account, lead = AccountId("acc_1"), LeadId("lead_1")
    shown = masked_number(key_ring.seal_record(Person(NUMBER), account), account, lead, key_ring)
    assert "5550" not in shown
    assert NUMBER[-2:] == shown[-2:]
    with capture_logs() as logs:
        assert not any(each.isdigit() for each in masked_number(b"nothing", account, lead, key_ring))
    assert [{"event": "lead.unreadable", "log_level": "error", "lead_id": lead}] == logs
