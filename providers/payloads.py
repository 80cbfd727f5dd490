"""Vendors' JSON read into records: a field that is null counts as one that is not there.

Vendors' SDKs declare most fields as optional, so any of them may come as null one day, and no call may end of that.
"""

from typing import Any, Final, Generic, TypeVar

import msgspec

Record = TypeVar("Record")
_DEEPEST: Final = 8  # objects within each other; nobody's are


class Reader(Generic[Record]):
    """Reads one kind of record; as quick as its decoder while nothing is null where a value belongs."""

    def __init__(self, kind: type[Record], *, strict: bool = True) -> None:
        """strict: a number in quotation marks is no number."""
        self._decoder = msgspec.json.Decoder(kind, strict=strict)

    def decode(self, content: bytes | str) -> Record:
        """The record. Raises msgspec.DecodeError."""
        try:
            return self._decoder.decode(content)
        except msgspec.ValidationError:
            spoken = without_nulls(msgspec.json.decode(content))
            return self._decoder.decode(msgspec.json.encode(spoken))


def without_nulls(value: Any) -> Any:
    """The same JSON value without those fields of its objects that are null."""
    if isinstance(value, dict):
        return {name: without_nulls(each) for name, each in value.items() if each is not None}
    if isinstance(value, list):
        return [without_nulls(each) for each in value]
    return value


def fields_of(content: bytes) -> list[tuple[str, str]]:
    """The fields of a JSON object as those of a form: names within others with a dot between ("call.id"), values as text.

    What is null, a list, or too deep is left out. Of anything that is no JSON object: none. Strangers send it as well.
    """
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        return []
    fields: list[tuple[str, str]] = []
    _gather(found, "", _DEEPEST, fields)
    return fields


def _gather(value: Any, name: str, deeper: int, fields: list[tuple[str, str]]) -> None:
    match value:
        case dict():
            for key, within in value.items() if deeper else ():
                _gather(within, f"{name}.{key}" if name else key, deeper - 1, fields)
        case None | list():
            pass
        case bool():
            fields.append((name, str(value).lower()))
        case _ if name:
            fields.append((name, str(value)))
