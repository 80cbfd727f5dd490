"""Call documents are refused as Twilio refuses them: a document that passes here passes there."""

import io
import wave

import pytest

from simulators.phone_network.twilio.twiml import BadDocument, Stream, read_document, samples_in

SOCKET = "wss://media.example.com/x"


def connecting(stream: str) -> str:
    return f"<Response><Connect>{stream}</Connect></Response>"


def streaming(url: str, parameters: str = "") -> str:
    return connecting(f'<Stream url="{url}">{parameters}</Stream>')


def parameter(length: int) -> str:
    """A parameter whose name and value have so many characters."""
    return f'<Parameter name="name" value="{"x" * (length - 4)}"/>'


@pytest.mark.parametrize(
    ("document", "code"),
    [
        pytest.param("<Response>", 12100, id="not XML"),
        pytest.param("<Reply/>", 12200, id="another root"),
        pytest.param("<Response><Shout/></Response>", 12200, id="no verb"),
        pytest.param(connecting(""), 12200, id="nothing to connect"),
        pytest.param(connecting("<Queue/>"), 12200, id="no stream"),
        pytest.param(connecting(f'<Stream url="{SOCKET}"/>' * 2), 12200, id="two streams"),
        pytest.param(streaming(f"{SOCKET}?token=1"), 31920, id="a query"),
        pytest.param(streaming("https://media.example.com/x"), 31922, id="no socket"),
        pytest.param(streaming("ws://media.example.com/x"), 31922, id="a plain socket elsewhere"),
        pytest.param(streaming("wss:///x"), 31922, id="no host"),
        pytest.param(streaming("wss://media.example.com:8443/x"), 31910, id="another port"),
        pytest.param(streaming(SOCKET, "<Parameter name='a'/>"), 12200, id="no value"),
        pytest.param(streaming(SOCKET, "<Parameter value='a'/>"), 12200, id="no name"),
        pytest.param(streaming(SOCKET, "<Header name='a' value='b'/>"), 12200, id="no parameter"),
        pytest.param(streaming(SOCKET, parameter(500)), 12200, id="a parameter of 500 characters"),
    ],
)
def test_what_twilio_refuses_is_refused(document: str, code: int) -> None:
    with pytest.raises(BadDocument) as refused:
        read_document(document)
    assert code == refused.value.code


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(streaming(SOCKET, parameter(499)), id="a parameter of 499 characters"),
        pytest.param(streaming("wss://media.example.com:443/x"), id="the port of its scheme"),
        pytest.param(streaming("wss://127.0.0.1:8443/x"), id="any port on loopback"),
        pytest.param(streaming("ws://[::1]:8100/x"), id="a plain socket on loopback"),
    ],
)
def test_what_twilio_takes_is_taken(document: str) -> None:
    (verb,) = read_document(document)
    assert isinstance(verb, Stream)


def sound(channels: int = 1, width: int = 2, rate: int = 8_000) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(channels)
        written.setsampwidth(width)
        written.setframerate(rate)
        written.writeframes(bytes(channels * width * 8))
    return file.getvalue()


@pytest.mark.parametrize(
    "wav",
    [sound(channels=2), sound(width=1), sound(rate=16_000), b"no sound", b""],
    ids=["stereo", "8 bit", "16 kHz", "no WAV", "nothing"],
)
def test_a_sound_that_this_network_cannot_play_is_refused(wav: bytes) -> None:
    with pytest.raises(BadDocument) as refused:
        samples_in(wav)
    assert 12300 == refused.value.code
    assert bytes(16) == samples_in(sound())
