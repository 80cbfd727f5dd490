"""What `outbound calls show` prints of who answered."""

from typing import Any

from console.who_answered import disclosure, who_answered


def sign(answered_by: str, what: str, weight: float, at_ms: int) -> dict[str, Any]:
    return {"answered_by": answered_by, "what": what, "weight": weight, "at_ms": at_ms}


def test_the_class_its_confidence_and_every_sign_are_shown() -> None:
    """Requirement 57."""
    evidence = [sign("person", "short greeting", 2.0, 1_240), sign("voicemail", "beep", 8.0, 6_060)]
    shown = {"answered_by": "voicemail", "confidence": 0.998, "answer_evidence": evidence}
    told = "voicemail (100%): short greeting (weak) for person at 1.2 s, beep (strong) at 6.1 s"
    assert told == who_answered(shown)


def test_a_sign_in_somebodys_words_is_told_in_words() -> None:
    evidence = [sign("voicemail", "phrase 4", 4.0, 2_100), sign("voicemail", "carrier", 4.0, 2_500)]
    shown = {"answered_by": "voicemail", "confidence": 0.98, "answer_evidence": evidence}
    told = "voicemail (98%): a typical phrase (strong) at 2.1 s, the carrier says so (strong) at 2.5 s"
    assert told == who_answered(shown)


def test_a_call_in_which_nothing_was_noticed_says_so() -> None:
    shown = {"answered_by": "unknown", "confidence": 0.5, "answer_evidence": []}
    assert "unknown (50%): nothing was noticed" == who_answered(shown)


def test_it_says_by_when_the_disclosure_was_heard() -> None:
    assert "the disclosure was heard by 4.2 s" == disclosure({"disclosed_at_ms": 4_200})
    assert "the disclosure was not heard" == disclosure({"disclosed_at_ms": None})
