"""Finds functions, classes, methods and imports that nothing uses: python scripts/dead_code.py PATH…

vulture guesses at variables and attributes (fields of records, members of enumerations), so of those only what is
certain counts.
"""

from __future__ import annotations

import sys

from vulture import Vulture
from vulture.core import Item

# Called by a framework that finds them by their decorator.
FOUND_BY_DECORATOR = [
    *("@router.*", "@*.command", "@*.callback", "@*.exception_handler", "@*.get", "@*.post", "@*.put"),
    *("@pytest*", "@given", "@field_validator", "@model_validator", "@computed_field", "@field_serializer"),
    *("@workflow.*", "@activity.*", "@*.validator"),
]
# Called by name: tests, Alembic's migrations, uvicorn's, asyncio's and websockets' protocols, pydantic's and pytest's settings,
# Temporal's interceptors.
FOUND_BY_NAME = [
    *("test_*", "pytest_*", "upgrade", "downgrade", "model_config", "capture_signals"),
    *(
        "connection_made",
        "connection_lost",
        "data_received",
        "eof_received",
        "pause_writing",
        "resume_writing",
    ),
    *("datagram_received", "error_received", "process_redirect"),
    *("intercept_activity", "execute_activity"),
    *("settings_customise_sources", "dotenv_settings", "file_secret_settings", "get_field_value"),
]
# Tables are found by SQLModel through their base class.
FOUND_BY_BASE_CLASS = (
    "database/tables.py",
    "database/audit_tables.py",
    "database/call_tables.py",
    "database/consent_tables.py",
    "database/dialling_tables.py",
    "database/key_tables.py",
    "database/lead_hook_tables.py",
    "database/lead_tables.py",
    "database/retention_tables.py",
    "database/rule_tables.py",
    "database/person_tables.py",
    "database/suppression_tables.py",
    "database/user_tables.py",
    "database/webhook_tables.py",
)
CERTAIN = 80


def main(paths: list[str]) -> int:
    search = Vulture(ignore_names=FOUND_BY_NAME, ignore_decorators=FOUND_BY_DECORATOR)
    search.scavenge(paths)
    found = [item for item in search.get_unused_code() if counts(item)]
    for item in found:
        print(f"{item.filename}:{item.first_lineno}: unused {item.typ} {item.name!r}")
    return 1 if found else 0


def counts(item: Item) -> bool:
    if str(item.filename).endswith(FOUND_BY_BASE_CLASS):
        return False
    return item.typ not in ("variable", "attribute") or item.confidence >= CERTAIN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
