"""Each address of ours that Twilio asks: whom it is about, and the proof of whose account it goes through."""

import pytest

from domain.identifiers import AttemptId, MessageId
from providers.carriers.contract import CallbackAddress
from providers.carriers.twilio import addresses
from providers.carriers.twilio.addresses import account_urls, after_url, message_url

HOOKS = "https://outbound.example/api/webhooks/twilio"
PROOF = "conn_1.a+b/c="
IN_A_QUERY = "?through=conn_1.a%2Bb%2Fc%3D"
PLACES = {
    "answer_url": "/voice/call_1-1/media-2",
    "after_url": "/after/call_1-1/media-2",
    "status_url": "/status/call_1-1",
    "machine_url": "/machine/call_1-1/media-2",
}


def about(proof: str = "") -> CallbackAddress:
    """An attempt that a process has prepared for."""
    return CallbackAddress("https://outbound.example", AttemptId("call_1-1"), "media-2", proof)


def test_every_address_of_a_call_is_tried() -> None:
    assert set(PLACES) == {name for name in vars(addresses) if name.endswith("_url")} - {"message_url"}


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize(("proof", "query"), [("", ""), (PROOF, IN_A_QUERY)])
def test_an_address_of_a_call_names_its_attempt_and_carries_its_proof(
    name: str, proof: str, query: str
) -> None:
    assert f"{HOOKS}{PLACES[name]}{query}" == getattr(addresses, name)(about(proof))


def test_how_often_was_waited_stands_in_the_address_beside_the_proof() -> None:
    assert f"{HOOKS}/after/call_1-1/media-2?tries=2" == after_url(about(), tries=2)
    assert f"{HOOKS}/after/call_1-1/media-2{IN_A_QUERY}&tries=2" == after_url(about(PROOF), tries=2)


@pytest.mark.parametrize(("proof", "query"), [("", ""), (PROOF, IN_A_QUERY)])
def test_addresses_of_messages_and_of_whole_accounts_carry_it_too(proof: str, query: str) -> None:
    message = message_url("https://outbound.example", MessageId("msg_1"), proof)
    assert f"{HOOKS}/sms/msg_1{query}" == message
    assert {"calls": f"{HOOKS}{query}", "messages": f"{HOOKS}/sms-inbound{query}"} == account_urls(
        "https://outbound.example", proof
    )
