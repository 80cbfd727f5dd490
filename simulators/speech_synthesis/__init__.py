"""ElevenLabs on loopback: text in, audio out that carries its words."""

from simulators.speech_synthesis.service import routes
from simulators.speech_synthesis.speaker import SynthesisTiming

__all__ = ["SynthesisTiming", "routes"]
