"""A language model that only decides, as it is told."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from providers.errors import ProviderError
from providers.language_models.contract import ReplyRequest, TextPiece, ToolRequest


@dataclass
class DecidingModel:
    """Gives this answer, or fails; asked and schemas: what it was asked, and the form it was asked for, in order."""

    answer: dict[str, Any] | ProviderError
    asked: list[ReplyRequest] = field(default_factory=list)
    schemas: list[dict[str, Any]] = field(default_factory=list)

    def reply(self, request: ReplyRequest) -> AsyncIterator[TextPiece | ToolRequest]:
        raise AssertionError("a decision is no reply")

    async def decide(self, request: ReplyRequest, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        self.asked.append(request)
        self.schemas.append(schema)
        if isinstance(self.answer, ProviderError):
            raise self.answer
        return self.answer

    async def warm(self, model: str) -> None: ...

    async def close(self) -> None: ...
