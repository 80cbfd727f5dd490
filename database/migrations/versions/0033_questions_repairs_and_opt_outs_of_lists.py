"""questions, repairs and opt-outs of lists: what an import asks, what it repaired, in which cells, and whom it bars."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

_EMPTY = sa.text("''")


def upgrade() -> None:
    op.add_column("lead_imports", sa.Column("question_sealed", sa.LargeBinary(), nullable=True))
    op.add_column(
        "lead_imports", sa.Column("reading", JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False)
    )
    op.add_column(
        "lead_imports", sa.Column("repairs", JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False)
    )
    op.add_column("import_problems", sa.Column("cell", sa.Text(), server_default=_EMPTY, nullable=False))
    op.add_column("import_problems", sa.Column("offer", sa.Text(), server_default=_EMPTY, nullable=False))
    op.create_table(
        "import_files",
        sa.Column("import_id", sa.Text(), sa.ForeignKey("lead_imports.id"), primary_key=True),
        sa.Column("place", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
    )
    op.create_table(
        "import_barred",
        sa.Column("import_id", sa.Text(), sa.ForeignKey("lead_imports.id"), primary_key=True),
        sa.Column("number_hash", sa.LargeBinary(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("suppression_id", sa.Text(), nullable=False),
        sa.Column("person_sealed", sa.LargeBinary(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("import_barred")
    op.drop_table("import_files")
    op.drop_column("import_problems", "offer")
    op.drop_column("import_problems", "cell")
    op.drop_column("lead_imports", "repairs")
    op.drop_column("lead_imports", "reading")
    op.drop_column("lead_imports", "question_sealed")
