"""Reviews by others in documents: how they came out in a room's report, and what they say in the document of the work."""

import pytest
from govcourse import content
from govcourse.documents import cohort, exercise, report
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Fields, Heading, Table
from govcourse.layout.brand import Brand
from govcourse.store import open_store

PAGE, ID = Page(Brand()), "value-feasibility"
ABOUT = content.activity(ID)


@pytest.fixture
def room():
    """Two teams of three that have an answer and review each other, both handed over."""
    store = open_store("sqlite://")
    made, _ = store.rooms.add("Cohort", [4])
    for _ in range(6):
        store.people.add(made.code)
    store.teams.deal(made.code, ["One", "Two"])
    teams = [team.id for team in store.teams.all(made.code)[0]]
    for id, other in (teams, teams[::-1]):
        store.answers.save(id, ID, ABOUT.example, 0)
        store.reviews.deal(made.code, ID, id, [other], 0)
    for level, one in enumerate(store.reviews.of_room(made.code, ID), 2):
        store.reviews.save(one.id, {"level": level, "works": "Quote", "sent": True}, 0)
    store.rooms.set_activity(made.code, ID, {"review": "closed"})
    yield store, made
    store.close()


def tables(store, made, least=5):
    blocks = report.document(cohort.of_room(store, made, least=least), Brand()).blocks
    return [one for one in blocks if isinstance(one, Table) and one.head[0] == PAGE.t["review_like"]]


def test_a_report_shows_how_reviews_came_out_and_quotes_none(room):
    [table] = tables(*room)
    assert table.rows == [[ABOUT.good[0], 0], [ABOUT.good[1], 1], [ABOUT.good[2], 1]]
    assert "Quote" not in str(report.document(cohort.of_room(*room), Brand()))


def test_it_leaves_out_what_was_hidden_and_what_too_few_people_gave(room):
    store, made = room
    assert tables(store, made, least=7) == []
    [first, _] = store.reviews.of_room(made.code, ID)
    store.rooms.set_activity(made.code, ID, {"hidden": [first.id]})
    assert tables(store, made) == []  # three people are left


def test_the_document_of_a_work_ends_with_what_others_say():
    said = [
        {"by": "Two", "level": 3, "works": "Figures", "better": "Dates"},
        {"by": None, "level": 1, "works": "", "better": "People"},
    ]
    blocks = exercise.document(ID, ABOUT.example, PAGE, said).blocks
    end = blocks[blocks.index(Heading("What others say of your work")) + 1 :]
    assert end == [
        Heading("“Two”", 2),
        Fields([("Most like", ABOUT.good[2]), ("What works", "Figures"), ("One thing to make better", "Dates")]),
        Heading("Somebody in this room", 2),
        Fields([("Most like", ABOUT.good[0]), ("One thing to make better", "People")]),
    ]  # fmt: skip
    assert "others say" not in str(exercise.document(ID, ABOUT.example, PAGE).blocks)
