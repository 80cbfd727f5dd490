"""Anthropic messages: replies as a stream of server-sent events, decisions as one answer in the form of a schema.

Wire format: Anthropic's reference of /v1/messages and its pages on streaming and structured outputs, read 2026-11-29.
"""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote

import msgspec

from providers.errors import MalformedMessage, ProviderError, ProviderUnavailable
from providers.facts.anthropic import asked_like
from providers.http_refusals import refusal
from providers.http_streaming import StreamingConnections
from providers.language_models.asking import SILENCE_SECONDS, THINKING_TOKENS, decided, written
from providers.language_models.contract import Line, ReplyRequest, Role, TextPiece, Tool, ToolRequest
from providers.language_models.tool_calls import arguments_of, decision_of, schema_of
from providers.payloads import Reader

_VERSION: Final = "2023-06-01"
_PATH: Final = "/v1/messages"
# A conversation must begin and end with the person here; a telephone call may do neither.
_PICKED_UP: Final = "(The person has picked up the telephone.)"
_SAYS_NOTHING: Final = "(The person says nothing.)"
_STOPS: Final = {"max_tokens": "length", "model_context_window_exceeded": "length", "refusal": "refusal"}


@dataclass(frozen=True, slots=True)
class AnthropicSettings:
    """Where the models are."""

    api_key: str
    base_url: str = "https://api.anthropic.com"
    most_connections: int = 200


class _Block(msgspec.Struct):
    type: str
    id: str = ""
    name: str = ""
    text: str = ""


class _Delta(msgspec.Struct):
    text: str = ""
    partial_json: str = ""
    stop_reason: str = ""


class _Error(msgspec.Struct):
    type: str = ""


class _Event(msgspec.Struct):
    type: str
    index: int = 0
    content_block: _Block | None = None
    delta: _Delta | None = None
    error: _Error | None = None


class _Message(msgspec.Struct):
    content: list[_Block] = []


_read = Reader(_Event)
_read_whole = Reader(_Message)


class AnthropicModel:
    """Talks to Anthropic."""

    def __init__(self, settings: AnthropicSettings) -> None:
        self._connections = StreamingConnections(
            settings.base_url,
            {"x-api-key": settings.api_key, "anthropic-version": _VERSION},
            most_connections=settings.most_connections,
            silence_seconds=SILENCE_SECONDS,
            refused=_refused,
        )

    def reply(self, request: ReplyRequest) -> AsyncIterator[TextPiece | ToolRequest]:
        """The reply as it is written. Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused …"""
        return written(self._connections, _PATH, _request_body(request), _Reading())

    async def decide(self, request: ReplyRequest, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        """One answer that fits the schema. Raises ProviderUnavailable, ProviderRefused, MalformedMessage …"""
        body = _request_body(request, schema)
        message = await decided(self._connections, _PATH, body, _read_whole)
        return decision_of("".join(block.text for block in message.content if block.type == "text"))

    async def warm(self, model: str) -> None:
        """Have a connection open."""
        await self._connections.warm(f"/v1/models/{quote(model, safe='')}")

    async def close(self) -> None:
        """Close every connection."""
        await self._connections.close()


@dataclass(slots=True)
class _Call:
    """A tool call as far as it is here."""

    id: str
    name: str
    arguments: str = ""


@dataclass(slots=True)
class _Reading:
    """The state of one answer: tool calls come in fragments and are told when it is over, and known to be whole."""

    finished: bool = False
    stopped_by: str = ""
    calls: dict[int, _Call] = field(default_factory=dict)

    def take(self, data: bytes) -> list[TextPiece | ToolRequest]:
        try:
            event = _read.decode(data)
        except msgspec.DecodeError as error:
            raise MalformedMessage("The model's answer is not readable.") from error
        match event:
            case _Event(type="content_block_start", content_block=_Block(type="tool_use") as block):
                self.calls[event.index] = _Call(block.id, block.name)
            case _Event(type="content_block_delta", delta=_Delta() as delta):
                return self._more(event.index, delta)
            case _Event(type="message_delta", delta=_Delta() as delta):
                self.stopped_by = _STOPS.get(delta.stop_reason, "")
            case _Event(type="message_stop"):
                return self._finish()
            case _Event(type="error"):
                code = event.error.type if event.error else ""
                raise ProviderUnavailable("The model reports an error.", code=code)
        return []

    def _more(self, index: int, delta: _Delta) -> list[TextPiece | ToolRequest]:
        if delta.partial_json and index in self.calls:
            self.calls[index].arguments += delta.partial_json
        return [TextPiece(delta.text)] if delta.text else []

    def _finish(self) -> list[TextPiece | ToolRequest]:
        self.finished = True
        if self.stopped_by:
            return []
        return [ToolRequest(call.name, arguments_of(call.arguments), call.id) for call in self.calls.values()]


def _request_body(request: ReplyRequest, schema: dict[str, Any] | None = None) -> dict[str, Any]:
    """schema: the form of the answer."""
    model = asked_like(request.model)
    body: dict[str, Any] = {
        "model": request.model,
        "max_tokens": request.most_tokens + (THINKING_TOKENS if model.thinks else 0),
        "messages": _messages(request.lines),
    }
    if model.thinking:
        body["thinking"] = {"type": model.thinking}
    form = {"format": {"type": "json_schema", "schema": schema}} if schema else {}
    if output := form | ({"effort": model.effort} if model.effort else {}):
        body["output_config"] = output
    if system := _system(request.lines):
        body["system"] = system
    if request.tools:
        body["tools"] = [_tool(tool) for tool in request.tools]
    return body


def _system(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """The script, which stays the same for the whole call and is kept by the service, then what is new."""
    blocks: list[dict[str, Any]] = [
        {"type": "text", "text": line.text}
        for line in lines
        if line.role is Role.SYSTEM and line.text.strip()
    ]
    if blocks:
        blocks[0]["cache_control"] = {"type": "ephemeral"}
    return blocks


def _messages(lines: Sequence[Line]) -> list[dict[str, str]]:
    """What was said, beginning and ending with the person; empty text is refused by the service."""
    said = [line for line in lines if line.role is not Role.SYSTEM and line.text.strip()]
    if not said or said[0].role is not Role.PERSON:
        said.insert(0, Line(Role.PERSON, _PICKED_UP))
    if said[-1].role is not Role.PERSON:
        said.append(Line(Role.PERSON, _SAYS_NOTHING))
    return [{"role": line.role.value, "content": line.text} for line in said]


def _tool(tool: Tool) -> dict[str, Any]:
    return {"name": tool.name, "description": tool.purpose, "input_schema": schema_of(tool)}


def _refused(status: int, body: bytes, retry_after: str | None) -> ProviderError:
    return refusal(status, code=_error_code(body), retry_after=retry_after)


def _error_code(body: bytes) -> str:
    try:
        error = json.loads(body).get("error") or {}
    except (ValueError, AttributeError):
        return ""
    return str(error.get("type") or "")
