"""Teams: they own answers as participants do, and participants belong to one of them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("participants", sa.Column("is_team", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("participants", sa.Column("team", sa.String(32), nullable=True))


def downgrade() -> None:
    op.drop_column("participants", "team")
    op.drop_column("participants", "is_team")
