"""A carrier's messages reach the call whole and in order, however the network cuts or joins them."""

import asyncio
import fcntl
import random
import struct
import sys
import termios
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import pairwise
from socket import SO_LINGER, SOL_SOCKET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.frames import Frame, Opcode

from media.carriers.carrier_socket import CarrierSocket
from media.carriers.frame_edges import missing, whole_texts
from tests.media.house import until

HANDSHAKE = (
    b"GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
LENGTHS = (0, 1, 125, 126, 127, 240, 300, 4_000, 65_000)


def framed(payload: bytes, opcode: Opcode = Opcode.TEXT, *, fin: bool = True) -> bytes:
    """A client's frame."""
    return Frame(opcode, payload, fin).serialize(mask=True)


def conversation(dice: random.Random) -> tuple[list[bytes], list[bytes]]:
    """Messages, and the frames that carry them: whole, or in parts with pings between."""
    messages, frames = [], []
    for number in range(40):
        message = struct.pack(">I", number) * (dice.choice(LENGTHS) // 4 + 1)
        messages.append(message)
        if dice.random() < 0.2:
            cut = dice.randrange(len(message))
            frames += [framed(message[:cut], fin=False), framed(b"?", Opcode.PING)]
            frames.append(framed(message[cut:], Opcode.CONT))
        else:
            frames.append(framed(message))
    return messages, frames


def cut(frames: list[bytes], dice: random.Random) -> list[bytes]:
    """What the network makes of it: mostly a frame at a time, some joined, some cut anywhere."""
    pieces, joined = [], b""
    for frame in frames:
        joined += frame
        match dice.randrange(6):
            case 0:
                continue
            case 1:
                place = dice.randrange(len(joined))
                pieces += [joined[:place], joined[place:]]
            case _:
                pieces.append(joined)
        joined = b""
    return [piece for piece in (*pieces, joined) if piece]


@asynccontextmanager
async def answering(
    messages: list[bytes],
) -> AsyncIterator[tuple[Server, asyncio.StreamReader, asyncio.StreamWriter]]:
    """A server that takes a call's messages, and both ends of a connection to it."""

    async def hold(connection: ServerConnection) -> None:
        assert isinstance(connection, CarrierSocket)
        await connection.deliver(messages.append)

    async with serve(hold, "127.0.0.1", 0, create_connection=CarrierSocket, compression=None) as server:
        host, port = server.sockets[0].getsockname()[:2]
        reader, writer = await asyncio.open_connection(host, port)
        yield server, reader, writer
        writer.close()


@asynccontextmanager
async def connected(messages: list[bytes]) -> AsyncIterator[tuple[CarrierSocket, asyncio.StreamWriter]]:
    """The socket of a server that takes a call's messages, after the handshake, and who writes to it."""
    async with answering(messages) as (server, reader, writer):
        writer.write(HANDSHAKE)
        await reader.readuntil(b"\r\n\r\n")
        (socket,) = server.connections
        assert isinstance(socket, CarrierSocket)
        yield socket, writer


async def taken(pieces: list[bytes], count: int) -> list[bytes]:
    """The messages that the call takes of these pieces."""
    messages: list[bytes] = []
    async with connected(messages) as (socket, _):
        for piece in pieces:
            socket.data_received(piece)
        await until(lambda: len(messages) >= count, 5)
    return messages


@pytest.mark.parametrize("seed", range(20))
async def test_every_message_is_taken_whole_and_in_order(seed: int) -> None:
    dice = random.Random(seed)
    messages, frames = conversation(dice)
    assert messages == await taken(cut(frames, dice), len(messages))


@pytest.mark.parametrize("cuts", [(), (1,), (2,), (3,), (4,), (7,), (100,), (2, 8)])
async def test_what_looks_like_a_message_within_a_message_is_none(cuts: tuple[int, ...]) -> None:
    """Of what a frame says only its place in the stream tells whether it is one."""
    inner = framed(b"b" * 240)
    message = b"a" * 300 + inner
    frame = b"\x81\xfe" + struct.pack(">H", len(message)) + bytes(4) + message
    ends = (0, *cuts, len(frame) - len(inner), len(frame))
    assert [message] == await taken([frame[start:end] for start, end in pairwise(ends)], 1)


async def test_a_frame_behind_the_handshake_is_left_to_the_library() -> None:
    """Nobody knows then where the first frame of a later piece begins."""
    messages = [b"a" * 240, b"b" * 240, b"c" * 240]
    first, second, third = map(framed, messages)
    received: list[bytes] = []
    async with answering(received) as (server, _, writer):
        writer.write(HANDSHAKE + first[:100])
        await until(lambda: server.connections, 5)
        writer.write(first[100:] + second)
        writer.write(third)
        await until(lambda: len(received) == 3, 5)
    assert messages == received


@given(st.lists(st.sampled_from(LENGTHS), max_size=8), st.data())
def test_the_end_of_every_frame_is_known_unless_a_head_was_cut(
    lengths: list[int], data: st.DataObject
) -> None:
    frames = [framed(b"x" * length) for length in lengths]
    stream = b"".join(frames)
    cuts = sorted({data.draw(st.integers(0, len(stream))) for _ in range(5)} | {0, len(stream)})
    left: int | None = 0
    for start, end in pairwise(cuts):
        left = missing(stream[start:end], left)
    assert left in (0, None)
    assert 0 == missing(stream, 0)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("opcode", [Opcode.TEXT, Opcode.BINARY, Opcode.PING])
def test_only_text_messages_of_a_frames_length_go_past_the_library(length: int, opcode: Opcode) -> None:
    if opcode is Opcode.PING and length > 125:
        return
    payload = random.Random(1).randbytes(length)
    data = framed(payload, opcode)
    expected = [payload] if opcode is Opcode.TEXT and length >= 126 else []
    assert expected == whole_texts(data)
    assert expected * 2 == whole_texts(data + data)
    assert [] == whole_texts(data[:-1]) == whole_texts(data + b"x") == whole_texts(data + framed(b"short"))


FRAMES = [bytes([number]) * 240 for number in range(1, 8)]


async def test_a_socket_read_by_the_clock_takes_everything_at_the_next_look() -> None:
    messages: list[bytes] = []
    async with connected(messages) as (socket, writer):
        socket.read_by_clock()
        socket.look()
        for frame in FRAMES[:3]:
            writer.write(framed(frame))
            await writer.drain()
        await until(lambda: unread(socket) == 3 * len(framed(FRAMES[0])), 5)
        assert [] == messages
        socket.look()
        assert FRAMES[:3] == messages
        writer.write(framed(FRAMES[3]))
        await until(lambda: unread(socket) > 0, 5)
        socket.read_at_once()
        writer.write(b"".join(map(framed, FRAMES[4:])))
        await until(lambda: len(messages) >= len(FRAMES), 5)
    assert FRAMES == messages


def unread(socket: CarrierSocket) -> int:
    """How many bytes the system holds for this socket."""
    held = fcntl.ioctl(socket.transport.get_extra_info("socket").fileno(), termios.FIONREAD, bytes(4))
    return int.from_bytes(held, sys.byteorder)


@pytest.mark.parametrize("leaves", ["closes", "breaks off"])
async def test_the_end_of_a_line_read_by_the_clock_is_noticed(leaves: str) -> None:
    ended = asyncio.Event()

    async def hold(connection: ServerConnection) -> None:
        assert isinstance(connection, CarrierSocket)
        connection.read_by_clock()

        def is_noticed() -> bool:
            connection.look()
            return not connection.is_read_by_clock

        await until(is_noticed, 5)
        await connection.deliver(lambda _: None)
        ended.set()

    async with serve(hold, "127.0.0.1", 0, create_connection=CarrierSocket, compression=None) as server:
        host, port = server.sockets[0].getsockname()[:2]
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(HANDSHAKE)
        await reader.readuntil(b"\r\n\r\n")
        if leaves == "breaks off":
            reset = struct.pack("ii", 1, 0)
            writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, reset)
        writer.close()
        await asyncio.wait_for(ended.wait(), 5)


async def test_what_came_before_a_line_broke_off_is_taken_as_it_ends_and_nothing_after_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A key that was pressed just before somebody hung up hard; the descriptor may be somebody else's afterwards."""
    messages: list[bytes] = []
    came = b"".join(map(framed, FRAMES))
    monkeypatch.setattr("media.carriers.carrier_socket._MOST_READ", len(came) // 2)
    async with connected(messages) as (socket, writer):
        socket.read_by_clock()
        writer.write(came)
        await until(lambda: unread(socket) == len(came), 5)
        socket.transport.abort()
        socket.look()
        assert [] == messages
        await until(lambda: messages, 5)
        assert not socket.is_read_by_clock
        socket.look()
    assert FRAMES == messages


def breaks_off(socket: CarrierSocket) -> None:
    socket.transport.abort()


def closes(socket: CarrierSocket) -> None:
    socket.protocol.send_close()


@pytest.mark.parametrize("goes_down", [breaks_off, closes])
async def test_a_line_that_is_down_is_read_by_no_clock(goes_down: Callable[[CarrierSocket], None]) -> None:
    """Whoever looks at it every 20 ms would do so for ever."""
    async with connected([]) as (socket, _):
        goes_down(socket)
        socket.read_by_clock()
        assert not socket.is_read_by_clock


async def test_after_a_failure_nothing_is_taken_and_the_line_is_read_at_once() -> None:
    """What the far end says then is the library's to answer: a close must not wait for a clock that has stopped."""
    messages: list[bytes] = []
    async with connected(messages) as (socket, _):
        socket.read_by_clock()
        socket.fail(ValueError("a defect"))
        assert not socket.is_read_by_clock
        socket.data_received(framed(FRAMES[0]))
    assert [] == messages
