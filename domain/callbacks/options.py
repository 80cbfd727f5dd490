"""What a phrase asks for, once its parts are put together: alternatives, each of days, times and spans that hold at once."""

from dataclasses import dataclass, replace

from domain.callbacks.answers import Unclear
from domain.callbacks.items import Bound, Day, DayKind, Item, Span, Time


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


def flipped(said: Day | Time | Span) -> Day | Time | None:
    """What is left of a limit that is refused: "not before ten" is from ten on."""
    if isinstance(said, Time) and said.clock is not None and said.until is None:
        opposite = {Bound.BEFORE: Bound.AFTER, Bound.AFTER: Bound.BEFORE}.get(said.bound)
        return None if opposite is None else replace(said, bound=opposite)
    if isinstance(said, Day) and said.kind in (DayKind.BEFORE, DayKind.AFTER):
        return replace(said, kind=DayKind.FROM if said.kind is DayKind.BEFORE else DayKind.BY)
    return None


def with_days_apart(items: list[Item]) -> list[Item]:
    """ "Tuesday, Wednesday or Thursday", "Monday and Wednesday after two": weekdays in a row are alternatives."""
    apart = []
    for place, item in enumerate(items):
        before = items[place - 1].said if place else None
        in_a_row = isinstance(before, Day) and before.kind is DayKind.WEEKDAY
        other = isinstance(item.said, Day) and item.said.kind is DayKind.WEEKDAY and item.said != before
        apart.append(replace(item, joined=True) if in_a_row and other else item)
    return apart


def alternatives(items: list[Item]) -> list[Option]:
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


def shared(options: list[Option]) -> list[Option]:
    """ "Monday or Tuesday at ten", "tomorrow at four or five": what one alternative lacks it has from its neighbour."""
    filled = list(options)
    for place in range(1, len(filled)):
        before, here = filled[place - 1], filled[place]
        if here.times and not here.days and not here.spans and before.days and before.times:
            filled[place] = replace(here, days=before.days)
    for place in range(len(filled) - 2, -1, -1):
        here, after = filled[place], filled[place + 1]
        if here.times and not here.days and not here.spans and after.days and after.times:
            filled[place] = replace(here, days=after.days)
        elif here.days and not here.times and after.days and after.times and not here.spans:
            filled[place] = replace(here, times=after.times)
    return filled


def corrected(groups: list[list[Item]], items: list[Item]) -> list[list[Item]]:
    """Of what was said before, only the sorts that are not said again."""
    sorts = {type(item.said) for item in items}
    if Span in sorts:
        return [items]
    if Time in sorts or Day in sorts:
        sorts |= {Span}
    kept = [[item for item in group if type(item.said) not in sorts] for group in groups]
    last = next((group for group in reversed(kept) if group), [])
    return [[replace(item, joined=False) if not place else item for place, item in enumerate(last + items)]]


def has_end(item: Item) -> bool:
    return isinstance(item.said, Time) and item.said.until is not None


def at_its_end(item: Item) -> Item:
    if isinstance(item.said, Time) and item.said.until is not None:
        return replace(item, said=Time(item.said.until))
    return item


def limited(items: list[Item], of_times: Bound, of_days: DayKind) -> Option:
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
