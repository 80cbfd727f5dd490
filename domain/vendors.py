"""Whose language model, recogniser and voice hold a conversation, and which of them has nothing to take its place.

A vendor is named as rows, reports and waiting calls name it, such as "model/openai".
With which vendors an account can be opened: providers/vendors.py; what each sells: providers/facts/.
"""

from enum import StrEnum
from typing import Final

from domain.conversations import Backup, ConversationPlan, Engine, RecogniserName
from domain.permits import SpeechProvider, recogniser_of, synthesiser_of


class VendorKind(StrEnum):
    """What a vendor does in a conversation."""

    MODEL = "model"
    RECOGNISER = "recogniser"
    SYNTHESISER = "synthesiser"


VENDORS: Final = (
    "model/openai",
    "model/anthropic",
    "recogniser/deepgram",
    "recogniser/openai",
    "synthesiser/elevenlabs",
    "synthesiser/deepgram",
)


def model_provider_of(model: str) -> str:
    """Whose language model this is; OpenAI's, as with every name that tells nobody."""
    return "anthropic" if model.startswith("claude") else SpeechProvider.OPENAI


def vendor_in(plan: ConversationPlan, kind: VendorKind) -> str:
    """Who does this in the plan's conversation, as long as no backup does."""
    provider: Final = {
        VendorKind.MODEL: model_provider_of(plan.model),
        VendorKind.RECOGNISER: recogniser_of(plan.recogniser, Engine.CASCADE),
        VendorKind.SYNTHESISER: synthesiser_of(plan.voice_model),
    }
    return f"{kind}/{provider[kind]}"


def relied_on(
    *, engine: Engine, recogniser: RecogniserName, model: str, voice_model: str, backup: Backup
) -> list[str]:
    """The vendors without whom an agent can hold no conversation: no other vendor takes their place.

    A model that hears and speaks by itself has the recogniser and the model beside it for its backup, and they have it.
    """
    pairs = [
        (VendorKind.MODEL, model_provider_of(model), backup.model and model_provider_of(backup.model)),
        (
            VendorKind.RECOGNISER,
            recogniser_of(recogniser, Engine.CASCADE),
            backup.recogniser and recogniser_of(backup.recogniser, Engine.CASCADE),
        ),
        (
            VendorKind.SYNTHESISER,
            synthesiser_of(voice_model),
            backup.voice and synthesiser_of(backup.voice_model),
        ),
    ]
    speaks_itself = engine is Engine.REALTIME
    return [
        f"{kind}/{provider}"
        for kind, provider, other in pairs
        if (not other or other == provider) and not (speaks_itself and kind is not VendorKind.SYNTHESISER)
    ]
