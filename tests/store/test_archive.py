"""Archives go from any store to any other, whole or not at all."""

import copy
import json

import pytest
from govcourse.cli import app
from govcourse.store import open_store
from govcourse.store.archive import ArchiveRefused, backup, export, restore
from typer.testing import CliRunner


@pytest.fixture
def filled(store):
    """A store with a room, and what somebody entered who learns alone."""
    room, secret = store.rooms.add("Cohort", [1, 4])
    store.rooms.change(room.code, country="Utopia")
    store.rooms.set_activity(room.code, "dtca", {"state": "open"})
    person = store.people.add(room.code, "Ann مرحبا")
    store.answers.save(person.id, "dtca", {"items": {"legal-6": {"value": 2}}}, 0)
    store.answers.save(person.id, "reflection", {"fields": {"obstacles": "mine alone"}}, 0)
    store.acts.record(room.code, "Ben", "opened dtca")
    alone = store.people.add()
    store.answers.save(alone.id, "dtca", {"items": {}}, 0)
    store.room_code, store.secret, store.person, store.alone = room.code, secret, person, alone
    return store


def as_file(archive):
    return json.loads(json.dumps(archive))


def test_a_backup_brings_everything_back_on_any_store(filled, any_store):
    restore(any_store, as_file(backup(filled)))
    assert any_store.people.by_token(filled.person.token).name == "Ann مرحبا"
    assert any_store.answers.get(filled.person.id, "reflection")[0]["fields"]["obstacles"] == "mine alone"
    assert any_store.answers.of(filled.alone.id) == {"dtca": {"items": {}}}
    assert any_store.people.resume(filled.person.resume_code).id == filled.person.id
    assert any_store.facilitators.holds(filled.room_code, filled.secret)
    any_store.acts.record(filled.room_code, "Ann", "went on")
    assert [one["who"] for one in any_store.acts.all(filled.room_code)] == ["Ann", "Ben"]


def test_an_exported_room_holds_no_private_answers_secrets_or_strangers(filled, any_store):
    archive = as_file(export(filled, filled.room_code))
    text = json.dumps(archive)
    assert "mine alone" not in text and filled.alone.id not in text and "tokens" not in archive["tables"]
    assert filled.person.resume_code not in text and "resume_code" not in text and "hash" not in text
    team = filled.teams.add(filled.room_code, "Blue")
    assert filled.teams.get(team).resume_code not in json.dumps(export(filled, filled.room_code))
    taken = restore(any_store, archive)
    assert any_store.rooms.get(filled.room_code).settings == {"country": "Utopia"}
    assert any_store.answers.of_room(filled.room_code, "dtca") == {
        filled.person.id: {"items": {"legal-6": {"value": 2}}}
    }
    assert any_store.people.resume(filled.person.resume_code) is None
    (room,), ((person, name),) = any_store.rooms.all(), any_store.teams.all(filled.room_code)[1]
    assert (person, name) == (filled.person.id, "Ann مرحبا")
    assert not any_store.facilitators.holds(room.code, filled.secret)
    assert any_store.facilitators.holds(room.code, taken.keys[room.code])


def test_what_is_there_already_is_not_taken_over_twice(filled):
    before = backup(filled)
    with pytest.raises(ArchiveRefused, match="already"):
        restore(filled, as_file(export(filled, filled.room_code)))
    assert backup(filled) == before


def test_texts_of_an_archive_are_cleaned_when_they_are_taken_over(filled, any_store):
    archive = as_file(export(filled, filled.room_code))
    archive["tables"]["rooms"][0]["title"] = "Co\x01hort\ud800"
    archive["tables"]["answers"][0]["document"] = {"items": {"legal-6": {"comment": "a\x0bb\ufffe"}}}
    restore(any_store, archive)
    (room,) = any_store.rooms.all()
    (answer,) = any_store.answers.of_room(room.code, "dtca").values()
    assert room.title == "Cohort" and answer["items"]["legal-6"]["comment"] == "a\nb"


def spoilt(change):
    def made(archive):
        spoiled = copy.deepcopy(archive)
        change(spoiled)
        return spoiled

    return made


@pytest.mark.parametrize(
    "spoil",
    [
        lambda archive: [], lambda archive: {"format": "x"},
        spoilt(lambda a: a.update(version=2)), spoilt(lambda a: a.update(revision="9999")), spoilt(lambda a: a.update(tables=[])),
        spoilt(lambda a: a["tables"].update(passwords=[])), spoilt(lambda a: a["tables"]["rooms"][0].update(surprise=1)),
        spoilt(lambda a: a["tables"]["rooms"][0].update(created="yesterday")), spoilt(lambda a: a["tables"].update(answers=[5])),
    ],
)  # fmt: skip
def test_a_damaged_archive_changes_nothing(filled, tmp_path, spoil):
    target = open_store(f"sqlite:///{tmp_path / 'target.db'}")
    empty = backup(target)
    with pytest.raises(ArchiveRefused):
        restore(target, spoil(as_file(backup(filled))))
    assert backup(target) == empty
    target.close()


def test_the_command_line_lists_exports_deletes_and_imports(filled, tmp_path, monkeypatch):
    monkeypatch.setenv("GOVCOURSE_DATABASE", str(filled.database.url))
    run = lambda *words: CliRunner().invoke(app, ["room", *words])  # noqa: E731
    out = str(tmp_path / "room.json")
    listed = run("list").output
    assert filled.room_code in listed and "1 people" in listed and "2 answers" in listed
    assert run("export", filled.room_code.lower(), "--out", out).exit_code == 0
    assert run("export", filled.room_code, "--out", out).exit_code == 1  # nothing is written over
    assert run("delete", filled.room_code).exit_code == 1  # nobody said yes
    assert (
        "Deleted: everybody in the room (1) and all answers (2)"
        in run("delete", filled.room_code, "--yes").output
    )
    taken = run("import", out).output
    assert "Taken over: 1 rooms, 1 people, 1 answers" in taken
    key = taken.split("?key=")[1].split()[0]
    assert filled.facilitators.holds(filled.room_code, key)
    assert run("export", "NOROOM", "--out", str(tmp_path / "x")).exit_code == 1
    assert run("import", str(tmp_path / "nothing.json")).exit_code == 1
