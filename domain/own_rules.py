"""An account's own rule packs: versions of the shipped ones, which hold beside them and can only be stricter.

A rule that is not the law's in both is never dropped by a new release or by a slip: of the shipped text and the account's own the
stricter one counts, field by field. Only where somebody has answered for it does the account's own text stand alone, and no longer
than the shipped one stays what it was compared with (decision 0057).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from domain.calling_hours import WeeklyHours, Window, narrowed
from domain.campaigns import Purpose
from domain.contact_rules import Rule
from domain.errors import Conflict, InvalidInput
from domain.places import zones_of_state
from domain.rule_packs import Consent, Limits, RulePack, RulePacks


class RulesAreFixed(Conflict):
    """These rules cannot be edited: attempts under them leave through a loopback address alone."""

    code = "rules_fixed"


@dataclass(frozen=True, slots=True)
class OwnPack:
    """One of an account's versions. pack: as its text says; revision: 1 for the account's first of this name; stands_alone_on: the
    rule set of the shipped pack ("us@2026-11-01") beside which it needs not be stricter, None where it must be.
    """

    pack: RulePack
    revision: int
    stands_alone_on: str | None = None


def with_own(shipped: RulePacks, own: Iterable[OwnPack]) -> RulePacks:
    """The packs of an account with these versions of its own in force, at most one of a name."""
    by_name = {each.pack.name: each for each in own}
    return RulePacks(
        effective(pack, by_name[pack.name]) if pack.name in by_name else pack for pack in shipped.packs
    )


def effective(shipped: RulePack, own: OwnPack) -> RulePack:
    """The rules that hold, under the name of both texts: "us@2026-11-01+own.2"."""
    if own.stands_alone_on == shipped.rule_set:
        return replace(own.pack, version=shipped.version, revision=own.revision)
    return replace(stricter(shipped, own.pack), revision=own.revision)


def stricter(shipped: RulePack, own: RulePack) -> RulePack:
    """Of each field of both packs the stricter one."""
    known = None
    if shipped.known_state or own.known_state:
        known = _stricter_limits(shipped.known_state or shipped.limits, own.known_state or own.limits)
    return replace(
        shipped,
        limits=_stricter_limits(shipped.limits, own.limits),
        known_state=known,
        states={
            code: _stricter_limits(_of_state(shipped, code), _of_state(own, code))
            for code in (*shipped.states, *own.states)
        },
        consents={
            purpose: max(shipped.consents[purpose], own.consents[purpose], key=_FIRMNESS.index)
            for purpose in Purpose
        },
        also_closed=shipped.also_closed | own.also_closed,
        closed_on_eves=shipped.closed_on_eves or own.closed_on_eves,
        closed_on_rest_days=shipped.closed_on_rest_days or own.closed_on_rest_days,
    )


_FIRMNESS: Final = (Consent.NONE, Consent.EXPRESS, Consent.WRITTEN)


def _of_state(pack: RulePack, code: str) -> Limits:
    return pack.states.get(code, pack.known_state or pack.limits)


def _stricter_limits(shipped: Limits, own: Limits) -> Limits:
    caps = [most for most in (shipped.max_per_day, own.max_per_day) if most is not None]
    return Limits(
        narrowed(shipped.hours, own.hours),
        shipped.closed_on_holidays or own.closed_on_holidays,
        min(caps, default=None),
        max(shipped.min_gap_seconds, own.min_gap_seconds),
        {**shipped.origins, **_own_origins(shipped, own)},
    )


def _own_origins(shipped: Limits, own: Limits) -> dict[str, Rule]:
    """Of the fields in which the account's own text is the stricter one."""
    is_own = {
        "hours": not _is_within(shipped.hours, own.hours),
        "closed_on_holidays": own.closed_on_holidays and not shipped.closed_on_holidays,
        "max_per_day": _is_fewer(own.max_per_day, shipped.max_per_day),
        "min_gap_minutes": own.min_gap_seconds > shipped.min_gap_seconds,
    }
    return {name: rule for name, rule in own.origins.items() if is_own.get(name)}


def check_own(shipped: RulePack, own: RulePack) -> None:
    """Return if a version of the account's own may say this. Raises RulesAreFixed, InvalidInput.

    What a pack is for stays as it is: its name, countries and calendar, and whether its attempts may leave this machine.
    """
    if shipped.loopback_only:
        raise RulesAreFixed
    fixed: Mapping[str, tuple[object, object]] = {
        "name": (shipped.name, own.name),
        "countries": (shipped.countries, own.countries),
        "holidays": (shipped.holidays_country, own.holidays_country),
        "loopback_only": (shipped.loopback_only, own.loopback_only),
    }
    for field, (wanted, told) in fixed.items():
        if wanted != told:
            raise InvalidInput(
                f"Rule pack {shipped.name}: {field} cannot be changed; write it as the shipped pack has it.",
                pointer=field,
                code="rules_fixed",
            )
    for code in own.states:
        if not any(zones_of_state(country, code) for country in own.countries):
            raise InvalidInput(
                f"Rule pack {shipped.name}: states.{code} is no state of its countries.",
                pointer=f"states.{code}",
                code="unknown_state",
            )


def less_strict(shipped: RulePack, own: RulePack) -> tuple[str, ...]:
    """The fields in which the own version allows what the shipped one forbids, as they stand in its text: "states.FL.hours"."""
    return tuple(_less_strict(shipped, own))


def _less_strict(shipped: RulePack, own: RulePack) -> Iterator[str]:
    yield from _laxer_limits(shipped.limits, own.limits, "")
    if shipped.known_state or own.known_state:
        before, after = shipped.known_state or shipped.limits, own.known_state or own.limits
        yield from _laxer_limits(before, after, "known_state.")
    for code in sorted({*shipped.states, *own.states}):
        yield from _laxer_limits(_of_state(shipped, code), _of_state(own, code), f"states.{code}.")
    for purpose in Purpose:
        if _FIRMNESS.index(own.consents[purpose]) < _FIRMNESS.index(shipped.consents[purpose]):
            yield f"consent.{purpose}"
    if shipped.also_closed - own.also_closed:
        yield "also_closed"
    if shipped.closed_on_eves and not own.closed_on_eves:
        yield "closed_on_eves"
    if shipped.closed_on_rest_days and not own.closed_on_rest_days:
        yield "closed_on_rest_days"


def _laxer_limits(shipped: Limits, own: Limits, where: str) -> Iterator[str]:
    if not _is_within(own.hours, shipped.hours):
        yield f"{where}hours"
    if shipped.closed_on_holidays and not own.closed_on_holidays:
        yield f"{where}closed_on_holidays"
    if _is_fewer(shipped.max_per_day, own.max_per_day):
        yield f"{where}max_per_day"
    if own.min_gap_seconds < shipped.min_gap_seconds:
        yield f"{where}min_gap_minutes"


def _is_fewer(one: int | None, other: int | None) -> bool:
    """Whether the one limit allows fewer; None is no limit."""
    return one is not None and (other is None or one < other)


def _is_within(inner: WeeklyHours, outer: WeeklyHours) -> bool:
    """Whether the outer hours are open whenever the inner ones are, closed days and their eves included."""
    return all(
        _covers(theirs, ours) and _covers(_without_eves(theirs), _without_eves(ours))
        for ours, theirs in zip(inner.days, outer.days, strict=True)
    )


def _covers(outer: Iterable[Window], inner: Iterable[Window]) -> bool:
    stretches = _stretches(outer)
    return all(
        any(opens <= window.opens and window.closes <= closes for opens, closes in stretches)
        for window in inner
        if window.opens < window.closes
    )


def _stretches(windows: Iterable[Window]) -> list[tuple[int, int]]:
    """When they are open together: minutes of the day, apart from each other."""
    stretches: list[tuple[int, int]] = []
    for opens, closes in sorted((window.opens, window.closes) for window in windows):
        if stretches and opens <= stretches[-1][1]:
            before = stretches.pop()
            opens, closes = before[0], max(before[1], closes)
        stretches.append((opens, closes))
    return stretches


def _without_eves(windows: Iterable[Window]) -> list[Window]:
    """Those that are open though the day before is closed."""
    return [window for window in windows if not window.from_eve]
