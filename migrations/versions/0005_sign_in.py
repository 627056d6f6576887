"""Sign-in: passkeys, one-time codes, recovery codes, links in e-mails, and what was done to an account."""

import sqlalchemy as sa
from alembic import op


revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
TABLES = ("staff_passkey", "staff_code_app", "staff_recovery_code", "staff_link", "staff_event")


def upgrade() -> None:
    """Makes the tables; whoever is signed in signs in again, since nobody knows when they proved who they are."""
    op.execute("DELETE FROM staff_session")
    with op.batch_alter_table("staff_session") as session:
        session.add_column(sa.Column("proved_at", MOMENT, nullable=False))
        session.add_column(sa.Column("second_factor_at", MOMENT))
        session.add_column(sa.Column("browser", sa.String(40), nullable=False))
        session.add_column(sa.Column("challenge", sa.String(100)))
        session.add_column(sa.Column("challenge_at", MOMENT))
    op.create_table(
        "staff_passkey",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("staff_id", sa.String(36), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("credential_id", sa.String(1400), nullable=False, unique=True),
        sa.Column("public_key", sa.String(2000), nullable=False),
        sa.Column("host", sa.String(253), nullable=False),
        sa.Column("uses", sa.BigInteger(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
    )
    op.create_table(
        "staff_code_app",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("staff_id", sa.String(36), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("key", sa.String(300), nullable=False),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT),
    )
    op.create_table(
        "staff_recovery_code",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("staff_id", sa.String(36), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
    )
    op.create_table(
        "staff_link",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("staff_id", sa.String(36), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
    )
    op.create_table(
        "staff_event",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("staff_id", sa.String(36), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("what", sa.String(30), nullable=False),
        sa.Column("role", sa.String(20)),
        sa.Column("by", sa.String(254), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    for table in TABLES:
        op.create_index(f"ix_{table}_staff_id", table, ["staff_id"])


def downgrade() -> None:
    """Drops them; second factors are lost, as nothing else holds them."""
    for table in TABLES:
        op.drop_table(table)
    with op.batch_alter_table("staff_session") as session:
        for column in ("challenge_at", "challenge", "browser", "second_factor_at", "proved_at"):
            session.drop_column(column)
