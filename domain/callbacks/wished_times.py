"""Which of the times in a phrase are wished, which are refused, and which only tell of something else."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, TypeGuard

from domain.callbacks.answers import Unclear
from domain.callbacks.clauses import Role, SaidClause, ends_with_before, is_marked, judged, names_time_from
from domain.callbacks.items import Bound, Clock, Day, DayKind, Item, Span, Time
from domain.callbacks.lexicon.shape import Kind
from domain.callbacks.options import (
    Option,
    Reading,
    alternatives,
    at_its_end,
    corrected,
    flipped,
    has_end,
    limited,
    shared,
    with_days_apart,
)
from domain.callbacks.tokens import Token

_WEAK: Final = (
    Kind.LATER, Kind.VAGUE, Kind.ANY, Kind.SOON, Kind.AFTER, Kind.BEFORE, Kind.UNTIL, Kind.AFTER_THAT, Kind.THEN,
    Kind.END_OF_EVENT,
)  # fmt: skip


_LASTING: Final = (DayKind.AHEAD, DayKind.MONTHS_AHEAD)
_ENDS_OF_CLOCKS: Final = (
    Kind.NUMBER, Kind.CLOCK, Kind.AM, Kind.PM, Kind.OCLOCK, Kind.PART, Kind.MINUTES_AFTER, Kind.TODAYS_PART,
)  # fmt: skip


def _is_bare(item: Item) -> bool:
    """A mere number, which may be an hour."""
    said = item.said
    return isinstance(said, Time) and said.clock is not None and said == Time(Clock(said.clock.hour))


class Assembly:
    """Puts the clauses together."""

    def __init__(self, tokens: Sequence[Token], clauses: list[SaidClause]) -> None:
        self.tokens = tokens
        self.clauses = clauses
        self.wishes: list[tuple[SaidClause, list[Item]]] = []
        self.refused: list[Item] = []
        self.told: list[tuple[Role, list[Item]]] = []
        for clause in clauses:
            if clause.tokens[0].has(Kind.SO) and names_time_from(clauses, clause):
                self._tell_wishes()
            self._sort(clause)
        self._prefer_the_last_wish()

    def _tell_wishes(self) -> None:
        """ "We're closed on Monday, so Tuesday": what stood before was why."""
        self.told += [(Role.EVENT, items) for _, items in self.wishes]
        self.wishes = []

    def _prefer_the_last_wish(self) -> None:
        """ "Monday's a holiday, how about Tuesday": what is wished in so many words, where its sort was told before without."""
        if (
            len(self.wishes) < 2
            or not is_marked(self.wishes[-1][0])
            or any(is_marked(one) for one, _ in self.wishes[:-1])
        ):
            return
        sorts = {type(item.said) for item in self.wishes[-1][1]}
        before = {type(item.said) for _, items in self.wishes[:-1] for item in items}
        if self.wishes[-1][0].corrects or not sorts & before or self._follows_or(self.wishes[-1][0]):
            return
        last = self.wishes[-1]
        self._tell_wishes()
        self.wishes = [last]

    def _sort(self, clause: SaidClause) -> None:
        """Items into those that are wished, refused, or told of something else."""
        role = clause.role
        if role in (Role.GONE, Role.EVENT, Role.END_OF_EVENT):
            lasting = role is Role.EVENT and any(item.bound is Kind.UNTIL for item in clause.items)
            if lasting:
                self._told_until(clause)
            elif clause.items:
                self.told.append((role, clause.items))
            return
        wished: list[Item] = []
        for said, refused in judged(clause, role):
            item = said
            turned = flipped(item.said) if said.refused else None
            if turned is not None:
                item, refused = replace(item, said=turned, refused=False), False
            if not refused and not (item.bound is Kind.UNTIL and clause.tells_of_others):
                wished.append(item)
            elif (
                isinstance(item.said, Day)
                and item.said.kind in (DayKind.BY, DayKind.BEFORE)
                and item.bound is Kind.UNTIL
            ):
                self.told.append((Role.END_OF_EVENT, [replace(item, said=item.said.base or item.said)]))
            elif isinstance(item.said, Time) and item.bound is Kind.UNTIL:
                self.told.append(
                    (Role.END_OF_EVENT, [replace(item, said=replace(item.said, bound=Bound.AT))])
                )
            elif role is Role.AWAY and is_current(item.said):
                self.told.append(
                    (Role.END_OF_EVENT, [replace(item, said=Day(DayKind.AFTER, base=item.said))])
                )
            elif isinstance(item.said, Span) or (isinstance(item.said, Day) and item.said.kind in _LASTING):
                self.told.append((Role.END_OF_EVENT, [item]))
            else:
                self.refused.append(item)
        self._free_days_of_times(clause)
        if wished:
            self.wishes.append((clause, wished))

    def _free_days_of_times(self, clause: SaidClause) -> None:
        """ "Don't call this afternoon": a day that a refused time is of is not refused; what else is wished may be of it."""
        refused = [
            item
            for item in self.refused
            if item in clause.items or replace(item, refused=False) in clause.items
        ]
        if any(isinstance(item.said, Time) for item in refused):
            days = [item for item in refused if isinstance(item.said, Day)]
            self.refused = [item for item in self.refused if item not in days]
            if days:
                self.told.append((Role.AWAY, days))

    def _told_until(self, clause: SaidClause) -> None:
        """ "I have class until half past three"."""
        items = []
        for item in clause.items:
            said = item.said
            if isinstance(said, Time):
                said = replace(said, bound=Bound.AT)
            elif isinstance(said, Day) and said.base is not None:
                said = said.base
            items.append(replace(item, said=said))
        self.told.append((Role.END_OF_EVENT, items))

    def reading(self) -> Reading:
        """What all of it asks for."""
        zone, zone_unclear = self._zone()
        if zone_unclear:
            return Reading(unclear=(Unclear.ZONE, "The clock is another one's."))
        told = [clause for clause in self.clauses if clause.role is Role.WISH]
        stray = [word for clause in told for word in clause.stray]
        if any(clause.items for clause in self.clauses):
            stray += [word for clause in told for word in clause.loose]
        if stray:
            return Reading(unclear=(Unclear.TIME, f"Not understood: {', '.join(stray)}."))
        if self._corrects_a_span_by_a_number():
            return Reading(unclear=(Unclear.TIME, "Hours from now, or on the clock?"))
        any_time = any(token.has(Kind.ANY, Kind.EXCEPT) for token in self.tokens)
        leaves = any_time or all(item.refused for item in self.refused)
        options = self._options()
        refused = Option(
            tuple(item.said for item in self.refused if isinstance(item.said, Day)),
            tuple(item.said for item in self.refused if isinstance(item.said, Time)),
        )
        vague = any(token.has(*_WEAK) for token in self.tokens) or bool(self.told)
        return Reading(options, refused, any_time, leaves, zone, vague)

    def _corrects_a_span_by_a_number(self) -> bool:
        """ "In an hour. No, make that two": two hours, or two o'clock."""
        for (_, before), (clause, items) in pairwise(self.wishes):
            is_bare = not clause.has(Kind.AT, Kind.ABOUT, Kind.OCLOCK) and all(map(_is_bare, items))
            if clause.corrects and is_bare and isinstance(before[-1].said, Span):
                return True
        return False

    def _zone(self) -> tuple[str | None, bool]:
        """The zone that was named; a mere "Central" only behind a clock time. Whether it is one that is not known."""
        zone = None
        for place, token in enumerate(self.tokens):
            if token.has(Kind.OTHER_ZONE):
                return None, True
            if token.has(Kind.ZONE):
                zone = token.name(Kind.ZONE)
            elif token.has(Kind.ZONE_WORD) and place and self.tokens[place - 1].has(*_ENDS_OF_CLOCKS):
                zone = token.name(Kind.ZONE_WORD)
        return zone, False

    def _options(self) -> tuple[Option, ...]:
        """The wish; what corrects replaces what was said of the same sort before."""
        if any(clause.has(Kind.AFTER_THAT) and not clause.items for clause in self.clauses) and self.wishes:
            return self._after_what_was_named()
        groups: list[list[Item]] = []
        for clause, items in self.wishes:
            alternative = items[0].joined or self._follows_or(clause)
            if clause.corrects and groups:
                groups = corrected(groups, items)
            elif groups and not alternative:
                groups[-1] = groups[-1] + items
            else:
                groups.append(items)
        if not groups:
            return self._from_what_was_told()
        if self._has(Kind.OR) or self._has(Kind.AND):
            groups = [with_days_apart(group) for group in groups]
        options = shared([option for group in groups for option in alternatives(group)])
        return tuple(self._with_told_day(option) for option in options)

    def _follows_or(self, clause: SaidClause) -> bool:
        """Whether an "or" stands before what the clause names, or ends what stands before it."""
        first = clause.items[0].start
        if any(token.has(Kind.OR) for token in clause.tokens[:first]):
            return True
        place = self.clauses.index(clause)
        return bool(place) and not self.clauses[place - 1].items and self.clauses[place - 1].has(Kind.OR)

    def _with_told_day(self, option: Option) -> Option:
        """ "Tomorrow I have the dentist at ten, so after eleven": the day was told before."""
        if option.days or option.spans:
            return option
        days = [item.said for _, items in self.told for item in items if isinstance(item.said, Day)]
        return replace(option, days=(days[-1],)) if days and self.told[-1][0] is not Role.GONE else option

    def _from_what_was_told(self) -> tuple[Option, ...]:
        """ "I finish at six, call me then", "I'm busy until four": afterwards."""
        then = self._has(Kind.THEN)
        before = self._has(Kind.BEFORE_THAT) or any(ends_with_before(clause) for clause in self.clauses)
        told = [(role, items) for role, items in self.told if role not in (Role.GONE, Role.AWAY)]
        off = self._has(Kind.OFF) and self._has(Kind.ANY)
        partly = [item for role, items in self.told if role is Role.AWAY for item in items]
        if partly and self._has(Kind.ANY) and not told:  # "busy from two to four tomorrow, any other time"
            return tuple(alternatives([replace(item, refused=False, joined=False) for item in partly]))
        if not told:
            return self._refused_but_then() if then or off else ()
        role, items = told[-1]
        only_days = all(isinstance(item.said, Day) for item in items)
        if role is Role.EVENT and only_days and self._has(Kind.AFTER_THAT):
            return (limited(items, Bound.AFTER, DayKind.AFTER),)
        if role is Role.EVENT and self._has(Kind.AFTER_THAT) and any(has_end(item) for item in items):
            items = [at_its_end(item) for item in items]  # "my shift is nine to five, so after that"
            return (limited(items, Bound.AFTER, DayKind.FROM),)
        if role is Role.EVENT and not (then or before):
            return ()
        if before:
            return (limited(items, Bound.BEFORE, DayKind.BEFORE),)
        if then and role is Role.EVENT:
            return tuple(alternatives(items))
        return (limited(items, Bound.AFTER, DayKind.FROM),)

    def _after_what_was_named(self) -> tuple[Option, ...]:
        """ "I get paid on the 1st, call me after that"; how long something lasts that has an hour is not known."""
        items = [item for _, wished in self.wishes for item in wished]
        if any(not isinstance(item.said, Day) for item in items):
            return ()
        return (limited(items, Bound.AFTER, DayKind.AFTER),)

    def _has(self, kind: Kind) -> bool:
        return any(token.has(kind) for token in self.tokens)

    def _refused_but_then(self) -> tuple[Option, ...]:
        """ "I'm off on Monday, call me then"."""
        items, self.refused = self.refused, []
        return tuple(alternatives([replace(item, refused=False) for item in items]))


def is_current(said: Day | Time | Span) -> TypeGuard[Day]:
    """Whether it is a day or a longer time that has begun: "I'm away this week"."""
    return (
        isinstance(said, Day)
        and said.kind in (DayKind.RELATIVE, DayKind.WEEK, DayKind.MONTH)
        and said.n == said.m == 0
    )
