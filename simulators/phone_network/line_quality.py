"""What a line does to the callee's sound on its way to us: noise, echo of our own sound, frames held back. What is lost altogether: stream_fault.py.

µ-law, mono, 8 kHz, 160 bytes a frame.
"""

import random
from collections import deque

from simulators.people.person import LineQuality
from simulators.words import mulaw, sounds

_NOISE_FRAMES = 256
_HELD_FRAMES = (5, 15)  # a bunch of held frames is 100 to 300 ms long
_noises: dict[float, list[bytes]] = {}


class Impairment:
    """One call's line; seed makes it the same again."""

    def __init__(self, quality: LineQuality, seed: str) -> None:
        self._dice = random.Random(seed)  # nosec B311 # it must be the same again
        self._noise = _noise_frames(quality.noise_rms)
        self._place = self._dice.randrange(_NOISE_FRAMES)
        self._gain = None if quality.echo_db is None else 10 ** (-quality.echo_db / 20)
        echo_frames = quality.echo_ms // 20
        self._ours: deque[bytes | None] = deque([None] * echo_frames, maxlen=echo_frames)
        mean_held = sum(_HELD_FRAMES) / 2
        self._chance = quality.held_share / mean_held
        self._held: list[bytes] = []
        self._hold_until = 0

    def quiet(self) -> bytes:
        """The next frame of a line on which nobody speaks."""
        self._place = (self._place + 1) % _NOISE_FRAMES
        return self._noise[self._place]

    def heard(self, frame: bytes | None) -> None:
        """Our sound that is being played to the callee now; it may come back."""
        self._ours.append(frame)

    def with_echo(self, frame: bytes) -> bytes:
        """The callee's frame with what the line sends back of ours."""
        ours = self._ours[0]
        if self._gain is None or ours is None:
            return frame
        return mulaw.encode(mulaw.decode(frame) + self._gain * mulaw.decode(ours))

    def arriving(self, frame: bytes) -> list[bytes]:
        """The frames that leave now: usually this one, none while they are held, then all of them."""
        if not self._held and self._dice.random() >= self._chance:
            return [frame]
        if not self._held:
            self._hold_until = self._dice.randint(*_HELD_FRAMES)
        self._held.append(frame)
        if len(self._held) < self._hold_until:
            return []
        released, self._held = self._held, []
        return released


def _noise_frames(rms: float) -> list[bytes]:
    """About five seconds of noise at this level, made once."""
    if rms not in _noises:
        sound = sounds.comfort_noise(_NOISE_FRAMES * 20, level=rms)
        _noises[rms] = [sound[start : start + 160] for start in range(0, len(sound), 160)]
    return _noises[rms]
