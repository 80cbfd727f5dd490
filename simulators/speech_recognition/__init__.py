"""Deepgram Flux on loopback: turns and words, read from the audio that really arrived."""

from simulators.speech_recognition.service import routes
from simulators.speech_recognition.turns import RecognitionTiming

__all__ = ["RecognitionTiming", "routes"]
