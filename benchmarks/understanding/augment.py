"""Sentences as recognisers and long turns give them: with words wrong, dropped, split and joined, and with other talk around them.

All by a seed and the sentence itself: the same corpus gives the same copies.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from benchmarks.understanding.corpus import Said
from domain.language.intents import Intent
from domain.language.phrases import plain_words

_WRONG_EVERY: Final = 10
_BESIDE_A_GUARD_EVERY: Final = 8
"""One in so many of those that stand among other talk stands beside words that take leave or ask whether we are a machine: it wants both."""

_GUARDS: Final = (frozenset({Intent.LEAVE}), frozenset({Intent.ROBOT_QUESTION}))
_VOWELS: Final = "aeiou"
_HOMOPHONES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "call": "coal", "calling": "cooling", "me": "may", "your": "youre", "youre": "your", "to": "two", "too": "to", "no": "know",
        "know": "no", "for": "four", "four": "for", "here": "hear", "hear": "here", "off": "of", "write": "right", "right": "write",
        "by": "bye", "bye": "by", "buy": "by", "not": "knot", "mail": "male", "there": "their", "their": "there", "hour": "our",
        "week": "weak", "would": "wood", "one": "won", "again": "a gain", "anymore": "any more", "list": "lists", "stop": "stopped",
        "number": "numb er", "remove": "removed", "wrong": "rong", "send": "sent", "wait": "weight", "new": "knew", "time": "thyme",
        "later": "latter", "tomorrow": "to morrow", "email": "e mail", "phone": "foam", "text": "tex", "robot": "row bot",
        "interested": "interest it", "real": "reel", "human": "humane", "sign": "sine", "want": "wont", "please": "pleas",
    },
    "es": {
        "llamen": "yamen", "llame": "yame", "llamar": "yamar", "vuelva": "buelba", "a": "ha", "ha": "a", "borrenme": "borren me",
        "quitenme": "quiten me", "hay": "ahi", "vez": "ves", "voy": "boy", "haya": "alla", "hola": "ola", "echo": "hecho",
    },
    "pt": {
        "ligue": "lige", "ligar": "liga", "mais": "mas", "nao": "na", "voce": "voces", "estou": "to", "numero": "numeros",
        "remova": "re mova", "obrigado": "brigado", "a": "ha", "ha": "a", "vez": "ves",
    },
    "de": {
        "mehr": "meer", "ihr": "ia", "ihre": "ihr", "seit": "seid", "anrufen": "an rufen", "mich": "mir", "nicht": "nich",
        "auflegen": "auf legen", "das": "dass", "wieder": "wider", "liste": "listen", "nummer": "nummern",
    },
    "fr": {
        "appelez": "appeler", "appeler": "appelez", "appelle": "appel", "ne": "neu", "plus": "plu", "ces": "ses", "ses": "ces",
        "c": "s", "et": "est", "est": "et", "rappelez": "rappeler", "a": "as", "ou": "out", "sans": "cent", "liste": "listes",
    },
    "hi": {
        "mat": "math", "nahi": "nahin", "karna": "karana", "karo": "karro", "mujhe": "muje", "phone": "fon", "call": "kal",
        "कॉल": "काल", "फोन": "फ़ोन", "मत": "मद", "नहीं": "नही", "मुझे": "मुजे",
    },
}  # fmt: skip


def misheard(text: str, language: str, dice: random.Random) -> str:
    """Plain words with one in ten wrong, and one at least."""
    words = plain_words(text).split()
    wrong = max(1, round(len(words) / _WRONG_EVERY))
    for at in sorted(dice.sample(range(len(words)), min(wrong, len(words))), reverse=True):
        words[at : at + 1] = _misheard_word(words[at], len(words), language, dice)
    return " ".join(words)


def _misheard_word(word: str, among: int, language: str, dice: random.Random) -> list[str]:
    alike = _HOMOPHONES.get(language, {}).get(word)
    how = dice.random()
    if alike is not None and how < 0.7:
        return alike.split()
    if how < 0.25 and among > 3:
        return []
    if how < 0.5 and len(word) > 5:
        at = dice.randrange(2, len(word) - 2)
        return [word[:at], word[at:]]
    if len(word) < 3:
        return [word, word] if among > 3 else [word]
    at = dice.randrange(1, len(word))
    letter = word[at]
    other = dice.choice(_VOWELS) if letter in _VOWELS else dice.choice(word)
    return [word[:at] + other + word[at + 1 :]]


def augmented(said: Sequence[Said], seed: int = 12) -> Iterator[Said]:
    """Each sentence as it is, then once more: misheard, among other talk of its language, or both."""
    languages = {one.language for one in said}
    talk = {language: _small_talk(said, language) for language in languages}
    guards = {language: _guards(said, language) for language in languages}
    for one in said:
        dice = random.Random(f"{seed} {one.language} {one.text}")
        yield one
        how, text, intents = dice.random(), one.text, one.intents
        if how < 0.65:
            text = misheard(text, one.language, dice)
        if how > 0.45 and guards[one.language] and dice.randrange(_BESIDE_A_GUARD_EVERY) == 0:
            beside = dice.choice(guards[one.language])
            text = f"{beside.text} {text}" if dice.random() < 0.5 else f"{text} {beside.text}"
            intents = (intents | beside.intents) - {Intent.OTHER}
        elif how > 0.45 and talk[one.language]:
            text = _among(text, talk[one.language], dice)
        yield Said(one.language, text, intents, one.near if one.near not in intents else None)


def _small_talk(said: Sequence[Said], language: str) -> list[str]:
    """What wants nothing and resembles nothing."""
    return [
        one.text
        for one in said
        if one.language == language and one.near is None and one.intents == {Intent.OTHER}
    ]


def _guards(said: Sequence[Said], language: str) -> list[Said]:
    """What takes leave or asks whether we are a machine, and nothing else."""
    return [one for one in said if one.language == language and one.intents in _GUARDS]


def _among(text: str, around: Sequence[str], dice: random.Random) -> str:
    before, behind = dice.choice(around), dice.choice(around)
    where = dice.random()
    if where < 0.45:
        return f"{before} {text}"
    if where < 0.8:
        return f"{text} {behind}"
    return f"{before} {text} {behind}"
