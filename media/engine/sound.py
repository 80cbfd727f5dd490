"""What the voice gate hears of the other end, with words or without. Pure; turn_taking.py keeps it, each silence begins it anew."""

from dataclasses import dataclass

from media.audio.voice_activity import CEASED_MS


@dataclass(frozen=True, slots=True)
class Sound:
    """Times are milliseconds of the call.

    since: when the present sound began, None while it is quiet; until: when the last one ceased, None before any did;
    before_ms: how much of the present silence sounded before the present sound.
    """

    since: int | None = None
    until: int | None = None
    before_ms: int = 0

    @property
    def is_on(self) -> bool:
        """Something sounds now."""
        return self.since is not None

    def sounded_ms(self, now: int) -> int:
        """How much of the present silence has sounded."""
        return self.before_ms + (0 if self.since is None else now - self.since)

    def turned(self, on: bool, now: int) -> "Sound":
        """The gate opens, or closes, a moment after it has become quiet."""
        if on:
            return Sound(now, self.until, self.before_ms)
        return Sound(None, now - CEASED_MS, self.sounded_ms(now))

    def in_a_new_silence(self) -> "Sound":
        """The same, and nothing has sounded before."""
        return Sound(self.since, self.until)
