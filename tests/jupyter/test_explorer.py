"""Filters of a room's data: each offers what the one before it leaves, cells follow, and nothing fails without words."""

import copy

import pytest
from govcourse import content, explore
from govcourse.jupyter import rooms
from govcourse.jupyter.answers import NothingToDraw
from govcourse.store import open_store

from tests.jupyter.conftest import room_of


def shown(data, draw):
    """What is shown of a function, in the widget that follows filters."""
    data.show(draw)
    place = data._drawn[draw.__qualname__].__closure__
    output = next(one.cell_contents for one in place if hasattr(one.cell_contents, "outputs"))
    return lambda: output.outputs[0]


@pytest.fixture
def data():
    return explore(*room_of({"dtca": 6, "obstacles-poll": 6, "sdg-pitch": 4}))


def test_each_filter_offers_what_the_one_before_it_leaves(data):
    filters = data._filters.widgets
    assert [value for _, value in filters["activity"].options] == ["dtca", "obstacles-poll"]
    assert [value for _, value in filters["table"].options] == ["items", "targets", "vignettes"]
    filters["session"].value = 5
    assert data.choice("activity") == "obstacles-poll" and data.choice("table") == "answers"
    filters["column"].value = "chosen"
    assert "chosen" not in [value for _, value in filters["group"].options]
    filters["session"].value = 3
    assert data.choice("activity") == "" and filters["column"].disabled


def test_a_session_can_be_given_and_one_that_the_room_has_not_is_told():
    code, key = room_of({"obstacles-poll": 6})
    assert explore(code, key, session=5).choice("activity") == "obstacles-poll"
    assert "This room has no session 7. It has: 1, 2, 3, 4, 5." in repr(explore(code, key, session=7))


def test_each_filter_has_a_name_that_can_be_read(data):
    assert all(one.description for one in data._filters.widgets.values())


def test_what_a_cell_shows_follows_the_filters_that_it_names(data):
    calls = []

    def named(activity, group):
        calls.append((activity, group))
        return activity

    now = shown(data, named)
    data._filters.widgets["activity"].value = "obstacles-poll"
    assert calls == [("dtca", ""), ("obstacles-poll", "")] and "obstacles-poll" in str(now())
    with pytest.raises(ValueError, match="no filter most"):
        data.show(lambda most: None)


def test_a_mistake_in_a_cell_is_shown_there_when_somebody_chooses_otherwise(data):
    def breaks(activity):
        return {"dtca": "fine"}[activity]

    now = shown(data, breaks)
    data._filters.widgets["activity"].value = "obstacles-poll"
    assert now()["output_type"] == "error" and now()["ename"] == "KeyError"


def cell(data):
    def made(activity):
        return data.frame(activity)

    return made


def test_without_a_room_all_say_what_to_do(capsys):
    for nowhere in (explore(), explore("NOROOM", "key"), explore(server="ftp://course.example", key="k")):
        assert len(repr(nowhere)) > 30 and "Traceback" not in repr(nowhere)
        assert "gc-explore" in nowhere._repr_mimebundle_()["text/html"]
        with pytest.raises(NothingToDraw):
            nowhere.frame("dtca")
        nowhere.show(cell(nowhere))
        assert "This needs a room" in capsys.readouterr().out


def test_a_wrong_key_is_told(monkeypatch):
    code, _ = room_of({"dtca": 6})
    assert "does not open the room" in repr(explore(code, "wrong"))
    monkeypatch.setattr(rooms, "call", lambda *_: (503, {"error": {"message": "Come back later."}}))
    assert repr(explore(code, "k", server="http://127.0.0.1:1")) == "Come back later."


def test_too_few_answers_and_an_exercise_of_another_room_are_told(data):
    for call in (data.frame, lambda id: data.counts(id, None, "goal"), data.chart):
        with pytest.raises(NothingToDraw, match="too few"):
            call("sdg-pitch")
    with pytest.raises(NothingToDraw, match="private"):
        data.frame("reflection")


def test_counts_in_groups_have_nothing_below_five():
    code, key = room_of({"risk-poll": 12}, people=12)
    store = open_store()
    for n, person in enumerate(_who(store, code)):
        answer = copy.deepcopy(content.activity("risk-poll").example)
        answer["answers"]["encourage"]["chosen"] = ["yes" if n < 9 else "no"]
        store.answers.save(person, "risk-poll", answer, 1)
    store.close()
    made = explore(code, key).counts("risk-poll", "answers", "chosen", "option")
    assert (made["answers"] >= 5).all() and not {"yes", "no"} & set(made["group"])


def _who(store, code):
    import sqlalchemy as sa
    from govcourse.store import tables

    with store.database.read() as connection:
        return list(connection.scalars(sa.select(tables.participants.c.id).where(tables.participants.c.room == code)))  # fmt: skip
