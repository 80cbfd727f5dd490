"""Wherever a conversation stands and whatever happens then, it does what reactions.txt says.

A change that is meant to change it writes the file anew (`python -m tests.media.reactions`), and its diff is read with the change.
"""

import pytest

from tests.media.reactions import EVERYWHERE, reactions, written

WRITTEN = written()


def test_the_file_tells_of_every_situation() -> None:
    assert list(EVERYWHERE) == list(WRITTEN)


@pytest.mark.parametrize("where", EVERYWHERE)
def test_what_happens_is_answered_as_before(where: str) -> None:
    assert WRITTEN[where] == list(reactions(where)), "if this is meant: python -m tests.media.reactions"
