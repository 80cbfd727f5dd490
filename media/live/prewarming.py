"""What is made ready while the telephone rings: the fixed phrases as audio, an open ear, a warm model.

Asked for by activities/dialling.py, through media/control.py, while the dial leaves.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import astuple, dataclass, field
from typing import Final
from weakref import WeakValueDictionary

import structlog

from domain.conversations import ConversationPlan, Engine
from domain.identifiers import AttemptId
from domain.language import readiness
from domain.pronunciation import pronounced
from media.engine.events import CarrierHint
from media.engine.fillers import let_me_see, one_moment
from media.engine.guards import ask_to_repeat, it_is_noted, truth_about_us
from media.live.model_replies import offered
from media.live.phrase_cache import Phrases
from media.tools import MediaTools
from media.vendor_health import Health
from providers.errors import ProviderError, ProviderUnavailable
from providers.speech.contract import Recognition, SpeechRequest
from providers.speech_to_speech.contract import Session, SessionRequest

log = structlog.get_logger()

PREPARED_SECONDS: Final = 90.0
"""The longest ring limit in use plus time to connect; what nobody came for is freed then."""

_WAIT_SECONDS: Final = 8.0


def speech_request(plan: ConversationPlan, text: str, language: str = "") -> SpeechRequest:
    """How this plan's agent says a text, in the plan's language where none is named.

    Words of its dictionary are given as they are pronounced.
    """
    spoken = pronounced(text, plan.pronunciation).text
    return SpeechRequest(spoken, plan.voice, plan.voice_model, language or plan.language)


def fixed_phrases(plan: ConversationPlan) -> Iterator[str]:
    """The texts that may be spoken without the model, the most urgent first."""
    texts = (
        plan.opening,
        plan.announcement,
        plan.closing,
        plan.voicemail,
        plan.screening,
        plan.opt_out_confirmation,
        plan.silence_prompt,
        plan.silence_goodbye,
        plan.texts_in(plan.language).reassurance,
        truth_about_us(plan.language),
        let_me_see(plan.language),
        one_moment(plan.language),
        ask_to_repeat(plan.language),
        it_is_noted(plan.language),
    )
    return (text for text in dict.fromkeys(texts) if text.strip())


def phrases_elsewhere(plan: ConversationPlan) -> Iterator[tuple[str, str]]:
    """Language and text of what may be spoken without the model once the conversation has changed to a language."""
    for language in plan.languages:
        own = (truth_about_us, let_me_see, one_moment, ask_to_repeat, it_is_noted)
        for text in (*astuple(plan.texts_in(language)), *(say(language) for say in own)):
            yield language, text


@dataclass(slots=True)
class Prepared:
    """One call's ready things. session or recognition is taken by the call, or closed; refusal: why there is neither."""

    plan: ConversationPlan
    audio: dict[str, bytes] = field(default_factory=dict)
    recognition: Recognition | None = None
    session: Session | None = None
    hint: CarrierHint | None = None
    refusal: ProviderError | None = None
    expiry: asyncio.TimerHandle | None = None
    rest: "asyncio.Task[None] | None" = None

    async def free(self) -> None:
        """Give back what was not taken."""
        if self.expiry is not None:
            self.expiry.cancel()
        if self.rest is not None:
            self.rest.cancel()
        for ear in (self.recognition, self.session):
            if ear is not None:
                await ear.close()


class Preparation:
    """Everything this process has ready for calls that ring."""

    def __init__(self, tools: MediaTools, phrases: Phrases, group: asyncio.TaskGroup, health: Health) -> None:
        self._health = health
        self._tools = tools
        self._phrases = phrases
        self._group = group
        self._ready: dict[AttemptId, Prepared] = {}
        self._wanted: set[AttemptId] = set()
        self._making: WeakValueDictionary[AttemptId, asyncio.Lock] = WeakValueDictionary()

    def __len__(self) -> int:
        return len(self._ready)

    async def prepare(self, plan: ConversationPlan) -> Prepared:
        """Make everything ready; asking again changes nothing, also while it is being made. Raises ProviderError, TimeoutError.

        What is taken or released meanwhile is nobody's when it is ready, and freed.
        """
        async with self._making.setdefault(plan.attempt_id, asyncio.Lock()):
            return self._ready.get(plan.attempt_id) or await self._make_wanted(plan)

    async def _make_wanted(self, plan: ConversationPlan) -> Prepared:
        self._wanted.add(plan.attempt_id)
        try:
            async with asyncio.timeout(_WAIT_SECONDS):
                ready = await self._make(plan)
            is_wanted = plan.attempt_id in self._wanted
        finally:
            self._wanted.discard(plan.attempt_id)
        if is_wanted:
            self._keep(ready)
        else:
            await ready.free()
        return ready

    def take(self, attempt_id: AttemptId) -> Prepared | None:
        """What was prepared for this attempt, now the call's own."""
        self._wanted.discard(attempt_id)
        ready = self._ready.pop(attempt_id, None)
        if ready is not None and ready.expiry is not None:
            ready.expiry.cancel()
        return ready

    def hint(self, attempt_id: AttemptId, hint: CarrierHint) -> bool:
        """Keep the carrier's opinion for a call that is about to begin; False when none is."""
        ready = self._ready.get(attempt_id)
        if ready is not None:
            ready.hint = hint
        return ready is not None

    async def release(self, attempt_id: AttemptId) -> None:
        """The call was never answered: free what it would have used."""
        ready = self.take(attempt_id)
        if ready is not None:
            await ready.free()

    async def release_all(self) -> None:
        """Free everything."""
        self._wanted.clear()
        for attempt_id in list(self._ready):
            await self.release(attempt_id)

    async def _make(self, plan: ConversationPlan) -> Prepared:
        """The opening and the ear are waited for; the other phrases come while it rings and talks."""
        ready = Prepared(plan)
        opening, *others = fixed_phrases(plan)
        ear = self._group.create_task(self._open_ear(ready), name="open ear")
        try:
            await self._record(ready, opening)
            await ear
        except BaseException:
            ear.cancel()
            await ready.free()
            raise
        if ready.recognition is None and ready.session is None:
            raise ready.refusal or ProviderUnavailable("Speech recognition could not be prepared.")
        ready.rest = self._group.create_task(self._make_rest(ready, others), name="other phrases")
        return ready

    async def _make_rest(self, ready: Prepared, texts: list[str]) -> None:
        try:
            if not readiness.is_ready(*ready.plan.spoken):
                await asyncio.to_thread(readiness.get_ready, *ready.plan.spoken)
            for model in filter(None, (ready.plan.model, ready.plan.backup.model)):
                await self._tools.model.warm(model)
            for text in texts:
                await self._record(ready, text)
            for language, text in phrases_elsewhere(ready.plan):
                await self._record(ready, text, language)
        except ProviderError as error:
            log.warning("prepare.incomplete", attempt_id=ready.plan.attempt_id, error=type(error).__name__)
        except Exception:  # a defect here may cost this call its prepared phrases, not the process its calls
            log.exception("prepare.defect", attempt_id=ready.plan.attempt_id)

    async def _record(self, ready: Prepared, text: str, language: str = "") -> None:
        try:
            ready.audio[text] = await self._phrases.audio(speech_request(ready.plan, text, language))
        except ProviderError:
            voice = self._health.voice(ready.plan.voice_model)
            voice.requests += 1
            voice.has_failed()
            raise

    async def _open_ear(self, ready: Prepared) -> None:
        try:
            if ready.plan.engine is Engine.REALTIME and await self._open_session(ready):
                return
            self._health.recogniser(ready.plan.recogniser).requests += 1
            ready.recognition = await self._tools.recognisers[ready.plan.recogniser].open(*ready.plan.spoken)
        except ProviderError as error:
            self._health.recogniser(ready.plan.recogniser).has_failed()
            ready.refusal = error
            log.warning("prepare.no_ear", attempt_id=ready.plan.attempt_id, error=type(error).__name__)
        except Exception:  # as in _make_rest
            log.exception("prepare.defect", attempt_id=ready.plan.attempt_id)

    async def _open_session(self, ready: Prepared) -> bool:
        """A model that hears and speaks; without one the other parts hold the conversation."""
        plan, service = ready.plan, self._tools.speech_to_speech
        if service is None:
            return False
        try:
            tools = offered(look_up=plan.has_knowledge)
            ready.session = await service.open(SessionRequest(plan.system_prompt, plan.spoken, tools))
        except ProviderError as error:
            self._health.speech_to_speech().has_failed()
            log.warning("prepare.no_session", attempt_id=plan.attempt_id, error=type(error).__name__)
        return ready.session is not None

    def _keep(self, ready: Prepared) -> None:
        attempt_id = ready.plan.attempt_id
        self._ready[attempt_id] = ready
        loop = asyncio.get_running_loop()
        ready.expiry = loop.call_later(PREPARED_SECONDS, self._expire, attempt_id)

    def _expire(self, attempt_id: AttemptId) -> None:
        log.info("prepare.expired", attempt_id=attempt_id)
        self._group.create_task(self.release(attempt_id), name="expire prepared")
