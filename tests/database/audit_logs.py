"""Audit logs to look at: acts of an account, one transaction each, and what whoever may write the database could do to them."""

from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import text

from database.audit import record_act
from database.audit_chain import store_seal
from database.audit_verification import verify_log, verify_since_seal
from database.sealing import KeyRing
from database.session import Database
from domain.audit_chain import Break, Link
from domain.audit_seals import PURPOSE, Keys, Seal, seal
from domain.audit_verification import Judge, Verified
from domain.identifiers import AccountId
from startup.first_connections import open_account

RECHAIN: Final = """
    DO $$
    DECLARE
        act audit_events;
        before bytea := decode(repeat('00', 32), 'hex');
        place bigint := 0;
    BEGIN
        FOR act IN SELECT * FROM audit_events WHERE account_id = '{account}' ORDER BY seq, id LOOP
            place := place + 1;
            act.seq := place; act.previous_hash := before; act.hash := act_hash_v1(act); before := act.hash;
            UPDATE audit_events SET seq = act.seq, previous_hash = act.previous_hash, hash = act.hash WHERE id = act.id;
        END LOOP;
        UPDATE audit_heads SET seq = place, hash = before WHERE account_id = '{account}';
    END $$
"""
"""Computes the chain anew over whatever is there, its end included."""


class AuditLog:
    """The audit log of a new account."""

    def __init__(self, database: Database, key_ring: KeyRing, account_id: AccountId) -> None:
        self.database, self.account_id = database, account_id
        self.keys: Keys = key_ring.derived(PURPOSE)

    @classmethod
    async def opened(cls, database: Database, key_ring: KeyRing, name: str) -> "AuditLog":
        """Of an account of this name."""
        async with database.transaction() as session:
            return cls(database, key_ring, await open_account(session, name))

    async def act(self, *actions: str) -> None:
        """Each in a transaction of its own."""
        for action in actions:
            async with self.database.transaction() as session:
                await record_act(session, self.account_id, "key_1", action, "camp_1", {"why": [action, 1.5]})

    def judge(self, known: Link | None = None, *, later: timedelta = timedelta()) -> Judge:
        """As the API judges, so much later than now."""
        return Judge(self.keys, datetime.now(UTC) + later, known)

    async def verified(
        self, known: Link | None = None, *, later: timedelta = timedelta()
    ) -> Verified | Break:
        """What a verification finds."""
        async with self.database.transaction() as session:
            return await verify_log(session, self.account_id, self.judge(known, later=later))

    async def whole(self, known: Link | None = None, *, later: timedelta = timedelta()) -> Verified:
        """The same of a log that is whole."""
        found = await self.verified(known, later=later)
        assert isinstance(found, Verified), found
        return found

    async def seal(self, *, later: timedelta = timedelta()) -> Seal:
        """Sealed as it stands, so much later than now."""
        judge = self.judge(later=later)
        async with self.database.transaction() as session:
            found = await verify_since_seal(session, self.account_id, judge)
        assert isinstance(found, Link), found
        made = seal(self.keys, max(self.keys), self.account_id, found, judge.now)
        async with self.database.transaction() as session:
            await store_seal(session, self.account_id, made)
        return made

    async def tamper(self, *statements: str) -> None:
        """Done by the owner of the tables, who puts every trigger out of the way meanwhile; {account} is this one's."""
        tables = ("audit_events", "audit_seals", "audit_heads")
        async with self.database.transaction() as session:
            for table in tables:
                await session.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
            for statement in statements:
                await session.execute(text(statement.replace("{account}", self.account_id)))
            for table in tables:
                await session.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))
