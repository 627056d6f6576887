"""Room for analysts' saved reports, and for the keys of their notebooks."""

import sqlalchemy as sa
from alembic import op


revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "insights_report",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("staff_id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("view", sa.String(30), nullable=False),
        sa.Column("query", sa.String(300), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_insights_report_staff_id", "insights_report", ["staff_id"])
    op.create_table(
        "insights_key",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("token", sa.String(64), nullable=False, unique=True),
        sa.Column("staff_id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_on", sa.Date()),
    )
    op.create_index("ix_insights_key_staff_id", "insights_key", ["staff_id"])


def downgrade() -> None:
    """Drop both: saved reports and keys are lost, figures are not."""
    op.drop_table("insights_key")
    op.drop_table("insights_report")
