"""What a wish about contact comes to: hours, a way of writing, a rate; what is not understood has no effect."""

from datetime import UTC, datetime, timedelta
from typing import Final

import pytest

from domain.conversations import Verdict
from domain.language.preference_values import preferences_said, value_of, wants_writing_since
from domain.language.preferences import preferences_in
from domain.outcomes import BusinessOutcome
from domain.preferences import (
    PreferenceKind,
    PreferenceValue,
    SaidPreference,
    WritingChannel,
    hours_as_text,
    value_as_json,
    value_of_json,
)
from domain.transcripts import Speaker, Turn

NOON: Final = datetime(2026, 11, 30, 12, tzinfo=UTC)
EVERY_DAY: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORKDAYS, WEEKEND = EVERY_DAY[:5], EVERY_DAY[5:]
ALL_DAY: Final = "00:00-24:00"


def hours_of(text: str, language: str) -> dict[str, list[str]] | None:
    """The hours that a sentence leaves, by its only wish about when; None where it has no effect."""
    (wish,) = (one for one in preferences_in(text, language) if one.kind is PreferenceKind.WHEN)
    value = value_of(wish, language)
    return None if value is None or value.hours is None else hours_as_text(value.hours)


def daily(*windows: str, days: tuple[str, ...] = EVERY_DAY) -> dict[str, list[str]]:
    return {day: list(windows) for day in days}


HOURS: Final = [
    ("en", "Don't call me back before five.", daily("17:00-24:00")),
    ("en", "Please call me only after six pm.", daily("18:00-24:00")),
    ("en", "No calls after nine, please.", daily("00:00-21:00")),
    ("en", "Never before ten.", daily("10:00-24:00")),
    ("en", "Please don't call before eight in the morning.", daily("08:00-24:00")),
    ("en", "Call me only between nine and twelve.", daily("09:00-12:00")),
    ("en", "Don't call me between twelve and two.", daily("00:00-12:00", "14:00-24:00")),
    ("en", "Please don't call in the mornings.", daily("12:00-24:00")),
    ("en", "Evenings are better.", daily("17:00-21:00")),
    ("en", "Call me only on the weekend.", daily(ALL_DAY, days=WEEKEND)),
    ("en", "Weekdays are best.", daily(ALL_DAY, days=WORKDAYS)),
    ("en", "Please don't call me on Sundays.", daily(ALL_DAY, days=EVERY_DAY[:6])),
    ("en", "Never call me on Mondays or Fridays.", daily(ALL_DAY, days=("tue", "wed", "thu", "sat", "sun"))),
    ("en", "Only call me on Mondays and Wednesdays after two.", daily("14:00-24:00", days=("mon", "wed"))),
    ("en", "Any time but Monday.", daily(ALL_DAY, days=EVERY_DAY[1:])),
    ("de", "Rufen Sie mich bitte nicht vor zehn an.", daily("10:00-24:00")),
    ("de", "Nur am Wochenende.", daily(ALL_DAY, days=WEEKEND)),
    ("de", "Morgens bitte nicht.", daily("12:00-24:00")),
    ("de", "Keine Anrufe nach 20 Uhr.", daily("00:00-20:00")),
    ("de", "Bitte immer nur abends.", daily("17:00-21:00")),
    ("es", "No me llame antes de las cinco.", daily("17:00-24:00")),
    ("es", "Solo los fines de semana.", daily(ALL_DAY, days=WEEKEND)),
    ("es", "No me llamen después de las nueve de la noche.", daily("00:00-21:00")),
    ("es", "Los domingos no me llame.", daily(ALL_DAY, days=EVERY_DAY[:6])),
    ("fr", "Ne m'appelez pas avant dix heures.", daily("10:00-24:00")),
    ("fr", "Seulement le week-end.", daily(ALL_DAY, days=WEEKEND)),
    ("fr", "Jamais après vingt heures.", daily("00:00-20:00")),
    ("pt", "Não me ligue antes das cinco.", daily("17:00-24:00")),
    ("pt", "Não liguem depois das nove da noite.", daily("00:00-21:00")),
    ("pt", "Aos domingos não.", daily(ALL_DAY, days=EVERY_DAY[:6])),
    ("hi", "Subah call mat karo.", daily("12:00-24:00")),
    ("hi", "Sirf shaam ko call karo.", daily("16:00-20:00")),
    ("hi", "Raat nau baje ke baad call mat karo.", daily("00:00-21:00")),
    ("hi", "सुबह फोन मत करो", daily("12:00-24:00")),
]


@pytest.mark.parametrize(("language", "text", "hours"), HOURS)
def test_when_somebody_wants_to_be_called_is_hours_of_their_week(
    language: str, text: str, hours: dict[str, list[str]]
) -> None:
    assert hours == hours_of(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Don't call me at work.",
        "Stop calling so early.",
        "Please call me after six.",
        "Don't call during meetings.",
    ],
)
def test_hours_that_are_not_understood_or_are_of_one_call_have_no_effect(text: str) -> None:
    (wish,) = preferences_in(text, "en")
    value = value_of(wish, "en")
    assert value == PreferenceValue(PreferenceKind.WHEN)
    assert not value.has_effect


@pytest.mark.parametrize(
    ("language", "text", "hours"),
    [
        ("en", "we don't answer on friday evenings", {**daily("00:00-24:00"), "fri": ["00:00-17:00"]}),
        ("de", "nach 20 Uhr bitte keine Anrufe", daily("00:00-20:00")),
        ("es", "dejen de llamarme de noche", daily("00:00-18:00")),
        ("es", "antes de las nueve no", daily("09:00-24:00")),
        ("pt", "nada de ligação no domingo por favor", daily(ALL_DAY, days=EVERY_DAY[:6])),
        ("en", "not in the morning not in the evening not ever", None),
        ("es", "no me llamen tan tarde", None),
        ("pt", "não me telefone aos fins de semana", None),
        ("pt", "eu trabalho à noite então de manhã eu durmo não liguem", None),
        ("hi", "शनिवार रविवार को फोन मत कीजिए", None),
    ],
)
def test_what_is_refused_is_never_taken_for_what_is_wished(
    language: str, text: str, hours: dict[str, list[str]] | None
) -> None:
    """Where the grammar does not know what a denial reaches, nothing is understood."""
    assert hours == hours_of(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Please don't call me tomorrow."),
        ("en", "Don't call me this weekend."),
        ("en", "Please call me on Monday, the 3rd of December."),
        ("de", "Bitte nicht heute."),
    ],
)
def test_what_is_about_one_day_is_no_standing_wish(language: str, text: str) -> None:
    assert [None] == [
        value_of(wish, language) for wish in preferences_in(text, language)
    ] or not preferences_in(text, language)


@pytest.mark.parametrize(
    ("language", "text", "channels"),
    [
        ("en", "Text me instead.", ["sms"]),
        ("en", "Please don't call, email me.", ["email"]),
        ("en", "I prefer WhatsApp.", ["whatsapp"]),
        ("en", "I'd rather get a text or an email.", ["sms", "email"]),
        ("en", "Please put it in a letter, I prefer writing.", []),
        ("de", "Schreiben Sie mir lieber eine E-Mail.", ["email"]),
        ("de", "Lieber per SMS.", ["sms"]),
        ("es", "Prefiero que me escriban por WhatsApp.", ["whatsapp"]),
        ("fr", "Écrivez-moi plutôt par mail.", ["email"]),
        ("pt", "Prefiro por mensagem.", []),
        ("hi", "Sirf WhatsApp karo.", ["whatsapp"]),
    ],
)
def test_who_wants_writing_may_name_the_way(language: str, text: str, channels: list[str]) -> None:
    (wish,) = (one for one in preferences_in(text, language) if one.kind is PreferenceKind.WRITING)
    assert PreferenceValue(wish.kind, channels=tuple(map(WritingChannel, channels))) == value_of(
        wish, language
    )


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Once a week is enough.", 7),
        ("en", "Call me twice a month at most.", 15),
        ("en", "Don't call me more than once a day.", 1),
        ("en", "Every other week is fine.", 14),
        ("en", "Don't call me every day.", None),
        ("en", "You call too often.", None),
        ("en", "don't call every day once a week is enough", 7),
        ("es", "como mucho una vez a la semana", 7),
        ("es", "no me llamen tres veces al día", None),
        ("de", "Einmal im Monat reicht.", 30),
        ("de", "Alle zwei Wochen genügt.", 14),
        ("de", "Bitte nicht jeden Tag.", None),
        ("es", "Con una vez por semana basta.", 7),
        ("fr", "Pas plus d'une fois par semaine.", 7),
        ("pt", "No máximo uma vez por mês.", 30),
        ("hi", "Mahine mein ek baar kaafi hai.", 30),
        ("hi", "हफ्ते में एक बार काफी है", 7),
    ],
)
def test_how_often_is_a_gap_between_two_talks(language: str, text: str, days: float | None) -> None:
    (wish,) = (one for one in preferences_in(text, language) if one.kind is PreferenceKind.HOW_OFTEN)
    gap = None if days is None else timedelta(days=days)
    assert PreferenceValue(wish.kind, gap=gap) == value_of(wish, language)


def said(*turns: str, verdict: Verdict | None = None) -> dict[PreferenceKind, SaidPreference]:
    """The preferences of a conversation in which a person said these turns, ten seconds each."""
    transcript = tuple(
        Turn(Speaker.PERSON, text, place * 10_000, (place + 1) * 10_000) for place, text in enumerate(turns)
    )
    found = preferences_said(transcript, verdict or Verdict(BusinessOutcome.NONE), NOON, "en")
    assert len({one.value.kind for one in found}) == len(found)
    return {one.value.kind: one for one in found}


def hours_said(*turns: str) -> dict[str, list[str]]:
    hours = said(*turns)[PreferenceKind.WHEN].value.hours
    assert hours is not None
    return hours_as_text(hours)


def test_a_preference_is_kept_with_the_words_and_their_moment() -> None:
    wish = said("Hello?", "Who is it? Text me instead.")[PreferenceKind.WRITING]
    assert "Text me instead." == wish.phrase
    assert NOON + timedelta(seconds=20) == wish.said_at


def test_hours_of_several_wishes_hold_together() -> None:
    assert daily("10:00-24:00", days=EVERY_DAY[:6]) == hours_said(
        "Never before ten. And don't call on Sundays."
    )


def test_what_is_said_again_is_kept_once() -> None:
    assert "Never before ten." == said("Never before ten.", "Never before ten.")[PreferenceKind.WHEN].phrase


def test_hours_that_leave_none_with_those_before_take_their_place() -> None:
    assert daily("18:00-24:00") == hours_said("Call me only before noon.", "No, call me only after six pm.")


@pytest.mark.parametrize(
    ("text", "has_effect"),
    [
        ("Please put it in a letter, I prefer writing.", True),
        ("Never before ten.", True),
        ("Once a month is enough.", True),
        ("Don't call me at work.", False),
    ],
)
def test_what_is_understood_is_honoured(text: str, has_effect: bool) -> None:
    """Who wants writing is not called, whether or not they named the way."""
    assert [has_effect] == [wish.value.has_effect for wish in said(text).values()]


def test_a_wish_that_is_not_understood_takes_nothing_away() -> None:
    assert daily("10:00-24:00") == hours_said("Never before ten.", "And don't call me at work.")


def test_what_only_tells_when_the_promised_call_shall_be_is_no_preference() -> None:
    """That call is planned by its promise."""
    asked = Verdict(
        BusinessOutcome.CALLBACK, "Please call me after six.", callback_phrase="Please call me after six."
    )
    assert {} == said("Please call me after six.", verdict=asked)


def test_a_time_for_every_call_within_a_promise_is_a_preference_all_the_same() -> None:
    words = "Call me tomorrow. Please always call after six pm."
    asked = Verdict(BusinessOutcome.CALLBACK, words, callback_phrase=words)
    assert PreferenceKind.WHEN in said(words, verdict=asked)


@pytest.mark.parametrize(
    ("said_last", "wants"), [("Actually, call me at three.", False), ("Text me instead.", True)]
)
def test_who_asks_for_a_call_after_wanting_writing_is_called(said_last: str, wants: bool) -> None:
    turns = tuple(
        Turn(Speaker.PERSON, text, place * 1000, place * 1000 + 900)
        for place, text in enumerate(("Call me at three.", "Text me instead.", said_last))
    )
    promised = "Actually, call me at three." if not wants else "Call me at three."
    assert wants is wants_writing_since(promised, turns, "en")


def test_the_agent_wishes_nothing() -> None:
    transcript = (Turn(Speaker.AGENT, "Shall I text you instead? Once a week is enough.", 0, 1000),)
    assert () == preferences_said(transcript, Verdict(BusinessOutcome.NONE), NOON, "en")


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, text, _ in HOURS[:12]])
def test_a_value_is_kept_as_it_is(language: str, text: str) -> None:
    for wish in preferences_in(text, language):
        value = value_of(wish, language)
        assert value is not None
        assert value == value_of_json(wish.kind, value_as_json(value))
