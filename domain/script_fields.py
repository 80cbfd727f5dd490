"""What a script wants to know of each call: fields with a type and a question, and what a call told of them.

How a value is read stands in domain/language/field_values.py.
Found by media/engine/field_answers.py and, with the model, media/live/verdict.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.errors import InvalidInput
from domain.language.phrases import plain_words
from domain.placeholders import check_placeholders

MOST: Final = 12
"""Fields of a script: the model answers all of them in the seconds after a call; chosen by feel."""


class FieldType(StrEnum):
    """What a field's value is; beside each its one written form."""

    TEXT = "text"  # one line
    NUMBER = "number"  # "3.5"
    BOOLEAN = "boolean"  # "true" or "false"
    DATE = "date"  # "2026-12-04", on the person's calendar
    CHOICE = "choice"  # one of the choices, as the script writes it
    PHONE = "phone"  # digits, with a + in front where it was said
    EMAIL = "email"  # small letters


@dataclass(frozen=True, slots=True)
class FieldDefinition:
    """One field of a script. question: what a person is asked who tells it, with {{variables}}; choices: of a choice alone.

    required: the agent asks the question, after the script's own, and a call that reaches the goal without an answer is
    looked at by a person. What is not required is taken down where it is told.
    """

    name: str
    question: str
    type: FieldType = FieldType.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a model read of one field in a talk, as it wrote it; both empty where it was not said."""

    value: str
    evidence: str


@dataclass(frozen=True, slots=True)
class FieldAnswer:
    """What a call told of one field.

    value: in its type's written form, empty where the field is open; evidence: the person's words that tell it;
    decided_by: "rules" or "model", empty where it is open; question: as this person was asked.
    """

    name: str
    type: FieldType
    value: str = ""
    evidence: str = ""
    decided_by: str = ""
    required: bool = False
    question: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody knows the value for certain."""
        return not self.value

    @property
    def typed(self) -> bool | float | str | None:
        """The value as what it is; None where the field is open."""
        if self.is_open:
            return None
        if self.type is FieldType.BOOLEAN:
            return self.value == "true"
        return float(self.value) if self.type is FieldType.NUMBER else self.value


def check_fields(fields: Sequence[FieldDefinition], taken: set[str], pointer: str) -> None:
    """Raises InvalidInput for what would be accepted and not meant; pointer: where they stand in the request.

    taken: keys of the script's questions, whose answers are shown beside the fields.
    """
    names = set(taken)
    for place, field in enumerate(fields):
        at = f"{pointer}/{place}"
        if field.name in names:
            raise InvalidInput(
                "A question or another field has this name, so one of the two would never be seen; give each its own.",
                pointer=f"{at}/name",
                code="duplicate_name",
            )
        if not field.question.strip():
            raise InvalidInput(
                "The question is blank; write what a person is asked.", pointer=f"{at}/question", code="blank"
            )
        check_placeholders(field.question, f"{at}/question")
        _check_choices(field, f"{at}/choices")
        names.add(field.name)


def _check_choices(field: FieldDefinition, pointer: str) -> None:
    if field.type is FieldType.CHOICE and not field.choices:
        raise InvalidInput(
            "A choice needs its choices; name them, or make it a text.", pointer=pointer, code="no_choices"
        )
    if field.type is not FieldType.CHOICE and field.choices:
        raise InvalidInput(
            f"A {field.type} has no choices; take them out, or make it a choice.",
            pointer=pointer,
            code="no_choice",
        )
    said = [plain_words(choice) for choice in field.choices]
    for place, words in enumerate(said):
        if not words or words in said[:place]:
            raise InvalidInput(
                "Choices are told apart by their words; write each with words of its own.",
                pointer=f"{pointer}/{place}",
                code="ambiguous_choice",
            )
