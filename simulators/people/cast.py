"""Who stands behind which number, and who of them answers this time.

What a person's file says: person.py; the files: examples/people/.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from simulators.people.person import Person


class UnknownPerson(LookupError):
    """There is no person of this name."""


class BadPeopleFile(ValueError):
    """A data file of people could not be read; the message names the file and the field."""


class Cast:
    """The people of one world and the numbers they answer.

    A number's person is, in this order: the one assigned while running, the one in the cast file, the one
    whose own file lists the number, the one whose longest ending (*07 in the cast file) fits, the default.
    """

    def __init__(
        self, people: Iterable[Person], *, default: str, numbers: Mapping[str, str] | None = None
    ) -> None:
        self._people = {person.name: person for person in people}
        self._behind: dict[str, Person] = {}
        self._endings: dict[str, Person] = {}
        self._dials: dict[str, int] = {}
        for person in self._people.values():
            self._behind.update(dict.fromkeys(person.numbers, person))
        for number, name in (numbers or {}).items():
            table = self._endings if number.startswith("*") else self._behind
            table[number.removeprefix("*")] = self.named(name)
        self._default = self.named(default)
        for person in self._people.values():
            self._check_attempts(person)

    def named(self, name: str) -> Person:
        """The person of this name; raises UnknownPerson, which lists the names there are."""
        try:
            return self._people[name]
        except KeyError:
            raise UnknownPerson(f"no person {name!r}; there are {', '.join(sorted(self._people))}") from None

    def names(self) -> list[str]:
        """All names, sorted."""
        return sorted(self._people)

    def assign(self, number: str, person: str | Person) -> None:
        """From the next dial on this person stands behind the number, and its attempts begin anew.

        Raises UnknownPerson.
        """
        chosen = self.named(person) if isinstance(person, str) else person
        self._check_attempts(chosen)
        self._behind[number] = chosen
        self._dials.pop(number, None)

    def behind(self, number: str) -> Person:
        """Who would answer the next dial to this number."""
        person = self._behind.get(number) or self._by_ending(number) or self._default
        return self._at_attempt(person, self._dials.get(number, 0))

    def dialled(self, number: str) -> tuple[Person, int]:
        """Count one dial to the number; answer who picks up and which dial it was (from 1)."""
        person = self.behind(number)
        self._dials[number] = self._dials.get(number, 0) + 1
        return person, self._dials[number]

    def forget_dials(self) -> None:
        """Let every number's attempts begin anew."""
        self._dials.clear()

    def _by_ending(self, number: str) -> Person | None:
        fitting = [ending for ending in self._endings if number.endswith(ending)]
        return self._endings[max(fitting, key=len)] if fitting else None

    def _check_attempts(self, person: Person) -> None:
        for name in person.attempts:
            self.named(name)

    def _at_attempt(self, person: Person, before: int) -> Person:
        if not person.attempts:
            return person
        return self.named(person.attempts[min(before, len(person.attempts) - 1)])


def read_cast(folder: Path, *, default: str, cast_file: Path | None = None) -> Cast:
    """The cast of a folder of person files (*.yaml; cast.yaml maps numbers to names).

    Raises BadPeopleFile or UnknownPerson.
    """
    chosen = cast_file or folder / "cast.yaml"
    people = [_read_person(path) for path in sorted(folder.glob("*.yaml")) if path.name != "cast.yaml"]
    numbers = _read_yaml(chosen) if chosen.exists() else {}
    return Cast(people, default=default, numbers={str(k): str(v) for k, v in numbers.items()})


def _read_person(path: Path) -> Person:
    try:
        return Person.model_validate({"name": path.stem, **_read_yaml(path)})
    except ValidationError as error:
        raise BadPeopleFile(f"{path}: {error}") from error


def _read_yaml(path: Path) -> dict[str, Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BadPeopleFile(f"{path}: {error}") from error
    if not isinstance(content, dict):
        raise BadPeopleFile(f"{path}: expected a mapping of fields at the top")
    return content
