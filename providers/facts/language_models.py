"""Every vendor's language models as one: whether a name is known, how long it lives, what answers in its place."""

from datetime import date

from providers.facts import anthropic, openai
from providers.facts.shape import UNENDING, Life, living


def is_known(name: str) -> bool:
    """Whether a vendor sells this model, or sold it."""
    return _known(name) is not None


def calls_tools(name: str) -> bool:
    """Whether a model can be given the tools of a call; those that nobody knows are believed to."""
    return not isinstance(known := _known(name), openai.ChatModel) or known.calls_tools


def life_of(name: str) -> Life:
    """How long the model is offered."""
    return known.life if (known := _known(name)) is not None else UNENDING


def living_model(name: str, today: date) -> str:
    """The model to ask where this one is named: itself until its vendor ends it, then its successor."""
    return living(name, life_of, today)


def _known(name: str) -> openai.ChatModel | anthropic.ClaudeModel | None:
    return openai.chat_model(name) or anthropic.claude_model(name)
