"""The addresses of ours that Twilio asks, one for each thing that it tells or wants to know."""

from typing import Final

from domain.identifiers import MessageId
from providers.carriers.contract import CallbackAddress

HOOKS: Final = "/webhooks/twilio"
"""What all of them begin with, below /api."""


def answer_url(about: CallbackAddress) -> str:
    """Somebody picked up: what is to be done with the call."""
    return f"{_hooks(about.public_url)}/voice/{about.attempt_id}/{about.process}"


def after_url(about: CallbackAddress) -> str:
    """The stream to this process is over: what is to be done now."""
    return f"{_hooks(about.public_url)}/after/{about.attempt_id}/{about.process}"


def status_url(about: CallbackAddress) -> str:
    """The call has moved on."""
    return f"{_hooks(about.public_url)}/status/{about.attempt_id}"


def machine_url(about: CallbackAddress) -> str:
    """Who answered, as far as Twilio can tell."""
    return f"{_hooks(about.public_url)}/machine/{about.attempt_id}/{about.process}"


def message_url(public_url: str, message_id: MessageId) -> str:
    """How a text message fared."""
    return f"{_hooks(public_url)}/sms/{message_id}"


def _hooks(public_url: str) -> str:
    return f"{public_url}/api{HOOKS}"
