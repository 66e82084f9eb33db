"""What a facilitator says of a room and does in it: settings, further facilitators, a log of acts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("rooms", sa.Column("status", sa.String(10), nullable=False, server_default="open"))
    op.add_column("rooms", sa.Column("settings", sa.JSON, nullable=False, server_default="{}"))
    op.create_table(
        "facilitators",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column(
            "room", sa.String(6), sa.ForeignKey("rooms.code", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
    )
    op.create_table(
        "acts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "room", sa.String(6), sa.ForeignKey("rooms.code", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("who", sa.String(100), nullable=False),
        sa.Column("act", sa.String(300), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("acts")
    op.drop_table("facilitators")
    op.drop_column("rooms", "settings")
    op.drop_column("rooms", "status")
