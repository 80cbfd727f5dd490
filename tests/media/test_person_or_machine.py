"""The weighing of evidence: a machine must lead by far, a person by a little, and anything may turn the balance again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversations import AnsweredBy, Evidence
from domain.language.person_or_machine_words import signs
from domain.language.utterance import Utterance
from media.audio.line_sounds import Tone, ToneKind
from media.engine.person_or_machine import Finding, find, of_tone, of_words, person_after_all, with_more

_ANY = st.lists(
    st.builds(
        Evidence,
        st.sampled_from([each for each in AnsweredBy if each is not AnsweredBy.UNKNOWN]),
        st.text("abc", min_size=1, max_size=2),
        st.integers(0, 9_000),
        st.floats(0.5, 8),
    ),
    max_size=12,
)


def test_nothing_noticed_is_unknown() -> None:
    assert Finding(AnsweredBy.UNKNOWN, 0.5) == find(())


def test_a_machine_may_speak_any_language_of_the_agent() -> None:
    """Requirement 215."""
    greeting = "Deje su mensaje después de la señal"
    assert (
        AnsweredBy.UNKNOWN
        is find(of_words(Utterance(greeting, spoken=("en",)), 1_000, whole=True)).answered_by
    )
    assert (
        AnsweredBy.VOICEMAIL
        is find(of_words(Utterance(greeting, spoken=("en", "es-MX")), 1_000, whole=True)).answered_by
    )


@pytest.mark.parametrize(
    "text, language, expected",
    [
        ("Hello?", "en", AnsweredBy.PERSON),
        ("Hang on, who is this?", "en", AnsweredBy.PERSON),
        ("Please leave a message after the tone", "en", AnsweredBy.VOICEMAIL),
        ("For sales, press one", "en", AnsweredBy.IVR),
        ("Record your name and reason for calling", "en", AnsweredBy.SCREENING),
        ("The number you have dialed is not in service", "en", AnsweredBy.UNAVAILABLE),
        ("Bitte hinterlassen Sie eine Nachricht nach dem Signalton", "de", AnsweredBy.VOICEMAIL),
        ("Kein Anschluss unter dieser Nummer", "de", AnsweredBy.UNAVAILABLE),
        ("Para ventas, pulse uno", "es", AnsweredBy.IVR),
        ("Laissez un message après le bip", "fr", AnsweredBy.VOICEMAIL),
        ("Deixe o seu recado após o sinal", "pt", AnsweredBy.VOICEMAIL),
        ("कृपया बीप के बाद अपना संदेश छोड़ें", "hi", AnsweredBy.VOICEMAIL),
        ("I would like to hear more", "en", AnsweredBy.UNKNOWN),
    ],
)
def test_words_say_who_speaks_them(text: str, language: str, expected: AnsweredBy) -> None:
    """Requirement 52."""
    assert expected is find(of_words(Utterance(text, spoken=(language,)), 1_000, whole=True)).answered_by


@pytest.mark.parametrize(
    "kind, expected",
    [
        (ToneKind.BEEP, AnsweredBy.VOICEMAIL),
        (ToneKind.NO_SUCH_NUMBER, AnsweredBy.UNAVAILABLE),
        (ToneKind.BUSY, AnsweredBy.UNAVAILABLE),
        (ToneKind.FAX, AnsweredBy.UNAVAILABLE),
    ],
)
def test_tones_say_who_made_them(kind: ToneKind, expected: AnsweredBy) -> None:
    """Requirement 55."""
    assert expected is find((of_tone(Tone(1_000, 300, kind), 0),)).answered_by


@given(_ANY)
def test_who_speaks_with_us_after_all_is_a_person(noticed: list[Evidence]) -> None:
    evidence = tuple(noticed)
    assert AnsweredBy.PERSON is find((*evidence, person_after_all(evidence, "spoke", 9_000))).answered_by


@given(_ANY)
def test_order_and_repetition_change_nothing(noticed: list[Evidence]) -> None:
    once = with_more((), *noticed)
    assert once == with_more(once, *noticed)
    assert find(once).answered_by is find(reversed(once)).answered_by


@given(_ANY)
def test_confidence_is_a_probability(noticed: list[Evidence]) -> None:
    assert 0 <= find(noticed).confidence <= 1


@given(_ANY)
def test_who_is_not_known_is_known_for_less_than_even(noticed: list[Evidence]) -> None:
    """A call that nobody can tell of is none that somebody is sure of."""
    found = find(noticed)
    is_unknown = found.answered_by is AnsweredBy.UNKNOWN
    assert found.confidence <= 0.5 if is_unknown else found.confidence > 0.8


def test_evidence_never_quotes_what_was_said() -> None:
    """Law 8."""
    assert all("miller" not in each.what for each in signs("You have reached Miller, leave a message", "en"))
