"""An answer cut into the pieces in which a model produces it, each at its moment."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import uuid4

from simulators.clock import now_seconds
from simulators.language_model.conversation import Answer

_TOKEN = re.compile(r"\s*\S{1,8}")
_ARGUMENT_PIECE = 12


@dataclass(frozen=True, slots=True)
class ModelTiming:
    """first_token_ms: from request to first token; token_ms: between tokens."""

    first_token_ms: int = 150
    token_ms: int = 15


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Some text of the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class ToolPiece:
    """The beginning of a tool call (with its id and name) or more of its arguments."""

    index: int
    arguments: str
    call_id: str | None = None
    name: str | None = None


Piece = TextPiece | ToolPiece


def pieces_of(answer: Answer, longest: int | None = None) -> tuple[list[Piece], str]:
    """The answer's pieces and why it ends: "stop", "tool_calls", or "length" when longest (in tokens) cuts it."""
    pieces: list[Piece] = [TextPiece(token) for token in _TOKEN.findall(answer.text)]
    for index, tool in enumerate(answer.tools):
        pieces.append(ToolPiece(index, "", f"call_{uuid4().hex[:24]}", tool.name))
        arguments = json.dumps(tool.arguments, ensure_ascii=False)
        pieces += [
            ToolPiece(index, arguments[start : start + _ARGUMENT_PIECE])
            for start in range(0, len(arguments), _ARGUMENT_PIECE)
        ]
    if longest is not None and len(pieces) > longest:
        return pieces[:longest], "length"
    return pieces, "tool_calls" if answer.tools else "stop"


async def in_time(pieces: list[Piece], timing: ModelTiming, asked_at: float) -> AsyncIterator[Piece]:
    """The pieces, each when it is due; asked_at is the request's monotonic moment."""
    due = asked_at + timing.first_token_ms / 1000
    for piece in pieces:
        await asyncio.sleep(max(0.0, due - now_seconds()))
        yield piece
        due += timing.token_ms / 1000
