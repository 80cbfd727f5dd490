"""retention: how long an account keeps what it has, what went when its time was over, and the doors by which evidence and audit go."""

import sqlalchemy as sa
from alembic import op

from database.sql_files import create

revision = "0056"
down_revision = "0059"
branch_labels = None
depends_on = None

_CUT = "cut_audit_v1(text, bigint, bytea, timestamptz, integer, bytea)"
_EVIDENCE = {"decisions": "refuse_change", "call_events": "refuse_event_change"}


def _moment(name: str, *, created: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if created else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not created, server_default=default)


def _json(name: str) -> sa.Column[object]:
    kind = sa.dialects.postgresql.JSONB()
    return sa.Column(name, kind, nullable=False, server_default=sa.text("'{}'::jsonb"))


def upgrade() -> None:
    op.add_column("calls", _moment("content_gone_at"))
    op.create_index(
        "calls_with_content",
        "calls",
        ["account_id", "closed_at", "id"],
        postgresql_where=sa.text("state = 'closed' AND content_gone_at IS NULL"),
    )
    op.create_index(
        "calls_without_content",
        "calls",
        ["account_id", "closed_at", "id"],
        postgresql_where=sa.text("content_gone_at IS NOT NULL"),
    )
    # Whoever deletes a lead has the database look whether a call points to it.
    op.create_index("calls_by_lead", "calls", ["lead_id"])
    op.create_table(
        "retention_settings",
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), primary_key=True),
        sa.Column("is_on", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.Column("content_days", sa.Integer(), nullable=False),
        sa.Column("evidence_days", sa.Integer(), nullable=False),
        sa.Column("audit_days", sa.Integer(), nullable=False),
        _json("countries"),
        _moment("changed_at", created=True),
    )
    op.create_table(
        "retention_runs",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        *(_json(name) for name in ("times", "gone", "receipt")),
        _moment("created_at", created=True),
        _moment("finished_at"),
    )
    op.create_index("retention_runs_by_account", "retention_runs", ["account_id", "id"])
    op.create_index(
        "one_retention_run_at_a_time",
        "retention_runs",
        ["account_id"],
        unique=True,
        postgresql_where=sa.text("finished_at IS NULL"),
    )
    op.create_table(
        "audit_cuts",
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), primary_key=True),
        sa.Column("seq", sa.BigInteger(), primary_key=True),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key_id", sa.Integer(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
    )
    _doors()


def _doors() -> None:
    for name in (
        "is_nobodys_v2",
        "keep_evidence_v1",
        "refuse_act_change_v2",
        "check_audit_cut_v1",
        "cut_audit_v1",
    ):
        op.execute(create(name))
    for table, unchanged in _EVIDENCE.items():
        op.execute(f"DROP TRIGGER {table}_append_only ON {table}")
        _refuse(f"{table}_append_only", f"UPDATE ON {table}", f"FOR EACH ROW EXECUTE FUNCTION {unchanged}()")
        _refuse(f"{table}_kept", f"DELETE ON {table}", "FOR EACH ROW EXECUTE FUNCTION keep_evidence_v1()")
        _refuse(f"{table}_whole", f"TRUNCATE ON {table}", "EXECUTE FUNCTION refuse_change()")
    op.execute("DROP TRIGGER audit_events_append_only ON audit_events")
    each = "FOR EACH ROW EXECUTE FUNCTION"
    _refuse("audit_events_append_only", "UPDATE OR DELETE ON audit_events", f"{each} refuse_act_change_v2()")
    _refuse("audit_cuts_checked", "INSERT ON audit_cuts", f"{each} check_audit_cut_v1()")
    _refuse("audit_cuts_append_only", "UPDATE OR DELETE ON audit_cuts", f"{each} refuse_change()")
    _refuse("audit_cuts_whole", "TRUNCATE ON audit_cuts", "EXECUTE FUNCTION refuse_change()")
    op.execute("REVOKE UPDATE, DELETE, TRUNCATE ON audit_cuts FROM PUBLIC, CURRENT_USER")
    op.execute(f"REVOKE EXECUTE ON FUNCTION {_CUT} FROM PUBLIC")


def _refuse(name: str, before: str, how: str) -> None:
    op.execute(f"CREATE TRIGGER {name} BEFORE {before} {how}")


def downgrade() -> None:
    each = "FOR EACH ROW EXECUTE FUNCTION"
    op.execute("DROP TRIGGER audit_events_append_only ON audit_events")
    _refuse("audit_events_append_only", "UPDATE OR DELETE ON audit_events", f"{each} refuse_act_change_v1()")
    for table, refusing in _EVIDENCE.items():
        for trigger in ("append_only", "kept", "whole"):
            op.execute(f"DROP TRIGGER {table}_{trigger} ON {table}")
        _refuse(f"{table}_append_only", f"UPDATE OR DELETE ON {table}", f"{each} {refusing}()")
    for table in ("audit_cuts", "retention_runs", "retention_settings"):
        op.drop_table(table)
    op.execute(f"DROP FUNCTION {_CUT}")
    op.execute("DROP FUNCTION is_nobodys_v2(text, text)")
    for function in ("check_audit_cut_v1", "refuse_act_change_v2", "keep_evidence_v1"):
        op.execute(f"DROP FUNCTION {function}()")
    op.drop_index("calls_by_lead", "calls")
    op.drop_index("calls_without_content", "calls")
    op.drop_index("calls_with_content", "calls")
    op.drop_column("calls", "content_gone_at")
