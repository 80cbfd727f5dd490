"""Says where code names a vendor outside the rooms that may: its adapter, its webhooks, its simulation and the wiring.

    python scripts/vendor_names.py

Names in code and in strings count; comments and docstrings may say what they like. What a contract of imports cannot see
is seen here: a path, a word, a setting. Who is a vendor, that contract says, in pyproject.toml.
docs/decisions/0033-a-vendor-is-a-folder.md
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

# providers/ and simulators/ are where vendors live; tests, benchmarks and scripts stand outside the product.
SEARCHED: Final = (
    *(
        "activities",
        "api",
        "console",
        "database",
        "domain",
        "lists",
        "local",
        "media",
        "startup",
        "workflows",
    ),
    *("worker.py", "cli.py"),
)

# Where a file that begins with a vendor's name may name that one: its webhooks, and the language of its streams.
NAMED_AFTER_VENDORS: Final = ("api/webhooks", "media/carriers")

# All others, each with its reason; one that is needed no more is told as well.
MAY: Final = {
    "api/app.py": "includes the vendor's webhooks",
    "api/campaigns/preflight.py": "tells the operator which key is missing",
    "console/limits.py": "its help says which permits there are",
    "database/migrations/versions/0001_the_first_tables.py": "a default that is stored",
    "database/migrations/versions/0010_permits.py": "names that are stored",
    "database/migrations/versions/0024_vendor_breakers.py": "names that are stored",
    "database/migrations/versions/0027_connections.py": "a vendor that is stored",
    "database/tables.py": "a default that is stored",
    "domain/conversations.py": "a recogniser, by the name that agents are stored with",
    "domain/permits.py": "the names that permits are stored with",
    "domain/vendors.py": "the names that breakers are stored with",
    "local/doctor.py": "says which settings are missing",
    "local/simulated_world.py": "the local system's settings",
    "media/carriers/dialects.py": "the table of the streams' languages",
    "startup/settings.py": "a section for each vendor",
    "startup/speech_wiring.py": "the wiring",
    "startup/vendor_ends.py": "dated facts about what settings name",
    "startup/wiring.py": "the wiring",
}

# Whoever uses a member of these names no vendor by himself.
STORED_NAMES: Final = frozenset({"RecogniserName", "SpeechProvider"})


def vendors(root: Path) -> set[str]:
    """Whose modules the contract forbids: each by the first word of its folder's or file's name."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    [contract] = [each for each in settings["contracts"] if each["name"].startswith("A vendor is known")]
    ignored = (each.partition(" -> ") for each in contract["ignore_imports"])
    neutral = {module for importer, _, module in ignored if importer == "**"}
    modules = (
        ".".join(file.relative_to(root).with_suffix("").parts)
        for forbidden in contract["forbidden_modules"]
        for file in root.glob(f"{forbidden.replace('.', '/')}.py")
        if file.stem != "__init__"
    )
    return {module.split(".")[2].partition("_")[0] for module in modules if module not in neutral}


def mentions(source: str, names: Collection[str]) -> Iterator[int]:
    """The lines on which code or a string names one of these vendors."""
    if not names:
        return
    vendor = re.compile("|".join(sorted(names)), re.IGNORECASE)
    tree = ast.parse(source)
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        if id(node) not in told and any(vendor.search(word) for word in _words(node)):
            yield line


def _words(node: ast.AST) -> list[str]:
    """The names and the text that stand at this node itself."""
    match node:
        case ast.Attribute(value=ast.Name(id=owner)) if owner in STORED_NAMES:
            return []
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
            return [name]
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.alias(name=name, asname=other):
            return [name, other or ""]
        case ast.ImportFrom(module=str(name)) | ast.keyword(arg=str(name)):
            return [name]
        case _:
            return []


def found_in(root: Path, names: Collection[str]) -> tuple[list[str], set[str]]:
    """What names a vendor and may not, and which exceptions are used, in the tree below this folder."""
    wrong, used = [], set()
    for room in SEARCHED:
        path = root / room
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.exists() else []:
            name, source = str(file.relative_to(root)), file.read_text(encoding="utf-8")
            own = {file.stem.partition("_")[0]} if name.startswith(NAMED_AFTER_VENDORS) else set()
            lines = sorted(set(mentions(source, set(names) - own)))
            if name in MAY and lines:
                used.add(name)
            elif lines:
                code = source.splitlines()
                wrong += [f"{name}:{line}: names a vendor: {code[line - 1].strip()}" for line in lines]
    return wrong, used


def main() -> int:
    """Print what is wrong; how many that are is what the process ends with."""
    wrong, used = found_in(Path(), vendors(Path()))
    wrong += [f"{name} names no vendor any more: take it off the list" for name in MAY if name not in used]
    print("\n".join(wrong) if wrong else "No vendor is named outside its rooms.")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
