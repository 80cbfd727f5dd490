"""Every function of the rules and of the voice that reads words, ready to be given a text."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from typing import Any, Final, cast

from domain import (
    callbacks,
    calling_hours,
    email_addresses,
    knowledge,
    lead_consents,
    lead_headings,
    lead_rows,
    number_cells,
    number_plans,
    offered_repairs,
    phone_numbers,
    placeholders,
    places,
    plain_names,
    plain_text,
    pronunciation,
    recordings,
    scripts,
    summaries,
    time_zone_names,
)
from domain.callbacks import parser, standing, tokens
from domain.callbacks.lexicon.english import ENGLISH
from domain.errors import InvalidInput
from domain.identifiers import AttemptId
from domain.language import (
    asides,
    callback_words,
    classifier,
    dictation,
    dictation_repairs,
    features,
    field_values,
    key_words,
    languages,
    lexicon,
    opt_outs_and_goodbyes,
    passing_on,
    person_or_machine_words,
    phrases,
    preferences,
    statements,
    verdicts,
    yes_or_no,
)
from domain.language.utterance import Utterance
from domain.prompts import repeats
from domain.script_fields import FieldDefinition, FieldType
from domain.scripts import Question
from domain.suppressions import evidence_in
from domain.transcripts import Speaker, Transcript, Turn
from media.engine import endless_talk, guards, person_or_machine, reply_clauses, script_answers
from media.engine.conversation import step
from media.engine.events import Hearing, ModelText, Words
from media.engine.state import Conversation, Spoken
from providers.http_streaming import Answer
from providers.messaging import opt_out_keywords
from tests.media.script import Script
from tests.media.situations import answering, asked, listening

Reader = Callable[[str], object]

_NOW: Final = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
_LANGUAGES: Final = ("en", "de")
"""Tables differ, but each of their patterns is tried by itself; what is done with them does not."""

_KINDS: Final = tuple(dictation.Dictated)
_QUESTIONS: Final = (
    Question("number", "What is your number?", "phone"),
    Question("mail", "And your e-mail?", "email"),
)
_FIELDS: Final = tuple(
    FieldDefinition(
        "field", "Which?", kind, choices=("garden room", "suite") if kind is FieldType.CHOICE else ()
    )
    for kind in FieldType
)
_DICTIONARY: Final = {"hello": "hallo", "a": "ay", "one": "won"}


def readers() -> dict[str, Reader]:
    """By module and name; what depends on the language comes once for each."""
    found = dict(_OF_ANY_LANGUAGE)
    for name, reader in _BY_LANGUAGE.items():
        for language in _LANGUAGES:
            found[f"{name} {language}"] = partial(_read_in, language, reader)
    return found


def _read_in(language: str, reader: Callable[[str, str], object], text: str) -> object:
    return reader(text, language)


def _talk(text: str) -> Transcript:
    """A question with these words in it, and an answer of them."""
    return (
        Turn(Speaker.AGENT, f"{text} What is your number?", 0, 900),
        Turn(Speaker.PERSON, text, 1_000, 2_000),
    )


def _answered(text: str, language: str) -> object:
    return script_answers.answers_to(_QUESTIONS, _talk(text), language)


_BY_LANGUAGE: Final[dict[str, Callable[[str, str], object]]] = {
    "domain.language.person_or_machine_words.picked_up": person_or_machine_words.picked_up,
    "domain.language.field_values.names_year": lambda text, language: field_values.names_year(
        "2026-12-04", text, language
    ),
    "domain.language.field_values.value_said": lambda text, language: [
        field_values.value_said(field, text, field_values.Heard((language,), ("Europe/Paris",), _NOW))
        for field in _FIELDS
    ],
    "domain.language.asides.aside": asides.aside,
    "domain.language.asides.is_backchannel": asides.is_backchannel,
    "domain.language.asides.may_be_backchannel": asides.may_be_backchannel,
    "domain.language.passing_on.passes_on": passing_on.passes_on,
    "domain.language.passing_on.calls_out": passing_on.calls_out,
    "domain.language.passing_on.nobody_comes": passing_on.nobody_comes,
    "domain.language.key_words.announces_opt_out_key": lambda text, language: key_words.announces_opt_out_key(
        text, "9", language
    ),
    "domain.language.key_words.wants_digits": lambda text, language: key_words.wants_digits(
        text, "9", language
    ),
    "domain.language.person_or_machine_words.is_one_phrase": person_or_machine_words.is_one_phrase,
    "domain.language.person_or_machine_words.is_hold_announcement": person_or_machine_words.is_hold_announcement,
    "domain.language.person_or_machine_words.records_nothing": person_or_machine_words.records_nothing,
    "domain.language.person_or_machine_words.signs": lambda text, language: person_or_machine_words.signs(
        text, language, whole=True
    ),
    "domain.language.dictation.digits_in": dictation.digits_in,
    "domain.language.dictation_repairs.attempts_in": dictation_repairs.attempts_in,
    "domain.language.dictation.email_in": dictation.email_in,
    "domain.email_addresses.is_email": lambda text, language: email_addresses.is_email(text),
    "domain.language.dictation.value_in": lambda text, language: [
        dictation.value_in(kind, text, language) for kind in _KINDS
    ],
    "domain.language.dictation.is_dictation": lambda text, language: [
        dictation.is_dictation(kind, text, language) for kind in (None, *_KINDS)
    ],
    "domain.language.dictation.is_complete": lambda text, language: [
        dictation.is_complete(kind, text, language) for kind in (None, *_KINDS)
    ],
    "domain.language.preferences.preferences_in": preferences.preferences_in,
    "domain.callbacks.lexicons": lambda text, language: [*callbacks.lexicons(text, (language,))],
    "domain.callbacks.standing.standing_hours": standing.standing_hours,
    "domain.callbacks.standing.refuses": standing.refuses,
    "domain.language.opt_outs_and_goodbyes.is_opt_out": opt_outs_and_goodbyes.is_opt_out,
    "domain.language.opt_outs_and_goodbyes.keeps": opt_outs_and_goodbyes.keeps,
    "domain.language.opt_outs_and_goodbyes.rules_on_contact": opt_outs_and_goodbyes.rules_on_contact,
    "domain.language.statements.stated": statements.stated,
    "domain.language.statements.only_asks_beside": statements.only_asks_beside,
    "domain.language.statements.states_nothing": statements.states_nothing,
    "domain.language.yes_or_no.yes_or_no": yes_or_no.yes_or_no,
    "domain.language.opt_outs_and_goodbyes.is_robot_question": opt_outs_and_goodbyes.is_robot_question,
    "domain.language.opt_outs_and_goodbyes.wants_end": opt_outs_and_goodbyes.wants_end,
    "domain.language.opt_outs_and_goodbyes.may_be_leave": opt_outs_and_goodbyes.may_be_leave,
    "domain.language.opt_outs_and_goodbyes.may_be_robot_question": opt_outs_and_goodbyes.may_be_robot_question,
    "domain.language.opt_outs_and_goodbyes.is_voicemail_greeting": opt_outs_and_goodbyes.is_voicemail_greeting,
    "domain.language.opt_outs_and_goodbyes.is_pickup_phrase": opt_outs_and_goodbyes.is_pickup_phrase,
    "domain.language.opt_outs_and_goodbyes.is_all": lambda text, language: opt_outs_and_goodbyes.is_all(
        text, {"en": ("hello",)}, language
    ),
    "domain.language.verdicts.judge_by_rules": lambda text, language: verdicts.judge_by_rules(
        _talk(text), language
    ),
    "media.engine.script_answers.answers_to": _answered,
    "media.engine.person_or_machine.of_words": lambda text, language: person_or_machine.of_words(
        Utterance(text, spoken=(language,)), 0, whole=True
    ),
    "media.engine.guards.guard": lambda text, language: guards.guard(Utterance(text, language)),
}


def _offered(text: str) -> object:
    return [offered_repairs.offered(text, "US", reason) for reason in number_cells.RefusalReason]


_NUMBER: Final = phone_numbers.PhoneNumber("+14155552671", "US", phone_numbers.NumberKind.MOBILE)


def _lead(text: str) -> object:
    row = dict.fromkeys(
        ("phone", "email", "name", "zone", "country", "state", "zip", "consent", "plan"), text
    )
    mapping = lead_headings.guess_columns(row)
    return [
        lead_rows.lead_of_row(row | {"phone": phone, "email": email}, mapping, default_region="US")
        for phone, email in ((text, ""), ("+14155550123", text), ("+14155550123", ""))
    ]


def _minute(text: str) -> object:
    try:
        return calling_hours.minute_of_day(text)
    except InvalidInput as error:
        return error


def _checked(text: str) -> object:
    try:
        placeholders.check_placeholders(text, "")
    except InvalidInput as error:
        return error
    return None


def _filled(text: str) -> object:
    return scripts.Script(text, text, text, (Question("a", text),), text, text).variables()


@cache
def _state(situation: Callable[[], Script]) -> tuple[Conversation, int]:
    script = situation()
    return script.state, script.now


def _heard(situation: Callable[[], Script]) -> Reader:
    """The engine hears these words grow, and end."""

    def hear(text: str) -> object:
        state, now = _state(situation)
        for hearing in (Hearing.STARTED, Hearing.INTERIM, Hearing.EAGER, Hearing.FINAL):
            state, _ = step(state, Words(hearing, text), now)
        return state

    return hear


def _echoed(text: str) -> object:
    """These words come back, half of them misheard, just after we said them."""
    state, now = _state(listening)
    words = text.split()
    lasts_ms = 350 * len(words)
    spoken = Spoken(text, now, lasts_ms, now + lasts_ms)
    heard = " ".join(f"{word}s" if place % 2 else word for place, word in enumerate(words))
    return step(replace(state, spoken=spoken), Words(Hearing.INTERIM, heard), now + lasts_ms)


def _written(text: str) -> object:
    """The model writes these words."""
    state, now = _state(asked)
    assert state.reply is not None
    return step(state, ModelText(state.reply.number, text), now)


class _Content:
    """A vendor's answer in pieces that end anywhere."""

    def __init__(self, text: str) -> None:
        self._body = text.encode()

    async def iter_any(self) -> AsyncIterator[bytes]:
        """As it comes."""
        for first in range(0, len(self._body), 64):
            yield self._body[first : first + 64]


def _lines(text: str) -> object:
    answer = Answer(cast("Any", type("Response", (), {"content": _Content(text)})))

    async def read() -> list[bytes]:
        return [line async for line in answer.lines()]

    return asyncio.run(read())


def _evidenced(text: str) -> object:
    """A verdict's words are looked for in what was said."""
    return evidence_in(_talk(text), text, _NOW, AttemptId("call_1-1"))


_OF_ANY_LANGUAGE: Final[dict[str, Reader]] = {
    "domain.language.callback_words.said_ms": lambda text: callback_words.said_ms(text, _talk(text)),
    "domain.callbacks.denies_time": callbacks.denies_time,
    "domain.callbacks.mentions_time": callbacks.mentions_time,
    "domain.callbacks.resolve": lambda text: callbacks.resolve(text, ("Europe/Berlin",), _NOW),
    "domain.callbacks.parser.is_surely_in": lambda text: parser.is_surely_in(text, ENGLISH),
    "domain.callbacks.parser.mentions": lambda text: parser.mentions(text, ENGLISH),
    "domain.callbacks.parser.read": lambda text: parser.read(text, ENGLISH),
    "domain.callbacks.tokens.plain": lambda text: tokens.plain(text, ENGLISH),
    "domain.callbacks.tokens.tokens_of": lambda text: tokens.tokens_of(text, ENGLISH),
    "domain.knowledge.passages_in": knowledge.passages_in,
    "domain.language.languages.asked_for": languages.asked_for,
    "domain.suppressions.evidence_in": _evidenced,
    "domain.lead_headings.guess_columns": lambda text: lead_headings.guess_columns([text]),
    "domain.lead_headings.allows": lead_headings.allows,
    "domain.lead_headings.bars": lead_headings.bars,
    "domain.lead_headings.is_status": lead_headings.is_status,
    "domain.lead_headings.plain_heading": lead_headings.plain_heading,
    "domain.lead_headings.says_no_calls": lead_headings.says_no_calls,
    "domain.lead_headings.speaks_of_consent": lead_headings.speaks_of_consent,
    "domain.lead_headings.variable_name": lead_headings.variable_name,
    "domain.lead_headings.is_bare_number": lead_headings.is_bare_number,
    "domain.lead_headings.looks_personal": lead_headings.looks_personal,
    "domain.lead_consents.consents_of": lead_consents.consents_of,
    "domain.lead_rows.lead_of_row": _lead,
    "domain.number_cells.is_nothing": number_cells.is_nothing,
    "domain.number_cells.is_as_written": number_cells.is_as_written,
    "domain.number_cells.plain_number": number_cells.plain_number,
    "domain.offered_repairs.offered": _offered,
    "domain.offered_repairs.repair_of": lambda text: offered_repairs.repair_of(text, _NUMBER),
    "domain.number_plans.quick_number": lambda text: number_plans.quick_number(text, "US"),
    "domain.phone_numbers.parse_number": lambda text: phone_numbers.parse_number(text, "US"),
    "domain.language.phrases.plain_words": phrases.plain_words,
    "domain.language.phrases.spelled_alike": phrases.spelled_alike,
    "domain.language.phrases.says": lambda text: phrases.says(text, ("hello",)),
    "domain.calling_hours.minute_of_day": _minute,
    "domain.plain_names.plain_name": plain_names.plain_name,
    "domain.places.country_named": places.country_named,
    "domain.places.nation_named": lambda text: places.nation_named("GB", text),
    "domain.places.state_named": lambda text: places.state_named("US", text),
    "domain.places.state_of_postcode": lambda text: places.state_of_postcode("US", text),
    "domain.placeholders.check_placeholders": _checked,
    "domain.placeholders.variables_in": placeholders.variables_in,
    "domain.plain_text.one_line": plain_text.one_line,
    "domain.plain_text.unmarked": lambda text: plain_text.unmarked(text, 2_000),
    "domain.plain_text.quotable": lambda text: plain_text.quotable(text, 2_000),
    "domain.scripts.short_line": scripts.short_line,
    "domain.prompts.repeats.names_tool": repeats.names_tool,
    "domain.prompts.repeats.repeats_rules": lambda text: repeats.repeats_rules(text, text[:200]),
    "domain.summaries.summary_in": summaries.summary_in,
    "domain.pronunciation.pronounced": lambda text: pronunciation.pronounced(text, _DICTIONARY),
    "domain.recordings.says_all": lambda text: recordings.says_all(text, text),
    "domain.recordings.announces_recording": recordings.announces_recording,
    "domain.recordings.refuses_recording": recordings.refuses_recording,
    "domain.scripts.fill": _filled,
    "domain.language.phrases.end_of": lambda text: phrases.end_of(text, ("hello",)),
    "domain.language.phrases.without": lambda text: phrases.without(text, ("hello",)),
    "domain.language.dictation_repairs.without_explanations": dictation_repairs.without_explanations,
    "domain.language.classifier.classify": lambda text: classifier.classify(text, "en"),
    "domain.language.lexicon.language_of": lambda text: lexicon.language_of(text, ("en", "es", "hi")),
    "domain.language.features.features": lambda text: features.features(text, "en"),
    "domain.language.opt_outs_and_goodbyes.sounds_like_opt_out": opt_outs_and_goodbyes.sounds_like_opt_out,
    "domain.lead_headings.means_something": lead_headings.means_something,
    "domain.language.opt_outs_and_goodbyes.sentences": opt_outs_and_goodbyes.sentences,
    "domain.language.field_values.value_written": lambda text: [
        field_values.value_written(field, text) for field in _FIELDS
    ],
    "domain.language.verdicts.said_by_person": lambda text: verdicts.said_by_person(text, _talk(text)),
    "domain.time_zone_names.windows_zone": time_zone_names.windows_zone,
    "domain.time_zone_names.zone_named": time_zone_names.zone_named,
    "media.engine.script_answers.asked_in": lambda text: script_answers.asked_in(_QUESTIONS, text),
    "media.engine.reply_clauses.next_clause": lambda text: [
        reply_clauses.next_clause(text, first=first) for first in (True, False)
    ],
    "media.engine.endless_talk.is_hum": endless_talk.is_hum,
    "media.engine.reply_clauses.last_sentence": reply_clauses.last_sentence,
    "media.engine.reply_clauses.same_words": lambda text: reply_clauses.same_words(text, text),
    "media.engine.reply_clauses.words_after": lambda text: reply_clauses.words_after(text, text),
    "media.engine.conversation.step while nobody speaks": _heard(listening),
    "media.engine.conversation.step while we speak": _heard(answering),
    "media.engine.conversation.step while the model writes": _written,
    "media.engine.conversation.step with an echo": _echoed,
    "providers.messaging.opt_out_keywords.wish_in": opt_out_keywords.wish_in,
    "providers.messaging.opt_out_keywords.preferences_written": lambda text: (
        opt_out_keywords.preferences_written(text, datetime(2026, 11, 30, tzinfo=UTC))
    ),
    "providers.http_streaming.Answer.lines": _lines,
}
