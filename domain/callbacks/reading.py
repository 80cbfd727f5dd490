"""From a phrase to what it asks for: which of the times in it are wished, which are refused, and which only tell of something else."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Final, TypeGuard

from domain.callbacks.answers import Unclear
from domain.callbacks.items import Bound, Day, DayKind, Item, Span, Time
from domain.callbacks.lexicon.shape import OF_TIME, Kind, Lexicon
from domain.callbacks.scan import Clause
from domain.callbacks.tokens import Token, tokens_of


@dataclass(frozen=True, slots=True)
class Option:
    """Everything that has to hold at once."""

    days: tuple[Day, ...] = ()
    times: tuple[Time, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing."""
        return not (self.days or self.times or self.spans)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase asks for: one of the options, none of what is refused.

    leaves_the_rest: any other day will do ("just not Monday"), which "I'm busy on Monday" does not say;
    zone: the clock that was named, else None; vague: something was said about when, but nothing that helps;
    unclear: what was not understood, with the words.
    """

    options: tuple[Option, ...] = ()
    refused: Option = Option()
    any_time: bool = False
    leaves_the_rest: bool = False
    zone: str | None = None
    vague: bool = False
    unclear: tuple[Unclear, str] | None = None


class _Role(IntEnum):
    WISH = 0
    AWAY = 1
    EVENT = 2
    END_OF_EVENT = 3
    GONE = 4


_ROLES: Final = (
    (Kind.GONE, _Role.GONE),
    (Kind.END_OF_EVENT, _Role.END_OF_EVENT),
    (Kind.EVENT, _Role.EVENT),
)
_PARTS_CLAUSES: Final = (Kind.STOP, Kind.SO, Kind.BECAUSE, Kind.BUT, Kind.WISH, Kind.CORRECT, Kind.FREE)
_TELLS: Final = (Kind.AWAY, Kind.EVENT, Kind.END_OF_EVENT, Kind.GONE)
_ITEMS_BEGIN: Final = (
    *OF_TIME, Kind.NUMBER, Kind.ARTICLE, Kind.ORDINAL, Kind.MONTH, Kind.NEXT, Kind.THIS, Kind.WEEK, Kind.AFTER_NEXT,
)  # fmt: skip
_OF_ONE_LANGUAGE: Final = (
    Kind.WEEKDAY, Kind.WORKDAYS, Kind.RELATIVE, Kind.TODAYS_PART, Kind.PART, Kind.UNIT, Kind.SPAN, Kind.OCLOCK, Kind.MINUTES_BEFORE,
    Kind.MONTH, Kind.HOLIDAY, Kind.WISH,
)  # fmt: skip
_WEAK: Final = (
    Kind.LATER, Kind.VAGUE, Kind.ANY, Kind.SOON, Kind.AFTER, Kind.BEFORE, Kind.UNTIL, Kind.AFTER_THAT, Kind.THEN,
    Kind.END_OF_EVENT,
)  # fmt: skip


@dataclass
class _Clause:
    tokens: list[Token] = field(default_factory=list)
    corrects: bool = False
    items: list[Item] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)

    def has(self, *kinds: Kind) -> bool:
        return any(token.has(*kinds) for token in self.tokens)

    @property
    def tells_of_others(self) -> bool:
        """Whether it tells what somebody does, so that "until" is when they can be called again."""
        return self.has(Kind.SUBJECT) and not self.has(Kind.FREE, Kind.WISH, Kind.GOOD)

    @property
    def role(self) -> _Role:
        """What the clause tells; a wish said in it is one."""
        if self.tokens and self.tokens[0].has(Kind.WISH, Kind.FREE):
            return _Role.WISH
        if self.tokens and self.tokens[0].has(Kind.BECAUSE) and not self.has(Kind.AWAY, Kind.END_OF_EVENT):
            return _Role.EVENT
        for kind, role in _ROLES:
            if self.has(kind):
                return role
        return _Role.AWAY if self.has(Kind.AWAY) else _Role.WISH


def read(phrase: str, words: Lexicon) -> Reading:
    """What the phrase asks for, in one language's words."""
    tokens = tokens_of(phrase, words)
    clauses = _clauses(tokens, words)
    named: Day | None = None
    for clause in clauses:
        scanned = Clause(clause.tokens, named)
        named = scanned.named or named
        clause.items, clause.stray, clause.loose = scanned.items, scanned.stray, scanned.loose
    return _Assembly(tokens, clauses).reading()


def is_surely_in(phrase: str, words: Lexicon) -> bool:
    """Whether a phrase has a word of time that is long enough to be this language's and no other's by chance ("mon")."""
    return any(len(token.text) > 3 and token.has(*_OF_ONE_LANGUAGE) for token in tokens_of(phrase, words))


def mentions(phrase: str, words: Lexicon) -> bool:
    """Whether these words say anything about when."""
    tokens = tokens_of(phrase, words)
    if not any(token.has(*_ITEMS_BEGIN) for token in tokens):
        return False
    for clause in _clauses(tokens, words):
        if Clause(clause.tokens).items:
            return True
        if clause.has(Kind.LATER) and clause.has(Kind.RELATIVE):
            return True
    return False


def _clauses(tokens: Sequence[Token], words: Lexicon) -> list[_Clause]:
    clauses = [_Clause()]
    for token in tokens:
        if token.has(Kind.WISH) and words.verb_last:  # what stands behind the excuse belongs to the wish
            cut = max((place for place, one in enumerate(clauses[-1].tokens) if one.has(*_TELLS)), default=-1)
            if cut >= 0:
                clauses.append(_Clause(clauses[-1].tokens[cut + 1 :]))
                del clauses[-2].tokens[cut + 1 :]
        elif token.has(*_PARTS_CLAUSES):
            corrects = token.has(Kind.CORRECT) or (clauses[-1].corrects and not _names_time(clauses[-1]))
            clauses.append(_Clause(corrects=corrects))
        elif token.has(*_TELLS) and clauses[-1].has(Kind.WISH) and _names_time(clauses[-1]):
            clauses.append(_Clause())
        clauses[-1].tokens.append(token)
    return [clause for clause in clauses if clause.tokens]


def _is_marked(clause: _Clause) -> bool:
    """Whether it says that it is a wish."""
    return clause.tokens[0].has(Kind.WISH, Kind.FREE) or clause.has(Kind.GOOD)


def _names_time_from(clauses: list[_Clause], first: _Clause) -> bool:
    return any(clause.items for clause in clauses[clauses.index(first) :])


def _names_time(clause: _Clause) -> bool:
    return clause.has(*OF_TIME, Kind.NUMBER)


class _Assembly:
    """Puts the clauses together."""

    def __init__(self, tokens: Sequence[Token], clauses: list[_Clause]) -> None:
        self.tokens = tokens
        self.clauses = clauses
        self.wishes: list[tuple[_Clause, list[Item]]] = []
        self.refused: list[Item] = []
        self.told: list[tuple[_Role, list[Item]]] = []
        for clause in clauses:
            if clause.tokens[0].has(Kind.SO) and _names_time_from(clauses, clause):
                self._tell_wishes()
            self._sort(clause)
        self._prefer_the_last_wish()

    def _tell_wishes(self) -> None:
        """ "We're closed on Monday, so Tuesday": what stood before was why."""
        self.told += [(_Role.EVENT, items) for _, items in self.wishes]
        self.wishes = []

    def _prefer_the_last_wish(self) -> None:
        """ "Monday's a holiday, how about Tuesday": what is wished in so many words, where its sort was told before without."""
        if (
            len(self.wishes) < 2
            or not _is_marked(self.wishes[-1][0])
            or any(_is_marked(one) for one, _ in self.wishes[:-1])
        ):
            return
        sorts = {type(item.said) for item in self.wishes[-1][1]}
        before = {type(item.said) for _, items in self.wishes[:-1] for item in items}
        if self.wishes[-1][0].corrects or not sorts & before or self._follows_or(self.wishes[-1][0]):
            return
        last = self.wishes[-1]
        self._tell_wishes()
        self.wishes = [last]

    def _sort(self, clause: _Clause) -> None:
        """Items into those that are wished, refused, or told of something else."""
        role = clause.role
        if role in (_Role.GONE, _Role.EVENT, _Role.END_OF_EVENT):
            lasting = role is _Role.EVENT and any(item.bound is Kind.UNTIL for item in clause.items)
            if lasting:
                self._told_until(clause)
            elif clause.items:
                self.told.append((role, clause.items))
            return
        wished: list[Item] = []
        for judged, refused in _judged(clause, role):
            item = judged
            flipped = _flipped(item.said) if judged.refused else None
            if flipped is not None:
                item, refused = replace(item, said=flipped, refused=False), False
            if not refused and not (item.bound is Kind.UNTIL and clause.tells_of_others):
                wished.append(item)
            elif (
                isinstance(item.said, Day)
                and item.said.kind in (DayKind.BY, DayKind.BEFORE)
                and item.bound is Kind.UNTIL
            ):
                self.told.append((_Role.END_OF_EVENT, [replace(item, said=item.said.base or item.said)]))
            elif isinstance(item.said, Time) and item.bound is Kind.UNTIL:
                self.told.append(
                    (_Role.END_OF_EVENT, [replace(item, said=replace(item.said, bound=Bound.AT))])
                )
            elif role is _Role.AWAY and _is_current(item.said):
                self.told.append(
                    (_Role.END_OF_EVENT, [replace(item, said=Day(DayKind.AFTER, base=item.said))])
                )
            elif isinstance(item.said, Span) or (isinstance(item.said, Day) and item.said.kind in _LASTING):
                self.told.append((_Role.END_OF_EVENT, [item]))
            else:
                self.refused.append(item)
        self._free_days_of_times(clause)
        if wished:
            self.wishes.append((clause, wished))

    def _free_days_of_times(self, clause: _Clause) -> None:
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
                self.told.append((_Role.AWAY, days))

    def _told_until(self, clause: _Clause) -> None:
        """ "I have class until half past three"."""
        items = []
        for item in clause.items:
            said = item.said
            if isinstance(said, Time):
                said = replace(said, bound=Bound.AT)
            elif isinstance(said, Day) and said.base is not None:
                said = said.base
            items.append(replace(item, said=said))
        self.told.append((_Role.END_OF_EVENT, items))

    def reading(self) -> Reading:
        """What all of it asks for."""
        zone, zone_unclear = self._zone()
        if zone_unclear:
            return Reading(unclear=(Unclear.ZONE, "The clock is another one's."))
        told = [clause for clause in self.clauses if clause.role is _Role.WISH]
        stray = [word for clause in told for word in clause.stray]
        if any(clause.items for clause in self.clauses):
            stray += [word for clause in told for word in clause.loose]
        if stray:
            return Reading(unclear=(Unclear.TIME, f"Not understood: {', '.join(stray)}."))
        any_time = any(token.has(Kind.ANY, Kind.EXCEPT) for token in self.tokens)
        leaves = any_time or all(item.refused for item in self.refused)
        options = self._options()
        refused = Option(
            tuple(item.said for item in self.refused if isinstance(item.said, Day)),
            tuple(item.said for item in self.refused if isinstance(item.said, Time)),
        )
        vague = any(token.has(*_WEAK) for token in self.tokens) or bool(self.told)
        return Reading(options, refused, any_time, leaves, zone, vague)

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
                groups = _corrected(groups, items)
            elif groups and not alternative:
                groups[-1] = groups[-1] + items
            else:
                groups.append(items)
        if not groups:
            return self._from_what_was_told()
        if self._has(Kind.OR) or self._has(Kind.AND):
            groups = [_with_days_apart(group) for group in groups]
        options = _shared([option for group in groups for option in _alternatives(group)])
        return tuple(self._with_told_day(option) for option in options)

    def _follows_or(self, clause: _Clause) -> bool:
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
        return replace(option, days=(days[-1],)) if days and self.told[-1][0] is not _Role.GONE else option

    def _from_what_was_told(self) -> tuple[Option, ...]:
        """ "I finish at six, call me then", "I'm busy until four": afterwards."""
        then = self._has(Kind.THEN)
        before = self._has(Kind.BEFORE_THAT) or any(_ends_with_before(clause) for clause in self.clauses)
        told = [(role, items) for role, items in self.told if role not in (_Role.GONE, _Role.AWAY)]
        off = self._has(Kind.OFF) and self._has(Kind.ANY)
        partly = [item for role, items in self.told if role is _Role.AWAY for item in items]
        if partly and self._has(Kind.ANY) and not told:  # "busy from two to four tomorrow, any other time"
            return tuple(_alternatives([replace(item, refused=False, joined=False) for item in partly]))
        if not told:
            return self._refused_but_then() if then or off else ()
        role, items = told[-1]
        only_days = all(isinstance(item.said, Day) for item in items)
        if role is _Role.EVENT and only_days and self._has(Kind.AFTER_THAT):
            return (_limited(items, Bound.AFTER, DayKind.AFTER),)
        if role is _Role.EVENT and self._has(Kind.AFTER_THAT) and any(_has_end(item) for item in items):
            items = [_at_its_end(item) for item in items]  # "my shift is nine to five, so after that"
            return (_limited(items, Bound.AFTER, DayKind.FROM),)
        if role is _Role.EVENT and not (then or before):
            return ()
        if before:
            return (_limited(items, Bound.BEFORE, DayKind.BEFORE),)
        if then and role is _Role.EVENT:
            return tuple(_alternatives(items))
        return (_limited(items, Bound.AFTER, DayKind.FROM),)

    def _after_what_was_named(self) -> tuple[Option, ...]:
        """ "I get paid on the 1st, call me after that"; how long something lasts that has an hour is not known."""
        items = [item for _, wished in self.wishes for item in wished]
        if any(not isinstance(item.said, Day) for item in items):
            return ()
        return (_limited(items, Bound.AFTER, DayKind.AFTER),)

    def _has(self, kind: Kind) -> bool:
        return any(token.has(kind) for token in self.tokens)

    def _refused_but_then(self) -> tuple[Option, ...]:
        """ "I'm off on Monday, call me then"."""
        items, self.refused = self.refused, []
        return tuple(_alternatives([replace(item, refused=False) for item in items]))


_LASTING: Final = (DayKind.AHEAD, DayKind.MONTHS_AHEAD)
_ENDS_OF_CLOCKS: Final = (
    Kind.NUMBER, Kind.CLOCK, Kind.AM, Kind.PM, Kind.OCLOCK, Kind.PART, Kind.MINUTES_AFTER, Kind.TODAYS_PART,
)  # fmt: skip


def _flipped(said: Day | Time | Span) -> Day | Time | None:
    """What is left of a limit that is refused: "not before ten" is from ten on."""
    if isinstance(said, Time) and said.clock is not None and said.until is None:
        opposite = {Bound.BEFORE: Bound.AFTER, Bound.AFTER: Bound.BEFORE}.get(said.bound)
        return None if opposite is None else replace(said, bound=opposite)
    if isinstance(said, Day) and said.kind in (DayKind.BEFORE, DayKind.AFTER):
        return replace(said, kind=DayKind.FROM if said.kind is DayKind.BEFORE else DayKind.BY)
    return None


def _is_current(said: Day | Time | Span) -> TypeGuard[Day]:
    """Whether it is a day or a longer time that has begun: "I'm away this week"."""
    return (
        isinstance(said, Day)
        and said.kind in (DayKind.RELATIVE, DayKind.WEEK, DayKind.MONTH)
        and said.n == said.m == 0
    )


def _judged(clause: _Clause, role: _Role) -> list[tuple[Item, bool]]:
    """Each item with whether they cannot then: by a word before it, or behind it up to the next item."""
    judged: list[tuple[Item, bool]] = []
    away_at = next((place for place, token in enumerate(clause.tokens) if token.has(Kind.AWAY)), None)
    for place, item in enumerate(clause.items):
        upto = clause.items[place + 1].start if place + 1 < len(clause.items) else len(clause.tokens)
        behind = clause.tokens[item.end : upto]
        refused = item.refused
        verdict = next((token for token in behind if token.has(Kind.BAD, Kind.GOOD)), None)
        if verdict is not None:
            refused = item.refused or verdict.has(Kind.BAD)
            own = place and any(
                token.has(Kind.GOOD, Kind.BAD)
                for token in clause.tokens[clause.items[place - 1].end : item.start]
            )
            if (
                verdict.has(Kind.BAD)
                and judged
                and not own
                and type(judged[-1][0].said) is not type(item.said)
            ):
                judged[-1] = (judged[-1][0], True)  # "tomorrow at four is no good"
        elif role is _Role.AWAY and away_at is not None:
            before = [one for one in clause.items if one.start < away_at]
            refused = item.start < away_at if before else _reaches(clause, away_at, place)
        judged.append((item, refused))
    return judged


def _reaches(clause: _Clause, away_at: int, place: int) -> bool:
    """Whether "I'm busy" before reaches this item: the first, and those that go on with it."""
    return all(
        type(clause.items[one].said) is not type(clause.items[one - 1].said)
        or any(
            token.has(Kind.OR, Kind.AND)
            for token in clause.tokens[clause.items[one - 1].end : clause.items[one].start]
        )
        for one in range(1, place + 1)
    )


def _with_days_apart(items: list[Item]) -> list[Item]:
    """ "Tuesday, Wednesday or Thursday", "Monday and Wednesday after two": weekdays in a row are alternatives."""
    apart = []
    for place, item in enumerate(items):
        before = items[place - 1].said if place else None
        in_a_row = isinstance(before, Day) and before.kind is DayKind.WEEKDAY
        other = isinstance(item.said, Day) and item.said.kind is DayKind.WEEKDAY and item.said != before
        apart.append(replace(item, joined=True) if in_a_row and other else item)
    return apart


def _alternatives(items: list[Item]) -> list[Option]:
    options = [Option()]
    for item in items:
        if item.joined and not options[-1].is_empty:
            options.append(Option())
        options[-1] = _with(options[-1], item.said)
    return options


def _with(option: Option, said: Day | Time | Span) -> Option:
    match said:
        case Day():
            return replace(option, days=(*option.days, said))
        case Time():
            return replace(option, times=(*option.times, said))
        case Span():
            return replace(option, spans=(*option.spans, said))


def _shared(options: list[Option]) -> list[Option]:
    """ "Monday or Tuesday at ten", "tomorrow at four or five": what one alternative lacks it has from its neighbour."""
    shared = list(options)
    for place in range(1, len(shared)):
        before, here = shared[place - 1], shared[place]
        if here.times and not here.days and not here.spans and before.days and before.times:
            shared[place] = replace(here, days=before.days)
    for place in range(len(shared) - 2, -1, -1):
        here, after = shared[place], shared[place + 1]
        if here.times and not here.days and not here.spans and after.days and after.times:
            shared[place] = replace(here, days=after.days)
        elif here.days and not here.times and after.days and after.times and not here.spans:
            shared[place] = replace(here, times=after.times)
    return shared


def _corrected(groups: list[list[Item]], items: list[Item]) -> list[list[Item]]:
    """Of what was said before, only the sorts that are not said again."""
    sorts = {type(item.said) for item in items}
    if Span in sorts:
        return [items]
    if Time in sorts or Day in sorts:
        sorts |= {Span}
    kept = [[item for item in group if type(item.said) not in sorts] for group in groups]
    last = next((group for group in reversed(kept) if group), [])
    return [[replace(item, joined=False) if not place else item for place, item in enumerate(last + items)]]


def _ends_with_before(clause: _Clause) -> bool:
    """ "Appelez avant": before what was told."""
    spoken = [token for token in clause.tokens if not token.has(Kind.STOP)]
    return bool(spoken) and spoken[-1].has(Kind.BEFORE) and not clause.items


def _has_end(item: Item) -> bool:
    return isinstance(item.said, Time) and item.said.until is not None


def _at_its_end(item: Item) -> Item:
    if isinstance(item.said, Time) and item.said.until is not None:
        return replace(item, said=Time(item.said.until))
    return item


def _limited(items: list[Item], of_times: Bound, of_days: DayKind) -> Option:
    """What was told as a limit: the time if one was told, on its day; else the day."""
    option = Option()
    timed = any(isinstance(item.said, Time) for item in items)
    for item in items:
        said = item.said
        if isinstance(said, Time) and said.clock is not None:
            said = replace(said, bound=of_times)
        elif isinstance(said, Time) and said.part:
            said = replace(said, part=("after_" if of_times is Bound.AFTER else "before_") + said.part)
        elif isinstance(said, Day) and not timed and said.kind not in (DayKind.AFTER, DayKind.FROM):
            until = (
                said.kind in (DayKind.BY, DayKind.BEFORE) and said.base is not None
            )  # "I'm back by Friday"
            said = Day(of_days, base=said.base if until else said)
        option = _with(option, said)
    return option
