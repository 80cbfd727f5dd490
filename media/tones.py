"""What sounds on a line besides words: voices, beeps, and the network's and faxes' tones. Pure; 20 ms µ-law frames.

A beep is one steady tone, then none. The special information tones (ITU-T E.180: about 950, 1,400, 1,800 Hz one after
the other) say that there is no such number; busy is the same one or two tones again and again; a fax answers with
2,100 Hz (ITU-T T.30 CED) or calls with 1,100 Hz every 3.5 s (CNG).
"""

from itertools import pairwise
from typing import Final

from media.beep import Steady, SteadyTones
from media.events import Event, Tone, ToneKind, Voice
from media.voice_activity import FRAME_MS, VoiceGate, power

_AFTER_FRAMES: Final = 3  # a tone that follows at once makes a sequence of it
_LONGEST_BEEP_MS: Final = 2_500
_INFORMATION: Final = ((890, 1_010), (1_340, 1_450), (1_740, 1_850))
_FAX_ANSWERS: Final = (2_050, 2_150)
_FAX_ANSWERS_MS: Final = 1_500
_FAX_CALLS: Final = (1_060, 1_140)
_FAX_CALLS_EVERY_MS: Final = (3_000, 4_000)
_BUSY_EVERY_MS: Final = (400, 1_200)  # fast busy has half the period of busy
_BUSY_TIMES: Final = 3
_HIGHEST_BEEP: Final = 2_040


class LineSounds:
    """One line's voice gate and tone detectors; every frame may bring events."""

    def __init__(self) -> None:
        self._gate = VoiceGate()
        self._tones = Tones()

    def frame(self, audio: bytes) -> list[Event]:
        """Take 20 ms of the person's side."""
        level = power(audio)
        events: list[Event] = []
        tone = self._tones.frame(audio, level)
        if tone is not None:
            events.append(tone)
        changed = self._gate.frame(level)
        if changed is not None:
            events.append(Voice(changed))
        return events


class Tones:
    """Makes sense of steady tones: their length, what follows them, and how often they come."""

    def __init__(self) -> None:
        self._steady = SteadyTones()
        self._now_ms = 0
        self._sequence: list[Steady] = []
        self._quiet_frames = 0
        self._history: list[tuple[int, Steady]] = []

    def frame(self, audio: bytes, level: float) -> Tone | None:
        """Take one frame and its power; the meaning of the tones that have ended by now."""
        self._now_ms += FRAME_MS
        ended = self._steady.frame(audio, level)
        if ended is not None:
            self._sequence.append(ended)
        if not self._sequence:
            return None
        self._quiet_frames = 0 if self._steady.sounds else self._quiet_frames + 1
        if self._quiet_frames < _AFTER_FRAMES:
            return None
        sequence, self._sequence, self._quiet_frames = self._sequence, [], 0
        return self._meaning(sequence)

    def _meaning(self, sequence: list[Steady]) -> Tone | None:
        last = sequence[-1]
        self._history = [*self._history[-3:], (self._now_ms, last)]
        kind = self._kind(sequence)
        return None if kind is None else Tone(last.hertz, last.lasted_ms, kind)

    def _kind(self, sequence: list[Steady]) -> ToneKind | None:
        last = sequence[-1]
        if _is_no_such_number(sequence):
            return ToneKind.NO_SUCH_NUMBER
        if self._comes_again(2, _FAX_CALLS_EVERY_MS) and _within(last.hertz, _FAX_CALLS):
            return ToneKind.FAX
        if self._comes_again(_BUSY_TIMES, _BUSY_EVERY_MS):
            return ToneKind.BUSY
        if last.second:
            return None
        if _within(last.hertz, _FAX_ANSWERS) and last.lasted_ms >= _FAX_ANSWERS_MS:
            return ToneKind.FAX
        return ToneKind.BEEP if last.lasted_ms <= _LONGEST_BEEP_MS and last.hertz <= _HIGHEST_BEEP else None

    def _comes_again(self, times: int, every_ms: tuple[int, int]) -> bool:
        """Whether the last tones were the same one, at even intervals."""
        recent = self._history[-times:]
        if len(recent) < times:
            return False
        gaps = [later[0] - earlier[0] for earlier, later in pairwise(recent)]
        alike = all(one.is_like(recent[-1][1]) for _, one in recent)
        return alike and all(_within(gap, every_ms) for gap in gaps) and max(gaps) - min(gaps) <= 80


def _is_no_such_number(sequence: list[Steady]) -> bool:
    parts = [each.hertz for each in sequence[-3:]]
    return len(parts) == 3 and all(map(_within, parts, _INFORMATION))


def _within(value: int, limits: tuple[int, int]) -> bool:
    return limits[0] <= value <= limits[1]
