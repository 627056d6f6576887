"""Figures come from the weekly cubes each time, so published tables are not kept any more."""

import sqlalchemy as sa
from alembic import op


revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drop the published tables."""
    op.drop_table("usage_published")


def downgrade() -> None:
    """Make room for them again; they are computed anew."""
    op.create_table(
        "usage_published",
        sa.Column("name", sa.String(200), primary_key=True),
        sa.Column("body", sa.Text(), nullable=False),
    )
