"""Since when rooms and learners that are due are marked as deleted: they go for good when the grace is over."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    for table in ("rooms", "participants"):
        op.add_column(table, sa.Column("deleted", sa.DateTime, nullable=True))


def downgrade() -> None:
    for table in ("rooms", "participants"):
        op.drop_column(table, "deleted")
