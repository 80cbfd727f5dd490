"""Playing an answered call's documents: fetch, connect, speak, redirect; until one ends the call."""

import asyncio
from urllib.parse import urljoin

import numpy as np

from simulators.clock import iso_ms, now_ms, utc_now
from simulators.phone_network.call import Call
from simulators.phone_network.exchange import Exchange
from simulators.phone_network.line import CalleeLine
from simulators.phone_network.socket import NotConnected
from simulators.phone_network.twilio.callbacks import call_fields
from simulators.phone_network.twilio.stream import MediaStream
from simulators.phone_network.twilio.twiml import (
    BadDocument,
    Hangup,
    Pause,
    Play,
    Redirect,
    Say,
    Stream,
    Verb,
    read_document,
    samples_in,
)
from simulators.words import mulaw
from simulators.words.voice import Mouth

_CUT_SECONDS = 0.2  # what a redirect by REST takes to cut the old document (measured by others)


class DocumentPlayer:
    """Plays the documents of one answered call; redirect comes from outside."""

    def __init__(self, call: Call, line: CalleeLine, exchange: Exchange) -> None:
        self._call = call
        self._line = line
        self._exchange = exchange
        self._redirected_to: Redirect | str | None = None
        self._playing: asyncio.Task[Redirect | None] | None = None

    def redirect(self, to: Redirect | str) -> None:
        """Leave the present document for one at an address, or for this text."""
        self._redirected_to = to
        if self._playing is not None:
            self._playing.cancel()

    async def play(self) -> str:
        """Play the call's documents one after the other; answers who ended the call: document or network."""
        request = self._call.request
        source: Redirect | str = request.twiml or ""
        if request.url:
            source = Redirect(request.url, request.method)
        try:
            while True:
                verbs = await self._fetch(source)
                following = await self._play_interruptibly(verbs)
                if following is None:
                    return "document"
                source = following
        except BadDocument as error:
            self._call.violate(error.code, str(error))
            return "network"

    async def _play_interruptibly(self, verbs: tuple[Verb, ...]) -> Redirect | str | None:
        """The source of the next document, None when this one ends the call."""
        self._playing = asyncio.create_task(self._play(verbs))
        if self._redirected_to is not None:
            self._playing.cancel()  # asked while this document was still being fetched
        try:
            following: Redirect | str | None = await self._playing
        except asyncio.CancelledError:
            if self._redirected_to is None or _is_being_cancelled():
                raise
            await asyncio.sleep(_CUT_SECONDS)
            following, self._redirected_to = self._redirected_to, None
        finally:
            self._playing.cancel()
            await asyncio.gather(self._playing, return_exceptions=True)
            self._playing = None
        if following is not None:
            await asyncio.sleep(self._exchange.redirect_pause_s)
        return following

    async def _fetch(self, source: Redirect | str) -> tuple[Verb, ...]:
        """Read the document at this address, its fallback if that fails, or the text itself."""
        if isinstance(source, str):
            return read_document(source)
        fields = call_fields(self._call)
        if self._call.answered_by is not None and not self._call.request.async_amd:
            fields["AnsweredBy"] = self._call.answered_by
        fallback = self._call.request.fallback_url
        for url in [source.url] + ([fallback] if fallback else []):
            response = await self._exchange.webhooks.send(url, fields, method=source.method)
            if response is not None and response.is_success:
                return tuple(_absolute(verb, url) for verb in read_document(response.text))
        raise BadDocument(11200, f"HTTP retrieval failure: {source.url}")

    async def _play(self, verbs: tuple[Verb, ...]) -> Redirect | None:
        for verb in verbs:
            match verb:
                case Stream():
                    await self._connect(verb)
                case Say(text):
                    await self._say(text)
                case Play(url):
                    await self._play_sound(url)
                case Pause(seconds):
                    await asyncio.sleep(seconds)
                case Redirect():
                    return verb
                case Hangup():
                    return None
        return None

    async def _connect(self, document: Stream) -> None:
        request = self._call.request
        fault = self._exchange.faults.take("twilio.stream", to=request.to, person=self._call.person)
        stream = MediaStream(
            self._call, self._line, document, auth_token=self._exchange.auth_token, fault=fault
        )
        try:
            await stream.open()
        except NotConnected as error:
            self._call.violate(31901, f"stream not connected: {error}")
            self._report_stream(document, stream, "stream-error", {"StreamError": str(error)})
            return
        self._report_stream(document, stream, "stream-started", {})
        if fault is not None and fault.kind == "swap":
            self._swap(stream)
        try:
            await stream.carry()
        finally:
            self._report_stream(document, stream, "stream-stopped", {})

    def _report_stream(
        self, document: Stream, stream: MediaStream, event: str, fields: dict[str, str]
    ) -> None:
        if document.status_callback is None:
            return
        named = {"StreamSid": stream.sid, "StreamName": document.name or stream.sid, "StreamEvent": event}
        stamped = named | {"Timestamp": iso_ms(utc_now()) or ""}
        self._exchange.callbacks.stream(self._call, document.status_callback, stamped | fields)

    def _swap(self, stream: MediaStream) -> None:
        """Cross the wires of the two streams that take this fault, once the second is there."""
        waiting = self._exchange.to_be_swapped
        waiting.append(stream)
        if len(waiting) == 2:
            waiting.pop().swap_with(waiting.pop())

    async def _say(self, text: str) -> None:
        utterance = await asyncio.to_thread(Mouth(self._exchange.voice).say, text)
        await self._let_hear(utterance.mulaw)

    async def _play_sound(self, url: str) -> None:
        answer = await self._exchange.webhooks.send(url, {}, method="GET")
        if answer is None or not answer.is_success:
            raise BadDocument(11200, f"HTTP retrieval failure: {url}")
        await self._let_hear(mulaw.encode(np.frombuffer(samples_in(answer.body), "<i2")))

    async def _let_hear(self, audio: bytes) -> None:
        self._line.received(audio, now_ms())
        await self._line.all_played()


def _is_being_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _absolute(verb: Verb, base: str) -> Verb:
    match verb:
        case Redirect(url, method):
            return Redirect(urljoin(base, url), method)
        case Play(url):
            return Play(urljoin(base, url))
        case _:
            return verb
