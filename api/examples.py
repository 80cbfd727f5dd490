"""Examples for the description of the API: what a model does not show by itself is made up from its fields, always alike."""

import re
from collections.abc import Mapping
from typing import Any, Final

Schema = Mapping[str, Any]

_MOMENT: Final = "2027-01-15T16:30:00Z"
_ID: Final = "01kaj0y5d7t8c9v0w1x2y3z4a5"
# What a text of this name looks like; of an id its first part says of what.
_TEXTS: Final = {
    "number": "+14155552671",
    "to": "+14155552671",
    "caller_number": "+14155552671",
    "email": "ada@example.com",
    "name": "Ada Lovelace",
    "url": "https://hooks.example.com/in",
    "language": "en",
    "default_region": "US",
    "country": "US",
    "timezone": "America/New_York",
}
# Tried in this order where a pattern asks for something else.
_OTHERS: Final = ("a text", "arrived_on", "mon", "17:00-20:30", "US")
_FORMS: Final = {"date-time": _MOMENT, "date": "2027-01-15", "binary": "", "uri": "https://example.com"}


def complete(description: dict[str, Any]) -> None:
    """Give each model of the description an example, unless it has one, and each list that is no model's."""
    schemas = description["components"]["schemas"]
    for schema in schemas.values():
        if "properties" in schema and not schema.get("examples"):
            schema["examples"] = [example_of(schema, schemas)]
    for methods in description["paths"].values():
        for operation in methods.values():
            for answer in operation["responses"].values():
                content = answer.get("content", {}).get("application/json", {})
                if content.get("schema") and "$ref" not in content["schema"]:
                    content["example"] = example_of(content["schema"], schemas)


def example_of(schema: Schema, schemas: Mapping[str, Schema], name: str = "", depth: int = 0) -> Any:
    """A value that this schema takes. name: of the field that it is for."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    for shown in (
        schema.get("examples"),
        [schema["const"]] if "const" in schema else None,
        schema.get("enum"),
    ):
        if shown:
            return shown[0]
    if schema.get("default") is not None:
        return schema["default"]
    if choices := schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf"):
        return example_of(choices[0], schemas, name, depth)
    return _of_type(schema, schemas, name, depth)


def _of_type(schema: Schema, schemas: Mapping[str, Schema], name: str, depth: int) -> Any:
    match schema.get("type"):
        case "object":
            return _object(schema, schemas, depth)
        case "array":
            least = schema.get("minItems", 0)
            item = [example_of(schema["items"], schemas, name, depth + 1)] if "items" in schema else []
            return item * max(least, 1)
        case "integer" | "number":
            return max(schema.get("minimum", 1), 1)
        case "boolean":
            return False
        case "string":
            return _text(schema, name)
    return None


def _object(schema: Schema, schemas: Mapping[str, Schema], depth: int) -> dict[str, Any]:
    needed = schema.get("required", ())
    return {
        name: example_of(inner, schemas, name, depth + 1)
        for name, inner in schema.get("properties", {}).items()
        if name in needed
    }


def _text(schema: Schema, name: str) -> str:
    if form := schema.get("format"):
        return _FORMS.get(form, "")
    if name == "id" or name.endswith("_id"):
        return f"{name.removesuffix('_id') if name != 'id' else 'x'}_{_ID}"
    pattern = schema.get("pattern", "")
    return next((each for each in (_TEXTS.get(name), *_OTHERS) if each and re.search(pattern, each)), "")
