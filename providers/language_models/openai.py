"""OpenAI chat completions: replies as a stream of server-sent events, decisions as one structured answer.

Wire format: OpenAI's API reference, read 2026-11-20; the vendor's SDK costs 220 µs a chunk, and its connections expire.
"""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote

import msgspec

from providers.errors import CredentialsRefused, MalformedMessage, ProviderError, ProviderUnavailable
from providers.facts.openai import asked_like
from providers.http_refusals import refusal
from providers.http_streaming import StreamingConnections
from providers.language_models.asking import SILENCE_SECONDS, THINKING_TOKENS, decided, written
from providers.language_models.contract import Line, ReplyRequest, TextPiece, Tool, ToolRequest
from providers.language_models.tool_calls import arguments_of, decision_of, schema_of
from providers.payloads import Reader

_PATH: Final = "/chat/completions"
_STOPS: Final = frozenset({"length", "content_filter"})
# The vendor pads each piece with random characters otherwise, against those who guess words from sizes of packets.
_UNPADDED: Final = {"stream_options": {"include_obfuscation": False}}


@dataclass(frozen=True, slots=True)
class OpenAISettings:
    """Where the models are."""

    api_key: str
    base_url: str = "https://api.openai.com/v1"
    most_connections: int = 200


class _Function(msgspec.Struct):
    name: str | None = None
    arguments: str | None = None


class _ToolDelta(msgspec.Struct):
    index: int = 0
    id: str | None = None
    function: _Function | None = None


class _Delta(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[_ToolDelta] | None = None


class _Choice(msgspec.Struct):
    delta: _Delta = msgspec.field(default_factory=_Delta)
    finish_reason: str | None = None


class _Chunk(msgspec.Struct):
    choices: list[_Choice] = []
    error: dict[str, Any] | None = None


class _Message(msgspec.Struct):
    content: str | None = None


class _WholeChoice(msgspec.Struct):
    message: _Message = msgspec.field(default_factory=_Message)


class _Whole(msgspec.Struct):
    choices: list[_WholeChoice] = []


_read = Reader(_Chunk)
_read_whole = Reader(_Whole)


class OpenAIModel:
    """Talks to OpenAI, or to whoever speaks its format."""

    def __init__(self, settings: OpenAISettings) -> None:
        self._connections = StreamingConnections(
            settings.base_url,
            {"Authorization": f"Bearer {settings.api_key}"},
            most_connections=settings.most_connections,
            silence_seconds=SILENCE_SECONDS,
            refused=_refusal,
        )

    def reply(self, request: ReplyRequest) -> AsyncIterator[TextPiece | ToolRequest]:
        """The reply as it is written. Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused …"""
        return written(self._connections, _PATH, _request_body(request) | _UNPADDED, _Reading())

    async def decide(self, request: ReplyRequest, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        """One answer that fits the schema. Raises ProviderUnavailable, ProviderRefused, MalformedMessage …"""
        form = {"type": "json_schema", "json_schema": {"name": name, "strict": True, "schema": schema}}
        body = _request_body(request) | {"response_format": form}
        whole = await decided(self._connections, _PATH, body, _read_whole)
        return decision_of(whole.choices[0].message.content if whole.choices else None)

    async def warm(self, model: str) -> None:
        """Have a connection open."""
        await self._connections.warm(f"/models/{quote(model, safe='')}")

    async def close(self) -> None:
        """Close every connection."""
        await self._connections.close()


@dataclass(slots=True)
class _Call:
    """A tool call as far as it is here."""

    id: str = ""
    name: str = ""
    arguments: str = ""

    def request(self) -> ToolRequest:
        return ToolRequest(self.name, arguments_of(self.arguments), self.id)


@dataclass(slots=True)
class _Reading:
    """The state of one answer: tool calls come in fragments and are told when the answer finishes."""

    finished: bool = False
    stopped_by: str = ""
    calls: dict[int, _Call] = field(default_factory=dict)

    def take(self, data: bytes) -> list[TextPiece | ToolRequest]:
        if data == b"[DONE]":
            return []
        try:
            chunk = _read.decode(data)
        except msgspec.DecodeError as error:
            raise MalformedMessage("The model's answer is not readable.") from error
        if chunk.error is not None:
            raise ProviderUnavailable("The model reports an error.", code=str(chunk.error.get("code") or ""))
        return [piece for choice in chunk.choices for piece in self._pieces(choice)]

    def _pieces(self, choice: _Choice) -> list[TextPiece | ToolRequest]:
        pieces: list[TextPiece | ToolRequest] = []
        if choice.delta.content:
            pieces.append(TextPiece(choice.delta.content))
        if choice.delta.refusal:
            self.stopped_by = "refusal"
        for delta in choice.delta.tool_calls or ():
            self._gather(delta)
        if choice.finish_reason is not None:
            pieces += self._finish(choice.finish_reason)
        return pieces

    def _finish(self, reason: str) -> list[ToolRequest]:
        self.finished = True
        if reason in _STOPS:
            self.stopped_by = reason
        return [] if self.stopped_by else [call.request() for call in self.calls.values() if call.name]

    def _gather(self, delta: _ToolDelta) -> None:
        call = self.calls.setdefault(delta.index, _Call())
        call.id = delta.id or call.id
        if delta.function is not None:
            call.name = delta.function.name or call.name
            call.arguments += delta.function.arguments or ""


def _request_body(request: ReplyRequest) -> dict[str, Any]:
    model = asked_like(request.model)
    body: dict[str, Any] = {
        "model": request.model,
        "messages": [_message(line) for line in request.lines],
        "max_completion_tokens": request.most_tokens + (THINKING_TOKENS if model.thinks else 0),
    }
    if model.effort:
        body["reasoning_effort"] = model.effort
    if request.tools:
        body["tools"] = [_tool(tool) for tool in request.tools]
    return body


def _message(line: Line) -> dict[str, str]:
    return {"role": line.role.value, "content": line.text}


def _tool(tool: Tool) -> dict[str, Any]:
    function = {"name": tool.name, "description": tool.purpose, "parameters": schema_of(tool)}
    return {"type": "function", "function": function}


def _refusal(status: int, body: bytes, retry_after: str | None) -> ProviderError:
    code = _error_code(body)
    if code == "insufficient_quota":  # comes as a 429, but no waiting mends it
        return CredentialsRefused(code=code)
    return refusal(status, code=code, retry_after=retry_after)


def _error_code(body: bytes) -> str:
    try:
        error = json.loads(body).get("error") or {}
    except (ValueError, AttributeError):
        return ""
    return str(error.get("code") or error.get("type") or "")
