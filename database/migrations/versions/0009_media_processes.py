"""media processes tell that they live and how their conversations stand, so that another can go on with those."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "media_processes",
        sa.Column("process", sa.Text(), nullable=False),
        sa.Column("stream_url", sa.Text(), nullable=False),
        sa.Column("control_url", sa.Text(), nullable=False),
        sa.Column("live", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("prepared", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("lag_ms", sa.Float(), server_default=sa.text("0"), nullable=False),
        sa.Column("accepts", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("began_at", _MOMENT, server_default=sa.text("now()"), nullable=False),
        sa.Column("seen_at", _MOMENT, server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("process"),
    )
    op.add_column("attempts", sa.Column("media_process", sa.Text(), nullable=True))
    op.add_column(
        "attempts", sa.Column("stream_epoch", sa.SmallInteger(), server_default=sa.text("0"), nullable=False)
    )
    op.execute("UPDATE attempts SET stream_epoch = 1 WHERE stream_opened_at IS NOT NULL")
    op.create_index(
        "attempts_of_process",
        "attempts",
        ["media_process"],
        postgresql_where=sa.text("state NOT IN ('ended', 'closed')"),
    )
    op.create_table(
        "conversation_snapshots",
        sa.Column("attempt_id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("epoch", sa.SmallInteger(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("taken_at", _MOMENT, server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"]),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"]),
        sa.PrimaryKeyConstraint("attempt_id"),
    )


def downgrade() -> None:
    op.drop_table("conversation_snapshots")
    op.drop_index("attempts_of_process", "attempts")
    op.drop_column("attempts", "stream_epoch")
    op.drop_column("attempts", "media_process")
    op.drop_table("media_processes")
