"""How far a learner has come: one count for home, sessions and what was made."""

from govcourse import content
from govcourse.kinds.journey import journey, seen


def of(way, page):
    return next(one for one in way["chapters"] if one["page"] == page)


def test_an_exercise_is_open_then_begun_then_done():
    pitch = content.activity("sdg-pitch")
    begun = seen(pitch, {"pitch": pitch.example["pitch"]})
    assert seen(pitch, {})["state"] == "open"
    assert (begun["state"], begun["done"]) == ("begun", 1) and begun["asked"] > 1
    assert seen(pitch, pitch.example)["state"] == "done"


def test_every_exercise_of_the_course_stands_in_one_chapter():
    way = journey({})
    ids = [one["id"] for chapter in way["chapters"] for one in chapter["exercises"]]
    assert sorted(ids) == sorted(content.activity_ids()) and way["all"] == len(ids)
    assert [one["page"] for one in way["chapters"]][:5] == [f"sessions/{n}" for n in range(1, 6)]


def test_who_comes_for_the_first_time_begins_with_the_first_exercise():
    way = journey({})
    assert (way["next_page"], way["next"]["id"]) == (
        "sessions/1",
        of(way, "sessions/1")["exercises"][0]["id"],
    )


def test_one_goes_on_with_what_was_begun_last_and_then_with_what_follows_it():
    example = content.activity("roadmap").example
    begun = journey({"roadmap": {"fields": {}, "judged": 1}}, "roadmap")
    assert begun["next"]["id"] == "roadmap"
    done = journey({"roadmap": example}, "roadmap")
    order = [one["id"] for one in of(done, "sessions/2")["exercises"]]
    assert done["next"]["id"] == order[order.index("roadmap") + 1]
    assert (of(done, "sessions/2")["done"], done["done"], done["begun"]) == (1, 1, 0)


def test_where_all_is_done_there_is_nothing_to_go_on_with(monkeypatch):
    monkeypatch.setattr("govcourse.kinds.progress", lambda id, answer: (1, 1))
    way = journey({id: {"any": 1} for id in content.activity_ids()}, "roadmap")
    assert "next" not in way and way["done"] == way["all"]
