"""pages of long lists: a page of calls or leads, of one campaign or with a rare property, is found in an index and not by looking at all."""

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("calls_of_campaign", "calls", ["account_id", "campaign_id", "id"])
    op.create_index(
        "calls_to_review", "calls", ["account_id", "id"], postgresql_where=sa.text("needs_review")
    )
    op.create_index(
        "calls_by_outcome",
        "calls",
        ["account_id", "outcome", "id"],
        postgresql_where=sa.text("outcome IS NOT NULL"),
    )
    op.create_index(
        "calls_by_result",
        "calls",
        ["account_id", "result", "id"],
        postgresql_where=sa.text("result IS NOT NULL"),
    )
    op.create_index(
        "leads_to_review",
        "leads",
        ["campaign_id", "review", "id"],
        postgresql_where=sa.text("review IS NOT NULL"),
    )
    op.create_index(
        "leads_in_hand",
        "leads",
        ["campaign_id", "state", "id"],
        postgresql_where=sa.text("state IN ('claimed', 'needs_review', 'erased')"),
    )


def downgrade() -> None:
    for name, table in (
        ("leads_in_hand", "leads"),
        ("leads_to_review", "leads"),
        ("calls_by_result", "calls"),
        ("calls_by_outcome", "calls"),
        ("calls_to_review", "calls"),
        ("calls_of_campaign", "calls"),
    ):
        op.drop_index(name, table)
