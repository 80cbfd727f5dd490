"""Which passwords are taken."""

import pytest

from domain.passwords import LONGEST, SHORTEST, weakness

TAKEN = [
    "sieben blaue Enten",
    "correct horse battery",
    "Zw9!kd0#Lq2m",
    "पासवर्ड नहीं है यह",
    "x7" * 3 + "qkwmzp",
]
REFUSED = [
    ("", "at least"),
    ("Zw9!kd0#Lq2", "at least"),
    ("a" * LONGEST + "b", "at most"),
    ("aaaaaaaaaaaaaaaa", "guessed"),
    ("abababababab1", "guessed"),
    ("password1234", "guessed"),
    ("Passw0rd!2026", "guessed"),
    ("123456789012", "guessed"),
    ("qwertyuiop12", "guessed"),
    ("Welcome!Admin1", "guessed"),
    ("qwertzuiop+123", "guessed"),
    ("outbound-admin", "guessed"),
    ("12345678901234567890!", "guessed"),
    ("lovelace and me", "own name"),
    ("my ADA.MAIL is it", "own name"),
]


@pytest.mark.parametrize("password", TAKEN)
def test_words_that_do_not_belong_together_are_taken(password: str) -> None:
    assert weakness(password, ("Ada", "Lovelace")) is None


@pytest.mark.parametrize("password, why", REFUSED)
def test_what_is_guessed_first_is_refused_with_the_reason(password: str, why: str) -> None:
    refused = weakness(password, ("Lovelace", "ada.mail", "Bo"))
    assert refused is not None
    assert why in refused


def test_the_bounds_are_taken() -> None:
    assert [None, None] == [weakness(("Zw9!kd0#Lq2m" * 20)[:length]) for length in (SHORTEST, LONGEST)]


def test_a_short_name_is_part_of_many_words() -> None:
    assert weakness("about seven bobsleds", ("Bob",)) is None
