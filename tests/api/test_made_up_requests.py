"""Every operation asked in every role with what was made up from its description: no failure, and no answer that is not declared.

Eight times as many: `make bench-access` (benchmarks/access/made_up.py).
"""

import asyncio
from collections.abc import Mapping
from typing import Final

import pytest

from api.errors import MediaUnreachable, ProviderUnreachable
from domain.access import Role
from tests.api.conftest import Operator
from tests.api.made_up import made_up, may_be_asked, wrong_with
from tests.api.operations import OPERATIONS, Operation
from tests.api.people import signed_in
from tests.api.server import serving
from tests.api.stock import stocked

pytestmark = pytest.mark.long

EACH: Final = 1
PARTS: Final = 3


@pytest.mark.parametrize("part", range(PARTS))
async def test_whatever_is_made_up_is_answered_as_it_is_declared(operator: Operator, part: int) -> None:
    """Requirements 9, 11."""
    names = await stocked(operator)
    secrets: dict[str, str | None] = {"nobody": None, "key": operator.key}
    for role in Role:
        secrets[role] = (await signed_in(operator, role)).tokens["access_token"]
    async with serving(operator, with_upkeep=False) as port:
        wrong = [
            each
            for place, operation in enumerate(OPERATIONS)
            if place % PARTS == part
            for each in await asyncio.to_thread(_asked, operation, place, port, secrets, names)
        ]
    assert not wrong, "\n\n".join(wrong)


def _asked(
    operation: Operation,
    number: int,
    port: int,
    secrets: Mapping[str, str | None],
    names: Mapping[str, str],
) -> list[str]:
    """What is wrong with each answer; those of an operation are shared among the roles."""
    cases = made_up(operation, EACH * len(secrets), number)
    wrong: list[str] = []
    for place, case in enumerate(cases):
        who = list(secrets)[place % len(secrets)]
        if may_be_asked(operation, signed_in=who in set(Role)):
            found = wrong_with(
                case,
                operation,
                f"http://127.0.0.1:{port}",
                secrets[who],
                names if place % 3 else {},
                away=(MediaUnreachable.code, ProviderUnreachable.code),
            )
            wrong += [f"as {who}: {each}" for each in found]
    return wrong
