"""Answers on every store: nothing is overwritten, and private ones stay private."""

import threading
from contextlib import contextmanager

import pytest
from govcourse.store import Stale
from govcourse.store.tables import tokens
from sqlalchemy.exc import IntegrityError


def test_a_stale_save_is_refused_with_the_present_document(any_store):
    person = any_store.people.add()
    any_store.answers.save(person.id, "dtca", {"a": 1}, 0)
    for version in (0, 5):
        with pytest.raises(Stale) as error:
            any_store.answers.save(person.id, "dtca", {"a": 2}, version)
        assert (error.value.answer, error.value.version) == ({"a": 1}, 1)
    assert any_store.answers.save(person.id, "dtca", {"a": 3}, 1) == 2


def test_two_who_save_at_once_do_not_overwrite_each_other(any_store):
    person = any_store.people.add()
    any_store.answers.save(person.id, "dtca", {"n": 0}, 0)
    outcomes = []

    def save(n):
        try:
            outcomes.append(any_store.answers.save(person.id, "dtca", {"n": n}, 1))
        except Stale as error:
            outcomes.append(error)

    if any_store.database.url.get_backend_name() == "sqlite" and any_store.database.url.database in (
        None,
        "",
    ):
        save(1), save(2)  # one connection: the calls come one after the other
    else:
        threads = [threading.Thread(target=save, args=(n,)) for n in (1, 2)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
    assert sorted(isinstance(one, Stale) for one in outcomes) == [False, True]
    assert any_store.answers.get(person.id, "dtca")[1] == 2


def test_private_answers_are_given_to_nobody_but_their_author(any_store):
    room, _ = any_store.rooms.add("Test", [4])
    person = any_store.people.add(room.code)
    any_store.answers.save(person.id, "reflection", {"fields": {"obstacles": "mine"}}, 0)
    assert any_store.answers.of(person.id)["reflection"]["fields"]["obstacles"] == "mine"
    with pytest.raises(ValueError, match="private"):
        any_store.answers.of_room(room.code, "reflection")


def test_answers_from_elsewhere_are_taken_over_once_and_nobody_gets_in_by_them(any_store):
    room, _ = any_store.rooms.add("Cohort", [1])
    other, _ = any_store.rooms.add("Other", [1])
    rows = [(f"id{n}", "Ann" if n else "", {"items": {}, "n": n}) for n in range(250)]
    assert any_store.answers.take_over(room.code, "dtca", rows) == {"new": 250, "changed": 0, "same": 0}
    assert any_store.answers.save("id1", "dtca", {"items": {}}, 1) == 2
    rows.append(("id250", "Ben", {}))
    assert any_store.answers.take_over(room.code, "dtca", rows) == {"new": 1, "changed": 1, "same": 249}
    assert any_store.answers.get("id1", "dtca") == ({"items": {}, "n": 1}, 3)
    assert any_store.rooms.counts(room.code) == {
        "participants": 251,
        "team_count": 0,
        "answered": {"dtca": 251},
        "by_teams": {},
    }
    assert any_store.rooms.counts(other.code) == {
        "participants": 0,
        "team_count": 0,
        "answered": {},
        "by_teams": {},
    }
    with any_store.database.read() as connection:
        assert connection.execute(tokens.select()).all() == []


def test_an_import_that_fails_leaves_neither_people_nor_answers(any_store):
    room, _ = any_store.rooms.add("Cohort", [1])
    elsewhere = any_store.people.add()
    rows = [("id1", "Ann", {}), (elsewhere.id, "", {})]  # the second one is no stranger, and not of the room
    with pytest.raises(IntegrityError):
        any_store.answers.take_over(room.code, "dtca", rows)
    assert any_store.rooms.counts(room.code) == {
        "participants": 0,
        "team_count": 0,
        "answered": {},
        "by_teams": {},
    }
    assert any_store.answers.of(elsewhere.id) == {}


def test_each_part_of_an_import_is_there_before_the_next_one_so_that_those_who_save_come_in_between(
    any_store, monkeypatch
):
    room, _ = any_store.rooms.add("Cohort", [1])
    write, there = any_store.database.write, []

    @contextmanager
    def seen():
        with write() as connection:
            yield connection
        there.append(any_store.rooms.counts(room.code)["answered"].get("dtca", 0))

    monkeypatch.setattr(any_store.database, "write", seen)
    any_store.answers.take_over(room.code, "dtca", [(f"id{n}", "", {}) for n in range(60)])
    assert there == [25, 50, 60]


def test_answers_are_told_by_age_where_that_is_asked_for(any_store):
    room, _ = any_store.rooms.add("Cohort", [1])
    people = [any_store.people.add(room.code).id for _ in range(3)]
    for who in (people[1], people[2], people[0]):
        any_store.answers.save(who, "digital-value", {"notes": []}, 0)
    any_store.answers.save(people[1], "digital-value", {"phase": ""}, 1)
    assert any_store.answers.by_age(room.code, "digital-value") == [people[2], people[0], people[1]]
