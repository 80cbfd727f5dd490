"""Which key of a telephone menu leads to a person, by its own words."""

import re

_OPTION = re.compile(r"\bpress (?:the )?(?P<key>\w+|[*#])", re.IGNORECASE)
_PERSON = re.compile(
    r"operator|representative|someone|reception|anything else|speak to|talk to", re.IGNORECASE
)
_NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_KEYS = {name: str(key) for key, name in enumerate(_NAMES)} | {"star": "*", "pound": "#", "hash": "#"}


def key_to_a_person(menu: str) -> str:
    """The key of the option that names a person, else of the last one; empty when no key is named."""
    options = [
        (_KEYS.get(found["key"].lower(), found["key"]), clause)
        for clause in re.split(r"[.;!?]", menu)
        for found in _OPTION.finditer(clause)
    ]
    to_a_person = [key for key, clause in options if _PERSON.search(clause)]
    return next(iter(to_a_person), options[-1][0] if options else "")
