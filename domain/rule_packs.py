"""Rule packs: what the law and custom of a place allow, as dated data with its source.

A pack is TOML text (the files lie in domain/rule_packs/; whoever starts a process reads them). This file knows the
format, finds the pack of a country or name, and lists the public holidays on which a pack is closed.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from domain.calling_hours import NEVER, WeeklyHours, weekly_hours, without_days
from domain.campaigns import Purpose
from domain.closed_days import has_calendar, public_holidays, rest_days
from domain.contact_rules import Rule
from domain.errors import InvalidInput
from domain.lead_time_zones import HoursKey
from domain.places import zones_of_country, zones_of_state
from domain.time_zone_names import country_of_zone

DEFAULT_PACK: Final = "default"
SIMULATION_PACK: Final = "simulation"


class Consent(StrEnum):
    """How firmly a person agreed to be contacted; WRITTEN includes EXPRESS."""

    NONE = "none"
    EXPRESS = "express"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class Limits:
    """One set of limits: weekly hours, whether public holidays are closed, calls per day, gap between two calls.

    max_per_day is None and min_gap_seconds 0 where the source names no limit. A limit over more than a day needs more
    dials than database/sql/call_facts_v*.sql reads. origins: of each field that the pack's text names, where it stands there and
    its source; those of a state may stand with its country.
    """

    hours: WeeklyHours
    closed_on_holidays: bool
    max_per_day: int | None = None
    min_gap_seconds: float = 0.0
    origins: Mapping[str, Rule] = field(default_factory=dict, hash=False, compare=False)


@dataclass(frozen=True, slots=True)
class RulePack:
    """The rules of one place. limits are those in force here; states holds those of single states, by code.

    holidays_country: whose public holidays count, empty for none; state: the state these limits are for, empty
    when it is unknown; loopback_only: attempts under this pack may leave through a loopback address alone. also_closed: what
    the calendar lacks; closed_on_eves: the day before a closed one is closed as well; closed_on_rest_days: the hours are
    those of a working day, and the country's days of rest are taken out of them when the pack is found. revision: of the account's
    own version that holds beside the shipped one (own_rules.py), 0 for none; text: what the pack was read from.
    """

    name: str
    version: date
    source: str
    limits: Limits
    consents: Mapping[Purpose, Consent] = field(hash=False)
    countries: tuple[str, ...] = ()
    holidays_country: str = ""
    state: str = ""
    loopback_only: bool = False
    states: Mapping[str, Limits] = field(default_factory=dict, hash=False)
    known_state: Limits | None = None
    also_closed: frozenset[date] = frozenset()
    closed_on_eves: bool = False
    closed_on_rest_days: bool = False
    revision: int = 0
    text: str = field(default="", repr=False, hash=False, compare=False)

    @property
    def rule_set(self) -> str:
        """The name and version that a decision records: "us@2026-11-01", and the account's own revision: "us@2026-11-01+own.2"."""
        own = f"+own.{self.revision}" if self.revision else ""
        return f"{self.name}@{self.version.isoformat()}{own}"

    @property
    def hours(self) -> WeeklyHours:
        """The weekly hours in force."""
        return self.limits.hours

    @property
    def max_per_day(self) -> int | None:
        """The most calls to one number on one local day; None where the source names none."""
        return self.limits.max_per_day

    def consent_needed(self, purpose: Purpose) -> Consent:
        """What a person must have agreed to before being contacted for this purpose."""
        return self.consents[purpose]

    def rule(self, name: str) -> Rule:
        """The rule that this field of the limits in force is ("hours"), or that another field of the pack is ("consent.marketing")."""
        origin = self.limits.origins.get(name, Rule(name, self.source))
        return Rule(f"{self.rule_set} {origin.name}", origin.source)

    def for_state(self, state: str) -> "RulePack":
        """The same pack with the limits of one state, by code; unchanged for a code that is no state of its countries."""
        is_known = any(zones_of_state(country, state) for country in self.countries)
        limits = self.states.get(state, self.known_state if is_known else None)
        return self if limits is None else replace(self, limits=limits, state=state)

    def resting_in(self, countries: Iterable[str], state: str) -> "RulePack":
        """The same pack without the days of rest of these countries, where it is one that keeps them."""
        if not self.closed_on_rest_days:
            return self
        days = frozenset[int]().union(*(rest_days(country, state) for country in countries)) or rest_days("")
        return replace(self, limits=replace(self.limits, hours=without_days(self.hours, days)))


class RulePacks:
    """All packs, found by name or country."""

    def __init__(self, packs: Iterable[RulePack]) -> None:
        """Raises InvalidInput when two packs share a name or a country."""
        self._by_name: dict[str, RulePack] = {}
        self._by_country: dict[str, RulePack] = {}
        for pack in packs:
            _enter(self._by_name, pack.name, pack)
            for country in pack.countries:
                _enter(self._by_country, country, pack)
        self._found: dict[tuple[str, str], RulePack | None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The packs' names, sorted."""
        return tuple(sorted(self._by_name))

    @property
    def packs(self) -> tuple[RulePack, ...]:
        """The packs themselves, in the order of their names."""
        return tuple(self._by_name[name] for name in self.names)

    def named(self, name: str) -> RulePack | None:
        """The pack of exactly this name, as it stands in its text; None if there is none."""
        return self._by_name.get(name)

    def pack_for(self, name_or_country: str, state: str | None) -> RulePack | None:
        """The rules of a pack ("simulation") or an ISO country ("US"), with those of its state where it has some.

        A country without a pack of its own gets the default pack with its own holidays; None for anything unknown.
        """
        key = (name_or_country, state or "")
        if key not in self._found:
            if len(self._found) > 4096:
                self._found.clear()
            self._found[key] = self._find(*key)
        return self._found[key]

    def for_hours(self, key: HoursKey) -> RulePack | None:
        """The rules that an hours key names."""
        if key.pack == DEFAULT_PACK and key.country:
            return self.pack_for(key.country, key.state)
        if key.pack == DEFAULT_PACK and DEFAULT_PACK in self._by_name:
            countries = {country_of_zone(zone) or "" for zone in key.zones}
            return self._by_name[DEFAULT_PACK].resting_in(countries, "")
        return self.pack_for(key.pack, key.state)

    def _find(self, wanted: str, state: str) -> RulePack | None:
        country = wanted.upper()
        pack = self._by_name.get(wanted.lower())
        if pack is None and zones_of_country(country):
            pack = self._of_country(country, state)
        return None if pack is None else pack.resting_in((), "").for_state(state)

    def _of_country(self, country: str, state: str) -> RulePack | None:
        """The pack that serves a country, with the country's own days."""
        pack = self._by_country.get(country) or self._by_name.get(DEFAULT_PACK)
        if pack is None:
            return None
        if has_calendar(country) or not pack.countries:
            pack = replace(pack, holidays_country=country if has_calendar(country) else "")
        rested = pack.resting_in((country,), state)
        return replace(rested, closed_on_rest_days=False)


def _enter(index: dict[str, RulePack], key: str, pack: RulePack) -> None:
    if key in index:
        raise InvalidInput(f"Two rule packs claim {key!r}: {index[key].name} and {pack.name}.", pointer=key)
    index[key] = pack


def holiday_dates(
    pack: RulePack, state: str, years: Iterable[int], zones: tuple[str, ...] = ()
) -> frozenset[date]:
    """The days of these years on which this pack is closed: a state's own holidays included, and where the state is not
    known those of every state that may be meant. zones: where the lead may live, empty for anywhere.
    """
    if not pack.limits.closed_on_holidays:
        return frozenset()
    closed = pack.also_closed
    if pack.holidays_country:
        closed |= public_holidays(pack.holidays_country, state, years, zones)
    return closed | {day - _DAY for day in closed} if pack.closed_on_eves else closed


_DAY: Final = timedelta(days=1)


def load_rule_packs(texts: Iterable[str]) -> RulePacks:
    """All packs from the texts of their files. Raises InvalidInput for the first text that is wrong."""
    return RulePacks(parse_rule_pack(text) for text in texts)


def parse_rule_pack(toml_text: str) -> RulePack:
    """One pack from its TOML text. Raises InvalidInput that names the pack and the field."""
    try:
        table = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput(f"A rule pack is not valid TOML: {error}.", pointer="") from error
    except RecursionError as error:
        raise InvalidInput("A rule pack is not valid TOML: it is nested too deeply.", pointer="") from error
    return replace(_PackReader(table).pack(), text=toml_text)


_LIMIT_FIELDS: Final = frozenset({"source", "closed_on_holidays", "max_per_day", "min_gap_minutes", "hours"})
_PACK_FIELDS: Final = (
    frozenset(
        {"name", "version", "countries", "holidays", "loopback_only", "consent", "known_state", "states"}
        | {"also_closed", "closed_on_eves", "closed_on_rest_days"}
    )
    | _LIMIT_FIELDS
)
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONGEST_GAP_MINUTES: Final = 366 * 24 * 60
_YEARS: Final = range(1900, 2200)


class _PackReader:
    """Reads one pack's table and says precisely what is wrong with it."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._table = table
        self._name = str(table.get("name", "?"))

    def pack(self) -> RulePack:
        self._only(self._table, _PACK_FIELDS, "")
        limits = self._limits(self._table, None, "")
        known = self._table.get("known_state")
        known_state = None if known is None else self._state(known, limits, "known_state")
        return RulePack(
            name=self._text("name"),
            version=self._version(),
            source=self._text("source"),
            limits=limits,
            consents=self._consents(),
            countries=self._countries(),
            holidays_country=self._calendar(),
            loopback_only=self._value(self._table, "loopback_only", bool, False, ""),
            states={
                code: self._state(table, known_state or limits, f"states.{code}")
                for code, table in self._value(self._table, "states", dict, {}, "").items()
            },
            known_state=known_state,
            also_closed=self._also_closed(),
            closed_on_eves=self._value(self._table, "closed_on_eves", bool, False, ""),
            closed_on_rest_days=self._value(self._table, "closed_on_rest_days", bool, False, ""),
        )

    def _state(self, table: Any, otherwise: Limits, where: str) -> Limits:
        if not isinstance(table, dict):
            raise self._wrong(where, "must be a table")
        self._only(table, _LIMIT_FIELDS, where)
        return self._limits(table, otherwise, where)

    def _limits(self, table: dict[str, Any], otherwise: Limits | None, where: str) -> Limits:
        inherited = otherwise or Limits(NEVER, closed_on_holidays=True)
        if "hours" not in table and otherwise is None:
            raise self._wrong("hours", "is missing")
        hours = self._hours(table["hours"], where) if "hours" in table else inherited.hours
        most = self._value(table, "max_per_day", int, inherited.max_per_day, where)
        gap = self._value(table, "min_gap_minutes", int, inherited.min_gap_seconds / 60, where)
        closed = self._value(table, "closed_on_holidays", bool, inherited.closed_on_holidays, where)
        if (most is not None and most < 1) or gap < 0:
            raise self._wrong(where or "max_per_day", "limits must be positive")
        if gap > _LONGEST_GAP_MINUTES:
            raise self._wrong(f"{where}.min_gap_minutes".lstrip("."), "is longer than a year")
        return Limits(hours, closed, most, gap * 60.0, {**inherited.origins, **self._origins(table, where)})

    def _origins(self, table: dict[str, Any], where: str) -> dict[str, Rule]:
        source = table.get("source", self._table.get("source"))
        return {
            name: Rule(f"{where}.{name}".lstrip("."), str(source)) for name in _LIMIT_FIELDS if name in table
        }

    def _hours(self, table: Any, where: str) -> WeeklyHours:
        pointer = f"{where}.hours".lstrip(".")
        if not isinstance(table, dict):
            raise self._wrong(pointer, 'must be a table such as mon-fri = ["09:00-20:00"]')
        windows: dict[int, list[tuple[str, str]]] = {}
        for days, texts in table.items():
            if not isinstance(texts, list):
                raise self._wrong(f"{pointer}.{days}", 'must be a list such as ["09:00-20:00"]')
            for weekday in self._weekdays(days, pointer):
                if weekday in windows:
                    raise self._wrong(f"{pointer}.{days}", f"names {_DAYS[weekday]} a second time")
                windows[weekday] = [self._window(text, f"{pointer}.{days}") for text in texts]
        try:
            return weekly_hours(windows)
        except InvalidInput as error:
            raise self._wrong(pointer, str(error)) from error

    def _weekdays(self, days: str, pointer: str) -> range:
        first, _, last = days.partition("-")
        if first not in _DAYS or (last or first) not in _DAYS:
            raise self._wrong(f"{pointer}.{days}", "days are written mon or mon-fri")
        start, end = _DAYS.index(first), _DAYS.index(last or first)
        if start > end:
            raise self._wrong(f"{pointer}.{days}", "the first day comes after the last")
        return range(start, end + 1)

    def _window(self, text: Any, pointer: str) -> tuple[str, str]:
        opens, dash, closes = str(text).partition("-")
        if not dash:
            raise self._wrong(pointer, f'windows are written "09:00-20:00", not {text!r}')
        return opens.strip(), closes.strip()

    def _consents(self) -> dict[Purpose, Consent]:
        table = self._value(self._table, "consent", dict, None, "")
        if table is None:
            raise self._wrong("consent", "is missing")
        try:
            return {purpose: Consent(table[purpose]) for purpose in Purpose}
        except (KeyError, ValueError) as error:
            wanted = ", ".join(Purpose)
            raise self._wrong("consent", f"must say none, express or written for each of {wanted}") from error

    def _countries(self) -> tuple[str, ...]:
        countries = self._value(self._table, "countries", list, [], "")
        for country in countries:
            if not isinstance(country, str) or not zones_of_country(country):
                raise self._wrong("countries", f"{country!r} is no ISO country code")
        return tuple(countries)

    def _calendar(self) -> str:
        country: str = self._value(self._table, "holidays", str, "", "")
        if country and not has_calendar(country):
            raise self._wrong("holidays", f"there is no holiday calendar for {country!r}")
        return country

    def _also_closed(self) -> frozenset[date]:
        days = self._value(self._table, "also_closed", list, [], "")
        for day in days:
            if not isinstance(day, date) or isinstance(day, datetime) or day.year not in _YEARS:
                raise self._wrong("also_closed", "must be dates such as [2026-11-09]")
        return frozenset(days)

    def _version(self) -> date:
        version = self._table.get("version")
        if not isinstance(version, date) or isinstance(version, datetime):
            raise self._wrong("version", "must be a date such as 2026-11-01")
        return version

    def _text(self, key: str) -> str:
        text: str = self._value(self._table, key, str, "", "")
        if not text.strip():
            raise self._wrong(key, "is missing")
        return text.strip()

    def _value(self, table: dict[str, Any], key: str, kind: type, otherwise: Any, where: str) -> Any:
        value = table.get(key, otherwise)
        if value is otherwise:
            return value
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self._wrong(f"{where}.{key}".lstrip("."), f"must be of type {kind.__name__}")
        return value

    def _only(self, table: dict[str, Any], allowed: frozenset[str], where: str) -> None:
        for key in table:
            if key not in allowed:
                raise self._wrong(f"{where}.{key}".lstrip("."), "is not a known field")

    def _wrong(self, pointer: str, what: str) -> InvalidInput:
        return InvalidInput(f"Rule pack {self._name}: {pointer} {what}.", pointer=pointer)
