"""What each of Anthropic's simulated models is, refuses, and spends on thinking: data of the simulated vendor's own.

Source: Anthropic's pages "What's new" of the models 5.5, its page on model deprecations and SDK 2.14, read 2026-11-29;
tokens of thinking are chosen by feel.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from simulators.language_model.message_requests import MessageRequest

_SNAPSHOT: Final = re.compile(r"-\d{8}$")
_THOUGHT: Final = {"low": 120, "medium": 300, "high": 900, "xhigh": 2_000, "max": 4_000}


class RefusedMessage(Exception):
    """The model does not take this request; in the vendor's words."""


@dataclass(frozen=True, slots=True)
class ClaudeModel:
    """thinkings: the types of thinking that it takes. thinks: even when none is asked for; usual: the effort of that.
    forcible: takes an order to call a tool; samples: takes a temperature."""

    ends_on: date | None = None
    thinkings: tuple[str, ...] = ("enabled", "disabled")
    thinks: bool = False
    usual: str = "high"
    forcible: bool = True
    samples: bool = True

    def is_there(self, today: date) -> bool:
        """Whether the vendor still offers it."""
        return self.ends_on is None or today < self.ends_on

    def thinking_tokens(self, request: MessageRequest) -> int:
        """How many tokens it thinks before its first word. Raises RefusedMessage."""
        kind = request.thinking.type if request.thinking else ""
        if kind and kind not in self.thinkings:
            raise RefusedMessage(
                f'"thinking.type.{kind}" is not supported for this model. Use "thinking.type.adaptive" and '
                '"output_config.effort" to control thinking behavior.'
            )
        if request.tool_choice.type in ("any", "tool") and not self.forcible:
            raise RefusedMessage("tool_choice: forced tool use is not supported for this model.")
        if not self.samples and request.temperature not in (None, 1):
            raise RefusedMessage("temperature: is deprecated for this model.")
        effort = (request.output_config.effort if request.output_config else None) or self.usual
        is_still = kind in ("disabled", "between_tools") or not (kind or self.thinks)
        return 0 if is_still or request.tool_choice.type == "tool" else _THOUGHT[effort]


def _always_thinking(usual: str = "high") -> ClaudeModel:
    return ClaudeModel(None, ("adaptive",), True, usual, forcible=False, samples=False)


_FIVE: Final = ClaudeModel(None, ("adaptive", "disabled"), True, samples=False)
_ADAPTIVE: Final = ClaudeModel(None, ("adaptive", "disabled"), samples=False)

CLAUDE_MODELS: Final[dict[str, ClaudeModel]] = {
    "claude-haiku-4-5": ClaudeModel(),
    "claude-sonnet-4-5": ClaudeModel(date(2026, 11, 30)),
    "claude-sonnet-4-6": ClaudeModel(thinkings=("adaptive", "enabled", "disabled")),
    "claude-opus-4-5": ClaudeModel(date(2027, 1, 22)),
    "claude-opus-4-6": ClaudeModel(thinkings=("adaptive", "enabled", "disabled")),
    "claude-opus-4-7": _ADAPTIVE,
    "claude-opus-4-8": _ADAPTIVE,
    "claude-sonnet-5": _FIVE,
    "claude-opus-5": _FIVE,
    "claude-fable-5": _always_thinking(),
    "claude-fable-5-1": _always_thinking(),
    "claude-fable-5-2": _always_thinking(),
    "claude-haiku-5-5": ClaudeModel(None, ("adaptive", "disabled"), True, "medium", samples=False),
    "claude-sonnet-5-5": ClaudeModel(
        None, ("adaptive", "between_tools"), True, forcible=False, samples=False
    ),
    "claude-opus-5-5": _always_thinking("medium"),
}


def claude_model(name: str, today: date) -> ClaudeModel | None:
    """The model of this name, or that whose snapshot it names, unless it is over."""
    model = CLAUDE_MODELS.get(_SNAPSHOT.sub("", name))
    return model if model is not None and model.is_there(today) else None
