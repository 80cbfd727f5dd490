"""Signed requests to other people's programs: what leaves, where it may go, how much of an answer is read."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpcore
import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from providers.errors import ProviderUnavailable, SendRefused
from providers.webhooks import MOST_READ, Notice, NoticeAnswer, WebhookSender
from tests.domain.test_outside_addresses import NOT_PUBLIC, TRICKS
from tests.providers.certificates import served_by_tls
from tests.providers.listeners import Listener, Network, answer, listening

SECRET, FORMER = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
BODY = '{"type":"call.closed","data":{"called":"Zoë"}}'
OUTSIDE = "https://hooks.example.com/in"
PUBLIC = "93.184.215.14"


def notice(url: str = OUTSIDE, secrets: Sequence[str] = (SECRET,)) -> Notice:
    return Notice("msg_1", url, secrets, BODY)


class Names:
    """A resolver that gives one answer after the other, the last one for good."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class Wire(httpcore.AsyncNetworkBackend):
    """A network that notes whom it was to reach, and reaches nobody but a stand-in of the test's."""

    def __init__(self, stand_in: tuple[str, int] | None = None, reports: str | None = None) -> None:
        self.reached: list[str] = []
        self._stand_in = stand_in
        self._network = Network(reports=reports)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        self.reached.append(host)
        if self._stand_in is None:
            raise httpcore.ConnectError("nobody")
        return await self._network.connect_tcp(*self._stand_in, timeout, local_address, socket_options)


@asynccontextmanager
async def receiver(says: bytes | None = None) -> AsyncIterator[tuple[Listener, WebhookSender]]:
    """Somebody's program on this machine, and who may send to it."""
    program_says = says or answer(b"{}", status="200 OK")
    async with listening(says=program_says) as program, aclosing(WebhookSender(local=True)) as sender:
        yield program, sender


async def test_a_receiver_proves_a_request_by_the_standards_own_library() -> None:
    """Requirement 6."""
    async with receiver() as (program, sender):
        answered = await sender.send(notice(f"{program.url}/in?of=us"))
    exchange = program.exchanges[0]
    assert (NoticeAnswer(200, b"{}"), True) == (answered, answered.taken)
    assert ("POST /in?of=us", BODY) == (exchange.line, exchange.body)
    assert "msg_1" == exchange.headers["webhook-id"]
    assert "application/json" == exchange.headers["content-type"]
    Webhook(SECRET).verify(exchange.body, exchange.headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(FORMER).verify(exchange.body, exchange.headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(exchange.body + " ", exchange.headers)


async def test_two_secrets_both_sign() -> None:
    async with receiver() as (program, sender):
        await sender.send(notice(program.url, (SECRET, FORMER)))
    for secret in (SECRET, FORMER):
        Webhook(secret).verify(program.exchanges[0].body, program.exchanges[0].headers)


async def test_the_moment_of_sending_is_signed() -> None:
    """So that whoever keeps a request cannot send it again later."""
    yesterday = datetime.now(UTC) - timedelta(days=1)
    late = WebhookSender(local=True, now=lambda: yesterday)
    async with listening(says=answer()) as program, aclosing(late) as sender:
        await sender.send(notice(program.url))
    assert str(int(yesterday.timestamp())) == program.exchanges[0].headers["webhook-timestamp"]
    with pytest.raises(WebhookVerificationError, match="too old"):
        Webhook(SECRET).verify(program.exchanges[0].body, program.exchanges[0].headers)


async def test_no_cookie_comes_back_and_each_request_has_its_own_connection() -> None:
    async with receiver(answer(b"", status="200 OK", headers="Set-Cookie: a=b\r\n")) as (program, sender):
        for _ in range(2):
            await sender.send(notice(program.url))
    assert (2, None) == (program.connections, program.exchanges[1].headers.get("cookie"))


@pytest.mark.parametrize(
    "status", ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"]
)
async def test_a_redirect_is_not_followed(status: str) -> None:
    async with listening() as elsewhere:
        moved = answer(b"", status=status, headers=f"Location: {elsewhere.url}/\r\n")
        async with receiver(moved) as (program, sender):
            answered = await sender.send(notice(program.url))
    assert (int(status[:3]), False, 0) == (answered.status, answered.taken, elsewhere.connections)


@pytest.mark.parametrize("url", TRICKS)
async def test_a_trick_reaches_neither_a_name_service_nor_a_network(url: str) -> None:
    """Requirement 6: what was stored before a rule is judged by it all the same."""
    names, wire = Names([PUBLIC]), Wire()
    async with aclosing(WebhookSender(resolve=names, network=wire)) as sender:
        with pytest.raises(SendRefused):
            await sender.send(notice(url))
    assert ([], []) == (names.asked, wire.reached)


@pytest.mark.parametrize("address", NOT_PUBLIC)
@pytest.mark.parametrize("beside", [[], [PUBLIC]])
async def test_a_name_that_leads_inside_is_refused_also_if_it_leads_outside_too(
    address: str, beside: list[str]
) -> None:
    wire = Wire()
    async with aclosing(WebhookSender(resolve=Names([*beside, address]), network=wire)) as sender:
        with pytest.raises(SendRefused) as refused:
            await sender.send(notice())
    assert ("not_public", []) == (refused.value.code, wire.reached)
    assert address not in str(refused.value) or not address


async def test_a_resolver_that_changes_its_answer_leads_nowhere_else() -> None:
    """Whoever rebinds a name is asked once, and the connection goes to what was judged."""
    names, wire = Names([PUBLIC], ["127.0.0.1"]), Wire()
    async with aclosing(WebhookSender(resolve=names, network=wire)) as sender:
        with pytest.raises(ProviderUnavailable):
            await sender.send(notice())
        assert (["hooks.example.com"], [PUBLIC]) == (names.asked, wire.reached)
        with pytest.raises(SendRefused):
            await sender.send(notice())
    assert [PUBLIC] == wire.reached


async def test_no_byte_is_written_to_a_peer_that_is_not_public() -> None:
    """However the connection came to it."""
    async with listening() as inside:
        wire = Wire((inside.host, inside.port))
        async with aclosing(WebhookSender(resolve=Names([PUBLIC]), network=wire)) as sender:
            with pytest.raises(SendRefused) as refused:
                await sender.send(notice())
    assert ("not_public", [PUBLIC], b"") == (refused.value.code, wire.reached, bytes(inside.received))


async def test_a_public_peer_is_spoken_to_by_tls_and_its_certificate_judged() -> None:
    async with listening() as stranger:
        wire = Wire((stranger.host, stranger.port), reports=PUBLIC)
        async with aclosing(WebhookSender(resolve=Names([PUBLIC]), network=wire)) as sender:
            with pytest.raises(ProviderUnavailable):
                await sender.send(notice())
    assert stranger.received.startswith(b"\x16\x03")
    assert b"hooks.example.com" in stranger.received  # the name it asks a certificate for
    assert BODY.encode() not in stranger.received


async def test_further_addresses_of_a_name_are_tried_but_few() -> None:
    wire = Wire()
    names = Names(["93.184.215.14", "93.184.215.15", "93.184.215.16", "93.184.215.17"])
    async with aclosing(WebhookSender(resolve=names, network=wire)) as sender:
        with pytest.raises(ProviderUnavailable):
            await sender.send(notice())
    assert ["93.184.215.14", "93.184.215.15", "93.184.215.16"] == wire.reached


async def test_a_name_of_nobody_is_an_outage() -> None:
    async def nobody(host: str, port: int) -> Sequence[str]:
        raise OSError("no such name")

    for names in (nobody, Names([])):
        async with aclosing(WebhookSender(resolve=names, network=Wire())) as sender:
            with pytest.raises(ProviderUnavailable) as failed:
                await sender.send(notice())
        assert "no_answer" == failed.value.code


@asynccontextmanager
async def babbling(head: bytes, endless: bytes) -> AsyncIterator[str]:
    """A program that never stops answering."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            writer.write(head)
            while endless:
                writer.write(endless)
                await writer.drain()
            await reader.read()
            await reader.read()
        except OSError:
            return
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    finally:
        server.close()


_HEAD = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize("head", [_HEAD, b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"])
async def test_of_an_answer_that_never_ends_the_beginning_is_read(head: bytes) -> None:
    """Requirement 6."""
    endless = b"1000\r\n" + b"a" * 4096 + b"\r\n"
    async with babbling(head, endless) as url, aclosing(WebhookSender(local=True)) as sender:
        async with asyncio.timeout(5):
            answered = await sender.send(notice(url))
    assert (200, MOST_READ) == (answered.status, len(answered.start))


@pytest.mark.parametrize(
    ("head", "endless"),
    [
        (b"", b""),
        (_HEAD + b"2\r\nab\r\n", b""),
        (b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
        (b"", b"HTTP/1.1 102 Processing\r\n\r\n"),
    ],
    ids=["silence", "half an answer", "headers", "interim answers"],
)
async def test_an_answer_that_does_not_come_is_given_up(head: bytes, endless: bytes) -> None:
    async with babbling(head, endless) as url, aclosing(WebhookSender(local=True, whole=0.3)) as sender:
        async with asyncio.timeout(5):
            with pytest.raises(ProviderUnavailable):
                await sender.send(notice(url))


async def test_a_name_service_that_does_not_answer_is_given_up() -> None:
    async def silent(host: str, port: int) -> Sequence[str]:
        await asyncio.Event().wait()
        return []

    async with aclosing(WebhookSender(resolve=silent, whole=0.1)) as sender:
        with pytest.raises(ProviderUnavailable) as failed:
            await sender.send(notice())
    assert "too_slow" == failed.value.code


async def test_what_is_no_http_is_an_outage() -> None:
    async with (
        babbling(b"220 mail.example.com ESMTP\r\n", b"") as url,
        aclosing(WebhookSender(local=True)) as sender,
    ):
        with pytest.raises(ProviderUnavailable):
            await sender.send(notice(url))


async def test_a_certificate_that_does_not_hold_is_told(tmp_path: Path) -> None:
    async with served_by_tls(tmp_path) as (port, trusted):
        async with aclosing(WebhookSender(local=True)) as sender:
            with pytest.raises(ProviderUnavailable) as failed:
                await sender.send(notice(f"https://localhost:{port}/"))
        assert "certificate_refused" == failed.value.code
        async with aclosing(WebhookSender(local=True, trusted=trusted)) as sender:
            assert 204 == (await sender.send(notice(f"https://localhost:{port}/"))).status
            with pytest.raises(ProviderUnavailable):
                await sender.send(notice(f"https://127.0.0.1:{port}/"))  # another name than the certificate's


async def test_the_machines_own_resolver_is_asked_for_names() -> None:
    async with listening() as program, aclosing(WebhookSender(local=True)) as sender:
        assert (await sender.send(notice(f"http://localhost:{program.port}/"))).taken
