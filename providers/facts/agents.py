"""Whether the vendors have what an agent is made of: what they would refuse, and what they will soon end. Pure."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from domain.conversations import RecogniserName
from domain.language.languages import LANGUAGES
from domain.language.phrases import base_of
from providers.facts import deepgram, elevenlabs
from providers.facts.language_models import calls_tools, is_known, life_of, living_model
from providers.facts.shape import UNENDING

_DEFAULT_VOICE: Final = "default"
_DEFAULT_AURA_LANGUAGE: Final = "en"


class Backup(Protocol):
    """What takes over; empty or None for nothing."""

    @property
    def recogniser(self) -> RecogniserName | None: ...
    @property
    def model(self) -> str: ...
    @property
    def voice(self) -> str: ...
    @property
    def voice_model(self) -> str: ...


class Agent(Protocol):
    """An agent as far as vendors matter."""

    @property
    def recogniser(self) -> RecogniserName: ...
    @property
    def model(self) -> str: ...
    @property
    def voice(self) -> str: ...
    @property
    def voice_model(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def languages(self) -> Sequence[str]: ...
    @property
    def backup(self) -> Backup: ...


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a vendor would refuse, how to mend it, and where it stands (a JSON pointer)."""

    pointer: str
    message: str


def refusals(agent: Agent, today: date, further_models: Collection[str] = ()) -> Iterator[Refusal]:
    """Everything that would be refused. further_models: names that are taken although these facts do not know them."""
    spoken = (agent.language, *agent.languages)
    for place, chosen in (("", agent), ("/backup", agent.backup)):
        if chosen.model and chosen.model not in further_models:
            yield from _of_model(f"{place}/model", chosen.model, today)
        if chosen.voice_model and chosen.voice_model not in further_models:
            yield from _of_voice(place, chosen.voice or _DEFAULT_VOICE, chosen.voice_model, spoken)
        if chosen.recogniser:
            yield from _of_recogniser(f"{place}/recogniser", chosen.recogniser, spoken)


def warnings(agent: Agent, today: date, default_voice: str) -> list[str]:
    """What will soon be ended, or was, and what to use instead. default_voice: ElevenLabs' for agents without one."""
    models = dict.fromkeys(filter(None, (agent.model, agent.backup.model)))
    of_models = [life_of(name).warning(f"The model {name}", today) for name in models]
    return [*filter(None, of_models), *dict.fromkeys(_of_voices(agent, today, default_voice))]


def own_voices(agent: Agent) -> Iterator[tuple[str, str]]:
    """The voices of ElevenLabs that the agent names, which its account has or has not, and where they stand."""
    for place, chosen in (("", agent), ("/backup", agent.backup)):
        if chosen.voice_model.startswith("eleven") and chosen.voice not in ("", _DEFAULT_VOICE):
            yield f"{place}/voice", chosen.voice


def _of_voices(agent: Agent, today: date, default_voice: str) -> Iterator[str]:
    for chosen in (agent, agent.backup):
        if not chosen.voice_model or chosen.voice_model.startswith("aura"):
            continue
        is_default = chosen.voice in ("", _DEFAULT_VOICE)
        name = default_voice if is_default else chosen.voice
        what = f"The default voice {name} (ELEVENLABS_DEFAULT_VOICE)" if is_default else f"The voice {name}"
        if warning := elevenlabs.DEFAULT_VOICES.get(name, UNENDING).warning(what, today):
            yield warning


def _of_model(pointer: str, name: str, today: date) -> Iterator[Refusal]:
    if not is_known(name):
        yield Refusal(
            pointer,
            f"No vendor has a model {name}. Choose one such as gpt-6-luna or claude-haiku-5-5; a model that is newer than "
            "this release, or one's own, is allowed by the setting OUTBOUND_FURTHER_MODELS.",
        )
    elif life_of(name).is_over(today):
        yield Refusal(
            pointer,
            f"{life_of(name).warning(f'The model {name}', today)} Choose {living_model(name, today)}.",
        )
    elif not calls_tools(name):
        yield Refusal(
            pointer,
            f"{name} calls no tools over Chat Completions, as a call needs them. Choose gpt-6.1-terra or gpt-6-luna.",
        )


def _of_voice(place: str, voice: str, model: str, spoken: Sequence[str]) -> Iterator[Refusal]:
    if model.startswith("aura"):
        yield from _of_aura_voice(f"{place}/voice", voice, spoken)
        return
    known = elevenlabs.VOICE_MODELS.get(model)
    if known is None:
        names = ", ".join(elevenlabs.VOICE_MODELS)
        yield Refusal(
            f"{place}/voice_model",
            f"No vendor has a voice model {model}. Choose one of {names} or aura-2; OUTBOUND_FURTHER_MODELS allows others.",
        )
    elif unspoken := [tag for tag in spoken if not known.speaks(tag)]:
        yield Refusal(
            f"{place}/voice_model",
            f"{model} does not speak {_named(unspoken)}. Choose eleven_flash_v2_5 or eleven_v3.",
        )
    if voice != _DEFAULT_VOICE and not elevenlabs.is_voice_id(voice):
        yield Refusal(
            f"{place}/voice",
            f"{voice} is no voice of ElevenLabs, whose ids have twenty letters and digits. Choose one of the account's "
            'voices, or "default".',
        )


def _of_aura_voice(pointer: str, voice: str, spoken: Sequence[str]) -> Iterator[Refusal]:
    speaks = _DEFAULT_AURA_LANGUAGE if voice == _DEFAULT_VOICE else deepgram.aura_language(voice)
    if speaks is None:
        yield Refusal(
            pointer,
            f'{voice} is no voice of Aura. Choose one such as aura-2-thalia-en, or "default", an English one.',
        )
    elif unspoken := [tag for tag in spoken if base_of(tag) != speaks]:
        yield Refusal(
            pointer,
            f"This voice speaks {_named([speaks])}, not {_named(unspoken)}. Choose a voice whose name ends in "
            f"-{base_of(unspoken[0])}, or a voice_model of ElevenLabs.",
        )


def _of_recogniser(pointer: str, recogniser: RecogniserName, spoken: Sequence[str]) -> Iterator[Refusal]:
    unknown = [tag for tag in spoken if not _hears(recogniser, tag, mixed=len(spoken) > 1)]
    if unknown:
        others = [
            each for each in RecogniserName if all(_hears(each, tag, mixed=len(spoken) > 1) for tag in spoken)
        ]
        yield Refusal(
            pointer, f"{recogniser} does not understand {_named(unknown)}. Choose {' or '.join(others)}."
        )


def _hears(recogniser: RecogniserName, language: str, *, mixed: bool) -> bool:
    match recogniser:
        case RecogniserName.FLUX:
            return base_of(language) in deepgram.FLUX_LANGUAGES
        case RecogniserName.NOVA if mixed:
            return base_of(language) in deepgram.NOVA_MIXED
        case RecogniserName.NOVA:
            return deepgram.nova_tag(language) is not None
        case RecogniserName.OPENAI:
            return True


def _named(tags: Sequence[str]) -> str:
    return ", ".join(LANGUAGES.get(base_of(tag), tag) for tag in tags)
