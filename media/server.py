"""The process's two doors: the carriers' media streams, and the control address of the house.

A stream's path is /stream/{carrier}/{process}/{token}. Its handshake is refused unless the token is good for this carrier,
and signed where the carrier signs; the token is used up by that.
"""

import asyncio
import gc
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final
from weakref import WeakKeyDictionary

import structlog
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.http11 import Request, Response

from database.media_processes import Beat, MediaPlace, TakenSnapshot
from domain.conversations import ConversationPlan
from domain.errors import TamperedOrExpired
from domain.identifiers import AttemptId
from media.carriers.carrier_socket import CarrierSocket
from media.carriers.dialects import DIALECTS, StreamPath, stream_path
from media.carriers.stream import Dialect
from media.control import control_app, serve_app
from media.engine.events import CarrierHint, Drain, HangUp
from media.event_loop_lag import LoopLag
from media.heartbeat import Heartbeat
from media.live.call import LiveCall
from media.live.phrase_cache import Phrases
from media.live.prewarming import Preparation, Prepared
from media.live.ticker import Ticker
from media.metrics import Figures
from media.recent_conversations import RecentConversations
from media.tools import MediaTools
from media.vendor_health import Health
from providers.carriers.contract import CarrierRequest, StreamOpener

log = structlog.get_logger()

_LONGEST_MESSAGE: Final = 65_536  # bytes; Twilio's largest is under 2 KB
_OPEN_SECONDS: Final = 5.0
_NO_STREAM: Final = "No such stream.\n"
_LATER: Final = "Try again later.\n"
_COLLECTED_TOGETHER: Final = 20
"""After so many ended conversations their memory is taken back: a millisecond or two, since the collector sees nothing
but conversations (media.process); left to itself it lets hundreds lie with their audio."""


@dataclass(frozen=True, slots=True)
class MediaAddress:
    """Where this process is. Port 0 takes a free one.

    process: its name in stream paths; public_url: the ws(s) address by which carriers reach it, without a path, None
    for the one it binds; control_url: how the house reaches its control address, likewise; control_key: the bearer key
    of the control address.
    """

    process: str
    control_key: str
    public_url: str | None = None
    control_url: str | None = None
    host: str = "127.0.0.1"
    port: int = 0
    control_host: str = "127.0.0.1"
    control_port: int = 0


@dataclass(frozen=True, slots=True)
class _Admitted:
    plan: ConversationPlan
    dialect: Dialect


class MediaServer:
    """All conversations of one process."""

    def __init__(self, tools: MediaTools, address: MediaAddress) -> None:
        self._tools = tools
        self._address = address
        self._public_url = address.public_url
        self._admitted: WeakKeyDictionary[ServerConnection, _Admitted] = WeakKeyDictionary()
        self._live: dict[AttemptId, LiveCall] = {}
        self._none_live = asyncio.Event()
        self._none_live.set()
        self._draining = False
        self._ended = 0
        self._ticker = Ticker()
        self._phrases = Phrases(tools.synthesiser)
        self._figures = Figures(Health(lambda: datetime.now(UTC)))
        self._lately = RecentConversations()
        self._lag = LoopLag()
        self._group = asyncio.TaskGroup()
        self.preparation = Preparation(tools, self._phrases, self._group, self._figures.health)
        self.port = 0
        self.control_port = 0

    @property
    def is_ready(self) -> bool:
        """It takes the calls that are given to it; whether it is given more is said in its beat."""
        return not self._draining

    def stream_url(self, carrier: str) -> str:
        """What the address of this carrier's streams begins with; the token follows."""
        return f"{self._public_url}/stream/{carrier}/{self._address.process}/"

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["MediaServer"]:
        """Both doors are open for as long as the context lasts; at its end every call is hung up and reported."""
        control = socket.create_server((self._address.control_host, self._address.control_port))
        self.control_port = control.getsockname()[1]
        app = control_app(self, self._address.control_key)
        async with self._group, serve_app(app, control), self._serve_streams() as door:
            self.port = next(iter(door.sockets)).getsockname()[1]
            self._public_url = self._public_url or f"ws://{self._address.host}:{self.port}"
            heartbeat = Heartbeat(self._tools.records, self._told, self._standing)
            await heartbeat.tell()
            beating = self._group.create_task(heartbeat.run(), name="heartbeat")
            log.info(
                "media.serving", process=self._address.process, port=self.port, control_port=self.control_port
            )
            try:
                yield self
            finally:
                self._draining = True
                self._hang_up_all()
                await self._none_live.wait()
                beating.cancel()
                self._lag.stop()
                await heartbeat.tell()
                await self.preparation.release_all()
                self._phrases.close()

    @asynccontextmanager
    async def _serve_streams(self) -> AsyncIterator[Server]:
        door = serve(
            self._converse,
            self._address.host,
            self._address.port,
            process_request=self._admit,
            compression=None,
            ping_interval=None,
            max_size=_LONGEST_MESSAGE,
            open_timeout=10,
            close_timeout=2,
            server_header=None,
            create_connection=CarrierSocket,
        )
        async with door as serving:
            yield serving

    async def drain(self, limit_seconds: float) -> None:
        """Welcome nobody new, and let the conversations come to their ends; at the limit they are hung up."""
        self._draining = True
        for call in list(self._live.values()):
            call.handle(Drain())
        try:
            async with asyncio.timeout(limit_seconds):
                await self._none_live.wait()
        except TimeoutError:
            log.warning("media.drain_limit", live=len(self._live))

    def hint(self, attempt_id: AttemptId, hint: CarrierHint) -> bool:
        """Pass on the carrier's opinion of who answered; False when this attempt is not known here."""
        call = self._live.get(attempt_id)
        if call is None:
            return self.preparation.hint(attempt_id, hint)
        call.handle(hint)
        return True

    def hang_up(self, attempt_id: AttemptId) -> bool:
        """End this conversation now; False when it is not live here."""
        call = self._live.get(attempt_id)
        if call is not None:
            call.handle(HangUp())
        return call is not None

    def holds(self, attempt_id: AttemptId) -> bool:
        """This conversation is live here, or ended here a moment ago."""
        return attempt_id in self._live or attempt_id in self._lately

    def _told(self) -> Beat:
        control_url = self._address.control_url or f"http://{self._address.control_host}:{self.control_port}"
        place = MediaPlace(self._address.process, str(self._public_url), control_url)
        return Beat(
            place,
            live=len(self._live),
            prepared=len(self.preparation),
            lag_ms=round(self._lag.milliseconds, 1),
            accepts=not self._draining and self._lag.has_room,
        )

    def _standing(self) -> Iterator[TakenSnapshot]:
        return filter(None, (call.standing() for call in self._live.values()))

    def stats(self) -> dict[str, object]:
        """What goes on here, for operators."""
        return {
            **self._figures.as_record(),
            "live": len(self._live),
            "tasks": len(asyncio.all_tasks()),
            "live_words": sum(call.words for call in self._live.values()),
            "prepared": len(self.preparation),
            "draining": self._draining,
            "lag_ms": round(self._lag.milliseconds, 1),
            "recordings": {} if self._tools.recordings is None else self._tools.recordings.figures(),
            "phrases": self.phrase_figures(),
        }

    def phrase_figures(self) -> dict[str, float]:
        """Size and hits of the phrase cache."""
        cache = self._phrases.figures()
        return {
            "kept": cache.phrases,
            "bytes": cache.bytes,
            "hits": cache.hits,
            "misses": cache.misses,
            "hit_rate": round(cache.hit_rate, 4),
        }

    def clear_phrases(self) -> int:
        """Forget every phrase that is kept as audio; how many those were."""
        return self._phrases.clear()

    def _hang_up_all(self) -> None:
        for call in list(self._live.values()):
            call.handle(HangUp())

    async def _admit(self, connection: ServerConnection, request: Request) -> Response | None:
        """Answer the handshake: None lets it through."""
        path = stream_path(request.path)
        if path is None or path.process != self._address.process:
            return connection.respond(HTTPStatus.NOT_FOUND, _NO_STREAM)
        handshake = CarrierRequest(f"{self._public_url}{request.path}", list(request.headers.raw_items()))
        try:
            async with asyncio.timeout(_OPEN_SECONDS):
                opener, signed = await self._opener(path, handshake)
        except Exception:  # as below: whatever it is, the carrier must hear that we cannot serve
            log.exception("stream.no_door")
            return connection.respond(HTTPStatus.SERVICE_UNAVAILABLE, _LATER)
        if opener is None:
            return connection.respond(HTTPStatus.NOT_FOUND, _NO_STREAM)
        if self._draining:
            return connection.respond(HTTPStatus.SERVICE_UNAVAILABLE, "This process is stopping.\n")
        if not signed:
            return connection.respond(HTTPStatus.FORBIDDEN, "The signature does not fit.\n")
        return await self._use_token(connection, path, DIALECTS[opener.stream_dialect]())

    async def _opener(self, path: StreamPath, handshake: CarrierRequest) -> tuple[StreamOpener | None, bool]:
        """Who opens streams at this door, None if there is none, and whether it is he: also by credentials that he got a
        moment ago, for somebody waits on the line."""
        opener = await self._tools.doors.opener(path.carrier, path.token)
        if opener is None or opener.opens(handshake):
            return opener, True
        by_now = await self._tools.doors.opener(path.carrier, path.token, anew=True)
        return by_now, by_now is not None and by_now is not opener and by_now.opens(handshake)

    async def _use_token(
        self, connection: ServerConnection, path: StreamPath, dialect: Dialect
    ) -> Response | None:
        try:
            async with asyncio.timeout(_OPEN_SECONDS):
                plan = await self._tools.records.open_stream(path.token, path.carrier)
            self._admitted[connection] = _Admitted(plan, dialect)
        except TamperedOrExpired:
            log.warning("stream.token_refused")
            return connection.respond(HTTPStatus.FORBIDDEN, "The token is not good.\n")
        except Exception:  # whatever the record's failure is, the carrier must hear that we cannot serve
            log.exception("stream.not_opened")
            return connection.respond(HTTPStatus.SERVICE_UNAVAILABLE, _LATER)
        return None

    async def _converse(self, connection: ServerConnection) -> None:
        assert isinstance(connection, CarrierSocket)
        admitted = self._admitted.pop(connection)
        plan = admitted.plan
        prepared = self.preparation.take(plan.attempt_id) or Prepared(plan)
        call = LiveCall(
            plan,
            connection,
            self._tools,
            ticker=self._ticker,
            figures=self._figures,
            prepared=prepared,
            dialect=admitted.dialect,
        )
        self._live[plan.attempt_id] = call
        self._none_live.clear()
        try:
            with structlog.contextvars.bound_contextvars(attempt_id=plan.attempt_id):
                await call.run()
        except Exception:
            log.exception("conversation.broke", attempt_id=plan.attempt_id)
        finally:
            if self._live.get(plan.attempt_id) is call:
                del self._live[plan.attempt_id]
                self._lately.add(plan.attempt_id)
            if not self._live:
                self._none_live.set()
            self._ended += 1
            if self._ended % _COLLECTED_TOGETHER == 0:
                gc.collect()
