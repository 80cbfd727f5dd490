"""A media server between the simulated world and a record in memory."""

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

import httpx
from pydantic import TypeAdapter

from database.media_processes import Beat, TakenSnapshot
from domain.conversations import ConversationPlan, ConversationReport, RecogniserName
from domain.errors import TamperedOrExpired
from domain.identifiers import AttemptId, ConnectionId
from domain.knowledge import Passage
from media.recording.flight import Flight, read_flights
from media.recording.recordings import Recordings
from media.recording.replay import replay
from media.server import MediaAddress, MediaServer
from media.tools import MediaTools
from providers.carriers.contract import StreamOpener
from providers.carriers.exotel.streams import ExotelStreams
from providers.carriers.twilio.callbacks import TwilioCallbacks
from providers.carriers.twilio.documents import connect_stream
from providers.language_models.anthropic import AnthropicModel, AnthropicSettings
from providers.language_models.models_by_name import Models
from providers.language_models.openai import OpenAIModel, OpenAISettings
from providers.recordings.archive import RecordingArchive
from providers.speech.deepgram_aura import AuraSettings, AuraSynthesiser
from providers.speech.deepgram_flux import FluxRecogniser, FluxSettings
from providers.speech.deepgram_nova import NovaRecogniser, NovaSettings
from providers.speech.elevenlabs import ElevenLabsSettings, ElevenLabsSynthesiser
from providers.speech.openai_transcription import TranscriptionRecogniser, TranscriptionSettings
from providers.speech.voices_by_name import Voices
from providers.speech_to_speech.openai_realtime import RealtimeModels
from providers.speech_to_speech.realtime_configuration import RealtimeSettings
from simulators.clock import utc_today
from simulators.people.person import Person
from simulators.phone_network.call import Call
from simulators.serving import ServedWorld, serve_world
from simulators.settings import VOICE, Credentials, WorldSettings
from startup.stream_openers import StreamDoors
from startup.stream_tokens import StreamTokens
from tests.media.standing_clock import standing_clock
from tests.providers.recordings import KEYS, MemoryStorage

CONTROL_KEY = "control-key"
_plans = TypeAdapter(ConversationPlan)


async def until(condition: Callable[[], Any], limit_s: float = 60) -> None:
    """Wait until the condition holds; raises TimeoutError after the limit."""
    async with asyncio.timeout(limit_s):
        while not condition():
            moment = asyncio.Event()
            asyncio.get_running_loop().call_later(0.01, moment.set)
            await moment.wait()


@dataclass
class MemoryRecords:
    """What was stored, in order; fails as often as it is told to."""

    plans: dict[str, ConversationPlan] = field(default_factory=dict)
    reports: list[ConversationReport] = field(default_factory=list)
    opt_outs: list[tuple[AttemptId, str, datetime]] = field(default_factory=list)
    taken_back: list[tuple[AttemptId, str, datetime]] = field(default_factory=list)
    notices: list[ConversationReport] = field(default_factory=list)
    handed_over: list[ConversationReport] = field(default_factory=list)
    beats: list[Beat] = field(default_factory=list)
    snapshots: list[TakenSnapshot] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    doors: list[str] = field(default_factory=list)
    passages: tuple[Passage, ...] = ()
    may_find: asyncio.Event = field(default_factory=asyncio.Event)
    failures: int = 0
    lost_notices: int = 0

    async def open_stream(self, token: str, carrier: str) -> ConversationPlan:
        """Each token opens one stream."""
        self.doors.append(carrier)
        try:
            return self.plans.pop(token)
        except KeyError:
            raise TamperedOrExpired from None

    async def store_opt_out(self, plan: ConversationPlan, phrase: str, at: datetime, *, by_key: bool) -> None:
        self._fail_if_told()
        self.opt_outs.append((plan.attempt_id, phrase, at))

    async def take_back_opt_out(self, plan: ConversationPlan, phrase: str, at: datetime) -> None:
        self._fail_if_told()
        self.taken_back.append((plan.attempt_id, phrase, at))

    async def find_passages(self, plan: ConversationPlan, question: str) -> tuple[Passage, ...]:
        self.questions.append(question)
        self._fail_if_told()
        await self.may_find.wait()
        return self.passages

    async def store_report(self, report: ConversationReport) -> None:
        self._fail_if_told()
        self.reports.append(report)

    async def conversation_reported(
        self, plan: ConversationPlan, report: ConversationReport, *, stored: bool
    ) -> None:
        if self.lost_notices:
            self.lost_notices -= 1
            raise ConnectionError("Temporal is away")
        (self.notices if stored else self.handed_over).append(report)

    async def beat(self, told: Beat, snapshots: Sequence[TakenSnapshot], *, age_seconds: float) -> None:
        self.beats.append(told)
        self.snapshots += snapshots

    def _fail_if_told(self) -> None:
        if self.failures:
            self.failures -= 1
            raise ConnectionError("the record is away")


@dataclass
class House:
    """Everything a test of whole calls needs."""

    world: ServedWorld
    media: MediaServer
    records: MemoryRecords
    http: httpx.AsyncClient
    recordings: Recordings
    archive: RecordingArchive

    async def prepare(self, plan: ConversationPlan) -> httpx.Response:
        """Ring time: tell the media server what will be said."""
        return await self.control("/prepare", content=_plans.dump_json(plan))

    async def control(self, path: str, method: str = "POST", **request: Any) -> httpx.Response:
        """Ask the control address."""
        headers = {"Authorization": f"Bearer {CONTROL_KEY}"}
        address = f"http://127.0.0.1:{self.media.control_port}{path}"
        return await self.http.request(method, address, headers=headers, **request)

    def switched(self, part: str) -> int:
        """In how many calls a backup took over this part."""
        counts: Any = self.media.stats()["switched"]
        return int(counts.get(part, 0))

    async def dial(
        self, person: str | Person, plan: ConversationPlan, number: str = "+14155550100", **fields: str
    ) -> Call:
        """Call this person; the conversation begins when they pick up."""
        self.world.cast.assign(number, person)
        token = f"token-{plan.attempt_id}"
        self.records.plans[token] = plan
        twiml = connect_stream(self.media.stream_url("twilio") + token, {}, "http://127.0.0.1:9/after")
        credentials = Credentials()
        answer = await self.http.post(
            f"{self.world.base_url}/2010-04-01/Accounts/{credentials.twilio_account_sid}/Calls.json",
            auth=(credentials.twilio_account_sid, credentials.twilio_auth_token),
            data={
                "To": number,
                "From": "+14155550199",
                "Twiml": twiml.split("<Redirect")[0] + "</Response>",
                **fields,
            },
        )
        assert answer.status_code == 201, answer.text
        return self.world.ledger.calls[answer.json()["sid"]]

    async def report_of(self, plan: ConversationPlan, limit_s: float = 60) -> ConversationReport:
        """Wait for this conversation's report to be stored and notified."""
        await until(lambda: any(r.attempt_id == plan.attempt_id for r in self.records.notices), limit_s)
        (report,) = [r for r in self.records.reports if r.attempt_id == plan.attempt_id]
        await until(lambda: self.flights_of(report) and self.flights_of(report)[-1].is_complete, limit_s)
        assert_that_it_replays(report, self.flights_of(report))
        return report

    def flights_of(self, report: ConversationReport) -> list[Flight]:
        """What was recorded of this conversation's events."""
        return read_flights(self.archive.flights.read(report.account_id, report.attempt_id).splitlines())


async def nobodys(connection_id: ConnectionId, *, anew: bool) -> None:
    """No connection has credentials of its own here."""


def doors_of(twilio_token: str) -> StreamDoors:
    """The carriers' doors, for an installation with this token."""
    openers: dict[str, StreamOpener] = {"twilio": TwilioCallbacks(twilio_token), "exotel": ExotelStreams()}
    return StreamDoors(openers, StreamTokens(b64encode(bytes(range(32))).decode()), named=nobodys)


def tools_towards(
    base_url: str, records: MemoryRecords, recordings: Recordings, today: Callable[[], date] = utc_today
) -> MediaTools:
    """The product's own clients, pointed at a simulated world."""
    keys, sockets = Credentials(), base_url.replace("http", "ws")
    return MediaTools(
        records=records,
        notices=records,
        doors=doors_of(keys.twilio_auth_token),
        recognisers={
            RecogniserName.FLUX: FluxRecogniser(FluxSettings(keys.deepgram_api_key, sockets)),
            RecogniserName.NOVA: NovaRecogniser(NovaSettings(keys.deepgram_api_key, sockets)),
            RecogniserName.OPENAI: TranscriptionRecogniser(
                TranscriptionSettings(keys.openai_api_key, f"{sockets}/v1")
            ),
        },
        synthesiser=Voices(
            {
                "eleven": ElevenLabsSynthesiser(ElevenLabsSettings(keys.elevenlabs_api_key, base_url, VOICE)),
                "aura": AuraSynthesiser(AuraSettings(keys.deepgram_api_key, base_url)),
            }
        ),
        model=Models(
            {
                "gpt": OpenAIModel(OpenAISettings(keys.openai_api_key, f"{base_url}/v1")),
                "claude": AnthropicModel(AnthropicSettings(keys.anthropic_api_key, base_url)),
            },
            lambda: datetime.combine(today(), time(), UTC),
        ),
        recordings=recordings,
        speech_to_speech=RealtimeModels(RealtimeSettings(keys.openai_api_key, f"{sockets}/v1")),
    )


def assert_that_it_replays(report: ConversationReport, flights: list[Flight]) -> None:
    """This conversation is held again by the engine, from its flight records, in the same way."""
    assert flights, f"{report.attempt_id} has no flight record"
    for flight in flights:
        assert flight.is_complete, report.attempt_id
        assert replay(flight).divergence is None, report.attempt_id


@asynccontextmanager
async def open_house(day: date | None = None) -> AsyncIterator[House]:
    """A world and a media server, for as long as the context lasts, on a clock that no busy machine disturbs.

    day: by which vendors end what they announced.
    """
    with standing_clock():
        async with _open_house(day) as house:
            yield house


@asynccontextmanager
async def _open_house(day: date | None) -> AsyncIterator[House]:
    records = MemoryRecords()
    archive = RecordingArchive(MemoryStorage(), KEYS)
    recordings = Recordings(archive, lambda: datetime.now(UTC))
    here = WorldSettings() if day is None else WorldSettings(today=lambda: day)
    async with serve_world(here) as world, httpx.AsyncClient(timeout=20, trust_env=False) as http:
        tools = tools_towards(world.base_url, records, recordings, here.today)
        address = MediaAddress("media-1", CONTROL_KEY)
        async with MediaServer(tools, address).serving() as media:
            house = House(world, media, records, http, recordings, archive)
            yield house
        await tools.model.close()
        await tools.synthesiser.close()
        await asyncio.to_thread(recordings.close)
    for report in records.reports:
        assert_that_it_replays(report, house.flights_of(report))
