"""Every route of the real application, found in its own description: what no client may do to any of them."""

import importlib
import pkgutil
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
from fastapi.routing import APIRoute

import api
from tests.api.conftest import Operator
from tests.api.operations import DESCRIPTION, KEYED, OPERATIONS, Operation, Schema, named
from tests.api.people import signed_in

pytestmark = pytest.mark.long

LONG = "x" * 300_000

QUERIED = [each for each in KEYED if "/recordings/" not in each.path]
LISTS = [each for each in KEYED if each.method == "GET" and not each.path_names]
WITH_PARTS = [each for each in OPERATIONS if each.path_names and "/webhooks/" not in each.path]
WITH_JSON = [each for each in KEYED if each.body("application/json")]
WITH_FORM = [each for each in KEYED if each.body("multipart/form-data")]


def is_problem(answer: httpx.Response, *statuses: int) -> bool:
    """Whether it is one of these refusals, told as every refusal is."""
    told = answer.headers["content-type"] == "application/problem+json"
    return told and answer.status_code in statuses and answer.json()["status"] == answer.status_code


class UnreadBody:
    """A body that fails the test when it is read."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        raise AssertionError("the body was read before the key was asked for")


def test_every_route_that_is_written_is_served() -> None:
    """One that api/app.py does not include is tried by none of these tests."""
    modules = [importlib.import_module(found.name) for found in pkgutil.walk_packages(api.__path__, "api.")]
    written = {
        (method, route.path)
        for module in modules
        for route in getattr(vars(module).get("router"), "routes", ())
        if isinstance(route, APIRoute) and route.include_in_schema
        for method in route.methods or ()
    }
    served = {(each.method, each.path) for each in OPERATIONS}
    assert len(written) > 50
    assert [] == [
        each for each in written if each not in served and (each[0], f"/api{each[1]}") not in served
    ]


async def test_each_address_may_name_the_version(operator: Operator) -> None:
    for operation in LISTS:
        versioned = operation.url().replace("/api/", "/api/v1/", 1)
        one, other = await operator.client.get(operation.url()), await operator.client.get(versioned)
        assert one.status_code == other.status_code
        assert versioned == operation.url() or "no_such_route" not in other.text


async def test_a_cursor_and_an_idempotency_key_are_good_under_both_addresses(operator: Operator) -> None:
    for name in ("first", "second"):
        await operator.made("/api/agents", {"name": name})
    first = (await operator.client.get("/api/agents", params={"limit": 1})).json()
    rest = await operator.client.get("/api/v1/agents", params={"limit": 1, "cursor": first["next_cursor"]})
    assert ["first"] == [each["name"] for each in rest.json()["data"]]
    campaign = {"name": "Autumn", "default_region": "US", **await operator.parts(more=" for it")}
    made = [
        await operator.client.post(path, json=campaign, headers={"Idempotency-Key": "once"})
        for path in ("/api/campaigns", "/api/v1/campaigns")
    ]
    assert [201, 201] == [each.status_code for each in made]
    assert made[0].json()["id"] == made[1].json()["id"]


@pytest.mark.parametrize("path", ["/api/v1", "/api/v2/agents", "/api/v1/api/v1/agents", "/api/v1/v1/agents"])
async def test_there_is_no_other_version(operator: Operator, path: str) -> None:
    assert 404 == (await operator.client.get(path)).status_code


async def test_a_version_in_the_address_opens_nothing(anonymous: httpx.AsyncClient) -> None:
    for operation in KEYED:
        versioned = operation.url().replace("/api/", "/api/v1/", 1)
        assert 401 == (await anonymous.request(operation.method, versioned)).status_code, named(operation)


@pytest.mark.parametrize("operation", LISTS, ids=named)
async def test_a_new_account_is_answered(operator: Operator, operation: Operation) -> None:
    answer = await operator.client.get(operation.url())
    assert answer.status_code != 500, answer.text


@pytest.mark.parametrize("operation", KEYED, ids=named)
async def test_without_a_key_nothing_is_read_and_nothing_told(
    anonymous: httpx.AsyncClient, operation: Operation
) -> None:
    """Requirement 7."""
    answer = await anonymous.request(operation.method, operation.url(), content=UnreadBody())
    assert is_problem(answer, 401)
    assert answer.headers["www-authenticate"] == "Bearer"


async def test_what_does_not_exist_looks_like_what_does_without_a_key(anonymous: httpx.AsyncClient) -> None:
    for path in ("/api/nothing", "/api/agents/", "/calls/nothing"):
        assert is_problem(await anonymous.get(path), 401)


@pytest.mark.parametrize("operation", WITH_PARTS, ids=named)
async def test_no_part_of_an_address_may_hold_nul_or_be_endless(
    operator: Operator, operation: Operation
) -> None:
    """PostgreSQL's text has no U+0000, and nobody's id is that long: neither may look like a failure of ours."""
    for name in operation.path_names:
        for part in ("%00", "a%00b", "x" * 5000):
            answer = await operator.client.request(operation.method, operation.url(**{name: part}), json={})
            assert is_problem(answer, 403, 404, 422), (name, part[:10], answer.text)


@pytest.mark.parametrize("operation", QUERIED, ids=named)
async def test_an_unknown_filter_is_refused_and_the_known_ones_named(
    operator: Operator, operation: Operation
) -> None:
    """A list that ignored it would be taken for the answer to a narrower question."""
    answer = await operator.client.request(operation.method, f"{operation.url()}?surprise=1", json={})
    assert is_problem(answer, 422)
    if "unknown_query_parameter" == answer.json()["code"]:
        assert "surprise" not in answer.text
        declared = [
            each["name"] for each in operation.described.get("parameters", ()) if each["in"] == "query"
        ]
        assert all(name in answer.json()["detail"] for name in declared)


@pytest.mark.parametrize("operation", KEYED, ids=named)
async def test_no_query_may_hold_nul(operator: Operator, operation: Operation) -> None:
    answer = await operator.client.request(operation.method, f"{operation.url()}?cursor=a%00", json={})
    assert is_problem(answer, 422)


def leaves(schema: Schema) -> Iterator[tuple[list[str], Schema]]:
    """Each simple value that a body of this schema may hold: the names that lead to it, and its own schema.

    A list's first element is named 0, an open mapping's value by its key.
    """
    if "$ref" in schema:
        yield from leaves(DESCRIPTION["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    for choice in schema.get("anyOf", ()):
        yield from leaves(choice)
    for name, inner in schema.get("properties", {}).items():
        yield from (([name, *rest], leaf) for rest, leaf in leaves(inner))
    if isinstance(schema.get("additionalProperties"), dict):
        yield from ((["key", *rest], leaf) for rest, leaf in leaves(schema["additionalProperties"]))
    if "items" in schema:
        yield from ((["0", *rest], leaf) for rest, leaf in leaves(schema["items"]))
    if schema.get("type") in ("string", "integer", "number", "boolean"):
        yield [], schema


def holding(place: list[str], value: object) -> Any:
    """A body that holds this value at this place and nothing else."""
    if not place:
        return value
    inner = holding(place[1:], value)
    return [inner] if place[0] == "0" else {place[0]: inner}


def bad_values(leaf: Schema) -> list[object]:
    """What this simple value must never be taken for."""
    if leaf["type"] == "string":
        return ["a\0b", LONG, 7, {"of": "another kind"}]
    if leaf["type"] == "boolean":
        return ["a\0b", 7, [True]]
    return [True, False, "a\0b", [1]]


async def is_told(client: httpx.AsyncClient, operation: Operation, place: list[str], value: object) -> bool:
    """Whether this value at this place is refused, and the place named."""
    answer = await client.request(operation.method, operation.url(), json=holding(place, value))
    if not is_problem(answer, 422):
        return False
    above = ["/" + "/".join(place[: length + 1]) for length in range(len(place))]
    return any(error["pointer"].startswith(tuple(above)) for error in answer.json()["errors"])


@pytest.mark.parametrize("operation", WITH_JSON, ids=named)
async def test_no_field_of_a_body_takes_what_it_does_not_mean(
    operator: Operator, operation: Operation
) -> None:
    """Texts without U+0000 and of bounded length, numbers that are no truth values: in each field, however deep.

    Requirement 9.
    """
    schema = operation.body("application/json")
    assert schema is not None
    client = (await signed_in(operator)).client if operation.is_for_people else operator.client
    taken = [
        (place, value)
        for place, leaf in leaves(schema)
        for value in bad_values(leaf)
        if not await is_told(client, operation, place, value)
    ]
    assert [] == taken


@pytest.mark.parametrize("operation", WITH_FORM, ids=named)
async def test_no_field_of_a_form_holds_nul(operator: Operator, operation: Operation) -> None:
    """Requirement 167."""
    schema = operation.body("multipart/form-data")
    assert schema is not None
    names = [place[0] for place, leaf in leaves(schema) if leaf["type"] == "string" and place != ["file"]]
    campaign = await operator.campaign()
    url = operation.url(**dict.fromkeys(operation.path_names, campaign["agent_id"]))
    right = {"campaign_id": campaign["id"]} if "campaign_id" in names else {}
    for name in names:
        answer = await operator.client.post(
            url, data={**right, name: "a\0b"}, files={"file": ("a.csv", b"phone\n+14155552671\n")}
        )
        assert is_problem(answer, 422), (name, answer.text)


@pytest.mark.parametrize("path", list(DESCRIPTION["paths"]))
async def test_a_method_that_an_address_does_not_take_is_told_those_it_does(
    operator: Operator, path: str
) -> None:
    own = {each.method for each in OPERATIONS if each.path == path}
    other = next(method for method in ("PATCH", "PUT") if method not in own)
    answer = await operator.client.request(other, path.format_map(_Ones()))
    assert is_problem(answer, 405)
    assert own <= set(answer.headers["allow"].split(", "))


class _Ones(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "1"


@pytest.mark.parametrize("path", list(DESCRIPTION["paths"]))
async def test_no_address_leads_to_another(operator: Operator, path: str) -> None:
    """A redirect would carry the Host header's address."""
    answer = await operator.client.get(f"{path.format_map(_Ones())}/", headers={"Host": "evil.example"})
    assert is_problem(answer, 404)
    assert "evil.example" not in str(answer.headers) + answer.text


def test_every_failure_is_described_as_the_problem_that_it_is() -> None:
    for operation in OPERATIONS:
        for status, answer in operation.described["responses"].items():
            if (status == "default" or status >= "400") and operation.path != "/readyz":
                assert ["application/problem+json"] == list(answer["content"]), named(operation)


async def test_a_body_is_bounded_whether_its_length_is_said_or_not(operator: Operator) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b"[" * 50_000

    json_type = {"content-type": "application/json"}
    said = await operator.client.post("/api/agents", content=b"[" * 1_000_001, headers=json_type)
    unsaid = await operator.client.post("/api/agents", content=endless(), headers=json_type)
    webhook = await operator.client.post("/api/webhooks/twilio", content=b"a=" + b"b" * 1_000_000)
    for answer in (said, unsaid, webhook):
        assert is_problem(answer, 413)
        assert answer.json()["code"] == "too_large"


async def test_what_a_route_takes_costs_no_thread(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The framework runs in a thread whatever it needs that is no coroutine function, several times a request."""

    async def refused(call: object, **_: object) -> None:
        raise AssertionError(f"{call} would be run in a thread")

    monkeypatch.setattr("fastapi.dependencies.utils.run_in_threadpool", refused)
    answers = [(each, await operator.client.request(each.method, each.url(), json={})) for each in KEYED]
    assert [] == [named(each) for each, answer in answers if answer.status_code == 500]
