"""The figures of the house: circles and upward arrows among imports, and how long its files are: python scripts/house.py [ROOT]

Fails on any circle or upward arrow, on a median above 110 lines, and on a product file of more than 400 lines whose first
sentence does not say why it is in one piece ("In one piece because …" anywhere in its docstring's first paragraph).
"""

from __future__ import annotations

import ast
import statistics
import sys
import tomllib
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Final

import grimp

MOST_LINES_MEDIAN: Final = 110
MOST_LINES: Final = 400
REASON: Final = "in one piece because"
# Not of the product: judged by other measures, or written once and never changed.
_NOT_PRODUCT: Final = ("tests", "benchmarks", "scripts", "examples", "database/migrations")
# Rooms on one floor that may know each other: the console is the entrance's screen of the local system.
_NEIGHBOURS: Final = frozenset({("console", "local")})
# The simulated world stands outside the floors.
_OUTSIDE: Final = frozenset({"simulators"})

Imports = Mapping[str, set[str]]


def imports_of(rooms: list[str]) -> dict[str, set[str]]:
    """Which module imports which, in these rooms as they are found on the path."""
    graph = grimp.build_graph(*rooms, cache_dir=None)
    return {module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules}


def circles(imports: Imports) -> Iterator[list[str]]:
    """Circles of imports, each broken at one place before the next is looked for."""
    left = {module: set(targets) for module, targets in imports.items()}
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle = error.args[1]
            left[circle[1]].discard(circle[0])
            yield circle[::-1]
        else:
            return


def arrows_up(imports: Imports, floors: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Imports from a floor to one above it, or to another room of the same one. floors: the rooms, highest first."""
    height = {room: -number for number, rooms in enumerate(floors) for room in rooms}
    for module, targets in sorted(imports.items()):
        here = module.partition(".")[0]
        for target in sorted(targets):
            there = target.partition(".")[0]
            if here == there or {here, there} & _OUTSIDE or (here, there) in _NEIGHBOURS:
                continue
            if height[there] >= height[here]:
                yield module, target


def lengths(root: Path, rooms: list[str]) -> dict[Path, int]:
    """Lines of each product file that holds code; a package's empty door does not count."""
    found = [*root.glob("*.py"), *(file for room in rooms for file in (root / room).rglob("*.py"))]
    lines = {
        file.relative_to(root): len(file.read_text(encoding="utf-8").splitlines())
        for file in found
        if not file.relative_to(root).as_posix().startswith(_NOT_PRODUCT)
    }
    return {file: count for file, count in lines.items() if count > 1}


def gives_reason(file: Path) -> bool:
    """Whether the file says why it is as long as it is."""
    docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return REASON in docstring.partition("\n\n")[0].lower()


def main(root: Path) -> int:
    """Print the figures, and what is wrong; the exit status."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    rooms: list[str] = settings["root_packages"]
    [layers] = [contract["layers"] for contract in settings["contracts"] if contract["type"] == "layers"]
    imports = imports_of(rooms)
    round_about = [" → ".join(circle) for circle in circles(imports)]
    upward = [
        f"{module} → {target}"
        for module, target in arrows_up(imports, [layer.split(" | ") for layer in layers])
    ]
    lines = lengths(root, rooms)
    median = statistics.median(lines.values())
    long = [
        f"{file}: {count} lines and no reason"
        for file, count in sorted(lines.items())
        if count > MOST_LINES and not gives_reason(root / file)
    ]
    print(
        f"house: {len(round_about)} circles, {len(upward)} arrows up, {len(lines)} files, median {median:.0f} lines, "
        f"{len(long)} above {MOST_LINES} without a reason"
    )
    wrong = [*round_about, *upward, *long]
    if median > MOST_LINES_MEDIAN:
        wrong.append(f"the median file has {median:.0f} lines, more than {MOST_LINES_MEDIAN}")
    for problem in wrong:
        print(f"  {problem}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path.cwd()))
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path.cwd()))
