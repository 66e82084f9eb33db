"""How fast it goes for whom, on every store: one signal a person, and only what was said since."""

from datetime import timedelta

from govcourse.store.base import now


def test_a_person_has_one_signal_that_they_change_or_take_back(any_store):
    room, _ = any_store.rooms.add("Room", [1])
    a, b, c = (any_store.people.add(room.code).id for _ in range(3))
    since = now() - timedelta(minutes=5)
    for one in (a, b, c):
        any_store.paces.set(one, "fast")
    assert any_store.paces.counts(room.code, since) == {"fast": 3}
    any_store.paces.set(b, "slow")
    any_store.paces.set(c, None)
    assert any_store.paces.counts(room.code, since) == {"fast": 1, "slow": 1}


def test_a_signal_from_before_counts_no_more(any_store):
    room, _ = any_store.rooms.add("Room", [1])
    any_store.paces.set(any_store.people.add(room.code).id, "slow")
    assert any_store.paces.counts(room.code, now() + timedelta(seconds=1)) == {}


def test_signals_of_another_room_are_not_counted_and_go_with_the_person(any_store):
    room, _ = any_store.rooms.add("Room", [1])
    other, _ = any_store.rooms.add("Other", [1])
    person = any_store.people.add(room.code).id
    any_store.paces.set(person, "slow")
    since = now() - timedelta(minutes=5)
    assert any_store.paces.counts(other.code, since) == {}
    any_store.people.delete(person)
    assert any_store.paces.counts(room.code, since) == {}
