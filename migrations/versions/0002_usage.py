"""The usage log: events, published tables, and the record of releases."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the three tables."""
    op.create_table(
        "usage_event",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("visit", sa.String(32), nullable=False),
        sa.Column("record_key", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("part", sa.String(16), nullable=False),
        sa.Column("traffic", sa.String(8), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("step", sa.String(24), nullable=False),
        sa.Column("need", sa.String(32)),
        sa.Column("area", sa.String(16)),
        sa.Column("age", sa.String(16)),
        sa.Column("risk", sa.String(16)),
        sa.Column("service", sa.String(36)),
    )
    op.create_index("usage_event_by_day", "usage_event", ["traffic", "date"])
    op.create_table(
        "usage_published",
        sa.Column("name", sa.String(200), primary_key=True),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_table(
        "usage_release",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Drop the three tables and what they hold."""
    op.drop_table("usage_release")
    op.drop_table("usage_published")
    op.drop_index("usage_event_by_day", "usage_event")
    op.drop_table("usage_event")
