"""One index of a service's areas with their codes: by the code alone, a database might read every service."""

from alembic import op


revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Index the owner and the code together, in place of the owner alone."""
    op.create_index("ix_service_area_service_id_code", "service_area", ["service_id", "code"])
    op.drop_index("ix_service_area_service_id", "service_area")


def downgrade() -> None:
    """Index the owner alone again."""
    op.create_index("ix_service_area_service_id", "service_area", ["service_id"])
    op.drop_index("ix_service_area_service_id_code", "service_area")
