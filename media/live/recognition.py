"""One call's ear: frames to the recogniser and to what finds voices and tones; a recogniser that is lost is reopened.

Or another takes over (fail-over). A recogniser's socket itself: providers/speech/recogniser_socket.py.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from typing import Final

import structlog

from domain.conversations import ConversationPlan, Engine, RecogniserName
from media.audio.line_sounds import Voice
from media.audio.silence_batching import SilencePieces
from media.audio.silence_endpointing import LocalSilence
from media.audio.tones import LineSounds
from media.audio.voice_activity import FRAME_MS
from media.engine.events import Event, Failed, Hearing, Part, Words
from media.metrics import Figures
from media.recording.flight import Note, Trouble
from providers.errors import ProviderError
from providers.speech.contract import Heard, HeardKind, Recogniser, Recognition

log = structlog.get_logger()

_REOPEN_AFTER: Final = (0.0, 0.3, 1.0)
"""Seconds before each reopening: at once for a socket that broke, then longer for a vendor that refuses; by feel."""

_KEPT_BEYOND_BUDGET_MS: Final = 1_500  # another recogniser is open by then
_MOST_KEPT_MS: Final = 10_000
_MOST_KEPT_OF_TURNS_MS: Final = 20_000  # nothing is known of a turn's words before its end
_HEARING: Final = {
    HeardKind.STARTED: Hearing.STARTED,
    HeardKind.INTERIM: Hearing.INTERIM,
    HeardKind.EAGER_END: Hearing.EAGER,
    HeardKind.RESUMED: Hearing.RESUMED,
    HeardKind.ENDED: Hearing.FINAL,
    HeardKind.VOICED: Hearing.VOICED,
    HeardKind.UNREAD: Hearing.UNREAD,
    HeardKind.UNREADABLE: Hearing.UNREADABLE,
    HeardKind.LOST: Hearing.LOST,
}


class Transcriber:
    """Hears one call; a recogniser that goes away is opened again a few times, or another one takes over.

    So does another one when a voice that began while we were silent stays without a word for the agent's budget. Where
    there is no other, the same one is opened anew, once until it tells a word: its socket may be half open, and then it
    would be deaf without a sign; a new one that tells nothing either hears no words. What was said since the last finished
    turn is heard once more by whoever comes next.
    """

    def __init__(
        self,
        plan: ConversationPlan,
        recognisers: Mapping[RecogniserName, Recogniser],
        handle: Callable[[Event], None],
        open_already: Recognition | None,
        figures: Figures,
        we_speak: Callable[[], bool],
        noted: Callable[[Note], None],
    ) -> None:
        self._plan = plan
        self._recognisers = recognisers
        self._recogniser = plan.recogniser
        self._happen = handle
        self._figures = figures
        self._we_speak = we_speak
        self._noted = noted
        self._recognition = open_already
        # A session of speech to speech hears as well; when it is lost, the plan's own recogniser comes first.
        self._is_lent = plan.engine is Engine.REALTIME and open_already is not None
        self._sounds = LineSounds()
        self._silence = LocalSilence()
        self._pieces = SilencePieces()
        kept_ms = min(plan.timeouts.recogniser_budget + _KEPT_BEYOND_BUDGET_MS, _MOST_KEPT_MS)
        if plan.recogniser is RecogniserName.OPENAI:
            kept_ms = _MOST_KEPT_OF_TURNS_MS
        self._lately: deque[bytes] = deque(maxlen=kept_ms // FRAME_MS)
        self._is_spoken_to = False
        self._spoken_since: float | None = None
        self._unheard_seconds = 0.0  # of voices without a word
        self._is_renewed = False
        self._budget: asyncio.Timeout | None = None
        self._loop = asyncio.get_running_loop()
        self._task: asyncio.Task[None] | None = None

    @property
    def hears_silence(self) -> bool:
        """Nothing has sounded for a while, or the turn's final words are here: a frame may be some milliseconds late."""
        return self._pieces.may_wait

    def spoke(self, audio: bytes) -> None:
        """We send this to the person; a part of it may come back."""
        self._sounds.spoke(audio)

    def hear(self, audio: bytes) -> None:
        """Take 20 ms of the person's side."""
        events = self._sounds.frame(audio)
        self._lately.append(audio)
        piece = self._pieces.frame(audio, is_quiet=self._sounds.is_quiet)
        if piece and self._recognition is not None:
            self._recognition.feed(piece)
        for event in events:
            if isinstance(event, Voice):
                self._end_turn_if(self._silence.voice(event.on, self._loop.time()))
                self._is_spoken_to = event.on and not self._we_speak()
                self._count_unheard()
                if not self._reads_turns:
                    self._expect_words(self._is_spoken_to)
            self._happen(event)

    async def listen(self) -> None:
        """Turn what the recogniser understands into events, until stopped."""
        self._task = asyncio.current_task()
        for pause_seconds in (0.0, *_REOPEN_AFTER):
            await asyncio.sleep(pause_seconds)
            while await self._ended_in_doubt():
                self._is_renewed = True
            self._switch()
        self._happen(Failed(Part.RECOGNISER))

    async def _ended_in_doubt(self) -> bool:
        """Listen until that ends; True when the same recogniser is only to be opened anew."""
        doubted = False
        try:
            await self._listen_once()
        except (ProviderError, TimeoutError) as error:
            log.warning("ear.lost", attempt_id=self._plan.attempt_id, error=type(error).__name__)
            self._noted(Trouble(Part.RECOGNISER, self._recogniser, type(error).__name__))
            self._count_loss(error)
            doubted = isinstance(error, TimeoutError) and not self._has_backup and not self._is_lent
        await self.close()
        return doubted

    def stop(self) -> None:
        """Listen no more."""
        if self._task is not None:
            self._task.cancel()

    async def close(self) -> None:
        """Let the recogniser go."""
        recognition, self._recognition = self._recognition, None
        if recognition is not None:
            await recognition.close()

    def _switch(self) -> None:
        """A recogniser that was lost once is not trusted again in this call, if there is another."""
        if self._is_lent:
            self._is_lent = False
            return
        if self._has_backup:
            self._figures.health.recogniser(self._recogniser).switches += 1
            self._figures.count_switch(Part.RECOGNISER)
            self._recogniser = self._plan.backup.recogniser or self._recogniser

    @property
    def _reads_turns(self) -> bool:
        """Words come only after a turn, and the recogniser tells when it owes some."""
        return self._recogniser is RecogniserName.OPENAI

    @property
    def _has_backup(self) -> bool:
        return self._plan.backup.recogniser not in (None, self._recogniser)

    def _count_loss(self, error: Exception) -> None:
        if self._is_lent:
            return
        service = self._figures.health.recogniser(self._recogniser)
        if isinstance(error, TimeoutError):
            service.was_late()
        else:
            service.has_failed()

    async def _listen_once(self) -> None:
        recognition = self._recognition or await self._open()
        try:
            async with asyncio.timeout(None) as self._budget:
                self._expect_words(self._is_spoken_to and not self._reads_turns)
                async for news in recognition.heard():
                    self._take(news)
        finally:
            self._budget = None

    def _take(self, news: Heard) -> None:
        if news.kind in (HeardKind.OWED, HeardKind.SETTLED):
            self._expect_words(news.kind is HeardKind.OWED)
            return
        if news.text:
            self._is_renewed, self._unheard_seconds, self._spoken_since = False, 0.0, None
            self._expect_words(False)
            self._pieces.words(are_final=news.kind is HeardKind.ENDED)
            self._end_turn_if(self._silence.words(news.kind is HeardKind.ENDED, self._loop.time()))
        if news.kind is HeardKind.ENDED:
            self._lately.clear()
        self._happen(Words(_HEARING[news.kind], news.text, news.language))

    async def _open(self) -> Recognition:
        self._figures.health.recogniser(self._recogniser).requests += 1
        opened = self._recognition = await self._recognisers[self._recogniser].open(*self._plan.spoken)
        self._pieces = SilencePieces()  # what waits in the old ones comes with the rest
        for audio in self._lately:
            opened.feed(audio)
        return opened

    def _expect_words(self, are_due: bool) -> None:
        """Words are due within the budget, or came, or the voice has ceased."""
        if self._budget is None or self._budget.expired() or self._is_lent:
            return
        left_seconds = self._plan.timeouts.recogniser_budget / 1000
        if are_due and self._has_backup:
            self._budget.reschedule(self._loop.time() + left_seconds)
        elif are_due and not self._is_renewed:
            self._budget.reschedule(self._loop.time() + max(0.0, left_seconds - self._unheard_seconds))
        else:
            self._budget.reschedule(None)

    def _count_unheard(self) -> None:
        """Half a dozen short calls of "hello?" say as much about a deaf recogniser as one long sentence."""
        now, since = self._loop.time(), self._spoken_since
        if since is not None:
            self._unheard_seconds += now - since
        self._spoken_since = now if self._is_spoken_to else None

    def _end_turn_if(self, is_due: bool) -> None:
        """Nova would wait for more silence before it told the end; the others know a turn's end better than silence."""
        if (
            is_due
            and self._recognition is not None
            and self._recogniser is RecogniserName.NOVA
            and not self._is_lent
        ):
            self._recognition.finalize()
