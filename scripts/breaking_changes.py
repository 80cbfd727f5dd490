"""What of an API's description (OpenAPI) was changed so that a client made for the older one fails.

What is sent may only become wider, what is answered only narrower. A further value of an answer's enumeration breaks nobody here:
clients are told to expect further ones. Sentences for people do not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

Schema = dict[str, Any]

_METHODS: Final = ("get", "put", "post", "delete", "patch")
# By which a schema bounds its values, and whether a greater number takes fewer of them.
_BOUNDS: Final = {
    "minimum": True,
    "exclusiveMinimum": True,
    "minLength": True,
    "minItems": True,
    "maximum": False,
    "exclusiveMaximum": False,
    "maxLength": False,
    "maxItems": False,
    "maxProperties": False,
}


class _Pair(NamedTuple):
    """A schema in the older description and in the newer one, each with its models; sent: by the client."""

    old: Schema
    new: Schema
    old_models: dict[str, Schema]
    new_models: dict[str, Schema]
    sent: bool

    def of(self, old: Schema, new: Schema) -> _Pair:
        return self._replace(old=old, new=new)


def breaking_changes(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """A sentence for each change that breaks a client, with its place."""
    found: list[str] = []
    for path, methods in old["paths"].items():
        for method in _METHODS:
            if method in methods:
                place = f"{method.upper()} {path}"
                now = new["paths"].get(path, {}).get(method)
                found += (
                    [f"{place} is gone."]
                    if now is None
                    else _operation(place, methods[method], now, old, new)
                )
    return list(dict.fromkeys(found))


def _operation(
    place: str, was: dict[str, Any], now: dict[str, Any], old: dict[str, Any], new: dict[str, Any]
) -> Iterator[str]:
    models = old["components"]["schemas"], new["components"]["schemas"]
    if was.get("operationId") != now.get("operationId"):
        yield f"{place} is called {now.get('operationId')}, and was {was.get('operationId')}."
    if was.get("security") and was.get("security") != now.get("security"):
        yield f"{place} needs another permission."
    yield from _parameters(place, was, now, models)
    yield from _body(place, was.get("requestBody"), now.get("requestBody"), models)
    for status, answer in was["responses"].items():
        yield from _answer(f"{place}, answer {status}", answer, now["responses"].get(status), models)


def _parameters(
    place: str, was: dict[str, Any], now: dict[str, Any], models: tuple[dict[str, Schema], dict[str, Schema]]
) -> Iterator[str]:
    before = {(each["in"], each["name"]): each for each in was.get("parameters", ())}
    after = {(each["in"], each["name"]): each for each in now.get("parameters", ())}
    for key, each in before.items():
        here = f"{place}, {key[0]} parameter {key[1]}"
        if key not in after:
            yield f"{here} is gone."
        else:
            yield from _schema(here, _Pair(each["schema"], after[key]["schema"], *models, sent=True))
    for key, each in after.items():
        if each.get("required") and not before.get(key, {}).get("required"):
            yield f"{place}, {key[0]} parameter {key[1]} must be given now."


def _body(
    place: str,
    was: dict[str, Any] | None,
    now: dict[str, Any] | None,
    models: tuple[dict[str, Schema], dict[str, Schema]],
) -> Iterator[str]:
    if now and now.get("required") and not (was or {}).get("required"):
        yield f"{place} needs a body now."
    for kind, content in (was or {}).get("content", {}).items():
        taken = (now or {}).get("content", {}).get(kind)
        if taken is None:
            yield f"{place} takes no {kind} any more."
        else:
            yield from _schema(
                f"{place}, body", _Pair(content["schema"], taken["schema"], *models, sent=True)
            )


def _answer(
    place: str,
    was: dict[str, Any],
    now: dict[str, Any] | None,
    models: tuple[dict[str, Schema], dict[str, Schema]],
) -> Iterator[str]:
    if now is None:
        yield f"{place} is gone."
        return
    for kind, content in was.get("content", {}).items():
        given = now.get("content", {}).get(kind)
        if given is None:
            yield f"{place} is no {kind} any more."
        elif "schema" in content and "schema" in given:
            yield from _schema(place, _Pair(content["schema"], given["schema"], *models, sent=False))


def _schema(place: str, pair: _Pair, seen: frozenset[tuple[str, str]] = frozenset()) -> Iterator[str]:
    names = (pair.old.get("$ref", ""), pair.new.get("$ref", ""))
    if all(names) and names in seen:
        return
    seen |= {names}
    before, after = _kinds(pair.old, pair.old_models), _kinds(pair.new, pair.new_models)
    lost, more = before.keys() - after.keys(), after.keys() - before.keys()
    # A whole number is a number: what is sent may widen to it, what is answered narrow.
    if pair.sent and (lost - ({"integer"} if "number" in after else set())):
        yield f"{place} takes no {' or '.join(sorted(lost))} any more."
    if not pair.sent and (more - ({"integer"} if "number" in before else set())):
        yield f"{place} may be {' or '.join(sorted(more))} now."
    for kind in before.keys() & after.keys():
        yield from _of_a_kind(place, pair.of(before[kind], after[kind]), seen)


def _kinds(schema: Schema, models: dict[str, Schema]) -> dict[str, Schema]:
    """The kinds of values that it takes, each with its own schema: an empty one stands for any."""
    if "$ref" in schema:
        return _kinds(models[schema["$ref"].rpartition("/")[2]], models)
    choices = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf")
    if choices:
        return {kind: inner for choice in choices for kind, inner in _kinds(choice, models).items()}
    kind = schema.get("type") or ("string" if "enum" in schema or "const" in schema else "any")
    return {str(kind): schema}


def _of_a_kind(place: str, pair: _Pair, seen: frozenset[tuple[str, str]]) -> Iterator[str]:
    old, new = pair.old, pair.new
    if pair.sent:
        yield from _narrower(place, old, new)
    elif old.get("format") != new.get("format"):
        yield f"{place} has the format {new.get('format')}, and had {old.get('format')}."
    if "items" in old and "items" in new:
        yield from _schema(f"{place}/0", pair.of(old["items"], new["items"]), seen)
    open_to = old.get("additionalProperties"), new.get("additionalProperties")
    if all(isinstance(each, dict) for each in open_to):
        yield from _schema(f"{place}/key", pair.of(*open_to), seen)  # type: ignore[arg-type]
    yield from _fields(place, pair, seen)


def _narrower(place: str, old: Schema, new: Schema) -> Iterator[str]:
    choices = _choices(old), _choices(new)
    if choices[1] and not (choices[0] and choices[0] <= choices[1]):
        yield f"{place} takes only {', '.join(sorted(choices[1]))} now."
    for word in ("pattern", "format"):
        if new.get(word) and new.get(word) != old.get(word):
            yield f"{place} has another {word} now."
    for bound, greater_is_narrower in _BOUNDS.items():
        was, now = old.get(bound), new.get(bound)
        if now is not None and (was is None or (now > was if greater_is_narrower else now < was)):
            yield f"{place} has the {bound} {now} now."


def _choices(schema: Schema) -> set[str]:
    return set(map(str, schema.get("enum") or ([schema["const"]] if "const" in schema else [])))


def _fields(place: str, pair: _Pair, seen: frozenset[tuple[str, str]]) -> Iterator[str]:
    before, after = pair.old.get("properties", {}), pair.new.get("properties", {})
    needed = set(pair.old.get("required", ())), set(pair.new.get("required", ()))
    for name, schema in before.items():
        if name not in after:
            yield f"{place}/{name} is gone."
            continue
        yield from _schema(f"{place}/{name}", pair.of(schema, after[name]), seen)
        if not pair.sent and name in needed[0] - needed[1]:
            yield f"{place}/{name} may be missing now."
    if pair.sent:
        yield from (f"{place}/{name} must be given now." for name in sorted(needed[1] - needed[0]))
