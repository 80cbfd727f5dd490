"""Which role may use which route, written as lines: `python -m tests.api.permissions > tests/api/permissions.txt` after a change on purpose."""

from collections.abc import Iterator

from domain.access import MAY
from tests.api.operations import KEYED, named


def table() -> Iterator[str]:
    """A line for each operation: what it needs, and the roles of people that have it."""
    for operation in sorted(KEYED, key=lambda each: (each.path, each.method)):
        needed = set(operation.permissions)
        roles = [str(role) for role, held in MAY.items() if needed <= held]
        yield f"{named(operation)}: {' '.join(sorted(needed))}: {', '.join(roles)}"


if __name__ == "__main__":
    print("\n".join(table()))
