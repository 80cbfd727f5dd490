"""What sounds on a line besides words: voices, beeps, and the network's and faxes' tones. Pure; 20 ms µ-law frames.

A beep is one steady tone, then none; before anybody spoke, one of a frequency that networks and faxes use has to stay
alone, since the first of many busy or ringing tones is like it. The special information tones (ITU-T E.180: about 950, 1,400, 1,800 Hz one after
the other) say that there is no such number; busy is the same one or two tones again and again; a fax answers with
2,100 Hz (ITU-T T.30 CED) or calls with 1,100 Hz every 3.5 s (CNG).
"""

from itertools import pairwise
from typing import Final

from media.audio.line_sounds import Tone, ToneKind, Voice
from media.audio.steady_tones import Steady, SteadyTones
from media.audio.voice_activity import FRAME_MS, VoiceGate, power
from media.engine.events import Event

_AFTER_FRAMES: Final = 3  # a tone that follows at once makes a sequence of it
_LONGEST_BEEP_MS: Final = 2_500
_INFORMATION: Final = ((890, 1_010), (1_340, 1_450), (1_740, 1_850))
_FAX_ANSWERS: Final = (2_050, 2_150)
_FAX_ANSWERS_MS: Final = 1_500
_FAX_CALLS: Final = (1_060, 1_140)
_FAX_CALLS_EVERY_MS: Final = (3_000, 4_000)
_BUSY_EVERY_MS: Final = (400, 1_600)  # fast busy has half the period of busy, India's half as much again
_BUSY_TIMES: Final = 3
_HIGHEST_BEEP: Final = 2_040
_NETWORKS: Final = (390, 450)  # ITU-T E.180: single tones of 400-450 Hz, mostly 425
_COMES_AGAIN_MS: Final = (
    4_600  # ringing pauses for 4 s, a calling fax for 3; 60 ms pass before a tone has a meaning
)
_SPOKE_FRAMES: Final = 25  # the gate stays open for 300 ms after a tone


class LineSounds:
    """One line's voice gate and tone detectors; every frame may bring events."""

    def __init__(self) -> None:
        self._gate = VoiceGate()
        self._tones = Tones()

    def spoke(self, audio: bytes) -> None:
        """We send this: its echo is no voice."""
        self._gate.spoke(audio)

    @property
    def is_quiet(self) -> bool:
        """Whether the last frame was no louder than the line's noise, or than what may be our own echo."""
        return self._gate.is_quiet

    def frame(self, audio: bytes) -> list[Event]:
        """Take 20 ms of the person's side."""
        level = power(audio)
        events: list[Event] = []
        changed = self._gate.frame(level)
        tone = self._tones.frame(audio, level, voice=self._gate.on)
        if tone is not None:
            events.append(tone)
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
        self._voice_frames = 0
        self._doubted: tuple[int, Tone] | None = None

    def frame(self, audio: bytes, level: float, *, voice: bool) -> Tone | None:
        """Take one frame, its power and whether the gate is open; the meaning of the tones that have ended by now."""
        self._now_ms += FRAME_MS
        ended = self._steady.frame(audio, level)
        self._note_voice(voice)
        if ended is not None:
            self._sequence.append(ended)
        if not self._sequence:
            return self._no_longer_doubted()
        self._quiet_frames = 0 if self._steady.sounds else self._quiet_frames + 1
        if self._quiet_frames < _AFTER_FRAMES:
            return None
        sequence, self._sequence, self._quiet_frames = self._sequence, [], 0
        return self._meaning(sequence)

    def _note_voice(self, voice: bool) -> None:
        """Count how long something has sounded that is no tone, until that is a voice for certain."""
        if self._somebody_spoke:
            return
        self._voice_frames = self._voice_frames + 1 if voice and not self._steady.sounds else 0

    @property
    def _somebody_spoke(self) -> bool:
        return self._voice_frames >= _SPOKE_FRAMES

    def _no_longer_doubted(self) -> Tone | None:
        """The tone that stayed alone for long enough to be a beep."""
        if self._doubted is None or self._steady.sounds:
            return None
        if self._now_ms - self._doubted[0] < _COMES_AGAIN_MS:
            return None
        _, tone = self._doubted
        self._doubted = None
        return tone

    def _meaning(self, sequence: list[Steady]) -> Tone | None:
        last = sequence[-1]
        again = self._is_like_the_last(last)
        self._history = [*self._history[-3:], (self._now_ms, last)]
        self._doubted = None
        kind = self._kind(sequence)
        if kind is not ToneKind.BEEP:
            return None if kind is None else Tone(last.hertz, last.lasted_ms, kind)
        beep = Tone(last.hertz, last.lasted_ms)
        if not _is_of_a_network(last):
            return beep
        if again:
            return None
        if self._somebody_spoke:
            return beep
        self._doubted = (self._now_ms, beep)
        return None

    def _is_like_the_last(self, tone: Steady) -> bool:
        if not self._history:
            return False
        at, last = self._history[-1]
        return tone.is_like(last) and self._now_ms - at - tone.lasted_ms <= _COMES_AGAIN_MS

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


def _is_of_a_network(tone: Steady) -> bool:
    """Of a frequency that busy, ringing and faxes have; mailboxes beep with such ones too, but not often."""
    return _within(tone.hertz, _NETWORKS) or _within(tone.hertz, _FAX_CALLS)


def _within(value: int, limits: tuple[int, int]) -> bool:
    return limits[0] <= value <= limits[1]
