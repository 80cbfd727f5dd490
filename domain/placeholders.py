"""The one grammar of {{variables}} in texts that are spoken, prompted or sent: small letters, digits and _."""

import re
from typing import Final

from domain.errors import InvalidInput

PLACEHOLDER: Final = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")
_NEARLY: Final = re.compile(r"\{\{?([^{}]{1,100})\}")


def variables_in(text: str) -> frozenset[str]:
    """The names of the variables in a text."""
    return frozenset(PLACEHOLDER.findall(text))


def check_placeholders(text: str, pointer: str) -> None:
    """Raises InvalidInput for a brace that belongs to no placeholder: it would be spoken as it stands."""
    rest = PLACEHOLDER.sub("", text)
    if "{" not in rest and "}" not in rest:
        return
    nearly = _NEARLY.search(rest)
    raise InvalidInput(
        f"A brace stands outside a placeholder; {_remedy(nearly and nearly.group(1))}.",
        pointer=pointer,
        code="bad_placeholder",
    )


def _remedy(nearly: str | None) -> str:
    name = re.sub(r"[^a-z0-9]+", "_", (nearly or "").lower()).strip("_")
    if name[:1].isalpha():
        return f"write {{{{{name}}}}}, the column's name in small letters, digits and _"
    return "a placeholder is written {{first_name}}, and nothing else takes braces"
