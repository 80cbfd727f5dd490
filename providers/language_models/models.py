"""Every configured language model service as one: the model's name tells whose it is."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

from providers.language_models.contract import LanguageModel, ReplyRequest, TextPiece, ToolRequest


class Models:
    """Asks the service whose models begin like the request's; the first for any other name."""

    def __init__(self, services: Mapping[str, LanguageModel]) -> None:
        """services: by how their models' names begin, such as "gpt" and "claude"."""
        self._services = dict(services)

    async def reply(self, request: ReplyRequest) -> AsyncIterator[TextPiece | ToolRequest]:
        """The reply as it is written."""
        async for piece in self._of(request.model).reply(request):
            yield piece

    async def decide(self, request: ReplyRequest, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        """One answer that fits the JSON schema."""
        return await self._of(request.model).decide(request, name, schema)

    async def warm(self, model: str) -> None:
        """Have a connection open to this model's service."""
        await self._of(model).warm(model)

    async def close(self) -> None:
        """Close every connection."""
        await asyncio.gather(*(service.close() for service in self._services.values()))

    def _of(self, model: str) -> LanguageModel:
        first = next(iter(self._services.values()))
        named = (service for name, service in self._services.items() if model.startswith(name))
        return next(named, first)
