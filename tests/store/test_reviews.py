"""Reviews on every store: dealt evenly and once, and saved as answers are."""

import threading
from collections import Counter

import pytest
from govcourse.store import Stale, archive, open_store


def test_work_is_dealt_to_one_after_the_other_what_was_dealt_least_first(any_store):
    room, _ = any_store.rooms.add("Room", [1])
    people = [any_store.people.add(room.code).id for _ in range(4)]
    a, b, c, late = people

    def deal(reviewer, among, have=0):
        any_store.reviews.deal(room.code, "pathway", reviewer, among, have)
        return [
            one.author for one in any_store.reviews.of_room(room.code, "pathway") if one.reviewer == reviewer
        ]

    assert deal(a, [b, c]) == [b] and deal(b, [c, a]) == [c] and deal(c, [a, b]) == [a]
    assert deal(a, [b, c]) == [b]  # somebody else of the same team asked as well
    assert deal(late, []) == [] and deal(late, [b, a, c]) == [b]
    assert deal(a, [b, c], have=1) == [b, c] and deal(a, [b, c], have=2) == [b, c]
    assert any_store.reviews.of_room(room.code, "roadmap") == []
    other, _ = any_store.rooms.add("Other", [1])
    assert any_store.reviews.of_room(other.code, "pathway") == []


def test_many_who_ask_at_once_get_work_as_evenly(any_store):
    room, _ = any_store.rooms.add("Room", [1])
    authors = [any_store.people.add(room.code).id for _ in range(3)]
    reviewers = [any_store.people.add(room.code).id for _ in range(6)]

    def deal(one):
        any_store.reviews.deal(room.code, "pathway", one, authors, 0)

    if any_store.database.url.database in (None, "") and any_store.database.file is None:
        [deal(one) for one in reviewers]  # one connection: the calls come one after the other
    else:
        threads = [threading.Thread(target=deal, args=(one,)) for one in reviewers]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
    found = any_store.reviews.of_room(room.code, "pathway")
    assert Counter(one.author for one in found) == dict.fromkeys(authors, 2)


@pytest.fixture
def reviewed(any_store):
    room, _ = any_store.rooms.add("Room", [1])
    a, b = (any_store.people.add(room.code).id for _ in range(2))
    any_store.reviews.deal(room.code, "pathway", a, [b], 0)
    return room.code, a, b, any_store.reviews.of_room(room.code, "pathway")[0].id


def test_a_stale_review_is_refused_with_the_present_one(any_store, reviewed):
    id = reviewed[-1]
    assert any_store.reviews.save(id, {"level": 1}, 0) == 1
    with pytest.raises(Stale) as error:
        any_store.reviews.save(id, {"level": 2}, 0)
    assert (error.value.answer, error.value.version) == ({"level": 1}, 1)
    with pytest.raises(Stale):
        any_store.reviews.save("nothing", {}, 0)


def test_a_review_goes_with_its_reviewer_and_with_the_work(any_store, reviewed):
    code, a, b, _ = reviewed
    any_store.reviews.deal(code, "pathway", b, [a], 0)
    any_store.people.delete(a)
    assert any_store.reviews.of_room(code, "pathway") == []
    any_store.rooms.delete(code)


def test_an_archive_of_the_room_has_its_reviews(any_store, reviewed):
    code, a, b, id = reviewed
    any_store.reviews.save(id, {"level": 3, "works": "Dates"}, 0)
    exported = archive.export(any_store, code)
    other = open_store("sqlite://")
    archive.restore(other, exported)
    [there] = other.reviews.of_room(code, "pathway")
    assert (there.reviewer, there.author, there.document["works"]) == (a, b, "Dates")
    other.close()
