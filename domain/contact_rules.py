"""By which rule a contact is held or refused: what every reason names beside its sentence (contactability.py).

The law's own rules are fields of rule packs (rule_packs.py). Here are the others: what the campaign, the person, the list or the
system says. A name says where the rule stands and can be changed; a source who says so.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. name: "us@2026-11-01 states.FL.max_per_day" in a rule pack, "plan.caps.per_day" elsewhere; source: a sentence."""

    name: str
    source: str


_PLAN: Final = "The plan of the campaign, or of the single call."
_PERSON: Final = "What the person said, wrote, or had noted: outbound preferences list."
_LAW_2: Final = "Law 2 of the system (docs/laws.md): what is unknown is never called."

DO_NOT_CALL: Final = Rule("do_not_call", "The account's do-not-call list: outbound dnc list.")
LIST_AGE: Final = Rule(
    "do_not_call.lists", "How old the account's named lists may be: outbound dnc lists show."
)
CAMPAIGN_STATE: Final = Rule("campaign.state", "Who runs the campaign started, paused or cancelled it.")
LEAD_REVIEW: Final = Rule("lead.review", _LAW_2)
LEAD_ZONES: Final = Rule("lead.zones", _LAW_2)
LEAD_RULES: Final = Rule("lead.rules", _LAW_2)
SCRIPT_VARIABLES: Final = Rule("script.variables", _LAW_2)
CALL_STATE: Final = Rule(
    "call.state", "Law 5 of the system (docs/laws.md): a call that has ended is never made again."
)
CALL_MOMENT: Final = Rule("call.not_before", "The moment that this call waits for.")
LIVE_LEG: Final = Rule(
    "number.live_leg", "Law 1 of the system (docs/laws.md): one live leg for each number, over all campaigns."
)
UNCONFIRMED: Final = Rule(
    "number.unconfirmed",
    "Law 1 of the system (docs/laws.md): a dial that may have left counts as one that rings.",
)
CONSENT_WITHDRAWN: Final = Rule("consent.withdrawn", "What the person took back: outbound consents list.")
PLAN_HOURS: Final = Rule("plan.hours", _PLAN)
PLAN_CLOSED_ON: Final = Rule("plan.closed_on", _PLAN)
PER_LEAD: Final = Rule("plan.caps.per_lead", _PLAN)
PER_DAY: Final = Rule("plan.caps.per_day", _PLAN)
OWN_GAP: Final = Rule("plan.caps.gap_seconds", _PLAN)
WISHED_HOURS: Final = Rule("preference.when", _PERSON)
WISHED_WRITING: Final = Rule("preference.writing", _PERSON)
WISHED_GAP: Final = Rule("preference.how_often", _PERSON)
