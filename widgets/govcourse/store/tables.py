"""The tables, as SQLAlchemy Core. A change here needs a migration in migrations/versions/, a file named by its revision, and a row in SECURITY-ASVS.md."""

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData()


def _of_room(**more: Any) -> sa.Column[str]:
    """The room that a row goes with."""
    return sa.Column("room", sa.String(6), sa.ForeignKey("rooms.code", ondelete="CASCADE"), **more)


def _of_participant(**more: Any) -> sa.Column[str]:
    """The participant that a row goes with."""
    owner = sa.ForeignKey("participants.id", ondelete="CASCADE")
    return sa.Column("participant", sa.String(32), owner, **more)


rooms = sa.Table(
    "rooms",
    metadata,
    sa.Column("code", sa.String(6), primary_key=True),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("sessions", sa.JSON, nullable=False),
    sa.Column("facilitator_hash", sa.String(64), nullable=False),
    sa.Column("created", sa.DateTime, nullable=False),
    sa.Column("status", sa.String(10), nullable=False, server_default="open"),
    sa.Column("settings", sa.JSON, nullable=False, server_default="{}"),
    sa.Column(
        "deleted", sa.DateTime, nullable=True
    ),  # since when it is marked; None for a room that is there
)
# Further facilitators of a room, each with a link that can be revoked.
facilitators = sa.Table(
    "facilitators",
    metadata,
    sa.Column("id", sa.String(12), primary_key=True),
    _of_room(nullable=False, index=True),
    sa.Column("name", sa.String(100), nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
    sa.Column("created", sa.DateTime, nullable=False),
    sa.Column("maker", sa.String(12)),
)
# What facilitators did: the audit log.
acts = sa.Table(
    "acts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _of_room(nullable=False, index=True),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("who", sa.String(100), nullable=False),
    sa.Column("act", sa.String(300), nullable=False),
)
room_activities = sa.Table(
    "room_activities",
    metadata,
    _of_room(primary_key=True),
    sa.Column("activity", sa.String(40), primary_key=True),
    sa.Column("settings", sa.JSON, nullable=False),
)
participants = sa.Table(
    "participants",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    # without a room: somebody who learns alone
    _of_room(nullable=True, index=True),
    sa.Column("name", sa.String(100), nullable=False),
    sa.Column("resume_code", sa.String(12), nullable=False, unique=True),
    sa.Column("created", sa.DateTime, nullable=False),
    # a team owns answers as a person does; `team` is the id of the one that a person belongs to
    sa.Column("is_team", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("team", sa.String(32), nullable=True),
    sa.Column("deleted", sa.DateTime, nullable=True),  # of who learns alone: since when they are marked
    sa.Column("link", sa.String(500), nullable=True),  # of a team: where it meets, away from the room
    sa.Column("languages", sa.JSON, nullable=True),  # records.Languages
)
tokens = sa.Table(
    "tokens",
    metadata,
    sa.Column("hash", sa.String(64), primary_key=True),
    _of_participant(nullable=False, index=True),
)
answers = sa.Table(
    "answers",
    metadata,
    _of_participant(primary_key=True),
    sa.Column("activity", sa.String(40), primary_key=True),
    sa.Column("document", sa.JSON, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("changed", sa.DateTime, nullable=False),
)
# What somebody, or a team, was dealt of others' work on an activity (`author` made it), with their review of it.
reviews = sa.Table(
    "reviews",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    _of_participant(nullable=False),
    sa.Column("activity", sa.String(40), nullable=False),
    sa.Column(
        "author",
        sa.String(32),
        sa.ForeignKey("participants.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    sa.Column("document", sa.JSON, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("dealt", sa.DateTime, nullable=False),
    sa.Column("changed", sa.DateTime, nullable=False),
    sa.UniqueConstraint("participant", "activity", "author"),
)
# What people of a room ask, and who is for or against a question (`vote` is 1 or -1).
questions = sa.Table(
    "questions",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    _of_room(nullable=False, index=True),
    _of_participant(nullable=False, index=True),
    sa.Column("text", sa.String(500), nullable=False),
    sa.Column("asked", sa.DateTime, nullable=False),
    sa.Column("answered", sa.Boolean, nullable=False, server_default=sa.false()),
)
question_votes = sa.Table(
    "question_votes",
    metadata,
    sa.Column("question", sa.String(32), sa.ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True),
    _of_participant(primary_key=True),
    sa.Column("vote", sa.Integer, nullable=False),
)
# For whom the room goes too fast, or too slowly, and since when: it fades after minutes.
paces = sa.Table(
    "paces",
    metadata,
    _of_participant(primary_key=True),
    sa.Column("pace", sa.String(4), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
)
certificates = sa.Table(
    "certificates",
    metadata,
    sa.Column("code", sa.String(12), primary_key=True),
    _of_participant(nullable=False, unique=True),
    sa.Column("name", sa.String(100), nullable=False),
    sa.Column("issued", sa.DateTime, nullable=False),
)
# Moments that this store keeps for itself; archives leave them out.
marks = sa.Table(
    "marks",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False),
)
# What publishers say of countries, loaded from their files. Archives leave it out, as the files can be loaded again.
country_figures = sa.Table(
    "country_figures",
    metadata,
    sa.Column("source", sa.String(8), primary_key=True),
    sa.Column("edition", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("country", sa.String(3), primary_key=True),
    sa.Column("measure", sa.String(20), primary_key=True),
    sa.Column("value", sa.Float(53), nullable=False),
)
