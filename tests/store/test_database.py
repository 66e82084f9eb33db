"""The database: an acknowledged answer is on disk, and trouble is told in words."""

import sqlite3

import pytest
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


def test_a_place_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError):
        open_store(f"sqlite:///{tmp_path / 'file' / 'course.db'}")
