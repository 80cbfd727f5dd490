"""Which language each word is in, by common words and letters: enough for a recogniser of several languages."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_COMMON: Final = {
    "en": "the a an is are am was were be been i you he she it we they my your his her this that these what which who "
    "how when where why do does did have has had can could would will shall should not no yes and or but of to in on "
    "at for with from please thank thanks good very much hello sorry call me back now today want like speak talk",
    "es": "el la los las un una es son soy estoy está están era yo tú usted ustedes él ella nosotros mi su sus este "
    "esta esto qué que quién cómo cuándo dónde por porque para con sin de del al en y o pero no sí muy mucho más me le "
    "lo se hablar hablas habla hablo llame llamen gracias favor bueno buena bien hola ahora hoy tengo quiero puede "
    "podemos contento contenta gusta servicio siete",
    "de": "der die das ein eine einen ist sind bin war ich du sie er wir ihr mein meine ihre dieser was wer wie wann wo "
    "warum und oder aber nicht nein ja sehr viel mehr mit von zu im am auf für bitte danke gut hallo jetzt heute habe "
    "können sprechen möchte",
    "fr": "le la les un une est sont suis je tu vous il elle nous mon ma votre ce cette que qui quoi comment quand où "
    "pourquoi et ou mais ne pas non oui très beaucoup plus avec de du au en pour s'il plaît merci bon bonne bonjour "
    "maintenant aujourd'hui ai parler parlez",
    "pt": "o a os as um uma é são sou estou está eu você ele ela nós meu minha seu sua este esta isto que quem como "
    "quando onde porque para com sem de do da em no na e ou mas não sim muito mais me obrigado obrigada favor bom boa "
    "olá agora hoje tenho quero pode podemos falar fala",
}
_WORDS: Final = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_LETTERS: Final = (
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("es", re.compile(r"[ñ¿¡]")),
    ("de", re.compile(r"[ßäö]")),
    ("pt", re.compile(r"[ãõ]")),
)
_AROUND: Final = re.compile(r"^[^\w¿¡]+|[^\w]+$")


def languages_of(words: Sequence[str]) -> list[str]:
    """Each word's language; a word of none or of several takes that of most of the others, English where none is known."""
    candidates = [_candidates(word) for word in words]
    counts = Counter(language for found in candidates for language in found)
    main = max(counts, key=lambda language: (counts[language], language == "en"), default="en")
    return [
        main if main in found or not found else max(found, key=lambda one: counts[one])
        for found in candidates
    ]


def by_count(languages: Sequence[str]) -> list[str]:
    """The languages without repetition, that of most words first."""
    return [language for language, _ in Counter(languages).most_common()]


def _candidates(word: str) -> list[str]:
    plain = _AROUND.sub("", word.lower())
    for language, letters in _LETTERS:
        if letters.search(plain):
            return [language]
    return [language for language, common in _WORDS.items() if plain in common]
