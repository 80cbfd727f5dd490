"""A phrase in clauses: what each of them tells, and which of its times suit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from domain.callbacks.items import Item
from domain.callbacks.lexicon.shape import OF_TIME, Kind, Lexicon
from domain.callbacks.tokens import Token


class Role(IntEnum):
    """What a clause tells: a wish, that they cannot then, that something is then or is over then, or what was."""

    WISH = 0
    AWAY = 1
    EVENT = 2
    END_OF_EVENT = 3
    GONE = 4


_ROLES: Final = (
    (Kind.GONE, Role.GONE),
    (Kind.END_OF_EVENT, Role.END_OF_EVENT),
    (Kind.EVENT, Role.EVENT),
)
_PARTS_CLAUSES: Final = (Kind.STOP, Kind.SO, Kind.BECAUSE, Kind.BUT, Kind.WISH, Kind.CORRECT, Kind.FREE)
_TELLS: Final = (Kind.AWAY, Kind.EVENT, Kind.END_OF_EVENT, Kind.GONE)


@dataclass
class SaidClause:
    """One clause; corrects: it replaces what was said before. items, stray and loose: as domain.callbacks.scan found them."""

    tokens: list[Token] = field(default_factory=list)
    corrects: bool = False
    items: list[Item] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)

    def has(self, *kinds: Kind) -> bool:
        """Whether any of its words can mean any of these."""
        return any(token.has(*kinds) for token in self.tokens)

    @property
    def tells_of_others(self) -> bool:
        """Whether it tells what somebody does, so that "until" is when they can be called again."""
        return self.has(Kind.SUBJECT) and not self.has(Kind.FREE, Kind.WISH, Kind.GOOD)

    @property
    def role(self) -> Role:
        """What the clause tells; a wish said in it is one."""
        if self.tokens and self.tokens[0].has(Kind.WISH, Kind.FREE):
            return Role.WISH
        if self.tokens and self.tokens[0].has(Kind.BECAUSE) and not self.has(Kind.AWAY, Kind.END_OF_EVENT):
            return Role.EVENT
        for kind, role in _ROLES:
            if self.has(kind):
                return role
        return Role.AWAY if self.has(Kind.AWAY) else Role.WISH


def clauses_of(tokens: Sequence[Token], language: Lexicon) -> list[SaidClause]:
    """The tokens parted where another thing is told: at commas, where a wish or an excuse begins, at corrections."""
    clauses = [SaidClause()]
    for token in tokens:
        if token.has(Kind.WISH) and language.verb_last:  # what stands behind the excuse belongs to the wish
            cut = max((place for place, one in enumerate(clauses[-1].tokens) if one.has(*_TELLS)), default=-1)
            if cut >= 0:
                clauses.append(SaidClause(clauses[-1].tokens[cut + 1 :]))
                del clauses[-2].tokens[cut + 1 :]
        elif token.has(*_PARTS_CLAUSES):
            corrects = token.has(Kind.CORRECT) or (clauses[-1].corrects and not names_time(clauses[-1]))
            clauses.append(SaidClause(corrects=corrects))
        elif token.has(*_TELLS) and clauses[-1].has(Kind.WISH) and names_time(clauses[-1]):
            clauses.append(SaidClause())
        clauses[-1].tokens.append(token)
    return [clause for clause in clauses if clause.tokens]


def is_marked(clause: SaidClause) -> bool:
    """Whether it says that it is a wish."""
    return clause.tokens[0].has(Kind.WISH, Kind.FREE) or clause.has(Kind.GOOD)


def names_time_from(clauses: list[SaidClause], first: SaidClause) -> bool:
    return any(clause.items for clause in clauses[clauses.index(first) :])


def names_time(clause: SaidClause) -> bool:
    return clause.has(*OF_TIME, Kind.NUMBER)


def judged(clause: SaidClause, role: Role) -> list[tuple[Item, bool]]:
    """Each item with whether they cannot then: by a word before it, or behind it up to the next item."""
    found: list[tuple[Item, bool]] = []
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
            if verdict.has(Kind.BAD) and found and not own and type(found[-1][0].said) is not type(item.said):
                found[-1] = (found[-1][0], True)  # "tomorrow at four is no good"
        elif role is Role.AWAY and away_at is not None:
            before = [one for one in clause.items if one.start < away_at]
            refused = item.start < away_at if before else _reaches(clause, away_at, place)
        found.append((item, refused))
    return found


def _reaches(clause: SaidClause, away_at: int, place: int) -> bool:
    """Whether "I'm busy" before reaches this item: the first, and those that go on with it."""
    return all(
        type(clause.items[one].said) is not type(clause.items[one - 1].said)
        or any(
            token.has(Kind.OR, Kind.AND)
            for token in clause.tokens[clause.items[one - 1].end : clause.items[one].start]
        )
        for one in range(1, place + 1)
    )


def ends_with_before(clause: SaidClause) -> bool:
    """ "Appelez avant": before what was told."""
    spoken = [token for token in clause.tokens if not token.has(Kind.STOP)]
    return bool(spoken) and spoken[-1].has(Kind.BEFORE) and not clause.items
