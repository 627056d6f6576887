"""Confirm links for a provider's own staff, the state of web addresses, and synonyms of needs."""

import sqlalchemy as sa
from alembic import op


revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes the three tables."""
    op.create_table(
        "confirm_link",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("service_id", sa.String(36), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("sent_by", sa.String(64), nullable=False),
        sa.Column("sent_by_name", sa.String(255), nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.Column("wrong", sa.JSON()),
        sa.Column("settled_at", MOMENT),
        sa.Column("settled_by", sa.String(64)),
        sa.Column("settled_by_name", sa.String(255)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_confirm_link"),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name="fk_confirm_link_service_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("token_hash", name="uq_confirm_link_token_hash"),
    )
    op.create_index("ix_confirm_link_service_id", "confirm_link", ["service_id"])
    op.create_table(
        "link_check",
        sa.Column("contact_id", sa.String(36), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("failing_since", sa.Date()),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("status", sa.Integer()),
        sa.Column("led_to", sa.Text()),
        sa.PrimaryKeyConstraint("contact_id", name="pk_link_check"),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name="fk_link_check_contact_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_link_check_state", "link_check", ["state"])
    op.create_table(
        "synonym",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("need", sa.String(40), nullable=False),
        sa.Column("phrase", sa.String(80), nullable=False),
        sa.Column("plain", sa.String(80), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_synonym"),
        sa.UniqueConstraint("plain", name="uq_synonym_plain"),
    )
    op.create_index("ix_synonym_need", "synonym", ["need"])


def downgrade() -> None:
    """Drops them: links that were sent no longer open, and phrases that staff added are lost."""
    for table in ("synonym", "link_check", "confirm_link"):
        op.drop_table(table)
