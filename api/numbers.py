"""Telephone numbers in requests: read as the rules of countries have them, or refused where they stand."""

from typing import Annotated

from fastapi import Depends, Query

from domain.errors import InvalidInput
from domain.phone_numbers import NumberRefusal, parse_number


def number_of(text: str, region: str | None, pointer: str) -> str:
    """The number (E.164) that is meant. Raises InvalidInput at the pointer."""
    number = parse_number(text, region)
    if isinstance(number, NumberRefusal):
        raise InvalidInput(number.message, pointer=pointer, code=str(number.reason))
    return number.e164


async def _wanted(number: Annotated[str | None, Query(max_length=60)] = None) -> str | None:
    return None if number is None else number_of(number, None, "/query/number")


OfNumber = Annotated[str | None, Depends(_wanted)]
"""The one number (E.164) whose rows a list is asked for; None for all."""
