"""What the owner of the database does to audit logs by SQL, and whether a verification finds it."""

from benchmarks.report import Figure, Measured
from benchmarks.stage import Say, Stage
from database.sealing import KeyRing
from database.session import Database, engine_for
from domain.audit_chain import Break
from tests.database.audit_logs import AuditLog
from tests.database.test_audit_tampering import ACTS, SEALED, TAMPERED


async def measure(stage: Stage, say: Say) -> Measured:
    """A log for each kind of tampering, whole before and never again."""
    environment = stage.system.environment
    ring = KeyRing.parse(environment["OUTBOUND_KEY_RING"], environment["OUTBOUND_LOOKUP_KEY"])
    database = Database(engine_for(environment["DATABASE_URL"], connections=2))
    missed = []
    try:
        for number, (name, (statements, _)) in enumerate(TAMPERED.items()):
            log = await AuditLog.opened(database, ring, f"tampered {number}")
            await log.act(*ACTS[:SEALED])
            await log.seal()
            await log.act(*ACTS[SEALED:])
            await log.whole()
            await log.tamper(*statements)
            if not isinstance(await log.verified(), Break):
                missed.append(name)
    finally:
        await database.close()
    say(f"{len(TAMPERED)} kinds of tampering")
    return Measured(
        [
            Figure("kinds of audit tampering", len(TAMPERED), "kinds", 25, "at least"),
            Figure("audit tampering not found", len(missed), f"of {len(TAMPERED)}", 0),
        ],
        {"missed": missed},
        missed,
    )
