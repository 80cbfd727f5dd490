"""The texts that a regular expression likes least, made from its own words: each repeat, repeated, and then a near-miss."""

import importlib
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

# How Python itself takes a pattern apart; typeshed does not know these.
_parser: Any = importlib.import_module("re._parser")
op: Any = importlib.import_module("re._constants")

_NEAR_MISS: Final = "zzz"
_ALTERNATIVES: Final = 6
Tree = Any


@dataclass(frozen=True)
class WorstCase:
    """A text that can be made as long as one likes: before, so many times again, then behind."""

    before: str
    again: str
    behind: str

    def text(self, times: int) -> str:
        """The text of this many repetitions."""
        return f"{self.before}{self.again * times}{self.behind}"


def worst_cases(pattern: str) -> Iterable[WorstCase]:
    """The worst texts for one pattern, each once, always the same ones."""
    return dict.fromkeys(_worst_cases(pattern))


def _worst_cases(pattern: str) -> Iterator[WorstCase]:
    tree = _parser.parse(pattern)
    chance = random.Random(pattern.encode(errors="surrogatepass"))
    whole = _sample(tree, chance)
    for again in {whole, whole.rpartition(" ")[0], whole.partition(" ")[0]} - {""}:
        yield WorstCase("", f"{again} ", _NEAR_MISS)
    for before, body in _repeats(tree, "", chance):
        bodies = list(dict.fromkeys(_each(body, chance)))
        for again in (*bodies, "".join(bodies[:2])):
            if again:
                for behind in ("", f" {_NEAR_MISS}", "!"):
                    yield WorstCase(before, again, behind)


def samples(pattern: str, times: int) -> Iterator[str]:
    """So many texts that a pattern takes, or nearly, always the same ones."""
    chance = random.Random(pattern.encode(errors="surrogatepass"))
    tree = _parser.parse(pattern)
    yield from (_sample(tree, chance) for _ in range(times))


def _repeats(tree: Tree, before: str, chance: random.Random) -> Iterator[tuple[str, Tree]]:
    """Everything in a pattern that may come more than once, with a text for what stands before it."""
    for code, argument in tree:
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            _, most, body = argument
            if most is op.MAXREPEAT or most > 1:
                yield before, body
            yield from _repeats(body, before, chance)
        elif code is op.SUBPATTERN:
            yield from _repeats(argument[3], before, chance)
        elif code is op.ATOMIC_GROUP:
            yield from _repeats(argument, before, chance)
        elif code is op.BRANCH:
            for branch in argument[1]:
                yield from _repeats(branch, before, chance)
        elif code in (op.ASSERT, op.ASSERT_NOT):
            yield from _repeats(argument[1], before, chance)
        before += _sample([(code, argument)], chance)


def _each(body: Tree, chance: random.Random) -> Iterator[str]:
    for _ in range(_ALTERNATIVES):
        yield _sample(body, chance)


def _sample(tree: Tree, chance: random.Random) -> str:
    """A text that the pattern takes, or nearly: look-arounds are not heeded."""
    return "".join(_sample_of(code, argument, chance) for code, argument in tree)


def _sample_of(code: Any, argument: Any, chance: random.Random) -> str:
    match code:
        case op.LITERAL:
            return chr(argument)
        case op.NOT_LITERAL | op.ANY:
            return "a"
        case op.IN:
            return _character(argument, chance)
        case op.BRANCH:
            return _sample(chance.choice(argument[1]), chance)
        case op.SUBPATTERN:
            return _sample(argument[3], chance)
        case op.ATOMIC_GROUP:
            return _sample(argument, chance)
        case op.MAX_REPEAT | op.MIN_REPEAT | op.POSSESSIVE_REPEAT:
            fewest, most, body = argument
            return "".join(_sample(body, chance) for _ in range(max(fewest, min(most, 1))))
        case _:
            return ""


_OF_CATEGORY: Final = {op.CATEGORY_DIGIT: "1", op.CATEGORY_SPACE: " ", op.CATEGORY_WORD: "a"}


def _character(choices: list[tuple[Any, Any]], chance: random.Random) -> str:
    positive = [(code, argument) for code, argument in choices if code is not op.NEGATE]
    if len(positive) < len(choices):
        excluded = {chr(argument) for code, argument in positive if code is op.LITERAL}
        return next(character for character in "a1 .," if character not in excluded)
    code, argument = chance.choice(positive)
    match code:
        case op.LITERAL:
            return chr(argument)
        case op.RANGE:
            return chr(argument[0])
        case _:
            return _OF_CATEGORY.get(argument, "-")
