"""A promised moment as it is read back to a person."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.callbacks import Moment, resolve
from domain.callbacks.spoken import spoken

NEW_YORK = ZoneInfo("America/New_York")
TUESDAY = datetime(2026, 11, 24, 21, 0, tzinfo=UTC)


def named(minutes: int, width: timedelta = timedelta(0), *, before: timedelta = timedelta(0)) -> Moment:
    """width: of all the stretch that was named; before: how much of it lies before the moment itself."""
    at = TUESDAY + timedelta(minutes=minutes)
    return Moment(at, at - before, at - before + width, "then", "")


@pytest.mark.parametrize(
    ("language", "moment", "said"),
    [
        ("en", named(0), "on Tuesday, 24 November, at 4 pm"),
        ("en-GB", named(30), "on Tuesday, 24 November, at 4:30 pm"),
        ("en", named(-240), "on Tuesday, 24 November, at 12 pm"),
        ("en", named(-960), "on Tuesday, 24 November, at 12 am"),
        ("en", named(0, timedelta(minutes=90)), "on Tuesday, 24 November, at 4 pm"),
        ("en", named(0, timedelta(minutes=91)), "on Tuesday, 24 November, at about 4 pm"),
        ("en", named(0, timedelta(hours=4)), "on Tuesday, 24 November, at about 4 pm"),
        (
            "en",
            named(0, timedelta(hours=4), before=timedelta(hours=2)),
            "on Tuesday, 24 November, at about 4 pm",
        ),
        ("en", named(0, timedelta(hours=9)), "on Tuesday, 24 November"),
        ("es-MX", named(0), "el martes 24 de noviembre a las 16"),
        ("es", named(15), "el martes 24 de noviembre a las 16:15"),
        ("de", named(30), "am Dienstag, dem 24. November um 16 Uhr 30"),
        ("fr", named(30), "le mardi 24 novembre à 16h30"),
        ("pt-BR", named(0), "terça-feira, 24 de novembro às 16h"),
        ("hi", named(30), "मंगलवार, 24 नवंबर को शाम 4:30 बजे"),
        ("xx", named(0), "on Tuesday, 24 November at 4 pm"),
    ],
)
def test_a_moment_is_said_on_the_persons_own_clock(language: str, moment: Moment, said: str) -> None:
    assert said == spoken(moment, NEW_YORK, language)


@pytest.mark.parametrize("language", ["en", "es", "de", "fr", "pt", "hi"])
def test_what_is_read_back_means_the_same_moment(language: str) -> None:
    """A person who repeats our words promises nothing else."""
    again = resolve(
        spoken(named(0), NEW_YORK, language),
        ("America/New_York",),
        datetime(2026, 11, 20, 9, tzinfo=UTC),
        languages=(language,),
    )
    assert isinstance(again, Moment)
    assert TUESDAY == again.at
