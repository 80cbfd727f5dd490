"""Anthropic's models: which of them think unasked and how that is kept short, and when each ends.

Read 2026-11-29: platform.claude.com ("What's new" and migration guides of Opus, Sonnet and Haiku 5.5; model
deprecations); SDK 2.14 (model_param.py, _data/deprecated_models.py, thinking_config_*.py, output_config_param.py).
Thinking counts towards max_tokens. Forced tool choice is refused by opus-5-5, sonnet-5-5 and the fables, which is why
decisions are asked for by a schema of the answer instead.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from providers.facts.shape import UNENDING, Life

_SNAPSHOT: Final = re.compile(r"-\d{8}$")


@dataclass(frozen=True, slots=True)
class ClaudeModel:
    """How a model is asked.

    thinking: the type to send so that it does not think before it answers, empty where nothing need be sent; thinks:
    it cannot be stopped from thinking, only asked for little of it (effort).
    """

    life: Life = UNENDING
    thinking: str = ""
    thinks: bool = False

    @property
    def effort(self) -> str:
        """The effort to ask for; empty where the field need not be sent."""
        return "low" if self.thinks else ""


_STOPPABLE: Final = ClaudeModel(thinking="disabled")
_ALWAYS_THINKING: Final = ClaudeModel(thinks=True)

CLAUDE_MODELS: Final[Mapping[str, ClaudeModel]] = {
    "claude-haiku-5-5": _STOPPABLE,
    "claude-sonnet-5-5": ClaudeModel(thinking="between_tools"),
    "claude-opus-5-5": _ALWAYS_THINKING,
    "claude-fable-5-2": _ALWAYS_THINKING,
    "claude-fable-5-1": _ALWAYS_THINKING,
    "claude-fable-5": _ALWAYS_THINKING,
    "claude-sonnet-5": _STOPPABLE,
    "claude-opus-5": _STOPPABLE,
    "claude-opus-4-8": ClaudeModel(),
    "claude-opus-4-7": ClaudeModel(),
    "claude-opus-4-6": ClaudeModel(),
    "claude-sonnet-4-6": ClaudeModel(),
    "claude-haiku-4-5": ClaudeModel(),
    "claude-opus-4-5": ClaudeModel(Life(date(2027, 1, 22), "claude-opus-4-6")),
    "claude-sonnet-4-5": ClaudeModel(Life(date(2026, 11, 30), "claude-sonnet-4-6")),
}


def claude_model(name: str) -> ClaudeModel | None:
    """What is known of a model, or of a snapshot of it ("…-20251001")."""
    return CLAUDE_MODELS.get(_SNAPSHOT.sub("", name))


def asked_like(name: str) -> ClaudeModel:
    """How to ask a model of any name: those unknown as the newest, which takes room to think and no order not to."""
    return claude_model(name) or _ALWAYS_THINKING
