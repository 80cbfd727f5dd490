"""Every noun has its command, and a command begins at once: it loads nothing that it does not use."""

import importlib
import pkgutil
import subprocess
import sys
from types import ModuleType

import pytest
from typer import Typer

import cli
import console

# Typer loads pydantic by itself.
HEAVY = {
    *("temporalio", "sqlalchemy", "asyncpg", "alembic", "fastapi", "uvicorn", "twilio", "openai", "anthropic"),
    *("aiohttp", "websockets", "phonenumbers", "holidays", "numpy", "yaml", "psutil"),
    *("activities", "api", "database", "lists", "media", "providers", "simulators", "startup", "workflows"),
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


def _noun(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2].replace("_", "-")


def test_every_noun_of_the_console_is_a_command() -> None:
    """One that is missing in cli.py is found by nobody."""
    modules = [
        importlib.import_module(f"console.{found.name}") for found in pkgutil.iter_modules(console.__path__)
    ]
    nouns = {_noun(module) for module in modules if isinstance(vars(module).get("app"), Typer)}
    groups = list(cli.app.registered_groups)
    within = [
        below.typer_instance
        for group in groups
        if group.typer_instance is not None
        for below in group.typer_instance.registered_groups
    ]
    nouns -= {_noun(module) for module in modules if vars(module).get("app") in within}
    assert len(nouns) > 5
    assert nouns == {group.name for group in groups}
