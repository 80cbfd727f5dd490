"""Lists of numbers or of their hashes, read in pieces."""

import gzip
import hashlib
import io

import pytest

from database.sealing import KeyRing
from domain.identifiers import AccountId
from lists import hashed_numbers
from lists.hashed_numbers import Piece, pieces_of

ACCOUNT = AccountId("acc_1")
NUMBER = "+14155552671"
SHA256 = hashlib.sha256(NUMBER.encode()).hexdigest()


def read(key_ring: KeyRing, content: bytes, region: str | None = "US") -> list[Piece]:
    return list(pieces_of(io.BytesIO(content), region, ACCOUNT, key_ring))


@pytest.mark.parametrize(
    "line",
    [
        NUMBER,
        SHA256,
        SHA256.upper(),
        f'"{SHA256}"',
        f" {NUMBER} ",
        "(415) 555-2671",
        f"{NUMBER},2026-01-01",
        f"{SHA256};x",
        f"{NUMBER}\tx",
        f"\ufeff{NUMBER}",
    ],
)
@pytest.mark.parametrize("is_packed", [True, False])
def test_a_number_is_one_hash_however_it_is_written(key_ring: KeyRing, line: str, is_packed: bool) -> None:
    """And it is that by which the number of a lead is looked up."""
    content = f"{line}\r\n".encode()
    [piece] = read(key_ring, gzip.compress(content) if is_packed else content)
    assert [key_ring.lookup_on_lists(NUMBER, ACCOUNT)] == piece.hashes
    assert (1, 0, []) == (piece.numbers, piece.rejected, piece.problems)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("+4402079460123", "+442079460123"),
        ("+442079460123", "+442079460123"),
        ("+5215512345678", "+525512345678"),
        ("+54111512345678", "+5491112345678"),
        ("+55011987654321", "+5511987654321"),
        ("+390612345678", "+390612345678"),
        ("+12025550123", "+12025550123"),
    ],
)
def test_behind_a_plus_sign_too_a_number_may_be_written_in_two_ways(
    key_ring: KeyRing, line: str, number: str
) -> None:
    """A lead of that number is found, whichever way the list has it."""
    [piece] = read(key_ring, line.encode(), region=None)
    assert [key_ring.lookup_on_lists(number, ACCOUNT)] == piece.hashes


def test_what_is_kept_depends_on_key_and_account_and_is_no_plain_hash(key_ring: KeyRing) -> None:
    kept = key_ring.lookup_on_lists(NUMBER, ACCOUNT)
    others = {
        key_ring.lookup_on_lists(NUMBER, "acc_2"),
        KeyRing({1: b"k" * 32}, b"another lookup key" * 2).lookup_on_lists(NUMBER, ACCOUNT),
        key_ring.lookup(NUMBER, ACCOUNT)[:16],
        bytes.fromhex(SHA256)[:16],
    }
    assert (16, False) == (len(kept), kept in others)


def test_a_long_file_comes_in_pieces_that_count_on(
    key_ring: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bad lines with their place and without what they say; blank ones are none."""
    monkeypatch.setattr(hashed_numbers, "_LINES_AT_ONCE", 3)
    monkeypatch.setattr(hashed_numbers, "_MOST_PROBLEMS", 2)
    lines = ["phone", f"{NUMBER[:-1]}1", "", "12", f"{NUMBER[:-1]}2", f"{NUMBER[:-1]}3", "x", SHA256[:-1]]
    pieces = read(key_ring, "\n".join(lines).encode())
    assert [(1, 1, 1), (3, 2, 2), (3, 4, 0)] == [
        (piece.numbers, piece.rejected, len(piece.hashes)) for piece in pieces
    ]
    assert [1, 4] == [problem.line for problem in pieces[-1].problems]
    assert "phone" not in str([problem.message for problem in pieces[-1].problems if problem.line == 4])


def test_a_line_without_an_end_is_no_memory(key_ring: KeyRing) -> None:
    [piece] = read(key_ring, b"x" * 5000)
    assert (0, 5) == (piece.numbers, piece.rejected)


def test_a_broken_packed_file_says_so(key_ring: KeyRing) -> None:
    with pytest.raises((OSError, EOFError)):
        read(key_ring, gzip.compress(f"{NUMBER}\n".encode() * 99)[:-9])
