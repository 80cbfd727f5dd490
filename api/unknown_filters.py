"""A filter that nobody knows is refused: a list that ignored it would show everything and be taken for an answer."""

from collections.abc import Iterator
from typing import Final

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BaseModel

from domain.errors import InvalidInput

_NONE: Final = "none"


async def check_query(request: Request) -> None:
    """Raise InvalidInput for a query parameter that the route does not declare; it names those it does."""
    route = request.scope["route"]
    assert isinstance(route, APIRoute)
    known = sorted(set(_declared(route.dependant)))
    if not request.query_params.keys() <= set(known):
        raise InvalidInput(
            f"There is no such query parameter here; known are: {', '.join(known) or _NONE}.",
            pointer="/query",
            code="unknown_query_parameter",
        )


def _declared(dependant: Dependant) -> Iterator[str]:
    for field in dependant.query_params:
        model = field.field_info.annotation
        if isinstance(model, type) and issubclass(model, BaseModel):
            yield from model.model_fields
        else:
            yield field.alias
    for part in dependant.dependencies:
        yield from _declared(part)
