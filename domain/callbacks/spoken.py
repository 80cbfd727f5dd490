"""A moment as it is said to a person, on their own clock: "on Tuesday, 24 November, at 4 pm"."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Final

from domain.callbacks.answers import Moment
from domain.language.phrases import base_of

_EXACT: Final = timedelta(minutes=90)
_ABOUT: Final = timedelta(hours=4)
"""Of a longer stretch no hour is said, of a shorter one about which; chosen by feel."""


@dataclass(frozen=True, slots=True)
class _Words:
    """day: with {weekday}, {day} and {month}; at, about: behind it, with {time}."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    day: str
    at: str
    about: str
    time: Callable[[datetime], str]


def _twelve(at: datetime) -> str:
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{(at.hour + 11) % 12 + 1}{minutes} {'am' if at.hour < 12 else 'pm'}"


def _with(unit: str) -> Callable[[datetime], str]:
    def said(at: datetime) -> str:
        return f"{at.hour}{unit}{at.minute:02}" if at.minute else f"{at.hour}{unit.rstrip(':')}"

    return said


def _uhr(at: datetime) -> str:
    return f"{at.hour} Uhr {at.minute}" if at.minute else f"{at.hour} Uhr"


def _baje(at: datetime) -> str:
    part = "सुबह" if at.hour < 12 else "दोपहर" if at.hour < 16 else "शाम" if at.hour < 20 else "रात"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{part} {(at.hour + 11) % 12 + 1}{minutes} बजे"


_IN: Final[Mapping[str, _Words]] = {
    "en": _Words(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
        "on {weekday}, {day} {month}", "at {time}", "at about {time}", _twelve,
    ),
    "es": _Words(
        ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
        "el {weekday} {day} de {month}", "a las {time}", "hacia las {time}", _with(":"),
    ),
    "de": _Words(
        ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"),
        "am {weekday}, dem {day}. {month}", "um {time}", "gegen {time}", _uhr,
    ),
    "fr": _Words(
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        "le {weekday} {day} {month}", "à {time}", "vers {time}", _with("h"),
    ),
    "pt": _Words(
        ("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"),
        ("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"),
        "{weekday}, {day} de {month}", "às {time}", "por volta das {time}", _with("h"),
    ),
    "hi": _Words(
        ("सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"),
        ("जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"),
        "{weekday}, {day} {month} को", "{time}", "लगभग {time}", _baje,
    ),
}  # fmt: skip


def english_date(at: datetime) -> str:
    """Its date, in English whatever language the machine speaks: "Monday, 30 November 2026"."""
    words = _IN["en"]
    return f"{words.weekdays[at.weekday()]}, {at.day} {words.months[at.month - 1]} {at.year}"


def spoken(moment: Moment, clock: tzinfo, language: str) -> str:
    """The day and, as far as it was named, the time, in this language ("es-MX"); in English where there are no words for it."""
    words = _IN.get(base_of(language), _IN["en"])
    at, width = moment.at.astimezone(clock), moment.latest - moment.earliest
    day = words.day.format(weekday=words.weekdays[at.weekday()], day=at.day, month=words.months[at.month - 1])
    if width > _ABOUT:
        return day
    hour = (words.at if width <= _EXACT else words.about).format(time=words.time(at))
    return f"{day}, {hour}" if language.startswith("en") else f"{day} {hour}"
