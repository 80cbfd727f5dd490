"""What the heading of a list's column says that the column holds, in the languages that lists are written in.

Also what the exports of usual address books and CRMs call it: Google, Outlook, HubSpot, Salesforce, Pipedrive.
As callers map them: lists/column_mapping.py.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from domain.lead_heading_words import (
    BARE_NUMBERS,
    BESIDE,
    EXACT_NUMBERS,
    HEADINGS,
    RANKED,
)

NUMBER_FIELDS: Final = ("number", *(f"number_{place}" for place in range(2, 9)))
"""The column of the phone number, and those that count for a row where no number stands in the ones before."""
FIELDS: Final = (*NUMBER_FIELDS, *HEADINGS, "do_not_call")
"""What a column may be mapped to; every other column is a variable of its own name."""

_WHERE: Final = re.compile(
    r"(?:address 1|default address|mailing|business|work|home|billing|shipping|primary|contact|lead|customer|person|company|other) (?=\S)"
)
_OTHER_SIGN: Final = re.compile(r"[^a-z0-9]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST: Final = 100
_LETTERS: Final = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_CYRILLIC: Final = str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфхъыьэіїєґ", "abvgdezzijklmnoprstufh-y-eiieg", strict=True))
    | {"ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ё": "e", "-": ""}
)


_A_PERSONS: Final = re.compile(r"\S@\S{1,200}\.\w|(?:\d[\s().\-/]{0,3}){7}")


def looks_personal(heading: str) -> bool:
    """Whether a heading, which is kept in clear, is an address, or has more digits in a row than any heading has."""
    return _A_PERSONS.search(heading) is not None


@lru_cache(maxsize=4096)
def plain_heading(heading: str) -> str:
    """The heading as small words without accents and signs: "Correo electrónico:" is "correo electronico"."""
    return _plain(_CAMEL.sub(" ", heading[:_LONGEST].replace("WhatsApp", "Whatsapp")))


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    kept = (
        sign if sign.isalnum() or unicodedata.category(sign) == "Mc" else " "
        for sign in letters
        if unicodedata.category(sign) not in ("Mn", "Cf")
    )
    return " ".join("".join(kept).split())


def _bare(words: str) -> str:
    return words.replace(" ", "")


@lru_cache(maxsize=4096)
def variable_name(heading: str) -> str:
    """The name under which a script finds a column: "Last Order #" is last_order, "País" is pais; empty for none."""
    letters = unicodedata.normalize("NFKD", heading.strip().lower().translate(_LETTERS))
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign)).translate(_CYRILLIC)
    words = _OTHER_SIGN.sub("_", plain).strip("_")
    return words if words[:1].isalpha() else ""


_FIELD_OF: Final = {
    _bare(_plain(heading)): (field, rank)
    for field, headings in HEADINGS.items()
    for rank, heading in reversed([*enumerate(headings)])
}
_LOW: Final = 100


def guess_columns(header: Iterable[str]) -> dict[str, str]:
    """Which field each column of a file is: field -> the file's heading; columns that fit nothing are left out.

    The result can be corrected by hand and given to lead_of_row().
    """
    headings = list(dict.fromkeys(header))
    mapping: dict[str, str] = dict(zip(NUMBER_FIELDS, _number_columns(headings), strict=False))
    ranks: dict[str, int] = {}
    for heading in headings:
        found = _field_of(heading)
        if found is None or heading in mapping.values():
            continue
        field, rank = found
        if rank < ranks.get(field, 1_000):
            mapping[field], ranks[field] = heading, rank
    barring = next((heading for heading in headings if bars(heading)), None)
    if barring is not None:
        mapping["do_not_call"] = barring
    return _named_apart(mapping)


def _named_apart(mapping: dict[str, str]) -> dict[str, str]:
    """Beside a first name "Nom" or "Name" is the surname, and beside a surname "Nombre" the first name."""
    whole = plain_heading(mapping.get("name", ""))
    if "first_name" in mapping and "last_name" not in mapping and whole in _SURNAMES:
        mapping["last_name"] = mapping.pop("name")
    elif "last_name" in mapping and "first_name" not in mapping and whole in _FIRST_NAMES:
        mapping["first_name"] = mapping.pop("name")
    return mapping


_SURNAMES: Final = frozenset({"nom", "name", "naam"})
_FIRST_NAMES: Final = frozenset(
    map(
        _plain,
        (
            "nombre",
            "nome",
            "имя",
            "이름",
            "nama",
            "isim",
            "名前",
            "नाम",
            "الاسم",
            "نام",
            "navn",
            "namn",
            "ім'я",
            "שם",
            "ชื่อ",
            "ονομα",
        ),
    )
)


def _field_of(heading: str) -> tuple[str, int] | None:
    """The field of a heading and how little it is meant (0: surely); of two words with a slash both must agree."""
    whole = _known(plain_heading(heading))
    if whole is not None or "/" not in heading:
        return whole
    parts = [_known(plain_heading(part)) for part in heading.split("/")]
    first = parts[0]
    return first if first is not None and all(part and part[0] == first[0] for part in parts) else None


def _known(words: str) -> tuple[str, int] | None:
    found = _FIELD_OF.get(_bare(words))
    if found is not None:
        return found
    if _is_consent(words):
        return "consents", _LOW
    where = _WHERE.match(words) or _WHERE_TOGETHER.match(words)
    if where is None:
        return None
    field, rank = _FIELD_OF.get(_bare(words[where.end() :]), ("", 0))
    return (field, rank + _LOW) if field in ("country", "state", "postcode") else None


_WHERE_TOGETHER: Final = re.compile(r"(?:mailing|billing|shipping|business|other|home)(?=\S)")


_CONSENT_WORDS: Final = (
    frozenset({"consent", "consents", "permission", "optin", "optedin"}),
    frozenset({"opt", "opted", "in", "to", "be", "call", "calls", "called", "calling", "phone", "contact", "contacted"})
    | frozenset({"marketing", "y", "n", "yes", "no", "status", "level", "flag", "given", "express", "written", "has", "is"}),
)  # fmt: skip


def _is_consent(words: str) -> bool:
    """Whether a heading speaks of consent to calls, and of nothing else: neither of its date nor of e-mail."""
    known = set(words.split())
    core, beside = _CONSENT_WORDS
    return known <= core | beside and (
        bool(known & core) or {"opt", "in"} <= known or {"opted", "in"} <= known
    )


def speaks_of_consent(heading: str) -> bool:
    """Whether a column says what a person has agreed to, or has taken back."""
    found = _field_of(heading)
    return found is not None and found[0] == "consents"


def _number_columns(headings: Sequence[str]) -> list[str]:
    """The columns of numbers, the likeliest first; one that is only called "number" counts where there is no other."""
    ranked = [
        (rank, place) for place, heading in enumerate(headings) if (rank := _number_rank(heading)) is not None
    ]
    if ranked:
        return [headings[place] for _, place in sorted(ranked)]
    bare = [heading for heading in headings if plain_heading(heading) in BARE_NUMBERS]
    return sorted(bare, key=lambda heading: BARE_NUMBERS.index(plain_heading(heading)))[:1]


def is_bare_number(heading: str) -> bool:
    """Whether a heading names a number, and nothing says of what: houses and orders have one too."""
    return plain_heading(heading) in BARE_NUMBERS


def means_something(heading: str) -> bool:
    """Whether a heading is known, as a field's or as one that forbids calls."""
    return _field_of(heading) is not None or _number_rank(heading) is not None or bars(heading)


def _number_rank(heading: str) -> int | None:
    whole = _rank_of_words(plain_heading(heading))
    if whole is not None or "/" not in heading:
        return whole
    parts = [_rank_of_words(plain_heading(part)) for part in heading.split("/")]
    return None if any(part is None for part in parts) else min(part for part in parts if part is not None)


def _words(text: str) -> frozenset[str]:
    return frozenset(_bare(_plain(word)) for word in text.split())


_KINDS: Final = tuple(map(_words, RANKED))
_PHONE_WORDS: Final = _KINDS[0] | _KINDS[1] | _KINDS[2] | {"festnetz", "festnetznummer"}
_ALL_WORDS: Final = frozenset[str]().union(*_KINDS) | _words(BESIDE)
_NUMBER_WORDS: Final = frozenset({"number", "no", "num", "nr"})
_WHOLE_NUMBERS: Final = frozenset(_bare(_plain(heading)) for heading in EXACT_NUMBERS)


@lru_cache(maxsize=4096)
def _rank_of_words(words: str) -> int | None:
    """How little a heading of a number's column is the usual one; None for one that is no number's."""
    if _bare(words) in _WHOLE_NUMBERS:
        return 0
    known = [part for word in words.split() for part in _split(word)]
    if _PHONE_WORDS.isdisjoint(known) and not ("contact" in known and _NUMBER_WORDS.intersection(known)):
        return None
    if any(word not in _ALL_WORDS and not (word.isdigit() and len(word) == 1) for word in known):
        return None
    kind = max((rank for rank, kinds in enumerate(_KINDS) if kinds.intersection(known)), default=0)
    digits = [int(word) for word in known if word.isdigit()]
    of_an_address = 0 if _OF_AN_ADDRESS.isdisjoint(known) else 5
    return 10 * kind + of_an_address + (digits[0] if digits else 0)


_OF_AN_ADDRESS: Final = frozenset({"default", "address", "billing", "shipping"})


def _split(word: str) -> list[str]:
    """A word that was written together, as the words it is made of: mobilephonenumber, phone1."""
    if word in _ALL_WORDS:
        return [word]
    for end in range(len(word) - 1, 2, -1):
        if word[:end] in _ALL_WORDS:
            rest = word[end:]
            return [word[:end], *([rest] if rest.isdigit() else _split(rest))]
    return [word]


# Said of a person in a heading or in a cell: nobody may call.
_BARRING_PHRASES: Final = tuple(
    map(
        _plain,
        (
            "do not call", "do not allow phone", "do not allow call", "dont call", "don't call", "do not contact", "dont contact", "don't contact", "do not phone", "do not dial", "never call", "no calls", "opt out", "opted out",
            "opting out", "unsubscribe", "blacklist", "suppress", "nicht anrufen", "keine anrufe", "nicht kontaktieren", "werbesperre", "anrufsperre", "kontaktsperre", "abgemeldet", "widerruf",
            "no llamar", "no contactar", "no molestar", "dado de baja", "dada de baja", "ne pas appeler", "ne pas contacter", "desabonne", "desinscrit", "nao ligar", "nao contatar", "nao perturbe",
            "descadastrad", "non chiamare", "non contattare", "niet bellen", "nie dzwonic", "не звонить", "отказ от звонков", "отписан", "لا تتصل", "عدم الاتصال", "कॉल न करें", "ফোন করবেন না",
            "کال نہ کریں", "jangan hubungi", "jangan telepon", "aramayin", "nevolat", "nekontaktovat", "ne hivja", "nu suna", "khong goi", "ala soita", "ring ej", "ring inte", "ring ikke", "не дзвонити", "не телефонувати", "μην καλειτε", "לא להתקשר", "تماس نگیرید", "robinson", "bloctel", "revoked", "withdrawn", "withdrew", "revocado", "revogado", "revoque", "отозвано",
        ),
    )
)  # fmt: skip
_BARRING_TOGETHER: Final = (
    "donotcall",
    "dontcall",
    "donotcontact",
    "nocalls",
    "optout",
    "optedout",
    "hasoptedout",
    "isoptedout",
)
_BARRING_ANYWHERE: Final = (
    "请勿致电",
    "勿拨",
    "不要打电话",
    "拒绝来电",
    "電話不可",
    "電話拒否",
    "電話しない",
    "架電禁止",
    "架電ng",
    "電話ng",
    "禁止致电",
    "禁止致電",
    "請勿致電",
    "不要致電",
    "勿擾",
    "勿扰",
    "수신거부",
    "수신 거부",
    "전화금지",
    "전화 금지",
    "ห้ามโทร",
)
_BARRING_WORDS: Final = frozenset({"dnc", "ndnc", "dnd", "tps", "ctps"})
_STOPPING: Final = frozenset({"stop", "stopped", "stopp", "arret", "baja", "cancelled"})
_OTHER_CHANNELS: Final = frozenset(
    {"email", "mail", "mailing", "emails", "fax", "newsletter", "correo", "courriel", "post"}
)
_BLOCKED: Final = frozenset(
    {"blocked", "is blocked", "call blocked", "blocklist", "blocklisted", "gesperrt", "bloqueado", "bloqueada", "bloque", "bloccato", "geblokkeerd", "zablokowany", "заблокирован"}
)  # fmt: skip
_OTHER_TOGETHER: Final = ("ofemail", "ofmail", "offax", "optoutemail")
_BY_PHONE: Final = frozenset(
    {"call", "calls", "called", "calling", "phone", "telephone", "dial", "anruf", "anrufe", "llamar"}
)
_ALLOWING: Final = frozenset(
    {"may call", "may be called", "can call", "can be called", "ok to call", "okay to call", "call allowed", "calls allowed", "calling allowed", "contactable", "callable"}
    | {"darf angerufen werden", "anruf erlaubt", "se puede llamar", "peut etre appele", "pode ligar", "можно звонить"}
)  # fmt: skip
_STATES: Final = frozenset(
    {"status", "lead status", "contact status", "call status", "disposition", "last disposition", "call disposition", "last call outcome", "outcome", "stage", "lead stage", "dnc status"}
)  # fmt: skip


def says_no_calls(text: str) -> bool:
    """Whether words mean that a person must not be called, in any usual wording: "opted-out", "DNC", "widerrufen"."""
    words = _plain(text[:_LONGEST]).split()
    together = f" {' '.join(words)} "
    return (
        any(f" {barring}" in together for barring in _BARRING_PHRASES)
        or any(word.startswith(_BARRING_TOGETHER) for word in words)
        or any(barring in together for barring in _BARRING_ANYWHERE)
        or not _BARRING_WORDS.isdisjoint(words)
        or (len(words) <= 2 and not _STOPPING.isdisjoint(words))
    )


@lru_cache(maxsize=4096)
def bars(heading: str) -> bool:
    """Whether a column says who must not be called; one about another channel alone (e-mail, fax) does not."""
    words = set(plain_heading(heading).split())
    plain = " ".join(plain_heading(heading).split())
    if plain in _STATES:
        return False
    is_other = words & _OTHER_CHANNELS or "e mail" in plain or plain.endswith(_OTHER_TOGETHER)
    if is_other and words.isdisjoint(_BY_PHONE):
        return False
    if plain in _BLOCKED:
        return True
    return not words & _STOPPING and (says_no_calls(heading) or says_no_calls(plain))


def allows(heading: str) -> bool:
    """Whether a column says who may be called, so that a "no" in it means nobody may call."""
    return plain_heading(heading) in _ALLOWING


def is_status(heading: str) -> bool:
    """Whether a column says how a lead stands, which may be that it must not be called."""
    return plain_heading(heading) in _STATES
