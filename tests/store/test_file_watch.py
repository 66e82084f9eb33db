"""SQLite's file is watched: what is saved into one that is gone would be gone too."""

import sqlite3

import pytest
from govcourse.store.file_watch import FileGone, FileWatch


@pytest.fixture
def database(tmp_path):
    """A database with a log, and the watch of whoever opened it."""
    connection = sqlite3.connect(tmp_path / "course.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE t (x)")
    connection.executemany("INSERT INTO t VALUES (?)", [("x" * 1000,)] * 200)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    watch = FileWatch(tmp_path / "course.db")
    watch.opened(logs=True)
    watch.look()
    yield connection, watch
    connection.close()


def test_a_file_that_grows_or_is_tidied_is_the_same(database):
    connection, watch = database
    connection.execute("DELETE FROM t")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    watch.look(written=True)
    connection.execute("INSERT INTO t VALUES (1)")
    watch.look(written=True)


def remove(path):
    path.unlink()


def replace(path):
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)


def cut(path):
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


@pytest.mark.parametrize("happens", [remove, replace, cut], ids=lambda one: one.__name__)
def test_one_that_is_removed_replaced_or_cut_is_told(database, happens):
    happens(database[1].path)
    with pytest.raises(FileGone):
        database[1].look()


def test_after_a_write_its_log_has_to_be_there(database):
    connection, watch = database
    connection.execute("INSERT INTO t VALUES (1)")
    watch.log.unlink()
    watch.look()
    with pytest.raises(FileGone):
        watch.look(written=True)


def test_nothing_is_watched_before_it_was_opened(tmp_path):
    FileWatch(tmp_path / "none.db").look(written=True)
