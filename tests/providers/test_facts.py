"""The dated facts of vendors against what the vendors' own clients say: a newer client tells when they have grown old."""

import inspect
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from types import ModuleType
from typing import Final

import pytest
from anthropic._data.deprecated_models import DEPRECATED_MODELS
from anthropic.types import model_param
from openai.types.realtime import audio_transcription, realtime_session_create_request
from openai.types.shared import chat_model

from domain.conversations import Backup, ConversationPlan, RecogniserName
from domain.language.languages import LANGUAGES
from providers.facts import anthropic, deepgram, elevenlabs, hubspot, openai
from providers.facts.agents import refusals, warnings
from providers.facts.shape import UNENDING, WARNED_FOR, Life, living
from simulators.language_model.claude_models import CLAUDE_MODELS
from simulators.language_model.models import CHAT_MODELS
from simulators.realtime_models import REALTIME, TRANSCRIPTION
from startup.settings import Settings

_ENDS: Final = re.compile(r'((?:"[\w.-]+",?\s+)+)Announced\s+shutdown\s+date:\s+(\d{4}-\d{2}-\d{2})')
_ORDINAL: Final = re.compile(r"(?<=\d)(st|nd|rd|th)")


def announced(module: ModuleType) -> dict[str, date]:
    """The ends that OpenAI's client states beside a list of models."""
    plain = re.sub(r"\s+", " ", inspect.getsource(module).replace('":', '"'))
    return {
        name: date.fromisoformat(day)
        for names, day in _ENDS.findall(plain)
        for name in re.findall(r'"([\w.-]+)"', names)
    }


def ends_of(known: Mapping[str, Life]) -> dict[str, date]:
    return {name: life.ends_on for name, life in known.items() if life.ends_on}


@pytest.mark.parametrize(
    "module, known",
    [
        (chat_model, {name: model.life for name, model in openai.CHAT_MODELS.items()}),
        (audio_transcription, openai.TRANSCRIPTION_MODELS),
        (realtime_session_create_request, openai.REALTIME_MODELS),
    ],
    ids=["chat", "transcription", "realtime"],
)
def test_openais_client_announces_the_ends_that_we_know(
    module: ModuleType, known: Mapping[str, Life]
) -> None:
    told = announced(module)
    assert told
    assert ends_of(known) == {name: day for name, day in told.items() if name in known}


def test_openais_client_has_the_models_that_we_know() -> None:
    listed = set(re.findall(r'"([\w.-]+)"', inspect.getsource(chat_model)))
    assert set() == set(openai.CHAT_MODELS) - listed


def test_anthropics_client_announces_the_ends_that_we_know() -> None:
    told = {
        name: datetime.strptime(f"{_ORDINAL.sub('', day)} +0000", "%B %d, %Y %z").date()
        for name, day in DEPRECATED_MODELS.items()
    }
    known = {name: model.life for name, model in anthropic.CLAUDE_MODELS.items()}
    assert ends_of(known) == {name: day for name, day in told.items() if name in known}
    listed = set(re.findall(r'"([\w.-]+)"', inspect.getsource(model_param)))
    assert set() == set(known) - listed


def test_the_simulated_vendors_sell_what_we_know_and_end_it_on_the_same_days() -> None:
    """Their data is their own; it may not say something else."""
    assert {name: model.life.ends_on for name, model in openai.CHAT_MODELS.items()} == {
        name: model.ends_on for name, model in CHAT_MODELS.items()
    }
    assert {name: model.life.ends_on for name, model in anthropic.CLAUDE_MODELS.items()} == {
        name: model.ends_on for name, model in CLAUDE_MODELS.items()
    }
    for known, sold in ((openai.REALTIME_MODELS, REALTIME), (openai.TRANSCRIPTION_MODELS, TRANSCRIPTION)):
        assert {name: life.ends_on for name, life in known.items()} == {name: sold[name] for name in known}


def test_an_end_is_warned_of_in_time_and_by_its_successor() -> None:
    end = date(2027, 1, 14)
    life = Life(end, "b")
    assert "a will be ended by its vendor on 2027-01-14; use b instead." == life.warning(
        "a", end - WARNED_FOR
    )
    assert life.warning("a", date(2026, 10, 15)) is None
    assert "a was ended by its vendor on 2027-01-14; use b instead." == life.warning("a", date(2027, 1, 14))
    assert UNENDING.warning("a", date.max) is None


def test_a_successor_that_has_ended_as_well_leads_on() -> None:
    lives = {"a": Life(date(2026, 1, 1), "b"), "b": Life(date(2027, 1, 1), "c"), "c": UNENDING}
    assert ["b", "c"] == [living("a", lives.__getitem__, date(year, 6, 1)) for year in (2026, 2027)]


def test_no_default_has_an_announced_end() -> None:
    chosen = Settings().openai
    assert {UNENDING} == {
        openai.CHAT_MODELS[plan().model].life,
        openai.TRANSCRIPTION_MODELS[chosen.transcription_model],
        openai.REALTIME_MODELS[chosen.realtime_model],
    }


def test_the_crms_version_outlives_those_before_it() -> None:
    default = hubspot.VERSIONS[Settings().hubspot.version].ends_on
    assert default == max(life.ends_on for life in hubspot.VERSIONS.values() if life.ends_on)


def plan(language: str = "en", recogniser: RecogniserName = RecogniserName.FLUX) -> ConversationPlan:
    """What a conversation is held by that nobody has chosen anything for."""
    return ConversationPlan("a", "c", "t", None, "w", language=language, recogniser=recogniser)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("recogniser", RecogniserName)
def test_every_language_of_the_house_can_be_heard_and_spoken_by_default(
    language: str, recogniser: RecogniserName
) -> None:
    assert [] == list(refusals(plan(language, recogniser), date(2026, 11, 29)))


@pytest.mark.parametrize(
    "language, recogniser, voice_model, refused",
    [
        ("ta", RecogniserName.FLUX, "eleven_flash_v2_5", ["/recogniser nova or openai"]),
        ("ta", RecogniserName.NOVA, "eleven_flash_v2_5", []),
        ("et", RecogniserName.NOVA, "eleven_flash_v2_5", ["/voice_model eleven_v3"]),
        ("et", RecogniserName.OPENAI, "eleven_v3", []),
        ("cy", RecogniserName.NOVA, "eleven_v3", ["/recogniser openai"]),
        ("nl-BE", RecogniserName.FLUX, "eleven_multilingual_v2", []),
        ("no", RecogniserName.NOVA, "eleven_multilingual_v2", ["/voice_model eleven_flash_v2_5"]),
    ],
)
def test_ears_and_voices_are_refused_languages_that_they_do_not_know(
    language: str, recogniser: RecogniserName, voice_model: str, refused: list[str]
) -> None:
    """Languages beyond those of the house, for which there may be phrases one day."""
    agent = replace(plan(language, recogniser), voice_model=voice_model)
    found = list(refusals(agent, date(2026, 11, 29)))
    assert [each.split(" ", 1)[0] for each in refused] == [each.pointer for each in found]
    for each, said in zip(refused, found, strict=True):
        assert each.split(" ", 1)[1] in said.message


@pytest.mark.parametrize(
    "recogniser, languages, refused, others",
    [
        (RecogniserName.FLUX, ("es",), False, ""),
        (RecogniserName.NOVA, ("es",), False, ""),
        (RecogniserName.NOVA, ("ur",), True, "Choose openai."),
        (RecogniserName.FLUX, ("es", "ur"), True, "Choose openai."),
        (RecogniserName.OPENAI, ("ur",), False, ""),
    ],
)
def test_who_may_speak_several_languages_is_heard_in_all_of_them_at_once(
    recogniser: RecogniserName, languages: tuple[str, ...], refused: bool, others: str
) -> None:
    """A recogniser may know a language alone and not beside another."""
    agent = replace(plan("en", recogniser), languages=languages, voice_model="eleven_v3")
    found = list(refusals(agent, date(2026, 11, 29)))
    assert ["/recogniser"] * refused == [each.pointer for each in found]
    assert all(others in each.message for each in found)


def test_the_end_of_a_backups_model_is_told_as_well_and_each_once() -> None:
    today, ends = date(2026, 12, 1), "gpt-4o-mini"
    own, backup = replace(plan(), model=ends), replace(plan(), backup=Backup(model=ends))
    both = replace(own, backup=Backup(model=ends))
    assert [1, 1, 1] == [len(warnings(agent, today, "x")) for agent in (own, backup, both)]
    assert [] == warnings(plan(), today, "x")


def test_a_language_is_heard_as_it_is_spoken_in_its_region_where_that_is_known() -> None:
    heard = [deepgram.nova_tag(tag) for tag in ("en-GB", "pt-BR", "es-MX", "cy")]
    assert ["en-GB", "pt-BR", "es", None] == heard


def test_lists_of_languages_are_tags() -> None:
    tag = re.compile(r"^[a-z]{2,3}(-([A-Z]{2}|\d{3}))?$")
    listed = {
        *deepgram.FLUX_LANGUAGES,
        *deepgram.NOVA_LANGUAGES,
        *deepgram.NOVA_MIXED,
        *(tag for model in elevenlabs.VOICE_MODELS.values() for tag in model.languages),
    }
    assert [] == [each for each in listed if not tag.match(each)]
