"""The database: an acknowledged answer is on disk, and trouble is told in words."""

import os
import pickle
import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa
from govcourse.store import StoreError, open_store
from govcourse.store.database import encrypted
from govcourse.store.errors import explain


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


def replaced(path):
    copy = path.with_name("copy.db")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.rename(path.with_name("away.db")),
        replaced,
        lambda path: path.write_bytes(b""),
        lambda path: os.truncate(path, path.stat().st_size // 2),
    ],
    ids=["removed", "replaced", "emptied", "cut"],
)
def test_a_database_that_is_not_the_one_that_was_opened_acknowledges_nothing(store, harm):
    person = store.people.add()
    with store.database.engine.connect() as connection:  # what is in the log comes into the file
        connection.rollback()
        connection.connection.execute("PRAGMA wal_checkpoint(FULL)")
    assert store.answers.save(person.id, "dtca", {"a": 1}, 0) == 1
    harm(store.database.file)
    for _ in range(2):
        with pytest.raises(StoreError, match="removed, replaced or cut"):
            store.answers.save(person.id, "dtca", {"a": 2}, 1)
        with pytest.raises(StoreError, match="removed, replaced or cut"):
            store.check()


def test_a_database_that_is_put_back_goes_on(store):
    person, path = store.people.add(), store.database.file
    path.rename(path.with_name("away.db"))
    with pytest.raises(StoreError):
        store.answers.save(person.id, "dtca", {"a": 1}, 0)
    path.with_name("away.db").rename(path)
    assert store.answers.save(person.id, "dtca", {"a": 1}, 0) == 1


def test_a_file_that_goes_while_something_is_saved_or_loses_its_log_is_told(store):
    person, path = store.people.add(), store.database.file
    with pytest.raises(StoreError, match="removed"), store.database.write():
        path.rename(path.with_name("away.db"))
    path.with_name("away.db").rename(path)
    path.with_name(path.name + "-wal").unlink()
    with pytest.raises(StoreError, match="removed"):
        store.answers.save(person.id, "dtca", {"a": 1}, 0)


def test_a_database_that_is_tidied_from_outside_is_the_same(store):
    people = [store.people.add().id for _ in range(50)]
    for one in people:
        store.answers.save(one, "dtca", {"a": "x" * 20_000}, 0)
        store.people.delete(one)
    with closing(sqlite3.connect(store.database.file, isolation_level=None)) as outside:
        outside.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.check()
        before = store.database.file.stat().st_size
        outside.execute("VACUUM")
        outside.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert store.database.file.stat().st_size < before
    assert store.people.add()


def test_a_corrupt_database_is_told_and_kept(tmp_path):
    path = tmp_path / "course.db"
    path.write_bytes(b"this is not a database" * 500)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="cannot be read. It was not changed"):
        open_store(f"sqlite:///{path}")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "said",
    [
        "database is locked",
        "disk is full",
        "malformed",
        "read-only",
        "unable to open",
        "",
        "user x at /srv/x",
    ],
)
def test_people_are_told_neither_where_the_database_is_nor_what_it_said_and_whoever_looks_after_it_is(said):
    error = pickle.loads(pickle.dumps(explain(RuntimeError(said), "postgresql://x@there/srv/x")))
    assert "/srv/x" not in error.told and "user x" not in error.told
    assert "x@there" in str(error)


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


@pytest.mark.parametrize(
    ("url", "mode"),
    [
        ("postgresql+psycopg://course:secret@database.example.org/course", "verify-full"),
        ("postgresql+psycopg://course@/course?host=database.example.org", "verify-full"),
        ("postgresql+psycopg://course@/course?host=/run/postgresql&host=database.example.org", "verify-full"),
        ("postgresql+psycopg://course@database.example.org/course?sslmode=require", "require"),
        ("postgresql+psycopg://course@localhost:5433/course", None),
        ("postgresql+psycopg://course@127.0.0.1/course", None),
        ("postgresql+psycopg://course@/course?host=/run/postgresql", None),
        ("postgresql+psycopg:///course", None),
        ("sqlite:///course.db", None),
    ],
)
def test_a_postgresql_elsewhere_is_asked_by_tls_alone_and_its_certificate_is_checked(monkeypatch, url, mode):
    monkeypatch.delenv("PGSSLMODE", raising=False)
    assert encrypted(sa.make_url(url)).query.get("sslmode") == mode
    monkeypatch.setenv("PGSSLMODE", "disable")
    assert encrypted(sa.make_url(url)) == sa.make_url(url)
