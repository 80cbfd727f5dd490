"""A campaign's plan and its states; which action is legal when.

Asked for by api/campaigns/actions.py, obeyed by workflows/campaign.py, stored by activities/campaigns.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from domain.errors import IllegalTransition, InvalidInput
from domain.identifiers import AccountId, CampaignId
from domain.outcomes import OUTCOME_FLAGS, TechnicalResult
from domain.own_outcomes import OutcomeDefinition
from domain.placeholders import check_placeholders, variables_in


class CampaignState(StrEnum):
    """Where a campaign stands."""

    DRAFT = "draft"
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    COMPLETED = "completed"


class CampaignAction(StrEnum):
    """What an operator may ask of a campaign."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"


_LEGAL: Final[dict[CampaignState, dict[CampaignAction, CampaignState]]] = {
    CampaignState.DRAFT: {
        CampaignAction.START: CampaignState.RUNNING,
        CampaignAction.CANCEL: CampaignState.CANCELLED,
    },
    CampaignState.RUNNING: {
        CampaignAction.PAUSE: CampaignState.PAUSED,
        CampaignAction.CANCEL: CampaignState.CANCELLING,
    },
    CampaignState.PAUSED: {
        CampaignAction.RESUME: CampaignState.RUNNING,
        CampaignAction.CANCEL: CampaignState.CANCELLING,
    },
    CampaignState.CANCELLING: {},
    CampaignState.CANCELLED: {},
    CampaignState.COMPLETED: {},
}

# A repeated action that is already in effect answers as the first one did.
_IN_EFFECT: Final[dict[CampaignAction, frozenset[CampaignState]]] = {
    CampaignAction.START: frozenset({CampaignState.RUNNING}),
    CampaignAction.PAUSE: frozenset({CampaignState.PAUSED}),
    CampaignAction.RESUME: frozenset({CampaignState.RUNNING}),
    CampaignAction.CANCEL: frozenset({CampaignState.CANCELLING, CampaignState.CANCELLED}),
}


def legal_actions(state: CampaignState) -> tuple[CampaignAction, ...]:
    """What may be asked of a campaign in this state."""
    return tuple(_LEGAL[state])


def next_state(state: CampaignState, action: CampaignAction) -> CampaignState:
    """The state after this action; the same state when it is already in effect. Raises IllegalTransition."""
    if state in _IN_EFFECT[action]:
        return state
    if action not in _LEGAL[state]:
        raise IllegalTransition("campaign", state, action, legal_actions(state))
    return _LEGAL[state][action]


class Purpose(StrEnum):
    """Why people are called; decides which consent is needed."""

    SURVEY = "survey"
    SERVICE = "service"
    MARKETING = "marketing"


@dataclass(frozen=True, slots=True)
class RetryRule:
    """When to try again after one technical result; attempts counts all attempts of the lead that ended so.

    first_wait_seconds grows by factor with each further attempt, up to longest_wait_seconds, then jitter of at
    most the given share is added; another_part_of_day moves the attempt to another part of the lead's day.
    """

    attempts: int = 3
    first_wait_seconds: float = 3600.0
    factor: float = 2.0
    longest_wait_seconds: float = 172_800.0
    jitter: float = 0.1
    another_part_of_day: bool = False


DEFAULT_RETRIES: Final[dict[TechnicalResult, RetryRule]] = {
    TechnicalResult.TALKED: RetryRule(attempts=2, first_wait_seconds=86_400.0, another_part_of_day=True),
    TechnicalResult.BUSY: RetryRule(attempts=4, first_wait_seconds=900.0),
    TechnicalResult.NO_ANSWER: RetryRule(attempts=4, first_wait_seconds=7200.0, another_part_of_day=True),
    TechnicalResult.VOICEMAIL_LEFT: RetryRule(attempts=1, first_wait_seconds=86_400.0),
    TechnicalResult.VOICEMAIL_SILENT: RetryRule(
        attempts=3, first_wait_seconds=14_400.0, another_part_of_day=True
    ),
    TechnicalResult.NUMBER_UNAVAILABLE: RetryRule(
        attempts=2, first_wait_seconds=86_400.0, another_part_of_day=True
    ),
    TechnicalResult.NO_RESPONSE: RetryRule(attempts=2, first_wait_seconds=14_400.0, another_part_of_day=True),
    TechnicalResult.HUNG_UP_EARLY: RetryRule(attempts=2, first_wait_seconds=86_400.0),
    TechnicalResult.CARRIER_FAILED: RetryRule(attempts=3, first_wait_seconds=600.0),
    TechnicalResult.CONVERSATION_LOST: RetryRule(attempts=2, first_wait_seconds=3600.0),
    TechnicalResult.VENDOR_FAILED: RetryRule(attempts=3, first_wait_seconds=1800.0),
    TechnicalResult.UNCONFIRMED: RetryRule(attempts=2, first_wait_seconds=3600.0),
}


@dataclass(frozen=True, slots=True)
class AttemptCaps:
    """How often one number may be tried: in all, per day of the lead's own date, and how far apart over all campaigns."""

    per_lead: int = 6
    per_day: int = 3
    gap_seconds: float = 3600.0


@dataclass(frozen=True, slots=True)
class FollowUpRule:
    """Send this SMS text (with {{variables}}) this long after a call ends with one of these outcomes or results.

    outcomes: built-in ones and the script's own; follow_up means those of its own as well that are to be followed up.
    """

    text: str
    delay_seconds: float = 60.0
    outcomes: tuple[str, ...] = ()
    results: tuple[TechnicalResult, ...] = ()


@dataclass(frozen=True, slots=True)
class CustomWindow:
    """The campaign's own narrower hours: weekdays 0 (Monday) to 6, local "HH:MM" times; may cross midnight."""

    weekdays: tuple[int, ...]
    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class CampaignPlan:
    """How a campaign calls; can be changed only while it is a draft or paused.

    window: how many calls may be due at once; default_region: ISO country of numbers written without one;
    hours: further narrowing of the rule packs' windows, empty for none; closed_on: ISO dates nobody is called;
    voicemails: how many messages are left for one lead at most, counted only with proof;
    callback_default_seconds: how long after a talk somebody is called again who asked for it and did not say clearly
    when; None for never: a person looks first; required_lists: ids of the named do-not-call lists without which nobody is
    contacted; caller_identities: ids of the numbers that may be shown, none for the trunk's.
    """

    purpose: Purpose = Purpose.SURVEY
    window: int = 20
    ring_seconds: int = 25
    longest_call_seconds: int = 300
    caps: AttemptCaps = field(default_factory=AttemptCaps)
    retries: dict[TechnicalResult, RetryRule] = field(default_factory=lambda: dict(DEFAULT_RETRIES))
    hours: tuple[CustomWindow, ...] = ()
    closed_on: tuple[str, ...] = ()
    follow_ups: tuple[FollowUpRule, ...] = ()
    sync_crm: bool = True
    record: bool = False
    voicemails: int = 1
    callback_default_seconds: float | None = None
    required_lists: tuple[str, ...] = ()
    caller_identities: tuple[str, ...] = ()

    def variables(self) -> frozenset[str]:
        """What its follow-ups need from each lead, beside what the script needs."""
        return frozenset[str]().union(*(variables_in(rule.text) for rule in self.follow_ups))


def check_plan(plan: CampaignPlan, pointer: str = "/plan") -> None:
    """Raises InvalidInput for what would be accepted and not meant; pointer: where the plan stands in the request.

    What it names of a script is checked by check_outcomes_named.
    """
    for place, rule in enumerate(plan.follow_ups):
        at = f"{pointer}/follow_ups/{place}"
        check_placeholders(rule.text, f"{at}/text")
        if not rule.text.strip():
            raise InvalidInput("The message is blank; write its text.", pointer=f"{at}/text", code="blank")
        if not (rule.outcomes or rule.results):
            raise InvalidInput(
                "This message would never be sent; name the outcomes or results that it follows.",
                pointer=at,
                code="never_sent",
            )
    for place, window in enumerate(plan.hours):
        if window.opens == window.closes or (window.opens, window.closes) == ("24:00", "00:00"):
            raise InvalidInput(
                "This window opens and closes at the same time; for the whole day write 00:00 to 24:00.",
                pointer=f"{pointer}/hours/{place}/closes",
                code="empty_window",
            )


def check_outcomes_named(
    plan: CampaignPlan, own: Iterable[OutcomeDefinition], pointer: str = "/plan"
) -> None:
    """Raises InvalidInput where a message follows an outcome that no call with this script can have, or after which
    nobody is contacted. own: the script's outcomes."""
    known = {**OUTCOME_FLAGS, **{each.name: each.flags for each in own}}
    for place, rule in enumerate(plan.follow_ups):
        for number, outcome in enumerate(rule.outcomes):
            at = f"{pointer}/follow_ups/{place}/outcomes/{number}"
            if outcome not in known:
                raise InvalidInput(
                    f"Neither the script nor Outbound has an outcome {outcome}; there are {', '.join(known)}.",
                    pointer=at,
                    code="unknown_outcome",
                )
            if known[outcome].suppresses:
                raise InvalidInput(
                    f"Nobody is contacted again after {outcome}, so no message can follow it; take it out.",
                    pointer=at,
                    code="never_sent",
                )


@dataclass(frozen=True, slots=True)
class CampaignOrder:
    """What a CampaignWorkflow is started with: where its row stands.

    round: where its feeder goes on; more than 0 when another run has fed it before.
    """

    account_id: AccountId
    campaign_id: CampaignId
    round: int = 0
    state: CampaignState = CampaignState.RUNNING


@dataclass(frozen=True, slots=True)
class FeedRound:
    """One round of a campaign's feeder; repeating a round claims the same leads.

    begun: how many of its calls were started before it was cut short; None for a new round.
    """

    account_id: AccountId
    campaign_id: CampaignId
    round: int
    begun: int | None = None


@dataclass(frozen=True, slots=True)
class FeedResult:
    """What a round did.

    whole: the round is finished and the next number may be used; wait_seconds: how long nothing will change by
    itself; done: every lead's call is closed.
    """

    state: CampaignState
    started: int
    whole: bool
    wait_seconds: float
    done: bool
    note: str


@dataclass(frozen=True, slots=True)
class CampaignChange:
    """Store a campaign's new state. act: the number of the operator's act that it follows from, 0 for none."""

    account_id: AccountId
    campaign_id: CampaignId
    state: CampaignState
    act: int = 0


@dataclass(frozen=True, slots=True)
class CampaignStanding:
    """Where a campaign stands, and the number of the newest act that it follows from, 0 for none."""

    state: CampaignState
    act: int


@dataclass(frozen=True, slots=True)
class PaceChange:
    """Let at most this many of the campaign's calls be due at once. act: the number of the operator's act, 0 for none."""

    account_id: AccountId
    campaign_id: CampaignId
    window: int
    act: int = 0
