"""The model is told what day and time it is where the person is, anew with every question to it."""

from datetime import UTC, datetime

import pytest

from media.engine.local_time import their_time
from tests.media.plans import plan
from tests.media.script import Script

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
NEW_YORK, DETROIT, CHICAGO = "America/New_York", "America/Detroit", "America/Chicago"


@pytest.mark.parametrize(
    ("zones", "lives_in", "told"),
    [
        ((), None, ()),
        (("Nowhere/At_all",), None, ()),
        (("Asia/Kolkata",), None, ("It is Tuesday, 24 November 2026, 17:30 where the person is.",)),
        (("Pacific/Auckland",), None, ("It is Wednesday, 25 November 2026, 01:00 where the person is.",)),
        ((NEW_YORK, DETROIT), None, ("It is Tuesday, 24 November 2026, 07:00 where the person is.",)),
        ((NEW_YORK, CHICAGO), NEW_YORK, ("Where the person is, it is most likely Tuesday, 24 November 2026, 07:00 (America/New_York).",)),
        ((NEW_YORK, DETROIT, CHICAGO), None, (
            "Where the person is, it is Tuesday, 24 November 2026, 07:00 (America/New_York, America/Detroit) or "
            "Tuesday, 24 November 2026, 06:00 (America/Chicago).",
        )),
    ],
)  # fmt: skip
def test_their_clock_is_told(zones: tuple[str, ...], lives_in: str | None, told: tuple[str, ...]) -> None:
    assert told == their_time(plan(zones=zones, lives_in=lives_in), NOON)


def test_no_more_than_four_clocks_and_four_zones_of_each_are_told() -> None:
    """A country of many zones: the model needs no list of them."""
    west = ["Denver", "Los_Angeles", "Anchorage", "Adak"]
    clocks = (NEW_YORK, CHICAGO, *(f"America/{city}" for city in west))
    (told,) = their_time(plan(zones=clocks), NOON)
    assert (3, True, False) == (told.count(" or "), "Los_Angeles" in told, "Anchorage" in told)
    eastern = (NEW_YORK, DETROIT, "America/Toronto", "America/Nassau", "America/Iqaluit")
    (told,) = their_time(plan(zones=(*eastern, CHICAGO)), NOON)
    assert ("America/Nassau)" in told, "Iqaluit" in told) == (True, False)


def test_it_is_kept_right_during_the_call() -> None:
    """The call begins at 9:00 UTC; what was true then is not told again."""
    script = Script(plan(zones=("Europe/Paris",))).until_silent().says("Who is this?")
    assert ("It is Saturday, 21 November 2026, 10:00 where the person is.",) == script.asked().notes
    for topic in ("tariffs", "contracts", "deliveries", "invoices", "weekends", "holidays"):
        script.model_says(f"I can tell you something about {topic}, and so I do. " * 5).until_silent()
        script.says(f"And what about our {topic}?")
    assert " 10:01 where" in script.asked().notes[0]
    assert 1 == sum("where the person is" in note for note in script.asked().notes)
