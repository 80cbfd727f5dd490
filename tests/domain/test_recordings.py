"""When a conversation may be recorded, and what counts as a refusal."""

from dataclasses import replace

import pytest

from domain.conversations import ConversationPlan
from domain.identifiers import AccountId, AttemptId, CallId
from domain.recordings import (
    RecordingPermission,
    announces_recording,
    recording_permission,
    refuses_recording,
    unannounced,
)
from domain.scripts import Script
from domain.transcripts import Speaker, Transcript, Turn

HELLO = "Hello, this is Maya from Acme."
ANNOUNCEMENT = "I am an automated assistant, and this call is recorded."
PLAN = ConversationPlan(
    account_id=AccountId("acc_1"),
    call_id=CallId("call_1"),
    attempt_id=AttemptId("call_1-1"),
    campaign_id=None,
    workflow_id="call/direct/call_1",
    opening=f"{HELLO} {ANNOUNCEMENT}",
    announcement=ANNOUNCEMENT,
    record=True,
)


def talk(*lines: str) -> Transcript:
    """A transcript from lines such as "agent: Hello"."""
    parts = [line.partition(": ") for line in lines]
    return tuple(Turn(Speaker(speaker), text, 0, 0) for speaker, _, text in parts)


@pytest.mark.parametrize(
    "transcript, expected",
    [
        ((), RecordingPermission.WAITING),
        (talk("person: Hello?"), RecordingPermission.WAITING),
        (talk(f"agent: {PLAN.opening}"), RecordingPermission.GRANTED),
        (talk(f"agent: {HELLO} I am an automated assistant, and this"), RecordingPermission.WAITING),
        (talk(f"person: {ANNOUNCEMENT}"), RecordingPermission.WAITING),
        (talk(f"agent: {PLAN.opening}", "person: Don't record me."), RecordingPermission.REFUSED),
        (talk("person: Stop recording this.", f"agent: {PLAN.opening}"), RecordingPermission.REFUSED),
    ],
    ids=[
        "nothing said",
        "only they spoke",
        "announced",
        "cut short",
        "said by them",
        "refused",
        "refused first",
    ],
)
def test_recording_waits_for_its_announcement_and_ends_with_a_refusal(
    transcript: Transcript, expected: RecordingPermission
) -> None:
    assert expected is recording_permission(PLAN, transcript)


@pytest.mark.parametrize(
    "changes", [{"record": False}, {"announcement": ""}, {"announcement": "I am a machine."}]
)
def test_what_nobody_wants_or_announces_is_not_recorded(changes: dict[str, object]) -> None:
    plan = replace(PLAN, **changes)  # type: ignore[arg-type]
    assert RecordingPermission.WAITING is recording_permission(
        plan, talk(f"agent: {HELLO} {plan.announcement}")
    )


def test_who_agreed_before_the_call_is_recorded_from_the_first_second() -> None:
    agreed = replace(PLAN, announcement="", recording_consent=True)
    assert RecordingPermission.GRANTED is recording_permission(agreed, ())
    assert RecordingPermission.REFUSED is recording_permission(agreed, talk("person: Don't record this."))
    assert RecordingPermission.WAITING is recording_permission(replace(agreed, record=False), ())


@pytest.mark.parametrize(
    "words",
    [
        "Do not record me.",
        "Please don't record this call!",
        "I don't want to be recorded.",
        "I do not consent to being recorded",
        "Hey, stop recording.",
        "Stop recording me please",
        "Please turn off the recording.",
        "You can't record me",
        "Delete the recording.",
        "I'm not comfortable being recorded.",
        "No me grabe, por favor.",
        "Ich möchte nicht aufgezeichnet werden.",
        "Bitte nicht aufnehmen.",
        "Ne m'enregistrez pas.",
        "Não grave, por favor.",
        "recording mat karo",
    ],
)
def test_a_refusal_is_understood(words: str) -> None:
    assert refuses_recording(words)


@pytest.mark.parametrize(
    "words",
    [
        "Is this recorded?",
        "Yes, you may record me.",
        "I don't record my own calls.",
        "I have no record of that order.",
        "Please leave your name, this message will be recorded.",
        "Do not call me again.",
        "I don't mind.",
        "That is on the record.",
    ],
)
def test_other_words_are_no_refusal(words: str) -> None:
    assert not refuses_recording(words)


@pytest.mark.parametrize(
    "words",
    [
        "This call is recorded.",
        "Esta llamada será grabada.",
        "Dieses Gespräch wird aufgezeichnet.",
        "Cet appel est enregistré.",
        "Esta chamada está sendo gravada.",
        "यह कॉल रिकॉर्ड की जा रही है।",
    ],
)
def test_an_announcement_is_understood_in_each_language(words: str) -> None:
    assert announces_recording(words)


def test_an_operator_is_told_that_a_script_announces_no_recording() -> None:
    script = Script(HELLO, "I am a machine.", "Ask.", (), "", "Bye.")
    said = replace(script, disclosure=ANNOUNCEMENT)
    assert [None, None, None] == [
        unannounced(*case) for case in ((False, script), (False, said), (True, said))
    ]
    assert "does not speak of recording" in str(unannounced(True, script))
