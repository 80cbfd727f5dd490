"""Attacks on the model by those whose words it reads: attacks.tsv, a line each.

where: a cell of the list, the lead's name, what is said, a document, or what was said earlier; tries: what the attack is
after; text: JSON, so many times.
"""

import csv
import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Attack:
    """One attack; language "any" for what is no sentence."""

    where: str
    language: str
    tries: str
    text: str

    def at(self, where: str, otherwise: str) -> str:
        """The text where the attack is made, elsewhere this."""
        return self.text if self.where == where else otherwise


def attacks() -> list[Attack]:
    """All of the table, in its order."""
    with (Path(__file__).parent / "attacks.tsv").open(encoding="utf-8", newline="") as table:
        return [
            Attack(row["where"], row["language"], row["tries"], json.loads(row["text"]) * int(row["times"]))
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
