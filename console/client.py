"""The API as commands speak to it."""

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

import httpx

from console.exit_codes import CommandFailed, Exit

Record = dict[str, Any]
_LIMIT: Final = httpx.Timeout(30.0, connect=5.0)
_UPLOAD_LIMIT: Final = httpx.Timeout(3600.0, connect=5.0)

# By the problem's code or the answer's status: how the command line mends it.
_HINTS: Final = {
    "no_number_column": "Name the column: --map number=COLUMN",
    "401": "Set OUTBOUND_API_KEY to a key of this installation.",
    "503": "Try again in a moment.",
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the API is, and the key to it."""

    url: str
    key: str


class ApiClient:
    """Asks the API and turns refusals into CommandFailed."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._http = httpx.Client(
            base_url=address.url,
            headers={"Authorization": f"Bearer {address.key}"},
            timeout=_LIMIT,
            trust_env=False,
        )

    def __enter__(self) -> "ApiClient":
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def get(self, path: str, **query: object) -> Any:
        """The answer to a GET; None values are left out of the query."""
        wanted = {name: str(value) for name, value in query.items() if value is not None}
        return self._ask("GET", path, params=wanted)

    def post(self, path: str, body: Mapping[str, Any] | None = None, *, spends: bool = False) -> Any:
        """The answer to a POST; one that spends carries a fresh Idempotency-Key."""
        headers = {"Idempotency-Key": f"cli-{secrets.token_hex(12)}"} if spends else {}
        return self._ask("POST", path, json=body, headers=headers)

    def put(self, path: str, body: Mapping[str, Any]) -> Any:
        """The answer to a PUT."""
        return self._ask("PUT", path, json=body)

    def patch(self, path: str, body: Mapping[str, Any]) -> Any:
        """The answer to a PATCH."""
        return self._ask("PATCH", path, json=body)

    def delete(self, path: str) -> Any:
        """The answer to a DELETE."""
        return self._ask("DELETE", path)

    def upload(
        self, path: str, file: BinaryIO, name: str, form: Mapping[str, str], *, kind: str = "text/csv"
    ) -> Any:
        """The answer to an upload of this file."""
        files = {"file": (name, file, kind)}
        return self._ask("POST", path, data=dict(form), files=files, timeout=_UPLOAD_LIMIT)

    def download(self, path: str) -> Iterator[bytes]:
        """A file of the API, piece by piece. Raises CommandFailed, between two pieces as well."""
        answered = False
        try:
            with self._http.stream("GET", path) as answer:
                answered = True
                if answer.is_error:
                    answer.read()
                    raise refusal(answer)
                yield from answer.iter_bytes()
        except httpx.HTTPError as error:
            raise self._broken_off(error) if answered else self._unreachable(error) from error

    def pages(self, path: str, limit: int, **query: object) -> list[Record]:
        """The first entries of a list, at most limit."""
        found: list[Record] = []
        cursor = None
        while len(found) < limit:
            page = self.get(path, limit=min(200, limit - len(found)), cursor=cursor, **query)
            found += page["data"]
            cursor = page["next_cursor"]
            if not page["has_more"]:
                break
        return found

    def _ask(self, method: str, path: str, **request: Any) -> Any:
        try:
            answer = self._http.request(method, path, **request)
        except httpx.HTTPError as error:
            raise self._unreachable(error) from error
        if answer.is_error:
            raise refusal(answer)
        return answer.json() if answer.content else None

    def _unreachable(self, error: httpx.HTTPError) -> CommandFailed:
        return CommandFailed(
            Exit.UNREACHABLE,
            f"The API at {self.address.url} does not answer ({type(error).__name__}).",
            "Start the local system with `outbound up`, or set OUTBOUND_URL to where the API is.",
        )

    def _broken_off(self, error: httpx.HTTPError) -> CommandFailed:
        return CommandFailed(
            Exit.UNREACHABLE,
            f"The answer of the API at {self.address.url} broke off ({type(error).__name__}).",
            "Nothing of it was kept. Give the same command again; it fetches the whole.",
        )


def refusal(answer: httpx.Response) -> CommandFailed:
    """A problem of the API as the end of a command."""
    try:
        problem: Record = answer.json()
    except json.JSONDecodeError:
        problem = {"detail": f"The API answered {answer.status_code}.", "code": "unreadable"}
    detail, code = problem.get("detail", ""), str(problem.get("code", answer.status_code))
    errors = problem.get("errors", [])
    places = [error["pointer"] for error in errors if error["message"] == detail]
    lines = [f"{error['pointer']}: {error['message']}" for error in errors if error["message"] != detail]
    hint = "\n".join(lines) or _HINTS.get(code) or _HINTS.get(str(answer.status_code), "")
    exit_code = Exit.UNREACHABLE if answer.status_code >= 500 else Exit.REFUSED
    return CommandFailed(
        exit_code, f"{detail} [{', '.join([code, *places])}]", hint, code=code, errors=errors
    )
