"""Certificates that the server issued, so that their codes can be confirmed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "certificates",
        sa.Column("code", sa.String(12), primary_key=True),
        sa.Column(
            "participant",
            sa.String(32),
            sa.ForeignKey("participants.id", ondelete="CASCADE"),
            nullable=False,
            unique=True,
        ),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("issued", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("certificates")
