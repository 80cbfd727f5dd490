"""Clients build on addresses, statuses, fields, bounds and defaults: none of these changes unless it is meant to."""

from pathlib import Path

from tests.api.contract import contract

_WRITTEN = Path(__file__).with_name("contract.txt")


def test_what_clients_build_on_is_as_it_was_written_down() -> None:
    """Requirement 11. After a change on purpose: `python -m tests.api.contract > tests/api/contract.txt`."""
    assert _WRITTEN.read_text(encoding="utf-8").splitlines() == list(contract())
