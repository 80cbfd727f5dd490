"""One call as `outbound calls show` tells it: the person's answers first, then how it came about."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from console.answer_times import COLUMNS, TITLE, span_rows
from console.client import Record
from console.screen import Screen, shown
from console.who_answered import disclosure, who_answered

_TOLD_APART: Final = ("attempts", "decisions", "conversations", "summary", "fields")
_ATTEMPTS: Final = ("number", "state", "result", "placing_at", "duration_seconds")


def tell(out: Screen, call: Record) -> None:
    """The call of the API with its attempts, decisions and conversations."""
    for conversation in call["conversations"]:
        _tell_outcome(out, conversation)
    out.record({name: value for name, value in call.items() if name not in _TOLD_APART})
    out.rows(call["attempts"], _ATTEMPTS, "attempts")
    out.heading("decisions")
    out.grid(map(_decision, call["decisions"]))
    for conversation in call["conversations"]:
        _tell_conversation(out, conversation)


def _tell_outcome(out: Screen, conversation: Mapping[str, Any]) -> None:
    """What was told and answered, and the sentence that proves the outcome."""
    if conversation["turns"] and (conversation["summary"] or _is_talk(conversation)):
        out.say(conversation["summary"] or "summary open: the language model could not be asked")
    if conversation["fields"]:
        out.heading("fields")
        out.grid(map(_field, conversation["fields"]), indent=2)
    if conversation["answers"]:
        out.heading("answers")
        out.grid(conversation["answers"].items(), indent=2)
    if conversation["evidence"]:
        out.say(f"outcome {conversation['outcome']}, because: “{conversation['evidence']}”")
    if phrase := conversation.get("callback_phrase"):
        out.say(f"when to call again, in their words: “{phrase}”")
    if agreed := conversation.get("callback_at"):
        out.say(f"a call was agreed on for {shown(agreed)}")


def _is_talk(conversation: Mapping[str, Any]) -> bool:
    """Whether a person said something; an erased talk is none."""
    is_person = conversation["answered_by"] in ("person", "unknown")
    return is_person and any(turn["speaker"] == "person" for turn in conversation["turns"])


def _field(field: Mapping[str, Any]) -> tuple[str, ...]:
    """Its name and value, with the person's words where they are others."""
    if field["value"] is None:
        return field["name"], "open", "(required)" if field["required"] else ""
    value = shown(field["value"])
    return field["name"], value, "" if field["evidence"] == value else f"“{field['evidence']}”"


def _decision(decision: Mapping[str, Any]) -> tuple[str, ...]:
    reasons = "; ".join(reason["text"] for reason in decision["reasons"] or [])
    rests = f" by {decision['consent_id']}" if decision["consent_id"] else ""
    said = f"{decision['verdict']}{rests} ({decision['rule_set']}) {reasons}"
    return shown(decision["decided_at"]), str(decision["channel"]), said


def _tell_conversation(out: Screen, conversation: Mapping[str, Any]) -> None:
    out.heading(f"conversation of attempt {conversation['attempt_id'].rpartition('-')[2]}")
    out.say(who_answered(conversation))
    out.say(f"sentiment {conversation['sentiment']}, language {conversation['language']}")
    out.say(disclosure(conversation))
    out.grid(_said(conversation))
    if answers := span_rows(conversation["turns"]):
        out.rows(answers, COLUMNS, TITLE)


def _said(conversation: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for turn in conversation["turns"]:
        yield f"{turn['began_ms'] / 1000:7.1f} s", str(turn["speaker"]), str(turn["text"])
        for source in turn["sources"]:
            yield "", "", f"from {source['name']}, passage {source['place']}"
