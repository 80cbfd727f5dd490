"""Settings into what conversations are held with: whose recognisers, models and voices, and towards which addresses.

Apart from wiring.py, since only the media process needs these clients.
"""

from domain.conversations import RecogniserName
from providers.language_models.anthropic import AnthropicModel, AnthropicSettings
from providers.language_models.contract import LanguageModel
from providers.language_models.models_by_name import Models
from providers.language_models.openai import OpenAIModel, OpenAISettings
from providers.speech.contract import Recogniser, Synthesiser
from providers.speech.deepgram_aura import AuraSettings, AuraSynthesiser
from providers.speech.deepgram_flux import FluxRecogniser, FluxSettings
from providers.speech.deepgram_nova import NovaRecogniser, NovaSettings
from providers.speech.elevenlabs import ElevenLabsSynthesiser
from providers.speech.openai_transcription import TranscriptionRecogniser, TranscriptionSettings
from providers.speech.voices_by_name import Voices
from providers.speech_to_speech.openai_realtime import RealtimeModels
from providers.speech_to_speech.realtime_configuration import RealtimeSettings
from startup.settings import Settings
from startup.wiring import elevenlabs


def recognisers(settings: Settings) -> dict[RecogniserName, Recogniser]:
    """Every recogniser that an agent can have."""
    deepgram, openai = settings.deepgram, settings.openai
    return {
        RecogniserName.FLUX: FluxRecogniser(FluxSettings(deepgram.api_key, deepgram.ws_url, deepgram.model)),
        RecogniserName.NOVA: NovaRecogniser(NovaSettings(deepgram.api_key, deepgram.ws_url)),
        RecogniserName.OPENAI: TranscriptionRecogniser(
            TranscriptionSettings(openai.api_key, openai.ws_url, openai.transcription_model)
        ),
    }


def synthesiser(settings: Settings) -> Voices:
    """Every voice that an agent can have, by the name of its model; needs a running event loop."""
    return Voices(_voices(settings))


def _voices(settings: Settings) -> dict[str, Synthesiser]:
    deepgram = settings.deepgram
    return {
        "eleven": ElevenLabsSynthesiser(elevenlabs(settings)),
        "aura": AuraSynthesiser(AuraSettings(deepgram.api_key, deepgram.base_url)),
    }


def language_models(settings: Settings) -> Models:
    """Every model that an agent can have, by its name; needs a running event loop."""
    return Models(_models(settings), kept=settings.allowed_models)


def _models(settings: Settings) -> dict[str, LanguageModel]:
    openai, anthropic = settings.openai, settings.anthropic
    return {
        "gpt": OpenAIModel(OpenAISettings(openai.api_key, openai.base_url)),
        "claude": AnthropicModel(AnthropicSettings(anthropic.api_key, anthropic.base_url)),
    }


def realtime_models(settings: Settings) -> RealtimeModels:
    """The models that hear and speak by themselves."""
    return RealtimeModels(_realtime(settings))


def _realtime(settings: Settings) -> RealtimeSettings:
    openai = settings.openai
    return RealtimeSettings(
        openai.api_key,
        openai.ws_url,
        model=openai.realtime_model,
        voice=openai.realtime_voice,
        transcription_model=openai.transcription_model,
    )


class SpeechVendors:
    """All of them, opened by the settings; needs a running event loop. Conversations that begin later use what was renewed."""

    def __init__(self, settings: Settings) -> None:
        self._opened_by = _accounts(settings)
        self.recognisers = recognisers(settings)
        self.voices, self.models = synthesiser(settings), language_models(settings)
        self.realtime = realtime_models(settings)

    def renew(self, settings: Settings) -> None:
        """Take the vendors' accounts from these settings; whoever asks from now on asks with them."""
        if _accounts(settings) == self._opened_by:
            return
        self._opened_by = _accounts(settings)
        self.recognisers.update(recognisers(settings))
        self.voices.renew(_voices(settings))
        self.models.renew(_models(settings))
        self.realtime.renew(_realtime(settings))


def _accounts(settings: Settings) -> tuple[object, ...]:
    return settings.deepgram, settings.elevenlabs, settings.openai, settings.anthropic
