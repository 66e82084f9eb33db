"""Copies of the store: made each day and before tables change, restored from, and forgotten."""

import json
import sqlite3
from datetime import timedelta

import pytest
import sqlalchemy as sa
from govcourse.store import Store, StoreError, copies, migrate, open_store, retention
from govcourse.store.archive import ArchiveRefused, read, restore
from govcourse.store.base import now


@pytest.fixture(autouse=True)
def at_home(own_home, tmp_path):
    (tmp_path / "home").mkdir(exist_ok=True)


def filled(store):
    code = store.rooms.add("Cohort", [1])[0].code
    person = store.people.add(code)
    store.answers.save(person.id, "dtca", {"items": {}}, 0)
    return code


def restored(copy, tmp_path):
    """The rooms of a store into which a copy was taken over, with how many answered."""
    store = open_store(f"sqlite:///{tmp_path / 'restored.db'}")
    try:
        restore(store, read(copy))
        return {room.code: store.rooms.counts(room.code)["answered"] for room in store.rooms.all()}
    finally:
        store.close()


def test_each_day_has_one_copy_of_the_whole_store_that_only_its_owner_reads(any_store, tmp_path):
    code, at = filled(any_store), now()
    copy = retention.copy_daily(any_store, at)
    if any_store.database.in_memory:
        assert copy is None
        return
    assert copy.stat().st_mode & 0o077 == 0
    assert restored(copy, tmp_path) == {code: {"dtca": 1}}
    assert retention.copy_daily(any_store, at + timedelta(hours=6)) is None
    assert retention.copy_daily(any_store, at + timedelta(hours=24))


def test_daily_copies_go_after_a_week_and_files_of_somebody_s_own_never(store):
    at = now()
    made = [retention.copy_daily(store, at + timedelta(days=day)) for day in range(10)]
    own = made[0].with_name(made[0].name.replace("daily-", "daily-mine-"))
    own.touch()
    copies.forget(store.database, at + timedelta(days=9))
    assert [one.exists() for one in made] == [False] * 3 + [True] * 7 and own.exists()


def test_tables_are_copied_before_they_are_migrated_and_the_copy_can_be_restored(tmp_path):
    path = tmp_path / "course.db"
    store = Store(f"sqlite:///{path}")
    migrate.upgrade(store.database.engine, "0006")
    insert = "INSERT INTO rooms (code, title, sessions, settings, created, facilitator_hash) VALUES ('AAAAAA', 'Old', '[1]', '{}', '2026-01-01', 'x')"
    with store.database.engine.begin() as connection:
        connection.execute(sa.text(insert))
    store.close()
    open_store(f"sqlite:///{path}").close()
    (copy,) = tmp_path.glob("course-before-migration-*.db")
    assert sqlite3.connect(copy).execute("SELECT version_num FROM alembic_version").fetchone() == ("0006",)
    before = copy.read_bytes()
    assert restored(copy, tmp_path) == {"AAAAAA": {}} and copy.read_bytes() == before
    open_store(f"sqlite:///{path}").close()
    assert len(list(tmp_path.glob("course-before-migration-*"))) == 1


def test_a_new_store_and_one_in_memory_are_not_copied(tmp_path):
    open_store(f"sqlite:///{tmp_path / 'new.db'}").close()
    assert not list(tmp_path.glob("new-*"))
    memory = open_store("sqlite://")
    assert copies.before_migration(memory.database, now()) is None


def test_a_copy_that_cannot_be_made_leaves_nothing_half_and_nothing_of_others_is_overwritten(
    store, monkeypatch
):
    at, folder = now(), copies._folder(store.database)
    taken = folder / f"{copies._start(store.database, 'daily')}{at.strftime(copies.TIME)}.db"
    taken.write_text("of another server")
    with pytest.raises(StoreError):
        copies.make(store.database, "daily", at)
    assert taken.read_text() == "of another server"
    monkeypatch.setattr(copies, "closing", lambda connection: 1 / 0)
    monkeypatch.setattr(copies.sqlite3, "Error", ZeroDivisionError)
    with pytest.raises(StoreError):
        copies.make(store.database, "daily", at + timedelta(hours=1))
    assert list(folder.glob("*-daily-*")) == [taken]


def test_pg_dump_writes_the_copy_of_a_postgresql_and_the_password_is_in_no_list_of_processes(
    own_home, tmp_path, monkeypatch
):
    program = tmp_path / "bin" / "pg_dump"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho "$PGPASSWORD $@" > "${3#--file=}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    store = Store("postgresql+psycopg://ann:secret@127.0.0.1:1/course")
    copy = copies.before_migration(store.database, now())
    assert copy.suffix == ".dump" and copy.stat().st_mode & 0o077 == 0
    password, arguments = copy.read_text().split(" ", 1)
    assert password == "secret" and "secret" not in arguments
    assert arguments.strip().endswith("postgresql://ann@127.0.0.1:1/course")


def test_where_pg_dump_is_missing_a_migration_says_that_it_goes_without_a_copy(monkeypatch, caplog):
    monkeypatch.setattr(copies.shutil, "which", lambda _: None)
    store = Store("postgresql+psycopg://ann:secret@127.0.0.1:1/course")
    assert copies.before_migration(store.database, now()) is None
    assert "without a copy" in caplog.text and "secret" not in caplog.text


@pytest.mark.parametrize(
    "name, text", [("a.json", "{"), ("a.json", json.dumps([1])), ("a.db", "not a database at all")]
)
def test_what_is_no_copy_is_refused_in_words(store, tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(ArchiveRefused):
        restore(store, read(path))
