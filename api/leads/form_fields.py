"""The fields of an upload's form that say how its list is to be read."""

from typing import Annotated

from fastapi import Form
from pydantic import TypeAdapter, ValidationError

from api.request_bodies import Text
from domain.errors import InvalidInput
from domain.offered_repairs import OFFERED

ColumnMapping = Annotated[
    Text, Form(description='JSON from field to column, such as {"number": "Mobile"}; else guessed')
]

_MAPPING: TypeAdapter[dict[str, str]] = TypeAdapter(dict[str, str])


def read_mapping(text: str) -> dict[str, str]:
    """Field -> column. Raises InvalidInput."""
    try:
        return _MAPPING.validate_json(text)
    except ValidationError as error:
        raise InvalidInput(
            'The mapping is JSON from field to column, such as {"number": "Mobile"}.', pointer="/mapping"
        ) from error


def read_accepted(text: str) -> frozenset[str]:
    """The offered repairs that are to be done. Raises InvalidInput."""
    accepted = frozenset(word.strip() for word in text.split(",") if word.strip())
    if not accepted <= OFFERED.keys():
        known = ", ".join(OFFERED)
        raise InvalidInput(f"Unknown repair; offered are {known}.", pointer="/accept", code="unknown_repair")
    return accepted
