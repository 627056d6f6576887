"""Change sets of imports and merges, feeds that are read on a schedule, and pairs that are no duplicates."""

import sqlalchemy as sa
from alembic import op


revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes the four tables."""
    _make_change_sets()
    op.create_table(
        "feed",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("every_hours", sa.Integer(), nullable=False),
        sa.Column("added_by_name", sa.String(255), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("read_at", MOMENT),
        sa.Column("outcome", sa.String(40)),
        sa.Column("digest", sa.String(64)),
        sa.PrimaryKeyConstraint("id", name="pk_feed"),
        sa.UniqueConstraint("url", name="uq_feed_url"),
    )
    op.create_table(
        "not_duplicates",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("first_id", sa.String(36), nullable=False),
        sa.Column("second_id", sa.String(36), nullable=False),
        sa.Column("said_by", sa.String(64), nullable=False),
        sa.Column("said_by_name", sa.String(255), nullable=False),
        sa.Column("said_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_not_duplicates"),
        sa.ForeignKeyConstraint(
            ["first_id"], ["service.id"], name="fk_not_duplicates_first_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["service.id"], name="fk_not_duplicates_second_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("first_id", "second_id", name="uq_not_duplicates_first_id_second_id"),
    )
    op.create_index("ix_not_duplicates_second_id", "not_duplicates", ["second_id"])


def downgrade() -> None:
    """Drops them; what waits to be applied is lost, and what was applied can no longer be undone."""
    for table in ("not_duplicates", "feed", "change_set_row", "change_set"):
        op.drop_table(table)


def _make_change_sets() -> None:
    op.create_table(
        "change_set",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("source", sa.String(255), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("by_name", sa.String(255), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("new_count", sa.Integer(), nullable=False),
        sa.Column("changed_count", sa.Integer(), nullable=False),
        sa.Column("unchanged_count", sa.Integer(), nullable=False),
        sa.Column("gone_count", sa.Integer(), nullable=False),
        sa.Column("refused_count", sa.Integer(), nullable=False),
        sa.Column("applied_at", MOMENT),
        sa.Column("applied_by", sa.String(64)),
        sa.Column("applied_by_name", sa.String(255)),
        sa.Column("discarded_at", MOMENT),
        sa.Column("discarded_by", sa.String(64)),
        sa.Column("discarded_by_name", sa.String(255)),
        sa.Column("undone_at", MOMENT),
        sa.Column("undone_by", sa.String(64)),
        sa.Column("undone_by_name", sa.String(255)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_change_set"),
    )
    op.create_index("ix_change_set_at", "change_set", ["at"])
    op.create_table(
        "change_set_row",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("change_set_id", sa.String(36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.String(36)),
        sa.Column("slug", sa.String(255)),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("proposed", sa.JSON()),
        sa.Column("changes", sa.JSON()),
        sa.Column("refusals", sa.JSON()),
        sa.Column("before", sa.JSON()),
        sa.Column("after", sa.JSON()),
        sa.Column("new_organization_id", sa.String(36)),
        sa.PrimaryKeyConstraint("id", name="pk_change_set_row"),
        sa.ForeignKeyConstraint(
            ["change_set_id"], ["change_set.id"], name="fk_change_set_row_change_set_id", ondelete="CASCADE"
        ),
    )
    for column in ("change_set_id", "service_id"):
        op.create_index(f"ix_change_set_row_{column}", "change_set_row", [column])
