"""One call's ear: the carrier's frames to the recogniser and to what finds voices and tones in them."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Final

import structlog

from domain.conversations import ConversationPlan, Ears, Engine
from media.events import Event, Failed, Hearing, Part, Voice, Words
from media.local_silence import LocalSilence
from media.tones import LineSounds
from providers.errors import ProviderError
from providers.speech.contract import HeardKind, Recogniser, Recognition

log = structlog.get_logger()

_REOPENINGS: Final = 3
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


class Ear:
    """Hears one call; a recogniser that goes away is opened again a few times."""

    def __init__(
        self,
        plan: ConversationPlan,
        recognisers: Mapping[Ears, Recogniser],
        happen: Callable[[Event], None],
        open_already: Recognition | None,
        switched: Callable[[Part], None],
    ) -> None:
        self._plan = plan
        self._recognisers = recognisers
        self._ears = plan.ears
        self._happen = happen
        self._switched = switched
        self._recognition = open_already
        # A session of speech to speech hears as well; when it is lost, the plan's own ears come first.
        self._is_lent = plan.engine is Engine.REALTIME and open_already is not None
        self._sounds = LineSounds()
        self._silence = LocalSilence()
        self._loop = asyncio.get_running_loop()
        self._task: asyncio.Task[None] | None = None

    def spoke(self, audio: bytes) -> None:
        """We send this to the person; a part of it may come back."""
        self._sounds.spoke(audio)

    def hear(self, audio: bytes) -> None:
        """Take 20 ms of the person's side."""
        if self._recognition is not None:
            self._recognition.feed(audio)
        for event in self._sounds.frame(audio):
            if isinstance(event, Voice):
                self._end_turn_if(self._silence.voice(event.on, self._loop.time()))
            self._happen(event)

    async def listen(self) -> None:
        """Turn what the recogniser understands into events, until stopped."""
        self._task = asyncio.current_task()
        for _ in range(1 + _REOPENINGS):
            try:
                await self._listen_once()
            except ProviderError as error:
                log.warning("ear.lost", attempt_id=self._plan.attempt_id, error=type(error).__name__)
            await self.close()
            self._switch()
        self._happen(Failed(Part.RECOGNISER))

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
        """Ears that were lost once are not trusted again in this call, if there are others."""
        if self._is_lent:
            self._is_lent = False
            return
        backup = self._plan.backup.ears
        if backup is not None and backup is not self._ears:
            self._ears = backup
            self._switched(Part.RECOGNISER)

    async def _listen_once(self) -> None:
        if self._recognition is None:
            self._recognition = await self._recognisers[self._ears].open(*self._plan.spoken)
        async for news in self._recognition.heard():
            self._end_turn_if(self._silence.words(news.kind is HeardKind.ENDED, self._loop.time()))
            self._happen(Words(_HEARING[news.kind], news.text, news.language))

    def _end_turn_if(self, is_due: bool) -> None:
        """Nova would wait for more silence before it told the end; the others know a turn's end better than silence."""
        if is_due and self._recognition is not None and self._ears is Ears.NOVA:
            self._recognition.finalize()
