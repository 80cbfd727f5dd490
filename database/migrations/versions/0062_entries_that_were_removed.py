"""entries that were removed: whoever forgets a person, or asks what they refused once, finds those by the number as well."""

from alembic import op

revision = "0062"
down_revision = "0061"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("suppressions_of_number", "suppressions", ["account_id", "number_hash"])
    op.create_index("preferences_of_number_ever", "preferences", ["account_id", "number_hash"])


def downgrade() -> None:
    op.drop_index("preferences_of_number_ever", "preferences")
    op.drop_index("suppressions_of_number", "suppressions")
