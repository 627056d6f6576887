"""Weekly cubes of visits, and how what was shown stood: open, closed, hidden."""

import sqlalchemy as sa
from alembic import op


revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of cubes, and room for an event's outcome."""
    op.create_table(
        "usage_cube",
        sa.Column("traffic", sa.String(8), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("traffic", "name", "week", name="pk_usage_cube"),
    )
    op.add_column("usage_event", sa.Column("outcome", sa.String(16)))


def downgrade() -> None:
    """Drop them: figures of weeks whose raw events were deleted are lost."""
    with op.batch_alter_table("usage_event") as table:
        table.drop_column("outcome")
    op.drop_table("usage_cube")
