"""The country of numbers that are written without one."""

from typing import Annotated

from pydantic import AfterValidator, Field

from domain.phone_numbers import is_region


def _known(code: str) -> str:
    if not is_region(code):
        raise ValueError("no country has this code; write its ISO code, such as US or IN")
    return code


Region = Annotated[str, Field(pattern=r"^[A-Z]{2}$", examples=["US"]), AfterValidator(_known)]
"""An ISO country code that numbers can be read by."""
