"""A campaign's plan as outsiders write it, checked before it becomes domain.campaigns.CampaignPlan."""

from datetime import date
from typing import Annotated, Final

import msgspec
from pydantic import ConfigDict, Field, field_validator

from api.request_bodies import Body, OutcomeName, Real, Whole
from domain.calling_hours import minute_of_day
from domain.campaigns import DEFAULT_RETRIES, AttemptCaps, CampaignPlan, Purpose, check_plan
from domain.errors import InvalidInput
from domain.outcomes import TechnicalResult

WIDEST_WINDOW: Final = 1000
Seconds = Annotated[Real, Field(ge=0, le=31 * 86_400)]
_OF_RECORDS = ConfigDict(from_attributes=True)


class RetryRuleBody(Body):
    """When to try again after one technical result; `attempts` counts all attempts of the lead that ended so."""

    model_config = _OF_RECORDS
    attempts: Whole = Field(3, ge=1, le=20)
    first_wait_seconds: Seconds = 3600.0
    factor: Real = Field(2.0, ge=1, le=10)
    longest_wait_seconds: Seconds = 172_800.0
    jitter: Real = Field(0.1, ge=0, le=1)
    another_part_of_day: bool = False


class CapsBody(Body):
    """How often one number may be tried: in all, per day, and how far apart over all campaigns."""

    model_config = _OF_RECORDS
    per_lead: Whole = Field(6, ge=1, le=50)
    per_day: Whole = Field(3, ge=1, le=50)
    gap_seconds: Seconds = 3600.0


class FollowUpBody(Body):
    """Send this SMS after a call ends so; the text may carry {{variables}}. outcomes: built-in ones, and the script's own."""

    model_config = _OF_RECORDS
    text: str = Field(min_length=1, max_length=1600)
    delay_seconds: Seconds = 60.0
    outcomes: list[OutcomeName] = Field(default_factory=list)
    results: list[TechnicalResult] = Field(default_factory=list)


class WindowBody(Body):
    """The campaign's own hours, in each lead's local time; weekdays count from 0, Monday."""

    model_config = _OF_RECORDS
    weekdays: list[Annotated[Whole, Field(ge=0, le=6)]] = Field(min_length=1, max_length=7)
    opens: str = Field(examples=["09:00"])
    closes: str = Field(examples=["17:30"])

    @field_validator("opens", "closes")
    @classmethod
    def is_a_time(cls, value: str) -> str:
        """Refuse what the calling hours cannot read."""
        try:
            minute_of_day(value)
        except InvalidInput as error:
            raise ValueError('times are written "09:00" to "24:00"') from error
        return value


class PlanBody(Body):
    """How a campaign calls. `window`: calls that may be due at once; `hours` narrow the rule packs' windows further.

    `voicemails`: messages left for one lead at most; a machine that answers after that is hung up on. `retries` change the
    usual rules for the results they name, and leave those of the others; `attempts` 1 is no retry; that for `talked` holds where
    an outcome of the script's own has `retry`. At
    `longest_call_seconds` the carrier cuts the leg off; an agent closes politely after its own `timeouts.longest_call`
    (milliseconds). Whoever asks for another call and does not say clearly when is called again after
    `callback_default_seconds`, counted from the talk's end; null: not before somebody has looked (the call is closed and
    marked for review). Nobody is contacted while a do-not-call list of `required_lists` (ids) is too old, empty or removed; those
    of the account that apply are looked at in any case. `caller_identities`: ids of the numbers that may be shown, see
    `/caller-identities`; of several, each person sees one of those that fit, always the same; without any the trunk's number is shown.
    """

    model_config = _OF_RECORDS
    purpose: Purpose = Purpose.SURVEY
    window: Whole = Field(20, ge=1, le=WIDEST_WINDOW)
    ring_seconds: Whole = Field(25, ge=5, le=120)
    longest_call_seconds: Whole = Field(300, ge=10, le=3600)
    caps: CapsBody = Field(default_factory=lambda: CapsBody.model_validate(AttemptCaps()))
    retries: dict[TechnicalResult, RetryRuleBody] = Field(
        default_factory=lambda: {
            result: RetryRuleBody.model_validate(rule) for result, rule in DEFAULT_RETRIES.items()
        }
    )
    hours: list[WindowBody] = Field(default_factory=list, max_length=50)
    closed_on: list[date] = Field(default_factory=list, max_length=400)
    follow_ups: list[FollowUpBody] = Field(default_factory=list, max_length=10)
    sync_crm: bool = True
    record: bool = False
    voicemails: Whole = Field(1, ge=0, le=5)
    callback_default_seconds: Seconds | None = Field(None, gt=0, examples=[86_400])
    required_lists: list[Annotated[str, Field(max_length=60)]] = Field(default_factory=list, max_length=20)
    caller_identities: list[Annotated[str, Field(max_length=60)]] = Field(
        default_factory=list, max_length=100
    )

    def plan(self) -> CampaignPlan:
        """The domain's record of a new plan. Raises InvalidInput."""
        return changed(CampaignPlan(), self)


def changed(plan: CampaignPlan, change: PlanBody) -> CampaignPlan:
    """The plan with the fields, and of its retries the results, that the change names. Raises InvalidInput."""
    before = msgspec.to_builtins(plan, str_keys=True)
    named = change.model_dump(mode="json", exclude_unset=True)
    retries = {**before["retries"], **named.get("retries", {})}
    wanted = msgspec.convert({**before, **named, "retries": retries}, CampaignPlan)
    check_plan(wanted)
    return wanted
