"""Proposals that wait for a second person, the hash chain of the history, and staff's organization."""

import hashlib
import json
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op


revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
BEGINNING = "0" * 64
# As directory.chain covered them when this step was written: a step never changes afterwards.
COVERED = (
    "id",
    "resource_id",
    "resource_type",
    "service_id",
    "change_id",
    "last_action_date",
    "last_action_type",
    "field_name",
    "previous_value",
    "replacement_value",
    "updated_by",
    "updated_by_name",
    "reason",
    "approved_by",
    "approved_by_name",
    "approved_at",
)
HISTORY = sa.table(
    "metadata",
    *(sa.column(name) for name in COVERED if not name.endswith(("_date", "_at"))),
    sa.column("last_action_date", MOMENT),
    sa.column("approved_at", MOMENT),
    sa.column("sequence", sa.Integer()),
    sa.column("previous_hash", sa.String(64)),
    sa.column("hash", sa.String(64)),
)


def upgrade() -> None:
    """Makes the tables and columns, and chains the rows that are there in the order of their time."""
    _make_proposals()
    head = op.create_table(
        "history_head",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    with op.batch_alter_table("metadata") as table:
        table.add_column(sa.Column("approved_by_name", sa.String(255)))
        table.add_column(sa.Column("sequence", sa.Integer()))
        table.add_column(sa.Column("previous_hash", sa.String(64)))
        table.add_column(sa.Column("hash", sa.String(64)))
    last, end = _chain()
    op.bulk_insert(head, [{"id": 1, "sequence": last, "hash": end}])
    with op.batch_alter_table("metadata") as table:
        for name, kind in (
            ("sequence", sa.Integer()),
            ("previous_hash", sa.String(64)),
            ("hash", sa.String(64)),
        ):
            table.alter_column(name, existing_type=kind, nullable=False)
        table.create_unique_constraint("uq_metadata_sequence", ["sequence"])
    op.add_column("staff", sa.Column("organization_id", sa.String(36)))


def downgrade() -> None:
    """Drops them; what waits for approval is lost, as nothing else holds it."""
    with op.batch_alter_table("staff") as table:
        table.drop_column("organization_id")
    with op.batch_alter_table("metadata") as table:
        table.drop_constraint("uq_metadata_sequence", type_="unique")
        for name in ("hash", "previous_hash", "sequence", "approved_by_name"):
            table.drop_column(name)
    op.drop_table("history_head")
    op.drop_table("proposal")


def _make_proposals() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("service_id", sa.String(36), nullable=False),
        sa.Column("resource_type", sa.String(40), nullable=False),
        sa.Column("resource_id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("proposed_by", sa.String(64), nullable=False),
        sa.Column("proposed_by_name", sa.String(255), nullable=False),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("decided_by", sa.String(64)),
        sa.Column("decided_by_name", sa.String(255)),
        sa.Column("decided_at", MOMENT),
        sa.Column("decision_reason", sa.Text()),
        sa.Column("live_at", MOMENT),
        sa.Column("ended_by", sa.String(64)),
        sa.Column("ended_by_name", sa.String(255)),
        sa.Column("ended_at", MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_proposal"),
    )
    op.create_index("ix_proposal_service_id", "proposal", ["service_id"])
    op.create_index("ix_proposal_resource_id", "proposal", ["resource_id"])
    op.create_index("ix_proposal_state_live_at", "proposal", ["state", "live_at"])


def _chain() -> tuple[int, str]:
    """Gives every row its place and hash; returns the last place and hash."""
    connection = op.get_bind()
    in_time = (HISTORY.c.last_action_date, HISTORY.c.change_id, HISTORY.c.field_name, HISTORY.c.id)
    place, previous = 0, BEGINNING
    for row in connection.execute(sa.select(HISTORY).order_by(*in_time)).mappings().all():
        place += 1
        said = [place, previous, *(_plain(row[name]) for name in COVERED)]
        text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        own = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        values = {"sequence": place, "previous_hash": previous, "hash": own}
        connection.execute(sa.update(HISTORY).where(HISTORY.c.id == row["id"]).values(values))
        previous = own
    return place, previous


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        moment = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        return moment.isoformat(timespec="microseconds")
    return value
