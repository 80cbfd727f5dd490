"""What clients build on, written as lines: `python -m tests.api.contract > tests/api/contract.txt` after a change on purpose.

Addresses, methods, queries, what is sent and answered, with bounds and defaults; without the sentences for people.
"""

from collections.abc import Iterator
from typing import Final

from tests.api.operations import DESCRIPTION, OPERATIONS, Operation, Schema, named

_FOR_PEOPLE: Final = (
    "title",
    "description",
    "examples",
    "example",
    "additionalProperties",
    "properties",
    "required",
)
_READ: Final = ("$ref", "anyOf", "allOf", "items", "type")


def contract() -> Iterator[str]:
    """A line for each operation, query parameter, answer and field."""
    for operation in sorted(OPERATIONS, key=lambda each: (each.path, each.method)):
        yield named(operation)
        yield from _taken(operation)
        yield from _answered(operation)
    for name, schema in sorted(DESCRIPTION["components"]["schemas"].items()):
        yield f"{name} {_kind(schema)}"
        for field, inner in schema.get("properties", {}).items():
            needed = " needed" if field in schema.get("required", ()) else ""
            yield f"  {field}: {_kind(inner)}{needed}"


def _taken(operation: Operation) -> Iterator[str]:
    for each in operation.described.get("parameters", ()):
        if each["in"] != "path":
            yield f"  {each['in']} {each['name']}: {_kind(each['schema'])}"
    for kind, content in operation.described.get("requestBody", {}).get("content", {}).items():
        yield f"  takes {kind} {_kind(content['schema'])}"


def _answered(operation: Operation) -> Iterator[str]:
    for status, answer in operation.described["responses"].items():
        kinds = [
            f"{kind} {_kind(content.get('schema', {}))}".strip()
            for kind, content in answer.get("content", {}).items()
        ]
        yield f"  answers {status} {', '.join(kinds)}".rstrip()


def _kind(schema: Schema) -> str:
    """A schema in a few words, such as `string|null maxLength=60 default=''`."""
    if "$ref" in schema:
        word = schema["$ref"].rpartition("/")[2]
    elif choices := schema.get("anyOf") or schema.get("allOf"):
        word = "|".join(map(_kind, choices))
    elif "items" in schema:
        word = f"[{_kind(schema['items'])}]"
    else:
        word = str(schema.get("type", "any"))
    inner = schema.get("additionalProperties")
    open_to = "" if inner is None else f" of {_kind(inner) if isinstance(inner, dict) else inner}"
    bounds = {name: value for name, value in schema.items() if name not in (*_FOR_PEOPLE, *_READ)}
    return " ".join([f"{word}{open_to}", *(f"{name}={value!r}" for name, value in sorted(bounds.items()))])


if __name__ == "__main__":
    print("\n".join(contract()))
