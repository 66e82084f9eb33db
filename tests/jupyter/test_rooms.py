"""A room's data in a notebook: for whoever leads it, and without what fewer than five people gave."""

import altair as alt
import pytest
from govcourse import answers, content, room
from govcourse.jupyter import rooms
from govcourse.jupyter.answers import NothingToDraw
from govcourse.jupyter.sources import Unreachable
from govcourse.store import open_store

from tests.jupyter.conftest import room_of


def test_frames_have_a_respondent_before_the_columns_of_one_s_own():
    code, key = room_of({"dtca": 6})
    cohort = room(code, key)
    made = cohort.frame("dtca")
    assert list(made) == ["respondent", *answers("dtca").frame()] and made["respondent"].nunique() == 6
    assert list(cohort.frame("dtca", "targets"))[-1] == "target"
    assert cohort.codebook("dtca")["column"].to_list()[:2] == ["respondent", "dimension"]
    assert "author" not in cohort.codebook("digital-value")["column"].to_list()


def test_of_fewer_than_five_there_is_an_empty_frame_with_its_types():
    code, key = room_of({"dtca": 4, "sdg-pitch": 5})
    cohort = room(code, key)
    made = cohort.frame("dtca")
    assert made.empty and made["value"].dtype == "Int64" and not cohort.frame("sdg-pitch").empty
    listed = cohort.activities().set_index("activity")
    assert listed.loc[["dtca", "sdg-pitch"], "shown"].to_list() == [False, True]
    assert listed.loc["dtca", "answers"] == 4
    with pytest.raises(NothingToDraw, match="too few"):
        cohort.chart("dtca")


def test_private_exercises_are_in_no_frame_and_in_no_list():
    code, key = room_of({"reflection": 6})
    cohort = room(code, key)
    private = [one.id for one in content.activities() if one.owner == "private"]
    assert private and not set(private) & set(cohort.activities()["activity"])
    for call in (cohort.frame, cohort.chart):
        with pytest.raises(KeyError, match="private"):
            call(private[0])


def test_what_one_answered_later_cannot_be_seen_by_subtraction():
    code, key = room_of({"dtca": 5}, people=10)
    first = room(code, key).frame("dtca")
    store = open_store()
    late = [who for who in _people(store, code) if not store.answers.of(who)]
    for n, person in enumerate(late, 1):
        store.answers.save(person, "dtca", {"items": {"legal-1": {"value": 1}}}, 0)
        again = room(code, key).frame("dtca")
        assert again.equals(first) == (n < 5)
    assert room(code, key).frame("dtca")["respondent"].nunique() == 10
    store.close()


def _people(store, code):
    import sqlalchemy as sa
    from govcourse.store import tables

    with store.database.read() as connection:
        return list(
            connection.scalars(sa.select(tables.participants.c.id).where(tables.participants.c.room == code))
        )


def test_the_chart_is_that_of_the_report_with_its_message_as_title():
    code, key = room_of({"dtca": 6, "value-feasibility": 2, "obstacles-poll": 6, "ideas-first": 6})
    for activity in ("dtca", "value-feasibility", "obstacles-poll", "ideas-first"):
        made = room(code, key).chart(activity)
        assert isinstance(made, alt.TopLevelMixin) and made.to_dict()["title"]["text"]


@pytest.mark.parametrize("key", ["", "wrong", "https://course.example/facilitator/NOSUCH?key=wrong"])
def test_a_wrong_key_opens_no_room(key, monkeypatch):
    code, _ = room_of({"dtca": 6})
    monkeypatch.setattr(
        rooms, "call", lambda *_: (403, {"error": {"code": "not_facilitator", "message": "Not yours."}})
    )
    with pytest.raises(PermissionError):
        room(code, key).frame("dtca")


def test_the_server_s_token_opens_every_room_and_a_room_that_is_not_there_is_told(monkeypatch):
    code, _ = room_of({"dtca": 6})
    monkeypatch.setenv("GOVCOURSE_TOKEN", "token")
    assert not room(code, "token").frame("dtca").empty
    with pytest.raises(KeyError, match="server="):
        room("NOROOM", "token")
    with pytest.raises(KeyError, match="no session of this room"):
        store = open_store()
        other, key = store.rooms.add("One", [1])
        room(other.code, key).frame("action-plan")


def test_a_table_that_an_exercise_has_not_is_told():
    with pytest.raises(KeyError, match="items, targets"):
        room(*room_of({"dtca": 6})).frame("dtca", "costs")


def test_it_can_be_read_as_text_and_as_html():
    cohort = room(*room_of({"dtca": 6, "sdg-pitch": 2}))
    assert (
        repr(cohort).startswith("Cohort <1> (")
        and "dtca: " in repr(cohort)
        and "sdg-pitch" not in repr(cohort)
    )
    assert "Cohort &lt;1&gt;" in cohort._repr_html_()


def asked(
    monkeypatch, reply=(200, {"tables": [{"name": "items", "title": "Items", "columns": [], "rows": []}]})
):
    """What is asked of a server that gives `reply`."""
    seen = []

    def call(url, key):
        seen.append((url, key))
        return reply

    monkeypatch.setattr(rooms, "call", call)
    return seen


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({"code": "ABC", "key": "k", "server": "https://a.example/course/"}, "https://a.example/course/api/rooms/ABC/frames/dtca"),
        ({"key": "https://a.example/course/facilitator/ABC?key=k"}, "https://a.example/course/api/rooms/ABC/frames/dtca"),
        ({"code": "A/../B", "key": "k", "server": "http://a.example"}, "http://a.example/api/rooms/A%2F..%2FB/frames/dtca"),
    ],
)  # fmt: skip
def test_a_room_on_a_server_is_asked_for_by_its_link_or_address(monkeypatch, given, address):
    seen = asked(monkeypatch)
    room(**given).frame("dtca")
    assert seen == [(f"{address}?language=en", "k")]


def test_on_a_room_s_dashboard_neither_code_nor_key_is_needed_and_another_server_gets_no_token(monkeypatch):
    monkeypatch.setenv("GOVCOURSE_SERVER", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_X_GOVCOURSE_ROOM", "ABCDEF")
    monkeypatch.setenv("HTTP_X_GOVCOURSE_TOKEN", "mine")
    seen = asked(monkeypatch)
    room().frame("dtca")
    room("OTHERS", "k").frame("dtca")
    room("ABCDEF", server="https://elsewhere.example").frame("dtca")
    assert [key for _, key in seen] == ["mine", "k", ""]


def test_an_address_that_is_none_is_refused():
    with pytest.raises(ValueError, match="https://"):
        room("ABC", "k", server="file:///etc/passwd")


@pytest.mark.parametrize(
    ("reply", "error"),
    [((404, {"error": {"code": "no_room", "message": "No room."}}), KeyError), ((429, {}), Unreachable), ((500, {}), Unreachable)],
)  # fmt: skip
def test_what_a_server_refuses_is_told(monkeypatch, reply, error):
    asked(monkeypatch, reply)
    with pytest.raises(error):
        room("ABC", "k", server="https://a.example").frame("dtca")


def test_a_server_without_a_chart_says_so(monkeypatch):
    asked(monkeypatch, (200, {"nothing": "Too few."}))
    with pytest.raises(NothingToDraw, match="Too few"):
        room("ABC", "k", server="https://a.example").chart("dtca")
