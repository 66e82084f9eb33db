"""What nobody uses any more is deleted when it says, and nothing else; no moment of a wrong clock deletes anything."""

from datetime import timedelta

import pytest
from govcourse.store import StoreError, copies, open_store, retention
from govcourse.store.archive import read, restore
from govcourse.store.base import now


def later(days):
    return now() + timedelta(days=days)


def tidied(store, days, start=0):
    """A server that runs from day `start` to day `days`, and looks every three days and at the end."""
    for day in [*range(start, days, 3), days]:
        done = retention.tidy(store, later(day))
    return done


def gone(done):
    return done.rooms, done.learners


@pytest.fixture(autouse=True)
def at_home(own_home, tmp_path):
    (tmp_path / "home").mkdir(exist_ok=True)


def test_a_room_is_kept_as_long_as_it_says_after_its_last_use(any_store):
    short, _ = any_store.rooms.add("Short", [1])
    long, _ = any_store.rooms.add("Long", [1])
    any_store.rooms.change(short.code, keep=30)
    person = any_store.people.add(short.code)
    any_store.answers.save(person.id, "dtca", {}, 0)
    assert retention.due(any_store, short.code) - retention.last_used(any_store, short.code) == timedelta(30)
    assert gone(tidied(any_store, 29)) == ([], 0)
    assert gone(tidied(any_store, 32, 32)) == ([short.code], 0)
    assert any_store.rooms.get(short.code) is None and any_store.people.by_token(person.token) is None
    assert any_store.rooms.get(long.code)


def test_a_visit_that_left_nothing_goes_soon_and_a_learner_s_work_after_two_years(any_store):
    visitor, learner, certified = (any_store.people.add() for _ in range(3))
    for one in (learner, certified):
        any_store.answers.save(one.id, "dtca", {"items": {}}, 0)
    any_store.certificates.issue(certified.id, "Ann")
    local = any_store.people.local()
    done = tidied(any_store, 9)
    assert (done.learners, done.copy) == (1, None)
    assert any_store.people.by_token(visitor.token) is None and any_store.people.by_token(learner.token)
    tidied(any_store, 732, 12)
    assert any_store.people.by_token(learner.token) is None
    assert any_store.people.by_token(certified.token) and any_store.people.local().id == local.id


def filled(store):
    """Rooms and learners of this year, known to a server that has run for a month."""
    codes = [store.rooms.add(f"Cohort {n}", [1])[0].code for n in range(3)]
    for code in (*codes, None):
        store.answers.save(store.people.add(code).id, "dtca", {"items": {}}, 0)
    assert gone(tidied(store, 30)) == ([], 0)
    return codes


def test_a_start_with_a_clock_two_years_ahead_deletes_nothing_and_says_what_was_due(any_store):
    codes = filled(any_store)
    done = retention.tidy(any_store, later(830))
    assert gone(done) == ([], 0) and all(code in done.waits for code in codes)
    assert "learners 1 (of 1)" in done.waits and "14 days" in done.waits
    # a wrong day of some hours, then the clock is put right, and wrong and right again
    for days in (830.5, 30.6, 31, 900, 31.2, 32, 33):
        assert gone(retention.tidy(any_store, later(days))) == ([], 0)
    assert [room.code for room in any_store.rooms.all()][::-1] == codes


def test_a_clock_that_was_behind_deletes_nothing_when_it_is_put_right(any_store):
    filled(any_store)
    for days in (-20_000, -19_999, 400):
        assert gone(retention.tidy(any_store, later(days))) == ([], 0)


def test_most_of_a_store_goes_only_after_two_steady_weeks_and_little_of_it_after_a_day(any_store):
    codes = filled(any_store)
    for code in codes[:1]:
        any_store.rooms.change(code, keep=20)
    retention.tidy(any_store, later(100))  # the server was off
    assert gone(retention.tidy(any_store, later(100.5))) == ([], 0)
    assert gone(retention.tidy(any_store, later(101.1))) == (codes[:1], 0)
    for code in codes[1:]:
        any_store.rooms.change(code, keep=20)
    retention.tidy(any_store, later(200))
    assert gone(tidied(any_store, 213, 203)) == ([], 0)
    assert sorted(retention.tidy(any_store, later(215)).rooms) == sorted(codes[1:])


def test_a_store_that_was_never_tidied_is_only_looked_at_first(any_store):
    code = any_store.rooms.add("Old", [1])[0].code
    any_store.rooms.add("New", [1])
    any_store.rooms.change(code, keep=1)
    assert code in retention.tidy(any_store, later(10)).waits
    assert retention.tidy(any_store, later(11)).rooms == [code]


def test_a_copy_of_the_store_is_made_before_work_is_deleted_and_forgotten_after_a_month(any_store, tmp_path):
    codes = filled(any_store)
    any_store.rooms.change(codes[0], keep=20)
    done = retention.tidy(any_store, later(33))
    assert done.rooms == codes[:1] and done.copy.exists() and done.copy.stat().st_mode & 0o077 == 0
    copy = open_store(f"sqlite:///{tmp_path / 'restored.db'}")
    restore(copy, read(done.copy))
    assert {room.code for room in copy.rooms.all()} == set(codes)
    assert copy.rooms.counts(codes[0])["answered"] == {"dtca": 1}
    copy.close()
    beside = done.copy.parent / f"{done.copy.stem[:-15]}mine{done.copy.suffix}"
    beside.touch()
    tidied(any_store, 60, 36)
    assert done.copy.exists()
    tidied(any_store, 64, 63)
    assert not done.copy.exists() and beside.exists()


def test_without_a_copy_nothing_is_deleted(store, monkeypatch):
    codes = filled(store)
    store.rooms.change(codes[0], keep=20)

    def full(*_):
        raise StoreError("The disk is full.")

    monkeypatch.setattr(copies, "make", full)
    with pytest.raises(StoreError):
        retention.tidy(store, later(33.5))
    assert store.rooms.get(codes[0])
