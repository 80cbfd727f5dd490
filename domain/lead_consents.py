"""What a row says about being called: consents given, and words that forbid it, in whichever column and wording."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from domain.lead_headings import allows, bars, is_status, plain_heading, says_no_calls, speaks_of_consent

_CONSENTS: Final = frozenset({"express", "written"})
_YES_WRITTEN: Final = frozenset(
    {"yes", "y", "true", "t", "1", "1 0", "x", "on", "ok", "ja", "j", "si", "s", "oui", "o", "sim", "da", "tak", "evet", "да", "是", "はい", "예", "네", "نعم", "हाँ", "हां", "हा", "হ্যাঁ"}
    | {"ya", "igen", "ano", "opted in", "opt in", "optin", "optedin", "double opt in", "granted", "given", "agreed", "accepted", "consented", "subscribed", "✓", "✔", "wahr", "verdadero", "vrai"}
)  # fmt: skip
_NO_WRITTEN: Final = frozenset(
    {"", "no", "n", "false", "f", "0", "0 0", "off", "nein", "non", "nao", "nie", "nee", "nej", "nei", "hayir", "нет", "否", "不", "いいえ", "아니오", "لا", "नहीं", "না", "tidak", "none"}
    | {"opted out", "opt out", "falsch", "falso", "faux", "not given", "denied", "refused", "declined"}
)  # fmt: skip
_YES: Final = frozenset(plain_heading(word) or word for word in _YES_WRITTEN)
_NO: Final = frozenset(map(plain_heading, _NO_WRITTEN))
_CALLABLE: Final = (_NO - {"opted out", "opt out", "denied", "refused", "declined", "not given"}) | {
    "opted in", "opt in", "subscribed", "allow", "allowed", "ok", "ok to call", "may call", "can call", "callable", "clear", "not listed", "not opted out", "not registered", "never",
}  # fmt: skip


def judges(
    headings: Sequence[str], mapping: Mapping[str, str]
) -> Iterator[tuple[int, Callable[[str], bool]]]:
    """Each column that may forbid a call, with the words that do; all of them are heeded, however many there are."""
    consent = mapping.get("consents")
    for place, heading in enumerate(headings):
        if heading == mapping.get("do_not_call") or bars(heading):
            yield place, _is_not_no
        elif allows(heading):
            yield place, _is_no
        elif heading == consent or is_status(heading) or speaks_of_consent(heading):
            yield place, _says_no_calls


@lru_cache(maxsize=4096)
def _is_not_no(text: str) -> bool:
    """In a do-not-call column everything but a plain no forbids, a date as well: fails closed."""
    return plain_heading(text) not in _CALLABLE


@lru_cache(maxsize=4096)
def _is_no(text: str) -> bool:
    return plain_heading(text) in _NO or says_no_calls(text)


_says_no_calls: Final = lru_cache(maxsize=4096)(says_no_calls)


@lru_cache(maxsize=1024)
def consents_of(text: str) -> frozenset[str]:
    """Consents named in a cell ("express", "written;sms"); a plain yes is express consent, a no is none.

    Other words are no consent, and are kept nowhere: a remark may name somebody.
    """
    words = {_plain_word(word) for word in re.split(r"[,;|/]", text)}
    if words & (_NO - {""}):
        return frozenset()
    return frozenset("express" if word in _YES else word for word in words if word in _YES | _CONSENTS)


def _plain_word(word: str) -> str:
    return plain_heading(word) or word.strip()
