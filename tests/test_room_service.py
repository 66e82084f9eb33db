"""What whoever leads a room can compute of it."""

import pytest
from govcourse import content
from govcourse.kinds.releases import Releases
from govcourse.room_service import RoomService, chart

FIRST, *_, LAST = content.instrument().dimensions
GIVEN = {one.id: {"value": n} for n, one in enumerate(LAST.statements, 1)}  # to all statements of a dimension


@pytest.fixture
def service(store):
    return RoomService(store, Releases())


@pytest.fixture
def room(store):
    return store.rooms.add("Room", [1, 2])[0]


def answered(store, room, id, *answers):
    for answer in answers:
        store.answers.save(store.people.add(room.code).id, id, answer, 0)


def test_activities_are_those_of_the_room_s_sessions_and_none_is_private(service, room):
    listed = service.activities(room)
    assert [one["id"] for one in listed] == [
        one.id for one in content.in_course_order()
        if one.owner != "private" and {1, 2} & set(content.run_sheets_of(one.id))
    ]  # fmt: skip
    assert not any(one["shown"] or one["answers"] for one in listed)


def test_a_question_that_few_answered_is_in_no_table_though_others_are(store, service, room):
    full = {"items": {**GIVEN, FIRST.statements[0].id: {"value": 5, "comment": "Mine alone"}}}
    answered(store, room, "dtca", full, *[{"items": GIVEN}] * 5)
    items, *_ = service.tables(room, "dtca")
    assert (
        len(items["rows"]) == 30
        and "leadership" not in str(items["rows"])
        and "Mine" not in str(items["rows"])
    )


def test_what_a_team_made_is_shown_as_it_was_written_once_five_are_in_the_room(store, service, room):
    plan = content.activity("maturity-grid").example
    answered(store, room, "maturity-grid", plan)
    assert service.tables(room, "maturity-grid")[0]["rows"] == []
    for _ in range(4):
        store.people.add(room.code)
    assert len(service.tables(room, "maturity-grid")[0]["rows"]) > 20


def test_a_chart_draws_nothing_that_few_gave():
    lonely = {"items": {**GIVEN, **{one.id: {"value": 5} for one in FIRST.statements}}}
    made = chart("dtca", [lonely, *[{"items": GIVEN}] * 5], {})
    assert LAST.title in str(made["chart"]) and FIRST.title not in str(made["chart"])
    assert "too few" in chart("dtca", [lonely], {})["nothing"]


def test_two_looks_are_the_same_until_five_answers_are_others(store, service, room):
    answered(store, room, "dtca", *[{"items": GIVEN}] * 5)
    first = service.tables(room, "dtca")
    answered(store, room, "dtca", {"items": {FIRST.statements[0].id: {"value": 5}}})
    assert service.tables(room, "dtca") == first


@pytest.mark.parametrize(
    ("id", "words"), [("reflection", "private"), ("action-plan", "no session"), ("nowhere", "no activity")]
)
def test_what_there_is_not_is_told(service, room, id, words):
    for call in (service.tables, service.chart):
        with pytest.raises(KeyError, match=words):
            call(room, id)
