"""By whose link a further facilitator's link was made, so that both can be revoked at once."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("facilitators", sa.Column("maker", sa.String(12), nullable=True))


def downgrade() -> None:
    op.drop_column("facilitators", "maker")
