"""keys that seal: which key of a ring does, which processes know which, and how far a re-sealing has come."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0053"
down_revision = "0047"
branch_labels = None
depends_on = None


def _moment(name: str, *, created: bool = True) -> sa.Column[object]:
    default = sa.text("now()") if created else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not created, server_default=default)


def _counter(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=False, server_default=sa.text("0"))


def upgrade() -> None:
    op.create_table(
        "sealing_keys",
        sa.Column("ring", sa.Text(), primary_key=True),
        sa.Column("key_id", sa.SmallInteger(), primary_key=True, autoincrement=False),
        _moment("chosen_at"),
    )
    op.create_table(
        "key_holders",
        sa.Column("process", sa.Text(), primary_key=True),
        sa.Column("ring", sa.Text(), primary_key=True),
        sa.Column("known", ARRAY(sa.SmallInteger()), nullable=False),
        sa.Column("seals_with", sa.SmallInteger(), nullable=False),
        _moment("seen_at"),
    )
    op.create_table(
        "resealings",
        sa.Column("ring", sa.Text(), primary_key=True),
        sa.Column("key_id", sa.SmallInteger(), nullable=False),
        sa.Column("place", ARRAY(sa.Text()), nullable=False, server_default=sa.text("'{}'")),
        _counter("passes"),
        _counter("resealed"),
        _moment("began_at"),
        _moment("done_at", created=False),
    )


def downgrade() -> None:
    for table in ("resealings", "key_holders", "sealing_keys"):
        op.drop_table(table)
