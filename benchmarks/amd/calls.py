"""Labelled calls from a seed: what comes down the line from the pick-up on, and what a recogniser would make of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.amd import sounds
from benchmarks.amd.lines import any_line, over
from benchmarks.amd.sayings import Sayings
from benchmarks.amd.sounds import PER_MS, Sound
from domain.conversations import AnsweredBy
from media.engine.events import Hearing, Words

WORD_ERRORS: Final = 0.15
OPENING_MS: Final = 4_000
"""How long our own opening lasts; persons answer it."""

_AFTER_MS: Final = 3_500  # of line after the last sound
_PERSONS: Final = {
    "hello": 0.51, "named": 0.15, "business": 0.12, "again": 0.1, "silent": 0.06, "chatty": 0.05, "long": 0.01,
}  # fmt: skip
_MACHINES: Final = {
    AnsweredBy.VOICEMAIL: 0.62,
    AnsweredBy.IVR: 0.14,
    AnsweredBy.SCREENING: 0.1,
    AnsweredBy.UNAVAILABLE: 0.14,
}
# Networks and menus say what they have to say more than once.
_SAID_AGAIN: Final = {AnsweredBy.UNAVAILABLE: 0.9, AnsweredBy.IVR: 0.9}


@dataclass(frozen=True, slots=True)
class Call:
    """One labelled call: µ-law at 8 kHz; beep_at_ms is where the beep begins; words with the times they are known."""

    name: str
    answered_by: AnsweredBy
    language: str
    audio: bytes
    first_sound_ms: int
    greeting_end_ms: int | None = None
    beep_at_ms: int | None = None
    beep_ends_ms: int | None = None
    words: tuple[tuple[int, Words], ...] = ()


@dataclass
class _Track:
    """A call in the making: pieces of sound one after another, and which sentence sounds when."""

    voice: str
    pace: int
    pieces: list[Sound] = field(default_factory=list)
    spoken: list[tuple[str, float, float]] = field(default_factory=list)
    samples: int = 0

    @property
    def now(self) -> float:
        return self.samples / PER_MS

    def add(self, sound: Sound) -> None:
        self.pieces.append(sound)
        self.samples += sound.size

    def say(self, text: str, dice: np.random.Generator) -> None:
        """Sentences with short pauses between them, and longer ones at a bar."""
        for place, part in enumerate(text.split("|")):
            if place:
                self.add(sounds.silence(dice.uniform(1_000, 1_900)))
            for number, sentence in enumerate(re.split(r"(?<=[.?!।])\s+", part.strip())):
                if number:
                    self.add(sounds.silence(dice.uniform(200, 480)))
                began = self.now
                self.add(sounds.speech(sentence, self.voice, self.pace))
                self.spoken.append((sentence, began, self.now))


def persons(half: str, count: int, seed: int) -> Iterator[Call]:
    """Calls that a person answers."""
    sayings = Sayings.read(half)
    for number in range(count):
        yield _person(sayings, np.random.default_rng((seed, 1, number)), number)


def machines(half: str, count: int, seed: int) -> Iterator[Call]:
    """Calls that a machine answers, of the four classes."""
    sayings = Sayings.read(half)
    for number in range(count):
        yield _machine(sayings, np.random.default_rng((seed, 2, number)), number)


def _person(sayings: Sayings, dice: np.random.Generator, number: int) -> Call:
    kind = str(dice.choice(list(_PERSONS), p=list(_PERSONS.values())))
    spoken_kind = "hello" if kind == "silent" else kind
    language = sayings.language(dice, "person", spoken_kind)
    track = _track(sayings, dice, language)
    track.add(sounds.silence(dice.uniform(7_000, 11_000) if kind == "silent" else dice.gamma(2.5, 250) + 60))
    first = track.now
    track.say(sayings.text(dice, language, "person", spoken_kind), dice)
    ends = track.now
    if dice.random() < 0.5:
        track.add(sounds.silence(max(1_000.0, OPENING_MS - track.now + dice.uniform(0, 900))))
        track.say(sayings.text(dice, language, "person", "answers"), dice)
    return _call(
        sayings, track, dice, f"{kind}-{number}", AnsweredBy.PERSON, language, first, greeting_end=ends
    )


def _machine(sayings: Sayings, dice: np.random.Generator, number: int) -> Call:
    answered_by = AnsweredBy(str(dice.choice([str(each) for each in _MACHINES], p=list(_MACHINES.values()))))
    language = sayings.language(dice, str(answered_by))
    track = _track(sayings, dice, language)
    track.add(sounds.silence(dice.gamma(2.5, 300) + 60))
    first = track.now
    if answered_by is AnsweredBy.UNAVAILABLE and dice.random() < 0.5:
        track.add(sounds.no_such_number())
        track.add(sounds.silence(dice.uniform(100, 600)))
    only_tones = answered_by is AnsweredBy.UNAVAILABLE and dice.random() < 0.12
    if only_tones:
        track.add(_tones_alone(dice))
    else:
        text = sayings.text(dice, language, str(answered_by))
        track.say(text, dice)
        if dice.random() < _SAID_AGAIN.get(answered_by, 0.0):
            track.add(sounds.silence(dice.uniform(300, 800)))
            track.say(text, dice)
    ends, beep = track.now, None
    if answered_by is AnsweredBy.VOICEMAIL and dice.random() < 0.85:
        track.add(sounds.silence(dice.uniform(150, 1_500)))
        at = track.now
        hertz, lasts = dice.uniform(420, 1_980), dice.uniform(200, 1_000)
        track.add(sounds.tones(float(hertz), ms=float(lasts), level=float(dice.uniform(2_000, 5_000))))
        beep = (at, track.now)
    return _call(
        sayings,
        track,
        dice,
        f"{answered_by}-{number}",
        answered_by,
        language,
        first,
        greeting_end=ends,
        beep=beep,
    )


def _tones_alone(dice: np.random.Generator) -> Sound:
    match int(dice.integers(0, 4)):
        case 0:
            return sounds.busy(6_000)
        case 1:
            return sounds.busy(6_000, european=True)
        case 2:
            return sounds.fax(answers=True)
        case _:
            return sounds.fax(answers=False)


def _track(sayings: Sayings, dice: np.random.Generator, language: str) -> _Track:
    return _Track(sayings.voice(dice, language), int(dice.choice((145, 160, 175, 190, 205))))


def _call(
    sayings: Sayings,
    track: _Track,
    dice: np.random.Generator,
    name: str,
    answered_by: AnsweredBy,
    language: str,
    first: float,
    *,
    greeting_end: float,
    beep: tuple[float, float] | None = None,
) -> Call:
    track.add(sounds.silence(_AFTER_MS))
    line = any_line(dice)
    audio = over(line, np.concatenate(track.pieces), _background(sayings.half), dice)
    return Call(
        name=f"{name}-{language}-{line.noise}",
        answered_by=answered_by,
        language=language,
        audio=audio,
        first_sound_ms=round(first),
        greeting_end_ms=round(greeting_end),
        beep_at_ms=None if beep is None else round(beep[0]),
        beep_ends_ms=None if beep is None else round(beep[1]),
        words=tuple(recognised(track.spoken, sayings.vocabulary[language], dice)),
    )


def _background(half: str) -> Sound:
    """Four people talking at once, in voices of the half."""
    sayings, dice = Sayings.read(half), np.random.default_rng(7)
    if half not in _BACKGROUNDS:
        tracks = []
        for _ in range(4):
            texts = [sayings.text(dice, "en", "person", "chatty") for _ in range(6)]
            voice = sayings.voice(dice, "en")
            tracks.append(np.concatenate([sounds.speech(text, voice, 170) for text in texts]))
        shortest = min(track.size for track in tracks)
        _BACKGROUNDS[half] = np.sum([track[:shortest] for track in tracks], axis=0)
    return _BACKGROUNDS[half]


_BACKGROUNDS: dict[str, Sound] = {}


def recognised(
    spoken: Sequence[tuple[str, float, float]], vocabulary: Sequence[str], dice: np.random.Generator
) -> Iterator[tuple[int, Words]]:
    """What a streaming recogniser says and when: words 200-450 ms late, turns ended by 450-750 ms of silence."""
    turn: list[str] = []
    for place, (text, began, ended) in enumerate(spoken):
        words = text.split()
        letters = max(1, sum(len(word) for word in words))
        passed = 0
        for word in words:
            passed += len(word)
            heard = _misheard(word, vocabulary, dice)
            if heard:
                hearing = Hearing.INTERIM if turn else Hearing.STARTED
                turn.append(heard)
                at = began + (ended - began) * passed / letters + dice.uniform(200, 450)
                yield round(at), Words(hearing, " ".join(turn))
        patience = dice.uniform(450, 750)
        is_last = place + 1 == len(spoken)
        if turn and (is_last or spoken[place + 1][1] - ended > patience):
            yield round(ended + max(patience, 460)), Words(Hearing.FINAL, " ".join(turn))
            turn = []


def _misheard(word: str, vocabulary: Sequence[str], dice: np.random.Generator) -> str:
    """The word, or in 15 % of cases another one, a mangled one or none."""
    if dice.random() >= WORD_ERRORS:
        return word
    match int(dice.integers(0, 4)):
        case 0:
            return ""
        case 1:
            return word[: max(1, len(word) // 2)]
        case _:
            return str(dice.choice(vocabulary))
