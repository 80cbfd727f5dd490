"""That the beginning of an audit log was cut off when its time was over, so that what follows can still be verified.

A cut carries the hash of the last entry that went: the first one that stays carries it too. It is made by a key that the database does
not have, and the log itself tells of it, in an act behind it. Why so: decision 0066.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from domain.audit_chain import BEGINNING, Break, ChainedAct, Flaw, Link, moment_text, text_hash
from domain.audit_seals import Keys

CUT_ACT: Final = "audit.cut"
"""The act that tells of a cut."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The log of the account begins behind this link since this moment. mac: by the key of this id, over all of it."""

    account_id: str
    link: Link
    at: datetime
    key_id: int
    mac: bytes


def cut_at(keys: Keys, key_id: int, account_id: str, link: Link, at: datetime) -> Cut:
    """A cut behind this link, by this one of the keys."""
    return Cut(account_id, link, at, key_id, _mac(keys[key_id], account_id, link, at))


def is_genuine_cut(keys: Keys, cut: Cut) -> bool:
    """Whether one of the keys made it, as it stands."""
    key = keys.get(cut.key_id)
    return key is not None and hmac.compare_digest(cut.mac, _mac(key, cut.account_id, cut.link, cut.at))


def detail_of(cut: Cut, entries: int) -> dict[str, Any]:
    """What the act says that tells of it. entries: how many went."""
    return {"seq": cut.link.seq, "hash": cut.link.hash.hex(), "entries": entries}


def begins_at(cut: Cut | None, keys: Keys) -> Link | Break:
    """Where a log begins to be followed; a Break if its cut is not genuine."""
    if cut is None:
        return BEGINNING
    return cut.link if is_genuine_cut(keys, cut) else Break(Flaw.CUT_REFUSED, cut.link.seq)


def tells_of(cut: Cut, acts: Iterable[ChainedAct]) -> bool:
    """Whether one of these acts tells of this cut."""
    return any(act.action == CUT_ACT and _says(act, cut.link) for act in acts)


def _says(act: ChainedAct, link: Link) -> bool:
    said = json.loads(act.detail)
    return isinstance(said, Mapping) and (said.get("seq"), said.get("hash")) == (link.seq, link.hash.hex())


def _mac(key: bytes, account_id: str, link: Link, at: datetime) -> bytes:
    said = ("outbound audit cut 1", account_id, str(link.seq), link.hash.hex(), moment_text(at))
    return hmac.digest(key, text_hash(said), hashlib.sha256)
