"""What publishers say of countries, by edition of an index."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "country_figures",
        sa.Column("source", sa.String(8), primary_key=True),
        sa.Column("edition", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("country", sa.String(3), primary_key=True),
        sa.Column("measure", sa.String(20), primary_key=True),
        sa.Column("value", sa.Float(53), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("country_figures")
