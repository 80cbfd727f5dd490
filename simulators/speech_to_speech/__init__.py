"""OpenAI's realtime models on loopback: what is said into the socket is answered by voice."""

from simulators.speech_to_speech.reply import RealtimeTiming
from simulators.speech_to_speech.service import routes

__all__ = ["RealtimeTiming", "routes"]
