"""ElevenLabs and Deepgram Aura on loopback: text in, audio out that carries its words."""

from simulators.speech_synthesis.aura import aura_routes
from simulators.speech_synthesis.service import routes
from simulators.speech_synthesis.speaker import SynthesisTiming
from simulators.speech_synthesis.voices import VoiceAccount

__all__ = ["SynthesisTiming", "VoiceAccount", "aura_routes", "routes"]
