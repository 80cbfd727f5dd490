"""What is to be said of an imported list as a whole, beside what is said of its rows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportNote:
    """One sentence for people, and its code for programs; it names sheets and columns, and repeats nothing of a row."""

    code: str
    message: str
