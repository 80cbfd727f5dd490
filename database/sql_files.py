"""The functions and views of the database: one file each in database/sql, named with its version (decision 0032).

A migration installs them; once released, a file is never edited: its next version is another file.
"""

from pathlib import Path

_FOLDER = Path(__file__).parent / "sql"


def create(name: str) -> str:
    """The statement that creates this function or view, such as "call_facts_v2"."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
