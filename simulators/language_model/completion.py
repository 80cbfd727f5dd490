"""One answer of the model in OpenAI's format, streamed or whole, with whatever is to go wrong."""

import time
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import msgspec

from simulators.language_model.conversation import Answer, answer
from simulators.language_model.delivery import Delivery, ModelCall
from simulators.language_model.requests import CompletionRequest
from simulators.language_model.tokens import ModelTiming, Piece, TextPiece, ToolPiece
from simulators.language_model.verdict import fill_schema
from simulators.surroundings import Surroundings

SERVER_ERROR = "The server had an error while processing your request. Sorry about that!"

_FAILURE = {"error": {"message": SERVER_ERROR, "type": "server_error", "param": None, "code": None}}


class Completion:
    """One answer on its way."""

    def __init__(
        self, request: CompletionRequest, asked_at: float, around: Surroundings[ModelTiming], thought: int = 0
    ) -> None:
        """thought: tokens of thinking before the answer."""
        self.request = request
        self._id = f"chatcmpl-{uuid4().hex[:29]}"
        self._created = int(time.time())
        is_verdict = request.response_format.type == "json_schema"
        self.delivery = Delivery(
            ModelCall("openai", self._id, asked_at, is_verdict, len(request.messages)),
            Answer(fill_schema(request)) if is_verdict else answer(request),
            around,
            longest=request.longest_answer,
            streamed=request.stream,
            thought=thought,
        )

    async def whole(self) -> dict[str, Any]:
        """The answer as one object, after the time its tokens take."""
        await self.delivery.whole()
        pieces = self.delivery.pieces
        message: dict[str, Any] = {
            "role": "assistant",
            "content": "".join(piece.text for piece in pieces if isinstance(piece, TextPiece)) or None,
            "refusal": None,
        }
        if any(isinstance(piece, ToolPiece) for piece in pieces):
            message["tool_calls"] = _whole_tool_calls(pieces)
        choice = {"index": 0, "message": message, "finish_reason": self.delivery.finish, "logprobs": None}
        return self._envelope("chat.completion", [choice]) | {"usage": self._usage()}

    async def stream(self) -> AsyncIterator[bytes]:
        """The answer as server-sent events."""
        begun = False
        async for piece in self.delivery.in_time():
            if not begun:
                yield self._chunk({"role": "assistant", "content": "", "refusal": None})
                begun = True
            yield self._chunk(_delta(piece))
            if (end := self.delivery.early_end()) is not None:
                if end == "error":
                    yield _event(_FAILURE)
                return
        yield self._chunk({}, finish=self.delivery.finish)
        if self.request.stream_options and self.request.stream_options.include_usage:
            yield _event(self._envelope("chat.completion.chunk", []) | {"usage": self._usage()})
        yield b"data: [DONE]\n\n"
        self.delivery.finished()

    def _chunk(self, delta: dict[str, Any], finish: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        return _event(self._envelope("chat.completion.chunk", [choice]) | self._padding())

    def _padding(self) -> dict[str, Any]:
        options = self.request.stream_options
        return {"obfuscation": "xT4qz"} if options is None or options.include_obfuscation else {}

    def _envelope(self, kind: str, choices: list[dict[str, Any]]) -> dict[str, Any]:
        return {
            "id": self._id,
            "object": kind,
            "created": self._created,
            "model": self.request.model,
            "service_tier": "default",
            "system_fingerprint": "fp_simulated",
            "choices": choices,
        }

    def _usage(self) -> dict[str, Any]:
        prompt = sum(len(message.text) for message in self.request.messages) // 4 + 1
        written = len(self.delivery.pieces) + self.delivery.thought
        return {
            "prompt_tokens": prompt,
            "completion_tokens": written,
            "total_tokens": prompt + written,
            "prompt_tokens_details": {"cached_tokens": 0},
            "completion_tokens_details": {"reasoning_tokens": self.delivery.thought},
        }


def _whole_tool_calls(pieces: list[Piece]) -> list[dict[str, Any]]:
    calls: list[dict[str, Any]] = []
    for piece in pieces:
        if isinstance(piece, ToolPiece) and piece.call_id is not None:
            function = {"name": piece.name, "arguments": ""}
            calls.append({"id": piece.call_id, "type": "function", "function": function})
        elif isinstance(piece, ToolPiece):
            calls[piece.index]["function"]["arguments"] += piece.arguments
    return calls


def _delta(piece: Piece) -> dict[str, Any]:
    if isinstance(piece, TextPiece):
        return {"content": piece.text}
    call: dict[str, Any] = {"index": piece.index, "function": {"arguments": piece.arguments}}
    if piece.call_id is not None:
        call |= {"id": piece.call_id, "type": "function"}
        call["function"] = {"name": piece.name, "arguments": ""}
    return {"tool_calls": [call]}


def _event(content: dict[str, Any]) -> bytes:
    return b"data: " + msgspec.json.encode(content) + b"\n\n"
