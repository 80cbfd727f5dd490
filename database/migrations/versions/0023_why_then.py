"""why then: a waiting call keeps why it waits for its moment, and whether anybody chose it."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_SCHEDULED = "not_before IS NOT NULL"


def upgrade() -> None:
    op.add_column("calls", sa.Column("not_before_because", sa.Text()))
    op.add_column(
        "calls", sa.Column("backs_off", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    # What the last close had written for people; a back-off says how many attempts of how many.
    op.execute("""
        UPDATE calls SET not_before_because = split_part(why, ' Next: ', 1), backs_off = why LIKE '%, % of %. Next: %'
        WHERE state = 'waiting' AND why LIKE '% Next: %'
    """)
    op.drop_index("calls_scheduled", "calls")
    op.create_index(
        "calls_scheduled",
        "calls",
        ["account_id", "not_before", "id"],
        postgresql_where=sa.text(f"{_SCHEDULED} AND NOT backs_off AND state <> 'closed'"),
    )


def downgrade() -> None:
    op.drop_index("calls_scheduled", "calls")
    op.create_index(
        "calls_scheduled", "calls", ["account_id", "not_before", "id"], postgresql_where=sa.text(_SCHEDULED)
    )
    op.drop_column("calls", "backs_off")
    op.drop_column("calls", "not_before_because")
