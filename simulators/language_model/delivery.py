"""One answer on its way to the client: its pieces when they are due, what is to go wrong, and what was noted of it.

Knows no vendor's format.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Literal

from simulators.broken_streams import BreakOff
from simulators.clock import now_seconds
from simulators.language_model.conversation import Answer
from simulators.language_model.tokens import ModelTiming, Piece, in_time, pieces_of
from simulators.surroundings import Surroundings

_DELAYS = frozenset({"slow", "stall"})
_STREAM_FAULTS = _DELAYS | {"eof", "close", "error"}


@dataclass(frozen=True, slots=True)
class ModelCall:
    """A request as the journal knows it: the vendor's name, the answer's id, the request's monotonic moment."""

    service: str
    id: str
    asked_at: float
    is_verdict: bool
    messages: int


class Delivery:
    """An answer, cut into the pieces in which a model produces it; finish says why it ends (see pieces_of)."""

    def __init__(
        self,
        call: ModelCall,
        answer: Answer,
        around: Surroundings[ModelTiming],
        *,
        longest: int | None,
        streamed: bool,
        thought: int = 0,
    ) -> None:
        """longest: of the answer, in tokens, those thought before it included; a fault that waits for this kind of
        answer is taken."""
        self.answer = answer
        self.thought = thought if longest is None else min(thought, longest)
        self.pieces, self.finish = pieces_of(answer, None if longest is None else longest - self.thought)
        self._call = call
        self._fault = around.faults.take(call.service, kinds=_STREAM_FAULTS if streamed else _DELAYS)
        self._journal = around.journal
        self._timing = around.timing
        self._note("Request", verdict=call.is_verdict, messages=call.messages)

    async def in_time(self) -> AsyncIterator[Piece]:
        """The pieces when they are due; "slow" and "stall" delay them."""
        asked_at = self._call.asked_at + self.thought * self._timing.token_ms / 1000
        if self._is_played("slow"):
            asked_at += self._pause()
        first = True
        async for piece in in_time(self.pieces, self._timing, asked_at):
            if first:
                self._note("FirstToken", delay_ms=self._since_asked_ms())
            yield piece
            if first and self._is_played("stall"):
                await asyncio.sleep(self._pause())
            first = False

    async def whole(self) -> None:
        """Wait for as long as the answer's tokens take."""
        async for _ in self.in_time():
            pass
        self.finished()

    def early_end(self) -> Literal["error", "eof"] | None:
        """What ends a streamed answer after this piece, if anything does. Raises BreakOff for a "close" fault."""
        if self._is_played("close"):
            raise BreakOff
        if self._is_played("error"):
            return "error"
        return "eof" if self._is_played("eof") else None

    def finished(self) -> None:
        """Note that the client has the whole answer."""
        self._note("Finished", text=self.answer.text, took_ms=self._since_asked_ms())

    def cancelled(self) -> None:
        """Note that the client did not wait for the end."""
        self._note("Cancelled", after_ms=self._since_asked_ms())

    def _is_played(self, kind: str) -> bool:
        """Whether this is to go wrong now; noted if so."""
        if self._fault is None or self._fault.kind != kind:
            return False
        self._note(kind)
        return True

    def _note(self, event: str, **fields: object) -> None:
        self._journal.record(self._call.service, event, id=self._call.id, **fields)

    def _pause(self) -> float:
        return self._fault.parameters.get("seconds", 3.0) if self._fault else 0.0

    def _since_asked_ms(self) -> float:
        return (now_seconds() - self._call.asked_at) * 1000
