"""The description of the API (OpenAPI): what the framework writes, with problems under the media type they are sent as."""

from collections.abc import Iterator
from typing import Any, Final

from fastapi import FastAPI
from fastapi.routing import APIRoute

from api.examples import complete
from api.problems import PROBLEM_JSON, Problem

_PROBLEM: Final = {PROBLEM_JSON: {"schema": {"$ref": f"#/components/schemas/{Problem.__name__}"}}}


class DescribedApp(FastAPI):
    """The application; every failure that its description names is a problem, unless the route says otherwise."""

    def openapi(self) -> dict[str, Any]:
        """The description, made once."""
        if self.openapi_schema is None:
            described = super().openapi()
            for answers in _answers(described):
                _tell_of_problems(answers)
            complete(described)
        assert self.openapi_schema is not None
        return self.openapi_schema


def operation_id(route: APIRoute) -> str:
    """What generated clients call an operation: as its function is called. Of a route with two addresses the one without /api says so."""
    return f"{route.name}_at_root" if route.path_format.startswith("/calls/") else route.name


def _answers(described: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for methods in described["paths"].values():
        for operation in methods.values():
            yield operation["responses"]


def _tell_of_problems(answers: dict[str, Any]) -> None:
    for status, answer in answers.items():
        if status == "default" or (status >= "400" and "content" not in answer):
            answer["content"] = _PROBLEM
