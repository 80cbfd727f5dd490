"""What the agent is to say: the script's content, its variables, and the texts made from it for one lead."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.errors import InvalidInput
from domain.own_outcomes import OutcomeDefinition, check_outcomes
from domain.placeholders import PLACEHOLDER, check_placeholders, variables_in
from domain.plain_text import unmarked
from domain.script_fields import FieldDefinition, FieldType, check_fields

_FEWEST_LETTERS: Final = 5  # of a disclosure that tells anybody anything; chosen by feel

LONGEST_VALUE: Final = 120
"""Characters of a lead's column that are spoken or prompted: more is no name, plan or date; chosen by feel."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a script; expects names the kind of answer: "yes_no", "number", "choice" or "free",
    or what is dictated and said back: "digits", "phone" or "email"."""

    key: str
    text: str
    expects: str = "free"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Objection:
    """What people object, in a few words or as they say it, and what is true about it."""

    objection: str
    answer: str


@dataclass(frozen=True, slots=True)
class Script:
    """One immutable version of a script; texts may carry {{variables}} from the lead's columns.

    opening: the first words, said before anything else; disclosure: what must be said (AI, recording), spoken
    with the opening; instructions: to the model; voicemail: left after the beep, empty for none; closing: the last words;
    screening: who calls and why in one breath, for a machine that asks on the person's behalf, empty for the opening;
    outcomes: what a call may come to beside the built-in outcomes; fields: what is to be known of each call;
    objections: what the agent answers to what people object.
    """

    opening: str
    disclosure: str
    instructions: str
    questions: tuple[Question, ...]
    voicemail: str
    closing: str
    screening: str = ""
    objections: tuple[Objection, ...] = ()
    outcomes: tuple[OutcomeDefinition, ...] = ()
    fields: tuple[FieldDefinition, ...] = ()

    def asked(self) -> tuple[Question, ...]:
        """The questions that the agent asks, in their order: the script's own, then those of its required fields."""
        return (*self.questions, *(question_of(field) for field in self.fields if field.required))

    def texts(self) -> Iterable[str]:
        """Every text that is spoken or prompted."""
        yield from (self.opening, self.disclosure, self.instructions)
        yield from (self.voicemail, self.screening, self.closing)
        yield from (question.text for question in self.questions)
        yield from (field.question for field in self.fields)
        yield from (text for each in self.objections for text in (each.objection, each.answer))

    def variables(self) -> frozenset[str]:
        """The names of all variables the script needs from each lead."""
        return frozenset[str]().union(*map(variables_in, self.texts()))


_EXPECTED: Final = {
    FieldType.TEXT: "free",
    FieldType.NUMBER: "number",
    FieldType.BOOLEAN: "yes_no",
    FieldType.DATE: "date",
    FieldType.CHOICE: "choice",
    FieldType.PHONE: "phone",
    FieldType.EMAIL: "email",
}


def question_of(field: FieldDefinition) -> Question:
    """A field's question as one of the script's."""
    return Question(field.name, field.question, _EXPECTED[field.type], field.choices)


def check_script(script: Script, pointer: str = "") -> None:
    """Raises InvalidInput for what would be accepted and not meant; pointer: where the script stands in the request.

    Every brace belongs to a placeholder, nothing that has to be said is blank, the disclosure discloses something,
    every question is asked, a choice has choices, and its outcomes and fields can be told apart.
    """
    for field in ("opening", "disclosure", "instructions", "voicemail", "screening", "closing"):
        check_placeholders(getattr(script, field), f"{pointer}/{field}")
    for field in ("opening", "instructions", "closing"):
        _check_not_blank(getattr(script, field), f"{pointer}/{field}")
    if len(re.findall(r"[^\W\d_]", PLACEHOLDER.sub("", script.disclosure))) < _FEWEST_LETTERS:
        raise InvalidInput(
            "The disclosure says nothing; write who speaks and what is recorded, such as "
            '"I am an automated assistant, and this call is transcribed."',
            pointer=f"{pointer}/disclosure",
            code="no_disclosure",
        )
    asked: set[str] = set()
    for place, question in enumerate(script.questions):
        _check_question(question, asked, f"{pointer}/questions/{place}")
        asked.add(question.key)
    check_outcomes(script.outcomes, f"{pointer}/outcomes")
    check_fields(script.fields, asked, f"{pointer}/fields")
    for place, objection in enumerate(script.objections):
        for field in ("objection", "answer"):
            check_placeholders(getattr(objection, field), f"{pointer}/objections/{place}/{field}")
            _check_not_blank(getattr(objection, field), f"{pointer}/objections/{place}/{field}")


def _check_question(question: Question, asked: set[str], pointer: str) -> None:
    check_placeholders(question.text, f"{pointer}/text")
    _check_not_blank(question.text, f"{pointer}/text")
    if question.key in asked:
        raise InvalidInput(
            "Another question has this key, so this one would never be asked; give each its own.",
            pointer=f"{pointer}/key",
            code="duplicate_key",
        )
    if question.expects == "choice" and not question.choices:
        raise InvalidInput(
            "A choice needs its choices; name them, or expect free.",
            pointer=f"{pointer}/choices",
            code="no_choices",
        )
    for place, choice in enumerate(question.choices):
        _check_not_blank(choice, f"{pointer}/choices/{place}")


def _check_not_blank(text: str, pointer: str) -> None:
    if not text.strip():
        raise InvalidInput("This text is blank; write what is to be said.", pointer=pointer, code="blank")


def missing_variables(needed: Iterable[str], values: Mapping[str, str]) -> frozenset[str]:
    """The variables this lead has no value for; a lead with any is never dialled."""
    return frozenset(name for name in needed if not short_line(values.get(name, "")))


def short_line(text: str) -> str:
    """What a stranger's text may bring into ours: one line that steers and marks up nothing, at most LONGEST_VALUE characters."""
    return unmarked(text, LONGEST_VALUE)


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with every {{variable}} replaced, in one line each. Raises InvalidInput when a value is missing or empty."""
    return PLACEHOLDER.sub(lambda match: _value_of(match.group(1), values), text)


def _value_of(name: str, values: Mapping[str, str]) -> str:
    found = short_line(values.get(name, ""))
    if not found:
        raise InvalidInput(f"The script needs a value for {name}.", code="missing_variable")
    return found
