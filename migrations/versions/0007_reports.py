"""Reports: what people said is wrong with a service or a contact."""

import sqlalchemy as sa
from alembic import op


revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "report",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("service_id", sa.String(36), nullable=False),
        sa.Column("contact_id", sa.String(36)),
        sa.Column("fault", sa.String(40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(40)),
        sa.Column("settled_on", sa.Date()),
        sa.Column("settled_by", sa.String(64)),
        sa.Column("settled_by_name", sa.String(255)),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name="fk_report_service_id_service", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name="fk_report_contact_id_contact", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_report_service_id_day", "report", ["service_id", "day"])


def downgrade() -> None:
    """Drops it; what people reported is lost, as nothing else holds it."""
    op.drop_table("report")
