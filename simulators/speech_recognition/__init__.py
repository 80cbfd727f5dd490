"""Deepgram (Flux and Nova) and OpenAI's transcription on loopback: words read from the audio that really arrived."""

from simulators.speech_recognition.realtime import transcription_routes
from simulators.speech_recognition.service import routes
from simulators.speech_recognition.turns import RecognitionTiming

__all__ = ["RecognitionTiming", "routes", "transcription_routes"]
