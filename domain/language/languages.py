"""Languages that an agent may change to during a call, and how a person asks for one.

A request names a language in any language: "Can we speak Spanish?", "¿Habla español?", "हिंदी में बात कीजिए".
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from domain.language.phrases import base_of, plain_words

LANGUAGES: Final[Mapping[str, str]] = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "hi": "Hindi",
    "pt": "Portuguese",
}
"""Those for which there are phrases and fixed texts, with their English names."""

# As plain words: no accents, small letters; नुक़्ता as a character of its own.
_NAMED: Final[Mapping[str, str]] = {
    "de": r"(?:german|deutsche?n?|aleman|allemand|alemao|jarman|जर्मन)",
    "en": r"(?:english|ingles|englisch|anglais|angrezi|angreji|inglish|अंग्रेज\u093c?ी|इंग्लिश)",
    "es": r"(?:spanish|espanol|castellano|spanisch|espagnol|espanhol|स्पेनिश)",
    "fr": r"(?:french|frances|franzosisch|francais|फ्रेंच)",
    "hi": r"(?:hindi|hindhi|हिंदी|हिन्दी)",
    "pt": r"(?:portuguese|portugues|portugiesisch|portugais|पुर्तगाली)",
}
_names_a_language: Final = re.compile("|".join(_NAMED.values())).search
_SENTENCE_END: Final = re.compile(r"(?<=[.!?।])\s+")
_NOT: Final = r"(?<!dont )(?<!not )(?<!cant )(?<!cannot )(?<!never )(?<!you )(?<!we )(?<!they )(?<!people )"
_NO_MENU: Final = r"(?! (?:please )?(?:press|dial|push|select|say|oprima|marque|pulse|presione)(?!\S))"
_ASKING: Final = (
    # English
    r"(?:can|could|may|shall|should|would) (?:we|you|i)(?: \w+){0,2} (?:speak|talk|continue|switch|change|go on|do (?:this|it))(?: \w+){0,3}? NAMED",
    r"(?:do|can|could) you (?:also |even |please )?speak (?:any )?NAMED",
    r"(?:^|(?<=please )|(?<=lets )|(?<=just )|(?<=okay )|(?<=hello ))(?:speak|talk)(?: to (?:me|us))?(?: in)? NAMED",
    rf"{_NOT}(?:speak|talk|switch|change|continue|go on)(?: over| to (?:me|us)| with (?:me|us))? (?:in|to|into) NAMED",
    r"(?:i|we) (?:only|just) speak NAMED",
    r"(?:i|we) speak only NAMED",
    r"(?:in )?NAMED please",
    r"(?:id|i would|wed|we would) (?:prefer|like|rather have|rather speak|rather)(?: to (?:speak|talk|continue))?(?: in)? NAMED",
    r"(?:i|we) (?:prefer|want)(?: to (?:speak|talk|continue))?(?: in)? NAMED",
    # Spanish
    r"(?<!no )(?:hablas?|hablan|hablen|hable|hablemos|hablamos|hableme)(?: usted(?:es)?)?(?: en)? NAMED",
    r"(?:podemos|puede|puedes|podria|podriamos|prefiero|quiero)(?: \w+)? (?:hablar|seguir|continuar)(?: en)? NAMED",
    r"(?:solo|solamente) hablo NAMED",
    r"en NAMED (?:por favor|sil vous plait)",
    # German
    r"(?:sprechen sie|sprichst du|konnen sie|kannst du|konnen wir|konnten wir)(?: \w+){0,2}? (?:auf )?NAMED",
    r"auf NAMED bitte",
    r"bitte (?:auf )?NAMED",
    r"ich spreche nur NAMED",
    # French
    r"(?:parlez vous|vous parlez|parles tu|tu parles|peut on parler|on peut parler|pouvons nous parler|pouvez vous parler|parlons)(?: en)? NAMED",
    r"je (?:ne )?parle (?:que|seulement|uniquement)(?: le| l)? ?NAMED",
    # Portuguese
    r"(?<!nao )(?:falas?|falam|podemos falar|pode falar|vamos falar|podia falar)(?: em)? NAMED",
    r"em NAMED por favor",
    r"(?:so|somente) falo NAMED",
    # Hindi
    r"NAMED (?:mein|me|mai|main) (?:baat|bat|bol\w*|bata\w*|samjha\w*)(?: \w+){0,2}",
    r"(?:aap|tum) (?:ko )?NAMED (?:bolte|bolti|bol sakte|bol sakti|jante|janti|aati)(?: \w+)?",
    r"NAMED में (?:बात|बोल\S*|बता\S*|समझा\S*)(?: \S+){0,6}",
    r"(?:आप|तुम) (?:को )?NAMED (?:बोलते|बोलती|बोल सकते|बोल सकती|जानते|जानती|आती)(?: \S+)?",
)  # fmt: skip


def asked_for(text: str) -> str | None:
    """The language ("es") in which the person asks to go on, the last one named; None when they ask for none."""
    if not _names_a_language(plain_words(text)):
        return None
    asked = None
    for sentence in _SENTENCE_END.split(text):
        words = plain_words(sentence)
        found = [
            (match.end(), language) for language in LANGUAGES for match in _requests(language).finditer(words)
        ]
        asked = max(found)[1] if found else asked
    return asked


@cache
def _requests(language: str) -> re.Pattern[str]:
    patterns = "|".join(f"(?:{pattern})" for pattern in _ASKING).replace("NAMED", _NAMED[language])
    return re.compile(rf"(?<!\S)(?:{patterns})(?!\S){_NO_MENU}")


def tag_of(language: str, spoken: tuple[str, ...]) -> str | None:
    """The tag among those an agent speaks ("es-MX") that is this language ("es"); None if it does not speak it."""
    return next((tag for tag in spoken if base_of(tag) == base_of(language)), None)


def name_of(language: str) -> str:
    """A language's English name; its tag where it has none here."""
    return LANGUAGES.get(base_of(language), language)
