"""What any carrier's requests about a leg lead to: verified, stored, answered at once; only then is the workflow told.

A carrier's own file beside this one has the addresses and puts the instructions into its language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, assert_never

import httpx
import structlog
from fastapi import BackgroundTasks, Request

from api.problems import route_of
from api.tools import ApiTools
from api.webhooks.event_delivery import deliver
from database.attempts import attempts_of_leg, set_machine_hint
from database.media_processes import MediaPlace, Resumption, find_resumption
from database.outages import retried_once
from database.reported_events import LegEvent, StoredEvent, record_leg_event
from domain.calls import LEG_RANKS
from domain.errors import InvalidInput, TamperedOrExpired
from domain.identifiers import AccountId, AttemptId, ConnectionId
from domain.moment_limits import is_within_reach
from providers.carriers.contract import (
    PROOF,
    Answered,
    CallbackAddress,
    CallbackKind,
    CarrierCallbacks,
    CarrierNews,
    CarrierRequest,
    LegMoved,
    MachineHeard,
)
from providers.errors import CredentialsRefused, MalformedMessage
from providers.payloads import fields_of
from startup.callback_proofs import ALL
from startup.stream_tokens import StreamClaim

log = structlog.get_logger()
# A process that lives answers within a few milliseconds; the person hears silence meanwhile.
_ALIVE_SECONDS: Final = 0.5
_MOST_TRIES: Final = 4
_WAIT_SECONDS: Final = 1
_NOBODY: Final = "none"  # stands for the process in an address where there is none
_UNREADABLE: Final = {
    CallbackKind.ANSWER: "This is not a question about an answered call.",
    CallbackKind.STATUS: "This is not a status callback.",
    CallbackKind.MACHINE: "This is not a machine-detection callback.",
}


class SignatureRefused(TamperedOrExpired):
    """This request does not carry the carrier's signature."""

    code = "signature_refused"


@dataclass(frozen=True, slots=True)
class Connect:
    """Connect the leg with the stream at this address; when that is over, ask about it and this process."""

    stream_url: str
    process: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Keep the line silent for so long, then ask again about this process, with so many tries."""

    seconds: int
    process: str
    tries: int


@dataclass(frozen=True, slots=True)
class HangUp:
    """End the leg."""


Instruction = Connect | Wait | HangUp


@dataclass(frozen=True, slots=True)
class Caller:
    """Which carrier's account a request says it comes from; proof: as its address carried it, empty for the installation's.

    account_id, connection_id: whose connection the proof names; None for the installation's own account with the carrier.
    """

    callbacks: CarrierCallbacks
    account_id: AccountId | None = None
    connection_id: ConnectionId | None = None
    proof: str = ""


async def caller_of(request: Request, tools: ApiTools, carrier: str) -> Caller:
    """Whose request this would be, by the proof in its address; the signature is another matter. Raises SignatureRefused."""
    proof = request.query_params.get(PROOF, "")
    if not proof:
        return Caller(tools.connections.installation(carrier).callbacks)
    about = request.path_params.get("attempt_id") or request.path_params.get("message_id") or ALL
    try:
        connection_id = tools.callback_proofs.read(proof, about)
        telephony = await tools.connections.telephony_named(connection_id)
    except (TamperedOrExpired, CredentialsRefused):
        telephony = None
    if telephony is None or telephony.callbacks.name != carrier:
        log.warning("webhook.unproven", path=route_of(request), carrier=carrier)
        raise SignatureRefused
    return Caller(telephony.callbacks, telephony.account_id, connection_id, proof)


class CarrierLegs:
    """The legs of one carrier's account, as its requests tell of them."""

    def __init__(self, tools: ApiTools, caller: Caller) -> None:
        self._tools, self._caller, self._carrier = tools, caller, caller.callbacks

    @property
    def account_id(self) -> AccountId | None:
        """Whom what is told concerns alone; None for everybody who uses the installation's account."""
        return self._caller.account_id

    def callback_address(self, attempt_id: str, process: str) -> CallbackAddress:
        """The same address of ours for what follows."""
        return CallbackAddress(
            self._tools.settings.public_url, AttemptId(attempt_id), process, self._caller.proof
        )

    async def form_of(self, request: Request) -> dict[str, str]:
        """The form, or the fields of a body in JSON, if the carrier signed it for our public address. Raises SignatureRefused.

        A U+0000 in it is left out, since what happened on a call must not be lost for one.
        """
        body = await request.body()
        if request.headers.get("content-type", "").lower().startswith("application/json"):
            pairs = fields_of(body)
        else:
            pairs = [(name, str(value)) for name, value in (await request.form()).multi_items()]
        query = f"?{request.url.query}" if request.url.query else ""
        url = f"{self._tools.settings.public_url}{request.url.path}{query}"
        asked = CarrierRequest(url, request.headers.items(), pairs, body)
        if not (self._carrier.verify(asked) or await self._is_signed_anew(asked)):
            log.warning("webhook.signature_refused", path=route_of(request), carrier=self._carrier.name)
            raise SignatureRefused
        return {name: value.replace("\0", "") for name, value in pairs}

    async def _is_signed_anew(self, asked: CarrierRequest) -> bool:
        """Whether credentials that the connection got a moment ago sign it: a person waits on the line for the answer."""
        connection_id = self._caller.connection_id
        if connection_id is None:
            return False
        try:
            telephony = await self._tools.connections.telephony_named(connection_id, anew=True)
        except CredentialsRefused:
            return False
        return telephony is not None and telephony.callbacks.verify(asked)

    def read(self, kind: CallbackKind, form: Mapping[str, str]) -> CarrierNews:
        """What the form says. Raises InvalidInput."""
        try:
            return self._carrier.read(kind, form)
        except MalformedMessage as error:
            raise InvalidInput(_UNREADABLE[kind], code=error.code) from error

    async def take(
        self, attempt_id: AttemptId, process: str, news: CarrierNews, background: BackgroundTasks
    ) -> Instruction | None:
        """Do what the news asks for. An instruction follows if somebody answered; process: that made ready for it."""
        match news:
            case Answered():
                return await self._connect_prepared(attempt_id, process, news)
            case LegMoved():
                await self._store(attempt_id, news, background)
            case MachineHeard():
                await self._tell_machine(attempt_id, process, news)
            case _:
                assert_never(news)
        return None

    async def attempts_of(self, carrier_call_id: str) -> list[AttemptId]:
        """Whose leg this is, for a carrier that does not say."""
        async with self._tools.database.transaction() as session:
            return await attempts_of_leg(session, carrier_call_id, self.account_id)

    async def after_stream(
        self, attempt_id: AttemptId, process: str, carrier_call_id: str, *, tries: int
    ) -> Instruction:
        """The stream is over. So is the call, if the process says that the conversation is; if the process was lost,
        another goes on with it."""
        held = await self._is_held(process, attempt_id)
        if held:
            return HangUp()
        lost = process if held is None else ""
        return await self._take_up(attempt_id, lost, carrier_call_id, tries=tries)

    async def _connect_prepared(self, attempt_id: AttemptId, process: str, news: Answered) -> Instruction:
        """Nothing is written while the person waits, and nothing read that is known already. Opening the stream stores
        the answer, and refuses a leg that is over, unknown or connected already."""
        place = await self._tools.media.place(process)
        if place is None:
            return await self._take_up(attempt_id, process, news.carrier_call_id, tries=0)
        return self._connect(attempt_id, news.carrier_call_id, place, epoch=1)

    async def _is_held(self, process: str, attempt_id: AttemptId) -> bool | None:
        """Whether this process holds the conversation, and so has ended its stream; None if it does not answer."""
        place = await self._tools.media.place(process)
        if place is None:
            return None
        path = f"/conversations/{attempt_id}"
        try:
            answer = await self._tools.media.ask(place, "GET", path, limit_seconds=_ALIVE_SECONDS)
        except httpx.HTTPError as error:
            log.warning("media.lost", process=process, attempt_id=attempt_id, error=type(error).__name__)
            return None
        return answer.is_success

    async def _take_up(
        self, attempt_id: AttemptId, lost: str, carrier_call_id: str, *, tries: int
    ) -> Instruction:
        """Connect a process that goes on with the conversation; wait a moment for one, but not for long."""

        async def find() -> Resumption | None:
            async with self._tools.database.transaction() as session:
                return await find_resumption(session, attempt_id, carrier_call_id=carrier_call_id, lost=lost)

        found = await retried_once(find)
        if found is None or (found.place is None and tries >= _MOST_TRIES):
            return HangUp()
        if found.place is None:
            return Wait(_WAIT_SECONDS, lost or _NOBODY, tries + 1)
        log.info(
            "conversation.taken_up", attempt_id=attempt_id, process=found.place.process, epoch=found.epoch
        )
        return self._connect(attempt_id, carrier_call_id, found.place, epoch=found.epoch)

    def _connect(
        self, attempt_id: AttemptId, carrier_call_id: str, place: MediaPlace, *, epoch: int
    ) -> Connect:
        claim = StreamClaim(
            attempt_id, self._carrier.name, carrier_call_id, epoch, self._caller.connection_id
        )
        token = self._tools.stream_tokens.issue(claim, self._tools.now())
        return Connect(
            f"{place.stream_url}/stream/{self._carrier.name}/{place.process}/{token}", place.process
        )

    async def _store(self, attempt_id: AttemptId, news: LegMoved, background: BackgroundTasks) -> None:
        event = _leg_event(news, self._tools.now())
        if event is None:
            return

        async def store() -> StoredEvent | None:
            async with self._tools.database.transaction() as session:
                return await record_leg_event(session, attempt_id, event)

        # A carrier may not repeat a callback that was answered with an error.
        stored = await retried_once(store)
        if stored is None:
            log.warning("webhook.unknown_leg", attempt_id=attempt_id)
        elif stored.must_be_signalled:
            background.add_task(deliver, self._tools, stored)

    async def _tell_machine(self, attempt_id: AttemptId, process: str, news: MachineHeard) -> None:
        """The carrier's opinion of who answered: told to the live conversation, stored here if there is none."""
        if not await self._media_knows(attempt_id, process, news):
            async with self._tools.database.transaction() as session:
                await set_machine_hint(session, attempt_id, news.word)

    async def _media_knows(self, attempt_id: AttemptId, process: str, news: MachineHeard) -> bool:
        """Whether the conversation has taken the hint, and stores it with its report."""
        place = await self._tools.media.place(process)
        if place is None:
            return False
        told = {
            "answered_by": news.answered_by,
            "greeting_over": news.greeting_over,
            "word": news.word,
        }
        try:
            answer = await self._tools.media.ask(place, "POST", f"/machine/{attempt_id}", json=told)
        except httpx.HTTPError as error:
            log.info("media.hint_not_delivered", attempt_id=attempt_id, error=type(error).__name__)
            return False
        return answer.is_success


def _leg_event(news: LegMoved, now: datetime) -> LegEvent | None:
    """None for a report from before the ringing, which tells nothing new."""
    if news.state not in LEG_RANKS:
        return None
    return LegEvent(
        state=news.state,
        dedupe_key=news.dedupe_key,
        carrier_call_id=news.carrier_call_id,
        occurred_at=_occurred_at(news, now),
        result=news.result,
        duration_seconds=news.duration_seconds,
    )


def _occurred_at(news: LegMoved, now: datetime) -> datetime:
    """When the carrier says; now where it says nothing, or what cannot be."""
    said = news.occurred_at
    return said if said is not None and is_within_reach(said, now) else now
