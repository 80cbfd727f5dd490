"""What the settings name that its vendor will soon end: said at the start and by the doctor."""

from datetime import date

from providers.facts.elevenlabs import DEFAULT_VOICES
from providers.facts.hubspot import version_life
from providers.facts.openai import realtime_life, transcription_life
from providers.facts.shape import UNENDING
from startup.settings import Settings


def ending_settings(settings: Settings, today: date) -> dict[str, str]:
    """Variables whose value is or will soon be of no use, with what to do; only those of vendors with a key."""
    openai, elevenlabs, hubspot = settings.openai, settings.elevenlabs, settings.hubspot
    voice = DEFAULT_VOICES.get(elevenlabs.default_voice, UNENDING)
    looked_at = (
        (
            "OPENAI_REALTIME_MODEL",
            openai.realtime_model,
            openai.api_key,
            realtime_life(openai.realtime_model),
        ),
        (
            "OPENAI_TRANSCRIPTION_MODEL",
            openai.transcription_model,
            openai.api_key,
            transcription_life(openai.transcription_model),
        ),
        ("ELEVENLABS_DEFAULT_VOICE", elevenlabs.default_voice, elevenlabs.api_key, voice),
        ("HUBSPOT_VERSION", hubspot.version, hubspot.token, version_life(hubspot.version)),
    )
    told = {name: life.warning(value, today) for name, value, key, life in looked_at if key}
    return {name: warning for name, warning in told.items() if warning}
