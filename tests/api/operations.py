"""The operations of the real application, found in its own description, for what must hold on each of them."""

from dataclasses import dataclass
from typing import Any, Final

from domain.access import Permission
from tests.api.declared import description

OPEN: Final = (
    "/healthz",
    "/readyz",
    "/hooks/leads/",
    "/api/webhooks/",
    "/api/recordings/",
    "/api/auth/login",
    "/api/auth/refresh",
    "/api/auth/accept",
    "/api/auth/password-reset",
    "/api/auth/oidc/",
)
Schema = dict[str, Any]


@dataclass(frozen=True)
class Operation:
    """One method of one address."""

    method: str
    path: str
    described: Schema

    @property
    def is_keyed(self) -> bool:
        """Whether it needs a key."""
        return not self.path.startswith(OPEN)

    @property
    def permissions(self) -> list[str]:
        """What it needs, by its description."""
        return [
            scope
            for each in self.described.get("security", ())
            for scopes in each.values()
            for scope in scopes
        ]

    @property
    def is_for_people(self) -> bool:
        """Whether it is about whoever signed in, which no key is."""
        return self.permissions == [Permission.SELF]

    @property
    def path_names(self) -> list[str]:
        """The names of the path's parts."""
        return [each["name"] for each in self.described.get("parameters", ()) if each["in"] == "path"]

    @property
    def query_names(self) -> list[str]:
        """The names of what may stand in its query."""
        return [each["name"] for each in self.described.get("parameters", ()) if each["in"] == "query"]

    def url(self, **parts: str) -> str:
        """The address with these parts; the others name nothing that exists."""
        return self.path.format(**dict.fromkeys(self.path_names, "1") | parts)

    def body(self, kind: str) -> Schema | None:
        """The schema of its body of this media type."""
        content = self.described.get("requestBody", {}).get("content", {})
        return content[kind]["schema"] if kind in content else None


DESCRIPTION: Final = description()
OPERATIONS: Final = [
    Operation(method.upper(), path, described)
    for path, methods in DESCRIPTION["paths"].items()
    for method, described in methods.items()
]
KEYED: Final = [each for each in OPERATIONS if each.is_keyed]


def named(operation: Operation) -> str:
    """How a test of this operation is called."""
    return f"{operation.method} {operation.path}"
