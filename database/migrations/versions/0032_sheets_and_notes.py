"""sheets and notes: which sheet of a workbook was imported, and what is to be said of a file as a whole."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("lead_imports", sa.Column("sheet", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column(
        "lead_imports", sa.Column("notes", JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False)
    )


def downgrade() -> None:
    op.drop_column("lead_imports", "notes")
    op.drop_column("lead_imports", "sheet")
