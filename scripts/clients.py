"""Generates the clients of the API from api/openapi.json into .outbound/clients: python -m scripts.clients

The generators are pinned: local/locks/openapi_client.lock (into .tools) and clients/typescript/package-lock.json (by npm, which
comes with a Node of our own where the machine has none).
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Final

from local.toolchains import NotHad, install_wheels, node, npm, run

ROOT: Final = Path(__file__).resolve().parent.parent
_DESCRIPTION: Final = ROOT / "api" / "openapi.json"
_SOURCES: Final = ROOT / "clients"


def python_client(to: Path) -> Path:
    """The folder that holds the package outbound_client, and a program that uses it. Raises NotHad."""
    generator = install_wheels("openapi_client")
    folder = to / "python"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(_SOURCES / "python" / "smoke.py", folder)
    run(
        [
            sys.executable,
            "-m",
            "openapi_python_client",
            "generate",
            "--meta=none",
            "--overwrite",
            f"--path={_DESCRIPTION}",
            f"--config={_SOURCES / 'python' / 'config.yaml'}",
            f"--output-path={folder / 'outbound_client'}",
        ],
        PYTHONPATH=str(generator),
    )
    return folder


def typescript_client(to: Path) -> Path:
    """The folder with the types of the API (schema.d.ts) and, compiled, a program that uses them. Raises NotHad."""
    folder = to / "typescript"
    shutil.copytree(_SOURCES / "typescript", folder, dirs_exist_ok=True)
    program = node()
    run(
        [*npm(program), "ci", "--ignore-scripts", "--silent", "--no-audit", "--no-fund", f"--prefix={folder}"]
    )
    programs = folder / "node_modules" / ".bin"
    run(
        [
            str(program),
            str(programs / "openapi-typescript"),
            str(_DESCRIPTION),
            "--default-non-nullable=false",
            "-o",
            str(folder / "schema.d.ts"),
        ]
    )
    run([str(program), str(programs / "tsc"), "--project", str(folder)])
    return folder


def main() -> int:
    to = ROOT / ".outbound" / "clients"
    for made in (python_client, typescript_client):
        try:
            print(f"[clients] {os.path.relpath(made(to), ROOT)}")
        except NotHad as error:
            print(f"[clients] {error}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
