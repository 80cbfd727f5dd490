"""What a conversation keeps of demands for no more calls: the one that binds, and one taken back (a likely one: domain/asked_back.py).

Only opting_out.py changes them.
"""

from dataclasses import dataclass

from media.engine.durable import Durable


@dataclass(frozen=True, slots=True)
class OptOut:
    """A demand that binds. phrase: what they said or pressed; said_ms: when, of the call."""

    durable: Durable = Durable.NONE
    phrase: str = ""
    by_key: bool = False
    said_ms: int = 0

    @property
    def is_made(self) -> bool:
        """They want no more calls."""
        return self.durable is not Durable.NONE


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The words that took a demand back, and when they were said. durable: how safe it is that the number may be called again;
    demanded_again: words said meanwhile."""

    durable: Durable = Durable.NONE
    words: str = ""
    said_ms: int = 0
    demanded_again: str = ""
