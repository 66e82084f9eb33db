"""Rooms on every store: what they are, what they show, and that they go whole."""

import pytest
from govcourse.server.errors import as_api_error
from govcourse.store import RoomGone
from govcourse.store.tables import metadata
from sqlalchemy.exc import IntegrityError


def test_codes_have_no_look_alikes_and_tokens_are_not_stored(any_store):
    room, secret = any_store.rooms.add("Test", [1])
    assert len(room.code) == 6 and not set(room.code) & set("01OIL")
    assert any_store.facilitators.holds(room.code.lower(), secret)
    person = any_store.people.add(room.code)
    with any_store.database.engine.begin() as connection:
        everything = str([connection.execute(table.select()).all() for table in metadata.sorted_tables])
    assert secret not in everything and person.token not in everything


def test_a_room_keeps_what_its_facilitator_says_of_it(any_store):
    room, _ = any_store.rooms.add("Cohort", [2])
    any_store.rooms.change(room.code, country="Utopia", look="dtca")
    changed = any_store.rooms.change(room.code, title="Cohort 7", look=None)
    assert (changed.title, changed.settings, changed.status) == (
        "Cohort 7",
        {"country": "Utopia", "look": None},
        "open",
    )
    assert any_store.rooms.change(room.code, status="ended").status == "ended"
    assert [one.code for one in any_store.rooms.all()] == [room.code]
    with pytest.raises(KeyError):
        any_store.rooms.change("NOROOM", look="x")


def test_settings_of_an_activity_are_changed_by_name_and_those_of_another_stay(any_store):
    room, _ = any_store.rooms.add("Cohort", [2])
    assert any_store.rooms.activities(room.code) == {}
    any_store.rooms.set_activity(room.code, "sdg-pitch", {"state": "open"})
    any_store.rooms.set_activity(room.code, "dtca", {"state": "open", "hidden": ["a"]})
    merged = {"state": "closed", "hidden": ["a"]}
    assert any_store.rooms.set_activity(room.code, "dtca", {"state": "closed"}) == merged
    assert any_store.rooms.activities(room.code) == {"sdg-pitch": {"state": "open"}, "dtca": merged}


def test_counts_tell_numbers_and_no_names(any_store):
    room, _ = any_store.rooms.add("Cohort", [2])
    people = [any_store.people.add(room.code, name) for name in ("Ann", "", "Ben")]
    for person in people[:2]:
        any_store.answers.save(person.id, "dtca", {"items": {}}, 0)
    assert any_store.rooms.counts(room.code) == {
        "participants": 3,
        "team_count": 0,
        "answered": {"dtca": 2},
        "by_teams": {},
    }


def test_a_deleted_room_is_gone_with_everything_in_it(any_store):
    room, secret = any_store.rooms.add("Cohort", [2])
    other, _ = any_store.rooms.add("Other", [2])
    kept = any_store.people.add(other.code)
    any_store.answers.save(kept.id, "dtca", {}, 0)
    person = any_store.people.add(room.code, "Ann")
    any_store.answers.save(person.id, "dtca", {"items": {}}, 0)
    any_store.rooms.set_activity(room.code, "dtca", {"state": "open"})
    any_store.acts.record(room.code, "", "opened dtca")
    any_store.facilitators.add(room.code, "Ben")
    assert any_store.rooms.delete(room.code) == {"participants": 1, "answers": 1}
    assert any_store.rooms.get(room.code) is None and any_store.people.by_token(person.token) is None
    assert not any_store.facilitators.holds(room.code, secret)
    with any_store.database.engine.begin() as connection:
        for table in metadata.sorted_tables:
            assert room.code not in str(connection.execute(table.select()).all()), table.name
    assert any_store.answers.get(kept.id, "dtca") == ({}, 1)


def test_what_is_written_in_a_room_that_is_deleted_meanwhile_is_answered_that_there_is_none(any_store):
    code = any_store.rooms.add("Cohort", [1])[0].code
    any_store.rooms.delete(code)
    for error, act in (
        (IntegrityError, lambda: any_store.acts.record(code, "", "report as docx")),
        (IntegrityError, lambda: any_store.people.add(code)),
        (RoomGone, lambda: any_store.rooms.change(code, title="Other")),
    ):
        with pytest.raises(error) as raised:
            act()
        assert as_api_error(raised.value, 500).status == 404
