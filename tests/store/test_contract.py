"""What every store keeps to, in memory, in a file and on PostgreSQL."""

import threading

import pytest
import sqlalchemy as sa
from govcourse.store import Stale
from govcourse.store.migrate import newest
from govcourse.store.tables import metadata


def test_a_stale_save_is_refused_with_the_present_document(any_store):
    person = any_store.people.add()
    any_store.answers.save(person.id, "dtca", {"a": 1}, 0)
    for version in (0, 5):
        with pytest.raises(Stale) as error:
            any_store.answers.save(person.id, "dtca", {"a": 2}, version)
        assert (error.value.answer, error.value.version) == ({"a": 1}, 1)
    assert any_store.answers.save(person.id, "dtca", {"a": 3}, 1) == 2


def test_nobody_gets_in_with_a_wrong_token_or_code(any_store):
    any_store.people.add()
    assert any_store.people.by_token("wrong") is None
    assert any_store.people.resume("WRONGCODE1") is None
    assert any_store.rooms.get("NOROOM") is None
    assert not any_store.facilitators.holds("NOROOM", "x")


def test_a_resume_code_is_read_as_people_type_it(any_store):
    person = any_store.people.add(name="Ann")
    typed = f" {person.resume_code[:5].lower()}-{person.resume_code[5:]} "
    again = any_store.people.resume(typed)
    assert again.id == person.id and again.token != person.token
    assert any_store.people.by_token(person.token) and any_store.people.by_token(again.token)


def test_codes_have_no_look_alikes_and_tokens_are_not_stored(any_store):
    room, secret = any_store.rooms.add("Test", [1])
    assert len(room.code) == 6 and not set(room.code) & set("01OIL")
    assert any_store.facilitators.holds(room.code.lower(), secret)
    person = any_store.people.add(room.code)
    with any_store.database.engine.begin() as connection:
        everything = str([connection.execute(table.select()).all() for table in metadata.sorted_tables])
    assert secret not in everything and person.token not in everything


def test_the_migrations_make_the_tables_that_the_code_uses(any_store):
    found = sa.inspect(any_store.database.engine)
    for table in metadata.sorted_tables:
        columns = {column["name"] for column in found.get_columns(table.name)}
        assert columns == {column.name for column in table.columns}
    with any_store.database.engine.begin() as connection:
        assert connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == newest()


def test_private_answers_are_given_to_nobody_but_their_author(any_store):
    room, _ = any_store.rooms.add("Test", [4])
    person = any_store.people.add(room.code)
    any_store.answers.save(person.id, "reflection", {"fields": {"obstacles": "mine"}}, 0)
    assert any_store.answers.of(person.id)["reflection"]["fields"]["obstacles"] == "mine"
    with pytest.raises(ValueError, match="private"):
        any_store.answers.of_room(room.code, "reflection")


def test_a_certificate_keeps_its_code_and_takes_a_corrected_name(any_store):
    person = any_store.people.add()
    first = any_store.certificates.issue(person.id, "Anne")
    assert any_store.certificates.issue(person.id, "Ann").code == first.code
    found = any_store.certificates.get(f" {first.code.lower()[:5]}-{first.code[5:]} ")
    assert (found.name, found.issued) == ("Ann", first.issued)
    assert any_store.certificates.get("NOSUCHCODE") is None


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


def test_a_link_of_a_further_facilitator_can_be_revoked(any_store):
    room, first = any_store.rooms.add("Cohort", [2])
    ann, secret = any_store.facilitators.add(room.code, "Ann")
    assert (
        any_store.facilitators.name(room.code, first) == ""
        and any_store.facilitators.name(room.code, secret) == "Ann"
    )
    assert [one.name for one in any_store.facilitators.all(room.code)] == ["Ann"]
    assert any_store.facilitators.revoke(room.code, ann.id)
    assert not any_store.facilitators.revoke(room.code, ann.id)
    assert any_store.facilitators.name(room.code, secret) is None and any_store.facilitators.holds(
        room.code, first
    )


def test_acts_are_logged_newest_first(any_store):
    room, _ = any_store.rooms.add("Cohort", [2])
    for act in ("opened dtca", "closed dtca"):
        any_store.acts.record(room.code, "Ann", act)
    assert [(one["who"], one["act"]) for one in any_store.acts.all(room.code)] == [
        ("Ann", "closed dtca"),
        ("Ann", "opened dtca"),
    ]


def test_counts_tell_numbers_and_no_names(any_store):
    room, _ = any_store.rooms.add("Cohort", [2])
    people = [any_store.people.add(room.code, name) for name in ("Ann", "", "Ben")]
    for person in people[:2]:
        any_store.answers.save(person.id, "dtca", {"items": {}}, 0)
    assert any_store.rooms.counts(room.code) == {"participants": 3, "answered": {"dtca": 2}}


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


def test_people_are_dealt_evenly_into_teams_and_moved_by_hand(any_store):
    room, _ = any_store.rooms.add("Cohort", [2])
    people = [any_store.people.add(room.code, name) for name in ("Ann", "", "Ben", "Cem", "Dia")]
    any_store.teams.deal(room.code, ["Team 1", "Team 2"])
    teams, alone = any_store.teams.all(room.code)
    assert sorted(len(team.members) for team in teams) == [2, 3] and not alone
    any_store.people.add(room.code, "Late")
    any_store.teams.deal(room.code, ["Team 1", "Team 2"])
    teams, alone = any_store.teams.all(room.code)
    assert [len(team.members) for team in teams] == [3, 3] and not alone
    first, second = (team.id for team in teams)
    mover = people[0].id
    there = second if any_store.teams.by_person(room.code)[mover] == first else first
    assert (
        any_store.teams.move(room.code, mover, there) and any_store.teams.by_person(room.code)[mover] == there
    )
    assert any_store.teams.move(room.code, mover, None)
    assert any_store.teams.all(room.code)[1] == [(mover, "Ann")]
    assert any_store.teams.rename(room.code, first, "Blue") and not any_store.teams.rename(
        room.code, mover, "x"
    )
    other, _ = any_store.rooms.add("Other", [2])
    assert not any_store.teams.move(other.code, mover, first) and not any_store.teams.move(
        room.code, mover, "nowhere"
    )
    assert any_store.rooms.counts(room.code)["participants"] == 6


def test_a_team_owns_answers_and_nobody_gets_in_as_a_team(any_store):
    room, _ = any_store.rooms.add("Cohort", [2])
    id = any_store.teams.add(room.code, "Blue")
    assert any_store.answers.save(id, "roadmap", {"fields": {}}, 0) == 1
    assert any_store.answers.of_room(room.code, "roadmap") == {id: {"fields": {}}}
    team = any_store.teams.get(id)
    assert team.name == "Blue" and any_store.people.resume(team.resume_code) is None
    assert any_store.teams.get("nobody") is None
