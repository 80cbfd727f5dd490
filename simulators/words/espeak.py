"""The espeak-ng library through ctypes: text in, linear samples and the moment of every word out.

The library keeps global state and is not thread safe, so one lock guards every use of it.
"""

import ctypes
import threading
from dataclasses import dataclass
from functools import cache

import espeakng_loader
import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 22_050

_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
_UTF8 = 1
_RATE = 1
_END_OF_LIST = 0
_WORD = 1

_lock = threading.Lock()


class VoiceNotInstalled(ValueError):
    """espeak has no voice of this name."""


@dataclass(frozen=True, slots=True)
class WordEvent:
    """espeak began to speak what stands at this place of the text (characters from 0) at this sample."""

    text_position: int
    sample: int


class _Id(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    """espeak_EVENT of speak_lib.h, espeak-ng 1.52."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    ]


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class _Synthesiser:
    """The loaded library and what its callback has collected for the sentence being spoken."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        rate = self._library.espeak_Initialize(
            _SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), _DO_NOT_EXIT
        )
        if rate != SAMPLE_RATE:
            raise RuntimeError(f"espeak started at {rate} Hz instead of {SAMPLE_RATE}")
        self._callback = _Callback(self._collect)  # kept: the library holds only a pointer to it
        self._library.espeak_SetSynthCallback(self._callback)
        self._chunks: list[bytes] = []
        self._events: list[WordEvent] = []

    def _collect(self, samples: object, count: int, events: "ctypes._Pointer[_Event]") -> int:
        if count > 0:
            self._chunks.append(ctypes.string_at(samples, count * 2))  # type: ignore[arg-type]
        place = 0
        while events[place].type != _END_OF_LIST:
            event = events[place]
            if event.type == _WORD:
                self._events.append(WordEvent(max(event.text_position - 1, 0), event.sample))
            place += 1
        return 0

    def speak(
        self, text: str, voice: str, words_per_minute: int
    ) -> tuple[NDArray[np.int16], tuple[WordEvent, ...]]:
        if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise VoiceNotInstalled(f"espeak has no voice {voice!r}; try 'en-us', 'en-gb' or 'hi'")
        self._library.espeak_SetParameter(_RATE, words_per_minute, 0)
        self._chunks.clear()
        self._events.clear()
        encoded = text.encode()
        self._library.espeak_Synth(encoded, len(encoded) + 1, 0, 0, 0, _UTF8, None, None)
        return np.frombuffer(b"".join(self._chunks), dtype=np.int16), tuple(self._events)


@cache
def _synthesiser() -> _Synthesiser:
    return _Synthesiser()


def speak(text: str, *, voice: str, words_per_minute: int) -> tuple[NDArray[np.int16], tuple[WordEvent, ...]]:
    """Mono 16-bit samples at 22,050 Hz, and where each word begins; may block for some milliseconds.

    espeak merges words ("of a") and splits numbers, so events and words are not one to one.
    Raises VoiceNotInstalled.
    """
    with _lock:
        return _synthesiser().speak(text, voice, words_per_minute)
