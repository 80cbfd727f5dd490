"""Whose a carrier's request would be, by the proof in its address, before its signature is looked at."""

import base64
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.requests import Request

from api.webhooks.legs import Caller, SignatureRefused, caller_of
from domain.identifiers import ConnectionId
from providers.carriers.contract import PROOF
from startup.callback_proofs import CallbackProofs

PROOFS = CallbackProofs(base64.b64encode(b"s" * 32).decode())
OWN = ConnectionId("conn_1")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody's account with a carrier: what its callbacks are told apart by."""

    name: str
    whose: str


class Opened:
    """The installation has an account with each carrier, and one connection is an account with this one."""

    def __init__(self, carrier: str) -> None:
        self._carrier = carrier

    def installation(self, carrier: str) -> Any:
        """The house's own."""
        return SimpleNamespace(callbacks=Named(carrier, "installation"))

    async def telephony_named(self, connection_id: ConnectionId) -> Any:
        """The connection's."""
        if connection_id != OWN:
            return None
        return SimpleNamespace(callbacks=Named(self._carrier, "own"), account_id="acc_1")


async def _caller(proof: str, *, door: str = "twilio", carrier: str = "twilio", **about: str) -> Caller:
    scope = {
        "type": "http",
        "query_string": urlencode({PROOF: proof} if proof else {}).encode(),
        "path_params": about,
        "headers": [],
    }
    tools: Any = SimpleNamespace(connections=Opened(carrier), callback_proofs=PROOFS)
    return await caller_of(Request(scope), tools, door)


@pytest.mark.parametrize(
    "about",
    [{"attempt_id": "call_1-1"}, {"message_id": "msg_1"}, {}],
    ids=["a call", "a message", "an account"],
)
async def test_a_proof_names_its_connection_for_what_it_is_about(about: dict[str, str]) -> None:
    proof = PROOFS.issue(OWN, next(iter(about.values()), ""))
    caller = await _caller(proof, **about)
    assert Caller(Named("twilio", "own"), "acc_1", OWN, proof) == caller  # type: ignore[arg-type]


async def test_without_a_proof_it_is_the_installations_account_with_the_carrier_of_the_address() -> None:
    assert Caller(Named("exotel", "installation")) == await _caller("", door="exotel")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("proof", "carrier"),
    [
        (PROOFS.issue(OWN, "call_1-1"), "exotel"),
        (PROOFS.issue(OWN, "call_1-2"), "twilio"),
        (PROOFS.issue(ConnectionId("conn_gone"), "call_1-1"), "twilio"),
        ("conn_1.tag", "twilio"),
    ],
    ids=["of another carrier's account", "of another call", "of nobody's connection", "made up"],
)
async def test_a_proof_opens_no_other_door(proof: str, carrier: str) -> None:
    """A carrier that signs nothing would else speak for the calls of one that does."""
    with pytest.raises(SignatureRefused):
        await _caller(proof, carrier=carrier, attempt_id="call_1-1")
