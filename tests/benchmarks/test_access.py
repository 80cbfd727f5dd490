"""How bench-access counts: what is a leak, and what is beyond the limits."""

import pytest

from benchmarks.access.matrix import is_kept_from
from benchmarks.access.races import beyond
from domain.access import Permission, Role
from tests.api.operations import Operation


@pytest.mark.parametrize(
    "role, method, path, needs, kept",
    [
        (Role.ADMIN, "GET", "/api/users", Permission.USERS_READ, False),
        (Role.AGENT_MANAGER, "GET", "/api/users", Permission.USERS_READ, True),
        (Role.AGENT, "GET", "/api/calls", Permission.CALLS_READ, False),
        (Role.AGENT, "GET", "/api/calls/{call_id}", Permission.CALLS_READ, True),
        (Role.AGENT_MANAGER, "GET", "/api/calls/{call_id}", Permission.CALLS_READ, False),
        (Role.ADMIN, "DELETE", "/api/media/phrases", Permission.MEDIA_WRITE, True),
        (Role.ADMIN, "GET", "/api/media/phrases", Permission.MEDIA_READ, False),
    ],
)
def test_who_is_kept_from_what(role: Role, method: str, path: str, needs: Permission, kept: bool) -> None:
    assert kept is is_kept_from(role, Operation(method, path, {"security": [{"HTTPBearer": [needs]}]}))


@pytest.mark.parametrize(
    "taken, more",
    [
        ([], 0),
        ([0.0] * 120, 0),
        ([0.0] * 121, 1),
        ([0.0] * 120 + [60.0] * 100, 0),
        ([0.0] * 120 + [59.0], 1),
        ([60.0 * n for n in range(60) for _ in range(17)], 20),
        ([3.7 * n for n in range(2_000)], 0),
    ],
)
def test_what_is_beyond_the_limits_is_counted(taken: list[float], more: int) -> None:
    assert more == beyond(taken)
