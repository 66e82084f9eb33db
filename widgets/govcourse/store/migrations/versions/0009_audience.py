"""What people of a room ask and how they vote, how fast it goes for them, their languages, and where a team meets."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def _owner(**more: Any) -> sa.Column[str]:
    return sa.Column(
        "participant", sa.String(32), sa.ForeignKey("participants.id", ondelete="CASCADE"), **more
    )


def upgrade() -> None:
    op.add_column("participants", sa.Column("link", sa.String(500), nullable=True))
    op.add_column("participants", sa.Column("languages", sa.JSON, nullable=True))
    op.create_table(
        "questions",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column(
            "room", sa.String(6), sa.ForeignKey("rooms.code", ondelete="CASCADE"), nullable=False, index=True
        ),
        _owner(nullable=False, index=True),
        sa.Column("text", sa.String(500), nullable=False),
        sa.Column("asked", sa.DateTime, nullable=False),
        sa.Column("answered", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "question_votes",
        sa.Column(
            "question", sa.String(32), sa.ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True
        ),
        _owner(primary_key=True),
        sa.Column("vote", sa.Integer, nullable=False),
    )
    op.create_table(
        "paces",
        _owner(primary_key=True),
        sa.Column("pace", sa.String(4), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    for table in ("paces", "question_votes", "questions"):
        op.drop_table(table)
    for column in ("languages", "link"):
        op.drop_column("participants", column)
