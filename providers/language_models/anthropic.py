"""Anthropic messages: replies as a stream of server-sent events, verdicts as the input of a tool that must be used.

Wire format: Anthropic's reference of /v1/messages and its page on streaming, read 2026-11-21.
"""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from providers.errors import ProviderError, ProviderNonsense, ProviderUnavailable
from providers.language_models.asking import SILENCE_SECONDS, decided, written
from providers.language_models.contract import Line, ReplyRequest, Role, TextPiece, Tool, ToolRequest
from providers.language_models.tool_calls import arguments_of, schema_of
from providers.refusals import refusal
from providers.streaming import StreamingConnections

_VERSION: Final = "2023-06-01"
_PATH: Final = "/v1/messages"
# A conversation must begin and end with the person here; a telephone call may do neither.
_PICKED_UP: Final = "(The person has picked up the telephone.)"
_SAYS_NOTHING: Final = "(The person says nothing.)"


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
    input: dict[str, Any] = {}


class _Delta(msgspec.Struct):
    text: str = ""
    partial_json: str = ""


class _Error(msgspec.Struct):
    type: str = ""


class _Event(msgspec.Struct):
    type: str
    index: int = 0
    content_block: _Block | None = None
    delta: _Delta | None = None
    error: _Error | None = None


class _Message(msgspec.Struct):
    content: list[_Block]


_read = msgspec.json.Decoder(_Event)
_read_whole = msgspec.json.Decoder(_Message)


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
        """One answer that fits the schema. Raises ProviderUnavailable, ProviderRefused, ProviderNonsense …"""
        form = {"name": name, "description": "Give your decision.", "input_schema": schema}
        body = _request_body(request) | {"tools": [form], "tool_choice": {"type": "tool", "name": name}}
        message = await decided(self._connections, _PATH, body, _read_whole)
        for block in message.content:
            if block.type == "tool_use" and block.name == name:
                return block.input
        raise ProviderNonsense("The model's decision is not a record.")

    async def warm(self, model: str) -> None:
        """Have a connection open."""
        await self._connections.warm(f"/v1/models/{model}")

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
    """The state of one answer: a tool call comes in fragments and is told when its block is complete."""

    finished: bool = False
    calls: dict[int, _Call] = field(default_factory=dict)

    def take(self, data: bytes) -> list[TextPiece | ToolRequest]:
        try:
            event = _read.decode(data)
        except msgspec.DecodeError as error:
            raise ProviderNonsense("The model's answer is not readable.") from error
        match event:
            case _Event(type="content_block_start", content_block=_Block(type="tool_use") as block):
                self.calls[event.index] = _Call(block.id, block.name)
            case _Event(type="content_block_delta", delta=_Delta() as delta):
                return self._more(event.index, delta)
            case _Event(type="content_block_stop") if call := self.calls.pop(event.index, None):
                return [ToolRequest(call.name, arguments_of(call.arguments), call.id)]
            case _Event(type="message_stop"):
                self.finished = True
            case _Event(type="error"):
                code = event.error.type if event.error else ""
                raise ProviderUnavailable("The model reports an error.", code=code)
        return []

    def _more(self, index: int, delta: _Delta) -> list[TextPiece | ToolRequest]:
        if delta.partial_json and index in self.calls:
            self.calls[index].arguments += delta.partial_json
        return [TextPiece(delta.text)] if delta.text else []


def _request_body(request: ReplyRequest) -> dict[str, Any]:
    body: dict[str, Any] = {
        "model": request.model,
        "max_tokens": request.most_tokens,
        "messages": _messages(request.lines),
    }
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
