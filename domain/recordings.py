"""When a conversation may be recorded: decided from its plan and from what was really said and heard.

Recorded by media/recording/, kept by providers/recordings/, played and deleted by api/calls/recordings.py.
"""

from enum import StrEnum
from typing import Final

from domain.conversations import ConversationPlan
from domain.language.phrases import in_any_language, plain_words, says
from domain.language.tables.every import phrases_of
from domain.scripts import Script
from domain.transcripts import Speaker, Transcript

RECORDING_CONSENT: Final = "recording"
"""The word among a lead's consents that allows it from the first second."""

_ANNOUNCED: Final = in_any_language(phrases_of(lambda one: one.ours.announces_recording))
_REFUSED: Final = in_any_language(phrases_of(lambda one: one.wishes.refuses_recording))


class RecordingPermission(StrEnum):
    """May this conversation be recorded: not yet, from now on, or never, with all that was kept deleted."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"


def recording_permission(plan: ConversationPlan, transcript: Transcript) -> RecordingPermission:
    """Whether the conversation that went so far may be recorded now.

    The plan wants it, the person agreed before the call or heard the announcement to its last word, and has not
    refused. An announcement that was interrupted, or that does not speak of recording, announces nothing: without
    consent such a call is not recorded.
    transcript: of the agent's turns only what was heard.
    """
    if any(turn.speaker is Speaker.PERSON and refuses_recording(turn.text) for turn in transcript):
        return RecordingPermission.REFUSED
    if plan.record and plan.recording_consent:
        return RecordingPermission.GRANTED
    announcement = plain_words(plan.announcement)
    if plan.record and announces_recording(plan.announcement):
        for turn in transcript:
            if turn.speaker is Speaker.AGENT and says_all(turn.text, announcement):
                return RecordingPermission.GRANTED
    return RecordingPermission.WAITING


def unannounced(record: bool, script: Script) -> str | None:
    """What to tell an operator whose calls are to be recorded by a script that does not say so; None if all is well."""
    if not record or announces_recording(script.disclosure):
        return None
    return (
        "The plan records, but the script's disclosure does not speak of recording: only people who agreed before the "
        'call will be recorded. To mend: let the disclosure say it, such as "This call is recorded."'
    )


def says_all(text: str, words: str) -> bool:
    """Whether the text contains these plain words, one after the other."""
    return f" {words} " in f" {plain_words(text)} "


def announces_recording(text: str) -> bool:
    """Whether this text tells a person that the call is recorded."""
    return says(plain_words(text), _ANNOUNCED)


def refuses_recording(text: str) -> bool:
    """Whether the person demands not to be recorded, in whatever language it comes."""
    return says(plain_words(text), _REFUSED)
