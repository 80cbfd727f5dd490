"""Which columns of an uploaded file mean what, as callers say it."""

from typing import Annotated

from fastapi import Form
from pydantic import TypeAdapter, ValidationError

from api.bodies import Text
from domain.errors import InvalidInput

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
