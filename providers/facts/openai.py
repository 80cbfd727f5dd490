"""OpenAI's models: how each is asked over Chat Completions and over realtime sockets, and when it ends.

Read 2026-11-29: developers.openai.com (deprecations; model pages; guide "latest model"); SDK 3.57 (chat_model.py,
reasoning_effort.py, realtime/audio_transcription.py). Second-hand: that gpt-6-astra and gpt-6.1-sol refuse the effort
"none" (docs.apiyi.com, docs.laozhang.ai), with which alone models since gpt-5.4 call tools over Chat Completions
(model page of gpt-6-luna as quoted in apache/flink-agents issue 1462; community.openai.com topic 1386454).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from providers.facts.shape import UNENDING, Life

_SNAPSHOT: Final = re.compile(r"-\d{4}-\d{2}-\d{2}$")
_REASONING: Final = re.compile(r"^gpt-(5\.[1-9]|[6-9]|\d\d)")


@dataclass(frozen=True, slots=True)
class ChatModel:
    """How a model is asked.

    effort: the least reasoning_effort that it takes, empty where it refuses the field; thinks: even so it spends
    tokens of the answer's limit on thinking; calls_tools: with that effort, over Chat Completions.
    """

    life: Life = UNENDING
    effort: str = ""
    thinks: bool = False
    calls_tools: bool = True


def _quick(life: Life = UNENDING) -> ChatModel:
    return ChatModel(life, effort="none")


_GPT_4: Final = ChatModel(Life(date(2027, 1, 14), "gpt-6-luna"))
_NANO_4: Final = ChatModel(Life(date(2026, 10, 23), "gpt-6-luna"))
_ALWAYS_THINKING: Final = ChatModel(effort="low", thinks=True, calls_tools=False)

CHAT_MODELS: Final[Mapping[str, ChatModel]] = {
    "gpt-6-luna": _quick(),
    "gpt-6.1-terra": _quick(),
    "gpt-6-sol": _quick(),
    "gpt-6.1-sol": _ALWAYS_THINKING,
    "gpt-6-astra": _ALWAYS_THINKING,
    "gpt-5.6-luna": _quick(),
    "gpt-5.6-terra": _quick(),
    "gpt-5.6-sol": _quick(),
    "gpt-5.5": _quick(),
    "gpt-5.4": _quick(),
    "gpt-5.4-mini": _quick(),
    "gpt-5.4-nano": _quick(Life(date(2027, 4, 1), "gpt-6-luna")),
    "gpt-5.2": _quick(),
    "gpt-5.1": _quick(Life(date(2027, 4, 1), "gpt-6.1-terra")),
    "gpt-5": ChatModel(Life(date(2026, 12, 11), "gpt-6.1-terra"), effort="minimal", thinks=True),
    "gpt-5-mini": ChatModel(Life(date(2026, 12, 11), "gpt-6.1-terra"), effort="minimal", thinks=True),
    "gpt-5-nano": ChatModel(Life(date(2026, 12, 11), "gpt-6-luna"), effort="minimal", thinks=True),
    "gpt-4.1": _GPT_4,
    "gpt-4.1-mini": _GPT_4,
    "gpt-4.1-nano": _NANO_4,
    "gpt-4o": _GPT_4,
    "gpt-4o-2024-05-13": ChatModel(Life(date(2026, 10, 23), "gpt-6-luna")),
    "gpt-4o-mini": _GPT_4,
}

TRANSCRIPTION_MODELS: Final[Mapping[str, Life]] = {
    "gpt-transcribe": UNENDING,
    "gpt-4o-transcribe": Life(date(2027, 2, 26), "gpt-transcribe"),
    "gpt-4o-mini-transcribe": Life(date(2027, 2, 26), "gpt-transcribe"),
    "whisper-1": Life(date(2027, 2, 26), "gpt-transcribe"),
}
"""Those that leave the turns' ends to the service's voice detector, as our recogniser of OpenAI's does."""

TAKE_LANGUAGES: Final = frozenset({"gpt-transcribe"})
"""Transcription models that may be told several languages; others are told one or find it out."""

REALTIME_MODELS: Final[Mapping[str, Life]] = {
    "gpt-realtime-2.1": UNENDING,
    "gpt-realtime-2.1-mini": UNENDING,
    "gpt-realtime-2": UNENDING,
    "gpt-realtime-1.5": UNENDING,
    "gpt-realtime": Life(date(2027, 1, 20), "gpt-realtime-2.1"),
    "gpt-realtime-mini": Life(date(2027, 1, 20), "gpt-realtime-2.1-mini"),
}


def chat_model(name: str) -> ChatModel | None:
    """What is known of a model, of a snapshot of it ("…-2026-04-23") or of what was tuned from it ("ft:…:…")."""
    if name.startswith("ft:"):
        return chat_model(name.split(":")[1])
    return CHAT_MODELS.get(name) or CHAT_MODELS.get(_SNAPSHOT.sub("", name))


def asked_like(name: str) -> ChatModel:
    """How to ask a model of any name: newer ones of the vendor's as its newest, others without any addition."""
    return chat_model(name) or (_quick() if _REASONING.match(name) else ChatModel())


def transcription_life(name: str) -> Life:
    """How long a transcription model is offered."""
    return TRANSCRIPTION_MODELS.get(_SNAPSHOT.sub("", name), UNENDING)


def realtime_life(name: str) -> Life:
    """How long a realtime model is offered."""
    return REALTIME_MODELS.get(_SNAPSHOT.sub("", name), UNENDING)
