"""Names of things: prefixed, time-ordered ids and the workflow ids made from them. Nothing personal is ever part of one."""

from base64 import b32encode
from datetime import datetime
from itertools import islice, product
from typing import Final, Literal, NewType

AccountId = NewType("AccountId", str)
AgentId = NewType("AgentId", str)
AttemptId = NewType("AttemptId", str)
CallId = NewType("CallId", str)
CampaignId = NewType("CampaignId", str)
ConnectionId = NewType("ConnectionId", str)
ImportId = NewType("ImportId", str)
LeadId = NewType("LeadId", str)
MessageId = NewType("MessageId", str)
ScriptVersionId = NewType("ScriptVersionId", str)
SessionId = NewType("SessionId", str)
TrunkId = NewType("TrunkId", str)
UserId = NewType("UserId", str)

Prefix = Literal[
    "acc",
    "agent",
    "audit",
    "call",
    "camp",
    "cid",
    "conn",
    "cons",
    "ctext",
    "dec",
    "doc",
    "evt",
    "idn",
    "hold",
    "imp",
    "key",
    "lead",
    "lh",
    "lhm",
    "list",
    "msg",
    "pdh",
    "pref",
    "rpv",
    "preq",
    "ret",
    "script",
    "ses",
    "sup",
    "sv",
    "trunk",
    "usr",
    "wh",
    "whd",
]

_ALPHABET: Final = (
    "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: sorts like the number, no look-alikes
)
_DIGITS: Final = 26
_TO_CROCKFORD: Final = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", _ALPHABET.encode())
ENTROPY_BYTES: Final = 10


def make_id(prefix: Prefix, at: datetime, entropy: bytes) -> str:
    """An id such as `call_01jd…`: 48 bits of milliseconds, then 80 bits of entropy; later ids sort later."""
    number = (int(at.timestamp() * 1000) << 80) | int.from_bytes(entropy[:ENTROPY_BYTES])
    # 26 digits of 5 bits, moved to the front of whole groups of 40; an import makes an id for each row.
    digits = b32encode((number << 30).to_bytes(20))[:_DIGITS].translate(_TO_CROCKFORD)
    return f"{prefix}_{digits.decode()}"


_LAST_DIGITS: Final = 4
MOST_IDS: Final = len(_ALPHABET) ** _LAST_DIGITS


def make_ids(prefix: Prefix, at: datetime, entropy: bytes, count: int) -> list[str]:
    """Ids for the rows of one batch, ascending, MOST_IDS at most: one id, and a count in place of its last digits."""
    if count > MOST_IDS:
        raise ValueError(f"At most {MOST_IDS} ids come from one entropy.")
    stem = make_id(prefix, at, entropy)[:-_LAST_DIGITS]
    return [stem + "".join(digits) for digits in islice(product(_ALPHABET, repeat=_LAST_DIGITS), count)]


def planned_call_id(lead_id: LeadId) -> CallId:
    """The id of the one call that is planned for a lead of a campaign."""
    return CallId(f"call_{lead_id.removeprefix('lead_')}")


def attempt_id(call_id: CallId, number: int) -> AttemptId:
    """The id of a call's n-th attempt (from 1); the same for every repetition of the same step."""
    return AttemptId(f"{call_id}-{number}")


def campaign_workflow_id(campaign_id: CampaignId) -> str:
    """The workflow that feeds this campaign's calls."""
    return f"campaign/{campaign_id}"


def webhook_workflow_id(endpoint_id: str) -> str:
    """The workflow that tells one program what happens."""
    return f"webhooks/{endpoint_id}"


def person_workflow_id(request_id: str) -> str:
    """The workflow that gives out, or forgets, what is known of one person; it names neither person nor number."""
    return f"person/{request_id}"


def reset_workflow_id(address_hash: str) -> str:
    """The workflow of a forgotten password; of the keyed hash of the address, which is told to nobody."""
    return f"reset/{address_hash[:32]}"


def retention_workflow_id(account_id: AccountId) -> str:
    """The workflow of one account's run of retention that somebody asked for."""
    return f"retention/{account_id}"


def act_update_id(act: int) -> str:
    """The id of the update by which this act of an operator, numbered by the audit log, is carried to a workflow."""
    return f"act/{act}"


def act_of_update(update_id: str) -> int:
    """The number of the act that such an update carries; 0 for none, as of one that was sent by other hands."""
    kind, _, number = update_id.partition("/")
    return int(number) if kind == "act" and number.isdecimal() else 0


def call_workflow_id(call_id: CallId, campaign_id: CampaignId | None, lead_id: LeadId | None) -> str:
    """The workflow that owns this call and all its attempts."""
    if campaign_id is None or lead_id is None:
        return f"call/direct/{call_id}"
    return f"call/{campaign_id}/{lead_id}"


def dial_queue(trunk_id: TrunkId | str) -> str:
    """The task queue on which this trunk's dials are served."""
    return f"dial.{trunk_id}"


def line_queue(trunk_id: TrunkId | str) -> str:
    """The task queue on which this trunk's calls wait for a line: nothing else waits behind them, no other trunk's call."""
    return f"line.{trunk_id}"


WEBHOOK_QUEUE: Final = "webhooks"
"""The task queue on which programs are told what happens: a program that is slow keeps no call waiting."""
