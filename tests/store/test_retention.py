"""What nobody uses any more is marked as deleted when it says, and goes 30 days later; no moment of a wrong clock deletes anything."""

from datetime import timedelta

import pytest
from govcourse.store import StoreError, copies, open_store, retention
from govcourse.store.archive import read, restore
from govcourse.store.base import now


def later(days):
    return now() + timedelta(days=days)


def tidied(store, days, start=0, every=3):
    """A server that runs from day `start` to day `days`, and looks now and then and at the end: all that it did."""
    done = [retention.tidy(store, later(day)) for day in [*range(start, days, every), days]]
    return retention.Tidied(
        [code for one in done for code in one.marked_rooms],
        sum(one.marked_learners for one in done),
        [code for one in done for code in one.rooms],
        sum(one.learners for one in done),
        next((one.copy for one in done if one.copy), None),
    )


def marked(done):
    return done.marked_rooms, done.marked_learners


def gone(done):
    return done.rooms, done.learners


@pytest.fixture(params=["file", pytest.param("postgresql", marks=pytest.mark.long)])
def any_store(request, any_store):
    """Years go by in these tests: on PostgreSQL in `make long`."""
    return any_store


@pytest.fixture(autouse=True)
def at_home(own_home, tmp_path):
    (tmp_path / "home").mkdir(exist_ok=True)


def work(store, code=None):
    """Somebody who answered."""
    person = store.people.add(code)
    store.answers.save(person.id, "dtca", {"items": {}}, 0)
    return person


def test_a_room_is_kept_as_long_as_it_says_after_its_last_use_and_30_days_more(any_store):
    short, _ = any_store.rooms.add("Short", [1])
    long, _ = any_store.rooms.add("Long", [1])
    any_store.rooms.change(short.code, keep=30)
    person = work(any_store, short.code)
    assert retention.due(any_store, short.code) - retention.last_used(any_store, short.code) == timedelta(30)
    assert marked(tidied(any_store, 29)) == ([], 0)
    assert marked(tidied(any_store, 32, 32)) == ([short.code], 0)
    assert any_store.rooms.get(short.code) is None and [one.code for one in any_store.rooms.all()] == [
        long.code
    ]
    assert gone(tidied(any_store, 61, 35)) == ([], 0)
    assert any_store.rooms.counts(short.code)["answered"] == {"dtca": 1}
    assert gone(tidied(any_store, 63, 62)) == ([short.code], 0)
    assert any_store.people.by_token(person.token) is None and any_store.rooms.get(long.code)
    assert any_store.rooms.counts(short.code)["answered"] == {}


def test_a_room_that_is_marked_as_deleted_is_there_for_nobody_until_it_is_brought_back(any_store):
    code, key = (made := any_store.rooms.add("Short", [1]))[0].code, made[1]
    any_store.rooms.change(code, keep=30)
    person = work(any_store, code)
    certificate = any_store.certificates.issue(person.id, "Ann").code
    tidied(any_store, 32)
    assert any_store.people.by_token(person.token) is None
    assert (
        any_store.people.resume(person.resume_code) is None
        and any_store.certificates.get(certificate) is None
    )
    (found,), learners = retention.marked(any_store)
    assert (found.code, found.title, learners) == (code, "Short", 0)
    assert found.goes - found.since == timedelta(days=30)
    assert not retention.bring_back(any_store, "ABCDEF")
    assert retention.bring_back(any_store, f" {code.lower()}") and not retention.bring_back(any_store, code)
    assert any_store.people.by_token(person.token) and any_store.facilitators.holds(code, key)
    assert any_store.certificates.get(certificate) and any_store.acts.all(code)[0]["act"] == "brought back"


def test_a_visit_that_left_nothing_goes_soon_and_a_learner_s_work_after_two_years_and_30_days(any_store):
    visitor, learner, certified, back = any_store.people.add(), *(work(any_store) for _ in range(3))
    any_store.certificates.issue(certified.id, "Ann")
    local = any_store.people.local()
    done = tidied(any_store, 9)
    assert (gone(done), done.copy) == (([], 1), None)
    assert any_store.people.by_token(visitor.token) is None and any_store.people.by_token(learner.token)
    assert marked(tidied(any_store, 732, 12, every=12)) == ([], 2) and retention.marked(any_store) == ([], 2)
    assert any_store.people.resume(back.resume_code) and retention.marked(any_store) == ([], 1)
    assert gone(tidied(any_store, 763, 735)) == ([], 1)
    assert any_store.people.by_token(learner.token) is None and any_store.people.by_token(back.token)
    assert any_store.people.by_token(certified.token) and any_store.people.local().id == local.id


def test_all_learners_are_brought_back_at_once(any_store):
    people = [work(any_store) for _ in range(3)]
    tidied(any_store, 732, every=12)
    assert retention.bring_back_learners(any_store) == 3 and retention.marked(any_store) == ([], 0)
    assert all(any_store.people.by_token(one.token) for one in people)


def filled(store, rooms=4):
    """Rooms and learners of this year, known to a server that has run for a month."""
    codes = [store.rooms.add(f"Cohort {n}", [1])[0].code for n in range(rooms)]
    for code in (*codes, None):
        work(store, code)
    assert marked(tidied(store, 30)) == ([], 0)
    return codes


def test_a_start_with_a_clock_two_years_ahead_marks_nothing_and_says_what_was_due(any_store):
    codes = filled(any_store)
    done = retention.tidy(any_store, later(830))
    assert marked(done) == gone(done) == ([], 0) and all(code in done.waits for code in codes)
    assert "learners 1 (of 1)" in done.waits and "14 days" in done.waits
    # a wrong day of some hours, then the clock is put right, and wrong and right again
    for days in (830.5, 30.6, 31, 900, 31.2, 32, 33):
        assert marked(retention.tidy(any_store, later(days))) == ([], 0)
    assert [room.code for room in any_store.rooms.all()][::-1] == codes


def test_what_a_clock_that_was_ahead_for_weeks_marked_is_there_again_when_it_is_put_right(any_store):
    codes = filled(any_store)
    assert marked(tidied(any_store, 845, 830)) == (codes[::-1], 1)
    assert retention.tidy(any_store, later(46)).waits == "" and retention.marked(any_store) == ([], 0)
    assert {room.code for room in any_store.rooms.all()} == set(codes)


def test_a_jump_of_the_clock_ends_no_grace_early(any_store):
    code = filled(any_store)[0]
    any_store.rooms.change(code, keep=20)
    assert marked(tidied(any_store, 33, 33)) == ([code], 0)
    assert gone(tidied(any_store, 220, 200)) == ([], 0)
    (found,) = retention.marked(any_store)[0]
    assert abs(found.goes - later(230)) < timedelta(hours=1)
    assert gone(tidied(any_store, 63, 34)) == ([], 0)
    assert gone(retention.tidy(any_store, later(64.1))) == ([code], 0)


def test_a_clock_that_was_behind_marks_nothing_when_it_is_put_right(any_store):
    filled(any_store)
    for days in (-20_000, -19_999, 400):
        assert marked(retention.tidy(any_store, later(days))) == ([], 0)


def test_most_of_a_store_is_marked_only_after_two_steady_weeks_and_little_of_it_after_a_day(any_store):
    codes = filled(any_store, 7)
    for code in codes[:3]:
        any_store.rooms.change(code, keep=20)
    retention.tidy(any_store, later(100))  # the server was off
    assert marked(retention.tidy(any_store, later(100.5))) == ([], 0)
    assert sorted(retention.tidy(any_store, later(101.1)).marked_rooms) == sorted(codes[:3])
    for code in codes[3:]:
        any_store.rooms.change(code, keep=20)
    retention.tidy(any_store, later(200))
    assert marked(tidied(any_store, 213, 203)) == ([], 0)
    assert sorted(retention.tidy(any_store, later(215)).marked_rooms) == sorted(codes[3:])


def test_a_store_that_was_never_tidied_is_only_looked_at_first(any_store):
    code = any_store.rooms.add("Old", [1])[0].code
    any_store.rooms.add("New", [1])
    any_store.rooms.change(code, keep=1)
    assert code in retention.tidy(any_store, later(10)).waits
    assert retention.tidy(any_store, later(11)).marked_rooms == [code]


def test_a_copy_of_the_store_is_made_before_work_is_deleted_and_forgotten_after_a_month(any_store, tmp_path):
    codes = filled(any_store)
    any_store.rooms.change(codes[0], keep=20)
    assert tidied(any_store, 33, 33).copy is None
    done = tidied(any_store, 66, 36)
    assert done.rooms == codes[:1] and done.copy.exists() and done.copy.stat().st_mode & 0o077 == 0
    copy = open_store(f"sqlite:///{tmp_path / 'restored.db'}")
    restore(copy, read(done.copy))
    assert {room.code for room in copy.rooms.all()} == set(codes)
    assert copy.rooms.counts(codes[0])["answered"] == {"dtca": 1}
    copy.close()
    beside = done.copy.parent / f"{done.copy.stem[:-15]}mine{done.copy.suffix}"
    beside.touch()
    tidied(any_store, 92, 69)
    assert done.copy.exists()
    tidied(any_store, 94, 94)
    assert not done.copy.exists() and beside.exists()


def test_without_a_copy_nothing_is_deleted(store, monkeypatch):
    codes = filled(store)
    store.rooms.change(codes[0], keep=20)
    tidied(store, 60, 33)

    def full(*_):
        raise StoreError("The disk is full.")

    monkeypatch.setattr(copies, "make", full)
    with pytest.raises(StoreError):
        tidied(store, 64, 63)
    assert store.rooms.counts(codes[0])["answered"] == {"dtca": 1}
