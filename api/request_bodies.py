"""What clients send, as every route takes it: no unknown field, no U+0000 in a text, no truth value for a number.

A field that was renamed is read by its former name as well, where its validation_alias has both, the present one first.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Final

from fastapi import UploadFile
from pydantic import (
    AfterValidator,
    AliasChoices,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Strict,
    StringConstraints,
    field_validator,
    model_validator,
)

from domain.errors import InvalidInput

_NUL: Final = "\0"


def clean(text: str) -> str:
    """The text, which PostgreSQL can keep. Raises ValueError for one with U+0000."""
    if _NUL in text:
        raise ValueError("no text here may hold U+0000; leave it out")
    return text


Text = Annotated[str, AfterValidator(clean)]
"""A text outside a body: a field of a form."""

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
"""What people call a thing; blanks alone are no name."""

OutcomeName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""A call's business outcome: a built-in one, or one of a script's own."""

Whole = Annotated[int, Strict()]
"""A whole number; lax, true would pass for 1."""

Real = Annotated[float, Strict()]
"""Any number; lax, true would pass for 1."""


def _written(value: object) -> object:
    """Refuse a bare number, which could be seconds or milliseconds of one epoch or another."""
    if not isinstance(value, str):
        raise ValueError('a moment is written "2027-01-15T16:30:00Z"')
    return value


Moment = Annotated[AwareDatetime, BeforeValidator(_written, json_schema_input_type=AwareDatetime)]
"""A moment with its zone; see api.chosen_moments for which may be chosen."""


class Body(BaseModel):
    """The data of a request; numbers in it are Whole or Real. Every class of data that a client sends is derived from it."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def says_one_thing_of_a_renamed_field(cls, given: object) -> object:
        """The data without former names of fields that stand there by their present names, with the same value."""
        for field in cls.model_fields.values():
            if isinstance(given, dict) and isinstance(field.validation_alias, AliasChoices):
                given = _named_once(given, *map(str, field.validation_alias.choices))
        return given

    @field_validator("*")
    @classmethod
    def holds_clean_text(cls, value: object) -> object:
        """The value, if PostgreSQL can keep each text in it."""
        for text in _texts(value):
            clean(text)
        return value


def _named_once(given: dict[str, Any], name: str, former: str) -> dict[str, Any]:
    if name not in given or former not in given:
        return given
    if given[name] != given[former]:
        raise ValueError(f"{former} is the former name of {name}, and they differ here; give {name} alone.")
    return {key: value for key, value in given.items() if key != former}


def _texts(value: object) -> Iterator[str]:
    """The texts in a field; those of a Body within have been looked at by itself."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from _texts(key)
            yield from _texts(held)
    elif isinstance(value, list):
        for held in value:
            yield from _texts(held)


def file_name(file: UploadFile, otherwise: str) -> str:
    """The uploaded file's name, its first 200 characters. Raises InvalidInput for one with U+0000."""
    try:
        return clean(file.filename or otherwise)[:200]
    except ValueError as error:
        raise InvalidInput(f"The file's name: {error}.", pointer="/file", code="nul_character") from error
