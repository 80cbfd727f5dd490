"""A customer of the phone network for tests: serves call documents, takes callbacks, talks over the media socket."""

import asyncio
import base64
import io
import json
import wave
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect
from twilio.request_validator import RequestValidator

from simulators.serving import loopback_socket
from simulators.settings import Credentials
from simulators.words import mulaw, sounds
from simulators.words.ear import Ear
from simulators.words.voice import Mouth, Voice

FRAME = 160
_voice = Voice()


async def until(condition: Callable[[], Any], limit_s: float = 15) -> None:
    """Wait until the condition holds; raises TimeoutError after the limit."""
    async with asyncio.timeout(limit_s):
        while not condition():
            moment = asyncio.Event()
            asyncio.get_running_loop().call_later(0.005, moment.set)
            await moment.wait()


@dataclass
class Session:
    """The customer's end of one media stream."""

    socket: WebSocket
    start: dict[str, Any] = field(default_factory=dict)
    messages: list[dict[str, Any]] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    handshake_is_signed: bool = False
    is_closed: bool = False
    _ear: Ear = field(default_factory=Ear)
    _mouth: Mouth = field(default_factory=lambda: Mouth(_voice))
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def stream_sid(self) -> str:
        return str(self.start["streamSid"])

    async def send(self, message: dict[str, Any]) -> None:
        await self.socket.send_text(json.dumps(message))

    async def play(self, audio: bytes) -> None:
        payload = base64.b64encode(audio).decode()
        await self.send({"event": "media", "streamSid": self.stream_sid, "media": {"payload": payload}})

    async def say(self, text: str) -> None:
        """Send a whole sentence at once, as a cached greeting is sent."""
        await self.play(self._mouth.say(text).mulaw + sounds.silence(20))

    async def mark(self, name: str) -> None:
        await self.send({"event": "mark", "streamSid": self.stream_sid, "mark": {"name": name}})

    async def clear(self) -> None:
        await self.send({"event": "clear", "streamSid": self.stream_sid})

    async def until(self, condition: Callable[[], Any], limit_s: float = 15) -> None:
        """Wait for a condition on what has arrived, or for the end of the stream."""
        async with asyncio.timeout(limit_s):
            while not condition() and not self.is_closed:
                self._news.clear()
                await self._news.wait()

    async def reply(self, to_words: int = 1) -> str:
        """Wait until the callee has said something and paused for half a second; answers what was said."""
        before = len(self.heard)
        await self.until(lambda: len(self.heard) >= before + to_words and self._ear.silence_ms > 500)
        return " ".join(self.heard[before:])

    async def listen(self) -> None:
        """Take what arrives until the socket closes."""
        try:
            while True:
                self._take(json.loads(await self.socket.receive_text()))
                self._news.set()
        except WebSocketDisconnect:
            self.is_closed = True
            self._news.set()

    def _take(self, message: dict[str, Any]) -> None:
        self.messages.append(message)
        match message["event"]:
            case "start":
                self.start = message["start"]
            case "mark":
                self.marks.append(message["mark"]["name"])
            case "media":
                self.heard += [
                    word.text for word in self._ear.feed(base64.b64decode(message["media"]["payload"]))
                ]


Agent = Callable[[Session], Awaitable[None]]


async def _listens_only(session: Session) -> None:
    await session.until(lambda: session.is_closed, 60)


@dataclass
class Customer:
    """What one test's customer wants, and what it got. The agent speaks when the stream has started.

    auth_token: of its account, by which the vendor's own library tells whether a request was signed for it.
    """

    auth_token: str = Credentials().twilio_auth_token
    base_url: str = ""
    agent: Agent = _listens_only
    document: str | None = None
    after_stream: str = "<Response><Hangup/></Response>"
    sessions: list[Session] = field(default_factory=list)
    callbacks: list[dict[str, str]] = field(default_factory=list)
    unsigned: list[str] = field(default_factory=list)
    documents_fetched: list[str] = field(default_factory=list)
    amd: list[dict[str, str]] = field(default_factory=list)
    failures: int = 0
    may_answer: asyncio.Event = field(default_factory=asyncio.Event)
    tokens: list[str] = field(default_factory=list)
    messages: list[dict[str, str]] = field(default_factory=list)

    @property
    def media_url(self) -> str:
        return self.base_url.replace("http", "ws") + "/media/key-1"

    def statuses(self) -> list[str]:
        """The call states reported so far, in order of arrival."""
        return [fields["CallStatus"] for fields in self.callbacks]

    def usual_document(self) -> str:
        return (
            f'<Response><Connect><Stream url="{self.media_url}"><Parameter name="call_key" value="k1"/></Stream>'
            f'</Connect><Redirect method="POST">{self.base_url}/after-stream</Redirect></Response>'
        )

    async def _answer(self, request: Request) -> Response:
        await self._signed_form(request)
        self.documents_fetched.append(request.url.path)
        await self.may_answer.wait()
        return Response(self.document or self.usual_document(), media_type="text/xml")

    async def _sound(self, request: Request) -> Response:
        samples = mulaw.decode(_voice.say("Please hold the line.").mulaw).astype("<i2")
        file = io.BytesIO()
        with wave.open(file, "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(8000)
            sound.writeframes(samples.tobytes())
        return Response(file.getvalue(), media_type="audio/wav")

    async def _after_stream(self, request: Request) -> Response:
        await self._signed_form(request)
        self.documents_fetched.append(request.url.path)
        return Response(self.after_stream, media_type="text/xml")

    async def _status(self, request: Request) -> Response:
        self.callbacks.append(await self._signed_form(request))
        self.tokens.append(request.headers["i-twilio-idempotency-token"])
        self.failures -= 1
        return Response(status_code=500 if self.failures >= 0 else 204)

    async def _verdict(self, request: Request) -> Response:
        self.amd.append(await self._signed_form(request))
        return Response(status_code=204)

    async def _message(self, request: Request) -> Response:
        self.messages.append(await self._signed_form(request))
        return Response(status_code=204)

    async def _signed_form(self, request: Request) -> dict[str, str]:
        fields = {key: str(value) for key, value in (await request.form()).items()}
        signature = request.headers.get("x-twilio-signature", "")
        if not RequestValidator(self.auth_token).validate(str(request.url), fields, signature):
            self.unsigned.append(request.url.path)
        return fields

    async def _media(self, socket: WebSocket) -> None:
        await socket.accept()
        session = Session(socket)
        signature = socket.headers.get("x-twilio-signature", "")
        validator = RequestValidator(self.auth_token)
        session.handshake_is_signed = validator.validate(str(socket.url), {}, signature)
        self.sessions.append(session)
        listening = asyncio.create_task(session.listen())
        try:
            await session.until(lambda: session.start or session.is_closed, 60)
            await self.agent(session)
            if not session.is_closed:
                await socket.close()
        finally:
            listening.cancel()

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/answer", self._answer, methods=["POST"]),
                Route("/hold.wav", self._sound),
                Route("/after-stream", self._after_stream, methods=["POST"]),
                Route("/status/{attempt}", self._status, methods=["POST"]),
                Route("/message", self._message, methods=["POST"]),
                Route("/amd", self._verdict, methods=["POST"]),
                WebSocketRoute("/media/{key}", self._media),
            ]
        )


@asynccontextmanager
async def serve_customer() -> AsyncIterator[Customer]:
    """A customer that serves for as long as the context lasts."""
    customer = Customer()
    customer.may_answer.set()
    bound = loopback_socket("127.0.0.1", 0)
    customer.base_url = f"http://127.0.0.1:{bound.getsockname()[1]}"
    config = uvicorn.Config(
        customer.app(), access_log=False, log_config=None, lifespan="off", ws="websockets-sansio"
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[bound]))
    try:
        await until(lambda: server.started)
        yield customer
    finally:
        server.should_exit = True
        await serving
        bound.close()
