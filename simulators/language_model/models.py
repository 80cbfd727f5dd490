"""What each of OpenAI's simulated models is, refuses, and spends on thinking: data of the simulated vendor's own.

Source: OpenAI's deprecations and model pages and SDK 3.57, read 2026-11-29; tokens of thinking are chosen by feel.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

_SNAPSHOT: Final = re.compile(r"-\d{4}-\d{2}-\d{2}$")
_THOUGHT: Final = {
    "none": 0,
    "minimal": 40,
    "low": 120,
    "medium": 300,
    "high": 900,
    "xhigh": 2_000,
    "max": 4_000,
}
_FROM_NONE: Final = ("none", "low", "medium", "high", "xhigh")


class RefusedRequest(Exception):
    """The model does not take this request: parameter, code and message as the vendor words them."""

    def __init__(self, message: str, parameter: str | None, code: str | None) -> None:
        super().__init__(message)
        self.parameter = parameter
        self.code = code


@dataclass(frozen=True, slots=True)
class ChatModel:
    """ends_on: the first day without it. efforts: of reasoning, none for models that do not reason; usual: where none
    is named. mixes_tools: takes tools while it reasons."""

    ends_on: date | None = None
    efforts: tuple[str, ...] = ()
    usual: str = "none"
    mixes_tools: bool = True

    def is_there(self, today: date) -> bool:
        """Whether the vendor still offers it."""
        return self.ends_on is None or today < self.ends_on

    def thinking_tokens(self, name: str, effort: str | None, *, with_tools: bool, old_limit: bool) -> int:
        """How many tokens it thinks before its first word; old_limit: the request has max_tokens.

        Raises RefusedRequest.
        """
        if effort is not None and effort not in self.efforts:
            raise _unknown_effort(effort, self.efforts)
        if self.efforts and old_limit:
            raise RefusedRequest(
                "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' "
                "instead.",
                "max_tokens",
                "unsupported_parameter",
            )
        spent = effort or self.usual
        if with_tools and not self.mixes_tools and spent != "none":
            raise RefusedRequest(
                f"Function tools with reasoning_effort are not supported for {name} in /v1/chat/completions. To use "
                "function tools, use /v1/responses or set reasoning_effort to 'none'.",
                "reasoning_effort",
                None,
            )
        return _THOUGHT[spent]


def _unknown_effort(effort: str, efforts: tuple[str, ...]) -> RefusedRequest:
    if not efforts:
        return RefusedRequest(
            "Unsupported parameter: 'reasoning_effort' is not supported with this model.",
            "reasoning_effort",
            "unsupported_parameter",
        )
    known = ", ".join(f"'{each}'" for each in efforts)
    return RefusedRequest(
        f"Unsupported value: 'reasoning_effort' does not support '{effort}' with this model. Supported values are: "
        f"{known}.",
        "reasoning_effort",
        "unsupported_value",
    )


_JANUARY: Final = date(2027, 1, 14)
_OCTOBER: Final = date(2026, 10, 23)
_DECEMBER: Final = date(2026, 12, 11)
_APRIL: Final = date(2027, 4, 1)


def _newer(*efforts: str, usual: str = "medium", ends_on: date | None = None) -> ChatModel:
    return ChatModel(ends_on, efforts, usual, mixes_tools=False)


_FIRST_FIVE: Final = ChatModel(_DECEMBER, ("minimal", "low", "medium", "high"), "medium")

CHAT_MODELS: Final[dict[str, ChatModel]] = {
    "gpt-4o": ChatModel(_JANUARY),
    "gpt-4o-2024-05-13": ChatModel(_OCTOBER),
    "gpt-4o-mini": ChatModel(_JANUARY),
    "gpt-4.1": ChatModel(_JANUARY),
    "gpt-4.1-mini": ChatModel(_JANUARY),
    "gpt-4.1-nano": ChatModel(_OCTOBER),
    "gpt-5": _FIRST_FIVE,
    "gpt-5-mini": _FIRST_FIVE,
    "gpt-5-nano": _FIRST_FIVE,
    "gpt-5.1": ChatModel(_APRIL, ("none", "low", "medium", "high"), "none"),
    "gpt-5.2": ChatModel(None, _FROM_NONE, "none"),
    "gpt-5.4": _newer(*_FROM_NONE, usual="none"),
    "gpt-5.4-mini": _newer(*_FROM_NONE, usual="none"),
    "gpt-5.4-nano": _newer(*_FROM_NONE, usual="none", ends_on=_APRIL),
    "gpt-5.5": _newer(*_FROM_NONE),
    "gpt-5.6-luna": _newer(*_FROM_NONE, "max"),
    "gpt-5.6-terra": _newer(*_FROM_NONE, "max"),
    "gpt-5.6-sol": _newer(*_FROM_NONE, "max"),
    "gpt-6-luna": _newer(*_FROM_NONE, "max"),
    "gpt-6-sol": _newer(*_FROM_NONE, "max"),
    "gpt-6.1-terra": _newer(*_FROM_NONE, "max"),
    "gpt-6.1-sol": _newer("low", "medium", "high", "xhigh"),
    "gpt-6-astra": _newer("low", "medium", "high", "xhigh", "max"),
}


def chat_model(name: str, today: date) -> ChatModel | None:
    """The model of this name, or that whose snapshot it names, unless it is over."""
    model = CHAT_MODELS.get(name) or CHAT_MODELS.get(_SNAPSHOT.sub("", name))
    return model if model is not None and model.is_there(today) else None
