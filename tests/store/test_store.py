"""The store: an acknowledged answer is on disk, a stale save is refused, and trouble is told in words."""

import shutil
import sqlite3

import pytest
import sqlalchemy as sa
from govcourse.store import StoreError, open_store


def test_an_answer_survives_a_restart(tmp_path):
    url = f"sqlite:///{tmp_path / 'course.db'}"
    first = open_store(url)
    person = first.people.add()
    assert first.answers.get(person.id, "dtca") == ({}, 0)
    assert first.answers.save(person.id, "dtca", {"items": {}}, 0) == 1
    first.close()
    second = open_store(url)
    assert second.people.by_token(person.token).id == person.id
    assert second.answers.get(person.id, "dtca") == ({"items": {}}, 1)
    second.close()


def test_a_failed_migration_leaves_nothing_behind(tmp_path, monkeypatch):
    from alembic import command

    url = f"sqlite:///{tmp_path / 'course.db'}"
    real = command.upgrade

    def interrupted(config, revision):
        real(config, revision)
        raise sa.exc.OperationalError("", {}, Exception("database or disk is full"))

    monkeypatch.setattr(command, "upgrade", interrupted)
    with pytest.raises(StoreError, match="full"):
        open_store(url)
    monkeypatch.undo()
    open_store(url).close()


def test_a_locked_database_is_told_and_nothing_is_lost(store):
    person = store.people.add()
    store.answers.save(person.id, "dtca", {"a": 1}, 0)
    blocker = sqlite3.connect(store.database.url.database, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    pooled = store.database.engine.raw_connection()  # the one that the next save will use
    pooled.cursor().execute("PRAGMA busy_timeout=50")
    pooled.close()
    with pytest.raises(StoreError, match="in use by another program"):
        store.answers.save(person.id, "dtca", {"a": 2}, 1)
    blocker.execute("ROLLBACK")
    blocker.close()
    assert store.answers.get(person.id, "dtca") == ({"a": 1}, 1)
    assert store.answers.save(person.id, "dtca", {"a": 2}, 1) == 2


def test_a_full_disk_is_told_and_nothing_is_lost(store):
    person = store.people.add()
    store.answers.save(person.id, "dtca", {"a": 1}, 0)
    with store.database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.rollback()
    with pytest.raises(StoreError, match="full"):
        store.answers.save(person.id, "dtca", {"a": "x" * 100_000}, 1)
    assert store.answers.get(person.id, "dtca") == ({"a": 1}, 1)


def test_a_corrupt_database_is_told_and_kept(tmp_path):
    path = tmp_path / "course.db"
    path.write_bytes(b"this is not a database" * 500)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="cannot be read. It was not changed"):
        open_store(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_a_damaged_database_is_told_and_kept(tmp_path):
    path = tmp_path / "course.db"
    store = open_store(f"sqlite:///{path}")
    person = store.people.add()
    store.answers.save(person.id, "dtca", {"a": "x" * 50_000}, 0)
    store.close()
    damaged = bytearray(path.read_bytes())
    damaged[100:8000] = b"\xff" * 7900
    path.write_bytes(damaged)
    with pytest.raises(StoreError, match="cannot be read|does not answer"):
        open_store(f"sqlite:///{path}").answers.get(person.id, "dtca")


def test_a_store_of_a_newer_course_is_refused(tmp_path):
    url = f"sqlite:///{tmp_path / 'course.db'}"
    store = open_store(url)
    with store.database.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num='9999'"))
    store.close()
    with pytest.raises(StoreError, match="newer version"):
        open_store(url)


def test_a_place_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError):
        open_store(f"sqlite:///{tmp_path / 'file' / 'course.db'}")


def test_an_upgrade_keeps_the_data(tmp_path):
    from govcourse.store.migrate import upgrade

    url = f"sqlite:///{tmp_path / 'course.db'}"
    store = open_store(url)
    person = store.people.add()
    store.answers.save(person.id, "dtca", {"a": 1}, 0)
    upgrade(store.database.engine)
    assert store.answers.get(person.id, "dtca") == ({"a": 1}, 1)
    store.close()
    shutil.copy(tmp_path / "course.db", tmp_path / "copy.db")
    copy = open_store(f"sqlite:///{tmp_path / 'copy.db'}")
    assert copy.answers.of(person.id) == {"dtca": {"a": 1}}
    copy.close()


def test_a_store_of_the_first_version_is_migrated_with_its_data(tmp_path):
    from govcourse.store import Store
    from govcourse.store.migrate import upgrade

    url = f"sqlite:///{tmp_path / 'old.db'}"
    old = Store(url)
    upgrade(old.database.engine, "0001")
    person = old.people.add(name="Ann")
    old.answers.save(person.id, "dtca", {"items": {}}, 0)
    old.close()
    new = open_store(url)
    assert new.answers.get(person.id, "dtca") == ({"items": {}}, 1)
    assert new.certificates.issue(person.id, "Ann").code
    new.close()
