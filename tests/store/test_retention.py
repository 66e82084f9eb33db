"""What nobody uses any more is deleted when it says, and nothing else."""

from datetime import timedelta

from govcourse.store import retention
from govcourse.store.base import now


def later(days):
    return now() + timedelta(days=days)


def test_a_room_is_kept_as_long_as_it_says_after_its_last_use(any_store):
    short, _ = any_store.add_room("Short", [1])
    long, _ = any_store.add_room("Long", [1])
    any_store.change_room(short.code, keep=30)
    person = any_store.add_participant(short.code)
    any_store.save(person.id, "dtca", {}, 0)
    assert retention.due(any_store, short.code) - retention.last_used(any_store, short.code) == timedelta(30)
    assert retention.expire(any_store, later(29)) == {"rooms": [], "learners": 0}
    assert retention.expire(any_store, later(31)) == {"rooms": [short.code], "learners": 0}
    assert any_store.room(short.code) is None and any_store.participant(person.token) is None
    assert any_store.room(long.code)


def test_a_visit_that_left_nothing_goes_soon_and_a_learner_s_work_after_two_years(any_store):
    visitor, learner, certified = (any_store.add_participant() for _ in range(3))
    for one in (learner, certified):
        any_store.save(one.id, "dtca", {"items": {}}, 0)
    any_store.issue(certified.id, "Ann")
    local = any_store.local()
    assert retention.expire(any_store, later(8))["learners"] == 1
    assert any_store.participant(visitor.token) is None and any_store.participant(learner.token)
    assert retention.expire(any_store, later(731))["learners"] == 1
    assert any_store.participant(learner.token) is None
    assert any_store.participant(certified.token) and any_store.local().id == local.id


def test_somebody_s_work_can_be_deleted_at_once(any_store):
    person = any_store.add_participant()
    any_store.save(person.id, "dtca", {"items": {}}, 0)
    code = any_store.issue(person.id, "Ann").code
    any_store.delete_participant(person.id)
    assert any_store.participant(person.token) is None and any_store.certificate(code) is None
    assert any_store.answers(person.id) == {}
