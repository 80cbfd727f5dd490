"""One answer of the model in Anthropic's format, streamed or whole, with whatever is to go wrong."""

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any
from uuid import uuid4

import msgspec

from simulators.language_model.conversation import Answer, ToolUse, answer
from simulators.language_model.delivery import Delivery, ModelCall
from simulators.language_model.message_requests import MessageRequest
from simulators.language_model.tokens import ModelTiming, Piece, TextPiece, ToolPiece
from simulators.language_model.verdict import fill_schema
from simulators.surroundings import Surroundings

_REASONS = {"stop": "end_turn", "tool_calls": "tool_use", "length": "max_tokens"}
_FAILURE = {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}


class Message:
    """One answer on its way."""

    def __init__(
        self, request: MessageRequest, asked_at: float, around: Surroundings[ModelTiming], thought: int = 0
    ) -> None:
        """thought: tokens of thinking before the answer."""
        self.request = request
        self._id = f"msg_{uuid4().hex[:24]}"
        self.delivery = Delivery(
            ModelCall(
                "anthropic", self._id, asked_at, request.wanted_form is not None, len(request.messages)
            ),
            _answer_to(request),
            around,
            longest=request.max_tokens,
            streamed=request.stream,
            thought=thought,
        )

    async def whole(self) -> dict[str, Any]:
        """The answer as one object, after the time its tokens take."""
        await self.delivery.whole()
        text = "".join(piece.text for piece in self.delivery.pieces if isinstance(piece, TextPiece))
        content: list[dict[str, Any]] = [_thinking()] if self.delivery.thought else []
        content += [{"type": "text", "text": text}] if text else []
        for name, arguments in _tool_calls(self.delivery.pieces):
            content.append(_tool_use(name) | {"input": _input(arguments)})
        usage = {"input_tokens": self._prompt_tokens(), "output_tokens": self._written_tokens()}
        return self._envelope(content, _REASONS[self.delivery.finish]) | {"usage": usage}

    async def stream(self) -> AsyncIterator[bytes]:
        """The answer as server-sent events."""
        usage = {"input_tokens": self._prompt_tokens(), "output_tokens": 1}
        message = self._envelope([], None) | {"usage": usage}
        start: dict[str, Any] = {"type": "message_start", "message": message}
        started, blocks = False, _Blocks()
        if self.delivery.thought:
            started = True
            for event in (start, {"type": "ping"}, *blocks.thinking()):
                yield _event(event)
        async for piece in self.delivery.in_time():
            if not started:
                started = True
                yield _event(start)
                yield _event({"type": "ping"})
            for event in blocks.take(piece):
                yield _event(event)
            if (end := self.delivery.early_end()) is not None:
                if end == "error":
                    yield _event(_FAILURE)
                return
        for event in blocks.stop():
            yield _event(event)
        stop = {"stop_reason": _REASONS[self.delivery.finish], "stop_sequence": None}
        spent = {"output_tokens": self._written_tokens()}
        yield _event({"type": "message_delta", "delta": stop, "usage": spent})
        yield _event({"type": "message_stop"})
        self.delivery.finished()

    def _envelope(self, content: list[dict[str, Any]], stop_reason: str | None) -> dict[str, Any]:
        return {
            "id": self._id,
            "type": "message",
            "role": "assistant",
            "model": self.request.model,
            "content": content,
            "stop_reason": stop_reason,
            "stop_sequence": None,
        }

    def _written_tokens(self) -> int:
        return len(self.delivery.pieces) + self.delivery.thought

    def _prompt_tokens(self) -> int:
        return len(self.request.model_dump_json(include={"system", "messages"})) // 4 + 1


class _Blocks:
    """The blocks of a streamed answer: perhaps one of thinking, then text, then one for each tool call."""

    def __init__(self) -> None:
        self._index = -1
        self._is_open = False
        self._is_text = False

    def thinking(self) -> Iterator[dict[str, Any]]:
        """Thinking whose text is withheld, as it is unless a client asks for it."""
        yield from self._start(_thinking() | {"signature": ""})
        yield self._delta({"type": "signature_delta", "signature": "c2lnbmVk"})

    def take(self, piece: Piece) -> Iterator[dict[str, Any]]:
        match piece:
            case TextPiece(text):
                if not self._is_text:
                    yield from self._start({"type": "text", "text": ""})
                    self._is_text = True
                yield self._delta({"type": "text_delta", "text": text})
            case ToolPiece(_, _, _, str(name)):
                yield from self._start(_tool_use(name) | {"input": {}})
                self._is_text = False
                yield self._delta({"type": "input_json_delta", "partial_json": ""})
            case ToolPiece(_, arguments):
                yield self._delta({"type": "input_json_delta", "partial_json": arguments})

    def stop(self) -> Iterator[dict[str, Any]]:
        if self._is_open:
            self._is_open = False
            yield {"type": "content_block_stop", "index": self._index}

    def _start(self, block: dict[str, Any]) -> Iterator[dict[str, Any]]:
        yield from self.stop()
        self._index += 1
        self._is_open = True
        yield {"type": "content_block_start", "index": self._index, "content_block": block}

    def _delta(self, delta: dict[str, Any]) -> dict[str, Any]:
        return {"type": "content_block_delta", "index": self._index, "delta": delta}


def _answer_to(request: MessageRequest) -> Answer:
    read = request.as_read()
    if tool := request.forced_tool:
        return Answer("", (ToolUse(tool.name, json.loads(fill_schema(read))),))
    return Answer(fill_schema(read)) if request.wanted_form else answer(read)


def _tool_calls(pieces: list[Piece]) -> list[tuple[str, str]]:
    """Name and arguments of each call."""
    calls: list[tuple[str, str]] = []
    for piece in pieces:
        if isinstance(piece, ToolPiece) and piece.name is not None:
            calls.append((piece.name, ""))
        elif isinstance(piece, ToolPiece):
            calls[-1] = (calls[-1][0], calls[-1][1] + piece.arguments)
    return calls


def _input(arguments: str) -> dict[str, Any]:
    """The arguments; none when the answer was cut in the middle of them."""
    try:
        given: dict[str, Any] = json.loads(arguments or "{}")
    except ValueError:
        return {}
    return given


def _thinking() -> dict[str, Any]:
    return {"type": "thinking", "thinking": "", "signature": "c2lnbmVk"}


def _tool_use(name: str) -> dict[str, Any]:
    return {"type": "tool_use", "id": f"toolu_{uuid4().hex[:24]}", "name": name}


def _event(content: dict[str, Any]) -> bytes:
    name = str(content["type"]).encode()
    return b"event: " + name + b"\ndata: " + msgspec.json.encode(content) + b"\n\n"
