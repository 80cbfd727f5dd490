"""For how long an account keeps what it has, by class and by the country of whom it is about, and the laws that bound it.

A time that an account chose is raised to what a law of the country demands on the day it is asked.
Rows and files go by database/retention_calls.py and its neighbours; why so: decision 0066.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from hashlib import sha256
from json import dumps
from typing import Final

from domain.errors import InvalidInput
from domain.identifiers import AccountId
from domain.personal_data import DataClass

CONTENT_DAYS: Final = 183
EVIDENCE_DAYS: Final = 1827
AUDIT_DAYS: Final = 2557
LEAST_CONTENT_DAYS: Final = 30
"""What follows a call, its late reports, the CRM's week and its messages, is over by far."""
LEAST_EVIDENCE_DAYS: Final = 1827
"""Five years with a leap day or two: no shorter time is known to be enough anywhere (keep_evidence_v1.sql has the same)."""
LEAST_AUDIT_DAYS: Final = 2557
"""Seven years with a leap day or two (cut_audit_v1.sql has the same)."""
MOST_DAYS: Final = 36_525
ELSEWHERE: Final = "*"
"""In the place of a country: every other one."""
_NO_ACCOUNT: Final = AccountId("")
UNKNOWN: Final = ""
"""The country of those of whom nobody knows it: what any law demands is kept."""


@dataclass(frozen=True, slots=True)
class RetentionLaw:
    """How long a country's law has a class kept at least, in days, from a day on; source: where it says so."""

    country: str
    data_class: DataClass
    since: date
    source: str
    at_least: int


LAWS: Final = (
    RetentionLaw(
        "US",
        DataClass.EVIDENCE,
        date(2024, 10, 15),
        "16 CFR 310.5 (Telemarketing Sales Rule, 89 FR 26760): records of calls and consents for five years",
        1827,
    ),
    RetentionLaw(
        "DE",
        DataClass.EVIDENCE,
        date(2021, 10, 1),
        "UWG section 7a(2): proof of consent for five years from its giving and from each use",
        1827,
    ),
    RetentionLaw(
        "IN",
        DataClass.CONTENT,
        date(2027, 5, 13),
        "DPDP Rules 2025, rule 8(3): personal data, traffic data and logs for at least one year; in force from 13 May 2027",
        366,
    ),
)
"""As read in December 2026. A country that is not named has no bounds of its own here; the account's times hold there."""


@dataclass(frozen=True, slots=True)
class Times:
    """Days, of people of one country; None: as the account's own."""

    content_days: int | None = None
    evidence_days: int | None = None


@dataclass(frozen=True, slots=True)
class RetentionSettings:
    """What an account chose. countries: by ISO code; nothing goes while is_on is False."""

    is_on: bool = False
    content_days: int = CONTENT_DAYS
    evidence_days: int = EVIDENCE_DAYS
    audit_days: int = AUDIT_DAYS
    countries: Mapping[str, Times] = field(default_factory=dict)

    def mark(self) -> str:
        """Tells these times from all others; a plan carries it, and whoever turns retention on says which plan they saw."""
        times = {name: value for name, value in asdict(self).items() if name != "is_on"}
        return sha256(dumps(times, sort_keys=True, default=dict).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class KeptFor:
    """The days of content and of evidence by country, with ELSEWHERE and UNKNOWN among them, and of the account's audit log."""

    content: Mapping[str, int]
    evidence: Mapping[str, int]
    audit: int

    @property
    def longest_evidence(self) -> int:
        """Of what belongs to no country that anybody knows."""
        return max(self.evidence.values())

    @property
    def longest_content(self) -> int:
        """The same of content."""
        return max(self.content.values())


def kept_for(settings: RetentionSettings, on: date) -> KeptFor:
    """The times that hold on this day."""
    return KeptFor(
        content=_by_country(settings, DataClass.CONTENT, on),
        evidence=_by_country(settings, DataClass.EVIDENCE, on),
        audit=max(settings.audit_days, LEAST_AUDIT_DAYS),
    )


def check_times(settings: RetentionSettings, on: date) -> None:
    """Raises InvalidInput if a time is shorter than it may be on this day."""
    _check("content_days", settings.content_days, DataClass.CONTENT, None, on)
    _check("evidence_days", settings.evidence_days, DataClass.EVIDENCE, None, on)
    if settings.audit_days < LEAST_AUDIT_DAYS:
        raise InvalidInput(
            f"The audit log is kept for {LEAST_AUDIT_DAYS} days or longer.", pointer="/audit_days"
        )
    for country, times in settings.countries.items():
        where = f"countries/{country}"
        if times.content_days is not None:
            _check(f"{where}/content_days", times.content_days, DataClass.CONTENT, country, on)
        if times.evidence_days is not None:
            _check(f"{where}/evidence_days", times.evidence_days, DataClass.EVIDENCE, country, on)


def _check(where: str, days: int, data_class: DataClass, country: str | None, on: date) -> None:
    least = LEAST_CONTENT_DAYS if data_class is DataClass.CONTENT else LEAST_EVIDENCE_DAYS
    if days < least:
        raise InvalidInput(f"It is kept for {least} days or longer.", pointer=f"/{where}")
    for law in _laws(data_class, country, on):
        if days < law.at_least:
            raise InvalidInput(
                f"A law demands {law.at_least} days or more: {law.source}.", pointer=f"/{where}"
            )


def _by_country(settings: RetentionSettings, data_class: DataClass, on: date) -> dict[str, int]:
    content = data_class is DataClass.CONTENT
    account = settings.content_days if content else settings.evidence_days
    least = LEAST_CONTENT_DAYS if content else LEAST_EVIDENCE_DAYS
    of_class = [law for law in LAWS if law.data_class is data_class and law.since <= on]
    days = {ELSEWHERE: max(account, least)}
    for country in {*settings.countries, *(law.country for law in of_class)}:
        own = settings.countries.get(country, Times())
        chosen = (own.content_days if content else own.evidence_days) or account
        days[country] = max([chosen, least, *(law.at_least for law in _laws(data_class, country, on))])
    demanded = max((law.at_least for law in of_class), default=0)
    return days | {UNKNOWN: max(days[ELSEWHERE], demanded)}


def _laws(data_class: DataClass, country: str | None, on: date) -> list[RetentionLaw]:
    return [law for law in LAWS if (law.data_class, law.country) == (data_class, country) and law.since <= on]


@dataclass(frozen=True, slots=True)
class RetentionOrder:
    """What the round over all accounts is started with: behind which account it goes on; and each step of one account's run.

    only: the account alone, of a run that somebody asked for; None for all that are due.
    """

    after: str = ""
    only: AccountId | None = None


@dataclass(frozen=True, slots=True)
class DueRun:
    """One account's run; run_id: None when there is none (any more)."""

    account_id: AccountId = _NO_ACCOUNT
    run_id: str | None = None


@dataclass(frozen=True, slots=True)
class SweepOrder:
    """A stretch of an account's run: at which of the steps it begins, and behind which row of that, as the stretch before it ended."""

    account_id: AccountId
    run_id: str
    step: int = 0
    behind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SweepEnd:
    """What came of a stretch: whether there is more to do, and where the next one begins."""

    more: bool
    step: int = 0
    behind: tuple[str, ...] = ()
