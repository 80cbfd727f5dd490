"""One answer of the model on its way to the client, streamed or whole, with whatever is to go wrong."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import msgspec

from simulators.breakable import BreakOff
from simulators.faults import Fault, Faults
from simulators.journal import Journal
from simulators.language_model.conversation import Answer, answer
from simulators.language_model.requests import CompletionRequest
from simulators.language_model.tokens import ModelTiming, Piece, TextPiece, ToolPiece, in_time, pieces_of
from simulators.language_model.verdict import fill_schema

SERVER_ERROR = "The server had an error while processing your request. Sorry about that!"

_DELAYS = frozenset({"slow", "stall"})
_STREAM_FAULTS = _DELAYS | {"eof", "close", "error"}


class Completion:
    """One answer on its way."""

    def __init__(
        self,
        request: CompletionRequest,
        asked_at: float,
        faults: Faults,
        journal: Journal,
        timing: ModelTiming,
    ) -> None:
        self.request = request
        self._asked_at = asked_at
        self._fault = faults.take("openai", kinds=_STREAM_FAULTS if request.stream else _DELAYS)
        self._journal = journal
        self._timing = timing
        self._id = f"chatcmpl-{uuid4().hex[:29]}"
        self._created = int(time.time())
        is_verdict = request.response_format.type == "json_schema"
        self._answer = Answer(fill_schema(request)) if is_verdict else answer(request)
        self._pieces, self._finish = pieces_of(self._answer, request.longest_answer)
        journal.record("openai", "Request", id=self._id, verdict=is_verdict, messages=len(request.messages))

    async def whole(self) -> dict[str, Any]:
        """The answer as one object, after the time its tokens take."""
        async for _ in self._in_time():
            pass
        message: dict[str, Any] = {
            "role": "assistant",
            "content": "".join(piece.text for piece in self._pieces if isinstance(piece, TextPiece)) or None,
            "refusal": None,
        }
        if self._answer.tools:
            message["tool_calls"] = self._whole_tool_calls()
        choice = {"index": 0, "message": message, "finish_reason": self._finish, "logprobs": None}
        self._finished()
        return self._envelope("chat.completion", [choice]) | {"usage": self._usage()}

    async def stream(self) -> AsyncIterator[bytes]:
        """The answer as server-sent events."""
        begun = False
        async for piece in self._in_time():
            if not begun:
                yield self._chunk({"role": "assistant", "content": "", "refusal": None})
                begun = True
            yield self._chunk(_delta(piece))
            if event := self._misbehaviour():
                yield event
                return
            if self._is_played("eof"):
                return
        yield self._chunk({}, finish=self._finish)
        if self.request.stream_options and self.request.stream_options.include_usage:
            yield _event(self._envelope("chat.completion.chunk", []) | {"usage": self._usage()})
        yield b"data: [DONE]\n\n"
        self._finished()

    def cancelled(self) -> None:
        """Note that the client did not wait for the end."""
        self._journal.record("openai", "Cancelled", id=self._id, after_ms=self._since_asked_ms())

    async def _in_time(self) -> AsyncIterator[Piece]:
        """The pieces when they are due; "slow" and "stall" delay them."""
        asked_at = self._asked_at
        if self._is_played("slow"):
            asked_at += self._pause_of(self._fault)
        first = True
        async for piece in in_time(self._pieces, self._timing, asked_at):
            if first:
                self._journal.record("openai", "FirstToken", id=self._id, delay_ms=self._since_asked_ms())
            yield piece
            if first and self._is_played("stall"):
                await asyncio.sleep(self._pause_of(self._fault))
            first = False

    def _is_played(self, kind: str) -> bool:
        if self._fault is None or self._fault.kind != kind:
            return False
        self._journal.record("openai", kind, id=self._id)
        return True

    def _pause_of(self, fault: Fault | None) -> float:
        return fault.parameters.get("seconds", 3.0) if fault else 0.0

    def _misbehaviour(self) -> bytes | None:
        """The error object to send instead of the rest, if that was ordered; may break the connection."""
        if self._is_played("close"):
            raise BreakOff
        if not self._is_played("error"):
            return None
        return _event(
            {"error": {"message": SERVER_ERROR, "type": "server_error", "param": None, "code": None}}
        )

    def _chunk(self, delta: dict[str, Any], finish: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        return _event(self._envelope("chat.completion.chunk", [choice]))

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
        return {
            "prompt_tokens": prompt,
            "completion_tokens": len(self._pieces),
            "total_tokens": prompt + len(self._pieces),
            "prompt_tokens_details": {"cached_tokens": 0},
        }

    def _whole_tool_calls(self) -> list[dict[str, Any]]:
        calls: list[dict[str, Any]] = []
        for piece in self._pieces:
            if isinstance(piece, ToolPiece) and piece.call_id is not None:
                function = {"name": piece.name, "arguments": ""}
                calls.append({"id": piece.call_id, "type": "function", "function": function})
            elif isinstance(piece, ToolPiece):
                calls[piece.index]["function"]["arguments"] += piece.arguments
        return calls

    def _finished(self) -> None:
        took_ms = self._since_asked_ms()
        self._journal.record("openai", "Finished", id=self._id, text=self._answer.text, took_ms=took_ms)

    def _since_asked_ms(self) -> float:
        return (time.monotonic() - self._asked_at) * 1000


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
