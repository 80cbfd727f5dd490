"""Languages as clients name them: those there are phrases for, by their tags."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from domain.language.languages import LANGUAGES
from domain.language.phrases import base_of

_TAG: Final = r"^[a-z]{2}(-[A-Z]{2})?$"


def _known(tag: str) -> str:
    """The tag, if there are phrases for its language."""
    if not re.fullmatch(_TAG, tag) or base_of(tag) not in LANGUAGES:
        known = ", ".join(f"{base} ({name})" for base, name in LANGUAGES.items())
        raise ValueError(
            f"There are no phrases for this language; choose from {known}, with a country or without, as in en or en-GB."
        )
    return tag


Language = Annotated[str, AfterValidator(_known), Field(json_schema_extra={"pattern": _TAG})]
