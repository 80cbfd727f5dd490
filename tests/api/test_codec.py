"""The codec endpoint: for the holder of the key, on loopback, for the Web UI's own pages."""

import json

import httpx
import pytest
from google.protobuf import json_format
from temporalio.api.common.v1 import Payload, Payloads

from api.codec import RefusedToServe, build_codec_app, check_private
from database.sealing import KeyRing
from startup.temporal import EncryptingCodec

KEY = "a key of sixteen and more"
PLAIN = Payload(metadata={"encoding": b"json/plain"}, data=b'"+14155552671"')


@pytest.fixture
def codec(key_ring: KeyRing) -> EncryptingCodec:
    """The codec of all processes."""
    return EncryptingCodec(key_ring)


def client(codec: EncryptingCodec) -> httpx.AsyncClient:
    """The Web UI's way to the endpoint."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(build_codec_app(codec, KEY)), base_url="http://ui")


async def test_what_is_sealed_is_shown_and_sealed_again(codec: EncryptingCodec) -> None:
    sealed = json_format.MessageToDict(Payloads(payloads=await codec.encode([PLAIN])))
    async with client(codec) as http:
        decoded = await http.post(f"/{KEY}/decode", json=sealed)
        assert json_format.ParseDict(decoded.json(), Payloads()).payloads[0] == PLAIN
        encoded = await http.post(f"/{KEY}/encode", json=decoded.json())
    assert "+1415" not in encoded.text
    assert await codec.decode(json_format.ParseDict(encoded.json(), Payloads()).payloads) == [PLAIN]


async def test_another_key_finds_nothing(codec: EncryptingCodec) -> None:
    async with client(codec) as http:
        assert (await http.post("/wrong/decode", json={"payloads": []})).status_code == 404


async def test_what_cannot_be_opened_is_refused(codec: EncryptingCodec) -> None:
    altered = Payload(metadata={"encoding": b"binary/encrypted"}, data=b"\x01" + b"x" * 40)
    body = json_format.MessageToDict(Payloads(payloads=[altered]))
    async with client(codec) as http:
        assert (await http.post(f"/{KEY}/decode", content=json.dumps(body))).status_code == 400
        assert (await http.post(f"/{KEY}/decode", content=b"no json")).status_code == 400


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        ("http://127.0.0.1:8233", True),
        ("http://localhost:9000", True),
        ("https://evil.example", False),
        ("http://127.0.0.1.evil.example", False),
    ],
)
async def test_only_pages_of_this_machine_may_ask(codec: EncryptingCodec, origin: str, allowed: bool) -> None:
    headers = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    async with client(codec) as http:
        answer = await http.options(f"/{KEY}/decode", headers=headers)
    assert (answer.headers.get("access-control-allow-origin") == origin) is allowed


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.5", "outbound.example", ""])
def test_a_public_address_is_refused(host: str) -> None:
    with pytest.raises(RefusedToServe):
        check_private(host, KEY)


def test_a_short_key_is_refused_and_loopback_is_served() -> None:
    with pytest.raises(RefusedToServe):
        check_private("127.0.0.1", "short")
    for host in ("127.0.0.1", "localhost", "::1"):
        check_private(host, KEY)
