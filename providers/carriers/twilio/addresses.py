"""The addresses of ours that Twilio asks, one for each thing that it tells or wants to know."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from domain.identifiers import MessageId
from providers.carriers.contract import PROOF, CallbackAddress

HOOKS: Final = "/webhooks/twilio"
"""What all of them begin with, below /api."""


def answer_url(about: CallbackAddress) -> str:
    """Somebody picked up: what is to be done with the call."""
    return _hook(about.public_url, f"/voice/{about.attempt_id}/{about.process}", {PROOF: about.proof})


def after_url(about: CallbackAddress, *, tries: int = 0) -> str:
    """The stream to this process is over, or was waited for so often: what is to be done now."""
    asked = {PROOF: about.proof, "tries": str(tries) if tries else ""}
    return _hook(about.public_url, f"/after/{about.attempt_id}/{about.process}", asked)


def status_url(about: CallbackAddress) -> str:
    """The call has moved on."""
    return _hook(about.public_url, f"/status/{about.attempt_id}", {PROOF: about.proof})


def machine_url(about: CallbackAddress) -> str:
    """Who answered, as far as Twilio can tell."""
    return _hook(about.public_url, f"/machine/{about.attempt_id}/{about.process}", {PROOF: about.proof})


def message_url(public_url: str, message_id: MessageId, proof: str = "") -> str:
    """How a text message fared."""
    return _hook(public_url, f"/sms/{message_id}", {PROOF: proof})


def account_urls(public_url: str, proof: str) -> dict[str, str]:
    """What is given to Twilio by hand for a whole account: where calls are told of, and where messages come in."""
    asked = {PROOF: proof}
    return {"calls": _hook(public_url, "", asked), "messages": _hook(public_url, "/sms-inbound", asked)}


def _hook(public_url: str, path: str, asked: Mapping[str, str]) -> str:
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{public_url}/api{HOOKS}{path}{'?' if query else ''}{query}"
