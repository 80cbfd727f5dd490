"""A command begins at once: it loads nothing that it does not use."""

import subprocess
import sys

import pytest

# Typer loads pydantic by itself.
HEAVY = {
    *("temporalio", "sqlalchemy", "asyncpg", "alembic", "fastapi", "uvicorn", "twilio", "openai", "anthropic"),
    *("aiohttp", "websockets", "phonenumbers", "holidays", "numpy", "yaml", "psutil"),
    *("activities", "api", "database", "media", "providers", "simulators", "startup", "workflows"),
}  # fmt: skip
_RUN = """
import sys
from cli import app
try:
    app(sys.argv[1:])
except SystemExit:
    pass
print(*sorted({name.partition(".")[0] for name in sys.modules}), sep="\\n", file=sys.stderr)
"""


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("--version",),
        ("calls", "--help"),
        ("--url", "http://127.0.0.1:9", "--key", "k", "calls", "list"),
        ("--url", "http://127.0.0.1:9", "--key", "k", "campaigns", "show", "camp_1", "--json"),
        ("--url", "http://127.0.0.1:9", "--key", "k", "dnc", "add", "+14155552671"),
        ("--url", "http://127.0.0.1:9", "--key", "k", "connections", "change", "conn_1"),
    ],
)
def test_a_command_loads_nothing_heavy(words: tuple[str, ...]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _RUN, *words], capture_output=True, text=True, timeout=60, check=True
    )
    assert set() == HEAVY & set(ran.stderr.split())
    assert "console" in ran.stderr.split()
