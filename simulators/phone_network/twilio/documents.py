"""Playing an answered call's documents: fetch, connect, speak, redirect; until one ends the call. Before or beside them
it is found out who answered."""

import asyncio
from dataclasses import dataclass, field
from urllib.parse import urljoin

import numpy as np

from simulators.clock import iso_ms, now_ms, utc_now
from simulators.ordered_faults import Faults
from simulators.people.person import Person
from simulators.phone_network.call import Call
from simulators.phone_network.line import CalleeLine
from simulators.phone_network.socket import NotConnected
from simulators.phone_network.twilio.accounts import TwilioAccounts
from simulators.phone_network.twilio.callbacks import Callbacks, call_fields
from simulators.phone_network.twilio.detection import detect
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
from simulators.phone_network.twilio.webhooks import Webhooks
from simulators.tasks import Tasks
from simulators.words import mulaw
from simulators.words.voice import Mouth, Voice

_CUT_SECONDS = 0.2  # what a redirect by REST takes to cut the old document (measured by others)


@dataclass(slots=True)
class DocumentPlayers:
    """What plays the documents of each answered call, and what all of them share.

    redirect_pause_s: what passes between two documents, seconds.
    """

    webhooks: Webhooks
    callbacks: Callbacks
    voice: Voice
    faults: Faults
    tasks: Tasks
    accounts: TwilioAccounts
    redirect_pause_s: float
    to_be_swapped: list[MediaStream] = field(default_factory=list)

    def __call__(self, call: Call, person: Person, line: CalleeLine) -> "DocumentPlayer":
        """The player of this call, which this person has answered."""
        return DocumentPlayer(call, person, line, self)


class DocumentPlayer:
    """Plays the documents of one answered call; redirect comes from outside."""

    def __init__(self, call: Call, person: Person, line: CalleeLine, shared: DocumentPlayers) -> None:
        self._call = call
        self._person = person
        self._line = line
        self._shared = shared
        self._redirected_to: Redirect | str | None = None
        self._playing: asyncio.Task[Redirect | None] | None = None

    def redirect(self, to: Redirect | str) -> None:
        """Leave the present document for one at an address, or for this text."""
        self._redirected_to = to
        if self._playing is not None:
            self._playing.cancel()

    async def play(self) -> str:
        """Play the call's documents one after the other; answers who ended the call: document or network."""
        await self._detect_answerer()
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

    async def _detect_answerer(self) -> None:
        """Beside the call when asynchronous, else before its document."""
        if self._call.request.machine_detection is None:
            return
        detection = detect(self._call, self._person, self._line, self._shared.callbacks)
        if self._call.request.async_amd:
            self._shared.tasks.start(detection, "machine detection")
        else:
            await detection

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
            await asyncio.sleep(self._shared.redirect_pause_s)
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
            response = await self._shared.webhooks.send(
                self._call.account_sid, url, fields, method=source.method
            )
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
        fault = self._shared.faults.take("twilio.stream", to=request.to, person=self._call.person)
        auth_token = self._shared.accounts.token_of(self._call.account_sid)
        stream = MediaStream(self._call, self._line, document, auth_token=auth_token, fault=fault)
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
        self._shared.callbacks.stream(self._call, document.status_callback, stamped | fields)

    def _swap(self, stream: MediaStream) -> None:
        """Cross the wires of the two streams that take this fault, once the second is there."""
        waiting = self._shared.to_be_swapped
        waiting.append(stream)
        if len(waiting) == 2:
            waiting.pop().swap_with(waiting.pop())

    async def _say(self, text: str) -> None:
        utterance = await asyncio.to_thread(Mouth(self._shared.voice).say, text)
        await self._let_hear(utterance.mulaw)

    async def _play_sound(self, url: str) -> None:
        answer = await self._shared.webhooks.send(self._call.account_sid, url, {}, method="GET")
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
