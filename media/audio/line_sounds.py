"""What the sound of a line says without words: a voice that begins or ceases, and tones."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Voice:
    """The line's energy says that somebody began (on) or ceased to speak."""

    on: bool


class ToneKind(StrEnum):
    """What a tone on the line means."""

    BEEP = "beep"
    NO_SUCH_NUMBER = "no_such_number"
    BUSY = "busy"
    FAX = "fax"


@dataclass(frozen=True, slots=True)
class Tone:
    """A tone ended: a mailbox's beep, or a signal of the network or of a fax; hertz and length of its last part."""

    hertz: int
    lasted_ms: int
    kind: ToneKind = ToneKind.BEEP

    @property
    def is_beep(self) -> bool:
        """Whether a machine may record now."""
        return self.kind is ToneKind.BEEP
