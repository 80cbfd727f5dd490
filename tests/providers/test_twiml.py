"""Call documents: what we write, the simulated Twilio reads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.carriers.twilio.documents import connect_stream, hang_up
from simulators.phone_network.twilio.twiml import Hangup, Redirect, Stream, read_document

SOCKET = "wss://media.example.com/twilio/token"
THEN = "https://calls.example.com/webhooks/twilio/after?attempt=call_1-1&again=yes"


def test_stream_is_connected_and_then_the_next_document_is_asked_for() -> None:
    read = read_document(connect_stream(SOCKET, {"token": "abc"}, THEN))

    assert (Stream(SOCKET, {"token": "abc"}), Redirect(THEN, "POST")) == read


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=20).filter(str.isprintable),
        st.text(max_size=200).filter(str.isprintable),
    )
)
def test_parameters_arrive_as_they_were_given(parameters: dict[str, str]) -> None:
    stream = read_document(connect_stream(SOCKET, parameters, THEN))[0]

    assert Stream(SOCKET, parameters) == stream


def test_markup_in_a_parameter_stays_text() -> None:
    document = connect_stream(SOCKET, {"name": "\"/><Hangup/><!-- '&amp;"}, THEN)

    assert "<Hangup" not in document
    assert len(read_document(document)) == 2


@pytest.mark.parametrize(
    "url, parameters",
    [
        ("https://media.example.com/x", {}),
        ("ws://media.example.com/x", {}),
        ("ws://127.0.0.1.example.com/x", {}),
        ("wss://media.example.com/x?token=1", {}),
        ("wss://media.example.com/x?", {}),
        (SOCKET, {"name": "x" * 496}),
        (SOCKET, {"name": "a\x00b"}),
        (SOCKET, {"na\nme": "b"}),
    ],
)
def test_what_twilio_would_refuse_is_refused_here(url: str, parameters: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        connect_stream(url, parameters, THEN)


@pytest.mark.parametrize("url", ["ws://127.0.0.1:8100/x", "ws://localhost:8100/x", "ws://[::1]:8100/x"])
def test_plain_socket_is_allowed_on_loopback(url: str) -> None:
    assert Stream(url, {}) == read_document(connect_stream(url, {}, THEN))[0]


def test_hanging_up_is_one_verb() -> None:
    assert (Hangup(),) == read_document(hang_up())
