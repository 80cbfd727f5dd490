"""agents answer from documents, in passages that can be searched."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_SEARCHED = """
    to_tsvector('simple', content) || CASE language
        WHEN 'de' THEN to_tsvector('german', content)
        WHEN 'en' THEN to_tsvector('english', content)
        WHEN 'es' THEN to_tsvector('spanish', content)
        WHEN 'fr' THEN to_tsvector('french', content)
        WHEN 'hi' THEN to_tsvector('hindi', content)
        WHEN 'pt' THEN to_tsvector('portuguese', content)
        ELSE to_tsvector('simple', '') END
"""


def upgrade() -> None:
    op.add_column(
        "agents", sa.Column("has_knowledge", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.create_table(
        "knowledge_documents",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("agent_id", sa.Text(), sa.ForeignKey("agents.id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.UniqueConstraint("agent_id", "name"),
    )
    op.create_table(
        "knowledge_passages",
        sa.Column("document_id", sa.Text(), sa.ForeignKey("knowledge_documents.id"), primary_key=True),
        sa.Column("place", sa.Integer(), primary_key=True),
        sa.Column("account_id", sa.Text(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("search", postgresql.TSVECTOR(), sa.Computed(_SEARCHED, persisted=True), nullable=False),
    )
    op.create_index("knowledge_passages_search", "knowledge_passages", ["search"], postgresql_using="gin")


def downgrade() -> None:
    op.drop_table("knowledge_passages")
    op.drop_table("knowledge_documents")
    op.drop_column("agents", "has_knowledge")
