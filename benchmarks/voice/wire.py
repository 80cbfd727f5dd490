"""HTTP/1.1 and WebSockets for the load driver: no more than it needs, since it shares a core with all callees and vendors.

Only well-behaved peers on loopback are met here: the media servers under test, whose own libraries check every byte.
"""

import asyncio
import base64
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, cast

_GUID: Final = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_NO_MASK: Final = b"\0\0\0\0"  # a mask of zeros leaves the payload as it is, and is as valid as any other
TEXT: Final = 1
BINARY: Final = 2
CLOSE: Final = 8
PING: Final = 9
PONG: Final = 10


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


def message(opcode: int, payload: bytes, *, masked: bool) -> bytes:
    """A whole WebSocket message in one frame; a client's are masked."""
    length, bit = len(payload), 0x80 if masked else 0
    if length < 126:
        head = bytes((0x80 | opcode, bit | length))
    elif length < 65_536:
        head = bytes((0x80 | opcode, bit | 126)) + length.to_bytes(2, "big")
    else:
        head = bytes((0x80 | opcode, bit | 127)) + length.to_bytes(8, "big")
    return head + (_NO_MASK if masked else b"") + payload


class Messages:
    """Cuts a byte stream into WebSocket messages; nobody here sends them in fragments."""

    def __init__(self) -> None:
        self._rest = b""

    def take(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        """The (opcode, payload) of every message that is complete with this data."""
        data = self._rest + data if self._rest else data
        place = 0
        while (found := _message_at(data, place)) is not None:
            opcode, payload, place = found
            yield opcode, payload
        self._rest = data[place:]


def _message_at(data: bytes, place: int) -> tuple[int, bytes, int] | None:
    if len(data) < place + 2:
        return None
    opcode, length, start = data[place] & 15, data[place + 1] & 127, place + 2
    if length >= 126:
        width = 2 if length == 126 else 8
        length, start = int.from_bytes(data[start : start + width], "big"), start + width
    masked = data[place + 1] & 128
    begin = start + 4 if masked else start
    if len(data) < begin + length:
        return None
    payload = data[begin : begin + length]
    return opcode, _unmasked(payload, data[start:begin]) if masked else payload, begin + length


def _unmasked(payload: bytes, key: bytes) -> bytes:
    if key == _NO_MASK:
        return payload
    size = len(payload)
    mask = int.from_bytes((key * (size // 4 + 1))[:size], "little")
    return (int.from_bytes(payload, "little") ^ mask).to_bytes(size, "little")


class Visitor(asyncio.Protocol):
    """One connection of a server under test: HTTP requests, until one of them becomes a socket."""

    def __init__(self, answer: "Callable[[Visitor, Request], None]") -> None:
        self._answer = answer
        self._waiting = b""
        self._messages: Messages | None = None
        self._heard: Callable[[int, bytes], None] | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody came."""
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """They left."""
        self._transport = None

    def data_received(self, data: bytes) -> None:
        """Bytes came."""
        if self._messages is not None and self._heard is not None:
            self._take(self._messages, self._heard, data)
            return
        self._waiting += data
        while (found := _request_in(self._waiting)) is not None:
            request, self._waiting = found
            self._answer(self, request)

    def upgrade(self, request: Request, heard: Callable[[int, bytes], None]) -> None:
        """Make a socket of this connection; heard gets the opcode and payload of each text and binary message."""
        self._messages, self._heard = Messages(), heard
        key = request.headers["sec-websocket-key"].encode()
        accept = base64.b64encode(hashlib.sha1(key + _GUID).digest())
        self._write(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
        )

    def send(self, text: bytes) -> None:
        """A text message."""
        self._write(message(TEXT, text, masked=False))

    def whole(
        self, body: bytes, content_type: bytes = b"application/json", status: bytes = b"200 OK"
    ) -> None:
        """Answer with this body."""
        length = str(len(body)).encode()
        self._write(
            b"HTTP/1.1 " + status + b"\r\nContent-Type: " + content_type
            + b"\r\nContent-Length: " + length + b"\r\n\r\n" + body
        )  # fmt: skip

    def begin(self, content_type: bytes) -> None:
        """Answer in pieces."""
        self._write(
            b"HTTP/1.1 200 OK\r\nContent-Type: " + content_type + b"\r\nTransfer-Encoding: chunked\r\n\r\n"
        )

    def piece(self, data: bytes) -> None:
        """The next piece of an answer."""
        self._write(b"%x\r\n%b\r\n" % (len(data), data))

    def end(self) -> None:
        """The answer is complete."""
        self._write(b"0\r\n\r\n")

    def _take(self, messages: Messages, heard: Callable[[int, bytes], None], data: bytes) -> None:
        for opcode, payload in messages.take(data):
            if opcode in (TEXT, BINARY):
                heard(opcode, payload)
            elif opcode == PING:
                self._write(message(PONG, payload, masked=False))
            elif opcode == CLOSE:
                self._write(message(CLOSE, payload[:2], masked=False))
                if self._transport is not None:
                    self._transport.close()

    def _write(self, data: bytes) -> None:
        if self._transport is not None:
            self._transport.write(data)


def _request_in(data: bytes) -> tuple[Request, bytes] | None:
    head, end, rest = data.partition(b"\r\n\r\n")
    if not end:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    length = int(headers.get("content-length", "0"))
    if len(rest) < length:
        return None
    return Request(method, target, headers, rest[:length]), rest[length:]


class Line(asyncio.Protocol):
    """A carrier's socket to a media server: heard gets each message's payload, ended is called once."""

    def __init__(self, heard: Callable[[bytes], None], ended: Callable[[], None]) -> None:
        self._heard, self._ended = heard, ended
        self._messages = Messages()
        self._shake: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._head = b""
        self._transport: asyncio.Transport | None = None

    async def open(self, host: str, port: int, path: str, headers: Mapping[str, str]) -> None:
        """Connect and shake hands. Raises OSError, or ConnectionError when the server refuses."""
        await asyncio.get_running_loop().create_connection(lambda: self, host, port)
        key = base64.b64encode(os.urandom(16)).decode()
        wanted = {
            "Host": f"{host}:{port}", "Upgrade": "websocket", "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": key, **headers,
        }  # fmt: skip
        lines = "".join(f"{name}: {value}\r\n" for name, value in wanted.items())
        self._write(f"GET {path} HTTP/1.1\r\n{lines}\r\n".encode())
        await self._shake

    def send(self, text: bytes) -> None:
        """A text message."""
        self._write(message(TEXT, text, masked=True))

    def close(self) -> None:
        """Say goodbye and leave."""
        self._write(message(CLOSE, b"\x03\xe8", masked=True))
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The server is there."""
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """It has left."""
        self._transport = None
        if not self._shake.done():
            self._shake.set_exception(ConnectionError("The server left during the handshake."))
        self._ended()

    def data_received(self, data: bytes) -> None:
        """Bytes came."""
        if not self._shake.done():
            data = self._shaken(data)
        for opcode, payload in self._messages.take(data):
            if opcode in (TEXT, BINARY):
                self._heard(payload)
            elif opcode == PING:
                self._write(message(PONG, payload, masked=True))
            elif opcode == CLOSE:
                self.close()

    def _shaken(self, data: bytes) -> bytes:
        self._head += data
        head, end, rest = self._head.partition(b"\r\n\r\n")
        if not end:
            return b""
        if b" 101 " in head.split(b"\r\n")[0]:
            self._shake.set_result(None)
            return rest
        self._shake.set_exception(ConnectionError(head.split(b"\r\n")[0].decode("latin-1")))
        return b""

    def _write(self, data: bytes) -> None:
        if self._transport is not None:
            self._transport.write(data)


async def post(port: int, path: str, body: bytes, authorization: str) -> bytes:
    """The body of the answer to a POST of JSON on loopback. Raises OSError, or RuntimeError for any status but 2xx."""
    return await _ask(port, f"POST {path}", body, authorization)


async def get(port: int, path: str, authorization: str = "") -> bytes:
    """The body of the answer to a GET on loopback. Raises as post does."""
    return await _ask(port, f"GET {path}", b"", authorization)


async def _ask(port: int, line: str, body: bytes, authorization: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        head = (
            f"{line} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nAuthorization: {authorization}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answer = await reader.read()
    finally:
        writer.close()
    head_of_answer, _, content = answer.partition(b"\r\n\r\n")
    status = head_of_answer.split(b"\r\n")[0].decode("latin-1")
    if " 2" not in status[8:11]:
        raise RuntimeError(f"{line}: {status} {content[:300]!r}")
    return content
