"""the first tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Law 5 and requirement 118: what happened is never rewritten. delivered_at and seq may be filled in, once.
_APPEND_ONLY = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""
_EVENTS_FILL_ONCE = """
CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE expected call_events;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        expected := OLD;
        IF OLD.delivered_at IS NULL THEN expected.delivered_at := NEW.delivered_at; END IF;
        IF OLD.seq IS NULL THEN expected.seq := NEW.seq; END IF;
        IF expected IS NOT DISTINCT FROM NEW THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION 'call_events is append-only' USING ERRCODE = 'restrict_violation';
END $$
"""


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "agents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("voice", sa.Text(), nullable=False),
        sa.Column("voice_model", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), server_default=sa.text("'en'"), nullable=False),
        sa.Column(
            "patience",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account_id", "name"),
    )
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key_hash"),
    )
    op.create_table(
        "audit_events",
        sa.Column("id", sa.BigInteger(), autoincrement=True, nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column(
            "detail",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("audit_by_account", "audit_events", ["account_id", "id"], unique=False)
    op.create_table(
        "call_events",
        sa.Column("id", sa.BigInteger(), autoincrement=True, nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("campaign_id", sa.Text(), nullable=True),
        sa.Column("call_id", sa.Text(), nullable=True),
        sa.Column("attempt_id", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("dedupe_key", sa.Text(), nullable=False),
        sa.Column(
            "detail",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("occurred_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column(
            "stored_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("clock_timestamp()"),
            nullable=False,
        ),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seq", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account_id", "dedupe_key"),
    )
    op.create_index("events_by_call", "call_events", ["call_id", "id"], unique=False)
    op.create_index("events_by_seq", "call_events", ["seq"], unique=True)
    op.create_index(
        "events_undelivered",
        "call_events",
        ["stored_at"],
        unique=False,
        postgresql_where=sa.text("delivered_at IS NULL AND kind IN ('leg.ended', 'conversation.reported')"),
    )
    op.create_index(
        "events_unnumbered", "call_events", ["id"], unique=False, postgresql_where=sa.text("seq IS NULL")
    )
    op.create_table(
        "idempotency_keys",
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("request_hash", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("response", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.PrimaryKeyConstraint("account_id", "key"),
    )
    op.create_table(
        "scripts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account_id", "name"),
    )
    op.create_table(
        "suppressions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("number_hash", sa.LargeBinary(), nullable=False),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("channel", sa.Text(), server_default=sa.text("'all'"), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("call_id", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "one_suppression_per_channel",
        "suppressions",
        ["account_id", "number_hash", "channel"],
        unique=True,
        postgresql_where=sa.text("removed_at IS NULL"),
    )
    op.create_index("suppressions_by_account", "suppressions", ["account_id", "id"], unique=False)
    op.create_table(
        "trunks",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("carrier", sa.Text(), server_default=sa.text("'twilio'"), nullable=False),
        sa.Column("caller_number", sa.Text(), nullable=False),
        sa.Column("calls_per_second", sa.Float(), nullable=False),
        sa.Column(
            "next_dial_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_because", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("calls_per_second > 0 AND calls_per_second <= 20"),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account_id", "name"),
    )
    op.create_table(
        "lines",
        sa.Column("trunk_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("call_id", sa.Text(), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["trunk_id"],
            ["trunks.id"],
        ),
        sa.PrimaryKeyConstraint("trunk_id", "number"),
        sa.UniqueConstraint("call_id"),
    )
    op.create_index(
        "lines_free",
        "lines",
        ["trunk_id", "number"],
        unique=False,
        postgresql_where=sa.text("call_id IS NULL"),
    )
    op.create_table(
        "script_versions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("script_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "content",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["script_id"],
            ["scripts.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("script_id", "number"),
    )
    op.create_table(
        "campaigns",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'draft'"), nullable=False),
        sa.Column("script_version_id", sa.Text(), nullable=False),
        sa.Column("agent_id", sa.Text(), nullable=False),
        sa.Column("trunk_id", sa.Text(), nullable=False),
        sa.Column("default_region", sa.Text(), nullable=True),
        sa.Column(
            "plan",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["agent_id"],
            ["agents.id"],
        ),
        sa.ForeignKeyConstraint(
            ["script_version_id"],
            ["script_versions.id"],
        ),
        sa.ForeignKeyConstraint(
            ["trunk_id"],
            ["trunks.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("campaigns_by_account", "campaigns", ["account_id", "id"], unique=False)
    op.create_table(
        "lead_groups",
        sa.Column("campaign_id", sa.Text(), nullable=False),
        sa.Column("hours_key", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
        ),
        sa.PrimaryKeyConstraint("campaign_id", "hours_key"),
    )
    op.create_table(
        "lead_imports",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("campaign_id", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'validating'"), nullable=False),
        sa.Column("rows", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("accepted", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("rejected", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("duplicates", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "mapping",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("committed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("lead_imports_by_account", "lead_imports", ["account_id", "id"], unique=False)
    op.create_table(
        "import_problems",
        sa.Column("import_id", sa.Text(), nullable=False),
        sa.Column("row_number", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("column_name", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["lead_imports.id"],
        ),
        sa.PrimaryKeyConstraint("import_id", "row_number"),
    )
    op.create_table(
        "leads",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("campaign_id", sa.Text(), nullable=True),
        sa.Column("import_id", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), server_default=sa.text("'staged'"), nullable=False),
        sa.Column("number_hash", sa.LargeBinary(), nullable=False),
        sa.Column("person_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("hours_key", sa.Text(), nullable=False),
        sa.Column("review", sa.Text(), nullable=True),
        sa.Column("consents", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("claim_round", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
        ),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["lead_imports.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("campaign_id", "number_hash"),
    )
    op.create_index("leads_by_campaign", "leads", ["campaign_id", "id"], unique=False)
    op.create_index("leads_by_import", "leads", ["import_id", "id"], unique=False)
    op.create_index("leads_by_number", "leads", ["account_id", "number_hash"], unique=False)
    op.create_index(
        "leads_by_round",
        "leads",
        ["campaign_id", "claim_round"],
        unique=False,
        postgresql_where=sa.text("claim_round IS NOT NULL"),
    )
    op.create_index(
        "leads_to_claim",
        "leads",
        ["campaign_id", "hours_key", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'ready'"),
    )
    op.create_table(
        "calls",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("campaign_id", sa.Text(), nullable=True),
        sa.Column("lead_id", sa.Text(), nullable=False),
        sa.Column("trunk_id", sa.Text(), nullable=False),
        sa.Column("script_version_id", sa.Text(), nullable=True),
        sa.Column("agent_id", sa.Text(), nullable=True),
        sa.Column("plan", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("direction", sa.Text(), server_default=sa.text("'outbound'"), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'claimed'"), nullable=False),
        sa.Column("may_queue", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("why", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("needs_review", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["agent_id"],
            ["agents.id"],
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"],
            ["leads.id"],
        ),
        sa.ForeignKeyConstraint(
            ["script_version_id"],
            ["script_versions.id"],
        ),
        sa.ForeignKeyConstraint(
            ["trunk_id"],
            ["trunks.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("campaign_id", "lead_id"),
    )
    op.create_index("calls_by_account", "calls", ["account_id", "id"], unique=False)
    op.create_index("calls_by_campaign", "calls", ["campaign_id", "state", "id"], unique=False)
    op.create_index(
        "calls_due",
        "calls",
        ["campaign_id"],
        unique=False,
        postgresql_where=sa.text("state IN ('claimed', 'queued', 'dialling', 'live')"),
    )
    op.create_index(
        "calls_open", "calls", ["id"], unique=False, postgresql_where=sa.text("state <> 'closed'")
    )
    op.create_index(
        "calls_scheduled",
        "calls",
        ["account_id", "not_before", "id"],
        unique=False,
        postgresql_where=sa.text("not_before IS NOT NULL"),
    )
    op.create_table(
        "attempts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("number_hash", sa.LargeBinary(), nullable=False),
        sa.Column("trunk_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'created'"), nullable=False),
        sa.Column("fictional", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("placing_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("carrier_call_id", sa.Text(), nullable=True),
        sa.Column("leg_rank", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("leg_result", sa.Text(), nullable=True),
        sa.Column("duration_seconds", sa.Integer(), nullable=True),
        sa.Column("stream_opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("machine_hint", sa.Text(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["call_id"],
            ["calls.id"],
        ),
        sa.ForeignKeyConstraint(
            ["trunk_id"],
            ["trunks.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("call_id", "number"),
    )
    op.create_index("attempts_by_carrier_call", "attempts", ["carrier_call_id"], unique=False)
    op.create_index(
        "attempts_by_number", "attempts", ["account_id", "number_hash", "placing_at"], unique=False
    )
    op.create_index(
        "one_live_leg_per_number",
        "attempts",
        ["account_id", "number_hash"],
        unique=True,
        postgresql_where=sa.text("state NOT IN ('ended', 'closed')"),
    )
    op.create_table(
        "crm_links",
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("contact_id", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("synced_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["call_id"],
            ["calls.id"],
        ),
        sa.PrimaryKeyConstraint("call_id"),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.BigInteger(), autoincrement=True, nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), server_default=sa.text("'voice'"), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "reasons",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("rule_set", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["call_id"],
            ["calls.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("decisions_by_call", "decisions", ["call_id", "id"], unique=False)
    op.create_table(
        "messages",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("rule", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), server_default=sa.text("'sms'"), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'created'"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("provider_id", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("sending_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["call_id"],
            ["calls.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("call_id", "rule"),
    )
    op.create_table(
        "conversations",
        sa.Column("attempt_id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.Text(), nullable=False),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("needs_review", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("voicemail_proved", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("greeting_ms", sa.Integer(), nullable=True),
        sa.Column("began_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["attempt_id"],
            ["attempts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["call_id"],
            ["calls.id"],
        ),
        sa.PrimaryKeyConstraint("attempt_id"),
    )
    op.create_index("conversations_by_call", "conversations", ["call_id"], unique=False)

    op.execute(_APPEND_ONLY)
    op.execute(_EVENTS_FILL_ONCE)
    for table in ("decisions", "audit_events", "script_versions"):
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
    op.execute(
        "CREATE TRIGGER call_events_append_only BEFORE UPDATE OR DELETE ON call_events "
        "FOR EACH ROW EXECUTE FUNCTION refuse_event_change()"
    )


def downgrade() -> None:
    op.drop_index("conversations_by_call", table_name="conversations")
    op.drop_table("conversations")
    op.drop_table("messages")
    op.drop_index("decisions_by_call", table_name="decisions")
    op.drop_table("decisions")
    op.drop_table("crm_links")
    op.drop_index(
        "one_live_leg_per_number",
        table_name="attempts",
        postgresql_where=sa.text("state NOT IN ('ended', 'closed')"),
    )
    op.drop_index("attempts_by_number", table_name="attempts")
    op.drop_index("attempts_by_carrier_call", table_name="attempts")
    op.drop_table("attempts")
    op.drop_index("calls_scheduled", table_name="calls", postgresql_where=sa.text("not_before IS NOT NULL"))
    op.drop_index("calls_open", table_name="calls", postgresql_where=sa.text("state <> 'closed'"))
    op.drop_index(
        "calls_due",
        table_name="calls",
        postgresql_where=sa.text("state IN ('claimed', 'queued', 'dialling', 'live')"),
    )
    op.drop_index("calls_by_campaign", table_name="calls")
    op.drop_index("calls_by_account", table_name="calls")
    op.drop_table("calls")
    op.drop_index("leads_to_claim", table_name="leads", postgresql_where=sa.text("state = 'ready'"))
    op.drop_index("leads_by_round", table_name="leads", postgresql_where=sa.text("claim_round IS NOT NULL"))
    op.drop_index("leads_by_number", table_name="leads")
    op.drop_index("leads_by_campaign", table_name="leads")
    op.drop_index("leads_by_import", table_name="leads")
    op.drop_table("leads")
    op.drop_table("import_problems")
    op.drop_index("lead_imports_by_account", table_name="lead_imports")
    op.drop_table("lead_imports")
    op.drop_table("lead_groups")
    op.drop_index("campaigns_by_account", table_name="campaigns")
    op.drop_table("campaigns")
    op.drop_table("script_versions")
    op.drop_index("lines_free", table_name="lines", postgresql_where=sa.text("call_id IS NULL"))
    op.drop_table("lines")
    op.drop_table("trunks")
    op.drop_index("suppressions_by_account", table_name="suppressions")
    op.drop_index(
        "one_suppression_per_channel",
        table_name="suppressions",
        postgresql_where=sa.text("removed_at IS NULL"),
    )
    op.drop_table("suppressions")
    op.drop_table("scripts")
    op.drop_table("idempotency_keys")
    op.drop_index("events_unnumbered", table_name="call_events", postgresql_where=sa.text("seq IS NULL"))
    op.drop_index(
        "events_undelivered",
        table_name="call_events",
        postgresql_where=sa.text("delivered_at IS NULL AND kind IN ('leg.ended', 'conversation.reported')"),
    )
    op.drop_index("events_by_seq", table_name="call_events")
    op.drop_index("events_by_call", table_name="call_events")
    op.drop_table("call_events")
    op.drop_index("audit_by_account", table_name="audit_events")
    op.drop_table("audit_events")
    op.drop_table("api_keys")
    op.drop_table("agents")
    op.drop_table("accounts")
    op.execute("DROP FUNCTION refuse_change()")
    op.execute("DROP FUNCTION refuse_event_change()")
