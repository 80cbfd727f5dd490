"""Seals what was added to audit logs since their last seal, if it follows; says in the log what was sealed, and what does not hold."""

from typing import Final

import structlog

from api.tools import ApiTools
from database.audit_chain import accounts_to_seal, store_seal
from database.audit_verification import verify_since_seal
from database.sealing import DerivedKeys
from domain.audit_chain import Break, Link
from domain.audit_seals import PURPOSE, seal
from domain.audit_verification import Judge
from domain.identifiers import AccountId

log = structlog.get_logger()
_AT_ONCE: Final = 100


async def seal_logs(tools: ApiTools) -> None:
    """Each account's log whose head is not sealed yet. What does not follow is told each time, and never sealed."""
    keys, after = tools.key_ring.derived(PURPOSE), ""
    while True:
        async with tools.database.transaction() as session:
            accounts = await accounts_to_seal(session, after, _AT_ONCE)
        for account_id in accounts:
            await _seal_log(tools, account_id, keys)
        if len(accounts) < _AT_ONCE:
            return
        after = accounts[-1]


async def _seal_log(tools: ApiTools, account_id: AccountId, keys: DerivedKeys) -> None:
    async with tools.database.transaction() as session:
        found = await verify_since_seal(session, account_id, Judge(keys, tools.now()))
    match found:
        case Break():
            log.error("audit.broken", account_id=account_id, flaw=str(found.flaw), seq=found.seq)
        case Link():
            made = seal(keys, keys.signing, account_id, found, tools.now())
            async with tools.database.transaction() as session:
                await store_seal(session, account_id, made)
            log.info("audit.sealed", account_id=account_id, seq=found.seq, hash=found.hash.hex())
