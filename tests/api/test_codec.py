"""The codec endpoint: for this process's own user, on loopback, for the Web UI's own pages."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from google.protobuf import json_format
from temporalio.api.common.v1 import Payload, Payloads

from database.sealing import KeyRing
from startup import loopback_peers
from startup.codec import RefusedToServe, build_codec_app, check_private
from startup.http_server import server_config
from startup.loopback_peers import Address
from startup.payload_codec import EncryptingCodec
from tests.api.server import AnnouncedServer

PLAIN = Payload(metadata={"encoding": b"json/plain"}, data=b'"+14155552671"')
ASK = """
import os, socket, sys
os.setuid(int(sys.argv[2]))
asking = socket.socket()
asking.connect(("127.0.0.1", int(sys.argv[1].rpartition(":")[2])))
asking.sendall(b"POST /decode HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nContent-Length: 17\\r\\n\\r\\n" + b'{"payloads":  []}')
print(asking.recv(100).split()[1].decode())
"""


@pytest.fixture
def codec(key_ring: KeyRing) -> EncryptingCodec:
    """The codec of all processes."""
    return EncryptingCodec(key_ring)


def everybody(_peer: Address, _server: Address) -> bool:
    """Stands in for the kernel's account where there is no connection."""
    return True


def client(codec: EncryptingCodec, host: str = "127.0.0.1:8003") -> httpx.AsyncClient:
    """The Web UI's way to the endpoint."""
    app = httpx.ASGITransport(build_codec_app(codec, everybody))
    return httpx.AsyncClient(transport=app, base_url=f"http://{host}")


@asynccontextmanager
async def served(codec: EncryptingCodec) -> AsyncIterator[str]:
    """The endpoint over real sockets; its address."""
    server = AnnouncedServer(server_config(build_codec_app(codec), host="127.0.0.1", port=0))
    running = asyncio.create_task(server.serve())
    async with asyncio.timeout(10):
        await server.is_up.wait()
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    await running


async def test_what_is_sealed_is_shown_and_sealed_again(codec: EncryptingCodec) -> None:
    sealed = json_format.MessageToDict(Payloads(payloads=await codec.encode([PLAIN])))
    async with client(codec) as http:
        decoded = await http.post("/decode", json=sealed)
        assert json_format.ParseDict(decoded.json(), Payloads()).payloads[0] == PLAIN
        encoded = await http.post("/encode", json=decoded.json())
    assert "+1415" not in encoded.text
    assert await codec.decode(json_format.ParseDict(encoded.json(), Payloads()).payloads) == [PLAIN]


@pytest.mark.parametrize("table", [True, False], ids=["by the kernel's table", "by the user's processes"])
async def test_the_users_own_connection_is_admitted(
    codec: EncryptingCodec, table: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    if not table:
        monkeypatch.setattr(loopback_peers, "_TABLES", (tmp_path / "none",))  # type: ignore[operator]
    async with served(codec) as address, httpx.AsyncClient(trust_env=False) as http:
        assert 200 == (await http.post(f"{address}/decode", json={"payloads": []})).status_code


async def test_a_body_that_is_too_long_is_refused_however_it_comes(
    codec: EncryptingCodec, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks says no length, or a wrong one: what comes is counted."""
    monkeypatch.setattr("startup.codec._LONGEST_BODY", 1_000)

    async def pieces(count: int) -> AsyncIterator[bytes]:
        yield b'{"payloads": []}'
        for _ in range(count):
            yield b" " * 100

    async with client(codec) as http:
        answers = [await http.post("/decode", content=pieces(count)) for count in (9, 10)]
    assert [200, 413] == [answer.status_code for answer in answers]


@pytest.mark.skipif(os.getuid() != 0, reason="only root can ask as somebody else")
@pytest.mark.skipif(sys.platform != "linux", reason="the user's processes are asked where there is no table")
async def test_another_user_of_the_machine_is_refused(
    codec: EncryptingCodec, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever may load the Web UI learns this address from it."""
    monkeypatch.setattr(os, "getuid", lambda: 4242)  # the endpoint as an ordinary user's
    async with served(codec) as address:
        answers = []
        for user in ("4242", "4243", "0"):
            asking = await asyncio.create_subprocess_exec(
                sys.executable, "-I", "-S", "-c", ASK, address, user, stdout=asyncio.subprocess.PIPE
            )
            answers.append((await asking.communicate())[0].decode().strip())
    assert ["200", "403", "200"] == answers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8003", "10.0.0.5:8003"])
async def test_a_name_that_was_bound_to_this_machine_is_refused(codec: EncryptingCodec, host: str) -> None:
    """A page of elsewhere may let its own name lead here."""
    async with client(codec, host) as http:
        assert 400 == (await http.post("/decode", json={"payloads": []})).status_code


async def test_what_cannot_be_opened_is_refused(codec: EncryptingCodec) -> None:
    async with client(codec) as http:
        for data in (b"\x01" + b"x" * 40, b"\x01", b""):
            altered = Payload(metadata={"encoding": b"binary/encrypted"}, data=data)
            body = json_format.MessageToDict(Payloads(payloads=[altered]))
            assert (await http.post("/decode", content=json.dumps(body))).status_code == 400
        assert (await http.post("/decode", content=b"no json")).status_code == 400


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
        answer = await http.options("/decode", headers=headers)
        asked = await http.post("/decode", json={"payloads": []}, headers={"Origin": origin})
    assert (answer.headers.get("access-control-allow-origin") == origin) is allowed
    assert (200 if allowed else 403) == asked.status_code


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.5", "outbound.example", ""])
def test_a_public_address_is_refused(host: str) -> None:
    with pytest.raises(RefusedToServe):
        check_private(host)


def test_loopback_is_served() -> None:
    for host in ("127.0.0.1", "localhost", "::1"):
        check_private(host)
