"""Numbers that exist for stories only, and the demonstration's own list: never dialled on a real network.

Reserved ranges as the regulators publish them: NANPA (555-0100 to 0199), Ofcom (United Kingdom), ACMA (Australia),
ComReg (Ireland), ARCEP (France), Bundesnetzagentur (Germany), PTS (Sweden). The list errs towards refusing too much.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_RESERVED: Final = re.compile(
    r"\+(?:"
    r"1[2-9]\d\d555 01\d\d"
    r"|44(?:20 7946 0 | 11[3-8] 496 0 | 1[2-6]1 496 0 | 191 498 0 | 28 9649 6 | 29 2018 0)\d{3}"
    r"|44(?:1632 960 | 7700 900 | 3069 990)\d{3} | 44(?:808 1570 | 909 8790)\d{3}"
    r"|61[2378](?:5550|7010)\d{4}"
    r"|61491 57(?:0006|0110|015[6-9]|0313|0737|1266|1491|1804|2549|2665|2983|3087|3770|4118|4632|5254|5789"
    r"|6398|6801|7426|7644|8148|8888|8957|9212|9455|9760)"
    r"|61180(?:0160401 | 097570[7-9] | 097571[01]) | 611300 97570[7-9] | 611300 97571[01]"
    r"|35320 91\d{5}"
    r"|33(?:1 9900 | 2 6191 | 3 5301 | 4 6571 | 5 3649 | 6 3998)\d{4}"
    r"|49(?:30 23125 | 69 90009 | 40 66969 | 89 99998)\d{3} | 49221 4710\d{3}"
    r"|49(?:171 39200\d\d | 176 040690\d\d)"
    r"|49(?:152 (?:28817386|28895456|54599371) | 172 (?:9925904|9968532|9973185|9973186|9980752)"
    r"|174 (?:9091317|9464308))"
    r"|46(?:31 39006\d\d | 40 62804\d\d | 8 465004\d\d | 980 3192\d\d)"
    r"|4670 17406(?:0[5-9]|[1-9]\d)"
    r")",
    re.VERBOSE,
)


class DemonstrationNumbers:
    """Which numbers may be dialled on loopback only."""

    def __init__(self, listed: Iterable[str] = ()) -> None:
        """listed: further numbers in E.164, well formed but perhaps somebody's."""
        self._listed = frozenset(listed)

    def __call__(self, number: str) -> bool:
        """Say whether this E.164 number is reserved for fiction or on the list."""
        return number in self._listed or is_reserved_for_fiction(number)


def is_reserved_for_fiction(number: str) -> bool:
    """Say whether a regulator set this E.164 number aside for stories."""
    return _RESERVED.fullmatch(number) is not None


def read_demonstration_list(path: Path) -> DemonstrationNumbers:
    """The reserved ranges and the numbers of a file: E.164, one a line, # begins a comment. Raises ValueError."""
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return DemonstrationNumbers(_listed(path, [line for line in lines if line]))


def _listed(path: Path, numbers: Iterable[str]) -> Iterable[str]:
    for number in numbers:
        if not is_e164(number):
            raise ValueError(
                f"{path}: {number!r} is not E.164; write + and digits only, such as +14155552671"
            )
        yield number


def is_e164(number: str) -> bool:
    """Say whether this is + and 7 to 15 digits, the only form in which a number is compared or dialled."""
    return re.fullmatch(r"\+[1-9][0-9]{6,14}", number) is not None
