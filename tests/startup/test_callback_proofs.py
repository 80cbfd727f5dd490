"""What a proof in a carrier's address proves: one connection, for one attempt or message, made by us."""

import base64
import hmac

import pytest

from domain.errors import TamperedOrExpired
from domain.identifiers import ConnectionId
from startup.callback_proofs import ALL, CallbackProofs

PROOFS, OTHERS = (CallbackProofs(base64.b64encode(key * 32).decode()) for key in (b"s", b"t"))
OURS, THEIRS = ConnectionId("conn_1"), ConnectionId("conn_2")
ATTEMPT = "call_1-1"


@pytest.mark.parametrize("about", [ATTEMPT, "msg_1", ALL])
def test_a_proof_names_the_connection_it_was_made_for(about: str) -> None:
    assert OURS == PROOFS.read(PROOFS.issue(OURS, about), about)


@pytest.mark.parametrize(
    ("proof", "about"),
    [
        (PROOFS.issue(OURS, ATTEMPT), "call_1-2"),
        (PROOFS.issue(OURS, ATTEMPT), ALL),
        (PROOFS.issue(OURS, ALL), ATTEMPT),
        (PROOFS.issue(OURS, ATTEMPT).replace(OURS, THEIRS), ATTEMPT),
        (OTHERS.issue(OURS, ATTEMPT), ATTEMPT),
        (PROOFS.issue(ConnectionId("conn_1:call"), "1-1"), ATTEMPT),
        (PROOFS.issue(OURS, "call:1-1").replace(OURS, f"{OURS}:call"), "1-1"),
        (f"{OURS}.", ATTEMPT),
        (OURS, ATTEMPT),
        ("", ATTEMPT),
    ],
    ids=[
        "another attempt",
        "the whole account",
        "an attempt of the account",
        "another connection",
        "another key",
        "a connection that is named like its beginning",
        "a name that runs on",
        "no tag",
        "a name alone",
        "nothing",
    ],
)
def test_it_proves_nothing_else(proof: str, about: str) -> None:
    """Whoever signs by a connection of his own would else answer for another's calls."""
    with pytest.raises(TamperedOrExpired):
        PROOFS.read(proof, about)


def test_a_proof_is_too_long_to_be_guessed_and_says_what_it_is_for() -> None:
    """144 bits; the same key signs stream tokens, and what is in the world stays good over a release."""
    digest = hmac.digest(b"s" * 32, f"callback:6:{OURS}:{ATTEMPT}".encode(), "sha256")
    assert f"{OURS}.{base64.urlsafe_b64encode(digest[:18]).decode()}" == PROOFS.issue(OURS, ATTEMPT)
