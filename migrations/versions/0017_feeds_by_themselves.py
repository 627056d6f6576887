"""An approved import waits for its moment, and a feed knows who keeps it and when it is read next."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op


revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
NOBODY = "command line"
RENAMED = (("applied_by", "approved_by"), ("applied_by_name", "approved_by_name"))


def upgrade() -> None:
    """Adds the columns; feeds that are there stay unread until somebody answers for them."""
    for before, after in RENAMED:
        op.execute(f"ALTER TABLE change_set RENAME COLUMN {before} TO {after}")
    op.add_column("change_set", sa.Column("barred", sa.JSON()))
    op.add_column("change_set", sa.Column("approved_at", MOMENT))
    op.add_column("change_set", sa.Column("live_at", MOMENT))
    op.add_column("change_set", sa.Column("sent_back", sa.String(40)))
    op.execute("UPDATE change_set SET approved_at = applied_at")
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S")
    for name, length in (("added_by", 64), ("changed_by", 64), ("changed_by_name", 255)):
        op.add_column("feed", sa.Column(name, sa.String(length), nullable=False, server_default=NOBODY))
    for name in ("changed_at", "due_at"):
        op.add_column("feed", sa.Column(name, MOMENT, nullable=False, server_default=now))
    op.add_column("feed", sa.Column("paused", sa.Boolean(), nullable=False, server_default=sa.true()))


def downgrade() -> None:
    """Drops them; what was approved and not applied yet waits for a second person again."""
    for name in ("paused", "due_at", "changed_at", "changed_by_name", "changed_by", "added_by"):
        op.drop_column("feed", name)
    op.execute("UPDATE change_set SET approved_by = NULL, approved_by_name = NULL WHERE applied_at IS NULL")
    for name in ("sent_back", "live_at", "approved_at", "barred"):
        op.drop_column("change_set", name)
    for before, after in RENAMED:
        op.execute(f"ALTER TABLE change_set RENAME COLUMN {after} TO {before}")
