"""Deepgram's live results put together to turns: what ends one, and what was already told.

A turn ends with the results of a Finalize, else with speech_final, else with UtteranceEnd. UtteranceEnd is the slower
signal and often follows an end that was already told, and results may repeat words it has ended; both are known by
the time of their last word. Pure: messages in, news out.
Source: Deepgram's pages "Configure Endpointing and Interim Results" and "Utterance End", read 2026-11-21.
"""

from typing import Final

import msgspec

from providers.speech.contract import Heard, HeardKind

_SAME_MOMENT: Final = 0.01  # seconds; times are rounded differently in results and in UtteranceEnd


class Word(msgspec.Struct):
    """A word with its times in seconds from the stream's start."""

    word: str
    start: float
    end: float
    punctuated_word: str | None = None
    language: str | None = None


class Alternative(msgspec.Struct):
    """What was understood of a segment."""

    transcript: str
    words: list[Word] = []


class Channel(msgspec.Struct):
    """The alternatives of one channel, the best first."""

    alternatives: list[Alternative] = []


class NovaMessage(msgspec.Struct):
    """Any message of /v1/listen, as far as it is read; in all but Results the channel is a list of numbers."""

    type: str
    channel: Channel | list[int] | None = None
    is_final: bool = False
    speech_final: bool = False
    from_finalize: bool = False
    last_word_end: float = -1
    variant: str = ""


class NovaTurns:
    """The turns of one stream."""

    def __init__(self) -> None:
        self._final = ""
        self._interim = ""
        self._told = ""
        self._languages: set[str] = set()
        self._last_word_end = 0.0
        self._ended_at = 0.0

    @property
    def is_open(self) -> bool:
        """Whether a turn has begun and not ended."""
        return bool(self._told)

    def take(self, message: NovaMessage) -> list[Heard]:
        """What this message changes."""
        if message.type == "Results" and isinstance(message.channel, Channel):
            return self._results(message, message.channel)
        if message.type == "UtteranceEnd" and message.last_word_end > self._ended_at + _SAME_MOMENT:
            return self._end()
        return []

    def _results(self, message: NovaMessage, channel: Channel) -> list[Heard]:
        best = channel.alternatives[0] if channel.alternatives else Alternative("")
        text = self._new_text(best, is_final=message.is_final)
        if message.is_final:
            self._final, self._interim = _joined(self._final, text), ""
        else:
            self._interim = text
        news = self._progress()
        if message.speech_final or message.from_finalize:
            news += self._end()
        return news

    def _new_text(self, heard: Alternative, *, is_final: bool) -> str:
        """The words that no told turn holds."""
        new = [word for word in heard.words if word.end > self._ended_at + _SAME_MOMENT]
        if not new:
            return "" if heard.words else heard.transcript.strip()
        self._last_word_end = max(self._last_word_end, new[-1].end)
        if is_final:
            self._languages.update(word.language for word in new if word.language)
        if len(new) == len(heard.words):
            return heard.transcript.strip()
        return " ".join(word.punctuated_word or word.word for word in new)

    def _progress(self) -> list[Heard]:
        text = _joined(self._final, self._interim)
        if not text or text == self._told:
            return []
        kind = HeardKind.INTERIM if self._told else HeardKind.STARTED
        self._told = text
        return [Heard(kind, text)]

    def _end(self) -> list[Heard]:
        text = _joined(self._final, self._interim) or self._told
        if not text:
            return []
        whole = next(iter(self._languages)) if len(self._languages) == 1 else None
        self._final = self._interim = self._told = ""
        self._languages = set()
        self._ended_at = self._last_word_end
        return [Heard(HeardKind.ENDED, text, whole)]


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
