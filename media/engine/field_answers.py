"""What a call told of its script's fields: rules on the answers to their questions, and what the model read. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.conversations import ConversationPlan
from domain.language.field_values import (
    Heard,
    agrees,
    is_lately,
    names_year,
    value_said,
    value_written,
)
from domain.language.verdicts import said_by_person
from domain.script_fields import FieldAnswer, FieldDefinition, FieldType, Told
from domain.scripts import Question, question_of
from domain.transcripts import Transcript
from media.engine.script_answers import answers_to

_UNTOLD = Told("", "")


def questions_beside_fields(plan: ConversationPlan) -> tuple[Question, ...]:
    """The plan's questions whose answers are no fields."""
    names = {field.name for field in plan.fields}
    return tuple(each for each in plan.questions if each.key not in names)


def fields_of(
    fields: Sequence[FieldDefinition], transcript: Transcript, heard: Heard, told: Mapping[str, Told]
) -> tuple[FieldAnswer, ...]:
    """Every field with its value, or open. told: what the model read, by the fields' names.

    Rules read what answers a field's own question; where they and the model read different values, nobody knows.
    """
    questions = [question_of(field) for field in fields]
    words = answers_to([replace(each, expects="free") for each in questions], transcript, heard.language)
    dictated = answers_to(questions, transcript, heard.language)
    return tuple(
        _answered(
            field,
            _by_rules(field, words.get(field.name, ""), dictated.get(field.name, ""), heard),
            _by_model(field, told.get(field.name, _UNTOLD), transcript, heard),
        )
        for field in fields
    )


def _answered(field: FieldDefinition, rules: Told, model: Told) -> FieldAnswer:
    answer = FieldAnswer(field.name, field.type, required=field.required, question=field.question)
    if rules.value and model.value and not agrees(field, rules.value, model.value):
        return answer
    by_model = bool(model.value) and (field.type is FieldType.TEXT or not rules.value)
    found = model if by_model else rules
    if not found.value:
        return answer
    return replace(
        answer, value=found.value, evidence=found.evidence, decided_by="model" if by_model else "rules"
    )


def _by_rules(field: FieldDefinition, words: str, dictated: str, heard: Heard) -> Told:
    """dictated: the same answer as it is written, with the corrections that followed."""
    if not words:
        return _UNTOLD
    is_dictated = field.type in (FieldType.PHONE, FieldType.EMAIL) and dictated != words
    value = value_written(field, dictated) if is_dictated else value_said(field, words, heard)
    if field.type is FieldType.DATE and value and not names_year(value, words, heard.language):
        return _UNTOLD  # "on Thursday" may be the last one
    return Told(value, words)


def _by_model(field: FieldDefinition, told: Told, transcript: Transcript, heard: Heard) -> Told:
    """What the model read, if the person said so and rules read nothing else in the same words."""
    if not told.evidence or not said_by_person(told.evidence, transcript):
        return _UNTOLD
    written, said = value_written(field, told.value), value_said(field, told.evidence, heard)
    if field.type is FieldType.DATE and written != said:
        # Rules know days that are still to come; which past one is meant, the question tells.
        is_past = bool(written) and is_lately(written, heard.at)
        is_certain = is_past or (bool(written) and names_year(written, told.evidence, heard.language))
        return Told(written, told.evidence) if is_certain else _UNTOLD
    if said and not agrees(field, said, written):
        return _UNTOLD
    return Told(written, told.evidence)
