"""The API's description is committed, complete, and nothing in it breaks who was made for the released one."""

import copy
import json
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

import jsonschema_rs
import pytest

from scripts.api_changes import RELEASED, WRITTEN, as_text, complaints, for_programs, present
from scripts.breaking_changes import breaking_changes

NOW: Final = present()
SCHEMAS: Final = NOW["components"]["schemas"]
OPERATIONS: Final = [each for methods in NOW["paths"].values() for each in methods.values()]
Change = Callable[[dict[str, Any]], object]


def test_the_description_is_as_it_was_written_and_breaks_nothing_released() -> None:
    """Requirement 11."""
    released = json.loads(RELEASED.read_text(encoding="utf-8"))
    assert [] == complaints(NOW, WRITTEN.read_text(encoding="utf-8"), released)


def test_every_operation_has_an_id_of_its_own_and_says_what_it_does() -> None:
    assert [] == [
        name for name, times in Counter(each["operationId"] for each in OPERATIONS).items() if times > 1
    ]
    assert all(each["operationId"].isidentifier() and each["description"] for each in OPERATIONS)


@pytest.mark.parametrize("name", [name for name, schema in SCHEMAS.items() if "properties" in schema])
def test_every_model_has_an_example_that_it_takes(name: str) -> None:
    """Requirement 11."""
    whole = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": SCHEMAS}}
    validator = jsonschema_rs.validator_for(whole)
    assert SCHEMAS[name]["examples"]
    for example in SCHEMAS[name]["examples"]:
        assert [] == [(list(each.instance_path), each.kind) for each in validator.iter_errors(example)]


def test_every_json_answer_has_an_example() -> None:
    without = [
        each["operationId"]
        for each in OPERATIONS
        for answer in each["responses"].values()
        for kind, content in answer.get("content", {}).items()
        if kind == "application/json" and "$ref" not in content.get("schema", {}) and "example" not in content
    ]
    assert [] == without


def _model(field: dict[str, Any], *needed: str) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"one": field, "two": {"type": "string"}},
        "required": list(needed),
    }


def _api() -> dict[str, Any]:
    """One operation with a parameter, a body and an answer."""
    ref = {"schema": {"$ref": "#/components/schemas/Sent"}}
    shown = {"schema": {"$ref": "#/components/schemas/Shown"}}
    return {
        "paths": {
            "/things/{id}": {
                "post": {
                    "operationId": "make",
                    "description": "Make it.",
                    "security": [{"bearer": ["things:write"]}],
                    "parameters": [
                        {"in": "query", "name": "limit", "schema": {"type": "integer", "maximum": 200}},
                    ],
                    "requestBody": {"content": {"application/json": ref}},
                    "responses": {"201": {"content": {"application/json": shown}}, "default": {}},
                }
            }
        },
        "components": {
            "schemas": {
                "Sent": _model({"type": "string", "maxLength": 10, "enum": ["a", "b"]}, "two"),
                "Shown": _model({"anyOf": [{"type": "integer"}, {"type": "null"}]}, "one"),
            }
        },
    }


def _make(api: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = api["paths"]["/things/{id}"]["post"]
    return made


def _field(api: dict[str, Any], model: str, name: str = "one") -> dict[str, Any]:
    found: dict[str, Any] = api["components"]["schemas"][model]["properties"][name]
    return found


BREAKS: Final[list[tuple[str, Change]]] = [
    ("POST /things/{id} is gone.", lambda api: api["paths"].clear()),
    ("is called build, and was make", lambda api: _make(api).update(operationId="build")),
    ("needs another permission", lambda api: _make(api).update(security=[{"bearer": ["things:run"]}])),
    ("query parameter limit is gone", lambda api: _make(api)["parameters"].clear()),
    ("limit has the maximum 100", lambda api: _make(api)["parameters"][0]["schema"].update(maximum=100)),
    ("limit takes no integer", lambda api: _make(api)["parameters"][0]["schema"].update(type="string")),
    ("limit must be given now", lambda api: _make(api)["parameters"][0].update(required=True)),
    (
        "query parameter more must be given",
        lambda api: _make(api)["parameters"].append(
            {"in": "query", "name": "more", "required": True, "schema": {}}
        ),
    ),
    ("needs a body now", lambda api: _make(api)["requestBody"].update(required=True)),
    (
        "takes no application/json any more",
        lambda api: _make(api)["requestBody"].update(content={"text/plain": {"schema": {}}}),
    ),
    ("answer 201 is gone", lambda api: _make(api)["responses"].pop("201")),
    ("answer 201 is no application/json", lambda api: _make(api)["responses"]["201"]["content"].clear()),
    ("body/one is gone", lambda api: api["components"]["schemas"]["Sent"]["properties"].pop("one")),
    ("body/one must be given", lambda api: api["components"]["schemas"]["Sent"]["required"].append("one")),
    ("body/one has the maxLength 9", lambda api: _field(api, "Sent").update(maxLength=9)),
    ("body/one has the minLength 1", lambda api: _field(api, "Sent").update(minLength=1)),
    ("body/one takes only a now", lambda api: _field(api, "Sent").update(enum=["a"])),
    ("body/two takes only a now", lambda api: _field(api, "Sent", "two").update(enum=["a"])),
    ("body/two has another pattern", lambda api: _field(api, "Sent", "two").update(pattern="^a")),
    ("answer 201/one is gone", lambda api: api["components"]["schemas"]["Shown"]["properties"].pop("one")),
    ("answer 201/one may be missing", lambda api: api["components"]["schemas"]["Shown"]["required"].clear()),
    ("answer 201/one may be string", lambda api: _field(api, "Shown")["anyOf"].append({"type": "string"})),
    (
        "answer 201/two may be null",
        lambda api: _field(api, "Shown", "two").update(anyOf=[{"type": "string"}, {"type": "null"}]),
    ),
    ("answer 201/two has the format date", lambda api: _field(api, "Shown", "two").update(format="date")),
]

BREAKS_NOTHING: Final[list[Change]] = [
    lambda _: None,
    lambda api: _make(api).update(description="Make one."),
    lambda api: api["paths"].update({"/more": {"get": _make(api) | {"operationId": "more"}}}),
    lambda api: _make(api)["parameters"].append({"in": "query", "name": "more", "schema": {}}),
    lambda api: _make(api)["parameters"][0]["schema"].update(maximum=300),
    lambda api: _make(api)["parameters"][0]["schema"].update(type="number"),
    lambda api: _make(api)["parameters"][0]["schema"].pop("maximum"),
    lambda api: _make(api)["responses"].update({"304": {}}),
    lambda api: api["components"]["schemas"]["Sent"]["properties"].update(three={"type": "string"}),
    lambda api: api["components"]["schemas"]["Sent"].update(required=[]),
    lambda api: _field(api, "Sent")["enum"].append("c"),
    lambda api: _field(api, "Sent").update(maxLength=11),
    lambda api: api["components"]["schemas"]["Shown"]["properties"].update(three={"type": "string"}),
    lambda api: api["components"]["schemas"]["Shown"]["required"].append("two"),
    lambda api: _field(api, "Shown")["anyOf"].pop(),
]


@pytest.mark.parametrize(("told", "change"), BREAKS, ids=[told for told, _ in BREAKS])
def test_what_breaks_a_client_is_told_with_its_place(told: str, change: Change) -> None:
    now = copy.deepcopy(_api())
    change(now)
    [sentence] = breaking_changes(_api(), now)
    assert told in sentence
    assert [True] == ["Clients that are there" in each for each in complaints(now, as_text(now), _api())]


@pytest.mark.parametrize("change", BREAKS_NOTHING)
def test_what_clients_need_not_notice_breaks_nothing(change: Change) -> None:
    now = copy.deepcopy(_api())
    change(now)
    assert [] == breaking_changes(_api(), now)


def test_a_model_that_holds_itself_is_compared_once() -> None:
    api = _api()
    api["components"]["schemas"]["Shown"]["properties"]["inner"] = {"$ref": "#/components/schemas/Shown"}
    assert [] == breaking_changes(api, copy.deepcopy(api))


def test_words_for_people_are_not_released_and_a_field_of_such_a_name_is() -> None:
    released = for_programs(
        {"description": "x", "schemas": {"title": {"properties": {"example": {"title": "x"}}}}}
    )
    assert {"schemas": {"title": {"properties": {"example": {}}}}} == released


def test_a_file_that_is_not_the_applications_is_told() -> None:
    [sentence] = complaints(_api(), "{}", _api())
    assert "make openapi" in sentence
