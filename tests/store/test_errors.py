"""What goes wrong with a database is said in words to who uses the course, and in full to who looks after it."""

import pickle
import sqlite3

import pytest
from govcourse.store.errors import StoreError, explain


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database is locked", "in use by another program"),
        ("database or disk is full", "Free some space"),
        ("No space left on device", "Free some space"),
        ("file is not a database", "It was not changed"),
        ("no such table: rooms", "put a backup in its place"),
        ("attempt to write a readonly database", "the right to write it"),
        ("unable to open database file", "Check that its folder exists"),
    ],
)
def test_what_a_database_says_becomes_what_a_person_can_do(said, told):
    error = explain(sqlite3.OperationalError(said), "/srv/course.db")
    assert told in error.told
    assert "/srv/course.db" not in error.told and "/srv/course.db" in str(error)


def test_of_what_nobody_foresaw_only_who_looks_after_it_hears_the_first_line():
    error = explain(
        RuntimeError('integer out of range: user="course"\nSELECT * FROM people'), "pg://host/course"
    )
    assert error.told == "The course's database does not answer."
    assert str(error).endswith('(pg://host/course: integer out of range: user="course")')


def test_it_comes_whole_from_another_process():
    again = pickle.loads(pickle.dumps(StoreError("It is full.", "/srv")))
    assert (again.told, str(again)) == ("It is full.", "It is full. (/srv)")
