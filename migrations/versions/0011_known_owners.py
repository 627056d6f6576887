"""Indexes of owners leave out the rows that have none, so that searches among many services use them."""

import sqlalchemy as sa
from alembic import op


revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

OWNERS = (
    ("service_area", "contact_id"),
    ("schedule", "service_id"),
    ("schedule", "contact_id"),
    ("schedule", "service_at_location_id"),
)


def upgrade() -> None:
    """Make each index anew, of the rows in which its column is known."""
    for table, column in OWNERS:
        known = sa.text(f"{column} IS NOT NULL")
        op.drop_index(f"ix_{table}_{column}", table)
        op.create_index(f"ix_{table}_{column}", table, [column], sqlite_where=known, postgresql_where=known)


def downgrade() -> None:
    """Make each index anew, of all rows."""
    for table, column in OWNERS:
        op.drop_index(f"ix_{table}_{column}", table)
        op.create_index(f"ix_{table}_{column}", table, [column])
