"""Messages of forms and automation tools as rows of texts by name: JSON, or a form as browsers send it.

Whatever stands in one is another's: it is read within bounds, and told of without repeating it.
"""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import parse_qsl

import msgspec

from domain.errors import InvalidInput
from domain.lead_hooks import MOST_LEADS

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"
KINDS: Final = (JSON, FORM)

_MANY: Final = "leads"
_VARIABLES: Final = "variables"
_DEEPEST: Final = 5
_MOST_FIELDS: Final = 200


def rows_of(kind: str, body: bytes) -> list[dict[str, str]]:
    """The rows of a message of one of the kinds: at least one, MOST_LEADS at most.

    JSON: one lead as an object, many as an array or within `{"leads": [...]}`. What stands within another object is named by both, with a
    dot between, but for what stands within `variables`; several texts for one name are one with commas. Raises InvalidInput.
    """
    rows = [_form(body)] if kind == FORM else _json(body)
    if not rows:
        raise InvalidInput("There is no lead in this message.", pointer="/", code="no_lead")
    if len(rows) > MOST_LEADS:
        raise InvalidInput(
            f"A message may have {MOST_LEADS} leads at most; send several, or upload a list.",
            pointer="/",
            code="too_many_leads",
        )
    return rows


def _form(body: bytes) -> dict[str, str]:
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise InvalidInput(
            f"This is no form in UTF-8 with {_MOST_FIELDS} fields at most.", pointer="/", code="unreadable"
        ) from error
    return _joined(iter(pairs))


def _json(body: bytes) -> list[dict[str, str]]:
    try:
        said = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise InvalidInput("This is not valid JSON in UTF-8.", pointer="/", code="json_invalid") from error
    if isinstance(said, dict) and isinstance(said.get(_MANY), list):
        said = said[_MANY]
    leads = said if isinstance(said, list) else [said]
    return [_joined(_fields(lead, f"/{place}")) for place, lead in enumerate(leads[: MOST_LEADS + 1])]


def _fields(lead: Any, pointer: str) -> Iterator[tuple[str, str]]:
    if not isinstance(lead, dict):
        raise InvalidInput("A lead is an object of names and texts.", pointer=pointer, code="no_object")
    within = lead.get(_VARIABLES)
    if isinstance(within, dict):
        lead = {name: value for name, value in lead.items() if name != _VARIABLES} | {
            name: value for name, value in within.items() if name not in lead
        }
    yield from _flat(lead, "", _DEEPEST, pointer)


def _flat(value: Any, name: str, deeper: int, pointer: str) -> Iterator[tuple[str, str]]:
    match value:
        case dict() if deeper:
            for key, inner in value.items():
                yield from _flat(inner, f"{name}.{key}" if name else key, deeper - 1, pointer)
        case list() if deeper:
            for inner in value:
                yield from _flat(inner, name, 0, pointer)
        case dict() | list():
            raise InvalidInput(
                "A lead's texts stand within too many objects; send them flat.",
                pointer=pointer,
                code="too_deep",
            )
        case None:
            yield name, ""
        case bool():
            yield name, str(value).lower()
        case _:
            yield name, _text(value, pointer)


def _text(value: Any, pointer: str) -> str:
    try:
        return str(value)
    except ValueError as error:  # a number of thousands of digits
        raise InvalidInput("A number is too long.", pointer=pointer, code="too_long") from error


def _joined(fields: Iterator[tuple[str, str]]) -> dict[str, str]:
    """The texts by name, clean as a list's: without U+0000 and what no text in UTF-8 has."""
    row: dict[str, str] = {}
    for name, text in fields:
        known, clean = _clean(name), _clean(text)
        row[known] = f"{row[known]}, {clean}" if row.get(known) else clean
    return row


def _clean(text: str) -> str:
    return text.replace("\0", "").encode(errors="ignore").decode()
