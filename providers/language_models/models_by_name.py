"""Every configured language model service as one: the model's name tells whose it is.

A model that its vendor has ended is asked no more: its successor answers, so that agents made long ago go on.
"""

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import replace
from typing import Any

import structlog

from providers.facts.language_models import living_model
from providers.http import Clock, utc_now
from providers.language_models.contract import LanguageModel, ReplyRequest, TextPiece, ToolRequest

log = structlog.get_logger()


class Models:
    """Asks the service whose models begin like the request's; the first for any other name."""

    def __init__(
        self, services: Mapping[str, LanguageModel], now: Clock = utc_now, *, kept: Collection[str] = ()
    ) -> None:
        """services: by how their models' names begin, such as "gpt" and "claude"; kept: models that are asked whatever
        their vendor has announced, since another one has them too."""
        self._services = dict(services)
        self._former: list[LanguageModel] = []
        self._now = now
        self._kept = frozenset(kept)
        self._replaced: set[str] = set()

    def renew(self, services: Mapping[str, LanguageModel]) -> None:
        """Ask these from now on; what is being written is written to its end."""
        self._former += self._services.values()
        self._services = dict(services)

    async def reply(self, request: ReplyRequest) -> AsyncIterator[TextPiece | ToolRequest]:
        """The reply as it is written."""
        asked = self._living(request)
        async for piece in self._of(asked.model).reply(asked):
            yield piece

    async def decide(self, request: ReplyRequest, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        """One answer that fits the JSON schema."""
        asked = self._living(request)
        return await self._of(asked.model).decide(asked, name, schema)

    async def warm(self, model: str) -> None:
        """Have a connection open to this model's service."""
        living = self._living_name(model)
        await self._of(living).warm(living)

    async def close(self) -> None:
        """Close every connection."""
        await asyncio.gather(*(service.close() for service in (*self._services.values(), *self._former)))

    def _living(self, request: ReplyRequest) -> ReplyRequest:
        model = self._living_name(request.model)
        if model == request.model:
            return request
        if request.model not in self._replaced:
            self._replaced.add(request.model)
            log.warning("model.ended", model=request.model, answers=model)
        return replace(request, model=model)

    def _living_name(self, model: str) -> str:
        return model if model in self._kept else living_model(model, self._now().date())

    def _of(self, model: str) -> LanguageModel:
        first = next(iter(self._services.values()))
        named = (service for name, service in self._services.items() if model.startswith(name))
        return next(named, first)
