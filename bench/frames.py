"""How long a room's frames take: 200 people, 40 exercises, each with its types and without what few people gave."""

from govcourse import content
from govcourse.kinds.room_tables import of_room
from govcourse.kinds.tables import frame

from bench.growth import seconds
from tests.documents.conftest import answers_of

PEOPLE, ACTIVITIES = 200, 40


def measure() -> tuple[float, int]:
    """Seconds for all frames, and how many rows they have."""
    given = answers_of(PEOPLE)
    ids = [one.id for one in content.in_course_order() if one.id in given and any(given[one.id])][:ACTIVITIES]
    answers = {id: (given[id] * PEOPLE)[:PEOPLE] for id in ids}

    def made():
        return [frame(one.columns, one.rows) for id in ids for one in of_room(id, answers[id])]

    return seconds(made), sum(map(len, made()))
