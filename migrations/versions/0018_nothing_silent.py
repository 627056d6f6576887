"""Reports are counted without an end, and a change that is sent back says why."""

import sqlalchemy as sa
from alembic import op


revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds both; each report that is there counts once."""
    op.add_column("report", sa.Column("times", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("proposal", sa.Column("sent_back", sa.String(40)))


def downgrade() -> None:
    """Drops both; how often the same was said is lost, as nothing else holds it."""
    op.drop_column("proposal", "sent_back")
    op.drop_column("report", "times")
