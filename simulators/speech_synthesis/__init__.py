"""ElevenLabs and Deepgram Aura on loopback: text in, audio out that carries its words."""

from simulators.speech_synthesis.aura import aura_routes
from simulators.speech_synthesis.service import routes
from simulators.speech_synthesis.speaker import SynthesisTiming

__all__ = ["SynthesisTiming", "aura_routes", "routes"]
